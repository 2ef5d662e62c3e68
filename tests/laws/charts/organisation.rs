//! The laws of organisation charts, over random ones: nothing overlaps, nothing is lost, every text stands in its box, lines end exactly at
//! boxes, and what could be narrow enough is.

use crate::laws::support::seeded;
use crate::model::len::{Len, Ratio};
use crate::set::chart::{BoxStyle, BoxText, Drawing, Office, OrganisationStyle, organisation};
use crate::set::layout::{LeafKind, Path, Point, Rect, Segment, Sides, Stroke};
use proptest::prelude::*;

use super::text::{INK, owner, text};

fn caption() -> impl Strategy<Value = BoxText> {
    let words = || proptest::collection::vec(1..7u8, 1..4);
    (words(), proptest::option::of(words()))
        .prop_map(|(name, detail)| BoxText { name: text(&name), detail: detail.map(|words| text(&words)) })
}

/// Trees of up to four levels and dozens of offices.
fn office() -> impl Strategy<Value = Office> {
    let asides = || prop_oneof![3 => Just(Vec::new()), 1 => proptest::collection::vec(caption(), 1..4)];
    let leaf = (caption(), asides()).prop_map(|(caption, aside)| Office { caption, aside, below: Vec::new() });
    leaf.prop_recursive(3, 40, 8, move |inner| {
        (caption(), asides(), proptest::collection::vec(inner, 0..9)).prop_map(|(caption, aside, below)| Office {
            caption,
            aside,
            below,
        })
    })
}

fn style() -> OrganisationStyle {
    let box_style = |width| BoxStyle {
        background: INK,
        frame: Stroke { width: Len::milli(width), color: INK },
        padding: Sides { top: Len::pt(2), right: Len::pt(3), bottom: Len::pt(2), left: Len::pt(3) },
    };
    OrganisationStyle {
        levels: vec![box_style(900), box_style(800), box_style(700)],
        aside: box_style(600),
        line: Stroke { width: Len::milli(500), color: INK },
        narrowest: Len::pt(30),
        widest: Len::pt(90),
        gap: Len::pt(6),
        drop: Len::pt(16),
        list_gap: Len::pt(4),
        indent: Len::pt(10),
        smallest: Len::pt(7),
    }
}

/// The boxes of a drawing, and the ends of its lines.
fn parts(drawing: &Drawing) -> (Vec<Rect>, Vec<[Point; 2]>) {
    let (mut boxes, mut lines) = (Vec::new(), Vec::new());
    for shape in &drawing.shapes {
        match shape.segments[..] {
            [Segment::Move(from), Segment::Line(to)] => lines.push([from, to]),
            _ => {
                assert_eq!(shape.segments, Path::rect(shape.bounds()));
                boxes.push(shape.bounds());
            }
        }
    }
    (boxes, lines)
}

fn count(office: &Office) -> (usize, usize) {
    let (mut boxes, mut texts) = (0, 0);
    office.each(0, &mut |_, office| {
        boxes += 1 + office.aside.len();
        texts += std::iter::once(&office.caption).chain(&office.aside).flat_map(BoxText::texts).count();
    });
    (boxes, texts)
}

fn touches(line: &[Point; 2], point: Point) -> bool {
    let [from, to] = line;
    let within = |a: Len, b: Len, at: Len| a.min(b) <= at && at <= a.max(b);
    within(from.x, to.x, point.x) && within(from.y, to.y, point.y)
}

/// Whether a line runs through the inside of a box.
fn crosses(line: &[Point; 2], rect: &Rect) -> bool {
    let [from, to] = line;
    from.x.min(to.x) < rect.right()
        && rect.x < from.x.max(to.x)
        && rect.y <= from.y
        && from.y <= rect.bottom()
        && from.y == to.y
        && from.y != rect.y
        && from.y != rect.bottom()
        || from.x == to.x
            && rect.x < from.x
            && from.x < rect.right()
            && from.y.min(to.y) < rect.bottom()
            && rect.y < from.y.max(to.y)
}

fn on_edge(point: Point, rect: &Rect) -> bool {
    let at_side = (point.x == rect.x || point.x == rect.right()) && rect.y <= point.y && point.y <= rect.bottom();
    let at_end = (point.y == rect.y || point.y == rect.bottom()) && rect.x <= point.x && point.x <= rect.right();
    at_side || at_end
}

proptest! {
    #![proptest_config(seeded(100))]

    #[test]
    fn boxes_stand_apart_and_none_is_lost(root in office(), width in 60..600i64) {
        let drawing = organisation(&root, &style(), Len::pt(width));
        let (boxes, _) = parts(&drawing);
        prop_assert_eq!((boxes.len(), drawing.texts.len()), count(&root));
        for (index, one) in boxes.iter().enumerate() {
            let whole = Rect::new(Len::ZERO, Len::ZERO, drawing.width, drawing.height);
            prop_assert!(whole.holds(one), "{one:?} in {whole:?}");
            for other in &boxes[index + 1..] {
                prop_assert!(!one.overlaps(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn every_text_stands_in_a_box_of_its_own(root in office(), width in 60..600i64) {
        let drawing = organisation(&root, &style(), Len::pt(width));
        let (boxes, _) = parts(&drawing);
        for text in &drawing.texts {
            prop_assert!(boxes.iter().any(|rect| rect.holds(&text.room)), "{:?}", text.room);
        }
        for (index, one) in drawing.texts.iter().enumerate() {
            prop_assert!(drawing.texts[index + 1..].iter().all(|other| !one.room.overlaps(&other.room)));
        }
        let rooms: Vec<Rect> = drawing.texts.iter().map(|text| text.room).collect();
        let frame = drawing.into_frame(owner());
        prop_assert!(frame.warnings.is_empty());
        for leaf in &frame.leaves {
            let LeafKind::Text { line, size, .. } = &leaf.kind else { continue };
            let right = leaf.x + size.scale(Ratio::millionths(line.width)) - Len::milli(2);
            let fits = |room: &Rect| room.x <= leaf.x && right <= room.right() && room.y <= leaf.y && leaf.y <= room.bottom();
            prop_assert!(rooms.iter().any(fits), "a line leaves its room at {} {}", leaf.x, leaf.y);
        }
    }

    #[test]
    fn every_line_ends_at_a_box_or_a_line_and_runs_through_no_box(root in office(), width in 60..600i64) {
        let drawing = organisation(&root, &style(), Len::pt(width));
        let (boxes, lines) = parts(&drawing);
        for (index, line) in lines.iter().enumerate() {
            prop_assert!(line[0].x == line[1].x || line[0].y == line[1].y, "{line:?} slants");
            for rect in &boxes {
                prop_assert!(!crosses(line, rect), "{line:?} {rect:?}");
            }
            for end in line {
                let others = lines.iter().enumerate().filter(|(other, _)| *other != index);
                let met = boxes.iter().any(|rect| on_edge(*end, rect)) || others.into_iter().any(|(_, other)| touches(other, *end));
                prop_assert!(met, "{end:?} hangs in the air");
            }
        }
    }

    #[test]
    fn all_boxes_hang_together(root in office(), width in 60..600i64) {
        let drawing = organisation(&root, &style(), Len::pt(width));
        let (boxes, lines) = parts(&drawing);
        let mut reached = vec![false; boxes.len()];
        let mut walked = vec![false; lines.len()];
        reached[0] = true;
        for _ in 0..boxes.len() + lines.len() {
            for (index, line) in lines.iter().enumerate() {
                let from_box = boxes.iter().zip(&reached).any(|(rect, reached)| *reached && line.iter().any(|end| on_edge(*end, rect)));
                let from_line = lines.iter().zip(&walked).any(|(other, walked)| {
                    *walked && (line.iter().any(|end| touches(other, *end)) || other.iter().any(|end| touches(line, *end)))
                });
                walked[index] |= from_box || from_line;
            }
            for (rect, reached) in boxes.iter().zip(&mut reached) {
                *reached |= lines.iter().zip(&walked).any(|(line, walked)| *walked && line.iter().any(|end| on_edge(*end, rect)));
            }
        }
        prop_assert!(reached.iter().all(|reached| *reached));
    }

    #[test]
    fn what_fits_in_a_list_of_the_smallest_type_fits(root in office()) {
        let narrowest = organisation(&root, &style(), Len::pt(1)).width;
        for width in [narrowest, narrowest + Len::pt(1), narrowest * 2, narrowest * 4] {
            let drawing = organisation(&root, &style(), width);
            prop_assert!(drawing.width <= width, "{} in {width}", drawing.width);
        }
    }
}

/// An office of a name of so many letters, with others below it.
fn named(letters: u8, below: Vec<Office>) -> Office {
    Office { caption: BoxText { name: text(&[letters]), detail: None }, aside: Vec::new(), below }
}

/// The sizes of type in the drawing of a tree.
fn sizes(root: &Office, width: i64) -> Vec<Len> {
    let frame = organisation(root, &style(), Len::pt(width)).into_frame(owner());
    let sizes = frame.leaves.iter().filter_map(|leaf| match &leaf.kind {
        LeafKind::Text { size, .. } => Some(*size),
        _ => None,
    });
    sizes.collect()
}

#[test]
fn a_chart_uses_its_width_before_its_type_shrinks() {
    // Below a single office the others stand in rows, as they would right below the root.
    let offices = named(4, vec![named(4, (0..9).map(|_| named(8, Vec::new())).collect())]);
    assert!(sizes(&offices, 180).iter().all(|size| *size == Len::pt(10)));
    // One long name doesn't make all boxes of its level as wide.
    let branch =
        |letters| named(4, (0..4).map(|_| named(4, vec![named(letters, vec![named(4, Vec::new())])])).collect());
    let offices = named(4, vec![branch(4), branch(14)]);
    assert!(sizes(&offices, 480).iter().all(|size| *size == Len::pt(10)));
}
