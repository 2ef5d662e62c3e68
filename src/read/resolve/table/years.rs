//! Numbers that name and don't count: years, codes and telephone numbers have no thousands commas.

use crate::model::source::SourceMap;
use crate::read::decode::{Number, Places, Typed};
use crate::read::def::{CellDef, CellValue, TableDef};
use crate::read::numbers;
use crate::read::resolve::typed;

/// What heads of codes end with; blanks and what stands in brackets apart.
const CODES: [&str; 16] = [
    "번호",
    "코드",
    "지번",
    "연번",
    "순번",
    "학번",
    "사번",
    "연락처",
    "code",
    "zip",
    "tel",
    "fax",
    "phone",
    "no",
    "no.",
    "id",
];

/// What heads of years end with.
const YEARS: [&str; 7] = ["연도", "년도", "연도별", "년도별", "생년", "year", "years"];

/// What makes a head of years one of figures: last year's, this year's, those of a year that is named.
const OF_A_YEAR: [&str; 14] =
    ["전", "전전", "전전년", "금", "당해", "해당", "차", "익", "직전", "작", "내", "당", "동", "현"];

/// A column without a head of years holds them where it has so many rows, all of them years.
const LEAST_ROWS: usize = 3;

/// Takes the commas out of the numbers of a table that name and don't count; those that were typed with `_` or a comma keep them.
pub(super) fn print_plain(rows: &mut [Places<CellDef>], head_rows: usize, def: &TableDef, sources: &SourceMap) {
    let columns = rows.iter().map(|row| row.entries.len()).max().unwrap_or(0);
    let summed: Vec<&Typed> =
        def.total.iter().flat_map(|total| &total.sum).chain(def.subtotal.iter().flat_map(|it| &it.sum)).collect();
    let (head, body) = rows.split_at_mut(head_rows.min(rows.len()));
    for cell in head.iter_mut().flat_map(|row| &mut row.entries) {
        plain(cell, sources, is_year);
    }
    let owners = typed::owners(head);
    for column in 0..columns {
        let labels: Vec<String> =
            (0..head.len()).filter_map(|row| typed::cell(head, owners.owner((row, column)))).map(label).collect();
        let is_summed = summed.iter().any(|name| {
            let name = squeezed(name.content.rsplit('/').next().unwrap_or_default());
            labels.iter().any(|label| squeezed(label) == name)
        });
        if is_summed {
            continue;
        }
        let of_column = |body: &mut [Places<CellDef>], takes: fn(u64) -> bool| {
            body.iter_mut().filter_map(|row| row.entries.get_mut(column)).for_each(|cell| plain(cell, sources, takes));
        };
        if labels.iter().any(|label| names(label, &CODES)) {
            of_column(body, |_| true);
        } else if labels.iter().any(|label| names_years(label)) {
            of_column(body, |number| (1000..10_000).contains(&number));
        } else if def.unit.is_none()
            && !labels.iter().any(|label| label.contains('('))
            && all_years(body, column, sources)
        {
            of_column(body, is_year);
        }
    }
    // A row of years below one another's names: `연도 | 2023 | 2024`.
    for row in body {
        let first = row.entries.iter().flatten().next().map(label);
        if first.is_some_and(|first| names_years(&first)) {
            row.entries.iter_mut().for_each(|cell| plain(cell, sources, is_year));
        }
    }
}

fn is_year(number: u64) -> bool {
    (1900..=2100).contains(&number)
}

/// Whether a column holds years and nothing else, and enough of them.
fn all_years(body: &[Places<CellDef>], column: usize, sources: &SourceMap) -> bool {
    let mut count = 0;
    for cell in body.iter().filter_map(|row| row.entries.get(column)) {
        match cell.as_ref().map(|cell| &cell.value) {
            Some(CellValue::Joined(..)) => {}
            Some(CellValue::Number(number)) if digits(number, sources).is_some_and(|(number, _)| is_year(number)) => {
                count += 1
            }
            _ => return false,
        }
    }
    count >= LEAST_ROWS
}

/// Takes the commas out of a number that is one of these.
fn plain(cell: &mut Option<CellDef>, sources: &SourceMap, takes: impl Fn(u64) -> bool) {
    if let Some(CellDef { value: CellValue::Number(number), .. }) = cell
        && let Some((value, digits)) = digits(number, sources)
        && takes(value)
    {
        number.printed = digits;
    }
}

/// A whole number that was typed without anything between its digits.
fn digits(number: &Number, sources: &SourceMap) -> Option<(u64, String)> {
    let digits: String = number.printed.chars().filter(|digit| *digit != ',').collect();
    let typed = sources.text(number.span.file).get(number.span.range())?.trim_matches('"').trim();
    (typed == digits && digits.bytes().all(|digit| digit.is_ascii_digit())).then_some(())?;
    Some((digits.parse().ok()?, digits))
}

fn label(cell: &CellDef) -> String {
    match &cell.value {
        CellValue::Text(typed) => typed.content.clone(),
        CellValue::Data(data) => data.text.content.clone(),
        _ => String::new(),
    }
}

/// A head without blanks and marks.
fn squeezed(label: &str) -> String {
    label.chars().filter(|c| !c.is_whitespace() && !"*_^=".contains(*c)).collect::<String>().to_lowercase()
}

/// The same without what stands in brackets at its end: `연도(년)`.
fn bare(label: &str) -> String {
    let squeezed = squeezed(label);
    squeezed.split('(').next().map(str::to_owned).unwrap_or(squeezed)
}

fn names(label: &str, words: &[&str]) -> bool {
    let label = bare(label);
    words.iter().any(|word| match word.is_ascii() {
        true => label == *word,
        false => label.ends_with(word),
    })
}

fn names_years(label: &str) -> bool {
    let label = bare(label);
    let figures = label.chars().any(|c| c.is_ascii_digit());
    let of_a_year = |ending: &str| label.strip_suffix(ending).is_some_and(|before| OF_A_YEAR.contains(&before));
    !figures && names(&label, &YEARS) && !of_a_year("연도") && !of_a_year("년도") && numbers::read(&label).is_none()
}
