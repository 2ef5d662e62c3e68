//! A walk over the parts of a report in reading order, for what concerns all of it.

use std::sync::Arc;

use crate::model::report::{CellContent, Element, Graphic, Part, PartBody, Project, Status, Table, Text};

/// What a walk comes by.
pub(super) enum Visited<'a> {
    /// A table, before what stands in its cells.
    Table(&'a mut Table),
    /// An image or chart.
    Graphic(&'a mut Graphic),
    /// A project: its part, department and number in it, from 0.
    Project([usize; 3], &'a Project),
    /// A text that knows marks of emphasis; captions are left out, which stand in lists as well.
    Text(&'a mut Text),
}

/// What is done with it.
type Visit<'v> = &'v mut dyn FnMut(Visited<'_>);

/// Walks the parts of a report.
pub(super) fn walk(parts: &mut [Part], visit: Visit<'_>) {
    for (part, content) in parts.iter_mut().enumerate() {
        match &mut content.body {
            PartBody::Overview(sections) => sections.iter_mut().for_each(|section| status(section, visit)),
            PartBody::Departments(departments) => {
                for (department, content) in departments.iter_mut().enumerate() {
                    content.status.iter_mut().for_each(|section| status(section, visit));
                    for (number, content) in content.projects.iter_mut().enumerate() {
                        visit(Visited::Project([part, department, number], content));
                        let labels = content.labels.iter_mut().flatten();
                        labels.for_each(|labelled| visit(Visited::Text(&mut labelled.whole)));
                        content.summary.iter_mut().for_each(|summary| visit(Visited::Text(summary)));
                        elements(&mut content.body, visit);
                    }
                }
            }
        }
    }
}

fn status(status: &mut Status, visit: Visit<'_>) {
    status.value.iter_mut().for_each(|value| visit(Visited::Text(value)));
    elements(&mut status.body, visit);
}

fn elements(elements: &mut [Element], visit: Visit<'_>) {
    for element in elements {
        match element {
            Element::Heading(text) | Element::Paragraph(text) | Element::Note { text, .. } => {
                visit(Visited::Text(text))
            }
            Element::Item { text, children, .. } => {
                visit(Visited::Text(text));
                self::elements(children, visit);
            }
            Element::Beside(beside) => self::elements(beside, visit),
            Element::Framed(framed) => {
                framed.text.iter_mut().for_each(|text| visit(Visited::Text(text)));
                self::elements(&mut framed.children, visit);
            }
            // No one else holds it any more.
            Element::Table(content) => table(Arc::make_mut(content), visit),
            Element::Graphic(content) => visit(Visited::Graphic(content)),
        }
    }
}

fn table(table: &mut Table, visit: Visit<'_>) {
    visit(Visited::Table(table));
    for cell in table.grid.contents_mut() {
        match &mut cell.content {
            CellContent::Text { text, .. } => visit(Visited::Text(text)),
            CellContent::Corner { rows, columns } => {
                [rows, columns].into_iter().for_each(|text| visit(Visited::Text(text)))
            }
            CellContent::Graphic(content) => visit(Visited::Graphic(content)),
            CellContent::Outline(content) => elements(content, visit),
        }
    }
    table.notes.iter_mut().for_each(|note| visit(Visited::Text(&mut note.text)));
    table.source.iter_mut().for_each(|source| visit(Visited::Text(source)));
}
