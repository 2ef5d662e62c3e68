//! Arcs: angles as parts of a turn, and the curves that go round a circle, in whole numbers.

use crate::model::len::Len;

use super::path::{Path, Point, Segment};

/// An angle, clockwise from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Turn(i64);

/// What sines are given in.
const ONE: i128 = 1_000_000_000_000;
/// The circumference of a circle of radius 1.
const TAU: i128 = 6_283_185_307_180;

impl Turn {
    /// No turn: the top.
    pub(crate) const ZERO: Turn = Turn(0);
    /// A whole turn. It is divided without rest by eight and more.
    pub(crate) const WHOLE: Turn = Turn(1 << 32);

    /// A part of a whole turn, rounded to nearest.
    pub(crate) fn part(numerator: i128, denominator: i128) -> Turn {
        let whole = i128::from(Turn::WHOLE.0);
        Turn(((whole * numerator * 2 + denominator) / (denominator * 2)) as i64)
    }

    /// The angle halfway to another.
    pub(crate) fn halfway(self, other: Turn) -> Turn {
        Turn((self.0 + other.0) / 2)
    }

    /// Its sine, in [`ONE`]: the power series to the 17th power, whose rest is below 10⁻¹³ in the first quarter.
    fn sine(self) -> i128 {
        let (half, turned) = (Turn::WHOLE.0 / 2, self.0.rem_euclid(Turn::WHOLE.0));
        let (sign, turned) = if turned < half { (1, turned) } else { (-1, turned - half) };
        let acute = turned.min(half - turned);
        let angle = i128::from(acute) * TAU / i128::from(Turn::WHOLE.0);
        let square = angle * angle / ONE;
        let (mut term, mut sum) = (angle, angle);
        for step in 1..=8 {
            term = -term * square / ONE / (2 * step * (2 * step + 1));
            sum += term;
        }
        sign * sum
    }

    fn cosine(self) -> i128 {
        Turn(self.0 + Turn::WHOLE.0 / 4).sine()
    }

    /// The place at this angle on a circle.
    pub(crate) fn point(self, centre: Point, radius: Len) -> Point {
        centre.shifted(times(radius, self.sine()), -times(radius, self.cosine()))
    }

    /// How far one goes on along the tangent at this angle, for a length.
    fn along(self, length: Len) -> (Len, Len) {
        (times(length, self.cosine()), times(length, self.sine()))
    }
}

/// A length times a factor in [`ONE`], rounded to nearest.
fn times(length: Len, factor: i128) -> Len {
    let product = i128::from(length.as_milli()) * factor;
    Len::milli(((product + product.signum() * ONE / 2) / ONE) as i64)
}

impl Path {
    /// A circle.
    pub(crate) fn circle(centre: Point, radius: Len) -> Vec<Segment> {
        let mut outline = vec![Segment::Move(Turn::ZERO.point(centre, radius))];
        outline.extend(Path::arc(centre, radius, Turn::ZERO, Turn::WHOLE));
        outline.push(Segment::Close);
        outline
    }

    /// The curves along a circle from the place at one angle to that at another, a quarter at most each; back where the second is smaller.
    pub(crate) fn arc(centre: Point, radius: Len, from: Turn, to: Turn) -> impl Iterator<Item = Segment> {
        let over = to.0 - from.0;
        let pieces = (over.abs() * 4 - 1) / Turn::WHOLE.0 + 1;
        let quarter_piece = Turn(over / pieces / 4);
        // A curve is nearest to the circle where its control points are 4/3 of the tangent of a quarter of its angle away.
        let reach = times(radius, quarter_piece.sine() * ONE * 4 / quarter_piece.cosine() / 3);
        let at = move |piece: i64| Turn(from.0 + over * piece / pieces);
        (0..pieces).map(move |piece| {
            let (begin, end) = (at(piece), at(piece + 1));
            let ((x1, y1), (x2, y2)) = (begin.along(reach), end.along(reach));
            let (start, stop) = (begin.point(centre, radius), end.point(centre, radius));
            Segment::Curve(start.shifted(x1, y1), stop.shifted(-x2, -y2), stop)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_of_a_circle_are_exact() {
        let centre = Point::new(Len::pt(100), Len::pt(50));
        let at = |quarters: i128| Turn::part(quarters, 4).point(centre, Len::pt(40));
        assert_eq!(at(0), Point::new(Len::pt(100), Len::pt(10)));
        assert_eq!(at(1), Point::new(Len::pt(140), Len::pt(50)));
        assert_eq!(at(2), Point::new(Len::pt(100), Len::pt(90)));
        assert_eq!(at(3), Point::new(Len::pt(60), Len::pt(50)));
        assert_eq!(at(4), at(0));
    }

    #[test]
    fn an_eighth_lies_on_the_diagonal() {
        let radius = Len::pt(1000);
        let point = Turn::part(1, 8).point(Point::default(), radius);
        assert_eq!(point, Point::new(Len::milli(707_107), Len::milli(-707_107)));
    }

    #[test]
    fn a_quarter_has_the_control_points_of_a_circle() {
        let curve = Path::arc(Point::default(), Len::pt(1000), Turn::ZERO, Turn::part(1, 4)).collect::<Vec<_>>();
        let reach = Len::milli(552_285);
        let expected = Segment::Curve(
            Point::new(reach, Len::pt(-1000)),
            Point::new(Len::pt(1000), -reach),
            Point::new(Len::pt(1000), Len::ZERO),
        );
        assert_eq!(curve, [expected]);
    }

    #[test]
    fn an_arc_ends_where_its_angle_is_and_goes_back_the_way_it_came() {
        let (centre, radius) = (Point::default(), Len::pt(70));
        for (from, to) in [(0, 17), (30, 95), (99, 3), (50, 50)] {
            let (from, to) = (Turn::part(from, 100), Turn::part(to, 100));
            let ends = |from, to| Path::arc(centre, radius, from, to).last();
            for (from, to) in [(from, to), (to, from)] {
                assert!(matches!(ends(from, to), Some(Segment::Curve(_, _, end)) if end == to.point(centre, radius)));
            }
        }
    }
}
