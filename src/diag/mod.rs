//! What the program has to say about a report: as data first, in words and colours only at the end.

mod excerpt;
mod findings;
mod foreign;
mod json;
mod kind;
pub(crate) mod particle;
mod printing;
mod problem;
mod sarif;
mod sink;
mod suggest;
mod text;
mod words;

pub use findings::Findings;
pub(crate) use foreign::Foreign;
pub use json::{Finding, FindingList, Place, Related};
pub(crate) use kind::{Kind, Relation};
pub(crate) use printing::{Ability, reason};
pub use problem::Severity;
pub(crate) use problem::{
    AcrossProblem, AttachmentProblem, ChartProblem, DataProblem, DateProblem, FileProblem, GraphicProblem, HiddenParts,
    KeyProblem, LayoutProblem, NameProblem, OutlineProblem, PdfProblem, PersonalKind, PreviewProblem, PrintProblem,
    Problem, ProcessProblem, Refusal, RenewProblem, SumFigures, SumProblem, Syntax, SyntaxProblem, TableProblem,
    TimelineProblem, ValueProblem, WritingProblem,
};
pub use sarif::SarifLog;
pub(crate) use sink::{Diagnostics, FoundList};
pub(crate) use suggest::nearest;
pub use text::Style;
#[cfg(test)]
pub(crate) use text::to_text;
pub use words::Lang;
pub(crate) use words::Words;

use crate::model::source::Span;

/// One thing to say: what, where, and which other places belong to it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Diagnostic {
    /// What it is about.
    pub problem: Problem,
    /// How much it weighs here.
    pub severity: Severity,
    /// Where it is; `None` where no file of the report is to blame.
    pub span: Option<Span>,
    /// Other places that explain it.
    pub related: Vec<(Span, Relation)>,
}

impl Diagnostic {
    /// A problem at a place.
    pub(crate) fn new(problem: impl Into<Problem>, span: Span) -> Diagnostic {
        Diagnostic { span: Some(span), ..Diagnostic::without_place(problem) }
    }

    /// A problem that no place of the report's files is to blame for.
    pub(crate) fn without_place(problem: impl Into<Problem>) -> Diagnostic {
        let problem = problem.into();
        Diagnostic { severity: problem.severity(), problem, span: None, related: Vec::new() }
    }

    /// With another place that explains it.
    pub(crate) fn related(mut self, span: Span, relation: Relation) -> Diagnostic {
        self.related.push((span, relation));
        self
    }
}
