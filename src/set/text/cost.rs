//! What lines cost: words cut, lines taken, runts, then looseness, tightness and neighbours unlike each other.

use std::ops::Add;

use super::fill::{Candidate, Fill};
use super::stops::{Stop, StopKind};

/// What lines cost. Each field outweighs all that follow it: no evenness makes up for a word cut or a line more.
///
/// What comes before the looseness depends on where lines end alone. Where a measure is widened or letters may move closer, lines that
/// fitted still fit, so that no more of it is ever needed.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub(crate) struct Demerits {
    /// Breaks within words and within what belongs together, the worse weighing the more.
    pub cuts: u64,
    /// Lines.
    pub lines: u32,
    /// Last lines of one or two syllables.
    pub runt: u32,
    /// How far the lines are from their natural widths, and from those of their neighbours.
    pub looseness: f64,
}

/// Of a break within what belongs together.
const TOGETHER: u64 = 1;
/// Of a break inside a word that is wider than the line; no line is saved by parting much instead.
const CUT: u64 = 10 << 20;
/// The same beside a sign at which such a word may well be cut.
const CUT_AT_SIGN: u64 = 9 << 20;
/// The same where one syllable would stand alone.
const CUT_LONE: u64 = 1 << 34;
/// The same between a sign or unit and what it leans on.
const CUT_HARD: u64 = 1 << 44;
/// The same after a comma of a figure's thousands.
const CUT_THOUSANDS: u64 = 1 << 50;
/// The same between the digits of a figure.
const CUT_DIGITS: u64 = 1 << 56;
/// The looseness beyond which a line counts as unfilled, and hardly worse the less it holds.
const UNFILLED: f64 = 1e9;
/// What a difference between neighbouring lines of once their comfortable tension weighs, where evenness weighs as much as looseness.
const UNEVEN: f64 = 400.0;
/// The utmost of it, as a difference of ten would weigh.
const MOST_UNEVEN: f64 = 100.0 * UNEVEN;

impl Demerits {
    /// Whether all but their looseness is the same.
    pub(super) fn differ_in_looseness_alone(&self, other: &Demerits) -> bool {
        (self.cuts, self.lines, self.runt) == (other.cuts, other.lines, other.runt)
    }
}

impl Add for Demerits {
    type Output = Demerits;
    fn add(self, other: Demerits) -> Demerits {
        Demerits {
            cuts: self.cuts.saturating_add(other.cuts),
            lines: self.lines + other.lines,
            runt: self.runt + other.runt,
            looseness: self.looseness + other.looseness,
        }
    }
}

/// What a line costs.
pub(super) struct LineCost {
    /// How far the line is from its natural width.
    pub tension: f64,
    /// Whatever line stands above it.
    pub alone: Demerits,
    /// What being as full as the line above it weighs.
    evenness: f64,
}

impl LineCost {
    pub(crate) fn of(
        start: &Stop,
        end: &Stop,
        first: bool,
        candidate: &Candidate,
        measure: i64,
        fill: &Fill,
    ) -> LineCost {
        let mut tension = candidate.tension(measure, fill);
        let last = end.kind.is_last();
        if last {
            tension = tension.min(0.0);
        }
        let is_runt = last && !first && end.before.letters - start.before.letters <= fill.runt;
        let looseness = (10.0 + 100.0 * tension.abs().powi(3)).powi(2);
        let alone = Demerits {
            cuts: match end.kind {
                StopKind::CutDigits => CUT_DIGITS,
                StopKind::CutThousands => CUT_THOUSANDS,
                StopKind::CutHard => CUT_HARD,
                StopKind::CutLone => CUT_LONE,
                StopKind::Cut => CUT,
                StopKind::CutAtSign => CUT_AT_SIGN,
                StopKind::Within => TOGETHER,
                StopKind::Word | StopKind::Forced | StopKind::End => 0,
            },
            lines: 1,
            runt: is_runt.into(),
            looseness: if looseness < UNFILLED { looseness } else { UNFILLED * (1.0 + tension.abs() / 20.0) },
        };
        LineCost { tension, alone, evenness: if first || last { 0.0 } else { evenness(fill) } }
    }

    /// The looseness it has more below a line of so much tension.
    pub(crate) fn uneven(&self, above: f64) -> f64 {
        self.evenness * (UNEVEN * (self.tension - above).powi(2)).min(MOST_UNEVEN)
    }
}

/// The most that the line above can add to a line's looseness.
pub(super) fn most_uneven(fill: &Fill) -> f64 {
    evenness(fill) * MOST_UNEVEN
}

fn evenness(fill: &Fill) -> f64 {
    fill.evenness as f64 / 1e6
}
