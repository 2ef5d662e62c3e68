//! Images.

use super::Cx;
use super::text::required;
use crate::decode::{Name, Typed};
use crate::def::ImageDef;
use crate::diag::{Diagnostic, Diagnostics, FigureProblem, KeyProblem, Relation};
use crate::report::{Figure, FigureKind};
use crate::source::Span;

/// An image: exactly one of a file with words for it, or a placeholder.
pub(super) fn image(def: ImageDef, name: &Name, cx: &mut Cx<'_>) -> Option<Figure> {
    let span = name.span;
    match (def.file, def.placeholder) {
        (Some(file), None) => {
            let alt = match &def.alt {
                Some(alt) => required(alt, "alt", cx.sink).content,
                None => {
                    cx.sink.report(FigureProblem::NoAlt {}, def.span);
                    String::new()
                }
            };
            let picture = cx.pictures.read(&file, cx.sources, cx.sink)?;
            Some(Figure { kind: FigureKind::Picture(picture), alt: Some(alt), span })
        }
        (None, Some(placeholder)) => {
            if let Some(alt) = &def.alt {
                exclusive("placeholder", &placeholder, "alt", alt, cx.sink);
            }
            let text = required(&placeholder, "placeholder", cx.sink);
            Some(Figure { alt: Some(text.content.clone()), kind: FigureKind::Placeholder(text), span })
        }
        (Some(file), Some(placeholder)) => {
            exclusive("file", &file, "placeholder", &placeholder, cx.sink);
            None
        }
        (None, None) => {
            cx.sink.report(KeyProblem::Either { first: "file", second: "placeholder" }, def.span);
            None
        }
    }
}

/// Reports two keys that exclude each other, at the one that stands later.
pub(super) fn exclusive(
    first: &'static str,
    first_value: &Typed,
    second: &'static str,
    second_value: &Typed,
    sink: &mut Diagnostics,
) {
    let (earlier, later): (Span, Span) = (first_value.span(), second_value.span());
    let (earlier, later) = (earlier.min(later), earlier.max(later));
    let problem = KeyProblem::Exclusive { first, second };
    sink.push(Diagnostic::new(problem, later).related(earlier, Relation::Conflict));
}
