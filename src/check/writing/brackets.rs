//! Brackets and quotes are closed where they are opened.

use crate::check::found::Found;
use crate::check::read::bracket::{self, Alone, other_half};
use crate::check::read::{Read, Reading, Section};
use crate::diag::{Diagnostic, WritingProblem};

/// As many lines may stand between a half and the other: a sentence that goes on in the next item.
const NEAR: usize = 3;

/// Looks at every text.
pub(in crate::check) fn brackets(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        let over_lines = over_lines(it);
        for (read, table, line) in it.texts_by_line() {
            for alone in alone(read) {
                // Cells stand for themselves.
                if table.is_none() && line.is_some_and(|line| over_lines.contains(&(line, alone.range.start))) {
                    continue;
                }
                let (sign, other) = (alone.sign, other_half(alone.sign));
                let problem = match alone.opens {
                    true => WritingProblem::Unclosed { sign, other },
                    false => WritingProblem::Unopened { sign, other },
                };
                found.push(section, table, Diagnostic::new(problem, read.text.place(alone.range)));
            }
        }
    }
}

fn alone(read: &Read<'_>) -> impl Iterator<Item = Alone> {
    bracket::brackets(read.content()).1.into_iter().filter(|alone| !read.is_raised(alone.range.start))
}

/// The halves that have their other half in a line nearby, by their line and place.
fn over_lines(section: &Section<'_>) -> Vec<(usize, usize)> {
    let mut open: Vec<(usize, Alone)> = Vec::new();
    let mut paired = Vec::new();
    for (line, it) in section.lines.iter().enumerate() {
        for alone in alone(&it.read) {
            if alone.opens {
                open.push((line, alone));
                continue;
            }
            let other = other_half(alone.sign);
            let opened = open
                .iter()
                .rposition(|(begun, opening)| opening.sign == other && *begun < line && line - begun <= NEAR);
            if let Some(opened) = opened {
                let (begun, opening) = open.remove(opened);
                paired.extend([(begun, opening.range.start), (line, alone.range.start)]);
            }
        }
    }
    paired
}
