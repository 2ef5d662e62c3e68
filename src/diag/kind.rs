//! What messages call values and blocks, in each language.

use super::particle;
use super::words::Lang;
use crate::model::report::Thing;

/// A kind of value in a definition or template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A string.
    Text,
    /// A whole number.
    Integer,
    /// A number, whole or not.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A day: 2021-10-31.
    Date,
    /// A time, or a date with a time.
    Time,
    /// `[…]`.
    List,
    /// `{…}` or `[table]`.
    Table,
    /// `"20mm"`, `"15pt"`.
    Length,
    /// `"#1B365D"`.
    Colour,
    /// `"auto"`, `"2fr"`, `"25mm"`.
    ColumnWidth,
    /// `"10%"`, less than all.
    Share,
    /// `"60%"`, `"80mm"`.
    GraphicWidth,
    /// `"4:3"`.
    Proportions,
    /// `"A3:F20"`.
    CellRange,
    /// `"halt"`.
    Feature,
}

impl Kind {
    /// Its name, with an example where the name alone doesn't teach.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Kind::Text => lang.choose("문자열", "a string"),
            Kind::Integer => lang.choose("정수", "a whole number"),
            Kind::Number => lang.choose("숫자", "a number"),
            Kind::Boolean => lang.choose("참/거짓(true, false)", "a boolean (true, false)"),
            Kind::Date => lang.choose("날짜(예: 2021-10-31)", "a date (such as 2021-10-31)"),
            Kind::Time => lang.choose("시각", "a time"),
            Kind::List => lang.choose("목록 […]", "a list […]"),
            Kind::Table => lang.choose("하위 항목 묶음(TOML 테이블)", "a table of keys"),
            Kind::Length => lang.choose("길이(예: \"20mm\", \"15pt\")", "a length (such as \"20mm\", \"15pt\")"),
            Kind::Colour => lang.choose("색(예: \"#1B365D\")", "a colour (such as \"#1B365D\")"),
            Kind::ColumnWidth => {
                lang.choose("열 너비(\"auto\", \"2fr\", \"25mm\")", "a column width (\"auto\", \"2fr\", \"25mm\")")
            }
            Kind::Share => lang.choose("비율(예: \"10%\")", "a share (such as \"10%\")"),
            Kind::GraphicWidth => {
                lang.choose("그림 너비(예: \"60%\", \"80mm\")", "a picture's width (such as \"60%\", \"80mm\")")
            }
            Kind::Proportions => lang.choose("가로세로 비(예: \"4:3\")", "proportions (such as \"4:3\")"),
            Kind::CellRange => {
                lang.choose("칸 범위(예: \"A3:F20\", \"A3:\")", "a range of cells (such as \"A3:F20\", \"A3:\")")
            }
            Kind::Feature => lang.choose("글꼴 기능(예: \"halt\")", "an OpenType feature (such as \"halt\")"),
        }
    }

    /// `a string, a number or a date`.
    pub(crate) fn any_of(kinds: &[Kind], lang: Lang) -> String {
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name(lang)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                format!("{}{}{last}", rest.join(", "), lang.choose(" 또는 ", " or "))
            }
            _ => names.concat(),
        }
    }
}

impl Thing {
    /// Its name; in English with its article.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Thing::Table => lang.choose("표", "the table"),
            Thing::Image => lang.choose("그림", "the image"),
            Thing::Chart => lang.choose("도표", "the chart"),
            Thing::Row => lang.choose("행", "the row"),
            Thing::Column => lang.choose("열", "the column"),
            Thing::Project => lang.choose("사업", "the project"),
        }
    }

    /// What a definition calls it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Thing::Table => "table",
            Thing::Image => "image",
            Thing::Chart => "chart",
            Thing::Project => "project",
            Thing::Row => "row",
            Thing::Column => "column",
        }
    }

    /// Its Korean name with 을 or 를.
    pub(crate) fn object(self) -> String {
        particle::bare_object(self.name(Lang::Ko))
    }

    /// Its Korean name with 은 or 는.
    pub(crate) fn topic(self) -> String {
        particle::bare_topic(self.name(Lang::Ko))
    }
}

/// Why a second place is shown beside the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// The same thing stands here first.
    First,
    /// The thing is defined here.
    Defined,
    /// This names the file.
    NamedHere,
    /// The other of two cells.
    OtherCell,
    /// The row that set the number of columns.
    Columns,
    /// What it would have to stand below.
    Above,
    /// What was opened here.
    Opened,
    /// What doesn't go together with it.
    Conflict,
    /// One of the parts of a sum.
    Part,
    /// The whole that something is a part of.
    Whole,
    /// The same figure elsewhere.
    Elsewhere,
    /// The day that results are of.
    AsOf,
    /// The spelling that is usual.
    Usual,
    /// Something else that remains to be filled in.
    ToFill,
}

impl Relation {
    /// What stands beside the second place.
    pub(crate) fn label(self, lang: Lang) -> &'static str {
        match self {
            Relation::First => lang.choose("처음 쓴 곳", "first here"),
            Relation::Defined => lang.choose("정의한 곳", "defined here"),
            Relation::NamedHere => lang.choose("파일 이름을 적은 곳", "the file is named here"),
            Relation::OtherCell => lang.choose("이 칸과 맞지 않음", "does not match this cell"),
            Relation::Columns => lang.choose("열 수를 정한 행", "this row sets the number of columns"),
            Relation::Above => lang.choose("바로 위 항목", "what stands above"),
            Relation::Opened => lang.choose("여기에서 시작함", "opened here"),
            Relation::Conflict => lang.choose("함께 쓸 수 없음", "does not go together with this"),
            Relation::Part => lang.choose("부분", "part"),
            Relation::Whole => lang.choose("전체", "whole"),
            Relation::Elsewhere => lang.choose("다른 곳", "elsewhere"),
            Relation::AsOf => lang.choose("기준일", "as of"),
            Relation::ToFill => lang.choose("여기도 채울 곳", "here too"),
            Relation::Usual => lang.choose("흔한 표기", "the usual spelling"),
        }
    }
}
