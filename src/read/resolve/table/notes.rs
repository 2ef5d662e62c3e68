//! The notes of a table, and the signs in its cells that point to them.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, Relation, TableProblem};
use crate::model::report::{Cell, CellContent, Element, TableNote, Text};
use crate::model::source::Span;
use crate::read::decode::Typed;
use crate::read::outline;
use crate::read::resolve::text::lines;

/// The notes below a table, each after its sign and a blank.
pub(super) fn notes(typed: &[Typed], sink: &mut Diagnostics) -> Vec<TableNote> {
    let mut notes: Vec<TableNote> = Vec::new();
    for typed in typed {
        let content = &typed.content;
        let start = content.len() - content.trim_start().len();
        let sign = content[start..].split_whitespace().next().unwrap_or_default().to_owned();
        let after = start + sign.len();
        let from = after + content[after..].len() - content[after..].trim_start().len();
        if from >= content.trim_end().len() {
            sink.report(TableProblem::NoteForm {}, typed.span());
            continue;
        }
        let text = outline::marked(typed, &lines(typed, from..content.trim_end().len()), sink);
        if let Some(first) = notes.iter().find(|note| note.sign == sign) {
            let problem = TableProblem::NoteTwice { sign: sign.clone() };
            sink.push(Diagnostic::new(problem, typed.span()).related(first.text.origin.span, Relation::First));
        }
        notes.push(TableNote { sign, text });
    }
    notes
}

/// Reports signs that no note explains, and notes that no sign points to.
pub(super) fn match_signs(cells: &[Cell], notes: &[TableNote], sink: &mut Diagnostics) {
    let mut used = BTreeSet::new();
    let mut visit = |text: &Text| {
        for (sign, span) in raised(text) {
            let known = notes.iter().any(|note| note.sign == sign);
            if !known && is_sign(sign) {
                sink.report(TableProblem::SignWithoutNote { sign: sign.to_owned() }, span);
            }
            used.insert(sign.to_owned());
        }
    };
    for cell in cells {
        match &cell.content {
            CellContent::Text { text, .. } => visit(text),
            CellContent::Outline(elements) => texts(elements, &mut visit),
            CellContent::Corner { rows, columns } => [&**rows, &**columns].into_iter().for_each(&mut visit),
            CellContent::Graphic(_) => {}
        }
    }
    for note in notes.iter().filter(|note| !used.contains(&note.sign)) {
        sink.report(TableProblem::NoteWithoutSign { sign: note.sign.clone() }, note.text.origin.span);
    }
}

/// The raised stretches of a text, and where they were typed.
fn raised(text: &Text) -> impl Iterator<Item = (&str, Span)> {
    let raised = text.emphasis.iter().filter(|emphasis| emphasis.marks.raised);
    raised.map(|emphasis| (&text.content[emphasis.range.clone()], text.place(emphasis.range.clone())))
}

/// Whether raised letters can only be meant as the sign of a note: `1)`, `*`; the 2 of m² is not.
fn is_sign(raised: &str) -> bool {
    raised.ends_with(')') || raised.chars().all(|character| "*†‡§".contains(character))
}

fn texts(elements: &[Element], visit: &mut impl FnMut(&Text)) {
    for element in elements {
        match element {
            Element::Heading(text) | Element::Paragraph(text) | Element::Note { text, .. } => visit(text),
            Element::Item { text, children, .. } => {
                visit(text);
                texts(children, visit);
            }
            Element::Beside(elements) => texts(elements, visit),
            Element::Table(_) | Element::Graphic(_) => {}
        }
    }
}
