//! The notes of a table, and the signs in its cells that point to them.

use crate::diag::{Diagnostic, Diagnostics, Relation, TableProblem};
use crate::model::report::{Cell, CellContent, Element, Sign, TableNote, Text};
use crate::model::source::Span;
use crate::read::decode::Typed;
use crate::read::outline;
use crate::read::resolve::text::lines;

/// The notes below a table, each after its sign, if it has one; signs that no note explains, and notes that a sign is missing for, are reported.
pub(super) fn notes(typed: &[Typed], cells: &[Cell], sink: &mut Diagnostics) -> Vec<TableNote> {
    let raised = raised_in(cells);
    let mut notes: Vec<TableNote> = Vec::new();
    for typed in typed {
        let content = &typed.content;
        let start = content.len() - content.trim_start().len();
        let end = content.trim_end().len().max(start);
        let sign = sign(&content[start..end], &raised).to_owned();
        let after = start + sign.len();
        let from = after + content[after..].len() - content[after..].trim_start().len();
        if from >= end {
            sink.report(TableProblem::NoteForm {}, typed.span());
            continue;
        }
        let text = outline::marked(typed, &lines(typed, from..end), sink);
        let first = notes.iter().find(|note| note.sign == sign && !is_general(&sign, &raised));
        if let Some(first) = first {
            let problem = TableProblem::NoteTwice { sign: sign.clone() };
            sink.push(Diagnostic::new(problem, typed.span()).related(first.text.origin.span, Relation::First));
        }
        notes.push(TableNote { sign, text });
    }
    for (sign, span) in &raised {
        if is_sign(sign) && notes.iter().all(|note| note.sign != *sign) {
            sink.report(TableProblem::SignWithoutNote { sign: (*sign).to_owned() }, *span);
        }
    }
    for note in notes.iter().filter(|note| !is_general(&note.sign, &raised)) {
        if raised.iter().all(|(sign, _)| *sign != note.sign) {
            sink.report(TableProblem::NoteWithoutSign { sign: note.sign.clone() }, note.text.origin.span);
        }
    }
    notes
}

/// The sign that a note begins with: one that a cell has raised, or one that notes and lists have; none for a plain text.
fn sign<'a>(content: &'a str, raised: &[(&str, Span)]) -> &'a str {
    let first = content.split_whitespace().next().unwrap_or_default();
    let is_short = first.chars().count() <= 4 && !first.contains('(');
    if raised.iter().any(|(sign, _)| *sign == first) || (is_short && is_sign(first)) {
        return first;
    }
    outline::note_sign(content).map_or("", |length| &content[..length])
}

/// Whether a note says something of the whole table, so that no cell need point to it: `※ …`, `주) …`, `* …` where no star is raised, a plain text.
fn is_general(sign: &str, raised: &[(&str, Span)]) -> bool {
    let pointed_to = raised.iter().any(|(raised, _)| *raised == sign);
    let counts =
        Sign::new(sign).numeral().is_some() || (is_sign(sign) && !sign.starts_with('*') && !sign.starts_with('주'));
    !pointed_to && !counts
}

/// What is raised in cells, and where.
fn raised_in(cells: &[Cell]) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    let mut visit = |text| found.extend(raised(text));
    for cell in cells {
        match &cell.content {
            CellContent::Text { text, .. } => visit(text),
            CellContent::Outline(elements) => texts(elements, &mut visit),
            CellContent::Corner { rows, columns } => [&**rows, &**columns].into_iter().for_each(&mut visit),
            CellContent::Graphic(_) => {}
        }
    }
    found
}

/// The raised stretches of a text, and where they were typed.
fn raised(text: &Text) -> impl Iterator<Item = (&str, Span)> {
    let raised = text.emphasis.iter().filter(|emphasis| emphasis.marks.raised);
    raised.map(|emphasis| (&text.content[emphasis.range.clone()], text.place(emphasis.range.clone())))
}

/// Whether raised letters can only be meant as the sign of a note: `1)`, `*`; the 2 of m² is not.
fn is_sign(raised: &str) -> bool {
    raised.ends_with(')') || (!raised.is_empty() && raised.chars().all(|character| "*†‡§".contains(character)))
}

fn texts<'a>(elements: &'a [Element], visit: &mut impl FnMut(&'a Text)) {
    for element in elements {
        match element {
            Element::Heading(text) | Element::Paragraph(text) | Element::Note { text, .. } => visit(text),
            Element::Item { text, children, .. } => {
                visit(text);
                texts(children, visit);
            }
            Element::Beside(elements) => texts(elements, visit),
            Element::Framed(framed) => {
                framed.text.iter().for_each(&mut *visit);
                texts(&framed.children, visit);
            }
            Element::Table(_) | Element::Graphic(_) => {}
        }
    }
}
