//! Texts of letters of one width, which need no font.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::model::source::{FileId, Span};
use crate::model::structure::NodeId;
use crate::set::layout::{Color, Elastic, Margins, Owner, ParagraphStyle, TextBlock};
use crate::set::text::{Break, BreakKind, Class, Fill, Glyph, Shaped};

/// The one colour.
pub(crate) const INK: Color = Color { rgb: [0; 3] };

/// The element that all of it belongs to.
pub(crate) fn owner() -> Owner {
    Owner::Node(NodeId::at(0))
}

/// A text of words of so many letters, each half an em wide.
pub(crate) fn text(words: &[u8]) -> TextBlock {
    let mut shaped = Shaped::default();
    for (index, letters) in words.iter().enumerate() {
        if index > 0 {
            push(&mut shaped, ' ', Class::Blank);
            shaped.breaks.push(Break { glyph: shaped.glyphs.len() as u32, kind: BreakKind::Word });
        }
        (0..*letters).for_each(|_| push(&mut shaped, 'x', Class::Letter));
    }
    let style = ParagraphStyle {
        size: Len::pt(10),
        leading: Ratio::from_f64(1.2),
        color: INK,
        accent: [INK; 3],
        align: Align::Center,
        fill: Fill::NATURAL,
        orphans: 2,
        elastic: Elastic::Size,
        spec: Span { file: FileId(0), start: 0, end: 0 },
    };
    TextBlock {
        shaped: Arc::new(shaped),
        style,
        owner: owner(),
        span: None,
        anchor: None,
        margins: Margins::default(),
        links: Vec::new(),
    }
}

fn push(shaped: &mut Shaped, letter: char, class: Class) {
    let start = shaped.text.len() as u32;
    shaped.text.push(letter);
    shaped.glyphs.push(Glyph { id: 1, start, advance: 500_000, x: 0, y: 0, class });
}
