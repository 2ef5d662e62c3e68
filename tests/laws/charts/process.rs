//! The laws of processes, over random ones: steps stand apart, arrows begin and end exactly at the edges of their steps and run through none,
//! no two lie on each other unless they lead to the same step, and labels stand free of everything.

use std::collections::BTreeSet;

use crate::laws::support::seeded;
use crate::model::len::Len;
use crate::model::report::chart::{Direction, MOST_LEAVING};
use crate::set::chart::{Arrow, ArrowStyle, BoxStyle, BoxText, Drawing, Process, ProcessStyle, Step, process};
use crate::set::layout::{Path, Point, Rect, Segment, Sides, Stroke};
use proptest::prelude::*;

use super::geometry::{badly_lettered, crosses, is_closed, on_edge, overlap, pieces};
use super::text::{INK, text};

const LINE: Len = Len::milli(500);
const LANE: Len = Len::milli(300);
const HEAD: Len = Len::pt(6);

fn style() -> ProcessStyle {
    let box_style = |width: Len| BoxStyle {
        background: INK,
        frame: Stroke { width, color: INK },
        padding: Sides { top: Len::pt(2), right: Len::pt(3), bottom: Len::pt(2), left: Len::pt(3) },
    };
    ProcessStyle {
        step: box_style(Len::milli(900)),
        decision: box_style(Len::milli(800)),
        lane: box_style(LANE),
        arrow: ArrowStyle { line: Stroke { width: LINE, color: INK }, length: HEAD, width: Len::pt(4) },
        narrowest: Len::pt(40),
        widest: Len::pt(80),
        decision_widest: Len::pt(110),
        gap: Len::pt(18),
        track: Len::pt(6),
        label_gap: Len::pt(2),
        label_widest: Len::pt(40),
        smallest: Len::pt(7),
    }
}

fn words() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(1..7u8, 1..4)
}

fn caption() -> impl Strategy<Value = BoxText> {
    (words(), proptest::option::of(words()))
        .prop_map(|(name, detail)| BoxText { name: text(&name), detail: detail.map(|words| text(&words)) })
}

/// A step, and what leads from it: to the next, or to steps at these shares of all.
type Raw = (BoxText, bool, usize, bool, Vec<(u8, Option<Vec<u8>>)>);

fn raw() -> impl Strategy<Value = Raw> {
    let arrows = prop_oneof![
        2 => Just(Vec::new()),
        1 => proptest::collection::vec((any::<u8>(), proptest::option::of(words())), 0..4),
    ];
    (caption(), any::<bool>(), 0..4usize, any::<bool>(), arrows)
}

fn processes() -> impl Strategy<Value = Process> {
    let lanes = prop_oneof![2 => Just(Vec::new()), 1 => proptest::collection::vec(words(), 1..4)];
    let directions = prop_oneof![Just(Direction::Row), Just(Direction::Column)];
    (proptest::collection::vec(raw(), 1..12), lanes, directions).prop_map(|(raw, lanes, direction)| {
        let count = raw.len();
        let mut joined: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut arrows = Vec::new();
        for (from, (_, _, _, leads_on, to)) in raw.iter().enumerate() {
            let others = to.iter().map(|(share, label)| (usize::from(*share) * count / 256, label.as_ref()));
            let next = leads_on.then_some((from + 1, None)).into_iter();
            for (to, label) in next.chain(others).filter(|(to, _)| *to != from && *to < count).take(MOST_LEAVING - 1) {
                if joined.insert((from, to)) {
                    arrows.push(Arrow { from, to, label: label.map(|words| text(words)) });
                }
            }
        }
        // Each step is led to from one before it.
        for to in 1..count {
            if joined.iter().any(|(from, other)| *other == to && *from < to) {
                continue;
            }
            // One that may leave has been left over for it.
            let from = to - 1;
            joined.insert((from, to));
            arrows.push(Arrow { from, to, label: None });
        }
        arrows.sort_by_key(|arrow| arrow.from);
        let steps = raw.into_iter().map(|(caption, decision, lane, ..)| Step {
            caption,
            decision,
            lane: lane % lanes.len().max(1),
        });
        let lanes: Vec<BoxText> = lanes.iter().map(|words| BoxText { name: text(words), detail: None }).collect();
        Process { steps: steps.collect(), arrows, lanes, direction }
    })
}

fn ring() -> impl Strategy<Value = Process> {
    proptest::collection::vec((caption(), proptest::option::of(words())), 3..10).prop_map(|raw| {
        let count = raw.len();
        let labels = raw.iter().map(|(_, label)| label.as_ref().map(|words| text(words)));
        let arrows = labels.enumerate().map(|(from, label)| Arrow { from, to: (from + 1) % count, label }).collect();
        let steps =
            raw.iter().map(|(caption, _)| Step { caption: caption.clone(), decision: false, lane: 0 }).collect();
        Process { steps, arrows, lanes: Vec::new(), direction: Direction::Ring }
    })
}

/// What a drawing holds, told apart by their pens.
struct Parts {
    steps: Vec<Rect>,
    lanes: Vec<Rect>,
    /// The lines between and around lanes.
    edges: Vec<[Point; 2]>,
    arrows: Vec<Vec<Point>>,
    heads: Vec<[Point; 3]>,
}

fn parts(drawing: &Drawing) -> Parts {
    let mut parts = Parts { steps: vec![], lanes: vec![], edges: vec![], arrows: vec![], heads: vec![] };
    for shape in &drawing.shapes {
        let width = shape.pen.as_ref().map(|pen| pen.stroke.width);
        let points: Vec<Point> = shape.points().collect();
        match (is_closed(shape), width) {
            (true, None) => parts.heads.push([points[0], points[1], points[2]]),
            (true, Some(LANE)) => parts.lanes.push(shape.bounds()),
            (true, Some(_)) => parts.steps.push(shape.bounds()),
            (false, Some(LANE)) => parts.edges.extend(pieces(shape)),
            (false, _) => parts.arrows.push(points),
        }
    }
    parts
}

/// An arrow's line up to its tip.
fn to_the_tip(points: &[Point]) -> Vec<Point> {
    let [.., before, end] = *points else { panic!("an arrow has two ends") };
    let on = |from: Len, to: Len| Len::milli((to - from).as_milli().signum()) * (HEAD / 2).as_milli();
    let mut points = points.to_vec();
    points.pop();
    points.push(end.shifted(on(before.x, end.x), on(before.y, end.y)));
    points
}

fn lines(points: &[Point]) -> Vec<[Point; 2]> {
    points.windows(2).map(|pair| [pair[0], pair[1]]).collect()
}

proptest! {
    #![proptest_config(seeded(150))]

    #[test]
    fn steps_stand_apart_and_none_is_lost(given in processes(), width in 60..600i64) {
        let drawing = process(&given, &style(), Len::pt(width));
        let Parts { steps, lanes, arrows, .. } = parts(&drawing);
        prop_assert_eq!((steps.len(), lanes.len(), arrows.len()), (given.steps.len(), given.lanes.len(), given.arrows.len()));
        prop_assert_eq!(drawing.texts.len(), given.texts().count());
        let whole = Rect::new(Len::ZERO, Len::ZERO, drawing.width, drawing.height);
        let boxes: Vec<Rect> = lanes.into_iter().chain(steps).collect();
        for (index, one) in boxes.iter().enumerate() {
            prop_assert!(whole.holds(one), "{one:?} in {whole:?}");
            for other in &boxes[index + 1..] {
                prop_assert!(!one.overlaps(other), "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn arrows_join_the_edges_of_their_steps_and_run_through_none(given in processes(), width in 60..600i64) {
        let drawing = process(&given, &style(), Len::pt(width));
        let Parts { steps, lanes, arrows, heads, .. } = parts(&drawing);
        let whole = Rect::new(Len::ZERO, Len::ZERO, drawing.width, drawing.height);
        for (arrow, points) in given.arrows.iter().zip(&arrows) {
            let points = to_the_tip(points);
            let tip = points[points.len() - 1];
            prop_assert!(on_edge(points[0], &steps[arrow.from]), "{points:?} leaves {:?}", steps[arrow.from]);
            prop_assert!(on_edge(tip, &steps[arrow.to]), "{points:?} enters {:?}", steps[arrow.to]);
            prop_assert!(heads.iter().any(|head| head[2] == tip), "{tip:?} has no head");
            for line in lines(&points) {
                prop_assert!(line[0].x == line[1].x || line[0].y == line[1].y, "{line:?} slants");
                prop_assert!(line[0] != line[1]);
                prop_assert!(line.iter().all(|end| whole.holds(&Rect::new(end.x, end.y, Len::ZERO, Len::ZERO))));
                for rect in steps.iter().chain(&lanes) {
                    prop_assert!(!crosses(&line, rect), "{line:?} {rect:?}");
                }
            }
        }
    }

    #[test]
    fn arrows_to_other_steps_share_no_line(given in processes(), width in 60..600i64) {
        let drawing = process(&given, &style(), Len::pt(width));
        let Parts { arrows, edges, .. } = parts(&drawing);
        for (index, (arrow, points)) in given.arrows.iter().zip(&arrows).enumerate() {
            for line in lines(&to_the_tip(points)) {
                prop_assert!(edges.iter().all(|edge| !overlap(edge, &line)), "{line:?} on a lane's edge");
                for (other, points) in given.arrows.iter().zip(&arrows).skip(index + 1).filter(|(other, _)| other.to != arrow.to) {
                    for second in lines(&to_the_tip(points)) {
                        prop_assert!(!overlap(&line, &second), "{arrow:?} {line:?} {other:?} {second:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn labels_stand_free_and_texts_keep_to_their_rooms(given in processes(), width in 60..600i64) {
        let drawing = process(&given, &style(), Len::pt(width));
        prop_assert_eq!(badly_lettered(&drawing), None);
        let Parts { steps, lanes, arrows, edges, heads } = parts(&drawing);
        let labels = given.arrows.iter().filter(|arrow| arrow.label.is_some()).count();
        for (index, text) in drawing.texts.iter().enumerate() {
            let room = &text.room;
            if index < drawing.texts.len() - labels {
                prop_assert!(steps.iter().chain(&lanes).any(|rect| rect.holds(room)), "{room:?}");
                continue;
            }
            prop_assert!(steps.iter().chain(&lanes).all(|rect| !rect.overlaps(room)), "{room:?}");
            let all = arrows.iter().flat_map(|points| lines(points)).chain(edges.iter().copied());
            for line in all {
                prop_assert!(!crosses(&line, room), "{line:?} {room:?}");
            }
            for head in &heads {
                let bounds = Path { segments: Path::polygon(head), ..Path::default() }.bounds();
                prop_assert!(!bounds.overlaps(room), "{head:?} {room:?}");
            }
        }
    }

    #[test]
    fn what_just_goes_on_keeps_its_order_with_straight_arrows(steps in proptest::collection::vec(caption(), 1..14), width in 60..600i64) {
        let arrows = (1..steps.len()).map(|to| Arrow { from: to - 1, to, label: None }).collect();
        let steps = steps.into_iter().map(|caption| Step { caption, decision: false, lane: 0 }).collect();
        let given = Process { steps, arrows, lanes: Vec::new(), direction: Direction::Row };
        let drawing = process(&given, &style(), Len::pt(width));
        let Parts { steps, arrows, .. } = parts(&drawing);
        prop_assert!(arrows.iter().all(|points| points.len() == 2));
        prop_assert!(steps.windows(2).all(|pair| pair[0].y <= pair[1].y));
    }

    #[test]
    fn what_fits_at_its_narrowest_fits(given in processes()) {
        let narrowest = process(&given, &style(), Len::pt(1)).width;
        for width in [narrowest, narrowest + Len::pt(1), narrowest * 2, narrowest * 4] {
            let drawing = process(&given, &style(), width);
            prop_assert!(drawing.width <= width, "{} in {width}", drawing.width);
        }
    }

    #[test]
    fn a_ring_comes_round_on_a_circle(given in ring(), width in 60..600i64) {
        let drawing = process(&given, &style(), Len::pt(width));
        prop_assert_eq!(badly_lettered(&drawing), None);
        let steps: Vec<Rect> = drawing.shapes.iter().filter(|shape| shape.pen.is_some() && is_closed(shape)).map(Path::bounds).collect();
        let arcs: Vec<&Path> = drawing.shapes.iter().filter(|shape| !is_closed(shape)).collect();
        let tips: Vec<Point> = drawing.shapes.iter().filter(|shape| shape.pen.is_none()).filter_map(|head| head.points().last()).collect();
        prop_assert_eq!((steps.len(), arcs.len(), tips.len()), (given.steps.len(), given.steps.len(), given.steps.len()));
        for (index, arc) in arcs.iter().enumerate() {
            let to = (index + 1) % steps.len();
            prop_assert!(arc.points().next().is_some_and(|begin| on_edge(begin, &steps[index])));
            prop_assert!(on_edge(tips[index], &steps[to]), "{:?} {:?}", tips[index], steps[to]);
            for point in along(arc).into_iter().skip(1) {
                let at = Rect::new(point.x, point.y, Len::milli(1), Len::milli(1));
                prop_assert!(steps.iter().all(|rect| !shrunk(rect).overlaps(&at)), "{point:?}");
                prop_assert!(drawing.texts.iter().all(|text| !text.room.overlaps(&at) || steps.iter().any(|rect| rect.holds(&text.room))));
            }
        }
        for (index, one) in steps.iter().enumerate() {
            prop_assert!(steps[index + 1..].iter().all(|other| !one.overlaps(other)));
        }
    }
}

/// A box without what rounding may take from its edge.
fn shrunk(rect: &Rect) -> Rect {
    Rect::new(
        rect.x + Len::milli(50),
        rect.y + Len::milli(50),
        rect.width - Len::milli(100),
        rect.height - Len::milli(100),
    )
}

/// Places along the curves of a shape.
fn along(shape: &Path) -> Vec<Point> {
    let mut places = Vec::new();
    let mut at = Point::default();
    for segment in &shape.segments {
        match *segment {
            Segment::Move(to) | Segment::Line(to) => at = to,
            Segment::Curve(first, second, to) => {
                let share = |step: i64| {
                    let mix = |a: Len, b: Len, c: Len, d: Len| {
                        let (t, u) = (step, 10 - step);
                        Len::milli(
                            (a.as_milli() * u * u * u
                                + 3 * b.as_milli() * u * u * t
                                + 3 * c.as_milli() * u * t * t
                                + d.as_milli() * t * t * t)
                                / 1000,
                        )
                    };
                    Point::new(mix(at.x, first.x, second.x, to.x), mix(at.y, first.y, second.y, to.y))
                };
                places.extend((0..=10).map(share));
                at = to;
            }
            Segment::Close => {}
        }
    }
    places
}
