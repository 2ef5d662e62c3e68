//! Everything that can be said about a report: a closed list, each entry with its code, its fields and its words.
//!
//! The catalogue stands beside the entries, in groups by the stage that raises them. To add a problem is to add one
//! entry; a language left out doesn't compile.

mod across;
mod attachment;
mod chart;
mod data;
mod date;
mod file;
mod graphic;
mod key;
mod layout;
mod name;
mod outline;
mod pdf;
mod preview;
mod print;
mod process;
mod refusal;
mod renew;
mod sum;
mod syntax;
mod table;
mod timeline;
mod value;
mod writing;

pub(crate) use across::AcrossProblem;
pub(crate) use attachment::AttachmentProblem;
pub(crate) use chart::ChartProblem;
pub(crate) use data::{DataProblem, HiddenParts};
pub(crate) use date::DateProblem;
pub(crate) use file::FileProblem;
pub(crate) use graphic::GraphicProblem;
pub(crate) use key::KeyProblem;
pub(crate) use layout::LayoutProblem;
pub(crate) use name::NameProblem;
pub(crate) use outline::OutlineProblem;
pub(crate) use pdf::PdfProblem;
pub(crate) use preview::PreviewProblem;
pub(crate) use print::PrintProblem;
pub(crate) use process::ProcessProblem;
pub(crate) use refusal::Refusal;
pub(crate) use renew::RenewProblem;
pub(crate) use sum::{SumFigures, SumProblem};
pub(crate) use syntax::{Syntax, SyntaxProblem};
pub(crate) use table::TableProblem;
pub(crate) use timeline::TimelineProblem;
pub(crate) use value::ValueProblem;
pub(crate) use writing::{PersonalKind, WritingProblem};

use super::words::{Lang, Words};

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Nothing is written.
    Error,
    /// The report is written, but probably not as meant.
    Warning,
    /// Probably right, but worth a look.
    Hint,
    /// Something the program did that its user may want to know.
    Note,
}

impl Severity {
    /// Its stable name in machine-readable output.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
            Severity::Note => "note",
        }
    }

    /// Its name as a reader sees it.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Severity::Error => lang.choose("오류", "error"),
            Severity::Warning => lang.choose("경고", "warning"),
            Severity::Hint => lang.choose("참고", "hint"),
            Severity::Note => lang.choose("알림", "note"),
        }
    }
}

/// Declares a group of problems: an enum whose every variant has a severity, a code and words in each language; `in` names the language.
macro_rules! problems {
    (
        $(#[$meta:meta])*
        pub enum $group:ident in $lang:ident {
            $(
                $(#[$doc:meta])*
                $variant:ident { $($field:ident: $type:ty),* $(,)? } = $severity:ident $code:literal {
                    ko: $ko:expr,
                    en: $en:expr $(,)?
                }
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) enum $group {
            $( $(#[$doc])* $variant { $(#[allow(missing_docs)] $field: $type),* }, )*
        }

        impl $group {
            /// The codes of this group.
            #[allow(dead_code, reason = "all of a group are asked for by the groups of the check, and by tests")]
            pub(crate) const CODES: &[&str] = &[$($code),*];

            /// The stable name of this problem.
            pub(crate) fn code(&self) -> &'static str {
                match self { $( Self::$variant { .. } => $code, )* }
            }

            /// How much it weighs.
            pub(crate) fn severity(&self) -> $crate::diag::Severity {
                match self { $( Self::$variant { .. } => $crate::diag::Severity::$severity, )* }
            }

            /// What is said of it.
            // Not every wording needs every field.
            #[allow(unused_variables)]
            pub(crate) fn words(&self, $lang: $crate::diag::Lang) -> $crate::diag::Words {
                match (self, $lang) {
                    $(
                        (Self::$variant { $($field),* }, $crate::diag::Lang::Ko) => $ko,
                        (Self::$variant { $($field),* }, $crate::diag::Lang::En) => $en,
                    )*
                }
            }
        }
    };
}
use problems;

/// Declares the whole list of its groups.
macro_rules! groups {
    ($($group:ident($type:ident)),* $(,)?) => {
        /// A problem: what a diagnostic is about.
        #[derive(Debug, Clone, PartialEq)]
        pub(crate) enum Problem {
            $( #[doc = concat!("See [`", stringify!($type), "`].")] $group($type), )*
        }

        $(
            impl From<$type> for Problem {
                fn from(problem: $type) -> Problem {
                    Problem::$group(problem)
                }
            }
        )*

        impl Problem {
            /// Every code there is.
            #[cfg(test)]
            pub(crate) fn codes() -> impl Iterator<Item = &'static str> {
                [$($type::CODES),*].into_iter().flatten().copied()
            }

            /// The stable name of this problem.
            pub(crate) fn code(&self) -> &'static str {
                match self { $( Problem::$group(problem) => problem.code(), )* }
            }

            /// How much it weighs.
            pub(crate) fn severity(&self) -> Severity {
                match self { $( Problem::$group(problem) => problem.severity(), )* }
            }

            /// What is said of it.
            pub(crate) fn words(&self, lang: Lang) -> Words {
                match self { $( Problem::$group(problem) => problem.words(lang), )* }
            }
        }
    };
}

groups! {
    File(FileProblem),
    Syntax(SyntaxProblem),
    Key(KeyProblem),
    Name(NameProblem),
    Outline(OutlineProblem),
    Table(TableProblem),
    Graphic(GraphicProblem),
    Chart(ChartProblem),
    Process(ProcessProblem),
    Timeline(TimelineProblem),
    Data(DataProblem),
    Value(ValueProblem),
    Layout(LayoutProblem),
    Attachment(AttachmentProblem),
    Renew(RenewProblem),
    Preview(PreviewProblem),
    Pdf(PdfProblem),
    Print(PrintProblem),
    Sum(SumProblem),
    Date(DateProblem),
    Across(AcrossProblem),
    Writing(WritingProblem),
}

impl Problem {
    /// The codes of what the check finds, which a report can allow.
    pub(crate) fn check_codes() -> impl Iterator<Item = &'static str> {
        [SumProblem::CODES, DateProblem::CODES, AcrossProblem::CODES, WritingProblem::CODES].concat().into_iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_problems_share_a_code_and_codes_are_kebab_case() {
        let codes: Vec<&str> = Problem::codes().collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        for code in codes {
            assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()), "{code}");
        }
    }
}
