//! A number of things equals how many are named in the brackets after it: `6개(페이스북, 블로그, …)`.

use crate::check::found::Found;
use crate::check::read::bracket::brackets;
use crate::check::read::words::{compares, is_open};
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, SumProblem};
use rust_decimal::prelude::ToPrimitive;

/// Units of things that are named one by one.
const COUNTED: [&str; 9] = ["개", "개소", "개동", "개국", "개사", "곳", "종", "명", "개교"];

/// Looks at every text.
pub(in crate::check) fn counts(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            of_text(read).into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
        }
    }
}

fn of_text(read: &Read<'_>) -> Vec<Diagnostic> {
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
        let list = &text[bracket.content()];
        let plain = !list.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ':' | '\n' | '/' | '~'));
        let names: Vec<&str> = list.split([',', '、']).map(str::trim).collect();
        let whole = !is_open(list) && !compares(list) && names.iter().all(|name| !name.is_empty());
        let counted = COUNTED.contains(&amount.unit) && !between.contains(char::is_whitespace);
        let stated = amount.value()?.to_usize()?;
        let wrong = names.len() > 1 && names.len() != stated;
        (counted && plain && whole && wrong).then(|| {
            let problem = SumProblem::Count { shown: text[amount.range.clone()].to_owned(), named: names.len() };
            Diagnostic::new(problem, read.text.place(amount.range.clone()))
        })
    });
    said.collect()
}
