//! Tables from data files: which cells, which columns, which rows.

use std::any::Any;

use crate::diag::Kind;
use crate::read::data::{CellRange, Encoding, Point, Separator};
use crate::read::decode::schema::Schema;
use crate::read::decode::{Decode, Decoder, Located, Number, Role, Typed, Value, choices, keys};

keys! {
    /// The file that a table's rows come from, and what of it: CSV, XLSX, XLS or ODS. A column is named by its head in the file.
    pub struct DataDef {
        /// The file, relative to this one.
        file: Typed as Fixed,
        /// The sheet of a spreadsheet; left out where there is only one.
        sheet: Option<Typed> as Fixed,
        /// The cells, head and all: `"A3:F20"`, or open at an end, `"A3:"`; left out: all.
        range: Option<Located<CellRange>> as Fixed,
        /// How many rows at the top are the head; without any, columns are named A, B, C.
        head_rows: u8 as Fixed = 1,
        /// What parts the cells of a CSV file; left out, it is found out.
        separator: Option<Located<Separator>> as Fixed,
        /// How the letters of a CSV file are written; left out, it is found out.
        encoding: Option<Located<Encoding>> as Fixed,
        /// What stands before the decimals of figures in a CSV file; left out, each column tells.
        decimal: Option<Located<Point>> as Fixed,
        /// What becomes of the rows, columns and sheets that a spreadsheet hides.
        hidden: HiddenCells as Fixed = HiddenCells::LeaveOut,
        /// Whether marks of emphasis, signs of lines and `[…]` in cells mean what they mean in typed ones; if not, they print as they stand.
        markup: bool as Fixed = false,
        /// The columns in their order, those of the file by name, others reckoned; left out: all of the file's.
        columns: Option<Vec<ColumnDef>> as Year,
        /// The columns whose figures print as they stand in the file, without commas: years, numbers of documents.
        verbatim: Vec<Typed> as Year = Vec::new(),
        /// Which rows are kept: those that meet every one of these.
        filter: Vec<FilterDef> as Keys = Vec::new(),
        /// By what the rows are sorted, first things first; left out, they stay in their order.
        sort: Vec<SortDef> as Keys = Vec::new(),
    }
}

/// A column of the table: of the file by its name, or reckoned.
#[derive(Debug, Clone)]
pub(crate) enum ColumnDef {
    /// The file's column of this name.
    File(Typed),
    /// A column under a name of its own.
    Named(Box<NamedColumnDef>),
}

keys! {
    /// A column under a name of its own: exactly one key says where it comes from.
    pub struct NamedColumnDef {
        /// Its name, which prints where the table has no typed head; a column of the file has its own.
        name: Option<Typed> as Year,
        /// The file's column of this name.
        column: Option<Typed> as Year,
        /// The sum of these columns of the file.
        sum: Option<Vec<Typed>> as Year,
        /// The change from the first of two columns to the second; a fall prints with △.
        change: Option<Located<Vec<Typed>>> as Year,
        /// The change from the first of two columns to the second in percent of the first.
        change_rate: Option<Located<Vec<Typed>>> as Year,
        /// The share in percent that a column's figure has in all of the rows.
        share: Option<Typed> as Year,
        /// The first of two columns in percent of the second: `["집행액", "예산액"]`.
        rate: Option<Located<Vec<Typed>>> as Year,
        /// The decimals of a rate or share, or those to which figures of the file are rounded.
        decimals: Option<Located<u8>> as Fixed,
    }
}

keys! {
    /// Keeps rows by what they hold in a column.
    pub struct FilterDef {
        /// The column.
        column: Typed as Year,
        /// The row holds one of these.
        is: Option<Vec<Typed>> as Year,
        /// The row holds none of these.
        is_not: Option<Vec<Typed>> as Year,
        /// The row's figure is no less.
        least: Option<Number> as Fixed,
        /// The row's figure is no more.
        most: Option<Number> as Fixed,
    }
}

keys! {
    /// Sorts rows by a column: figures by size before texts in the order of the syllables, empty cells last.
    pub struct SortDef {
        /// The column.
        column: Typed as Year,
        /// Whether the largest comes first.
        descending: bool as Fixed = false,
    }
}

keys! {
    /// A row that sums up all others.
    pub struct TotalDef {
        /// What it is called: 계.
        label: Typed as Year,
        /// Where it stands.
        at: TotalPlace as Fixed = TotalPlace::Bottom,
        /// The columns that it sums up; those that are reckoned are reckoned from the sums.
        sum: Vec<Typed> as Year,
    }
}

keys! {
    /// Rows that each sum up neighbouring rows with the same value in a column.
    pub struct SubtotalDef {
        /// The column; its equal cells are merged.
        by: Typed as Year,
        /// What such a row is called: 소계.
        label: Typed as Year,
        /// Where it stands.
        at: TotalPlace as Fixed = TotalPlace::Bottom,
        /// The columns that it sums up; those that are reckoned are reckoned from the sums.
        sum: Vec<Typed> as Year,
    }
}

choices! {
    /// Where a total stands.
    pub enum TotalPlace {
        /// Above the rows that it sums up.
        Top = "top",
        /// Below them.
        Bottom = "bottom",
    }
}

choices! {
    /// What becomes of what a spreadsheet hides.
    pub enum HiddenCells {
        /// It is left out.
        LeaveOut = "leave-out",
        /// It is kept.
        Show = "show",
    }
}

choices! {
    impl Point {
        /// A point.
        Point = ".",
        /// A comma.
        Comma = ",",
    }
}

choices! {
    impl Separator {
        /// A comma.
        Comma = ",",
        /// A semicolon.
        Semicolon = ";",
        /// A tab.
        Tab = "\t",
    }
}

choices! {
    impl Encoding {
        /// UTF-8.
        Utf8 = "utf-8",
        /// CP949 (EUC-KR), as Korean Excel saves CSV.
        Cp949 = "cp949",
    }
}

impl Decode for CellRange {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        decoder.scalar(value, &[Kind::CellRange], CellRange::parse)
    }

    fn schema() -> Schema {
        Schema::Pattern(r"^[A-Z]{0,3}[0-9]{0,7}:[A-Z]{0,3}[0-9]{0,7}$")
    }
}

impl Decode for ColumnDef {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match decoder.kind(value) {
            Kind::Table => NamedColumnDef::decode(value, decoder).map(|def| ColumnDef::Named(Box::new(def))),
            _ => decoder.text(value, &[Kind::Text, Kind::Table]).map(ColumnDef::File),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![Schema::Text, NamedColumnDef::schema()])
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        match self {
            ColumnDef::File(name) => visit(role, name),
            ColumnDef::Named(def) => def.visit(role, visit),
        }
    }
}
