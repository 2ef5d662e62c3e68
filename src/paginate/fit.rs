//! Fitting: the gentlest tightening that saves a page, searched over one scale.
//!
//! Officials do this by hand, closing gaps first, then line spacing, then type. `place` is pure, so the search is a
//! bisection over the steps of that order.

use crate::layout::{Block, Cx, Frame, Scale};
use crate::len::{Len, Ratio};
use crate::theme::Theme;

use super::pages;

/// Steps for each means. Finer steps are not visible; line spacing goes down by one and a half points of percent a step.
const STEPS: i64 = 14;

/// How a chapter was tightened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tightening {
    /// The scale it is set at.
    pub scale: Scale,
    /// The line spacing of its body text.
    pub leading: Ratio,
    /// The type size of its body text.
    pub size: Len,
}

/// A chapter's pages, tightened where that takes fewer of them; and how.
pub fn fit(block: &Block, theme: &Theme) -> (Vec<Frame>, Option<Tightening>) {
    let (width, height) = theme.text_area();
    let set = |step: i64| pages(block, &Cx { scale: scale(theme, step) }, width, height);
    let natural = set(0);
    if natural.len() <= 1 {
        return (natural, None);
    }
    let tightest = set(3 * STEPS);
    if tightest.len() >= natural.len() {
        return (natural, None);
    }
    // From `low` the chapter takes too many pages, from `high` it doesn't.
    let (mut low, mut high) = (0, 3 * STEPS);
    let mut best = tightest;
    while high - low > 1 {
        let middle = (low + high) / 2;
        let tried = set(middle);
        if tried.len() <= best.len() {
            (high, best) = (middle, tried);
        } else {
            low = middle;
        }
    }
    let scale = scale(theme, high);
    let body = &theme.def.item[0].text;
    let tightening = Tightening {
        scale,
        leading: Ratio::from_f64(body.leading).times(scale.leading),
        size: body.size.scale(scale.size),
    };
    (best, Some(tightening))
}

/// The scale after some steps: gaps close first, then line spacing, then type shrinks.
fn scale(theme: &Theme, step: i64) -> Scale {
    let limits = &theme.def.tighten;
    let least_leading = limits.leading / theme.def.item[0].text.leading;
    let towards = |least: f64, steps: i64| {
        let part = steps.clamp(0, STEPS) as f64 / STEPS as f64;
        Ratio::from_f64(1.0 - (1.0 - least.clamp(0.0, 1.0)) * part)
    };
    Scale {
        gaps: towards(limits.gaps, step),
        leading: towards(least_leading, step - STEPS),
        size: towards(limits.size, step - 2 * STEPS),
    }
}
