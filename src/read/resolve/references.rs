//! References: names looked up over the whole report, when all of it is known.
//!
//! A name is one of the same file; `FILE/NAME` is one of another, the file as `report.toml` names it, without `.toml`. So a name in one file never
//! changes what is meant in another.

use std::collections::BTreeMap;

use super::walk::{Visited, walk};
use crate::diag::{Diagnostic, Diagnostics, NameProblem, Relation, nearest};
use crate::model::report::{Caption, CaptionKind, Graphic, GraphicKind, Part, Reference, Table, Target, Text, Thing};
use crate::model::source::{FileId, SourceMap, Span};

/// A name: its file, its kind, itself.
type Key = (FileId, Thing, String);

/// Looks up what texts refer to; what something refers to gets a place that leads to it. Places up to `places` are given already.
pub(super) fn resolve(parts: &mut [Part], places: usize, sources: &SourceMap, sink: &mut Diagnostics) {
    let mut any = false;
    walk(parts, &mut |visited| any |= matches!(visited, Visited::Text(text) if !text.references.is_empty()));
    if !any {
        return;
    }
    let mut names = Names { known: BTreeMap::new(), places: places as u32, sources };
    walk(parts, &mut |visited| names.collect(visited, sink));
    walk(parts, &mut |visited| {
        if let Visited::Text(text) = visited {
            text.references.iter_mut().for_each(|reference| names.look_up(reference, sink));
        }
    });
    walk(parts, &mut |visited| match visited {
        Visited::Table(table) => table.place = names.place(&table_key(table)),
        Visited::Graphic(graphic) => graphic.place = names.place(&graphic_key(graphic)),
        Visited::Project(..) | Visited::Text(_) => {}
    });
}

fn table_key(table: &Table) -> Key {
    (table.span.file, Thing::Table, table.name.clone())
}

fn graphic_key(graphic: &Graphic) -> Key {
    let what = match graphic.kind {
        GraphicKind::Chart(_) | GraphicKind::Unfilled(..) => Thing::Chart,
        GraphicKind::Picture(_) | GraphicKind::Placeholder(_) => Thing::Image,
    };
    (graphic.span.file, what, graphic.name.clone())
}

/// What a name stands for.
enum Known {
    Block { caption: Option<(CaptionKind, Caption)>, place: Option<u32> },
    Project { section: [usize; 3], title: Text, defined: Span },
}

struct Names<'a> {
    known: BTreeMap<Key, Known>,
    places: u32,
    sources: &'a SourceMap,
}

impl Names<'_> {
    fn collect(&mut self, visited: Visited<'_>, sink: &mut Diagnostics) {
        let block = |kind, caption: &Option<Caption>, place| Known::Block {
            caption: caption.as_ref().map(|caption| (kind, caption.clone())),
            place,
        };
        match visited {
            Visited::Table(table) => {
                self.known.insert(table_key(table), block(CaptionKind::Table, &table.caption, table.place));
            }
            Visited::Graphic(graphic) => {
                self.known.insert(graphic_key(graphic), block(CaptionKind::Graphic, &graphic.caption, graphic.place));
            }
            Visited::Project(section, project) => {
                let Some(name) = &project.name else { return };
                let defined = name.origin.span;
                let key = (defined.file, Thing::Project, name.content.clone());
                let project = Known::Project { section, title: project.title.clone(), defined };
                if let Some(Known::Project { defined: first, .. }) = self.known.insert(key, project) {
                    let problem = NameProblem::ProjectNamedTwice { name: name.content.clone() };
                    sink.push(Diagnostic::new(problem, defined).related(first, Relation::First));
                }
            }
            Visited::Text(_) => {}
        }
    }

    fn look_up(&mut self, reference: &mut Reference, sink: &mut Diagnostics) {
        let key = self.key(reference);
        let Reference { what, ref name, page, span, .. } = *reference;
        let Some(known) = key.as_ref().and_then(|key| self.known.get_mut(key)) else {
            let problem = NameProblem::UnknownReference { what, name: name.clone(), like: self.like(reference) };
            sink.report(problem, span);
            return;
        };
        reference.target = match known {
            Known::Block { caption: None, .. } if !page => {
                sink.report(NameProblem::ReferenceWithoutCaption { what, name: name.clone() }, span);
                None
            }
            Known::Block { caption, place } => {
                let place = *place.get_or_insert_with(|| {
                    self.places += 1;
                    self.places
                });
                Some(Target::Block { place, caption: caption.clone() })
            }
            Known::Project { section, title, .. } => Some(Target::Project { section: *section, title: title.clone() }),
        };
    }

    /// The name that a reference means: of its own file, if there is one, else after the last `/`.
    fn key(&self, reference: &Reference) -> Option<Key> {
        let own = (reference.span.file, reference.what, reference.name.clone());
        if self.known.contains_key(&own) {
            return Some(own);
        }
        let (file, name) = reference.name.rsplit_once('/')?;
        let key = self.known.keys().find(|(id, what, known)| {
            *what == reference.what && known == name && self.sources.called(*id).as_deref() == Some(file)
        });
        key.cloned()
    }

    /// The name nearest to one that nothing has: of the same file, or with the name of its file before it.
    fn like(&self, reference: &Reference) -> Option<String> {
        let of_kind = self.known.keys().filter(|(_, what, _)| *what == reference.what);
        let spelled = of_kind.map(|(file, _, name)| match *file == reference.span.file {
            true => name.clone(),
            false => format!("{}/{name}", self.sources.called(*file).unwrap_or_default()),
        });
        let all: Vec<String> = spelled.collect();
        // A name of another file that was given without it.
        let elsewhere =
            all.iter().find(|spelled| spelled.rsplit_once('/').is_some_and(|(_, name)| name == reference.name));
        elsewhere.cloned().or_else(|| nearest(&reference.name, all.iter().map(String::as_str)).map(str::to_owned))
    }

    fn place(&self, key: &Key) -> Option<u32> {
        match self.known.get(key) {
            Some(Known::Block { place, .. }) => *place,
            _ => None,
        }
    }
}
