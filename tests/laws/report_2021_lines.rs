//! How the lines of the 2021 report end: words whole, no runt syllables, letters at ease. `--nocapture` prints the figures.

#![allow(clippy::print_stdout, reason = "the figures are for who asks for them")]

use std::sync::OnceLock;

use crate::diag::Diagnostics;
use crate::laws::support::mapo;
use crate::model::structure::{NodeId, Structure, Tag};
use crate::read::files::Files;
use crate::set::document::Document;
use crate::set::layout::{LeafKind, Owner};
use crate::set::text::{BreakKind, Class, Line, Shaped};

/// A line of the report, and whether it stands in a table's cell.
struct Set<'a> {
    shaped: &'a Shaped,
    line: &'a Line,
    in_cell: bool,
}

impl Set<'_> {
    fn text(&self) -> &str {
        let glyphs = self.line.glyphs.start as usize..self.line.glyphs.end as usize;
        self.shaped.text[self.shaped.text_range(glyphs)].trim_end()
    }

    /// Whether it ends within a word, which no blank does.
    fn splits_a_word(&self) -> bool {
        self.line.visible_end == self.line.glyphs.end && (self.line.glyphs.end as usize) < self.shaped.glyphs.len()
    }

    fn is_forced_at(&self, glyph: u32) -> bool {
        self.shaped.breaks.iter().any(|found| found.glyph == glyph && found.kind == BreakKind::Forced)
    }

    fn is_first(&self) -> bool {
        self.line.glyphs.start == 0 || self.is_forced_at(self.line.glyphs.start)
    }

    fn is_last(&self) -> bool {
        self.line.glyphs.end as usize == self.shaped.glyphs.len() || self.is_forced_at(self.line.glyphs.end)
    }

    /// Whether it is the last of several lines, with no more than two syllables on it.
    fn is_runt(&self) -> bool {
        let glyphs = &self.shaped.glyphs[self.line.glyphs.start as usize..self.line.glyphs.end as usize];
        let letters = glyphs.iter().filter(|glyph| glyph.class == Class::Letter).count();
        self.is_last() && !self.is_first() && letters <= 2
    }
}

fn document() -> &'static Document {
    static DOCUMENT: OnceLock<Document> = OnceLock::new();
    DOCUMENT.get_or_init(|| {
        let report = mapo();
        let set = crate::laws::support::set(&mut Files::of_report(&report), &mut Diagnostics::new());
        set.expect("the report has no errors").0.document
    })
}

/// All lines of the report.
fn lines() -> Vec<Set<'static>> {
    let mut lines = Vec::new();
    for page in &document().pages {
        for leaf in &page.leaves {
            if let (LeafKind::Text { shaped, line, .. }, Owner::Node(node)) = (&leaf.kind, leaf.owner) {
                let in_cell = is_in_cell(&document().structures[page.chapter], node);
                lines.push(Set { shaped, line, in_cell });
            }
        }
    }
    lines
}

fn is_in_cell(structure: &Structure, node: NodeId) -> bool {
    let nodes = structure.nodes();
    let tags =
        std::iter::successors(Some(node), |node| nodes[node.index()].parent).map(|node| &nodes[node.index()].tag);
    tags.into_iter().any(|tag| matches!(tag, Tag::Cell { .. } | Tag::HeadCell { .. }))
}

fn texts(lines: &[Set<'static>], which: impl Fn(&Set) -> bool) -> Vec<String> {
    lines.iter().filter(|set| which(set)).map(|set| set.text().to_owned()).collect()
}

#[test]
fn no_word_is_split_at_a_lines_end() {
    let lines = lines();
    let (body, cells) =
        (lines.iter().filter(|set| !set.in_cell).count(), lines.iter().filter(|set| set.in_cell).count());
    let in_body = texts(&lines, |set| !set.in_cell && set.splits_a_word());
    let in_cells = texts(&lines, |set| set.in_cell && set.splits_a_word());
    println!("split words: {} in {body} lines, {} in {cells} lines of cells", in_body.len(), in_cells.len());
    assert!(body > 1_000 && cells > 700);
    assert_eq!((in_body, in_cells), (Vec::<String>::new(), Vec::<String>::new()));
}

#[test]
fn no_last_line_holds_one_or_two_syllables() {
    let lines = lines();
    let ends = lines.iter().filter(|set| !set.in_cell && set.is_last() && !set.is_first()).count();
    let runt = texts(&lines, |set| !set.in_cell && set.is_runt());
    println!("runt last lines: {} of {ends}", runt.len());
    assert!(ends > 50);
    assert_eq!(runt, Vec::<String>::new());
}

#[test]
fn at_most_one_line_in_ten_has_its_letters_moved_by_more_than_three_hundredths() {
    let lines = lines();
    let moved = texts(&lines, |set| set.line.letter_extra.abs() > 30_000);
    println!("letters moved by more than 0.03 em: {} of {} lines", moved.len(), lines.len());
    assert!(moved.len() * 10 <= lines.len(), "{moved:?}");
}
