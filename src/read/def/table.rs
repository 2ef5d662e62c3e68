//! Tables.

use std::any::Any;

use rust_decimal::Decimal;

use super::{AllowDef, DataDef, NamedColumnDef, SubtotalDef, TotalDef};
use crate::diag::Kind;
use crate::model::grid::Join;
use crate::model::report::{ColumnAlign, ColumnWidth, Keep, Origin, Turn};
use crate::model::source::Span;
use crate::read::decode::schema::Schema;
use crate::read::decode::{
    Day, Decode, Decoder, Located, Number, Places, Role, Typed, Value, choices, keys, parse_length,
};
use crate::read::joins;

keys! {
    /// A table. In a cell, `<` joins it to its left neighbour and `^` to the one above.
    pub struct TableDef {
        /// What the table is called, above it; the program numbers it.
        caption: Option<Typed> as Year,
        /// The unit of the figures: prints (단위 : 명).
        unit: Option<Typed> as Year,
        /// The day of the figures: a date prints (2021. 10. 31. 현재), a string as typed, in brackets.
        as_of: Option<AsOfDef> as Day,
        /// Where the figures come from: prints 자료 : …, below the table.
        source: Option<Typed> as Year,
        /// The rows of the head. A `\` in its first cell, as in `구분\직급`, sets the two labels on both sides of a diagonal rule.
        head: Vec<Places<CellDef>> as Year = Vec::new(),
        /// The rows of the body.
        rows: Option<Vec<Places<CellDef>>> as Cell,
        /// The file that the rows come from, instead of `rows`.
        data: Option<DataDef> as Keys,
        /// A row that sums up all others.
        total: Option<TotalDef> as Keys,
        /// Rows that each sum up neighbouring rows with the same value in a column.
        subtotal: Option<SubtotalDef> as Keys,
        /// Notes below the table, each after its sign: `"1) 휴직 포함"`. A cell points to it by the raised sign: `"55^^1)^^"`.
        notes: Vec<Typed> as Year = Vec::new(),
        /// How many columns at the left name their row.
        row_heads: Option<Located<u16>> as Fixed,
        /// Whether the name of rows that go on over the page is printed there again; if not, it stands once.
        repeat_row_heads: bool as Fixed = true,
        /// The names of the rows and columns that are totals; left out: those that the template knows, such as 계 and 합계.
        totals: Option<Vec<Typed>> as Year,
        /// What stays on one page where a page can hold it; left out: a few rows of one name.
        keep_together: Keep as Fixed = Keep::Few,
        /// Whether the table stands on a page on its side: `true`, or `"where-needed"`, if its words have no room upright.
        landscape: Turn as Fixed = Turn::Never,
        /// Where the text of each column stands.
        align: Option<Places<ColumnAlign>> as Fixed,
        /// How wide each column is: `"auto"`, a share such as `"2fr"`, or a length such as `"25mm"`.
        widths: Option<Places<ColumnWidth>> as Fixed,
        /// How the names of single columns stand in the head, but for the first and those of `row-heads`.
        direction: Option<HeadDirection> as Fixed,
        /// Rows and columns that are set off by a style of the template.
        styles: Vec<StyleDef> as Keys = Vec::new(),
        /// Columns that follow from others: totals have them reckoned from the sums. Each is named by `name`.
        reckon: Vec<NamedColumnDef> as Keys = Vec::new(),
        /// Findings of the check that are right as they stand in this table.
        allow: Vec<AllowDef> as Keys = Vec::new(),
    }
}

impl Decode for Turn {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.kind(value) {
            Kind::Text => decoder.word(value, &["where-needed"]).map(|_| Turn::WhereNeeded),
            _ => bool::decode(value, decoder).map(|truth| if truth { Turn::Always } else { Turn::Never }),
        }
    }

    fn schema() -> Schema {
        let about = "On its side if its words have no room upright.".to_owned();
        Schema::AnyOf(vec![Schema::Boolean, Schema::Choice(vec![("where-needed", about)])])
    }
}

/// The day or period of a table's figures.
#[derive(Debug, Clone)]
pub(crate) enum AsOfDef {
    /// A day.
    Day(Day),
    /// As typed.
    Typed(Typed),
}

impl Decode for AsOfDef {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.kind(value) {
            Kind::Date => Day::decode(value, decoder).map(AsOfDef::Day),
            _ => decoder.text(value, &[Kind::Date, Kind::Text]).map(AsOfDef::Typed),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Date, Schema::Text])
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        match self {
            AsOfDef::Day(day) => visit(role, day),
            AsOfDef::Typed(typed) => visit(role, typed),
        }
    }
}

/// A cell.
#[derive(Debug, Clone)]
pub(crate) struct CellDef {
    /// What it holds.
    pub value: CellValue,
    /// Where its text stands, if not where its column's does.
    pub align: Option<CellAlign>,
    /// How its text stands, if it says so.
    pub direction: Option<HeadDirection>,
    /// The style of the template by which it is set off.
    pub style: Option<Box<Typed>>,
}

/// What a cell holds.
#[derive(Debug, Clone)]
pub(crate) enum CellValue {
    /// Text.
    Text(Typed),
    /// Nothing of its own: its place belongs to another cell.
    Joined(Join, Span),
    /// A number.
    Number(Number),
    /// A day.
    Day(Day),
    /// What a cell of a data file shows.
    Data(DataCell),
}

/// What a cell of a data file shows: it prints as it stands, whatever its letters mean elsewhere.
#[derive(Debug, Clone)]
pub(crate) struct DataCell {
    /// The letters.
    pub text: Typed,
    /// The figure that they show, where it can't be read from them: `₩1,500`, `(1,500)`.
    pub amount: Option<Box<Decimal>>,
}

impl CellDef {
    /// A cell like those around it.
    pub(crate) fn plain(value: CellValue) -> CellDef {
        CellDef { value, align: None, direction: None, style: None }
    }

    /// What joins it to another cell.
    pub(crate) fn join(&self) -> Option<Join> {
        match self.value {
            CellValue::Joined(join, _) => Some(join),
            _ => None,
        }
    }
}

impl CellValue {
    /// What a typed text means: a sign that joins, or a text, which may be such a sign that is printed.
    pub(crate) fn typed(typed: Typed) -> CellValue {
        match joins::join(&typed.content) {
            Some(join) => CellValue::Joined(join, typed.span()),
            None => CellValue::Text(CellValue::printed(typed)),
        }
    }

    /// A text in which a sign that joins is printed, `\<`, as it is printed.
    pub(crate) fn printed(typed: Typed) -> Typed {
        match joins::printed(&typed.content) {
            Some(sign) => {
                let origin = Origin { span: typed.span(), ..typed.origin.slice(sign.clone()) };
                Typed { content: typed.content[sign].to_owned(), origin }
            }
            None => typed,
        }
    }

    /// Where it stands.
    pub(crate) fn span(&self) -> Span {
        match self {
            CellValue::Text(typed) => typed.span(),
            CellValue::Number(number) => number.span,
            CellValue::Day(day) => day.span,
            CellValue::Joined(_, span) => *span,
            CellValue::Data(data) => data.text.span(),
        }
    }
}

keys! {
    /// A cell that stands or looks otherwise than its column.
    pub struct AlignedCellDef {
        /// What it holds.
        value: CellValue,
        /// Where its text stands.
        align: Option<CellAlign>,
        /// How its text stands.
        direction: Option<HeadDirection>,
        /// A style of the template by which it is set off.
        style: Option<Typed>,
    }
}

impl Decode for CellDef {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        if decoder.kind(value) == Kind::Table {
            let AlignedCellDef { value, align, direction, style, .. } = AlignedCellDef::decode(value, decoder)?;
            return Some(CellDef { value, align, direction, style: style.map(Box::new) });
        }
        CellValue::decode(value, decoder).map(CellDef::plain)
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Text, Schema::Number { bounds: None }, Schema::Date, AlignedCellDef::schema()])
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        self.value.visit(role, visit);
        if let Some(style) = &mut self.style {
            visit(Role::Fixed, &mut **style);
        }
    }
}

impl Decode for CellValue {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.kind(value) {
            Kind::Integer | Kind::Number => Number::decode(value, decoder).map(CellValue::Number),
            Kind::Date => Day::decode(value, decoder).map(CellValue::Day),
            _ => decoder.text(value, &[Kind::Text, Kind::Number, Kind::Date]).map(CellValue::typed),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Text, Schema::Number { bounds: None }, Schema::Date])
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        match self {
            CellValue::Text(typed) => {
                let before = typed.content.clone();
                visit(role, typed);
                // What an expression gives is read as if it had been typed; a sign that is printed stays so.
                if typed.content != before {
                    *self = CellValue::typed(typed.clone());
                }
            }
            CellValue::Number(number) => visit(role, number),
            CellValue::Day(day) => visit(role, day),
            // What a file holds is no text of the definition.
            CellValue::Joined(..) | CellValue::Data(_) => {}
        }
    }
}

keys! {
    /// A row or column that is set off: exactly one of both is named.
    pub struct StyleDef {
        /// Rows of this name.
        row: Option<Typed> as Year,
        /// The columns of this name.
        column: Option<Typed> as Year,
        /// The style of the template.
        style: Typed as Fixed,
    }
}

choices! {
    /// How a text of a head stands.
    pub enum HeadDirection {
        /// Level, as all other text.
        Level = "level",
        /// On its side, read upwards.
        Up = "up",
    }
}

choices! {
    /// Where the text of a cell stands.
    pub enum CellAlign {
        /// At the left.
        Left = "left",
        /// In the middle.
        Center = "center",
        /// At the right.
        Right = "right",
        /// Letters shared out over the cell (균등 분할).
        Spread = "spread",
    }
}

choices! {
    impl Keep {
        /// Rows that belong together: those of one name, and those below a row that is one cell.
        Groups = "groups",
        /// The whole table.
        Table = "table",
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
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::ColumnWidth], column_width)
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
        assert_eq!(column_width("25mm"), Some(ColumnWidth::Fixed(crate::model::len::Len::from_mm(25.0))));
        for wrong in ["", "fr", "0fr", "-1fr", "1.fr", "1e2fr", "9999fr", "wide"] {
            assert_eq!(column_width(wrong), None, "{wrong}");
        }
    }
}
