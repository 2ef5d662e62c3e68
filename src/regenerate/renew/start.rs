//! A report to begin with: small, and whole, so that it builds at once.

use crate::diag::{Diagnostic, Diagnostics, LayoutProblem, nearest};

/// The files that a report of a template begins with, by the template's name.
const STARTERS: &[(&str, &[(&str, &str)])] = &[("council", COUNCIL), ("plan", PLAN)];

const COUNCIL: &[(&str, &str)] = &[
    ("report.toml", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/new/report.toml"))),
    ("overview.toml", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/new/overview.toml"))),
    (
        "departments/general-affairs.toml",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/council/new/departments/general-affairs.toml")),
    ),
];

const PLAN: &[(&str, &str)] = &[
    ("report.toml", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/plan/new/report.toml"))),
    ("direction.toml", include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/plan/new/direction.toml"))),
    (
        "departments/planning.toml",
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/templates/plan/new/departments/planning.toml")),
    ),
];

/// The files of a new report of a template, for a year; `None` after reporting that there is no such template.
pub(crate) fn start(template: &str, year: u16, sink: &mut Diagnostics) -> Option<Vec<(String, Vec<u8>)>> {
    let Some((_, files)) = STARTERS.iter().find(|(known, _)| *known == template) else {
        let like = nearest(template, STARTERS.iter().map(|(known, _)| *known)).map(str::to_owned);
        sink.push(Diagnostic::without_place(LayoutProblem::TemplateMissing { name: template.into(), like }));
        return None;
    };
    let of_year = |text: &str| text.replace("{year}", &year.to_string()).into_bytes();
    Some(files.iter().map(|(path, text)| ((*path).to_owned(), of_year(text))).collect())
}
