//! Lines with stretches that lead somewhere: each stretch is a leaf of its own element, with a rectangle to point at, and room for a page's number.

use std::ops::Range;

use crate::model::len::{Len, Ratio};
use crate::set::text::Line;

use super::block::TextBlock;
use super::frame::{Frame, LeafKind, Owner};
use super::link::{Link, LinkTarget};

/// A stretch of a text that leads somewhere.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextLink {
    /// Its glyphs.
    pub glyphs: Range<u32>,
    /// Where it leads, and the element that it is.
    pub link: Link,
    /// Whose the text behind it is.
    pub after: Owner,
    /// The glyphs of it that make room for the page's number, and the digits `0123456789`, shaped to set it in.
    pub page: Option<(Range<u32>, Box<TextBlock>)>,
}

/// A stretch of a line.
struct Stretch<'a> {
    glyphs: Range<u32>,
    owner: Owner,
    link: Option<&'a TextLink>,
    /// Whether the page's number stands in it.
    is_page: bool,
}

/// Adds a line's leaves to a frame; `at` is its left edge, its top, its height, and from its top to its baseline.
pub(super) fn push(text: &TextBlock, line: &Line, at: (Len, Len, Len, Len), size: Len, frame: &mut Frame) {
    let (left, top, height, baseline) = at;
    for stretch in stretches(text, line.glyphs.start..line.visible_end) {
        let offset = line.advance(&text.shaped, line.glyphs.start..stretch.glyphs.start);
        let width = line.advance(&text.shaped, stretch.glyphs.clone());
        let x = left + size.scale(Ratio::millionths(offset));
        let drawn = size.scale(Ratio::millionths(width));
        let kind = match stretch.link.and_then(|link| Some((&link.link.target, link.page.as_ref()?))) {
            Some((&LinkTarget::Anchor(anchor), (_, digits))) if stretch.is_page => {
                LeafKind::PageNumber { anchor, digits: digits.clone(), size, width: drawn }
            }
            _ => LeafKind::Text {
                shaped: text.shaped.clone(),
                line: Line { glyphs: stretch.glyphs.clone(), visible_end: stretch.glyphs.end, width, ..line.clone() },
                size,
                color: text.style.color,
                accent: text.style.accent,
                span: text.span,
            },
        };
        frame.push(x, top + baseline, stretch.owner, kind);
    }
    for TextLink { glyphs, link, .. } in &text.links {
        let glyphs = glyphs.start.max(line.glyphs.start)..glyphs.end.min(line.visible_end);
        if glyphs.start < glyphs.end {
            let x = left + size.scale(Ratio::millionths(line.advance(&text.shaped, line.glyphs.start..glyphs.start)));
            let width = size.scale(Ratio::millionths(line.advance(&text.shaped, glyphs)));
            let kind = LeafKind::Link { width, height, target: link.target.clone(), alt: link.alt.clone() };
            frame.push(x, top, link.owner, kind);
        }
    }
}

/// The stretches of some glyphs: before, within and behind what leads somewhere.
fn stretches(text: &TextBlock, glyphs: Range<u32>) -> Vec<Stretch<'_>> {
    let mut stretches = Vec::new();
    let mut add = |range: Range<u32>, owner, link, is_page| {
        let glyphs = range.start.max(glyphs.start)..range.end.min(glyphs.end);
        if glyphs.start < glyphs.end {
            stretches.push(Stretch { glyphs, owner, link, is_page });
        }
    };
    let (mut from, mut owner) = (0, text.owner);
    for link in &text.links {
        add(from..link.glyphs.start, owner, None, false);
        let own = link.link.owner;
        match &link.page {
            Some((page, _)) => {
                add(link.glyphs.start..page.start, own, Some(link), false);
                add(page.clone(), own, Some(link), true);
                add(page.end..link.glyphs.end, own, Some(link), false);
            }
            None => add(link.glyphs.clone(), own, Some(link), false),
        }
        (from, owner) = (link.glyphs.end, link.after);
    }
    add(from..u32::MAX, owner, None, false);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::report::Align;
    use crate::model::source::{FileId, Span};
    use crate::model::structure::NodeId;
    use crate::set::layout::{AnchorId, Color, Elastic, Margins, ParagraphStyle};
    use crate::set::text::{Class, Fill, Glyph, Shaped};

    fn block(glyphs: usize, links: Vec<TextLink>) -> TextBlock {
        let glyph = |index: usize| Glyph {
            id: 1,
            start: index as u32,
            advance: 500_000,
            x: 0,
            y: 0,
            class: if index % 3 == 2 { Class::Blank } else { Class::Letter },
        };
        let shaped = Shaped { glyphs: (0..glyphs).map(glyph).collect(), ..Shaped::default() };
        let ink = Color { rgb: [0; 3] };
        let style = ParagraphStyle {
            size: Len::pt(10),
            leading: Ratio::ONE,
            color: ink,
            accent: [ink; 3],
            align: Align::Left,
            fill: Fill::NATURAL,
            orphans: 1,
            elastic: Elastic::Nothing,
            spec: Span { file: FileId(0), start: 0, end: 0 },
        };
        let owner = Owner::Node(NodeId::at(0));
        TextBlock { shaped: shaped.into(), style, owner, span: None, anchor: None, margins: Margins::default(), links }
    }

    #[test]
    fn stretches_stand_behind_each_other_and_each_is_its_own_elements() {
        let owner = |index| Owner::Node(NodeId::at(index));
        let link = Link { target: LinkTarget::Anchor(AnchorId::Block(1)), owner: owner(1), alt: "표 1".into() };
        let digits = Box::new(block(10, Vec::new()));
        let link = TextLink { glyphs: 3..7, link, after: owner(2), page: Some((4..6, digits)) };
        let text = block(10, vec![link]);
        let line = Line { blank_extra: 100_000, letter_extra: 10_000, ..Line::natural(0..10, 5_390_000) };
        let mut frame = Frame::empty(Len::pt(100));
        push(&text, &line, (Len::ZERO, Len::ZERO, Len::pt(12), Len::pt(9)), Len::pt(10), &mut frame);
        let kind = |kind: &LeafKind| match kind {
            LeafKind::Text { .. } => 't',
            LeafKind::PageNumber { .. } => 'n',
            LeafKind::Link { .. } => 'l',
            _ => '?',
        };
        let drawn: Vec<_> = frame.leaves.iter().map(|leaf| (kind(&leaf.kind), leaf.x.to_pt(), leaf.owner)).collect();
        let expected = [
            ('t', 0.0, owner(0)),
            ('t', 16.3, owner(1)),
            ('n', 21.4, owner(1)),
            ('t', 32.6, owner(1)),
            ('t', 37.7, owner(2)),
            ('l', 16.3, owner(1)),
        ];
        assert_eq!(drawn.len(), expected.len());
        for (drawn, expected) in drawn.iter().zip(expected) {
            assert!(
                drawn.0 == expected.0 && (drawn.1 - expected.1).abs() < 0.01 && drawn.2 == expected.2,
                "{drawn:?} {expected:?}"
            );
        }
    }
}
