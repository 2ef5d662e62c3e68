//! What laws ask of places: whether lines run through rooms, and whether texts keep to theirs.

use crate::model::len::{Len, Ratio};
use crate::set::chart::Drawing;
use crate::set::layout::{LeafKind, Path, Point, Rect, Segment};

use super::text::owner;

/// The straight pieces of a shape's segments, without the one that closes it.
pub(crate) fn pieces(shape: &Path) -> Vec<[Point; 2]> {
    let points: Vec<Point> = shape.points().collect();
    points.windows(2).map(|pair| [pair[0], pair[1]]).collect()
}

/// Whether a shape's outline comes back to where it began.
pub(crate) fn is_closed(shape: &Path) -> bool {
    shape.segments.last() == Some(&Segment::Close)
}

/// Whether a line across or up and down runs through the inside of a room.
pub(crate) fn crosses(line: &[Point; 2], room: &Rect) -> bool {
    let [from, to] = line;
    let (left, right) = (from.x.min(to.x), from.x.max(to.x));
    let (top, bottom) = (from.y.min(to.y), from.y.max(to.y));
    left < room.right()
        && room.x < right.max(left + Len::milli(1))
        && top < room.bottom()
        && room.y < bottom.max(top + Len::milli(1))
}

/// Whether a place is on the edge of a box.
pub(crate) fn on_edge(point: Point, rect: &Rect) -> bool {
    let at_side = (point.x == rect.x || point.x == rect.right()) && rect.y <= point.y && point.y <= rect.bottom();
    let at_end = (point.y == rect.y || point.y == rect.bottom()) && rect.x <= point.x && point.x <= rect.right();
    at_side || at_end
}

/// Whether two lines across or up and down have more than a place in common.
pub(crate) fn overlap(one: &[Point; 2], other: &[Point; 2]) -> bool {
    let shared = |a: (Len, Len), b: (Len, Len)| a.0.max(a.1).min(b.0.max(b.1)) > a.0.min(a.1).max(b.0.min(b.1));
    let upright = |line: &[Point; 2]| line[0].x == line[1].x;
    match (upright(one), upright(other)) {
        (true, true) => one[0].x == other[0].x && shared((one[0].y, one[1].y), (other[0].y, other[1].y)),
        (false, false) => one[0].y == other[0].y && shared((one[0].x, one[1].x), (other[0].x, other[1].x)),
        _ => false,
    }
}

/// The first text that leaves its room or stands over another, in words.
pub(crate) fn badly_lettered(drawing: &Drawing) -> Option<String> {
    let rooms: Vec<Rect> = drawing.texts.iter().map(|text| text.room).collect();
    let whole = Rect::new(Len::ZERO, Len::ZERO, drawing.width, drawing.height);
    for (index, room) in rooms.iter().enumerate() {
        if !whole.holds(room) {
            return Some(format!("{room:?} outside of {whole:?}"));
        }
        if let Some(other) = rooms[index + 1..].iter().find(|other| room.overlaps(other)) {
            return Some(format!("{room:?} over {other:?}"));
        }
    }
    let frame = drawing.clone().into_frame(owner());
    frame.leaves.iter().find_map(|leaf| {
        let LeafKind::Text { line, size, .. } = &leaf.kind else { return None };
        let right = leaf.x + size.scale(Ratio::millionths(line.width)) - Len::milli(2);
        let within =
            |room: &Rect| room.x <= leaf.x && right <= room.right() && room.y <= leaf.y && leaf.y <= room.bottom();
        (!rooms.iter().any(within)).then(|| format!("a line leaves its room at {} {}", leaf.x, leaf.y))
    })
}
