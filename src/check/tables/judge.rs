//! Which cell is to blame where relations don't hold: the one that alone would mend most of them, and break none that does.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::equation::{Equation, Why};
use super::view::Term;
use crate::check::number::figures;
use crate::check::read::grid::{CheckedTable, Track};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// A figure of the table: the place of its cell, and of the figure in it.
type Key = ((usize, usize), usize);

/// Says each slip once.
pub(super) fn judged(grid: &CheckedTable<'_>, equations: &[Equation<'_, '_>]) -> Vec<Diagnostic> {
    let mut by_figure: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (index, equation) in equations.iter().enumerate() {
        for (term, _) in equation.mends() {
            by_figure.entry(key(term)).or_default().push(index);
        }
    }
    let mut said = vec![false; equations.len()];
    let mut found = Vec::new();
    for (index, equation) in equations.iter().enumerate() {
        if equation.holds || said[index] {
            continue;
        }
        let blamed = blamed(equations, &by_figure, equation);
        match blamed {
            Some(blame) if blame.mended.len() > 1 && !blame.mended.iter().any(|mended| said[*mended]) => {
                blame.mended.iter().for_each(|mended| said[*mended] = true);
                found.extend(of_cell(grid, equations, equation, &blame));
            }
            _ => {
                said[index] = true;
                found.extend(of_equation(equations, equation));
            }
        }
    }
    found
}

fn key(term: &Term<'_, '_>) -> Key {
    (term.place, term.amount.range.start)
}

/// A figure that is to blame, and what it should be.
struct Blame<'e, 'g, 'a> {
    term: &'e Term<'g, 'a>,
    change: Decimal,
    /// The relations that it mends.
    mended: Vec<usize>,
}

/// The figure whose change mends more relations than that of any other, and breaks none.
fn blamed<'e, 'g, 'a>(
    equations: &'e [Equation<'g, 'a>],
    by_figure: &BTreeMap<Key, Vec<usize>>,
    equation: &'e Equation<'g, 'a>,
) -> Option<Blame<'e, 'g, 'a>> {
    let blames = equation.mends().map(|(term, change)| {
        let (mut mended, mut broken) = (Vec::new(), 0);
        for &other in by_figure.get(&key(term)).into_iter().flatten() {
            let own = equations[other].mends().find(|(its, _)| key(its) == key(term));
            let mends = own.is_some_and(|(_, needed)| (needed - change).abs() <= equations[other].result.reach.slack);
            match equations[other].holds {
                // Of relations of rounded figures small changes break none.
                true => broken += usize::from(own.is_none_or(|_| change.abs() > equations[other].result.reach.slack)),
                false if mends => mended.push(other),
                false => {}
            }
        }
        (mended.len() as isize - broken as isize, Blame { term, change, mended })
    });
    let mut blames: Vec<(isize, Blame<'e, 'g, 'a>)> = blames.collect();
    blames.sort_by_key(|(score, _)| -score);
    let second = blames.get(1).map_or(isize::MIN, |(score, _)| *score);
    let (score, best) = blames.into_iter().next()?;
    (score > second).then_some(best)
}

/// As it would be typed, in the scale and with the unit of a figure.
fn shown(term: &Term<'_, '_>, value: Decimal) -> Option<String> {
    let scale = 10_u64.checked_pow(term.amount.scale).map(Decimal::from)?;
    let value = value.checked_div(scale)?.normalize();
    Some(numbers::change(value) + term.amount.suffix(term.cell.read.content()))
}

fn name(tracks: &[Track], index: usize) -> String {
    tracks.iter().find(|track| track.index == index).map(Track::name).unwrap_or_default()
}

/// One figure is wrong in more than one relation.
fn of_cell(
    grid: &CheckedTable<'_>,
    equations: &[Equation<'_, '_>],
    first: &Equation<'_, '_>,
    blame: &Blame<'_, '_, '_>,
) -> Option<Diagnostic> {
    // A total that is off in both directions is told by its own sum.
    if key(blame.term) == key(&first.result) && first.why == Why::Total {
        return of_equation(equations, first);
    }
    let value = blame.term.reach.value;
    let problem = SumProblem::Cell {
        name: name(&grid.columns, blame.term.place.1),
        place: name(&grid.rows, blame.term.place.0),
        shown: shown(blame.term, value)?,
        right: shown(blame.term, value.checked_add(blame.change)?)?,
        others: blame.mended.len(),
    };
    let mut places: Vec<(Key, crate::model::source::Span, Relation)> = Vec::new();
    for mended in &blame.mended {
        let equation = &equations[*mended];
        let whole = (&equation.result, Relation::Whole);
        for (term, relation) in equation.parts.iter().map(|(_, part)| (part, Relation::Part)).chain([whole]) {
            if key(term) != key(blame.term) && !places.iter().any(|(known, _, _)| *known == key(term)) {
                places.push((key(term), term.span(), relation));
            }
        }
    }
    let diagnostic = Diagnostic::new(problem, blame.term.span());
    Some(places.into_iter().fold(diagnostic, |it, (_, place, relation)| it.related(place, relation)))
}

fn of_equation(equations: &[Equation<'_, '_>], equation: &Equation<'_, '_>) -> Option<Diagnostic> {
    let result = &equation.result;
    let parts: Vec<Decimal> = equation.parts.iter().map(|(_, part)| part.reach.value).collect();
    let sum = result.reach.value.checked_sub(equation.off)?;
    let problem = match equation.why {
        Why::Total => {
            let figures = figures(result.cell.read.content(), result.amount, &parts, equation.off)?;
            SumProblem::Table { name: equation.name.clone(), place: equation.place.clone(), figures }
        }
        why => {
            let (name, place, formula) = (equation.name.clone(), equation.place.clone(), equation.formula.clone());
            let (given, right) = (shown(result, result.reach.value)?, shown(result, sum)?);
            let (off, less) = (shown(result, equation.off.abs())?, equation.off.is_sign_negative());
            let alike = |other: &&Equation<'_, '_>| other.holds && other.name == name && other.formula == formula;
            let rows = equations.iter().filter(alike).count();
            match why {
                Why::Data if !formula.is_empty() => {
                    SumProblem::Usual { name, place, formula, right, shown: given, rows, off, less }
                }
                Why::Data => {
                    let figures = figures(result.cell.read.content(), result.amount, &parts, equation.off)?;
                    SumProblem::Table { name, place, figures }
                }
                _ => SumProblem::Said { name, place, formula, right, shown: given, off, less },
            }
        }
    };
    let diagnostic = Diagnostic::new(problem, result.span());
    Some(equation.parts.iter().fold(diagnostic, |it, (_, part)| it.related(part.span(), Relation::Part)))
}
