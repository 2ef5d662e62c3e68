//! Pages to document: page numbers, furniture, bookmarks, and the numbers in the contents filled in.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::Report;
use crate::set::chapter::{Chapter, Facts, Numbering, furniture};
use crate::set::font::Fonts;
use crate::set::layout::{AnchorId, Leaf, LeafKind, ParagraphStyle, TextBlock};
use crate::set::paginate::PlacedPage;
use crate::set::text::{Glyph, Line, Run, Shaped, Shaper};
use crate::set::theme::Theme;

use crate::set::document::{Bookmark, Document, Label, Page, Position, Press};

/// Puts chapters and their pages together.
pub(crate) fn compose(
    report: &Report,
    theme: &Theme,
    fonts: &Fonts,
    chapters: Vec<(Chapter, Vec<PlacedPage>)>,
) -> Document {
    let picture = &theme.def.figure.picture;
    let mut document = Document {
        title: report.cover.title.content.replace('\n', " "),
        author: report.cover.author.content.replace('\n', " "),
        date: report.cover.dated,
        press: Press { resolution: picture.resolution, spare: picture.spare, quality: picture.quality },
        ..Document::default()
    };
    let mut shaper = Shaper::new(fonts);
    let numbered = |chapter: &Chapter| chapter.numbering == Numbering::Numbered;
    let total = chapters.iter().filter(|(chapter, _)| numbered(chapter)).map(|(_, sheets)| sheets.len()).sum::<usize>();
    let mut number = 0;
    let mut in_departments: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for (index, (chapter, sheets)) in chapters.into_iter().enumerate() {
        for sheet in sheets {
            let numbered = numbered(&chapter);
            number += u32::from(numbered);
            let place = chapter.names.department.as_ref().map(|(_, place)| *place);
            let in_department = place.map(|place| {
                let count = in_departments.entry(place).or_default();
                *count += 1;
                *count
            });
            let facts = Facts {
                number: numbered.then_some(number),
                total: total as u32,
                in_department: in_department.unwrap_or(number),
                report: &document.title,
                mark: report.cover.mark.as_ref(),
                names: &chapter.names,
                landscape: sheet.landscape,
            };
            let [mut leaves, above] = furniture(theme, &mut shaper, facts);
            let mut page = page(theme, sheet, index, chapter.label(number));
            leaves.append(&mut page.leaves);
            leaves.extend(above);
            page.leaves = leaves;
            collect_anchors(&page, document.pages.len(), &mut document.anchors);
            document.pages.push(page);
        }
        document.bookmarks = chapter.bookmarks.into_iter().fold(document.bookmarks, |mut all, mark| {
            add_bookmark(
                &mut all,
                mark.level,
                Bookmark { title: mark.title, anchor: mark.anchor, children: Vec::new() },
            );
            all
        });
        document.structures.push(chapter.structure);
    }
    fill_page_numbers(&mut document);
    document
}

/// The digits that the largest page number has.
pub(crate) fn digits(pages: usize) -> u8 {
    pages.checked_ilog10().map_or(1, |log| log as u8 + 1)
}

fn page(theme: &Theme, sheet: PlacedPage, chapter: usize, label: Label) -> Page {
    let paper = theme.paper(sheet.landscape);
    let moved = |leaf: Leaf| Leaf { x: leaf.x + paper.margin.left, y: leaf.y + paper.margin.top, ..leaf };
    let leaves = sheet.frame.leaves.into_iter().map(moved).collect();
    Page { width: paper.width, height: paper.height, leaves, chapter, label }
}

fn collect_anchors(page: &Page, index: usize, anchors: &mut BTreeMap<AnchorId, Position>) {
    for leaf in &page.leaves {
        if let LeafKind::Anchor(anchor) = leaf.kind {
            anchors.entry(anchor).or_insert(Position { page: index, x: leaf.x, y: leaf.y });
        }
    }
}

fn add_bookmark(all: &mut Vec<Bookmark>, level: usize, bookmark: Bookmark) {
    match all.last_mut() {
        Some(last) if level > 0 => add_bookmark(&mut last.children, level - 1, bookmark),
        _ => all.push(bookmark),
    }
}

fn fill_page_numbers(document: &mut Document) {
    let numbers: BTreeMap<AnchorId, u32> = document
        .anchors
        .iter()
        .filter_map(|(anchor, position)| match document.pages[position.page].label {
            Label::Number(number) => Some((*anchor, number)),
            Label::Name(_) => None,
        })
        .collect();
    for page in &mut document.pages {
        for leaf in &mut page.leaves {
            let LeafKind::PageNumber { anchor, digits, size, width } = &leaf.kind else { continue };
            let number = numbers.get(anchor).map(u32::to_string).unwrap_or_default();
            let shaped = set_digits(&number, digits);
            let right = leaf.x + *width - size.scale(Ratio::millionths(shaped.width()));
            let glyphs = shaped.glyphs.len() as u32;
            let line = Line::natural(0..glyphs, shaped.width());
            let (ParagraphStyle { color, accent, .. }, span, size) = (digits.style, digits.span, *size);
            let kind = LeafKind::Text { shaped: Arc::new(shaped), line, size, color, accent, span };
            let along = right.max(Len::ZERO);
            // One on its side goes on upwards.
            let (x, y) = if leaf.upward { (leaf.x, leaf.y - (right - leaf.x)) } else { (along, leaf.y) };
            *leaf = Leaf { x, y, kind, ..*leaf };
        }
    }
}

/// A number from the shaped digits `0123456789`.
fn set_digits(number: &str, digits: &TextBlock) -> Shaped {
    let mut shaped = Shaped { text: number.to_owned(), metrics: digits.shaped.metrics, ..Shaped::default() };
    for (start, digit) in number.bytes().enumerate() {
        let Some(glyph) = digits.shaped.glyphs.get(usize::from(digit.wrapping_sub(b'0'))) else { continue };
        shaped.glyphs.push(Glyph { start: start as u32, ..*glyph });
    }
    if let Some(run) = digits.shaped.runs.first() {
        shaped.runs.push(Run { glyphs: 0..shaped.glyphs.len() as u32, ..run.clone() });
    }
    shaped
}
