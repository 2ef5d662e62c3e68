//! Brackets and quotes are closed where they are opened.

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::check::read::bracket::{self, other_half};
use crate::diag::{Diagnostic, WritingProblem};

/// Looks at every text.
pub(in crate::check) fn brackets(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            let alone = bracket::brackets(read.content()).1.into_iter();
            for alone in alone.filter(|alone| !read.is_raised(alone.range.start)) {
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
