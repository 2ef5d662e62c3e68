//! A number of things equals how many are named in the brackets after it, `4개(페이스북, 블로그, …)`, and a number of times how many days: `2회(3. 27. / 6. 19.)`.

use rust_decimal::prelude::ToPrimitive;

use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::read::amount::Amount;
use crate::check::read::bracket::{Bracket, brackets};
use crate::check::read::words::{compares, is_kind, is_open};
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, SumProblem};

/// Units of things that are named one by one.
const COUNTED: [&str; 9] = ["개", "개소", "개동", "개국", "개사", "곳", "종", "명", "개교"];
/// Units of what happens on a day each.
const TIMES: [&str; 3] = ["회", "차례", "번"];
/// What parts the things of a list.
const PARTING: [char; 5] = [',', '、', '/', ';', '，'];

/// Looks at every text.
pub(in crate::check) fn counts(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            let said = of_text(read, &mut found.ledger);
            said.into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
        }
    }
}

fn of_text(read: &Read<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let text = read.content();
    if read.amounts.is_empty() || !text.contains('(') {
        return Vec::new();
    }
    let (brackets, _) = brackets(text);
    let lists = brackets.iter().filter(|bracket| bracket.is_round() && bracket.depth == 0);
    let said = lists.filter_map(|bracket| {
        let last = read.amounts.partition_point(|amount| amount.range.end <= bracket.open).checked_sub(1)?;
        let amount = &read.amounts[last];
        // `5개 채널(`: one word may stand between.
        let between = text[amount.range.end..bracket.open].trim();
        if between.contains(|c: char| c.is_whitespace() || c.is_ascii_punctuation()) {
            return None;
        }
        let stated = amount.value()?.to_usize()?;
        let named = match amount.unit {
            unit if TIMES.contains(&unit) => days(read, bracket)?,
            unit if COUNTED.contains(&unit) => names(text, bracket, stated)?,
            _ => return None,
        };
        if named > 1 {
            ledger.add("list-count", named == stated, read.place(amount), []);
        }
        (named > 1 && named != stated).then(|| said(read, amount, named))
    });
    said.collect()
}

fn said(read: &Read<'_>, amount: &Amount<'_>, named: usize) -> Diagnostic {
    let problem = SumProblem::Count { shown: read.content()[amount.range.clone()].to_owned(), named };
    Diagnostic::new(problem, read.place(amount))
}

/// How many things a list names; `None` where it names kinds of them, or not all.
fn names(text: &str, bracket: &Bracket, stated: usize) -> Option<usize> {
    let list = &text[bracket.content()];
    let plain = !list.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ':' | '\n' | '/' | '~'));
    let names: Vec<&str> = list.split([',', '、']).map(str::trim).collect();
    let whole = !is_open(list) && !compares(list) && names.iter().all(|name| !name.is_empty() && !is_kind(name));
    // Two kinds of nine places aren't nine names: only one that is missing or too many is a slip.
    (plain && whole && names.len() > 2 && stated.abs_diff(names.len()) == 1).then_some(names.len())
}

/// How many days a list names, if it names nothing else: each with its weekday, hour or a word behind it.
fn days(read: &Read<'_>, bracket: &Bracket) -> Option<usize> {
    let content = bracket.content();
    let list = &read.content()[content.clone()];
    if is_open(list) || ["매월", "매주", "매년", "매일", "~"].iter().any(|word| list.contains(word)) {
        return None;
    }
    let dates = || read.dates.iter().filter(|date| content.contains(&date.range.start));
    let mut at = content.start;
    let mut count = 0;
    for piece in list.split(PARTING) {
        let begin = at + piece.len() - piece.trim_start().len();
        let own = dates().filter(|date| (at..at + piece.len()).contains(&date.range.start)).count();
        let begins = dates().any(|date| date.range.start == begin && date.day.is_some());
        at += piece.len() + 1;
        // `(수, 목)` of one day's hours is no day.
        if own != 1 || !begins {
            return None;
        }
        count += 1;
    }
    Some(count)
}
