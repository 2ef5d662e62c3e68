//! Placing a paragraph.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::set::text::{BreakKind, Class, Fill, Line, Mode, lines, narrowest};

use super::block::{Elastic, TextBlock};
use super::frame::{Frame, LeafKind, WarningKind};
use super::linked;
use super::{Area, Context, Cursor, Placed, Why, Widths};

pub(super) fn size(text: &TextBlock, context: &Context) -> Len {
    match text.style.elastic {
        Elastic::Nothing => text.style.size,
        Elastic::Size | Elastic::SizeAndLeading => text.style.size.scale(context.scale.size),
    }
}

pub(super) fn line_height(text: &TextBlock, context: &Context) -> Len {
    let leading = match text.style.elastic {
        Elastic::SizeAndLeading => text.style.leading.times(context.scale.leading),
        Elastic::Nothing | Elastic::Size => text.style.leading,
    };
    size(text, context).scale(leading)
}

/// From a line's top to its baseline: the face's extent stands in the middle of the line.
pub(super) fn baseline(text: &TextBlock, context: &Context) -> Len {
    let (ascent, descent) = text.shaped.metrics.map_or((880_000, 120_000), |metrics| (metrics.ascent, metrics.descent));
    let size = size(text, context);
    let extent = size.scale(Ratio::millionths(ascent + descent));
    (line_height(text, context) - extent) / 2 + size.scale(Ratio::millionths(ascent))
}

/// The lines of a paragraph in a width.
pub(super) fn lines_in(text: &TextBlock, context: &Context, width: Len) -> Vec<Line> {
    let size = size(text, context).as_milli().max(1);
    let measure = i128::from(width.at_least_zero().as_milli()) * 1_000_000 / i128::from(size);
    let measure = i64::try_from(measure).unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    let measure = (measure - text.margins.sum()).max(0);
    lines(&text.shaped, measure, &fill(text, context))
}

/// How its lines are filled at this scale: body text gives letter spacing too.
fn fill(text: &TextBlock, context: &Context) -> Fill {
    let fill = text.style.fill;
    match (text.style.elastic, fill.mode) {
        (Elastic::SizeAndLeading, Mode::Ragged | Mode::Justified) => {
            Fill { letter_base: context.scale.letters.min(fill.letter_shrink_limit), ..fill }
        }
        _ => fill,
    }
}

pub(super) fn place(text: &TextBlock, context: &Context, from: &Cursor, area: Area) -> Placed {
    let broken;
    let (lines, first): (&[Line], usize) = match from {
        Cursor::Line { lines, next } => (lines, *next),
        _ => {
            broken = lines_in(text, context, area.width);
            (&broken, 0)
        }
    };
    let height = line_height(text, context);
    let left = lines.len().saturating_sub(first);
    let fitting =
        usize::try_from(area.height.at_least_zero().as_milli() / height.as_milli().max(1)).unwrap_or(usize::MAX);
    if left <= fitting {
        return Placed::Done(frame(text, context, &lines[first.min(lines.len())..], first == 0, area));
    }
    let orphans = text.style.orphans;
    let count = match (fitting, area.fresh) {
        (0, false) => return Placed::Defer(Why::NoRoom),
        (0, true) => 1,
        (fitting, false) if fitting < orphans || left - fitting < orphans && fitting - 1 < orphans => {
            return Placed::Defer(Why::KeptTogether);
        }
        (fitting, _) if left - fitting < orphans && fitting > orphans => fitting - 1,
        (fitting, _) => fitting,
    };
    let mut frame = frame(text, context, &lines[first..first + count], first == 0, area);
    if fitting == 0 {
        frame.warn(WarningKind::TooHigh, text.span);
    }
    if first + count == lines.len() {
        return Placed::Done(frame);
    }
    let lines = match from {
        Cursor::Line { lines, .. } => Arc::clone(lines),
        _ => lines.into(),
    };
    Placed::Split { frame, rest: Cursor::Line { lines, next: first + count } }
}

fn frame(text: &TextBlock, context: &Context, lines: &[Line], beginning: bool, area: Area) -> Frame {
    let (height, baseline, size) = (line_height(text, context), baseline(text, context), size(text, context));
    let mut frame = Frame::empty(area.width);
    if let Some(anchor) = text.anchor.filter(|_| beginning) {
        frame.push(Len::ZERO, Len::ZERO, text.owner, LeafKind::Anchor(anchor));
    }
    for line in lines {
        let width = size.scale(Ratio::millionths(line.width + text.margins.sum()));
        let x = match text.style.align {
            Align::Left => Len::ZERO,
            Align::Center => (area.width - width) / 2,
            Align::Right => area.width - width,
        };
        if width > area.width + TOLERANCE {
            frame.warn(WarningKind::TooWide, text.span);
        }
        if line.visible_end > line.glyphs.start {
            let kind = LeafKind::Text {
                shaped: text.shaped.clone(),
                line: line.clone(),
                size,
                color: text.style.color,
                accent: text.style.accent,
                span: text.span,
            };
            let x = x + size.scale(Ratio::millionths(text.margins.before));
            match text.links.is_empty() {
                true => frame.push(x, frame.height + baseline, text.owner, kind),
                false => linked::push(text, line, (x, frame.height, height, baseline), size, &mut frame),
            }
        }
        frame.height += height;
    }
    frame
}

/// What rounding from millionths of an em may add to a line's width.
const TOLERANCE: Len = Len::milli(2);

pub(super) fn widths(text: &TextBlock, context: &Context) -> Widths {
    let size = size(text, context);
    let shaped = &text.shaped;
    let (mut min, mut max, mut line, mut word) = (0, 0, 0i64, 0i64);
    let mut breaks = shaped.breaks.iter().peekable();
    for (index, glyph) in shaped.glyphs.iter().enumerate() {
        while let Some(found) = breaks.next_if(|found| found.glyph as usize <= index) {
            match found.kind {
                BreakKind::Forced => (line, word) = (0, 0),
                BreakKind::Word => {
                    let hyphen = i64::from(shaped.hyphen_before(found.glyph));
                    if hyphen > 0 {
                        min = min.max(word + hyphen);
                    }
                    word = 0;
                }
                BreakKind::Within => {}
            }
        }
        line += i64::from(glyph.advance);
        word += i64::from(glyph.advance);
        if glyph.class != Class::Blank {
            (min, max) = (min.max(word), max.max(line));
        }
    }
    if text.style.fill.gives {
        min = narrowest(shaped, &text.style.fill, true).figures;
    }
    let margins = text.margins.sum();
    Widths { min: ceil(size, min + margins), max: ceil(size, max + margins) }
}

/// How narrow it may be set before digits of a figure are parted, a figure or a syllable is, a word is, and a date is; see [`narrowest`].
pub(super) fn narrowest_in(text: &TextBlock, context: &Context, tight: bool) -> [Len; 4] {
    let size = size(text, context);
    let narrowest = narrowest(&text.shaped, &text.style.fill, tight);
    let margins = text.margins.sum();
    [narrowest.digits, narrowest.figures, narrowest.words, narrowest.together].map(|width| ceil(size, width + margins))
}

/// Rounded up, so that a text of just this width stands on one line.
fn ceil(size: Len, millionths: i64) -> Len {
    size.scale(Ratio::millionths(millionths)) + Len::milli(1)
}
