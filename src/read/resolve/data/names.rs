//! What columns are called: by the lowest cell of their head, or by all of them from the top, `환경미화원/계`.

use crate::diag::{DataProblem, Diagnostics, nearest};
use crate::read::decode::{Places, Typed};
use crate::read::def::{CellDef, CellValue};
use crate::read::joins;
use crate::read::numbers::without_raised;
use crate::read::resolve::typed;

/// What has a name.
#[derive(Debug)]
pub(crate) enum Found {
    /// This one alone.
    One(usize),
    /// Several, by their full names.
    Several(Vec<String>),
    /// None, but these are known.
    None(Vec<String>),
}

/// The names of columns, or of rows.
#[derive(Debug, Default)]
pub(crate) struct Names {
    columns: Vec<Name>,
}

#[derive(Debug)]
struct Name {
    /// The lowest cell of its head.
    last: String,
    /// All of them, from the top.
    full: String,
}

impl Names {
    /// From the cells of each column's head, from the top.
    pub(crate) fn new(heads: impl IntoIterator<Item = Vec<String>>) -> Names {
        let name = |labels: Vec<String>| {
            let labels: Vec<String> = labels.into_iter().filter(|label| !label.trim().is_empty()).collect();
            Name { last: labels.last().cloned().unwrap_or_default(), full: labels.join("/") }
        };
        Names { columns: heads.into_iter().map(name).collect() }
    }

    /// Of a head as typed, its merged cells included.
    pub(crate) fn of_head(head: &[Places<CellDef>]) -> Names {
        let owners = typed::owners(head);
        let width = head.iter().map(|row| row.entries.len()).max().unwrap_or(0);
        let of_column = |column: usize| {
            let places = (0..head.len()).map(|row| ((row, column), owners.owner((row, column))));
            // What goes on from above has been named there.
            let named =
                places.filter(|((row, _), owner)| owner.0 == *row).filter_map(|(_, owner)| typed::cell(head, owner));
            named.filter(|cell| cell.join().is_none()).map(label).collect()
        };
        Names::new((0..width).map(of_column))
    }

    /// How many columns there are.
    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    /// The shortest name of a column.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |name| &name.last)
    }

    /// The column of a name, or `None` after reporting that there is none, or more than one.
    pub(crate) fn find(&self, name: &Typed, sink: &mut Diagnostics) -> Option<usize> {
        let problem = match self.find_all(&name.content) {
            Found::One(column) => return Some(column),
            Found::Several(full) => DataProblem::AmbiguousColumn { name: name.content.clone(), full },
            Found::None(known) => {
                let like = nearest(&name.content, known.iter().map(String::as_str)).map(str::to_owned);
                DataProblem::UnknownColumn { name: name.content.clone(), like, known }
            }
        };
        sink.report(problem, name.span());
        None
    }

    /// What has a name.
    pub(crate) fn find_all(&self, name: &str) -> Found {
        let of_name = |column: &(usize, &Name)| is_same(&column.1.last, name) || is_same(&column.1.full, name);
        let found: Vec<(usize, &Name)> = self.columns.iter().enumerate().filter(of_name).collect();
        match found[..] {
            [(column, _)] => Found::One(column),
            [] => Found::None(self.columns.iter().map(|column| column.last.clone()).collect()),
            _ => Found::Several(found.iter().map(|(_, column)| column.full.clone()).collect()),
        }
    }
}

/// What a cell says, as far as it names something.
pub(crate) fn label(cell: &CellDef) -> String {
    match &cell.value {
        CellValue::Text(typed) => without_raised(&typed.content),
        CellValue::Number(number) => number.printed.clone(),
        CellValue::Day(day) => day.to_string(),
        CellValue::Joined(join, _) => joins::sign(*join).to_owned(),
        CellValue::Data(data) => data.text.content.clone(),
    }
}

/// Whether two names are one, blanks apart.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    letters(one) == letters(other)
}
