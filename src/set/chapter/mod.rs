//! Report to chapters: each begins a page, has its own structure and blocks, and is built without knowing the others.

mod address;
mod align;
mod caption;
mod cell;
mod chart;
mod contents;
mod cover;
mod data_chart;
mod decimal;
mod figures;
mod flow;
mod framed;
mod furniture;
mod graphic;
mod labelled;
mod labels;
mod opening;
mod outline;
mod plan;
mod process_chart;
mod reference;
mod section;
mod section_pages;
mod siblings;
mod signs;
mod table;
mod text;
mod timeline_chart;

pub(crate) use furniture::{Facts, furniture};
pub(crate) use plan::{Plan, is_same, plan};
pub(crate) use section_pages::Section;

use std::collections::BTreeMap;

use crate::diag::Diagnostic;
use crate::model::report::Report;
use crate::model::source::Span;
use crate::model::structure::Structure;
use crate::set::document::Label;
use crate::set::layout::{AnchorId, Child};
use crate::set::text::Shaper;
use crate::set::theme::Theme;

/// A chapter, ready to be set in pages.
#[derive(Debug, Clone)]
pub(crate) struct Chapter {
    /// What its pages are called and whether they are numbered.
    pub numbering: Numbering,
    /// What it must keep to.
    pub extent: Extent,
    /// What its content is, in reading order.
    pub structure: Structure,
    /// Its content: what stands on upright pages, and on pages on their side. Each section begins a page.
    pub sections: Vec<Section>,
    /// What it belongs to.
    pub names: Names,
    /// The bookmarks that lead into it, in order.
    pub bookmarks: Vec<Mark>,
    /// The room that its references give the numbers of pages.
    pub page_slots: PageDigits,
    /// What was noticed while it was built.
    pub found: Vec<Diagnostic>,
}

/// What a chapter belongs to: what running heads and page numbers say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// The part's title.
    pub part: Option<String>,
    /// The bureau's name.
    pub bureau: Option<String>,
    /// The department's name, and its place in the report.
    pub department: Option<(String, (usize, usize))>,
}

/// How a chapter's pages are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Numbering {
    /// By the printed number.
    Numbered,
    /// By a name, without a printed number.
    Named(String),
}

/// What a chapter must keep to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Extent {
    /// As many pages as it takes.
    Free {
        /// What it is called in messages.
        name: String,
    },
    /// One page: a project.
    OnePage {
        /// What it is called in messages.
        name: String,
        /// Where its title was typed.
        span: Span,
    },
}

/// A bookmark that a chapter brings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    /// Its level, from 0.
    pub level: usize,
    /// Its text.
    pub title: String,
    /// Where it leads.
    pub anchor: AnchorId,
}

impl Chapter {
    /// What one of its pages is called.
    pub(crate) fn label(&self, number: u32) -> Label {
        match &self.numbering {
            Numbering::Numbered => Label::Number(number),
            Numbering::Named(name) => Label::Name(name.clone()),
        }
    }
}

/// The digits that the numbers of pages have, by what stands on them.
pub(crate) type PageDigits = BTreeMap<AnchorId, u8>;

/// Builds a chapter.
///
/// `digits` is the room that the contents give a page number; templates ask for at least as much as looks even. `page_digits` is the room
/// that references give them, one digit where it isn't known.
pub(crate) fn build(
    report: &Report,
    plan: &Plan,
    theme: &Theme,
    shaper: &mut Shaper<'_>,
    digits: u8,
    page_digits: &PageDigits,
) -> Chapter {
    let page_slots = PageDigits::new();
    let mut builder = Builder {
        theme,
        shaper,
        structure: Structure::default(),
        found: Vec::new(),
        page_digits,
        page_slots,
        below_block: None,
    };
    // Made first, since they are read first.
    let bars = builder.bars(report, plan);
    let (numbering, extent, children) = match plan {
        Plan::Cover => builder.cover(&report.cover),
        Plan::Contents => builder.contents(report, digits),
        Plan::PartPage { part } => builder.part_page(&report.parts[*part], *part),
        Plan::Overview { part } => builder.overview(&report.parts[*part], *part),
        Plan::Department { part, department } => builder.department(report.department(*part, *department), plan),
        Plan::Flow { part, department } => {
            builder.flow(report.department(*part, *department), plan, report.parts[*part].flow)
        }
        Plan::Project { part, department, project } => {
            builder.project(report.department(*part, *department), *project, plan)
        }
        Plan::BackCover => builder.back_cover(report.back_cover.as_ref()),
    };
    let children = opening::below(bars, children);
    Chapter {
        names: names(report, plan),
        numbering,
        extent,
        structure: builder.structure,
        sections: section_pages::divide(children),
        bookmarks: plan::bookmarks(report, plan),
        found: builder.found,
        page_slots: builder.page_slots,
    }
}

/// What a chapter belongs to.
fn names(report: &Report, plan: &Plan) -> Names {
    let plain = |text: &crate::model::report::Text| text.content.replace('\n', " ");
    let (part, department) = plan.of();
    let content = part.zip(department).map(|(part, department)| report.department(part, department));
    Names {
        part: part.map(|part| plain(&report.parts[part].title)),
        bureau: content.and_then(|content| content.bureau.as_ref()).map(|bureau| plain(&bureau.name)),
        department: content.zip(part.zip(department)).map(|(content, place)| (plain(&content.name), place)),
    }
}

/// What a chapter's builder answers.
type Built = (Numbering, Extent, Vec<Child>);

/// Builds one chapter: its structure and its blocks in one walk, so that they can't disagree.
struct Builder<'a, 'f> {
    theme: &'a Theme,
    shaper: &'a mut Shaper<'f>,
    structure: Structure,
    found: Vec<Diagnostic>,
    page_digits: &'a PageDigits,
    page_slots: PageDigits,
    /// The number of the child that stands right below a table, picture or chart of an outline.
    below_block: Option<usize>,
}
