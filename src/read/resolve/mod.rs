//! From the definition as written to the report as meant: files followed, numbers given, names resolved, cells on a grid.

mod allow;
mod blocks;
mod body;
mod captions;
mod chart;
mod cover;
mod data;
mod fill;
mod graphic;
mod labels;
mod part;
mod picture;
mod references;
mod table;
mod text;
mod typed;
mod walk;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostics, NameProblem};
use crate::model::report::{Claim, Report};
use crate::model::source::{FileId, Span};
use crate::read::def::ReportDef;
use crate::read::files::Files;
use blocks::Blocks;
use data::DataFiles;
use fill::Values;
use picture::Pictures;

/// What resolving needs besides the definition.
struct Resolver<'a> {
    files: &'a mut Files,
    sink: &'a mut Diagnostics,
    pictures: Pictures,
    data: DataFiles,
    values: Arc<Values>,
    claims: Vec<Claim>,
    /// The columns of files of which tables show all, by where the tables are defined.
    unchosen: BTreeMap<Span, Vec<String>>,
}

/// The report that a definition means. It is given even where there were errors, so that what remains can be checked as
/// well; only a report without errors may be set.
pub(crate) fn resolve(mut def: ReportDef, file: FileId, files: &mut Files, sink: &mut Diagnostics) -> Report {
    let name = files.report_name();
    let mut resolver = Resolver {
        files,
        sink,
        pictures: Pictures::default(),
        data: DataFiles::default(),
        values: Arc::default(),
        claims: Vec::new(),
        unchosen: BTreeMap::new(),
    };
    resolver.values = Arc::new(Values::new(std::mem::take(&mut def.values), resolver.sink));
    // Parts that could not be read have been reported.
    if def.part.is_empty() && !resolver.sink.has_errors_in(file) {
        resolver.sink.report(NameProblem::NoParts {}, Span { file, start: 0, end: 0 });
    }
    let mut files = part::read(std::mem::take(&mut def.part), &mut resolver);
    fill::fill(&mut def, file, &mut files, &mut resolver);
    let mut blocks = Blocks::new(def.image, Default::default(), Default::default(), &mut resolver);
    let cover = cover::cover(def.report, &mut blocks, &mut resolver);
    let back_cover = def.back_cover.map(|def| cover::back_cover(def, &mut blocks, &mut resolver));
    blocks.warn_of_unplaced(resolver.sink);
    let mut parts = part::parts(files, &mut resolver);
    let captions = captions::number(&mut parts);
    references::resolve(&mut parts, captions.len(), &resolver.files.sources, resolver.sink);
    let lists = captions::lists(&def.contents, &captions, resolver.sink);
    let allow = allow::allow(def.allow, resolver.sink);
    let (claims, to_fill, unchosen) = (resolver.claims, resolver.values.to_fill().to_vec(), resolver.unchosen);
    let template = def.template.content;
    Report { name, template, cover, parts, lists, captions, back_cover, allow, claims, to_fill, unchosen }
}
