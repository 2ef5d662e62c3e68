//! Upright plots: columns beside each other or in stacks, and lines, above the names of their categories.

use super::legend::{Key, aligned, key, legend, most, narrowest, natural, plated, surrounded};
use super::points;
use super::style::DataStyle;
use super::{Axis, Data, Plotted, Surroundings, along};
use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::model::report::chart::Datum;
use crate::set::chart::drawing::{Drawing, lines};
use crate::set::chart::scales::scales;
use crate::set::layout::{Point, Rect, TextBlock};

/// What stands above the names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Upright {
    /// Columns beside each other.
    Columns,
    /// Columns on each other.
    Stacked,
    /// Lines through points.
    Lines,
}

/// Where the figures are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Printed {
    /// At what is drawn.
    There(Ratio),
    /// In rows below the names, one a series.
    Below(Ratio),
    /// Nowhere: there is no room even in the smallest type.
    Nowhere,
}

/// A plot: where everything is in it.
pub(super) struct Plot<'a> {
    pub data: &'a Data,
    pub axis: &'a Axis,
    pub style: &'a DataStyle,
    /// Room at the left, for the steps of the axis and the names of series.
    left: Len,
    /// From there to the right edge.
    width: Len,
    /// What stands above the highest step.
    head: Len,
}

/// Draws figures above the names of their categories.
pub(crate) fn upright(
    kind: Upright,
    data: &Data,
    axis: &Axis,
    around: &Surroundings,
    style: &DataStyle,
    width: Len,
) -> Plotted {
    let tick = |tick: &Datum<TextBlock>| natural(&tick.printed, Ratio::ONE);
    let left = most(axis.ticks.iter().map(tick)) + style.gap;
    let mut plot = Plot { data, axis, style, left, width: width - left, head: Len::ZERO };
    let printed = plot.printed(kind);
    if let Printed::Below(_) = printed {
        let name = |series: &super::Series| natural(&series.name, Ratio::ONE);
        let names = most(data.series.iter().map(name)) + style.key_reach() + style.gap;
        plot.left = left.max(names.min(width / 4));
        plot.width = width - plot.left;
    }
    let mut drawing = Drawing { width, ..Drawing::default() };
    let cut = plot.draw(kind, printed, &mut drawing);
    let mut parts = vec![drawing];
    if data.series.len() > 1 && !matches!(printed, Printed::Below(_)) {
        parts.push(legend(data, kind.key(), style, width));
    }
    let touching = kind == Upright::Lines && plot.place() < style.marker * 2;
    let crowded = cut || touching || (printed == Printed::Nowhere && kind != Upright::Lines);
    Plotted { drawing: surrounded(parts, around, style, width), crowded }
}

impl Upright {
    /// What the axis must hold. It begins at zero; only that of lines whose figures are all in the upper half of it doesn't, since they would be flat.
    pub(crate) fn range<T>(self, data: &Data<T>) -> (i128, i128) {
        let (low, high) = match self {
            Upright::Stacked => data.stacked_bounds(),
            Upright::Columns | Upright::Lines => data.bounds().unwrap_or_default(),
        };
        if self == Upright::Lines && low * 2 > high { (low, high) } else { (low.min(0), high.max(0)) }
    }

    fn key(self) -> Key {
        if self == Upright::Lines { Key::Line } else { Key::Background }
    }
}

impl Plot<'_> {
    /// The left edge of a category's place; of the one after the last, the right edge.
    fn edge(&self, category: usize) -> Len {
        self.left + self.width.part(category as i64, self.data.categories.len().max(1) as i64)
    }

    /// The width of every place, or a thousandth of a point more.
    pub(crate) fn place(&self) -> Len {
        self.width / self.data.categories.len().max(1) as i64
    }

    /// The middle of a category's place.
    pub(crate) fn middle(&self, category: usize) -> Len {
        (self.edge(category) + self.edge(category + 1)) / 2
    }

    /// How high an amount stands.
    pub(crate) fn y(&self, amount: i128) -> Len {
        self.foot() - along(self.style.height, amount - self.axis.low(), self.axis.range())
    }

    /// The lower edge of the plot.
    pub(crate) fn foot(&self) -> Len {
        self.head + self.style.height
    }

    /// How wide a column is, of so many beside each other.
    fn column(&self, beside: usize) -> Len {
        (self.place().scale(self.style.share) / beside.max(1) as i64).min(self.style.widest)
    }

    /// Where figures have room, and in which size of type.
    fn printed(&self, kind: Upright) -> Printed {
        let figures: Vec<&TextBlock> = self.data.figures().map(|figure| &figure.printed).collect();
        let scales = scales(figures.iter().copied(), self.style.smallest);
        let fits = |scale: &Ratio, room: Len| figures.iter().all(|text| natural(text, *scale) <= room);
        let series = self.data.series.len();
        let there = |scale: &&Ratio| match kind {
            Upright::Columns if series == 1 => fits(scale, self.place() - self.style.gap),
            Upright::Columns => fits(scale, self.column(series) - self.style.gap / 2),
            Upright::Stacked => fits(scale, self.column(1) - self.style.gap) && self.stacks_hold(**scale),
            Upright::Lines => series == 1 && fits(scale, self.place() - self.style.gap),
        };
        if let Some(scale) = scales.iter().find(there) {
            return Printed::There(*scale);
        }
        // Rows need a name at their left, which takes a quarter of the width at most.
        let narrow = (self.width + self.left).part(3, 4) / self.data.categories.len().max(1) as i64;
        let below = scales.iter().find(|scale| fits(scale, narrow.min(self.place()) - self.style.gap));
        below.map_or(Printed::Nowhere, |scale| Printed::Below(*scale))
    }

    /// Whether every piece of every stack is as high as its figure.
    fn stacks_hold(&self, scale: Ratio) -> bool {
        (0..self.data.categories.len()).all(|category| {
            let pieces = self.data.stack(category).into_iter().zip(&self.data.series);
            pieces.filter_map(|(piece, series)| Some((piece, series.figures[category].as_ref()?))).all(
                |((from, to), figure)| {
                    let height = lines(&figure.printed, scale, self.column(1)).height;
                    (self.y(from) - self.y(to)).max(self.y(to) - self.y(from)) >= height + self.style.gap / 2
                },
            )
        })
    }

    /// Draws all of it; says whether a name had to be cut.
    fn draw(&mut self, kind: Upright, printed: Printed, drawing: &mut Drawing) -> bool {
        self.head = self.head_room(kind, printed);
        self.grid(drawing);
        match kind {
            Upright::Columns | Upright::Stacked => {
                self.columns(kind, printed, drawing);
                self.base(drawing);
            }
            Upright::Lines => {
                self.base(drawing);
                let scale = if let Printed::There(scale) = printed { Some(scale) } else { None };
                points::draw(self, scale, drawing);
            }
        }
        drawing.height = self.foot() + self.foot_room(kind, printed);
        let cut = self.names(kind, drawing);
        if let Printed::Below(scale) = printed {
            self.rows(kind, scale, drawing);
        }
        cut
    }

    /// The height that figures take beside what they stand at.
    fn figure_height(&self, printed: Printed) -> Len {
        let Printed::There(scale) = printed else { return Len::ZERO };
        let height = |figure: &Datum<TextBlock>| lines(&figure.printed, scale, Len::UNLIMITED).height;
        most(self.data.figures().map(height)) + self.style.gap
    }

    /// How far the figure of a step stands above and below its line.
    fn half_tick(&self) -> Len {
        most(self.axis.ticks.iter().map(|tick| lines(&tick.printed, Ratio::ONE, Len::UNLIMITED).height)) / 2
    }

    /// What figures above the highest step, and the step's own, take above the plot.
    fn head_room(&self, kind: Upright, printed: Printed) -> Len {
        let ticks = self.half_tick();
        let high = self.data.bounds().map_or(0, |(_, high)| high.max(0));
        let below_top = along(self.style.height, self.axis.low() + self.axis.range() - high, self.axis.range());
        let marker = if kind == Upright::Lines { self.style.marker } else { Len::ZERO };
        match kind {
            Upright::Stacked => ticks,
            _ => ticks.max(self.figure_height(printed) + marker - below_top),
        }
    }

    /// What figures below the lowest step take below the plot, and the gap to the names.
    fn foot_room(&self, kind: Upright, printed: Printed) -> Len {
        let low = self.data.bounds().map_or(0, |(low, _)| low);
        let above_foot = along(self.style.height, low - self.axis.low(), self.axis.range());
        let hangs = kind == Upright::Columns && low < 0;
        let figures = if hangs { self.figure_height(printed) - above_foot } else { Len::ZERO };
        figures.max(self.half_tick()) + self.style.gap
    }

    /// The lines at the steps, with their figures.
    fn grid(&self, drawing: &mut Drawing) {
        let right = self.edge(self.data.categories.len());
        for tick in &self.axis.ticks {
            let y = self.y(tick.amount);
            drawing.line(&[Point::new(self.left, y), Point::new(right, y)], self.style.grid);
            let width = self.left - self.style.gap;
            let height = lines(&tick.printed, Ratio::ONE, width).height;
            let text = aligned(&tick.printed, Align::Right);
            drawing.text(&text, Rect::new(Len::ZERO, y - height / 2, width, height), Ratio::ONE);
        }
    }

    fn columns(&self, kind: Upright, printed: Printed, drawing: &mut Drawing) {
        let stacked = kind == Upright::Stacked;
        let beside = if stacked { 1 } else { self.data.series.len() };
        let column = self.column(beside);
        for category in 0..self.data.categories.len() {
            let begin = self.middle(category) - column * beside as i64 / 2;
            let stack = self.data.stack(category);
            for (index, series) in self.data.series.iter().enumerate() {
                let Some(figure) = &series.figures[category] else { continue };
                let (from, to) = if stacked { stack[index] } else { (0, figure.amount) };
                let left = if stacked { begin } else { begin + column * index as i64 };
                let (top, bottom) = (self.y(from.max(to)), self.y(from.min(to)));
                let rect = Rect::new(left, top, column, bottom - top);
                if rect.height > Len::ZERO {
                    drawing.rect(rect, Some(self.style.ink(index).background), self.style.frame);
                }
                if let Printed::There(scale) = printed {
                    match stacked {
                        true => plated(drawing, self.style, &figure.printed, rect.middle(), scale),
                        false => self.at_end(figure, rect, scale, drawing),
                    }
                }
            }
        }
    }

    /// The line at zero, or at the foot where the axis begins above it.
    fn base(&self, drawing: &mut Drawing) {
        let y = self.y(self.axis.low().max(0));
        drawing
            .line(&[Point::new(self.left, y), Point::new(self.edge(self.data.categories.len()), y)], self.style.axis);
    }

    /// A figure beyond the end of its column: above it, or below one that hangs.
    fn at_end(&self, figure: &Datum<TextBlock>, rect: Rect, scale: Ratio, drawing: &mut Drawing) {
        let away = self.style.gap + lines(&figure.printed, scale, Len::UNLIMITED).height / 2;
        let y = if figure.amount < 0 { rect.bottom() + away } else { rect.y - away };
        plated(drawing, self.style, &figure.printed, Point::new(rect.middle().x, y), scale);
    }

    /// The names of the categories, below all that is drawn; says whether one had to be cut. Names at points may be left out, since points have an order.
    fn names(&self, kind: Upright, drawing: &mut Drawing) -> bool {
        let names = &self.data.categories;
        let scales = scales(names.iter(), self.style.smallest);
        let widest = |scale: Ratio| most(names.iter().map(|name| narrowest(name, scale)));
        let room = |each: usize| self.place() * each as i64 - self.style.gap;
        let fits = |each: usize| scales.iter().copied().find(|scale| widest(*scale) <= room(each));
        let smallest = scales.last().copied().unwrap_or_default();
        let (each, scale, cut) = match fits(1) {
            Some(scale) => (1, scale, false),
            None if kind == Upright::Lines => {
                let each = (2..=names.len()).find(|each| widest(smallest) <= room(*each)).unwrap_or(names.len().max(1));
                (each, smallest, widest(smallest) > room(each))
            }
            None => (1, smallest, true),
        };
        let (y, right) = (drawing.height, self.left + self.width);
        let mut height = Len::ZERO;
        for (category, name) in names.iter().enumerate().step_by(each) {
            let middle = self.middle(category);
            let half = (room(each) / 2).min(middle).min(right - middle).max(Len::milli(1));
            // The last of a few may have no room beside the edge.
            if each > 1 && narrowest(name, scale) > half * 2 {
                continue;
            }
            let name = aligned(name, Align::Center);
            let tall = lines(&name, scale, half * 2).height;
            drawing.text(&name, Rect::new(middle - half, y, half * 2, tall), scale);
            height = height.max(tall);
        }
        drawing.height += height;
        cut
    }

    /// The figures in rows below the names, one a series, its key and name at the left.
    fn rows(&self, kind: Upright, scale: Ratio, drawing: &mut Drawing) {
        let style = self.style;
        let right = self.edge(self.data.categories.len());
        let rule = |drawing: &mut Drawing| {
            let y = drawing.height;
            drawing.line(&[Point::new(Len::ZERO, y), Point::new(right, y)], style.grid);
        };
        drawing.height += style.gap;
        for (index, series) in self.data.series.iter().enumerate() {
            rule(drawing);
            let name =
                Rect::new(style.key_reach(), drawing.height, self.left - style.key_reach() - style.gap, Len::ZERO);
            let text = aligned(&series.name, Align::Left);
            let figure = |figure: &Datum<TextBlock>| lines(&figure.printed, scale, self.place()).height;
            let height =
                lines(&text, Ratio::ONE, name.width).height.max(most(series.figures.iter().flatten().map(figure)));
            let height = height.max(style.key_height) + style.gap;
            key(drawing, style, index, kind.key(), Rect::new(Len::ZERO, name.y, style.key_width, height));
            drawing.text(&text, Rect { height, ..name }, Ratio::ONE);
            for (category, figure) in series.figures.iter().enumerate() {
                let printed = figure.as_ref().map_or(&self.data.missing, |figure| &figure.printed);
                let half = (self.place() - style.gap) / 2;
                let room = Rect::new(self.middle(category) - half, name.y, half * 2, height);
                drawing.text(&aligned(printed, Align::Center), room, scale);
            }
            drawing.height += height;
        }
        rule(drawing);
    }
}
