//! Texts with expressions become texts without: `{{ … }}` is read, reckoned and printed where it stands.
//!
//! Only what holds `{{` comes here. What an expression gives is read on as if it had been typed there.

mod tables;
mod text;
mod values;

pub(super) use values::Values;

use super::Cx;
use crate::decode::{Decode, Named};
use crate::def::TableDef;
use crate::source::FileId;
use tables::FileScope;

/// Fills all texts of a definition, from a file with these tables.
pub(super) fn fill<T: Decode>(def: &mut T, tables: Named<TableDef>, cx: &mut Cx<'_>) {
    let mut scope = FileScope::new(tables, cx);
    def.texts(&mut |typed| scope.fill(typed));
    scope.finish();
}

/// Whether a file holds an expression.
pub(super) fn has_expressions(file: FileId, cx: &Cx<'_>) -> bool {
    cx.sources.text(file).contains("{{")
}
