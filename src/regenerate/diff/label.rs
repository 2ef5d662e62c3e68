//! What places of a report are called that have no name of their own.

use crate::diag::Lang;

/// A step on the way to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Name {
    /// As the report has it.
    Said(String),
    /// What the program calls it.
    Label(Label),
    /// The same with a number, from 1.
    Numbered(Label, usize),
}

/// What the program calls things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    Cover,
    BackCover,
    Title,
    Author,
    Slogan,
    Session,
    Date,
    Picture,
    Lettering,
    Template,
    Part,
    Department,
    Division,
    Bureau,
    Team,
    Mark,
    Status,
    Project,
    Value,
    Summary,
    Badges,
    Labels,
    Line,
    Table,
    Graphic,
    Unit,
    AsOf,
    Source,
    Note,
    Head,
    Row,
    Column,
}

impl Label {
    /// Its name for people.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        let (ko, en) = match self {
            Label::Cover => ("표지", "cover"),
            Label::BackCover => ("뒤표지", "back cover"),
            Label::Title => ("제목", "title"),
            Label::Author => ("작성 기관", "author"),
            Label::Slogan => ("구호", "slogan"),
            Label::Session => ("회기", "session"),
            Label::Date => ("날짜", "date"),
            Label::Picture => ("그림", "picture"),
            Label::Lettering => ("글", "lettering"),
            Label::Template => ("서식", "template"),
            Label::Part => ("편", "part"),
            Label::Department => ("부서", "department"),
            Label::Division => ("사업 머리", "division"),
            Label::Bureau => ("국", "bureau"),
            Label::Team => ("팀", "team"),
            Label::Mark => ("표시", "mark"),
            Label::Status => ("현황", "section"),
            Label::Project => ("사업", "project"),
            Label::Value => ("제목 옆 값", "value"),
            Label::Summary => ("요약", "summary"),
            Label::Badges => ("구분", "badges"),
            Label::Labels => ("담당·개요", "labels"),
            Label::Line => ("줄", "line"),
            Label::Table => ("표", "table"),
            Label::Graphic => ("그림", "figure"),
            Label::Unit => ("단위", "unit"),
            Label::AsOf => ("기준일", "as of"),
            Label::Source => ("자료", "source"),
            Label::Note => ("주", "note"),
            Label::Head => ("머리", "head"),
            Label::Row => ("행", "row"),
            Label::Column => ("열", "column"),
        };
        lang.choose(ko, en)
    }
}

impl Name {
    /// As people read it.
    pub(crate) fn shown(&self, lang: Lang) -> String {
        match self {
            Name::Said(name) => name.replace('\n', " "),
            Name::Label(label) => label.name(lang).to_owned(),
            Name::Numbered(label, number) => {
                lang.choose(format!("{number}{}", label.name(lang)), format!("{} {number}", label.name(lang)))
            }
        }
    }
}

impl From<Label> for Name {
    fn from(label: Label) -> Name {
        Name::Label(label)
    }
}

impl From<&str> for Name {
    fn from(name: &str) -> Name {
        Name::Said(name.to_owned())
    }
}

impl From<String> for Name {
    fn from(name: String) -> Name {
        Name::Said(name)
    }
}
