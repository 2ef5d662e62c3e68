//! The tables, images and charts of a file, by name; each is placed once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Resolver, chart, graphic, table};
use crate::diag::{Diagnostic, Diagnostics, NameProblem, Relation, TableProblem, nearest};
use crate::model::report::{Element, Table, Thing, Turn};
use crate::model::source::Span;
use crate::read::decode::{Name, Named, Typed};
use crate::read::def::{ChartDef, ImageDef, TableDef};
use crate::read::outline::BlockRef;

/// The blocks of a file.
#[derive(Default)]
pub(super) struct Blocks {
    by_name: BTreeMap<(Thing, String), Block>,
}

struct Block {
    defined: Span,
    /// What it is; `None` if it could not be read, which has been reported.
    element: Option<Element>,
    placed: Option<Span>,
    /// Whether a chart draws its figures.
    drawn: bool,
}

impl Blocks {
    /// The blocks of a file, all of them resolved, whether they are placed or not.
    pub(crate) fn new(
        images: Named<ImageDef>,
        charts: Named<ChartDef>,
        tables: Named<TableDef>,
        resolver: &mut Resolver<'_>,
    ) -> Blocks {
        let mut blocks = Blocks::default();
        for (name, figure) in graphic::images(images, resolver) {
            blocks.insert(Thing::Image, name, figure.map(Element::Graphic));
        }
        // Images before tables: cells place them.
        for (name, def) in tables.entries {
            let element = def.and_then(|def| table::table(def, &name, &mut blocks, resolver));
            blocks.insert(Thing::Table, name, element.map(|table| Element::Table(Arc::new(table))));
        }
        // Charts after tables, whose figures they draw.
        for (name, def) in charts.entries {
            let element =
                def.and_then(|def| chart::chart(def, &name, &mut blocks, resolver.sink)).map(Element::Graphic);
            blocks.insert(Thing::Chart, name, element);
        }
        blocks
    }

    fn insert(&mut self, what: Thing, name: Name, element: Option<Element>) {
        self.by_name.insert((what, name.content), Block { defined: name.span, element, placed: None, drawn: false });
    }

    /// The element of a line that places a block, or several beside each other.
    pub(crate) fn place_line(&mut self, placed: Vec<BlockRef<'_>>, sink: &mut Diagnostics) -> Option<Element> {
        if let [block] = placed[..] {
            return self.place(block, sink);
        }
        let mut beside = Vec::new();
        for block in placed {
            let element = self.place(block, sink);
            if let Some(Element::Table(table)) = &element
                && table.landscape == Turn::Always
            {
                let problem = TableProblem::LandscapeBeside {};
                sink.push(Diagnostic::new(problem, block.span).related(table.span, Relation::Defined));
            }
            beside.extend(element);
        }
        (!beside.is_empty()).then_some(Element::Beside(beside))
    }

    /// The element of a block that is placed here, or `None` after reporting why there is none.
    pub(crate) fn place(&mut self, placed: BlockRef<'_>, sink: &mut Diagnostics) -> Option<Element> {
        let BlockRef { what, name, span } = placed;
        let Some(block) = self.by_name.get_mut(&(what, name.to_owned())) else {
            sink.push(self.unknown(placed));
            return None;
        };
        if let Some(first) = block.placed {
            let problem = NameProblem::PlacedTwice { what, name: name.to_owned() };
            sink.push(Diagnostic::new(problem, span).related(first, Relation::First));
            return None;
        }
        block.placed = Some(span);
        block.element.clone()
    }

    /// The table whose figures a chart draws, or `None` after reporting that there is none.
    pub(crate) fn drawn_table(&mut self, name: &Typed, sink: &mut Diagnostics) -> Option<Arc<Table>> {
        let what = Thing::Table;
        // A missing key has been reported.
        if name.content.is_empty() && !name.is_blank() {
            return None;
        }
        let Some(block) = self.by_name.get_mut(&(what, name.content.clone())) else {
            let like = self.nearest(what, &name.content);
            sink.report(NameProblem::Unknown { what, name: name.content.clone(), like }, name.span());
            return None;
        };
        block.drawn = true;
        match &block.element {
            Some(Element::Table(table)) => Some(table.clone()),
            _ => None,
        }
    }

    /// Warns of blocks that nothing places; not in a file with errors, one of which may be that a name was mistyped.
    pub(crate) fn warn_of_unplaced(&self, sink: &mut Diagnostics) {
        let unplaced = self.by_name.iter().filter(|(_, block)| block.placed.is_none() && !block.drawn);
        for ((what, name), block) in unplaced {
            if !sink.has_errors_in(block.defined.file) {
                sink.report(NameProblem::NeverPlaced { what: *what, name: name.clone() }, block.defined);
            }
        }
    }

    fn unknown(&self, BlockRef { what, name, span }: BlockRef<'_>) -> Diagnostic {
        let other_kind = self.by_name.iter().find(|((_, known), _)| known == name);
        if let Some(((found, _), block)) = other_kind {
            let problem = NameProblem::OtherKind { name: name.to_owned(), asked: what, found: *found };
            return Diagnostic::new(problem, span).related(block.defined, Relation::Defined);
        }
        let like = self.nearest(what, name);
        Diagnostic::new(NameProblem::Unknown { what, name: name.to_owned(), like }, span)
    }

    /// The name of a kind that is most like another.
    fn nearest(&self, what: Thing, name: &str) -> Option<String> {
        let of_kind = self.by_name.keys().filter(|(kind, _)| *kind == what).map(|(_, known)| known.as_str());
        nearest(name, of_kind).map(str::to_owned)
    }
}
