//! A figure of a line equals those of the items below it: `사업비 : 234,490천원` and its two kinds.

use rust_decimal::Decimal;

use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::number::figures;
use crate::check::read::amount::Amount;
use crate::check::read::words::{compares, is_open, label};
use crate::check::read::{Line, LineKind, Reading, Section};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::model::source::Span;

/// Looks at every line that has items below it.
pub(in crate::check) fn items(reading: &Reading<'_>, found: &mut Found) {
    for (index, section) in reading.sections.iter().enumerate() {
        for diagnostic in of_section(section, &mut found.ledger) {
            found.push(index, None, diagnostic);
        }
    }
}

fn of_section(section: &Section<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    // The items of each line, found in one walk.
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); section.lines.len()];
    for (index, line) in section.lines.iter().enumerate() {
        let under = line.parent.or(line.heading.filter(|_| line.kind != LineKind::Heading));
        if let Some(under) = under.filter(|_| matches!(line.kind, LineKind::Item)) {
            below[under].push(index);
        }
    }
    let lines = section.lines.iter().zip(below).filter(|(_, items)| items.len() > 1);
    lines
        .filter_map(|(line, items)| {
            sum(line, &items.iter().map(|&item| &section.lines[item]).collect::<Vec<_>>(), ledger)
        })
        .collect()
}

fn sum(line: &Line<'_>, items: &[&Line<'_>], ledger: &mut Ledger) -> Option<Diagnostic> {
    let total = stated(line, None)?;
    let parts: Vec<&Amount<'_>> = items.iter().map(|item| stated(item, Some(total.unit))).collect::<Option<_>>()?;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value()?))?;
    let off = total.value()?.checked_sub(sum)?;
    let finer = parts.iter().any(|part| part.scale < total.scale);
    let slack = if finer { total.half_step()? } else { Decimal::ZERO };
    let places: Vec<Span> = items.iter().zip(&parts).map(|(item, part)| item.read.place(part)).collect();
    ledger.add("item-sum", off.abs() <= slack, line.read.place(total), places.iter().map(|place| ('+', *place)));
    if off.abs() <= slack {
        return None;
    }
    let values: Vec<Decimal> = parts.iter().filter_map(|part| part.value()).collect();
    let problem = SumProblem::Items { figures: figures(line.read.content(), total, &values, off)? };
    let diagnostic = Diagnostic::new(problem, line.read.place(total));
    Some(places.into_iter().fold(diagnostic, |it, place| it.related(place, Relation::Part)))
}

/// The figure that a line states after its label, if it is the only one and nothing but brackets follows it.
fn stated<'r, 'a>(line: &'r Line<'a>, unit: Option<&str>) -> Option<&'r Amount<'a>> {
    let text = line.read.content();
    let (label, after) = label(text)?;
    let mut figures = line.read.amounts.iter().filter(|amount| amount.range.start >= after);
    let amount = figures.next()?;
    let alone = text[after..amount.range.start].trim().trim_start_matches('총').is_empty();
    let rest = text[amount.range.end..].trim_start();
    let followed = rest.is_empty() || rest.starts_with(['(', '※']);
    let fits = unit.is_none_or(|unit| unit == amount.unit) && !matches!(amount.unit, "" | "%" | "년" | "월" | "일");
    (alone && followed && fits && !compares(label) && !is_open(label)).then_some(amount)
}
