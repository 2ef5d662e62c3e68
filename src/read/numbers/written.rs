//! Figures as they are written in cells, read exactly: `3,301건`, `△12`, `-3.50`, `58.2%`.

/// A number, exactly as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    /// All its digits, as one whole number.
    pub digits: i64,
    /// How many of them are decimals.
    pub decimals: u32,
}

/// A figure as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written<'a> {
    /// Its number.
    pub amount: Amount,
    /// The sign before it, if there is one.
    pub sign: Option<char>,
    /// The unit after it; empty for none.
    pub unit: &'a str,
}

/// More digits than this are no figure of a report, and would leave no room for sums of them.
const MOST_DIGITS: usize = 15;
/// More decimals than this neither.
const MOST_DECIMALS: usize = 6;
/// The signs of what is below zero. Offices write `△` and `▲` for it.
const BELOW_ZERO: [char; 4] = ['-', '−', '△', '▲'];
/// What stands where there is no figure.
const NONE: [&str; 5] = ["", "-", "–", "—", "−"];

/// Whether a cell says that there is no figure.
pub(crate) fn is_missing(written: &str) -> bool {
    NONE.contains(&written.trim())
}

/// Reads a figure: a sign, digits with or without thousands commas, decimals, a unit without blanks.
pub(crate) fn read(written: &str) -> Option<Written<'_>> {
    let written = written.trim();
    let sign = written.chars().next().filter(|sign| *sign == '+' || BELOW_ZERO.contains(sign));
    let unsigned = &written[sign.map_or(0, char::len_utf8)..];
    let (whole, rest) = digits(unsigned, true)?;
    let (decimals, unit) = match rest.strip_prefix('.') {
        Some(rest) => digits(rest, false)?,
        None => (String::new(), rest),
    };
    let is_unit = |c: char| !c.is_whitespace() && !c.is_numeric() && !"()[]{}.,/~+-".contains(c);
    if whole.len() + decimals.len() > MOST_DIGITS || decimals.len() > MOST_DECIMALS || !unit.chars().all(is_unit) {
        return None;
    }
    let digits: i64 = format!("{whole}{decimals}").parse().ok()?;
    let digits = if sign.is_some_and(|sign| BELOW_ZERO.contains(&sign)) { -digits } else { digits };
    Some(Written { amount: Amount { digits, decimals: decimals.len() as u32 }, sign, unit })
}

/// The digits that a text begins with, and what follows them; commas only where thousands are.
fn digits(text: &str, grouped: bool) -> Option<(String, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || (grouped && c == ',');
    let end = text.find(|c: char| !is_part(c)).unwrap_or(text.len());
    let (run, rest) = text.split_at(end);
    let mut groups = run.split(',');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let right = |group: &str| group.len() == 3;
    (!run.contains(',') || (first.len() <= 3 && groups.all(right))).then(|| (run.replace(',', ""), rest))
}

impl Amount {
    /// What it comes to where one is so many decimals; they are no fewer than its own.
    pub(crate) fn at(self, decimals: u32) -> i128 {
        i128::from(self.digits) * 10_i128.pow(decimals.saturating_sub(self.decimals))
    }
}

/// A number of so many decimals with thousands commas, its trailing decimals kept; `below_zero` is the sign of a negative one.
pub(crate) fn printed(amount: i128, decimals: u32, below_zero: char) -> String {
    let digits = format!("{:0width$}", amount.unsigned_abs(), width = decimals as usize + 1);
    let (whole, rest) = digits.split_at(digits.len() - decimals as usize);
    let mut printed = String::new();
    if amount < 0 {
        printed.push(below_zero);
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            printed.push(',');
        }
        printed.push(digit);
    }
    if !rest.is_empty() {
        printed.push('.');
        printed.push_str(rest);
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_officials_write_them() {
        for (text, digits, decimals, unit) in [
            ("3,301건", 3301, 0, "건"),
            ("△12", -12, 0, ""),
            ("▲1,234.5", -12345, 1, ""),
            ("-3.50", -350, 2, ""),
            ("+7", 7, 0, ""),
            (" 58.2% ", 582, 1, "%"),
            ("1234567", 1_234_567, 0, ""),
            ("0.0", 0, 1, ""),
            ("12㎡", 12, 0, "㎡"),
        ] {
            let read = read(text).unwrap_or_else(|| panic!("{text} is a figure"));
            assert_eq!((read.amount, read.unit), (Amount { digits, decimals }, unit), "{text}");
        }
    }

    #[test]
    fn what_may_mean_something_else_is_no_figure() {
        for text in [
            "",
            "△",
            "약 30",
            "12,34",
            "1,2345",
            "2(1)",
            "39개 사업",
            "1/2",
            "10~20",
            "1e6",
            "12.",
            ".5",
            "9".repeat(16).as_str(),
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_printed_with_commas_and_decimals() {
        for (amount, decimals, text) in
            [(0, 0, "0"), (1_234_567, 0, "1,234,567"), (-12_345, 1, "△1,234.5"), (5, 2, "0.05"), (-100, 2, "△1.00")]
        {
            assert_eq!(printed(amount, decimals, '△'), text);
        }
    }
}
