//! The report as a checker reads it: sections with their lines and tables, every figure and date in them read once.

pub(super) mod amount;
mod beside;
pub(super) mod bracket;
pub(super) mod cell;
pub(super) mod grid;
mod levels;
pub(super) mod words;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::model::report::{Allow, Department, Element, FrameKind, PartBody, Report, Sign, Status, Table, Text};
use crate::model::source::Span;
use crate::read::prose::{Dated, dates};
use amount::{Amount, amounts};
use grid::CheckedTable;

/// A report, read.
pub(super) struct Reading<'a> {
    /// The report.
    pub report: &'a Report,
    /// What it is read by: the cover, then each part's sections in order.
    pub sections: Vec<Section<'a>>,
    /// The year of its cover, or of its as-of dates.
    pub year: Option<i16>,
}

/// A stretch of the report that is checked and silenced as one.
pub(super) struct Section<'a> {
    /// What it is.
    pub kind: SectionKind,
    /// The department that it belongs to.
    pub department: Option<&'a Department>,
    /// What its author allows in it.
    pub allow: &'a [Allow],
    /// Its lines in order: title and the like first, then its outline.
    pub lines: Vec<Line<'a>>,
    /// Its tables in order, then those that only charts draw.
    pub tables: Vec<CheckedTable<'a>>,
    /// The tables that its charts draw.
    drawn: Vec<&'a Arc<Table>>,
    /// What it says beside them, in captions and figures, with the table that it is of.
    pub beside: Vec<(&'a Text, Option<usize>)>,
}

/// What a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SectionKind {
    /// Cover, titles of parts, back cover.
    Front,
    /// A department's name and the line that opens its projects.
    Department,
    /// A status section.
    Status,
    /// A project.
    Project,
}

/// A text with the figures and dates in it.
pub(super) struct Read<'a> {
    /// The text.
    pub text: &'a Text,
    /// Its dates, in order.
    pub dates: Vec<Dated>,
    /// Its amounts, in order.
    pub amounts: Vec<Amount<'a>>,
    /// What is raised in it: signs of notes, exponents, which are no part of a figure.
    pub raised: Vec<Range<usize>>,
}

impl<'a> Read<'a> {
    fn new(text: &'a Text) -> Read<'a> {
        let raised: Vec<_> = text.emphasis.iter().filter(|it| it.marks.raised).map(|it| it.range.clone()).collect();
        let dates = dates(&text.content);
        let amounts = amounts(&text.content, &dates, &raised);
        Read { text, dates, amounts, raised }
    }

    /// Whether a byte of it is raised.
    pub(crate) fn is_raised(&self, at: usize) -> bool {
        let next = self.raised.partition_point(|raised| raised.end <= at);
        self.raised.get(next).is_some_and(|raised| raised.contains(&at))
    }

    /// Where one of its amounts was typed.
    pub(crate) fn place(&self, amount: &Amount<'_>) -> Span {
        self.text.place(amount.range.clone())
    }

    /// The characters.
    pub(crate) fn content(&self) -> &'a str {
        &self.text.content
    }
}

/// A line of a section: a text that stands by itself.
pub(super) struct Line<'a> {
    /// Its text.
    pub read: Read<'a>,
    /// What it is.
    pub kind: LineKind,
    /// The line that it stands below, one level up.
    pub parent: Option<usize>,
    /// The heading that it stands under.
    pub heading: Option<usize>,
    /// The sign that its author typed.
    pub sign: Option<&'a Sign>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// A title: of a section, a part, a department.
    Title,
    /// What stands at the end of a title's line.
    Value,
    /// A summary, or text of the cover.
    Plain,
    /// `■ …`.
    Heading,
    /// `- …`.
    Item,
    /// `※ …`.
    Note,
    /// Text without a sign.
    Paragraph,
}

/// Reads a report.
pub(super) fn read(report: &Report) -> Reading<'_> {
    let mut sections = vec![front(report)];
    for part in &report.parts {
        match &part.body {
            PartBody::Overview(status) => sections.extend(status.iter().map(|status| status_section(status, None))),
            PartBody::Departments(departments) => departments.iter().for_each(|it| department(it, &mut sections)),
        }
    }
    let mut placed: BTreeSet<Span> = sections.iter().flat_map(|it| &it.tables).map(|grid| grid.table.span).collect();
    for section in &mut sections {
        let unplaced = section.drawn.iter().filter(|table| placed.insert(table.span));
        section.tables.extend(unplaced.map(|table| CheckedTable::read(table)));
    }
    let year = report.cover.dated.map(|date| date.year);
    let year = year.or_else(|| dates(&report.cover.title.content).first()?.year);
    Reading { report, sections, year }
}

fn front(report: &Report) -> Section<'_> {
    let cover = &report.cover;
    let mut section = Section::new(SectionKind::Front, None, &[]);
    section.line(&cover.title, LineKind::Title);
    let back = report.back_cover.as_ref().and_then(|back| back.text.as_ref());
    let texts = [Some(&cover.author), cover.slogan.as_ref(), cover.session.as_ref(), cover.date.as_ref(), back];
    texts.into_iter().flatten().for_each(|text| section.line(text, LineKind::Plain));
    report.parts.iter().for_each(|part| section.line(&part.title, LineKind::Title));
    let pictures = [cover.picture.as_ref(), report.back_cover.as_ref().and_then(|back| back.picture.as_ref())];
    let texts = pictures.into_iter().flatten().flat_map(beside::of_graphic);
    section.beside.extend(texts.map(|text| (text, None)));
    section
}

fn department<'a>(department: &'a Department, sections: &mut Vec<Section<'a>>) {
    let mut own = Section::new(SectionKind::Department, Some(department), &[]);
    own.line(&department.name, LineKind::Title);
    let bureau = department.bureau.iter().filter(|bureau| bureau.opens);
    bureau.for_each(|bureau| own.line(&bureau.name, LineKind::Title));
    department.division.iter().for_each(|division| own.line(division, LineKind::Title));
    sections.push(own);
    sections.extend(department.status.iter().map(|status| status_section(status, Some(department))));
    for project in &department.projects {
        let mut section = Section::new(SectionKind::Project, Some(department), &project.allow);
        section.line(&project.title, LineKind::Title);
        let labels = project.labels.iter().flatten();
        labels.for_each(|labelled| section.line(&labelled.whole, LineKind::Plain));
        project.summary.iter().for_each(|summary| section.line(summary, LineKind::Plain));
        section.outline(&project.body, None);
        sections.push(section);
    }
}

fn status_section<'a>(status: &'a Status, department: Option<&'a Department>) -> Section<'a> {
    let mut section = Section::new(SectionKind::Status, department, &status.allow);
    section.line(&status.title, LineKind::Title);
    status.value.iter().for_each(|value| section.line(value, LineKind::Value));
    section.outline(&status.body, None);
    section
}

impl<'a> Section<'a> {
    fn new(kind: SectionKind, department: Option<&'a Department>, allow: &'a [Allow]) -> Section<'a> {
        let (lines, tables, drawn, beside) = Default::default();
        Section { kind, department, allow, lines, tables, drawn, beside }
    }

    /// Its title.
    pub(crate) fn title(&self) -> Option<&Line<'a>> {
        self.lines.first()
    }

    /// Every text in it: its lines, and the captions and cells of its tables with the place of the table.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&Read<'a>, Option<usize>)> {
        let lines = self.lines.iter().map(|line| (&line.read, None));
        let cells =
            self.tables.iter().enumerate().flat_map(|(table, grid)| grid.texts().map(move |it| (it, Some(table))));
        lines.chain(cells)
    }

    /// Every text in it, with the place of its table, and that of the line that it is or stands below.
    pub(crate) fn texts_by_line(&self) -> impl Iterator<Item = (&Read<'a>, Option<usize>, Option<usize>)> {
        let lines = self.lines.iter().enumerate().map(|(index, line)| (&line.read, None, Some(index)));
        let cells = self.tables.iter().enumerate();
        let cells = cells.flat_map(|(table, grid)| grid.texts().map(move |it| (it, Some(table), grid.after)));
        lines.chain(cells)
    }

    fn line(&mut self, text: &'a Text, kind: LineKind) {
        self.lines.push(Line { read: Read::new(text), kind, parent: None, heading: None, sign: None });
    }

    fn outline(&mut self, elements: &'a [Element], parent: Option<usize>) {
        let mut heading = parent.and_then(|parent| self.lines[parent].heading);
        for element in elements {
            let (text, kind, sign) = match element {
                Element::Heading(text) => (text, LineKind::Heading, None),
                Element::Item { sign, text, .. } => (text, LineKind::Item, sign.as_ref()),
                Element::Note { sign, text } => (text, LineKind::Note, Some(sign)),
                Element::Paragraph(text) => (text, LineKind::Paragraph, None),
                Element::Table(table) => {
                    let place = Some(self.tables.len());
                    self.beside.extend(beside::of_table(table).into_iter().map(|text| (text, place)));
                    let after = self.lines.len().checked_sub(1);
                    let mut grid = CheckedTable::read(table);
                    grid.after = after;
                    grid.takes_unit(after.map(|line| self.lines[line].read.content()));
                    self.tables.push(grid);
                    continue;
                }
                Element::Beside(elements) => {
                    self.outline(elements, parent);
                    continue;
                }
                Element::Framed(framed) => {
                    let kind = match framed.kind {
                        FrameKind::Band => LineKind::Item,
                        FrameKind::Box => LineKind::Paragraph,
                    };
                    let within = framed.text.as_ref().map_or(parent, |text| {
                        self.lines.push(Line { read: Read::new(text), kind, parent, heading, sign: None });
                        Some(self.lines.len() - 1)
                    });
                    self.outline(&framed.children, within);
                    continue;
                }
                Element::Graphic(figure) => {
                    self.drawn.extend(beside::drawn(figure));
                    self.beside.extend(beside::of_graphic(figure).into_iter().map(|text| (text, None)));
                    continue;
                }
            };
            let index = self.lines.len();
            self.lines.push(Line { read: Read::new(text), kind, parent, heading, sign });
            match element {
                Element::Heading(_) => heading = Some(index),
                Element::Item { children, .. } => self.outline(children, Some(index)),
                _ => {}
            }
        }
    }
}
