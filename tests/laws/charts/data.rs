//! The laws of charts from data: nothing leaves its room or stands on another, lengths are as figures are, parts make the whole, order is kept.

use crate::laws::support::seeded;
use crate::model::len::{Len, Ratio};
use crate::model::report::chart::Datum;
use crate::read::numbers::written::{printed, read};
use crate::set::chart::{
    Axis, BoxText, Data, DataStyle, Drawing, Ink, Marker, Pie, Plotted, Series, Slice, Surroundings, Upright, axis,
    bars, pie, shares, upright,
};
use crate::set::layout::{Color, LeafKind, Path, Point, Rect, Segment, Stroke, TextBlock};
use proptest::prelude::*;

use super::text::{INK, owner, text};

const FRAME: Stroke = Stroke { width: Len::milli(500), color: INK };
const PLATE: Color = Color { rgb: [255; 3] };
/// Widths at which a chart of these sizes always has room.
const WIDE: std::ops::Range<i64> = 420..700;

/// A style that tells series apart by colours that can be looked up.
fn style() -> DataStyle {
    let ink = |index: u8| Ink {
        background: Color { rgb: [index, 0, 0] }.into(),
        pen: Stroke { width: Len::pt(1), color: Color { rgb: [index, 0, 0] } }.into(),
        marker: [Marker::Circle, Marker::Square, Marker::Triangle, Marker::Diamond][usize::from(index) % 4],
        fill: Color { rgb: [100 + index, 0, 0] },
    };
    DataStyle {
        inks: (1..=8).map(ink).collect(),
        frame: FRAME,
        axis: Stroke { width: Len::milli(600), color: INK },
        grid: Stroke { width: Len::milli(300), color: INK },
        plate: PLATE,
        height: Len::pt(120),
        widest: Len::pt(30),
        share: Ratio::from_f64(0.8),
        thickness: Len::pt(12),
        apart: Len::pt(5),
        gap: Len::pt(3),
        key_width: Len::pt(14),
        key_height: Len::pt(6),
        entries: Len::pt(12),
        marker: Len::pt(3),
        diameter: Len::pt(110),
        hole: Ratio::from_f64(0.5),
        smallest: Len::pt(7),
    }
}

/// A text of a figure's letters.
fn figure(amount: i128) -> Datum<TextBlock> {
    Datum { amount, printed: text(&[printed(amount, 0, '-').len() as u8]) }
}

fn data(low: i128, most_categories: usize, most_series: usize) -> impl Strategy<Value = Data> {
    (1..=most_categories, 1..=most_series).prop_flat_map(move |(categories, series)| {
        let amount = proptest::option::weighted(0.9, prop_oneof![1 => Just(0), 9 => low..9_999i128]);
        let figures = proptest::collection::vec(proptest::collection::vec(amount, categories), series);
        let names = |count| proptest::collection::vec(proptest::collection::vec(1..6u8, 1..3), count);
        (names(categories), names(series), figures).prop_map(|(categories, names, figures)| Data {
            categories: categories.iter().map(|name| text(name)).collect(),
            series: names
                .iter()
                .zip(figures)
                .map(|(name, figures)| Series {
                    name: text(name),
                    figures: figures.into_iter().map(|amount| amount.map(figure)).collect(),
                })
                .collect(),
            missing: text(&[1]),
        })
    })
}

fn scale(kind: Upright, data: &Data) -> Axis {
    let steps = axis(kind.range(data), 0, 6, '-').ticks.into_iter();
    let step = |tick: Datum<String>| Datum { amount: tick.amount, printed: text(&[tick.printed.len() as u8]) };
    Axis { ticks: steps.map(step).collect() }
}

fn around() -> Surroundings {
    Surroundings { caption: Some(text(&[3, 4])), source: Some(text(&[5])) }
}

const UPRIGHT: [Upright; 3] = [Upright::Columns, Upright::Stacked, Upright::Lines];

/// Every kind of chart of the same figures.
fn all(data: &Data, width: Len) -> Vec<Plotted> {
    let style = style();
    let mut all: Vec<Plotted> =
        UPRIGHT.iter().map(|kind| upright(*kind, data, &scale(*kind, data), &around(), &style, width)).collect();
    all.extend([false, true].map(|stacked| bars(stacked, data, &around(), &style, width)));
    all
}

/// The places that a shape goes through, without those that control its curves.
fn ends(path: &Path) -> impl Iterator<Item = Point> {
    path.segments.iter().filter_map(|segment| match *segment {
        Segment::Move(to) | Segment::Line(to) | Segment::Curve(_, _, to) => Some(to),
        Segment::Close => None,
    })
}

fn whole(drawing: &Drawing) -> Rect {
    Rect::new(Len::ZERO, Len::ZERO, drawing.width, drawing.height)
}

/// Nothing leaves the drawing, no text stands on another, and every line of a text stands in its room.
fn keeps_its_rooms(drawing: Drawing) -> Result<(), TestCaseError> {
    let whole = whole(&drawing);
    for shape in &drawing.shapes {
        let inside = ends(shape).all(|at| whole.holds(&Rect::new(at.x, at.y, Len::ZERO, Len::ZERO)));
        prop_assert!(inside, "{:?} in {whole:?}", shape.bounds());
    }
    let rooms: Vec<Rect> = drawing.texts.iter().map(|text| text.room).collect();
    for (index, one) in rooms.iter().enumerate() {
        prop_assert!(whole.holds(one), "{one:?} in {whole:?}");
        for other in &rooms[index + 1..] {
            prop_assert!(!one.overlaps(other), "{one:?} {other:?}");
        }
    }
    for leaf in &drawing.into_frame(owner()).leaves {
        let LeafKind::Text { line, size, .. } = &leaf.kind else { continue };
        let right = leaf.x + size.scale(Ratio::millionths(line.width)) - Len::milli(2);
        let fits = |room: &Rect| {
            room.x <= leaf.x + Len::milli(1) && right <= room.right() && room.y <= leaf.y && leaf.y <= room.bottom()
        };
        prop_assert!(rooms.iter().any(fits), "a line leaves its room at {} {}", leaf.x, leaf.y);
    }
    Ok(())
}

/// The rectangles of a series' background: its columns or bars, and its key.
fn pieces(drawing: &Drawing, series: usize) -> Vec<Rect> {
    let ink = Color { rgb: [series as u8 + 1, 0, 0] };
    let of = drawing.shapes.iter().filter(|shape| shape.background.is_some_and(|background| background.color == ink));
    of.map(Path::bounds).filter(|rect| (rect.width, rect.height) != (style().key_width, style().key_height)).collect()
}

/// The figures of a series that are drawn with a length.
fn drawn(series: &Series) -> Vec<i128> {
    series.figures.iter().flatten().map(|figure| figure.amount).filter(|amount| *amount != 0).collect()
}

/// Whether a length is as much of another as an amount is of a range, to so many thousandths of a point.
fn is_part(length: Len, amount: i128, whole: Len, range: i128, off: i128) -> bool {
    let (length, whole) = (i128::from(length.as_milli()), i128::from(whole.as_milli()));
    (length * range - whole * amount).abs() <= range * off
}

proptest! {
    #![proptest_config(seeded(100))]

    #[test]
    fn with_room_enough_nothing_is_crowded_and_all_keeps_its_rooms(data in data(-9_999, 6, 4), width in WIDE) {
        for Plotted { drawing, crowded } in all(&data, Len::pt(width)) {
            prop_assert!(!crowded);
            keeps_its_rooms(drawing)?;
        }
    }

    #[test]
    fn what_is_not_crowded_keeps_its_rooms_at_any_width(data in data(-9_999, 24, 4), width in 40..500i64) {
        for Plotted { drawing, crowded } in all(&data, Len::pt(width)) {
            prop_assert_eq!(drawing.width, Len::pt(width));
            if !crowded {
                keeps_its_rooms(drawing)?;
            }
        }
    }

    #[test]
    fn figures_are_all_printed_unless_it_is_crowded(data in data(-9_999, 6, 4), width in WIDE) {
        let figures = data.figures().count();
        for Plotted { drawing, .. } in all(&data, Len::pt(width)) {
            let is = |text: &TextBlock| data.figures().any(|figure| figure.printed.shaped.text == text.shaped.text);
            prop_assert!(drawing.texts.iter().filter(|lettering| is(&lettering.text)).count() >= figures);
        }
    }

    #[test]
    fn columns_are_as_high_as_their_figures(data in data(-9_999, 6, 4), width in WIDE, stacked: bool) {
        let kind = if stacked { Upright::Stacked } else { Upright::Columns };
        let axis = scale(kind, &data);
        let drawing = upright(kind, &data, &axis, &around(), &style(), Len::pt(width)).drawing;
        for (index, series) in data.series.iter().enumerate() {
            let (pieces, amounts) = (pieces(&drawing, index), drawn(series));
            prop_assert_eq!(pieces.len(), amounts.len());
            for (piece, amount) in pieces.iter().zip(amounts) {
                prop_assert!(is_part(piece.height, amount.abs(), style().height, axis.range(), 1), "{piece:?} {amount}");
            }
            prop_assert!(pieces.is_sorted_by(|one, other| one.right() <= other.x), "from the left, in order");
        }
    }

    #[test]
    fn bars_are_as_long_as_their_figures(data in data(-9_999, 6, 4), width in WIDE, stacked: bool) {
        let drawing = bars(stacked, &data, &around(), &style(), Len::pt(width)).drawing;
        let all: Vec<(Rect, i128)> =
            data.series.iter().enumerate().flat_map(|(index, series)| pieces(&drawing, index).into_iter().zip(drawn(series))).collect();
        let longest = all.iter().max_by_key(|(piece, _)| piece.width);
        if let Some((longest, most)) = longest {
            for (piece, amount) in &all {
                prop_assert!(is_part(piece.width, amount.abs(), longest.width, most.abs(), 2), "{piece:?} {amount}");
            }
        }
        for index in 0..data.series.len() {
            prop_assert!(pieces(&drawing, index).is_sorted_by(|one, other| one.bottom() <= other.y), "from the top, in order");
        }
    }

    #[test]
    fn pieces_of_a_stack_meet_and_never_cover_each_other(data in data(-9_999, 6, 4), width in WIDE) {
        let axis = scale(Upright::Stacked, &data);
        let drawing = upright(Upright::Stacked, &data, &axis, &around(), &style(), Len::pt(width)).drawing;
        let all: Vec<Rect> = (0..data.series.len()).flat_map(|index| pieces(&drawing, index)).collect();
        for (index, one) in all.iter().enumerate() {
            prop_assert!(all[index + 1..].iter().all(|other| !one.overlaps(other)));
        }
        let (low, high) = data.stacked_bounds();
        let (top, bottom) = (all.iter().map(|piece| piece.y).min(), all.iter().map(Rect::bottom).max());
        if let (Some(top), Some(bottom)) = (top, bottom) {
            prop_assert!(is_part(bottom - top, high - low, style().height, axis.range(), 1));
        }
    }

    #[test]
    fn slices_follow_each_other_all_the_way_round(amounts in proptest::collection::vec(0..9_999i128, 1..9), ring: bool, width in WIDE) {
        prop_assume!(amounts.iter().any(|amount| *amount > 0));
        let label = |amount: i128| BoxText { name: text(&[4]), detail: Some(text(&[printed(amount, 0, '-').len() as u8, 7])) };
        let slices = amounts.iter().map(|amount| Slice { amount: *amount, label: label(*amount) }).collect();
        let middle = ring.then(|| label(amounts.iter().sum()));
        let Plotted { drawing, crowded } = pie(&Pie { slices, middle }, &around(), &style(), Len::pt(width));
        prop_assert!(!crowded);
        let slices: Vec<&Path> = drawing.shapes.iter().filter(|shape| shape.background.is_some()).collect();
        prop_assert_eq!(slices.len(), amounts.iter().filter(|amount| **amount > 0).count());
        // Outlines begin where their arc does, and end their first arc where the next begins.
        let begin = |path: &Path| ends(path).next();
        let end = |path: &Path| {
            let arc = path.segments[1..].iter().take_while(|segment| matches!(segment, Segment::Curve(..)));
            arc.last().and_then(|segment| if let Segment::Curve(_, _, to) = segment { Some(*to) } else { None })
        };
        for (index, slice) in slices.iter().enumerate() {
            prop_assert_eq!(end(slice), begin(slices[(index + 1) % slices.len()]));
        }
        keeps_its_rooms(drawing)?;
    }

    #[test]
    fn shares_sum_to_the_whole_and_keep_the_order(amounts in proptest::collection::vec(0..1_000_000i128, 1..30)) {
        prop_assume!(amounts.iter().any(|amount| *amount > 0));
        let (shares, total) = (shares(&amounts), amounts.iter().sum::<i128>());
        prop_assert_eq!(shares.iter().sum::<i64>(), 1_000);
        for (share, amount) in shares.iter().zip(&amounts) {
            prop_assert!((i128::from(*share) * total - amount * 1_000).abs() < total, "within a tenth of a percent");
        }
        for (one, other) in (0..amounts.len()).flat_map(|one| (0..amounts.len()).map(move |other| (one, other))) {
            prop_assert!(amounts[one] <= amounts[other] || shares[one] >= shares[other]);
        }
    }

    #[test]
    fn an_axis_has_few_round_steps_that_hold_its_range(low in -1_000_000..1_000_000i128, over in 0..1_000_000i128, decimals in 0..4u32, most in 3..9usize) {
        let axis = axis((low, low + over), decimals, most, '△');
        let ticks: Vec<i128> = axis.ticks.iter().map(|tick| tick.amount).collect();
        prop_assert!((2..=most).contains(&ticks.len()));
        prop_assert!(ticks[0] <= low && low + over <= ticks[ticks.len() - 1]);
        let step = ticks[1] - ticks[0];
        prop_assert!(ticks.windows(2).all(|pair| pair[1] - pair[0] == step));
        let mantissa = std::iter::successors(Some(step), |step| (step % 10 == 0).then_some(step / 10)).last();
        prop_assert!(mantissa.is_some_and(|mantissa| [1, 2, 5].contains(&mantissa)) && ticks[0] % step == 0);
        for tick in &axis.ticks {
            let read = read(&tick.printed).map(|written| written.amount.at(decimals));
            prop_assert_eq!(read, Some(tick.amount), "printed exactly");
        }
    }
}
