//! What a report says beside its lines and cells: captions, days of tables, what stands in charts and frames.

use std::sync::Arc;

use crate::model::report::chart::Row;
use crate::model::report::{AsOf, CellContent, Chart, Element, Graphic, GraphicKind, Table, Text};

/// Beside the cells of a table.
pub(super) fn of_table(table: &Table) -> Vec<&Text> {
    let mut texts: Vec<&Text> = table.caption.iter().map(|caption| &caption.text).collect();
    if let Some(AsOf::Day(text) | AsOf::Typed(text)) = &table.as_of {
        texts.push(text);
    }
    for cell in table.grid.contents() {
        match &cell.content {
            CellContent::Graphic(graphic) => texts.extend(of_graphic(graphic)),
            CellContent::Outline(elements) => of_outline(elements, &mut texts),
            CellContent::Text { .. } | CellContent::Corner { .. } => {}
        }
    }
    texts
}

/// The table that a graphic draws.
pub(super) fn drawn(graphic: &Graphic) -> Option<&Arc<Table>> {
    match &graphic.kind {
        GraphicKind::Unfilled(_, table) => Some(table),
        GraphicKind::Chart(chart) => match &**chart {
            Chart::Data(chart) => Some(&chart.table),
            Chart::Organisation(_) | Chart::Process(_) | Chart::Timeline(_) => None,
        },
        GraphicKind::Picture(_) | GraphicKind::Placeholder(_) => None,
    }
}

/// The figures of an outline in a cell, which has no tables.
fn of_outline<'a>(elements: &'a [Element], texts: &mut Vec<&'a Text>) {
    for element in elements {
        match element {
            Element::Graphic(graphic) => texts.extend(of_graphic(graphic)),
            Element::Item { children: elements, .. } | Element::Beside(elements) => of_outline(elements, texts),
            Element::Framed(framed) => of_outline(&framed.children, texts),
            Element::Heading(_) | Element::Note { .. } | Element::Paragraph(_) | Element::Table(_) => {}
        }
    }
}

/// In a graphic and below it.
pub(super) fn of_graphic(graphic: &Graphic) -> Vec<&Text> {
    let mut texts: Vec<&Text> = graphic.caption.iter().map(|caption| &caption.text).collect();
    match &graphic.kind {
        GraphicKind::Picture(_) => {}
        GraphicKind::Placeholder(text) => texts.push(text),
        // Its table is read as tables are.
        GraphicKind::Unfilled(..) => {}
        GraphicKind::Chart(chart) => match &**chart {
            Chart::Organisation(highest) => highest.each(0, &mut |_, office| {
                texts.extend(office.caption.texts().chain(office.aside.iter().flat_map(|aside| aside.texts())));
            }),
            Chart::Process(process) => texts.extend(process.texts()),
            Chart::Timeline(timeline) => timeline.rows.iter().for_each(|row| match row {
                Row::Group(text) => texts.push(text),
                Row::Task(task) => {
                    texts.push(&task.name);
                    texts.extend(task.times.iter().flat_map(|time| &time.note));
                }
            }),
            Chart::Data(chart) => texts.extend(&chart.unit),
        },
    }
    texts
}
