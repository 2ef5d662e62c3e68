//! A line gives the total of the table that it stands above: `사업비 : 총 834,158천원`.

use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::reach::Reach;
use crate::check::read::amount::Amount;
use crate::check::read::cell::Figures;
use crate::check::read::grid::{CheckedTable, Track};
use crate::check::read::words::{compares, declares_total, squeezed};
use crate::check::read::{Line, LineKind, Reading, Section};
use crate::diag::{AcrossProblem, Diagnostic, Relation};

/// As many lines above a table may speak of it.
const ABOVE: usize = 3;
/// What a line calls the whole of a table.
const WHOLES: [&str; 5] = ["총", "합계", "총계", "계", "전체"];

/// Looks at the lines above every table.
pub(in crate::check) fn stated(reading: &Reading<'_>, found: &mut Found) {
    for (index, section) in reading.sections.iter().enumerate() {
        for (table, grid) in section.tables.iter().enumerate() {
            // A line above two tables speaks of either.
            let beside = section.tables.iter().filter(|other| other.after == grid.after).count() > 1;
            for line in above(section, grid).filter(|_| !beside) {
                let said = of_line(line, grid, &mut found.ledger);
                said.into_iter().for_each(|said| found.push(index, Some(table), said));
            }
        }
    }
}

/// The lines that stand above a table below the same heading, the heading with them.
fn above<'s, 'a>(section: &'s Section<'a>, grid: &CheckedTable<'_>) -> impl Iterator<Item = &'s Line<'a>> {
    let last = grid.after.unwrap_or(0);
    let first = grid.after.map_or(1, |after| (after + 1).saturating_sub(ABOVE));
    let heading =
        section.lines.get(last).map(|line| if line.kind == LineKind::Heading { Some(last) } else { line.heading });
    let lines = section.lines.iter().enumerate().take(last + 1).skip(first);
    let between = section.tables.iter().filter_map(|other| other.after).filter(move |other| *other < last).max();
    lines
        .filter(move |(at, line)| {
            let own = heading == Some(line.heading) || heading == Some(Some(*at));
            own && between.is_none_or(|between| *at > between)
                && matches!(line.kind, LineKind::Heading | LineKind::Item)
        })
        .map(|(_, line)| line)
}

/// The figures of a line that the table gives otherwise: they are called the whole, or by the name of a column, and are in its unit.
fn of_line(line: &Line<'_>, grid: &CheckedTable<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let text = line.read.content();
    if compares(text) || text.contains(['→', '~']) {
        return Vec::new();
    }
    let said =
        line.read.amounts.iter().filter(|amount| !amount.unit.is_empty() && amount.unit != "%").filter_map(|amount| {
            let before = text[..amount.digits_start()].trim_end().trim_end_matches([':', '：']).trim_end();
            let name = before.rsplit(|c: char| !c.is_alphanumeric() && !c.is_whitespace()).next().unwrap_or_default();
            let word = squeezed(name);
            let whole = WHOLES.iter().any(|it| word == *it) || word.ends_with('총');
            let totals: Vec<(&Track, &Figures<'_>, &Amount<'_>)> = totals(grid, amount).collect();
            let named: Vec<_> = totals
                .iter()
                .filter(|(column, _, _)| {
                    !word.is_empty() && column.path.iter().any(|label| squeezed(&bare(&label.word)) == word)
                })
                .collect();
            let (column, cell, given) = match (named.as_slice(), totals.as_slice()) {
                ([only], _) => **only,
                ([], [only]) if whole => *only,
                _ => return None,
            };
            let here = Reach {
                value: amount.value()?,
                slack: if amount.is_rounded() == Some(true) { amount.half_step()? } else { Default::default() },
            };
            let there = there(grid, column, given, amount)?;
            ledger.add("total-differs", here.meets(there), line.read.place(amount), [('=', cell.read.place(given))]);
            if here.meets(there) {
                return None;
            }
            let shown = |amount: &Amount<'_>, text: &str| text[amount.range.clone()].to_owned();
            let problem = AcrossProblem::TotalDiffers {
                here: shown(amount, text),
                there: shown(given, cell.read.content()),
                name: column.name(),
            };
            let diagnostic = Diagnostic::new(problem, line.read.place(amount));
            Some(diagnostic.related(cell.read.place(given), Relation::Elsewhere))
        });
    said.collect()
}

fn bare(label: &str) -> String {
    label.split('(').next().unwrap_or_default().to_owned()
}

/// The figures in the row of totals that are in the unit of an amount: of their cell, their column or the table.
fn totals<'g, 'a>(
    grid: &'g CheckedTable<'a>,
    amount: &Amount<'_>,
) -> impl Iterator<Item = (&'g Track, &'g Figures<'a>, &'g Amount<'a>)> {
    let mut rows = grid.rows.iter().filter(|row| {
        row.path.iter().all(|label| label.word.is_empty() || declares_total(&label.word)) && !row.path.is_empty()
    });
    let row = rows.next().filter(|_| rows.next().is_none());
    let columns = row.into_iter().flat_map(|row| grid.columns.iter().map(move |column| (row, column)));
    columns.filter_map(move |(row, column)| {
        let cell = grid.cell(row.index, column.index)?;
        let mut amounts = cell.amounts();
        let given = amounts.next().filter(|_| amounts.next().is_none())?;
        let unit = unit_of(grid, column, given)?;
        (unit == amount.unit || unit.ends_with(amount.unit) && power(&unit, amount.unit).is_some())
            .then_some((column, cell, given))
    })
}

/// The unit of a figure in the row of totals, with its scale.
fn unit_of(grid: &CheckedTable<'_>, column: &Track, given: &Amount<'_>) -> Option<String> {
    let own = (!given.unit.is_empty()).then(|| given.unit.to_owned());
    own.or_else(|| column.unit().map(str::to_owned))
        .or_else(|| grid.unit_words())
        .filter(|unit| !unit.contains(['/', ',']))
}

/// The power of ten by which `천원` is more than `원`.
fn power(unit: &str, base: &str) -> Option<u32> {
    match unit.strip_suffix(base)? {
        "" => Some(0),
        "천" => Some(3),
        "만" => Some(4),
        "백만" => Some(6),
        "억" => Some(8),
        "십억" => Some(9),
        _ => None,
    }
}

fn there(grid: &CheckedTable<'_>, column: &Track, given: &Amount<'_>, amount: &Amount<'_>) -> Option<Reach> {
    let unit = unit_of(grid, column, given)?;
    let scale = if given.unit.is_empty() { power(&unit, amount.unit)? } else { 0 };
    let times = rust_decimal::Decimal::from(10_u64.checked_pow(scale)?);
    let slack = if scale > 0 || given.is_rounded() == Some(true) {
        given.half_step()?.checked_mul(times)?
    } else {
        Default::default()
    };
    Some(Reach { value: given.value()?.checked_mul(times)?, slack })
}
