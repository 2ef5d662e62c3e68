//! What a line costs: looseness and tightness, words cut, lonely last lines, neighbours filled unlike each other.

use super::fill::{Candidate, Fill};
use super::stops::{Stop, StopKind};

/// Demerits of a break inside a word that is wider than the line; more than lines can earn by being loose.
const CUT_WORD: f64 = 1e13;
/// The same within a figure, or between a sign and what it leans on.
const CUT_HARD: f64 = 1e15;
/// The same beside a sign at which such a word may well be cut.
const CUT_AT_SIGN: f64 = 0.9e13;
/// Demerits of a break within what belongs together.
const CUT_TOGETHER: f64 = 1e11;
/// The most demerits of a line whose blanks can be widened to the measure; beyond, they grow with its tension only.
const GAPING: f64 = 1e9;
/// Demerits of a last line of one or two syllables: rather is a line above it left unfilled.
const LONELY: f64 = 2e9;
/// Demerits of a line more, so that a paragraph takes as few lines as its limits allow.
const ANOTHER_LINE: f64 = 3e4;
/// Weight of the difference between neighbouring lines' fill.
const UNEVEN: f64 = 400.0;
/// Its utmost.
pub(super) const MOST_UNEVEN: f64 = 4e4;

/// What a line costs.
pub(super) struct LineCost {
    /// How far the line is from its natural width.
    pub tension: f64,
    /// Whatever line stands above it.
    pub alone: f64,
    /// Whether it is to be as full as the line above it.
    follows: bool,
}

impl LineCost {
    pub fn of(start: &Stop, end: &Stop, first: bool, candidate: &Candidate, measure: i64, fill: &Fill) -> LineCost {
        let mut tension = candidate.tension(measure, fill);
        let last = end.kind.is_last();
        let mut cost = ANOTHER_LINE;
        if last {
            tension = tension.min(0.0);
            if !first && end.before.letters - start.before.letters <= fill.lonely {
                cost += LONELY;
            }
        }
        let demerits = (10.0 + 100.0 * tension.abs().powi(3)).powi(2);
        cost += if demerits < GAPING { demerits } else { GAPING * (1.0 + tension.abs() / 20.0) };
        cost += match end.kind {
            StopKind::CutHard => CUT_HARD,
            StopKind::Cut => CUT_WORD,
            StopKind::CutAtSign => CUT_AT_SIGN,
            StopKind::Within => CUT_TOGETHER,
            StopKind::Word | StopKind::Forced | StopKind::End => 0.0,
        };
        LineCost { tension, alone: cost, follows: !first && !last }
    }

    /// What it costs more below a line of so much tension.
    pub fn uneven(&self, above: f64) -> f64 {
        if self.follows { (UNEVEN * (self.tension - above).powi(2)).min(MOST_UNEVEN) } else { 0.0 }
    }
}
