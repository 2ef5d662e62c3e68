//! Texts with expressions become texts without: `{{ … }}` is read, reckoned and printed where it stands.
//!
//! Only what holds `{{` comes here. What an expression gives is read on as if it had been typed there.

mod tables;
mod text;
mod values;

pub(super) use values::Values;

use super::Cx;
use super::part::{FileDef, PartFiles};
use crate::decode::Decode;
use crate::def::ReportDef;
use crate::source::FileId;
use tables::Scope;

/// Fills all texts of a report's definition, and reckons what it declares to hold.
pub(super) fn fill(def: &mut ReportDef, file: FileId, parts: &mut [PartFiles], cx: &mut Cx<'_>) {
    let others = || parts.iter().flat_map(|part| &part.files);
    let has_checks = !def.check.is_empty() || others().any(|(_, def)| def.has_checks());
    let holds_expressions = |file: FileId| cx.sources.text(file).contains("{{");
    if !has_checks && !holds_expressions(file) && !others().any(|(file, _)| holds_expressions(*file)) {
        return;
    }
    let tables: Vec<_> = others().map(|(file, def)| (*file, def.tables().clone())).collect();
    let mut scope = Scope::new(file, tables.into_iter(), cx);
    def.texts(&mut |typed| scope.fill(typed));
    parts.iter_mut().for_each(|part| scope.fill(&mut part.def.title));
    scope.claims(std::mem::take(&mut def.check));
    for (file, def) in parts.iter_mut().flat_map(|part| &mut part.files) {
        scope.enter(*file);
        match def {
            FileDef::Overview(def) => def.texts(&mut |typed| scope.fill(typed)),
            FileDef::Department(def) => def.texts(&mut |typed| scope.fill(typed)),
        }
        scope.claims(def.take_checks());
    }
    scope.finish();
}
