//! References by name: each prints the number of the page that its target stands on, whatever the number of digits, and is a link to it.

use crate::diag::Diagnostics;
use crate::laws::support::reading::{REPORT, part, set_files};
use crate::laws::support::seeded;
use crate::model::structure::Tag;
use crate::read::files::Files;
use crate::set::document::{Document, Label};
use crate::set::font::Fonts;
use crate::set::layout::{AnchorId, LeafKind, LinkTarget, Owner};
use crate::set::theme::Theme;
use crate::set::typeset::{Blocks, typeset};
use proptest::prelude::*;

/// A report of projects, each of which refers to the page of another.
fn set(targets: &[usize]) -> Document {
    let report = "template = 'council'\nreport = {title = '보고', author = '과'}\n[[part]]\ntitle = '편'\ndepartments = ['d.toml']\n";
    let project = |(number, target): (usize, &usize)| {
        format!(
            "[[project]]\nname = 'p{number}'\ntitle = '사업 {number}'\nbody = '- 자세한 것은 [→ page project: p{target}]을 볼 것'\n"
        )
    };
    let projects: String = targets.iter().enumerate().map(project).collect();
    let mut sources =
        Files::in_memory([("report.toml", report.to_owned()), ("d.toml", format!("name = '총무과'\n{projects}"))]);
    let mut sink = Diagnostics::new();
    let report = crate::read::report(&mut sources, &mut sink).expect("nothing is wrong with it");
    let mut fonts = Fonts::load(&sources, &mut sink);
    let theme = Theme::load("council", &mut fonts, &mut sources, &mut sink).expect("a template");
    typeset(&report, &theme, &fonts, Blocks::Dropped).document
}

/// The number of the page that a project begins on.
fn page_of(document: &Document, project: usize) -> u32 {
    let anchor = AnchorId::Section([0, 1, project as u32 + 1]);
    match document.pages[document.anchors[&anchor].page].label {
        Label::Number(number) => number,
        Label::Name(_) => panic!("projects stand on pages with numbers"),
    }
}

fn check(targets: &[usize]) {
    let document = set(targets);
    for (project, &target) in targets.iter().enumerate() {
        let page = &document.pages[document.anchors[&AnchorId::Section([0, 1, project as u32 + 1])].page];
        let structure = &document.structures[page.chapter];
        let in_link = |owner| matches!(owner, Owner::Node(node) if structure.nodes()[node.index()].tag == Tag::Link);
        let mut words = Vec::new();
        let mut leads_to = None;
        for leaf in page.leaves.iter().filter(|leaf| in_link(leaf.owner)) {
            match &leaf.kind {
                LeafKind::Text { shaped, line, .. } => {
                    let glyphs = line.glyphs.start as usize..line.glyphs.end as usize;
                    words.push(shaped.text[shaped.text_range(glyphs)].to_owned());
                }
                LeafKind::Link { target, .. } => leads_to = Some(target.clone()),
                _ => {}
            }
        }
        assert_eq!(words.concat(), format!("{}쪽", page_of(&document, target)), "of {project}");
        let section = AnchorId::Section([0, 1, target as u32 + 1]);
        assert_eq!(leads_to, Some(LinkTarget::Anchor(section)));
    }
}

#[test]
fn pages_of_one_to_three_digits_are_told_from_one_another() {
    let count = 101;
    check(&(0..count).map(|project| count - 1 - project).collect::<Vec<_>>());
}

#[test]
fn a_caption_refers_to_nothing() {
    let table = "[table.t]\ncaption = '[→ page table: t]'\nhead = [['가']]\nrows = [['나']]\n";
    let files = [("report.toml", REPORT.to_owned()), ("part.toml", part("[table: t]", table))];
    let (document, read) = set_files(files);
    assert!(document.is_none());
    assert_eq!(read.codes(), ["reference-not-here"]);
    assert!(read.said().contains("part.toml:7:12"), "{}", read.said());
}

proptest! {
    #![proptest_config(seeded(8))]

    #[test]
    fn every_reference_prints_the_page_of_its_target(targets in proptest::collection::vec(any::<prop::sample::Index>(), 1..14)) {
        check(&targets.iter().map(|target| target.index(targets.len())).collect::<Vec<_>>());
    }
}
