//! What a sheet shows of the values of its cells.

use super::format::{Digits, Format, built_in};
use super::styles::Styles;
use crate::read::data::{Cell, CellShape, Remark};
use crate::read::numbers::digits;

/// How a sheet shows its values.
#[derive(Debug, Default)]
pub(super) struct Appearance {
    /// The formats of its cells.
    pub styles: Styles,
    /// Whether days are counted from 1904.
    pub since_1904: bool,
    /// Whether it leaves cells with nothing in them empty, `0` among them.
    pub hides_zeros: bool,
}

impl Appearance {
    /// A number, as its format shows it.
    pub(crate) fn number(&self, number: f64, style: usize) -> Cell {
        let Some(number) = Digits::of(number) else { return Cell::new("#NUM!", CellShape::Error) };
        if number.is_zero() && self.hides_zeros {
            return Cell::empty();
        }
        let shown = self.styles.format(style).number(&number, self.since_1904);
        let is_figure = !shown.is_code && digits(&shown.text).is_some();
        let remark = if shown.hides_sign {
            Some(Remark::HidesSign)
        } else if shown.is_shortened {
            Some(Remark::Shortened)
        } else {
            None
        };
        let shape = if is_figure { CellShape::Number } else { CellShape::Text };
        let amount = shown.figure.filter(|_| !is_figure && !shown.text.is_empty()).map(Box::new);
        Cell { amount, remark, ..Cell::new(shown.text, shape) }
    }

    /// A day as a count, as its format shows it; as a date where that is no format of dates.
    pub(crate) fn day(&self, days: f64, style: usize) -> Cell {
        let format = self.styles.format(style);
        if format.is_of_days() {
            return self.number(days, style);
        }
        let usual = Format::parse(built_in(if days.fract() == 0.0 { 14 } else { 22 }));
        let shown = Digits::of(days).map(|days| usual.number(&days, self.since_1904).text);
        Cell::new(shown.unwrap_or_default(), CellShape::Text)
    }

    /// A text, as its format shows it.
    pub(crate) fn text(&self, text: &str, style: usize) -> Cell {
        let shown = self.styles.format(style).text(text);
        Cell::new(without_wide_blanks(shown), CellShape::Text)
    }

    /// A value that is true or false.
    pub(crate) fn truth(&self, value: bool, style: usize) -> Cell {
        self.text(if value { "TRUE" } else { "FALSE" }, style)
    }
}

/// A text whose no-break blanks are blanks: they come with what was copied from a web page, and say nothing.
pub(in crate::read::data) fn without_wide_blanks(text: String) -> String {
    const WIDE: [char; 3] = ['\u{A0}', '\u{2007}', '\u{202F}'];
    if !text.contains(WIDE) {
        return text;
    }
    text.replace(WIDE, " ").trim().to_owned()
}
