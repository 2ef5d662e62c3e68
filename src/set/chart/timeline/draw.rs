//! Draws a timeline: backgrounds, lines, heads, names, bars and milestones.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Block, Path, Point, Rect, Sides, Stroke, Widths, widths};

use super::super::drawing::{Drawing, at_scale, lines};
use super::heads::{Head, Heads, heads, natural, shown};
use super::line::{Lines, placed};
use super::{Row, Time, Timeline, TimelineStyle, UNITS};
use crate::model::report::chart::Month;

/// A timeline whose widths are settled.
pub(super) struct Drawn<'a> {
    timeline: &'a Timeline,
    heads: &'a Heads,
    style: &'a TimelineStyle,
    scale: Ratio,
    /// The first month that is shown, and how many are.
    shown: (Month, u32),
    unit: u32,
    /// The width of the names, and of all.
    names: Len,
    width: Len,
}

impl<'a> Drawn<'a> {
    /// With columns of so many months, or `None` where they are too narrow for their names.
    pub(crate) fn fitted(
        timeline: &'a Timeline,
        heads: &'a Heads,
        style: &'a TimelineStyle,
        scale: Ratio,
        unit: u32,
        width: Len,
    ) -> Option<Drawn<'a>> {
        let names = names(timeline, heads, style, scale);
        let shown = shown(timeline, unit);
        let drawn = |names| Drawn { timeline, heads, style, scale, shown, unit, names, width };
        [names.max, names.min].into_iter().map(drawn).find(|drawn| drawn.head_rows().is_some())
    }

    /// As narrow as years can be, wider than there is room.
    pub(crate) fn narrowest(
        timeline: &'a Timeline,
        heads: &'a Heads,
        style: &'a TimelineStyle,
        scale: Ratio,
    ) -> Drawn<'a> {
        let unit = UNITS[UNITS.len() - 1];
        let shown = shown(timeline, unit);
        let years = heads.years.iter().map(|(_, short)| natural(short, scale)).max().unwrap_or_default();
        // Rounding takes no more than this from a column.
        let column = years + style.padding.left + style.padding.right + Len::milli(2);
        let names = names(timeline, heads, style, scale).min;
        let width = names + column * i64::from(shown.1 / unit);
        Drawn { timeline, heads, style, scale, shown, unit, names, width }
    }

    fn head_rows(&self) -> Option<Vec<Vec<Head<'a>>>> {
        let padding = self.style.padding.left + self.style.padding.right;
        let room = |months: u32| {
            (self.width - self.names).part(i64::from(months), i64::from(self.shown.1)) - padding - Len::milli(1)
        };
        heads(self.heads, self.shown, self.unit, self.scale, room)
    }

    /// The left edge of a month, or a place so many days after.
    fn x(&self, month: Month, days: u8) -> Len {
        let edge = |at: u32| self.names + (self.width - self.names).part(i64::from(at), i64::from(self.shown.1));
        let at = month.since(self.shown.0);
        edge(at) + (edge(at + 1) - edge(at)).part(i64::from(days), i64::from(month.days()))
    }

    fn ends(&self, time: &Time) -> (Len, Len) {
        (self.x(time.from.month, time.from.begins()), self.x(time.to.month, time.to.ends()))
    }

    /// Draws it.
    pub(crate) fn drawing(&self) -> Drawing {
        let rows = self.head_rows().unwrap_or_default();
        let mut layers = Layers::default();
        let head = self.draw_heads(&mut layers, &rows);
        let mut y = head;
        for row in &self.timeline.rows {
            if y > head {
                self.across(&mut layers, y, self.style.inner);
            }
            y = self.draw_row(&mut layers, row, y);
        }
        for column in rows.last().into_iter().flatten() {
            let x = self.x(column.from, 0);
            for (from, to) in gaps(x, (head, y), &layers.covered) {
                layers.lines.line(&[Point::new(x, from), Point::new(x, to)], self.style.inner);
            }
        }
        self.across(&mut layers, Len::ZERO, self.style.outer);
        self.across(&mut layers, head, self.style.head_line);
        self.across(&mut layers, y, self.style.outer);
        let mut drawing = layers.backgrounds;
        drawing.append(layers.lines, Len::ZERO, Len::ZERO);
        drawing.append(layers.front, Len::ZERO, Len::ZERO);
        Drawing { width: self.width, height: y, ..drawing }
    }

    fn across(&self, layers: &mut Layers, y: Len, stroke: Stroke) {
        layers.lines.line(&[Point::new(Len::ZERO, y), Point::new(self.width, y)], stroke);
    }

    /// Draws the heads; gives their height.
    fn draw_heads(&self, layers: &mut Layers, rows: &[Vec<Head>]) -> Len {
        let Sides { top, right, bottom, left } = self.style.padding;
        let height = |row: &Vec<Head>| {
            let names = row.iter().map(|head| lines(head.name, self.scale, Len::UNLIMITED).height);
            names.max().unwrap_or_default() + top + bottom
        };
        let heights: Vec<Len> = rows.iter().map(height).collect();
        let room = self.names - left - right;
        let tasks = lines(&self.heads.tasks, self.scale, room).height;
        let least: Len = heights.iter().copied().sum();
        let total = least.max(tasks + top + bottom);
        layers.backgrounds.rect(
            Rect::new(Len::ZERO, Len::ZERO, self.width, total),
            Some(self.style.head_background.into()),
            Stroke::NONE,
        );
        layers.front.text(&self.heads.tasks, Rect::new(left, (total - tasks) / 2, room, tasks), self.scale);
        layers.lines.line(&[Point::new(self.names, Len::ZERO), Point::new(self.names, total)], self.style.inner);
        let mut y = Len::ZERO;
        for (row, least_height) in rows.iter().zip(heights) {
            let height = least_height + (total - least) / rows.len() as i64;
            for head in row {
                let (from, to) = (self.x(head.from, 0), self.x(head.from.after(head.months), 0));
                let name = Rect::new(from + left, y + top, to - from - left - right, height - top - bottom);
                layers.front.text(head.name, name, self.scale);
                if from > self.names {
                    layers.lines.line(&[Point::new(from, y), Point::new(from, y + height)], self.style.inner);
                }
            }
            if y > Len::ZERO {
                layers.lines.line(&[Point::new(self.names, y), Point::new(self.width, y)], self.style.inner);
            }
            y += height;
        }
        total
    }

    /// Draws a row; gives where it ends.
    fn draw_row(&self, layers: &mut Layers, row: &Row, top: Len) -> Len {
        let padding = &self.style.padding;
        let width = if matches!(row, Row::Group(_)) { self.width } else { self.names };
        let inner = width - padding.left - padding.right;
        let name = lines(row.name(), self.scale, inner).height;
        let times = match row {
            Row::Group(_) => Lines::default(),
            Row::Task(task) => {
                let room = (self.names + self.style.note_gap, self.width - self.style.note_gap);
                placed(task, self.style, self.scale, |time| self.ends(time), room)
            }
        };
        let height = (name.max(times.height) + padding.top + padding.bottom).max(self.style.row_height);
        if matches!(row, Row::Group(_)) {
            let background = Rect::new(Len::ZERO, top, self.width, height);
            layers.backgrounds.rect(background, Some(self.style.group_background.into()), Stroke::NONE);
            layers.covered.push(background);
        }
        layers.front.text(row.name(), Rect::new(padding.left, top + (height - name) / 2, inner, name), self.scale);
        let down = top + (height - times.height) / 2;
        for (rect, milestone) in times.shapes {
            let rect = rect.shifted(Len::ZERO, down);
            match milestone {
                true => self.draw_sign(&mut layers.front, rect),
                false => layers.front.rect(rect, Some(self.style.bar.background.into()), self.style.bar.frame),
            }
        }
        for (note, rect) in times.notes {
            let rect = rect.shifted(Len::ZERO, down);
            layers.front.text(note, rect, self.scale);
            layers.covered.push(rect);
        }
        top + height
    }

    /// A milestone, with a rim that keeps it apart from a bar below it.
    fn draw_sign(&self, drawing: &mut Drawing, rect: Rect) {
        let (x, y) = (rect.x + rect.width / 2, rect.y + rect.height / 2);
        let corners = [(x, rect.y), (rect.right(), y), (x, rect.bottom()), (rect.x, y)].map(|(x, y)| Point::new(x, y));
        let segments = Path::polygon(&corners);
        let rim = Stroke { color: self.style.background, ..self.style.bar.frame };
        drawing.shapes.push(Path { segments, background: Some(self.style.sign.color.into()), pen: Some(rim.into()) });
    }
}

/// What lies behind what, and what interrupts the lines between columns: notes, and rows that name a group.
#[derive(Default)]
struct Layers {
    backgrounds: Drawing,
    lines: Drawing,
    front: Drawing,
    covered: Vec<Rect>,
}

/// The pieces of an upright line that nothing covers.
fn gaps(x: Len, (top, bottom): (Len, Len), covered: &[Rect]) -> Vec<(Len, Len)> {
    let mut over: Vec<&Rect> = covered.iter().filter(|rect| rect.x <= x && x <= rect.right()).collect();
    over.sort_by_key(|rect| rect.y);
    let mut pieces = Vec::new();
    let mut from = top;
    for rect in over {
        if rect.y > from {
            pieces.push((from, rect.y));
        }
        from = from.max(rect.bottom());
    }
    if bottom > from {
        pieces.push((from, bottom));
    }
    pieces
}

/// How wide the column of names is at least, and where there is room.
fn names(timeline: &Timeline, heads: &Heads, style: &TimelineStyle, scale: Ratio) -> Widths {
    let padding = style.padding.left + style.padding.right;
    let tasks = timeline.rows.iter().filter(|row| matches!(row, Row::Task(_))).map(Row::name);
    let widths = tasks.chain([&heads.tasks]).map(|name| widths(&Block::Text(name.clone()), &at_scale(scale)));
    let (min, max) = widths.fold((Len::ZERO, Len::ZERO), |most, one| (most.0.max(one.min), most.1.max(one.max)));
    Widths { min: min + padding, max: max.min(style.widest).max(min) + padding }
}
