//! Texts with expressions become texts without: `{{ … }}` is read, reckoned and printed where it stands.
//!
//! Only what holds `{{` comes here. What an expression gives is read on as if it had been typed there.

mod tables;
mod text;
mod values;

pub(super) use values::Values;

use super::Cx;
use crate::decode::{Decode, Named};
use crate::def::{CheckDef, TableDef};
use crate::report::Claim;
use crate::source::FileId;
use tables::FileScope;

/// Fills all texts of a definition, from a file with these tables, and reckons what it declares to hold.
pub(super) fn fill<T: Decode>(def: &mut T, tables: Named<TableDef>, checks: Vec<CheckDef>, cx: &mut Cx<'_>) {
    let mut scope = FileScope::new(tables, cx);
    def.texts(&mut |typed| scope.fill(typed));
    let claims: Vec<Claim> = checks.into_iter().filter_map(|check| scope.claim(check)).collect();
    scope.finish();
    cx.claims.extend(claims);
}

/// Whether a file holds an expression.
pub(super) fn has_expressions(file: FileId, checks: &[CheckDef], cx: &Cx<'_>) -> bool {
    !checks.is_empty() || cx.sources.text(file).contains("{{")
}
