//! The report as meant: numbers given, cells on a dense grid, blocks placed, names resolved.

mod caption;
pub(crate) mod chart;
mod framed;
mod graphic;
mod labelled;
mod part;
mod sign;
mod table;
mod text;
mod thing;

pub(crate) use caption::{Caption, CaptionKind, Listed, Lists};
pub(crate) use chart::{Chart, DataChart, DataKind, Picked};
pub(crate) use framed::{BAND, FrameKind, Framed};
pub(crate) use graphic::{Graphic, GraphicKind, GraphicWidth, Picture, Shown};
pub(crate) use labelled::Labelled;
pub(crate) use part::{Bureau, Department, Flow, Opening, Part, PartBody};
pub(crate) use sign::{Numeral, Series, Sign};
pub(crate) use table::{
    AsOf, Cell, CellContent, Column, ColumnAlign, ColumnWidth, GridLine, Keep, Styled, Table, TableNote, Turn,
};
pub(crate) use text::{Emphasis, Marks, Origin, Reference, Target, Text};
pub(crate) use thing::Thing;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::source::Span;

/// What stands where something remains to be filled in: tortoise-shell brackets around a blank. A report that is carried over gets it, and the check looks for it.
pub(crate) const TO_FILL: &str = "〔 〕";

/// A whole report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Report {
    /// The folder's name; the output is called after it.
    pub name: String,
    /// The template it is set in.
    pub template: String,
    /// What stands on the cover.
    pub cover: Cover,
    /// The parts, in order.
    pub parts: Vec<Part>,
    /// The lists that stand after the contents.
    pub lists: Lists,
    /// The captions of its tables and figures, in reading order.
    pub captions: Vec<Listed>,
    /// What stands on the last side, if there is such a side.
    pub back_cover: Option<BackCover>,
    /// What the check may find in it and keeps to itself.
    pub allow: Vec<Allow>,
    /// What its author declares to hold.
    pub claims: Vec<Claim>,
    /// Where its values remain to be filled in, which stand in texts only as what is reckoned from them.
    pub to_fill: Vec<Span>,
    /// The columns of files of which tables show all, for want of a choice, by where the tables are defined.
    pub unchosen: BTreeMap<Span, Vec<String>>,
}

/// A relation that the author declares to hold, reckoned.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Claim {
    /// Whether it holds.
    pub holds: bool,
    /// What it compares, left and right, as printed.
    pub sides: Option<[String; 2]>,
    /// Why it must hold.
    pub why: Text,
    /// Where it stands.
    pub span: Span,
}

/// A finding of the check that its author allows where it stands.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Allow {
    /// The code of the finding.
    pub code: &'static str,
    /// Where it is allowed.
    pub span: Span,
}

impl Report {
    /// A department of a part of departments, both counted from 0.
    ///
    /// # Panics
    /// Where there is no such department.
    pub(crate) fn department(&self, part: usize, department: usize) -> &Department {
        match &self.parts[part].body {
            PartBody::Departments(departments) => &departments[department],
            PartBody::Overview(_) => panic!("part {part} has no departments"),
        }
    }
}

/// The cover.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cover {
    /// The report's title.
    pub title: Text,
    /// The office that hands the report in.
    pub author: Text,
    /// The slogan above the title.
    pub slogan: Option<Text>,
    /// The council's session.
    pub session: Option<Text>,
    /// The date as printed, `2021. 11.`.
    pub date: Option<Text>,
    /// What is printed on every page.
    pub mark: Option<Text>,
    /// What day, month or year that is.
    pub dated: Option<CoverDate>,
    /// The emblem.
    pub picture: Option<Graphic>,
}

/// The date on the cover, as far as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CoverDate {
    /// Its year.
    pub year: i16,
    /// Its month, from 1.
    pub month: Option<i8>,
    /// Its day of the month, from 1.
    pub day: Option<i8>,
}

/// The back cover.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BackCover {
    /// Its lettering.
    pub text: Option<Text>,
    /// Its logo.
    pub picture: Option<Graphic>,
}

/// A status section: 【인력현황】 and what belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Status {
    /// Its title, without brackets.
    pub title: Text,
    /// What stands at the end of the title's line.
    pub value: Option<Text>,
    /// Its outline.
    pub body: Vec<Element>,
    /// What the check may find in it and keeps to itself.
    pub allow: Vec<Allow>,
}

/// A project.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Project {
    /// Its number within the department or part, from 1.
    pub number: u32,
    /// The team (팀) that it belongs to.
    pub team: Option<Text>,
    /// The name by which texts refer to it.
    pub name: Option<Text>,
    /// Its title.
    pub title: Text,
    /// The words that are set off beside its title.
    pub badges: Vec<Text>,
    /// Who is in charge of it and the like, line by line.
    pub labels: Vec<Vec<Labelled>>,
    /// The framed paragraph.
    pub summary: Option<Text>,
    /// Its outline.
    pub body: Vec<Element>,
    /// What the check may find in it and keeps to itself.
    pub allow: Vec<Allow>,
}

/// An element of an outline, with what stands below it one level down.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Element {
    /// `■ 사업개요`.
    Heading(Text),
    /// `- 사업기간 : …`; `sign` only where the author typed one that stays.
    Item {
        /// The author's own sign.
        sign: Option<Sign>,
        /// Its text.
        text: Text,
        /// What stands one level down.
        children: Vec<Element>,
    },
    /// `※ …`.
    Note {
        /// `※`, `*`, `주)` and their like.
        sign: Sign,
        /// Its text.
        text: Text,
    },
    /// Text without a sign.
    Paragraph(Text),
    /// A table.
    Table(Arc<Table>),
    /// An image or chart.
    Graphic(Graphic),
    /// Tables or figures beside each other, from the left.
    Beside(Vec<Element>),
    /// What stands in a box, or a conclusion in its band.
    Framed(Framed),
}

/// Where text stands in its measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}
