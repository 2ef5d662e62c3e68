//! Pies and rings: slices from the top, clockwise, each with its label at the side and a line that leads to it.

use super::legend::{aligned, most, surrounded};
use super::style::DataStyle;
use super::{Plotted, Surroundings};
use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::model::report::chart::BoxText;
use crate::set::chart::drawing::{Drawing, lines};
use crate::set::chart::scales::scales;
use crate::set::layout::{Path, Point, Rect, Segment, Sides, TextBlock, Turn};

/// A whole and its parts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Pie<T = TextBlock> {
    /// The parts, in order.
    pub slices: Vec<Slice<T>>,
    /// What stands in the middle of a ring; a pie has no hole.
    pub middle: Option<BoxText<T>>,
}

/// A part of a whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slice<T = TextBlock> {
    /// How much it is; not negative.
    pub amount: i128,
    /// What it is called, how much it is and its share.
    pub label: BoxText<T>,
}

/// A slice's place and its label's.
struct Placed<'a> {
    slice: &'a Slice,
    from: Turn,
    to: Turn,
    /// How high its label is.
    height: Len,
    /// Where it begins.
    top: Len,
}

impl Placed<'_> {
    fn middle(&self) -> Turn {
        self.from.halfway(self.to)
    }

    fn is_right(&self) -> bool {
        self.middle() < Turn::part(1, 2)
    }
}

/// Draws the parts of a whole.
pub(crate) fn pie(pie: &Pie, around: &Surroundings, style: &DataStyle, width: Len) -> Plotted {
    let texts = || pie.slices.iter().flat_map(|slice| slice.label.texts());
    let radius = style.diameter.min(width.part(2, 5)) / 2;
    let reach = radius + style.gap * 4;
    let room = (width / 2 - reach - style.gap).max(Len::milli(1));
    let sizes = scales(texts(), style.smallest);
    let fits = |scale: &&Ratio| texts().all(|text| super::legend::narrowest(text, **scale) <= room);
    let fitting = sizes.iter().find(fits);
    let scale = fitting.or(sizes.last()).copied().unwrap_or_default();

    let mut placed = slices(pie, scale, room);
    let side =
        |right: bool| placed.iter().filter(|one| one.is_right() == right).map(|one| one.height + style.gap).sum();
    let height = (reach * 2).max(side(true)).max(side(false));
    let centre = Point::new(width / 2, height / 2);
    spread(&mut placed, centre, radius, height, style.gap);

    let mut drawing = Drawing { width, height, ..Drawing::default() };
    let hole = pie.middle.as_ref().map_or(Len::ZERO, |_| radius.scale(style.hole));
    for (index, one) in placed.iter().enumerate().filter(|(_, one)| one.from < one.to) {
        let segments = slice(centre, radius, hole, one.from, one.to);
        drawing.shapes.push(Path {
            segments,
            background: Some(style.ink(index).background),
            pen: Some(style.frame.into()),
        });
    }
    for one in &placed {
        label(one, centre, (radius, reach, room), style, scale, &mut drawing);
    }
    if let Some(middle) = &pie.middle {
        in_hole(middle, centre, hole, style, &mut drawing);
    }
    Plotted { drawing: surrounded(vec![drawing], around, style, width), crowded: fitting.is_none() }
}

/// Each slice's angles and its label's height. The angles are parts of the whole turn, so that the last ends where the first begins.
fn slices(pie: &Pie, scale: Ratio, room: Len) -> Vec<Placed<'_>> {
    let total = pie.slices.iter().map(|slice| slice.amount).sum::<i128>().max(1);
    let mut before = 0;
    let place = |slice| {
        let Slice { amount, label }: &Slice = slice;
        let from = Turn::part(before, total);
        before += amount;
        let height = label.texts().map(|text| lines(text, scale, room).height).sum();
        Placed { slice, from, to: Turn::part(before, total), height, top: Len::ZERO }
    };
    pie.slices.iter().map(place).collect()
}

/// Puts labels as near to their slices as they may be without touching each other: on each side, runs of labels that would touch stand together
/// in the middle of where they would like to be.
fn spread(placed: &mut [Placed<'_>], centre: Point, radius: Len, height: Len, gap: Len) {
    for right in [true, false] {
        let mut side: Vec<&mut Placed<'_>> = placed.iter_mut().filter(|one| one.is_right() == right).collect();
        if !right {
            side.reverse();
        }
        // What a label would begin at, if those above it had no height.
        let mut runs: Vec<(i64, i64)> = Vec::new();
        let mut above = Len::ZERO;
        for one in &side {
            let wish = one.middle().point(centre, radius).y - one.height / 2 - above;
            above += one.height + gap;
            runs.push((wish.as_milli(), 1));
            // Runs that would overlap become one.
            while let [.., (first, count), (second, more)] = runs[..]
                && first * more >= second * count
            {
                runs.truncate(runs.len() - 2);
                runs.push((first + second, count + more));
            }
        }
        let lowest = height - above + gap;
        let wishes = runs.iter().flat_map(|(sum, count)| (0..*count).map(move |_| Len::milli(sum / count)));
        let mut above = Len::ZERO;
        for (one, wish) in side.iter_mut().zip(wishes) {
            one.top = above + wish.min(lowest).at_least_zero();
            above += one.height + gap;
        }
    }
}

/// The outline of a slice between two angles; of all of it, a circle, or two with a hole between them.
fn slice(centre: Point, radius: Len, hole: Len, from: Turn, to: Turn) -> Vec<Segment> {
    let whole = from == Turn::ZERO && to == Turn::WHOLE;
    if whole && hole == Len::ZERO {
        return Path::circle(centre, radius);
    }
    let inner_end = to.point(centre, hole);
    let mut segments = vec![Segment::Move(from.point(centre, radius))];
    segments.extend(Path::arc(centre, radius, from, to));
    if whole {
        segments.push(Segment::Close);
    }
    segments.push(if whole { Segment::Move(inner_end) } else { Segment::Line(inner_end) });
    if hole > Len::ZERO {
        segments.extend(Path::arc(centre, hole, to, from));
    }
    segments.push(Segment::Close);
    segments
}

/// A slice's label at the side, and the line that leads to it.
fn label(
    one: &Placed<'_>,
    centre: Point,
    (radius, reach, room): (Len, Len, Len),
    style: &DataStyle,
    scale: Ratio,
    drawing: &mut Drawing,
) {
    let right = one.is_right();
    let edge = if right { centre.x + reach } else { centre.x - reach };
    let x = if right { edge + style.gap } else { edge - style.gap - room };
    let end = Point::new(edge, one.top + one.height / 2);
    let out = one.middle().point(centre, radius + style.gap);
    drawing.line(&[one.middle().point(centre, radius), out, end], style.axis);
    let align = if right { Align::Left } else { Align::Right };
    let caption = &one.slice.label;
    let caption = BoxText {
        name: aligned(&caption.name, align),
        detail: caption.detail.as_ref().map(|detail| aligned(detail, align)),
    };
    caption.letter(drawing, Rect::new(x, one.top, room, one.height), Sides::default(), scale);
}

/// What stands in a ring's hole, in the largest type that has room in it.
fn in_hole(middle: &BoxText<TextBlock>, centre: Point, hole: Len, style: &DataStyle, drawing: &mut Drawing) {
    // The square within a circle.
    let side = hole.part(1_414, 1_000);
    let sizes = scales(middle.texts(), style.smallest);
    let wide = |scale: Ratio| most(middle.texts().map(|text| super::legend::natural(text, scale)));
    let scale = sizes.iter().find(|scale| wide(**scale) <= side).or(sizes.last()).copied().unwrap_or_default();
    let room = Rect::new(centre.x - side / 2, centre.y - side / 2, side, side);
    middle.letter(drawing, room, Sides::default(), scale);
}
