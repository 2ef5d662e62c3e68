//! Legends: what each series is called, beside a key that shows how it is drawn.

use super::style::DataStyle;
use super::{Data, Surroundings};
use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::set::chart::drawing::{Drawing, at_scale, lines};
use crate::set::layout::{Block, Path, Point, Rect, TextBlock, widths};

/// What a key shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// A piece of a background.
    Background,
    /// A piece of a line, with a marker.
    Line,
}

/// How wide a text is on one line.
pub(super) fn natural(text: &TextBlock, scale: Ratio) -> Len {
    widths(&Block::Text(text.clone()), &at_scale(scale)).max
}

/// How wide a text's longest word is.
pub(super) fn narrowest(text: &TextBlock, scale: Ratio) -> Len {
    widths(&Block::Text(text.clone()), &at_scale(scale)).min
}

/// The most of some lengths.
pub(super) fn most(lengths: impl Iterator<Item = Len>) -> Len {
    lengths.max().unwrap_or_default()
}

/// A text whose lines stand elsewhere.
pub(super) fn aligned(text: &TextBlock, align: Align) -> TextBlock {
    let mut text = text.clone();
    text.style.align = align;
    text
}

/// The key of a series, in the middle of a height.
pub(super) fn key(drawing: &mut Drawing, style: &DataStyle, index: usize, key: Key, at: Rect) {
    let ink = style.ink(index);
    match key {
        Key::Background => {
            let rect = Rect::new(at.x, at.y + (at.height - style.key_height) / 2, style.key_width, style.key_height);
            drawing.rect(rect, Some(ink.background), style.frame);
        }
        Key::Line => {
            let (y, right) = (at.y + at.height / 2, at.x + style.key_width);
            drawing.line(&[Point::new(at.x, y), Point::new(right, y)], ink.pen.clone());
            drawing.shapes.push(ink.marker(Point::new(at.x + style.key_width / 2, y), style.marker));
        }
    }
}

/// The series' names with their keys, in as many centred rows as they take.
pub(super) fn legend(data: &Data, kind: Key, style: &DataStyle, width: Len) -> Drawing {
    let room = width - style.key_reach();
    let mut rows: Vec<(Len, Vec<(usize, Len)>)> = Vec::new();
    for (index, series) in data.series.iter().enumerate() {
        let name = natural(&series.name, Ratio::ONE).min(room);
        let entry = style.key_reach() + name;
        match rows.last_mut() {
            Some((taken, row)) if *taken + style.entries + entry <= width => {
                *taken += style.entries + entry;
                row.push((index, name));
            }
            _ => rows.push((entry, vec![(index, name)])),
        }
    }
    let mut legend = Drawing { width, ..Drawing::default() };
    for (taken, row) in rows {
        let height = |(index, name): &(usize, Len)| lines(&data.series[*index].name, Ratio::ONE, *name).height;
        let height = most(row.iter().map(height)).max(style.key_height).max(style.marker * 2);
        let (mut x, y) = ((width - taken) / 2, legend.height);
        for (index, name) in row {
            key(&mut legend, style, index, kind, Rect::new(x, y, style.key_width, height));
            x += style.key_reach();
            let text = aligned(&data.series[index].name, Align::Left);
            legend.text(&text, Rect::new(x, y, name, height), Ratio::ONE);
            x += name + style.entries;
        }
        legend.height += height;
    }
    legend
}

/// Puts a drawing below what is drawn already.
pub(super) fn below(drawing: &mut Drawing, part: Drawing, gap: Len) {
    if part.height == Len::ZERO {
        return;
    }
    let y = drawing.height + if drawing.height > Len::ZERO { gap } else { Len::ZERO };
    drawing.height = y + part.height;
    drawing.append(part, Len::ZERO, y);
}

/// A chart between what stands above and below it.
pub(super) fn surrounded(parts: Vec<Drawing>, around: &Surroundings, style: &DataStyle, width: Len) -> Drawing {
    let line = |text: &TextBlock| {
        let mut line = Drawing { width, height: lines(text, Ratio::ONE, width).height, ..Drawing::default() };
        line.text(text, Rect::new(Len::ZERO, Len::ZERO, width, line.height), Ratio::ONE);
        line
    };
    let mut drawing = Drawing { width, ..Drawing::default() };
    let parts = around.caption.iter().map(line).chain(parts).chain(around.source.iter().map(line));
    parts.collect::<Vec<_>>().into_iter().for_each(|part| below(&mut drawing, part, style.gap * 2));
    drawing
}

/// A figure on a background or over the lines of a plot: with a plate behind it, so that neither hatches nor lines run through it.
pub(super) fn plated(drawing: &mut Drawing, style: &DataStyle, text: &TextBlock, middle: Point, scale: Ratio) {
    let width = natural(text, scale);
    let height = lines(text, scale, width).height;
    let room = Rect::new(middle.x - width / 2, middle.y - height / 2, width, height);
    let plate = Rect { x: room.x - style.gap / 4, width: width + style.gap / 4 * 2, ..room };
    drawing.shapes.push(Path { segments: Path::rect(plate), background: Some(style.plate.into()), pen: None });
    drawing.text(&aligned(text, Align::Center), room, scale);
}
