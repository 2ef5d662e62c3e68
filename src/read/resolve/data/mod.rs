//! Tables whose rows come from a data file, as if they had been typed; and rows that sum up others, of those and of typed ones.

mod area;
mod cells;
mod columns;
mod extract;
mod files;
mod head;
mod names;
mod noted;
mod reckon;
mod rows;
mod times;
mod total;

pub(crate) use files::DataFiles;
pub(crate) use names::{Found, Names, label};

use super::Resolver;
use crate::diag::KeyProblem;
use crate::read::decode::{Name, Places};
use crate::read::def::{CellDef, TableDef};
use extract::{Extract, extract};

/// The head and the rows of a table, its totals among them; `None` after reporting why there are none.
pub(super) fn complete(def: &mut TableDef, name: &Name, resolver: &mut Resolver<'_>) -> Option<Vec<Places<CellDef>>> {
    let typed = def.rows.take();
    let extract = match (typed, def.data.take()) {
        (Some(rows), None) => Extract::typed(rows),
        (None, Some(data)) => {
            let placed = resolver.data.sheet(&data, resolver.files, resolver.sink)?;
            let extract = extract(&data, placed, &resolver.files.sources, resolver.sink)?;
            if def.head.is_empty() {
                def.head = extract.head.clone();
            }
            if data.columns.is_none() {
                resolver.unchosen.insert(name.span, extract.names.clone());
            }
            extract
        }
        (Some(_), Some(data)) => {
            super::graphic::exclusive(("rows", name.span), ("data", data.span), resolver.sink);
            return None;
        }
        (None, None) => {
            resolver.sink.report(KeyProblem::Either { first: "rows", second: "data" }, name.span);
            return None;
        }
    };
    Some(total::add(def, extract, resolver.sink))
}
