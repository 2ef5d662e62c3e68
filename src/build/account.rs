//! How a chapter was fitted to its pages, as data.

use serde::Serialize;

use crate::set::typeset::ChapterAccount;

/// How a chapter was fitted to its pages.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Account {
    /// What the chapter is called.
    pub name: String,
    /// The printed number of its first page; none where its pages have no numbers.
    pub first_page: Option<usize>,
    /// How many pages it takes.
    pub pages: usize,
    /// How full its last page is, in percent.
    pub fill: u32,
    /// How it was tightened or opened up; none where it stands as it comes.
    pub fitting: Option<Fitted>,
    /// How many lines of text it has.
    pub lines: usize,
    /// How many of them have letters that stand closer than they come.
    pub tightened_lines: usize,
}

/// What a chapter was set with, so that it fits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub struct Fitted {
    /// Gaps, in percent of the template's.
    pub gaps: u32,
    /// The line spacing of its body text, in percent of its type size.
    pub line_spacing: u32,
    /// How much closer letters stand, in percent of their size (자간).
    pub letters: i64,
    /// The type size of its body text, in points: `14.871pt`.
    pub type_size: String,
    /// The last of these means that was needed, which says how tight the chapter is; none where it was opened up.
    pub tightness: Option<String>,
}

impl Account {
    pub(crate) fn new(account: &ChapterAccount) -> Account {
        let fitting = account.fitting.as_ref().map(|by| Fitted {
            gaps: by.scale.gaps.percent(),
            line_spacing: by.leading.percent(),
            letters: -by.scale.letters / 10_000,
            type_size: by.size.to_string(),
            tightness: account.tightness(),
        });
        Account {
            name: account.name.clone(),
            first_page: account.first_page,
            pages: account.pages,
            fill: account.fill.percent(),
            fitting,
            lines: account.lines,
            tightened_lines: account.tightened_lines,
        }
    }
}
