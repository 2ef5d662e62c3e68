//! Tables.

use crate::decode::schema::Schema;
use crate::decode::{Day, Decode, Decoder, Located, Number, Places, Typed, Value, choices, keys, parse_length};
use crate::diag::Kind;
use crate::report::{ColumnAlign, ColumnWidth};

keys! {
    /// A table. In a cell, `<` joins it to its left neighbour and `^` to the one above.
    pub struct TableDef {
        /// The unit of the figures: prints (단위 : 명).
        unit: Option<Typed>,
        /// The day of the figures: a date prints (2021. 10. 31. 현재), a string as typed, in brackets.
        as_of: Option<AsOfDef>,
        /// The rows of the head.
        head: Vec<Places<CellDef>> = Vec::new(),
        /// The rows of the body.
        rows: Vec<Places<CellDef>>,
        /// How many columns at the left name their row.
        row_heads: Option<Located<u16>>,
        /// Where the text of each column stands.
        align: Option<Places<ColumnAlign>>,
        /// How wide each column is: `"auto"`, a share such as `"2fr"`, or a length such as `"25mm"`.
        widths: Option<Places<ColumnWidth>>,
    }
}

/// The day or period of a table's figures.
#[derive(Debug, Clone)]
pub enum AsOfDef {
    /// A day.
    Day(Day),
    /// As typed.
    Typed(Typed),
}

impl Decode for AsOfDef {
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match cx.kind(value) {
            Kind::Date => Day::decode(value, cx).map(AsOfDef::Day),
            _ => cx.text(value, &[Kind::Date, Kind::Text]).map(AsOfDef::Typed),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Date, Schema::Text])
    }
}

/// A cell.
#[derive(Debug, Clone)]
pub enum CellDef {
    /// Text, or a sign that merges.
    Text(Typed),
    /// A number.
    Number(Number),
    /// A day.
    Day(Day),
}

impl Decode for CellDef {
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        match cx.kind(value) {
            Kind::Integer | Kind::Number => Number::decode(value, cx).map(CellDef::Number),
            Kind::Date => Day::decode(value, cx).map(CellDef::Day),
            _ => cx.text(value, &[Kind::Text, Kind::Number, Kind::Date]).map(CellDef::Text),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Text, Schema::Number, Schema::Date])
    }
}

choices! {
    impl ColumnAlign {
        /// At the left.
        Left = "left",
        /// In the middle.
        Center = "center",
        /// At the right.
        Right = "right",
        /// Letters shared out over the column (균등 분할).
        Spread = "spread",
        /// Figures with their decimal points below each other.
        Decimal = "decimal",
    }
}

impl Decode for ColumnWidth {
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        cx.scalar(value, &[Kind::ColumnWidth], column_width)
    }

    fn schema() -> Schema {
        Schema::Pattern(r"^(auto|[0-9]+(\.[0-9]{1,3})?fr|[0-9]+(\.[0-9]+)?(mm|pt))$")
    }
}

/// `auto`, `2fr`, `1.5fr`, `25mm` or `40pt`.
fn column_width(text: &str) -> Option<ColumnWidth> {
    if text == "auto" {
        return Some(ColumnWidth::Auto);
    }
    let Some(share) = text.strip_suffix("fr") else {
        return parse_length(text).map(ColumnWidth::Fixed);
    };
    let (whole, decimals) = share.split_once('.').unwrap_or((share, "0"));
    let digits = |text: &str| !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(decimals) {
        return None;
    }
    let thousandths: u32 = format!("{whole}{decimals:0<3}").parse().ok()?;
    (thousandths > 0).then_some(ColumnWidth::Share(thousandths))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_widths_are_automatic_shares_or_lengths() {
        assert_eq!(column_width("auto"), Some(ColumnWidth::Auto));
        assert_eq!(column_width("2fr"), Some(ColumnWidth::Share(2_000)));
        assert_eq!(column_width("1.25fr"), Some(ColumnWidth::Share(1_250)));
        assert_eq!(column_width("25mm"), Some(ColumnWidth::Fixed(crate::len::Len::from_mm(25.0))));
        for wrong in ["", "fr", "0fr", "-1fr", "1.fr", "1e2fr", "9999fr", "wide"] {
            assert_eq!(column_width(wrong), None, "{wrong}");
        }
    }
}
