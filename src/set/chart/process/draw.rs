//! Draws what was measured: lanes, arrows, steps, labels.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Point, Rect};

use super::super::drawing::Drawing;
use super::measure::Measured;
use super::place::Lanes;
use super::route::{Side, Spot};
use super::step::{StepSizes, draw_step};
use super::tracks::{Channel, channel, straight_pieces};
use super::{Plan, Process, ProcessStyle};

/// Draws a process.
pub(super) fn drawn(
    process: &Process,
    style: &ProcessStyle,
    scale: Ratio,
    sizes: &StepSizes,
    plan: &Plan,
    measured: &Measured,
) -> Drawing {
    let (width, height) = measured.extent();
    let mut drawing = Drawing { width, height, ..Drawing::default() };
    if let Some(lanes) = plan.grid.lanes {
        draw_lanes(&mut drawing, process, style, scale, lanes, measured);
    }
    let rect = |step: usize| {
        let (width, height) = sizes.of(&process.steps[step]);
        let cell = plan.grid.cells[step];
        let (x, y) = (measured.columns.middle(cell.column), measured.rows.middle(cell.row));
        Rect::new(x - width / 2, y - height / 2, width, height)
    };
    let mut labels = Vec::new();
    for (index, (arrow, way)) in process.arrows.iter().zip(&plan.ways).enumerate() {
        let points = points(index, way, rect(arrow.from), rect(arrow.to), measured);
        drawing.arrow(&points, &style.arrow);
        if let (Some(label), Some(size), [first, second, ..]) = (&arrow.label, sizes.labels[index], &way[..]) {
            let side = Side::between(*first, *second);
            let neighbour = is_plain(plan, way, measured).then(|| rect(arrow.to));
            labels.push((label, label_room(size, side, rect(arrow.from), neighbour, style)));
        }
    }
    for (index, step) in process.steps.iter().enumerate() {
        draw_step(&mut drawing, step, rect(index), style, scale);
    }
    for (label, room) in labels {
        drawing.text(label, room, scale);
    }
    drawing
}

/// Whether an arrow leads to a neighbour, with nothing else in between.
fn is_plain(plan: &Plan, way: &[Spot], measured: &Measured) -> bool {
    let [_, (row, column), _] = *way else { return false };
    let between = if row % 2 == 0 { Channel::Across(row) } else { Channel::Upright(column) };
    plan.grid.lanes.is_none() && measured.tracks.count(between) == 0
}

/// The corners of an arrow, from its step's edge to the edge of the one that it leads to.
fn points(arrow: usize, way: &[Spot], from: Rect, to: Rect, measured: &Measured) -> Vec<Point> {
    let pieces = straight_pieces(way);
    // Where a piece lies: how far from the top, or from the left if it is upright.
    let place = |&(begins, ends): &(usize, usize)| {
        let (spot, track) = (way[begins], measured.tracks.of(arrow, begins));
        match channel(spot, way[ends]) {
            Some(Channel::Upright(column)) => measured.columns.track(column / 2, track),
            Some(Channel::Across(row)) => measured.rows.track(row / 2, track),
            None if spot.1 == way[ends].1 => measured.columns.middle(spot.1 / 2),
            None => measured.rows.middle(spot.0 / 2),
        }
    };
    let mut points = Vec::with_capacity(pieces.len() + 1);
    points.extend(way.get(1).map(|second| port(from, Side::between(way[0], *second))));
    for pair in pieces.windows(2) {
        let (before, after) = (place(&pair[0]), place(&pair[1]));
        let upright = Side::between(way[pair[0].0], way[pair[0].1]).is_upright();
        points.push(if upright { Point::new(before, after) } else { Point::new(after, before) });
    }
    if let [.., before, last] = way {
        points.push(port(to, Side::between(*last, *before)));
    }
    points
}

/// The middle of a side.
fn port(rect: Rect, side: Side) -> Point {
    let (x, y) = (rect.x + rect.width / 2, rect.y + rect.height / 2);
    match side {
        Side::Up => Point::new(x, rect.y),
        Side::Right => Point::new(rect.right(), y),
        Side::Down => Point::new(x, rect.bottom()),
        Side::Left => Point::new(rect.x, y),
    }
}

/// The room of a label: beside the arrow where it leaves its step, in the middle of an arrow to the neighbour.
fn label_room((width, height): (Len, Len), side: Side, from: Rect, to: Option<Rect>, style: &ProcessStyle) -> Rect {
    let gap = style.label_gap;
    let start = port(from, side);
    // What is left of the arrow beside its head and the label, shared out before and after it.
    let spare = |room: Len, size: Len| ((room - style.arrow.length - size) / 2).max(gap);
    let (across, down) = match (to, side) {
        (Some(to), Side::Right) => (spare(to.x - start.x, width), gap),
        (Some(to), Side::Left) => (spare(start.x - to.right(), width), gap),
        (Some(to), Side::Down) => (gap, spare(to.y - start.y, height)),
        (Some(to), Side::Up) => (gap, spare(start.y - to.bottom(), height)),
        (None, _) => (gap, gap),
    };
    let (x, y) = match side {
        Side::Up => (start.x + across, start.y - down - height),
        Side::Down => (start.x + across, start.y + down),
        Side::Right => (start.x + across, start.y - down - height),
        Side::Left => (start.x - across - width, start.y - down - height),
    };
    Rect::new(x, y, width, height)
}

/// The names of lanes, the lines between them and a frame around all.
fn draw_lanes(
    drawing: &mut Drawing,
    process: &Process,
    style: &ProcessStyle,
    scale: Ratio,
    lanes: Lanes,
    measured: &Measured,
) {
    let (width, height) = measured.extent();
    let corners =
        [(Len::ZERO, Len::ZERO), (width, Len::ZERO), (width, height), (Len::ZERO, height), (Len::ZERO, Len::ZERO)];
    drawing.line(&corners.map(|(x, y)| Point::new(x, y)), style.lane.frame);
    for (index, lane) in process.lanes.iter().enumerate() {
        let head = measured.lane(index, lanes);
        if index > 0 {
            let ends = match lanes {
                Lanes::Down => [Point::new(head.x, head.bottom()), Point::new(head.x, height)],
                Lanes::Across => [Point::new(head.right(), head.y), Point::new(width, head.y)],
            };
            drawing.line(&ends, style.lane.frame);
        }
        lane.boxed(drawing, head, &style.lane, scale);
    }
}
