//! Amounts in letters say what their digits do: `금41,200,000원(금사천백이십만원)`.

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::read::amount::Amount;
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

const DIGITS: [(char, u64); 20] = [
    ('영', 0),
    ('일', 1),
    ('이', 2),
    ('삼', 3),
    ('사', 4),
    ('오', 5),
    ('육', 6),
    ('륙', 6),
    ('칠', 7),
    ('팔', 8),
    ('구', 9),
    ('壹', 1),
    ('貳', 2),
    ('參', 3),
    ('四', 4),
    ('五', 5),
    ('六', 6),
    ('七', 7),
    ('八', 8),
    ('九', 9),
];
const SMALL: [(char, u64); 4] = [('십', 10), ('백', 100), ('천', 1_000), ('拾', 10)];
const LARGE: [(char, u64); 4] = [('만', 10_000), ('억', 100_000_000), ('조', 1_000_000_000_000), ('萬', 10_000)];

/// Looks at every text.
pub(in crate::check) fn spelled_out(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            if read.amounts.iter().any(|amount| amount.unit == "원") && read.content().contains('(') {
                let said = of_text(read, &mut found.ledger);
                said.into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
            }
        }
    }
}

fn of_text(read: &Read<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let text = read.content();
    let said = read.amounts.iter().filter(|amount| amount.unit == "원").filter_map(|amount| {
        let (start, word) = beside(text, amount)?;
        let spelled = spelled(word)?;
        let place = read.text.place(start..start + word.len());
        let agrees = amount.value()? == spelled;
        ledger.add("amount-in-letters", agrees, read.place(amount), [('=', place)]);
        if agrees {
            return None;
        }
        let problem = SumProblem::SpelledOut {
            shown: text[amount.range.clone()].to_owned(),
            spelled: word.to_owned(),
            value: numbers::grouped(spelled) + "원",
        };
        let diagnostic = Diagnostic::new(problem, place);
        Some(diagnostic.related(read.place(amount), Relation::Elsewhere))
    });
    said.collect()
}

/// The letters in the bracket behind an amount, without 금, 원 and 정.
fn beside<'t>(text: &'t str, amount: &Amount<'_>) -> Option<(usize, &'t str)> {
    let rest = text[amount.range.end..].trim_start();
    let rest = rest.strip_prefix('정').unwrap_or(rest).trim_start();
    let after = rest.strip_prefix('(')?;
    let inside = &after[..after.find(')')?];
    let lead = inside.trim_start();
    let lead = ["일금", "금"].iter().find_map(|word| lead.strip_prefix(word)).unwrap_or(lead).trim_start();
    let word = lead.trim_end().trim_end_matches('정').trim_end().strip_suffix('원')?.trim_end();
    let start = text.len() - after.len() + inside.len() - lead.len();
    (!word.is_empty()).then_some((start, word))
}

/// What letters come to; `None` for other words, and beyond all bounds.
fn spelled(word: &str) -> Option<Decimal> {
    let (mut total, mut group, mut digit) = (0_u64, 0_u64, None);
    let mut any = false;
    let known =
        |table: &[(char, u64)], character| table.iter().find(|(known, _)| *known == character).map(|(_, value)| *value);
    for character in word.chars().filter(|character| *character != ' ') {
        if let Some(value) = known(&DIGITS, character) {
            if digit.is_some() {
                return None;
            }
            digit = Some(value);
        } else if let Some(value) = known(&SMALL, character) {
            group = group.checked_add(digit.take().unwrap_or(1).checked_mul(value)?)?;
        } else {
            let value = known(&LARGE, character)?;
            group = group.checked_add(digit.take().unwrap_or(0))?;
            total = total.checked_add(group.max(1).checked_mul(value)?)?;
            group = 0;
        }
        any = true;
    }
    let value = total.checked_add(group)?.checked_add(digit.unwrap_or(0))?;
    (any && word.chars().count() > 1).then(|| Decimal::from(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_as_amounts() {
        for (word, value) in [
            ("사천일백이십만", Some(41_200_000)),
            ("사천백이십만", Some(41_200_000)),
            ("일억 이천삼백만", Some(123_000_000)),
            ("만", None),
            ("백만", Some(1_000_000)),
            ("삼십오만육천칠백", Some(356_700)),
            ("부가세 포함", None),
            ("일이삼", None),
        ] {
            assert_eq!(spelled(word), value.map(Decimal::from), "{word}");
        }
    }
}
