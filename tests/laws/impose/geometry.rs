//! Where pages stand on paper.

use crate::laws::support::seeded;
use crate::print::impose::Layout;
use crate::print::impose::geometry::{Area, Format, Matrix, Size, mm};
use proptest::prelude::*;

const A4: Size = Size { width: 595.276, height: 841.89 };

fn layouts() -> impl Strategy<Value = Layout> {
    prop_oneof![Just(Layout::OneUp), Just(Layout::TwoUp), Just(Layout::FourUp), Just(Layout::Booklet)]
}

fn sizes() -> impl Strategy<Value = Size> {
    (100.0..1500.0f64, 100.0..1500.0f64).prop_map(|(width, height)| Size { width, height })
}

fn whole(size: Size) -> Area {
    Area { x0: 0.0, y0: 0.0, x1: size.width, y1: size.height }
}

fn is_within(inner: Area, outer: Area) -> bool {
    // Sizes of paper are rounded: a point more is the same size.
    let by = 1.01;
    inner.x0 >= outer.x0 - by && inner.y0 >= outer.y0 - by && inner.x1 <= outer.x1 + by && inner.y1 <= outer.y1 + by
}

proptest! {
    #![proptest_config(seeded(256))]

    #[test]
    fn pages_of_any_size_stand_within_their_places_and_never_grow(
        layout in layouts(), usual in sizes(), page in sizes(), paper in prop::option::of(sizes()), marks in any::<bool>(),
    ) {
        let format = Format::new(layout, usual, paper, marks, 0.0, 0.0);
        for cell in format.places(layout.pages_a_side()) {
            prop_assert!(is_within(cell, whole(format.paper)), "{:?} {:?}", cell, format);
            let place = format.place(page, cell, 0.0);
            prop_assert!(is_within(place.matrix.area(whole(page)), cell), "{:?} {:?}", place, cell);
            let [a, b, ..] = place.matrix.0;
            prop_assert!(a.hypot(b) <= 1.0 + 1e-9);
            let middle = |area: Area| ((area.x0 + area.x1) / 2.0, (area.y0 + area.y1) / 2.0);
            let (stands, should) = (middle(place.matrix.area(whole(page))), middle(cell));
            prop_assert!((stands.0 - should.0).abs() < 1e-6 && (stands.1 - should.1).abs() < 1e-6);
        }
    }

    #[test]
    fn places_of_a_side_share_nothing(layout in layouts(), usual in sizes(), paper in prop::option::of(sizes())) {
        let places = Format::new(layout, usual, paper, false, 0.0, 0.0).places(layout.pages_a_side());
        for (index, place) in places.iter().enumerate() {
            for other in &places[..index] {
                prop_assert!(place.shared(*other).is_empty());
            }
        }
    }

    #[test]
    fn room_for_binding_is_mirrored_on_the_back(layout in layouts(), binding in 0.0..60.0f64, depth in 0..20usize) {
        let format = Format::new(layout, A4, None, false, binding, 0.0);
        let cells = format.places(layout.pages_a_side());
        let moved = |back: bool| -> Vec<Area> {
            let shift = |index| format.shift(index, back, depth);
            let moved = cells.iter().enumerate().map(|(index, cell)| {
                Area { x0: cell.x0 + shift(index), x1: cell.x1 + shift(index), ..*cell }
            });
            moved.collect()
        };
        let left = |cells: &[Area]| cells.iter().map(|cell| cell.x0).fold(f64::INFINITY, f64::min);
        let right = |cells: &[Area]| cells.iter().map(|cell| cell.x1).fold(f64::NEG_INFINITY, f64::max);
        let (front, back) = (moved(false), moved(true));
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        if layout == Layout::Booklet {
            // The fold is in the middle of both sides.
            prop_assert!(near(front[1].x0 - front[0].x1, 2.0 * binding) && front == back);
        } else {
            prop_assert!(near(left(&front) - format.trimmed.x0, binding));
            prop_assert!(near(format.trimmed.x1 - right(&back), binding));
        }
        if layout.pages_a_side() > 1 && layout != Layout::Booklet {
            prop_assert!(near(right(&front), format.trimmed.x1) && near(left(&back), format.trimmed.x0), "nothing is cut off");
        }
    }

    #[test]
    fn the_deeper_a_sheet_lies_the_nearer_its_pages_are_to_the_fold(creep in 0.01..1.0f64, depth in 0..50usize) {
        let format = Format::new(Layout::Booklet, A4, None, false, 0.0, creep);
        for back in [false, true] {
            prop_assert!(format.shift(0, back, depth + 1) > format.shift(0, back, depth), "left pages go right");
            prop_assert!(format.shift(1, back, depth + 1) < format.shift(1, back, depth), "right pages go left");
        }
    }

    #[test]
    fn four_quarter_turns_are_none(size in sizes(), x in 0.0..100.0f64, y in 0.0..100.0f64) {
        let mut matrix = Matrix::IDENTITY;
        let mut now = size;
        for _ in 0..4 {
            matrix = matrix.then(Matrix::turned(now, 1));
            now = now.turned();
        }
        let (to_x, to_y) = matrix.point(x, y);
        prop_assert!((to_x - x).abs() < 1e-6 && (to_y - y).abs() < 1e-6);
    }
}

#[test]
fn a_booklet_of_a4_is_printed_on_a3_at_full_size() {
    let format = Format::new(Layout::Booklet, A4, None, false, 0.0, 0.0);
    assert!((format.paper.width - mm(420.0)).abs() < 0.1 && (format.paper.height - mm(297.0)).abs() < 0.1);
    let cells = format.places(2);
    let [a, b, c, d, e, f] = format.place(A4, cells[1], 0.0).matrix.0;
    assert_eq!([a, b, c, d], [1.0, 0.0, 0.0, 1.0]);
    assert!((e - A4.width).abs() < 1e-9 && f.abs() < 1e-9);
}

#[test]
fn two_pages_of_a4_share_a_sheet_of_a4_at_seven_tenths() {
    let format = Format::new(Layout::TwoUp, A4, None, false, 0.0, 0.0);
    assert!(format.paper.is_landscape());
    let [scale, ..] = format.place(A4, format.places(2)[0], 0.0).matrix.0;
    assert!((scale - std::f64::consts::FRAC_1_SQRT_2).abs() < 0.001, "{scale}");
}

#[test]
fn only_the_outer_edges_bleed() {
    let format = Format::new(Layout::Booklet, A4, None, true, 0.0, 0.0);
    let [left, right] = [0, 1].map(|index| format.place(A4, format.places(2)[index], 0.0).clip);
    assert!((left.x1 - right.x0).abs() < 1e-9, "they meet at the fold");
    assert!((format.trimmed.x0 - left.x0 - mm(3.0)).abs() < 1e-9);
    assert!((right.x1 - format.trimmed.x1 - mm(3.0)).abs() < 1e-9);
}
