//! Processes that come round: steps on a circle, clockwise from the top, and arrows along it.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Path, Point, Rect, Segment, Turn};

use super::super::drawing::Drawing;
use super::step::{StepSizes, draw_step, even, step_sizes};
use super::{Process, ProcessStyle, STEPS};

/// The ring with the widest boxes that fit.
pub(super) fn fitted(process: &Process, style: &ProcessStyle, scale: Ratio, width: Len) -> Option<Drawing> {
    let rings = (0..=STEPS).rev().map(|step| drawn(process, style, scale, step));
    rings.into_iter().find(|drawing| drawing.width <= width)
}

/// The narrowest ring.
pub(super) fn narrowest(process: &Process, style: &ProcessStyle, scale: Ratio) -> Drawing {
    drawn(process, style, scale, 0)
}

fn drawn(process: &Process, style: &ProcessStyle, scale: Ratio, step: i64) -> Drawing {
    let sizes = step_sizes(process, style, scale, step);
    let ring = Ring::smallest(process, style, &sizes);
    let mut drawing = Drawing::default();
    for (index, end) in ring.arcs.iter().enumerate() {
        ring.arrow(&mut drawing, index, *end, style);
    }
    for (step, rect) in process.steps.iter().zip(&ring.steps) {
        draw_step(&mut drawing, step, *rect, style, scale);
    }
    for (arrow, room) in process.arrows.iter().zip(&ring.labels) {
        if let (Some(label), Some(room)) = (&arrow.label, room) {
            drawing.text(label, *room, scale);
        }
    }
    // All of it lies around the circle's middle so far.
    let all = ring.steps.iter().copied().chain(ring.labels.iter().flatten().copied()).chain([ring.circle()]);
    let all = all.reduce(Rect::around).unwrap_or_default();
    let mut moved = Drawing { width: all.width, height: all.height, ..Drawing::default() };
    moved.append(drawing, -all.x, -all.y);
    moved
}

/// Steps on a circle around zero.
struct Ring {
    radius: Len,
    steps: Vec<Rect>,
    /// Where each arrow leaves its step, and where it touches the next.
    arcs: Vec<(Point, Point)>,
    /// The rooms of labels, outside of the circle.
    labels: Vec<Option<Rect>>,
}

/// How often the radius is halved or doubled to find the smallest.
const TRIES: usize = 12;

impl Ring {
    /// The smallest ring whose arrows and labels have room.
    fn smallest(process: &Process, style: &ProcessStyle, sizes: &StepSizes) -> Ring {
        let ring = |radius| Ring::new(process, style, sizes, even(radius));
        let mut small = style.gap;
        let mut large = small * 2;
        while ring(large).is_none() && large < Len::UNLIMITED / 4 {
            (small, large) = (large, large * 2);
        }
        for _ in 0..TRIES {
            let middle = small + (large - small) / 2;
            if ring(middle).is_some() { large = middle } else { small = middle }
        }
        let none = Ring { radius: Len::ZERO, steps: Vec::new(), arcs: Vec::new(), labels: Vec::new() };
        // On a circle large enough everything has room.
        ring(large).unwrap_or(none)
    }

    fn new(process: &Process, style: &ProcessStyle, sizes: &StepSizes, radius: Len) -> Option<Ring> {
        let count = process.steps.len();
        let steps: Vec<Rect> = process
            .steps
            .iter()
            .enumerate()
            .map(|(index, step)| {
                let (width, height) = sizes.of(step);
                let middle = place(index, count, radius);
                Rect::new(middle.x - width / 2, middle.y - height / 2, width, height)
            })
            .collect();
        let ends: Vec<(Point, Point)> = steps.iter().map(|rect| met(*rect, radius)).collect::<Option<_>>()?;
        let arcs: Vec<(Point, Point)> = (0..count).map(|index| (ends[index].1, ends[(index + 1) % count].0)).collect();
        let long = |(from, to): &(Point, Point)| cross(*from, *to) > 0 && distance(*from, *to) >= style.gap.part(3, 2);
        let labels: Vec<Option<Rect>> = sizes
            .labels
            .iter()
            .enumerate()
            .map(|(index, size)| {
                let at = Turn::part(2 * index as i128 + 1, 2 * count as i128).point(Point::default(), radius);
                size.map(|size| beside(at, size, radius, style.label_gap))
            })
            .collect();
        let gap = style.label_gap;
        let widened = |rect: &Rect| Rect::new(rect.x - gap, rect.y - gap, rect.width + gap * 2, rect.height + gap * 2);
        let all: Vec<&Rect> = steps.iter().chain(labels.iter().flatten()).collect();
        let apart =
            |(index, rect): (usize, &&Rect)| all[index + 1..].iter().all(|other| !widened(rect).overlaps(other));
        let all_apart = all.iter().enumerate().all(apart);
        (all_apart && arcs.iter().all(long)).then_some(Ring { radius, steps, arcs, labels })
    }

    fn circle(&self) -> Rect {
        Rect::new(-self.radius, -self.radius, self.radius * 2, self.radius * 2)
    }

    /// An arrow along the circle.
    fn arrow(&self, drawing: &mut Drawing, index: usize, (from, tip): (Point, Point), style: &ProcessStyle) {
        let count = self.steps.len() as i128;
        let bounds = (Turn::part(index as i128, count), Turn::part(index as i128 + 1, count));
        let arrow = &style.arrow;
        let before = |length: Len| {
            on_circle(bounds, self.radius, |point| cross(point, tip) > 0 && distance(point, tip) > length)
        };
        let begin = on_circle(bounds, self.radius, |point| cross(point, from) > 0);
        let mut segments = vec![Segment::Move(from)];
        segments.extend(Path::arc(Point::default(), self.radius, begin, before(arrow.length / 2)));
        drawing.shapes.push(Path { segments, background: None, pen: Some(arrow.line.into()) });
        let base = before(arrow.length).point(Point::default(), self.radius);
        let half = |along: Len| (arrow.width / 2).part(along.as_milli(), arrow.length.as_milli().max(1));
        let (across, down) = (half(tip.y - base.y), half(tip.x - base.x));
        let corners = [base.shifted(-across, down), base.shifted(across, -down), tip];
        drawing.shapes.push(Path {
            segments: Path::polygon(&corners),
            background: Some(arrow.line.color.into()),
            pen: None,
        });
    }
}

/// The middle of a step.
fn place(index: usize, count: usize, radius: Len) -> Point {
    Turn::part(index as i128, count as i128).point(Point::default(), radius)
}

/// The last angle between two at which a place on the circle still is before something.
fn on_circle((mut from, mut to): (Turn, Turn), radius: Len, is_before: impl Fn(Point) -> bool) -> Turn {
    const HALVINGS: usize = 26;
    for _ in 0..HALVINGS {
        let middle = from.halfway(to);
        if is_before(middle.point(Point::default(), radius)) { from = middle } else { to = middle }
    }
    from
}

/// Where the circle enters and leaves a box on it, clockwise; `None` unless it crosses its edge just twice.
fn met(rect: Rect, radius: Len) -> Option<(Point, Point)> {
    let middle = Point::new(rect.x + rect.width / 2, rect.y + rect.height / 2);
    let across = [rect.x, rect.right()].into_iter().filter_map(|x| Some((x, other(x, radius)?)));
    let down = [rect.y, rect.bottom()].into_iter().filter_map(|y| Some((y, other(y, radius)?)));
    let across = across.flat_map(|(x, y)| [Point::new(x, y), Point::new(x, -y)]);
    let down = down.flat_map(|(y, x)| [Point::new(x, y), Point::new(-x, y)]);
    let on_edge =
        |point: &Point| rect.x <= point.x && point.x <= rect.right() && rect.y <= point.y && point.y <= rect.bottom();
    let mut found: Vec<Point> = across.chain(down).filter(on_edge).collect();
    found.sort();
    found.dedup();
    let [one, two] = found[..] else { return None };
    match (cross(middle, one) > 0, cross(middle, two) > 0) {
        (false, true) => Some((one, two)),
        (true, false) => Some((two, one)),
        _ => None,
    }
}

/// How far from the other axis a circle is at a distance from one.
fn other(length: Len, radius: Len) -> Option<Len> {
    let (length, radius) = (i128::from(length.as_milli()), i128::from(radius.as_milli()));
    let square = u128::try_from(radius * radius - length * length).ok()?;
    i64::try_from(square.isqrt()).ok().map(Len::milli)
}

/// Above zero where the second place is clockwise of the first.
fn cross(one: Point, two: Point) -> i128 {
    let [x1, y1, x2, y2] = [one.x, one.y, two.x, two.y].map(|length| i128::from(length.as_milli()));
    x1 * y2 - y1 * x2
}

fn distance(one: Point, two: Point) -> Len {
    let square = |length: Len| i128::from(length.as_milli()) * i128::from(length.as_milli());
    let sum = u128::try_from(square(one.x - two.x) + square(one.y - two.y)).unwrap_or_default();
    Len::milli(i64::try_from(sum.isqrt()).unwrap_or(i64::MAX))
}

/// The room of a label outside of the circle, its middle on the ray through a place on the circle.
fn beside(at: Point, (width, height): (Len, Len), radius: Len, gap: Len) -> Rect {
    let room = |out: Len| {
        let along = |length: Len| length + out.part(length.as_milli(), radius.as_milli().max(1));
        Rect::new(along(at.x) - width / 2, along(at.y) - height / 2, width, height)
    };
    let nearest = |rect: Rect| {
        let near = |from: Len, to: Len| from.max(Len::ZERO).max(-to);
        distance(Point::default(), Point::new(near(rect.x, rect.right()), near(rect.y, rect.bottom())))
    };
    let (mut inside, mut outside) = (Len::ZERO, width + height + gap);
    for _ in 0..TRIES {
        let middle = inside + (outside - inside) / 2;
        if nearest(room(middle)) >= radius + gap { outside = middle } else { inside = middle }
    }
    room(outside)
}
