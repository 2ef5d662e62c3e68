//! 누계 grows from line to line by what is added in each.

use super::columns::Figures;
use super::equation::{Equation, Why};
use super::view::Entry;
use crate::check::read::words::is_cumulation;

/// What a column called 누계 comes to in each line, by the column beside it that most lines bear out.
pub(super) fn cumulations<'g, 'a>(figures: &Figures<'g, 'a>) -> Vec<Equation<'g, 'a>> {
    let named = figures.counted.iter().filter(|track| figures.view.tracks()[**track].is(is_cumulation));
    let found = named.flat_map(|&track| {
        let ways = figures.near(track).into_iter().map(|added| steps(figures, track, added));
        let held = |way: &Vec<Equation<'g, 'a>>| way.iter().filter(|equation| equation.holds).count();
        let borne_out = ways.filter(|way| held(way) > 1 && held(way) * 2 >= way.len());
        borne_out.max_by_key(held).unwrap_or_default()
    });
    found.collect()
}

/// Each line with the one before it.
fn steps<'g, 'a>(figures: &Figures<'g, 'a>, track: usize, added: usize) -> Vec<Equation<'g, 'a>> {
    let (tracks, lines) = (figures.view.tracks(), figures.view.lines());
    let told: Vec<usize> = figures.lines().collect();
    let steps = told.windows(2).filter_map(|pair| {
        let [first, second] = pair else { return None };
        let (before, now) = (figures.figure(track, *first)?, figures.figure(track, *second)?);
        let parts = match figures.entry(added, *second) {
            Entry::Figure(term) => vec![(false, before), (false, term)],
            Entry::Dash => vec![(false, before)],
            Entry::Blank | Entry::Other => return None,
        };
        let equation = Equation::new(Why::Head, now, parts)?;
        let formula = format!("{} + {}", lines[*first].short_name(), tracks[added].short_name());
        Some(Equation { name: tracks[track].short_name(), place: lines[*second].name(), formula, ..equation })
    });
    steps.collect()
}
