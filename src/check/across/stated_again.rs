//! A figure of one name in two projects of a department has one value.

use std::collections::BTreeMap;

use crate::check::found::Found;
use crate::check::read::words::{label, squeezed};
use crate::check::read::{LineKind, Reading, SectionKind};
use crate::diag::{AcrossProblem, Diagnostic, Relation};
use crate::model::source::Span;

/// Names shorter than this are those of anything: 사업비, 투표소.
const LONG: usize = 10;

/// What tells a figure: department, heading, name and unit.
type Key<'a> = (Span, String, String, &'a str);
/// The section that states it first, its value, and its place.
type Stated = (usize, String, Span);

/// Looks at the items of each department's projects.
pub(in crate::check) fn stated_again(reading: &Reading<'_>, found: &mut Found) {
    let mut first: BTreeMap<Key<'_>, Stated> = BTreeMap::new();
    for (index, section) in reading.sections.iter().enumerate() {
        let Some(department) = section.department.filter(|_| section.kind == SectionKind::Project) else { continue };
        for line in section.lines.iter().filter(|line| line.kind == LineKind::Item) {
            let text = line.read.content();
            let Some((name, after)) = label(text) else { continue };
            let mut amounts = line.read.amounts.iter().filter(|amount| amount.range.start >= after);
            let (Some(amount), None) = (amounts.next(), amounts.next()) else { continue };
            let alone = text[after..amount.range.start].trim().is_empty() && text[amount.range.end..].trim().is_empty();
            let name = squeezed(name);
            if !alone || name.chars().count() < LONG || amount.unit.is_empty() {
                continue;
            }
            let heading = line.heading.map_or("", |heading| section.lines[heading].read.content());
            let key = (department.name.origin.span, squeezed(heading), name.clone(), amount.unit);
            let (here, place) = (text[amount.range.clone()].to_owned(), line.read.place(amount));
            match first.get(&key) {
                Some((stated, there, other)) if *stated != index => {
                    found.ledger.add("stated-again", *there == here, place, [('=', *other)]);
                    if *there == here {
                        continue;
                    }
                    let problem = AcrossProblem::StatedAgain { name, here, there: there.clone() };
                    found.push(index, None, Diagnostic::new(problem, place).related(*other, Relation::First));
                }
                Some(_) => {}
                None => {
                    first.insert(key, (index, here, place));
                }
            }
        }
    }
}
