//! What formats show beside what another engine shows, recorded in `tests/data/formats`; the differences that are meant stand there too, each with its reason.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Digits, Format};

const RECORDED: &str = include_str!("../../../../../tests/data/formats/matrix.tsv");
const MEANT: &str = include_str!("../../../../../tests/data/formats/differences.tsv");

/// What a format shows of a value as it is written in the record.
fn shown(format: &Format, value: &str) -> String {
    match value.parse::<f64>().ok().and_then(Digits::of) {
        Some(number) => format.number(&number, false).text,
        None => format.text(value),
    }
}

/// Without blanks that only align: a report has no type of one width.
fn squeezed(shown: &str) -> String {
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the other engine shows: `\b` is nothing, `\e` a format that it refuses.
fn recorded(field: &str) -> Option<String> {
    match field {
        "\\b" => Some(String::new()),
        "\\e" => None,
        field => Some(squeezed(field)),
    }
}

#[test]
fn formats_show_what_another_engine_shows() {
    let mut lines = RECORDED.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let values = lines.next().expect("the first line has the values");
    // A line of words has no fields.
    let meant: BTreeMap<(&str, &str), &str> = MEANT
        .lines()
        .filter_map(|line| line.split('\t').collect::<Vec<_>>().get(..3).map(|it| ((it[0], it[1]), it[2])))
        .collect();
    let (mut compared, mut formats, mut wrong, mut used) = (0, 0, String::new(), 0);
    for fields in lines {
        let format = Format::parse(fields[0]);
        formats += 1;
        for (value, other) in values.iter().zip(&fields).skip(1) {
            let own = squeezed(&shown(&format, value));
            compared += 1;
            let expected = match meant.get(&(fields[0], *value)) {
                Some(meant) => {
                    used += 1;
                    recorded(meant)
                }
                None => recorded(other),
            };
            if expected.as_ref() != Some(&own) {
                let own = if own.is_empty() { "\\b" } else { &own };
                writeln!(wrong, "{}\t{value}\t{own}\t{other}", fields[0]).expect("a string can be written to");
            }
        }
    }
    assert!(formats >= 120 && compared >= 120 * 12, "{formats} formats, {compared} values");
    assert!(wrong.is_empty(), "format, value, shown, recorded:\n{wrong}");
    assert_eq!(used, meant.len(), "a difference that is meant is one");
}
