//! Exact figures: read as people type them, printed as reports print them.

pub(crate) mod written;

use jiff::civil::Weekday;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::report::TO_FILL;

/// The digits of a number as a person types it, `1,234.5`, without its commas; `None` for other texts.
///
/// A text with a leading zero (`0123`), an exponent or commas elsewhere than between thousands is no number.
pub(crate) fn digits(text: &str) -> Option<String> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = whole.split_once(',').map_or((whole, None), |(first, rest)| (first, Some(rest)));
    let grouped = |rest: &str| {
        first.len() <= 3 && first != "0" && rest.split(',').all(|group| group.len() == 3 && all_digits(group))
    };
    let plain = all_digits(first) && (first == "0" || !first.starts_with('0'));
    let sound = plain && rest.is_none_or(grouped) && decimals.is_none_or(all_digits);
    sound.then(|| text.replace(',', ""))
}

/// The figure that a cell holds: `1,234`, `△3`, `▲1.5`; nothing (`Some(None)`) for an empty cell or `-`; `None` for what is no figure. Raised signs
/// of notes are no part of it.
pub(crate) fn read(cell: &str) -> Option<Option<Decimal>> {
    let bare = without_raised(cell);
    let text = bare.trim();
    if matches!(text, "" | "-" | "–" | "－") {
        return Some(None);
    }
    let (falls, text) = match text.strip_prefix(['△', '▲', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let number: Decimal = digits(text)?.trim_start_matches('+').parse().ok()?;
    // A sign before a sign is a slip.
    (!falls || !text.starts_with(['-', '+'])).then_some(Some(if falls { -number } else { number }))
}

/// Whether a cell's figure remains to be filled in.
pub(crate) fn is_to_fill(cell: &str) -> bool {
    without_raised(cell).trim() == TO_FILL
}

/// A text without its raised letters, `55^^1)^^`.
pub(crate) fn without_raised(text: &str) -> String {
    text.split("^^").step_by(2).collect()
}

/// With thousands commas, `-1,234.50`, and the decimals that it has.
pub(crate) fn grouped(figure: Decimal) -> String {
    crate::read::decode::grouped(&unsigned_zero(figure).to_string())
}

/// With △ before a fall: `△1,234`.
pub(crate) fn change(figure: Decimal) -> String {
    let size = grouped(figure.abs());
    if figure.is_sign_negative() && !figure.is_zero() { format!("△{size}") } else { size }
}

/// Rounded as people do (사사오입), with all of these decimals.
pub(crate) fn rounded(figure: Decimal, decimals: u32) -> Decimal {
    let mut rounded = figure.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(decimals);
    rounded
}

/// Weekdays as they stand in brackets after a date, from Monday.
pub(crate) const WEEKDAYS: [char; 7] = ['월', '화', '수', '목', '금', '토', '일'];

/// A weekday as it stands in brackets after a date: 월.
pub(crate) fn weekday_name(weekday: Weekday) -> char {
    // An offset is 0 to 6.
    WEEKDAYS[weekday.to_monday_zero_offset() as usize]
}

fn unsigned_zero(figure: Decimal) -> Decimal {
    if figure.is_zero() { figure.abs() } else { figure }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_people_type_as_numbers() {
        for (text, number) in
            [("0", "0"), ("12", "12"), ("1,234", "1234"), ("-1,234.50", "-1234.50"), ("+3", "+3"), ("0.5", "0.5")]
        {
            assert_eq!(digits(text).as_deref(), Some(number));
        }
        for text in [
            "", "-", "010", "00", "1,23", "1,2345", ",123", "0,123", "1e3", "1.", ".5", "5%", "△3", "12명", "1 2",
            "2(1)",
        ] {
            assert_eq!(digits(text), None, "{text}");
        }
    }

    #[test]
    fn cells_hold_figures_falls_or_nothing() {
        let read = |text| read(text).map(|figure| figure.map(|figure| figure.to_string()));
        for (text, figure) in
            [("1,234.50", "1234.50"), ("△3", "-3"), ("▲ 1.5", "-1.5"), ("55^^1)^^", "55"), (" 7 ", "7"), ("+2", "2")]
        {
            assert_eq!(read(text), Some(Some(figure.to_owned())), "{text}");
        }
        for nothing in ["", "-", " ", "^^1)^^"] {
            assert_eq!(read(nothing), Some(None), "{nothing}");
        }
        for other in ["2(1)", "12명", "△", "△-3", "가", "1e3", "99999999999999999999999999999999"] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn figures_are_printed_as_in_reports() {
        let decimal = |text: &str| text.parse::<Decimal>().expect("it is one");
        assert_eq!(grouped(decimal("-1234567.50")), "-1,234,567.50");
        assert_eq!(change(decimal("-1234")), "△1,234");
        assert_eq!(change(decimal("-0")), "0");
        for (figure, decimals, printed) in [("0.05", 1, "0.1"), ("-0.05", 1, "-0.1"), ("2.5", 0, "3"), ("7", 2, "7.00")]
        {
            assert_eq!(rounded(decimal(figure), decimals).to_string(), printed);
        }
    }
}
