//! Texts with expressions become texts without: `{{ … }}` is read, reckoned and printed where it stands.
//!
//! Only what holds `{{` comes here. What an expression gives is read on as if it had been typed there.

mod tables;
mod text;
mod values;

pub(super) use values::Values;

use std::collections::BTreeSet;

use super::Resolver;
use super::part::{FileDef, PartFiles};
use crate::model::source::FileId;
use crate::read::decode::each;
use crate::read::def::ReportDef;
use tables::Scope;

/// Fills all texts of a report's definition, and reckons what it declares to hold.
pub(super) fn fill(def: &mut ReportDef, file: FileId, parts: &mut [PartFiles], resolver: &mut Resolver<'_>) {
    let others = || parts.iter().flat_map(|part| &part.files);
    let has_checks = !def.check.is_empty() || others().any(|(_, def)| def.has_checks());
    let files = std::iter::once(file).chain(others().map(|(file, _)| *file));
    let filled: BTreeSet<FileId> = files.filter(|file| resolver.files.sources.text(*file).contains("{{")).collect();
    if filled.is_empty() && !has_checks {
        return;
    }
    let tables: Vec<_> = others().map(|(file, def)| (*file, def.tables().clone())).collect();
    let mut scope = Scope::new(file, tables.into_iter(), resolver);
    if filled.contains(&file) {
        each(def, |typed| scope.fill(typed));
        parts.iter_mut().for_each(|part| scope.fill(&mut part.def.title));
    }
    scope.claims(std::mem::take(&mut def.check));
    for (file, def) in parts.iter_mut().flat_map(|part| &mut part.files) {
        scope.enter(*file);
        if filled.contains(file) {
            match def {
                FileDef::Overview(def) => each(def, |typed| scope.fill(typed)),
                FileDef::Department(def) => each(def, |typed| scope.fill(typed)),
            }
        }
        scope.claims(def.take_checks());
    }
    scope.finish();
}
