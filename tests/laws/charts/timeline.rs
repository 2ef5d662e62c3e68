//! The laws of timelines, over random ones: bars stand where their months do, nothing is lost, and no note stands over anything but its own bar.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use crate::laws::support::seeded;
use crate::model::len::Len;
use crate::model::report::chart::{Month, When};
use crate::set::chart::{BarStyle, Drawing, Heads, Row, SignStyle, Task, Time, Timeline, TimelineStyle, timeline};
use crate::set::layout::{Path, Point, Rect, Sides, Stroke};
use proptest::prelude::*;

use super::geometry::{badly_lettered, crosses, is_closed, pieces};
use super::text::{INK, text};

const BAR: Len = Len::milli(850);

fn style() -> TimelineStyle {
    let stroke = |width| Stroke { width: Len::milli(width), color: INK };
    TimelineStyle {
        head_background: INK,
        group_background: INK,
        background: INK,
        outer: stroke(1_100),
        head_line: stroke(600),
        inner: stroke(350),
        bar: BarStyle { background: INK, frame: Stroke { width: BAR, color: INK }, height: Len::pt(10) },
        sign: SignStyle { color: INK, size: Len::pt(8) },
        padding: Sides { top: Len::pt(2), right: Len::pt(3), bottom: Len::pt(2), left: Len::pt(3) },
        row_height: Len::pt(18),
        widest: Len::pt(120),
        note_gap: Len::pt(2),
        smallest: Len::pt(7),
    }
}

fn heads(given: &Timeline) -> Heads {
    let years = given.first.year()..=given.last.year();
    Heads {
        tasks: text(&[2, 2]),
        years: years.map(|_| (text(&[5]), text(&[3]))).collect(),
        months: (0..12).map(|_| text(&[3])).collect(),
        quarters: (0..4).map(|_| text(&[4])).collect(),
        halves: (0..2).map(|_| text(&[5])).collect(),
    }
}

fn words() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(1..7u8, 1..5)
}

/// A time by shares of the months: where it begins, how long it is, whether it has days, whether it is a milestone.
type Raw = (u8, u8, Option<(u8, u8)>, bool, Option<Vec<u8>>);

fn time(first: Month, months: u32, (begins, length, days, milestone, note): Raw) -> Time {
    let from = u32::from(begins) * months / 256;
    let to = (from + u32::from(length) * (months - from) / 256).min(months - 1);
    let month = |at: u32| {
        let from_january = first.number() - 1 + at;
        Month::new(first.year() + from_january / 12, from_january % 12 + 1).unwrap()
    };
    let day = |day: u8| Some(u32::from(day) % 28 + 1);
    let note = note.map(|words| text(&words));
    let (from, to) = (month(from), month(to));
    match days {
        Some((one, _)) if milestone => {
            let at = When::new(from, day(one)).unwrap();
            Time { from: at, to: at, milestone, note }
        }
        Some((one, two)) => {
            let (one, two) = (When::new(from, day(one)).unwrap(), When::new(to, day(two)).unwrap());
            Time { from: one.min(two), to: one.max(two), milestone: false, note }
        }
        None => Time { from: When::new(from, None).unwrap(), to: When::new(to, None).unwrap(), milestone: false, note },
    }
}

fn timelines() -> impl Strategy<Value = Timeline> {
    let raw = || {
        (
            any::<u8>(),
            any::<u8>(),
            proptest::option::of((any::<u8>(), any::<u8>())),
            any::<bool>(),
            proptest::option::of(words()),
        )
    };
    let row = (words(), proptest::option::weighted(0.8, proptest::collection::vec(raw(), 1..5)));
    let first = (2020..2030u32, 1..=12u32);
    (first, 1..60u32, proptest::collection::vec(row, 1..8)).prop_map(|((year, month), months, rows)| {
        let first = Month::new(year, month).unwrap();
        let from_january = month - 1 + months - 1;
        let last = Month::new(year + from_january / 12, from_january % 12 + 1).unwrap();
        let rows = rows.into_iter().map(|(name, times)| match times {
            None => Row::Group(text(&name)),
            Some(times) => {
                let times = times.into_iter().map(|raw| time(first, months, raw)).collect();
                Row::Task(Task { name: text(&name), times })
            }
        });
        Timeline { first, last, rows: rows.collect() }
    })
}

fn drawn(given: &Timeline, width: Len) -> Drawing {
    timeline(given, &heads(given), &style(), width)
}

/// Bars and milestones in order, and the lines between rows and columns.
fn parts(drawing: &Drawing) -> (Vec<Rect>, Vec<Rect>, Vec<[Point; 2]>) {
    let (mut bars, mut signs, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for shape in &drawing.shapes {
        let is_bar = shape.pen.as_ref().is_some_and(|pen| pen.stroke.width == BAR);
        match (is_closed(shape), is_bar) {
            (true, true) if shape.segments == Path::rect(shape.bounds()) => bars.push(shape.bounds()),
            (true, true) => signs.push(shape.bounds()),
            (true, false) => {}
            (false, _) => lines.extend(pieces(shape)),
        }
    }
    (bars, signs, lines)
}

proptest! {
    #![proptest_config(seeded(200))]

    #[test]
    fn bars_and_milestones_stand_apart_and_none_is_lost(given in timelines(), width in 250..700i64) {
        let drawing = drawn(&given, Len::pt(width));
        let (bars, signs, _) = parts(&drawing);
        let times = || given.rows.iter().flat_map(Row::times);
        prop_assert_eq!(signs.len(), times().filter(|time| time.milestone).count());
        prop_assert_eq!(bars.len(), times().filter(|time| !time.milestone).count());
        let whole = Rect::new(Len::ZERO, Len::ZERO, drawing.width, drawing.height);
        for shapes in [&bars, &signs] {
            for (index, one) in shapes.iter().enumerate() {
                prop_assert!(whole.holds(one), "{one:?} in {whole:?}");
                prop_assert!(one.width > Len::ZERO);
                prop_assert!(shapes[index + 1..].iter().all(|other| !one.overlaps(other)), "{one:?}");
            }
        }
    }

    #[test]
    fn what_begins_or_ends_earlier_stands_farther_left(given in timelines(), width in 250..700i64) {
        let drawing = drawn(&given, Len::pt(width));
        let (bars, ..) = parts(&drawing);
        let times: Vec<&Time> = given.rows.iter().flat_map(Row::times).filter(|time| !time.milestone).collect();
        let begins = |time: &Time| (time.from.month, time.from.day.unwrap_or(1));
        let ends = |time: &Time| (time.to.month, time.to.day.unwrap_or(time.to.month.days()));
        for (one, first) in times.iter().zip(&bars) {
            for (other, second) in times.iter().zip(&bars) {
                prop_assert_eq!(begins(one).cmp(&begins(other)), first.x.cmp(&second.x));
                prop_assert_eq!(ends(one).cmp(&ends(other)), first.right().cmp(&second.right()));
            }
        }
    }

    #[test]
    fn notes_stand_in_their_bars_or_free(given in timelines(), width in 250..700i64) {
        let drawing = drawn(&given, Len::pt(width));
        prop_assert_eq!(badly_lettered(&drawing), None);
        let (bars, signs, lines) = parts(&drawing);
        let heads = drawing.texts.len() - given.rows.iter().map(|row| 1 + row.times().filter(|time| time.note.is_some()).count()).sum::<usize>();
        let mut texts = drawing.texts[heads..].iter();
        for row in &given.rows {
            prop_assert!(texts.next().is_some());
            for _ in row.times().filter(|time| time.note.is_some()) {
                let room = texts.next().unwrap().room;
                let over: Vec<&Rect> = bars.iter().filter(|bar| bar.overlaps(&room)).collect();
                prop_assert!(over.len() <= 1 && over.iter().all(|bar| bar.x <= room.x && room.right() <= bar.right()), "{room:?} {over:?}");
                prop_assert!(signs.iter().all(|sign| !sign.overlaps(&room)), "{room:?}");
                prop_assert!(lines.iter().all(|line| !crosses(line, &room)), "{room:?}");
            }
        }
    }

    #[test]
    fn what_fits_at_its_narrowest_fits(given in timelines()) {
        let narrowest = drawn(&given, Len::pt(1)).width;
        let own: usize = given.rows.iter().map(|row| 1 + row.times().filter(|time| time.note.is_some()).count()).sum();
        for width in [narrowest, narrowest + Len::pt(1), narrowest * 2, narrowest * 4] {
            let drawing = drawn(&given, width);
            prop_assert!(drawing.width <= width, "{} in {width}", drawing.width);
            prop_assert!(drawing.texts.len() > own + 1, "no column has a name");
        }
    }
}
