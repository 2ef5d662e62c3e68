//! Tables on a dense grid, and what their heads and labels say of them.

use super::{Allow, Caption, Element, Graphic, Text};
use crate::model::grid::{Grid, GridCell};
use crate::model::len::Len;
use crate::model::source::Span;

/// A table on a dense grid.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Table {
    /// Its name in the definition.
    pub name: String,
    /// The unit of its figures, `명`.
    pub unit: Option<Text>,
    /// The day or period of its figures.
    pub as_of: Option<AsOf>,
    /// Where its figures come from.
    pub source: Option<Text>,
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// The rows at the top that are its head.
    pub head_rows: usize,
    /// The columns at the left that name their row.
    pub row_heads: usize,
    /// Whether a name of rows that go on over the page is printed there again.
    pub repeat_row_heads: bool,
    /// What its total rows and columns are called; `None` leaves it to the template.
    pub totals: Option<Vec<Text>>,
    /// What stays on one page.
    pub keep: Keep,
    /// Whether it stands on a page on its side.
    pub landscape: Turn,
    /// Whether the names of its columns stand on their side.
    pub upward: bool,
    /// Rows and columns that are set off, those that are named last first.
    pub styles: Vec<Styled>,
    /// Its cells.
    pub grid: Grid<Cell>,
    /// The notes below it.
    pub notes: Vec<TableNote>,
    /// What it is called.
    pub caption: Option<Caption>,
    /// The place that leads to it, if something does.
    pub place: Option<u32>,
    /// Where it is defined.
    pub span: Span,
    /// What the check may find in it and keeps to itself.
    pub allow: Vec<Allow>,
}

/// What of a table stays on one page where a page can hold it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Keep {
    /// Rows of one name, as few of them as the template says.
    #[default]
    Few,
    /// Rows of one name, and those below a row that is one cell.
    Groups,
    /// All of it.
    Table,
}

/// Whether a table stands on a page on its side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Turn {
    /// It stands upright.
    #[default]
    Never,
    /// Where its words have no room upright in the type that the template asks for.
    WhereNeeded,
    /// On its side.
    Always,
}

/// A note below a table, to which its sign in a cell points.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TableNote {
    /// The sign, `1)`.
    pub sign: String,
    /// What it says.
    pub text: Text,
}

/// The day or period of a table's figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AsOf {
    /// A day, `2021. 10. 31.`; the template adds 현재.
    Day(Text),
    /// As typed.
    Typed(Text),
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Column {
    /// Where its cells' text stands; `None` leaves it to the template.
    pub align: Option<ColumnAlign>,
    /// How wide it is.
    pub width: ColumnWidth,
}

/// Where the text of a column's cells stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnAlign {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
    /// With its letters shared out over the column (균등 분할).
    Spread,
    /// In the middle, figures with their decimal points below each other.
    Decimal,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum ColumnWidth {
    /// As its content needs.
    #[default]
    Auto,
    /// A share of what the other columns leave, in thousandths.
    Share(u32),
    /// A fixed length.
    Fixed(Len),
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    /// What it holds.
    pub content: CellContent,
    /// Where its text stands; `None` leaves it to its column.
    pub align: Option<ColumnAlign>,
    /// Whether its text stands on its side; `None` leaves it to its table.
    pub upward: Option<bool>,
    /// The style of the template by which it is set off.
    pub style: Option<Box<Text>>,
}

/// A row or column that is set off.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Styled {
    /// Which, by its number.
    pub line: GridLine,
    /// The style of the template.
    pub style: Text,
}

/// A row or a column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GridLine {
    /// A row.
    Row(usize),
    /// A column.
    Column(usize),
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum CellContent {
    /// Text; `number` where the definition holds a number.
    Text {
        /// As printed.
        text: Text,
        /// Whether it is a figure.
        number: bool,
    },
    /// Items with signs, notes, and what stands among them.
    Outline(Vec<Element>),
    /// The corner of a head: two labels on both sides of a diagonal rule.
    Corner {
        /// What the rows are, below the rule.
        rows: Box<Text>,
        /// What the columns are, above it.
        columns: Box<Text>,
    },
    /// A picture.
    Graphic(Box<Graphic>),
}

impl Table {
    /// A table without columns and rows, to be filled.
    pub(crate) fn empty(name: &str, span: Span) -> Table {
        Table {
            name: name.to_owned(),
            unit: None,
            as_of: None,
            source: None,
            columns: Vec::new(),
            head_rows: 0,
            row_heads: 0,
            repeat_row_heads: true,
            totals: None,
            keep: Keep::default(),
            landscape: Turn::Never,
            upward: false,
            styles: Vec::new(),
            grid: Grid::default(),
            notes: Vec::new(),
            span,
            allow: Vec::new(),
            caption: None,
            place: None,
        }
    }

    /// The cell that covers a place; `None` beyond the grid.
    pub(crate) fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.grid.at((row, column)).map(|cell| cell.content)
    }

    /// Whether a row of the body has one of these names, which are compared without blanks; so has one that a name covers with others.
    pub(crate) fn is_row_named(&self, row: usize, names: &[String]) -> bool {
        let columns = self.row_heads.max(1);
        let mut naming = self.grid.row(row).take_while(|cell| cell.region.column() < columns);
        row >= self.head_rows && naming.any(|cell| cell.content.is_one_of(names))
    }

    /// Whether a column has one of these names in its head, which are compared without blanks.
    pub(crate) fn is_column_named(&self, column: usize, names: &[String]) -> bool {
        let mut naming = self.grid.column(column).take_while(|cell| cell.region.row() < self.head_rows);
        naming.any(|cell| cell.content.is_one_of(names))
    }

    /// Whether a row of the body is one cell, above other rows: it heads them.
    pub(crate) fn heads_group(&self, row: usize) -> bool {
        let is_whole =
            |cell: GridCell<'_, Cell>| cell.region.columns() == self.columns.len() && cell.region.rows() == 1;
        self.columns.len() > 1
            && row >= self.head_rows
            && row + 1 < self.grid.rows()
            && self.grid.at((row, 0)).is_some_and(is_whole)
    }
}

impl Cell {
    /// What it says, without marks; lines end with `\n`. Of a figure, what a listener hears.
    pub(crate) fn words(&self) -> String {
        match &self.content {
            CellContent::Text { text, .. } => text.content.clone(),
            CellContent::Outline(elements) => Element::words(elements),
            CellContent::Corner { rows, columns } => format!("{}\n{}", rows.content, columns.content),
            CellContent::Graphic(figure) => figure.alt.clone().unwrap_or_default(),
        }
    }

    /// Where it was typed.
    pub(crate) fn span(&self) -> Option<Span> {
        match &self.content {
            CellContent::Text { text, .. } => Some(text.origin.span),
            CellContent::Corner { rows, .. } => Some(rows.origin.span),
            CellContent::Outline(elements) => elements.iter().find_map(Element::span),
            CellContent::Graphic(figure) => Some(figure.span),
        }
    }

    fn is_one_of(&self, names: &[String]) -> bool {
        let CellContent::Text { text, .. } = &self.content else { return false };
        names.iter().any(|name| is_same_name(&text.content, name))
    }
}

/// Whether two names are one, blanks apart.
fn is_same_name(one: &str, other: &str) -> bool {
    one.chars().filter(|c| !c.is_whitespace()).eq(other.chars().filter(|c| !c.is_whitespace()))
}

impl Element {
    /// What elements say, without signs and marks, line by line.
    pub(crate) fn words(elements: &[Element]) -> String {
        let mut lines = Vec::new();
        collect_words(elements, &mut lines);
        lines.join("\n")
    }

    /// Where it was typed, or defined.
    pub(crate) fn span(&self) -> Option<Span> {
        match self {
            Element::Heading(text) | Element::Paragraph(text) => Some(text.origin.span),
            Element::Item { text, .. } | Element::Note { text, .. } => Some(text.origin.span),
            Element::Table(table) => Some(table.span),
            Element::Graphic(figure) => Some(figure.span),
            Element::Beside(elements) => elements.first().and_then(Element::span),
            Element::Framed(framed) => Some(framed.span),
        }
    }
}

fn collect_words(elements: &[Element], lines: &mut Vec<String>) {
    for element in elements {
        match element {
            Element::Heading(text) | Element::Paragraph(text) | Element::Note { text, .. } => {
                lines.push(text.content.clone());
            }
            Element::Item { text, children, .. } => {
                lines.push(text.content.clone());
                collect_words(children, lines);
            }
            Element::Graphic(figure) => lines.extend(figure.alt.clone()),
            Element::Table(_) => {}
            Element::Beside(elements) => collect_words(elements, lines),
            Element::Framed(framed) => {
                lines.extend(framed.text.iter().map(|text| text.content.clone()));
                collect_words(&framed.children, lines);
            }
        }
    }
}
