//! Bars: the names of the categories at the left, one below the other, with room for long ones.

use super::legend::{Key, aligned, key, legend, most, narrowest, natural, plated, surrounded};
use super::style::DataStyle;
use super::{Data, Plotted, Surroundings, along};
use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::model::report::chart::Datum;
use crate::set::chart::drawing::{Drawing, lines};
use crate::set::chart::scales::scales;
use crate::set::layout::{Point, Rect, TextBlock};

/// Where things stand from left to right, in a size of type.
struct Bars<'a> {
    data: &'a Data,
    style: &'a DataStyle,
    stacked: bool,
    /// The size of the figures.
    scale: Ratio,
    /// The room of the names, and their size.
    names: (Len, Ratio),
    /// Where what is drawn begins and ends.
    from: Len,
    to: Len,
    /// The least and the greatest that is drawn; zero is between them.
    bounds: (i128, i128),
    /// The width of each series' figures in columns at the right, where pieces of stacks have no room for them.
    columns: Option<Vec<Len>>,
}

/// Draws figures beside the names of their categories: bars below each other, or, stacked, beside each other.
pub(crate) fn bars(stacked: bool, data: &Data, around: &Surroundings, style: &DataStyle, width: Len) -> Plotted {
    let (names, cut) = names(data, style, width);
    let figures = || data.figures().map(|figure| &figure.printed);
    let sizes = scales(figures(), style.smallest);
    let smallest = sizes.last().copied().unwrap_or_default();
    let try_at = |scale, columns| Bars::new(data, style, (stacked, columns), scale, names, width);
    let within = || sizes.iter().map(|scale| try_at(*scale, false)).find(Bars::hold);
    let columns = || sizes.iter().map(|scale| try_at(*scale, true)).find(|bars| bars.length() >= width / 4);
    let found = if stacked { within().or_else(columns) } else { within() };
    let crowded = cut || found.is_none();
    let bars = found.unwrap_or_else(|| try_at(smallest, stacked));
    let mut parts = vec![bars.draw(width)];
    if data.series.len() > 1 && bars.columns.is_none() {
        parts.push(legend(data, Key::Background, style, width));
    }
    Plotted { drawing: surrounded(parts, around, style, width), crowded }
}

/// The room of the names and their size, and whether one has to be cut.
fn names(data: &Data, style: &DataStyle, width: Len) -> ((Len, Ratio), bool) {
    let sizes = scales(data.categories.iter(), style.smallest);
    let least = |scale: Ratio| most(data.categories.iter().map(|name| narrowest(name, scale)));
    let room = most(data.categories.iter().map(|name| natural(name, Ratio::ONE))).min(width.part(3, 8));
    match sizes.iter().find(|scale| least(**scale) <= room) {
        Some(scale) => ((room, *scale), false),
        None => ((room, sizes.last().copied().unwrap_or_default()), true),
    }
}

impl<'a> Bars<'a> {
    fn new(
        data: &'a Data,
        style: &'a DataStyle,
        (stacked, in_columns): (bool, bool),
        scale: Ratio,
        names: (Len, Ratio),
        width: Len,
    ) -> Bars<'a> {
        let (low, high) = if stacked { data.stacked_bounds() } else { data.bounds().unwrap_or_default() };
        let beyond = |negative: bool| {
            let figures = data.figures().filter(|figure| !stacked && (figure.amount < 0) == negative);
            most(figures.map(|figure| natural(&figure.printed, scale) + style.gap))
        };
        let columns = in_columns.then(|| data.series.iter().map(|series| column(series, style, scale)).collect());
        let taken: Len = columns.iter().flatten().map(|column: &Len| *column + style.gap * 2).sum();
        let from = names.0 + style.gap + beyond(true);
        let to = (width - taken - beyond(false)).max(from + Len::milli(1));
        Bars { data, style, stacked, scale, names, from, to, bounds: (low.min(0), high.max(0)), columns }
    }

    fn length(&self) -> Len {
        self.to - self.from
    }

    /// Whether there is room enough: for bars beside their figures, for figures in the pieces of stacks.
    fn hold(&self) -> bool {
        if !self.stacked {
            return self.length() >= (self.to + self.names.0) / 4;
        }
        (0..self.data.categories.len()).all(|category| {
            let pieces = self.data.stack(category).into_iter().zip(&self.data.series);
            pieces.filter_map(|(piece, series)| Some((piece, series.figures[category].as_ref()?))).all(
                |((from, to), figure)| {
                    let (from, to) = (self.x(from), self.x(to));
                    natural(&figure.printed, self.scale) + self.style.gap <= (to - from).max(from - to)
                },
            )
        })
    }

    /// Where an amount ends.
    fn x(&self, amount: i128) -> Len {
        let (low, high) = self.bounds;
        self.from + along(self.length(), amount - low, high - low)
    }

    fn draw(&self, width: Len) -> Drawing {
        let style = self.style;
        let mut drawing = Drawing { width, ..Drawing::default() };
        self.heads(width, &mut drawing);
        let begin = drawing.height;
        let figure = |figure: &Datum<TextBlock>| lines(&figure.printed, self.scale, Len::UNLIMITED).height;
        let thickness = style.thickness.max(most(self.data.figures().map(figure)));
        let beside = if self.stacked { 1 } else { self.data.series.len() };
        for (category, name) in self.data.categories.iter().enumerate() {
            let (room, scale) = self.names;
            let text = aligned(name, Align::Right);
            let tall = (thickness * beside as i64).max(lines(&text, scale, room).height) + style.apart;
            let y = drawing.height;
            drawing.text(&text, Rect::new(Len::ZERO, y, room, tall), scale);
            let top = y + (tall - thickness * beside as i64) / 2;
            self.category(category, Rect::new(Len::ZERO, top, width, thickness), &mut drawing);
            drawing.height += tall;
        }
        let zero = self.x(0);
        drawing.line(&[Point::new(zero, begin), Point::new(zero, drawing.height)], style.axis);
        drawing
    }

    /// The bars of a category, the first of them in this strip.
    fn category(&self, category: usize, strip: Rect, drawing: &mut Drawing) {
        let stack = self.data.stack(category);
        for (index, series) in self.data.series.iter().enumerate() {
            let figure = series.figures[category].as_ref();
            if let Some(columns) = &self.columns {
                let after: Len = columns[index + 1..].iter().map(|column| *column + self.style.gap * 2).sum();
                let room = Rect { x: strip.width - after - columns[index], width: columns[index], ..strip };
                let printed = figure.map_or(&self.data.missing, |figure| &figure.printed);
                drawing.text(&aligned(printed, Align::Right), room, self.scale);
            }
            let Some(figure) = figure else { continue };
            let (from, to) = if self.stacked { stack[index] } else { (0, figure.amount) };
            let down = if self.stacked { Len::ZERO } else { strip.height * index as i64 };
            let (left, right) = (self.x(from.min(to)), self.x(from.max(to)));
            let rect = Rect::new(left, strip.y + down, right - left, strip.height);
            if rect.width > Len::ZERO {
                drawing.rect(rect, Some(self.style.ink(index).background), self.style.frame);
            }
            match self.columns {
                Some(_) => {}
                None if self.stacked => plated(drawing, self.style, &figure.printed, rect.middle(), self.scale),
                None => self.beyond(figure, rect, drawing),
            }
        }
    }

    /// A figure beyond the end of its bar.
    fn beyond(&self, figure: &Datum<TextBlock>, rect: Rect, drawing: &mut Drawing) {
        let width = natural(&figure.printed, self.scale);
        let negative = figure.amount < 0;
        let x = if negative { rect.x - self.style.gap - width } else { rect.right() + self.style.gap };
        let text = aligned(&figure.printed, if negative { Align::Right } else { Align::Left });
        drawing.text(&text, Rect { x, width, ..rect }, self.scale);
    }

    /// The names of the series with their keys, above their figures at the right.
    fn heads(&self, width: Len, drawing: &mut Drawing) {
        let Some(columns) = &self.columns else { return };
        let (mut right, style) = (width, self.style);
        let room = |column: Len| column - style.key_reach();
        let text = |index: usize| aligned(&self.data.series[index].name, Align::Right);
        let tall = |(index, column): (usize, &Len)| lines(&text(index), self.scale, room(*column)).height;
        let height = most(columns.iter().enumerate().map(tall)).max(style.key_height);
        for (index, column) in columns.iter().enumerate().rev() {
            let left = right - *column;
            let name = room(*column).min(natural(&text(index), self.scale));
            key(
                drawing,
                style,
                index,
                Key::Background,
                Rect::new(right - name - style.key_reach(), Len::ZERO, style.key_width, height),
            );
            drawing.text(&text(index), Rect::new(right - name, Len::ZERO, name, height), self.scale);
            right = left - style.gap * 2;
        }
        drawing.height = height + style.gap;
    }
}

/// How wide a series' figures are, or its name.
fn column(series: &super::Series<TextBlock>, style: &DataStyle, scale: Ratio) -> Len {
    let figures = most(series.figures.iter().flatten().map(|figure| natural(&figure.printed, scale)));
    figures.max(style.key_reach() + narrowest(&series.name, scale))
}
