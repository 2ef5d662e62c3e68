//! JSON Schemas (draft 2020-12): of a report's files, for editors; of what goes out as JSON, for scripts.
//!
//! Those of files come from the same declarations as their decoding, those of what goes out are derived from its types.

use crate::read::decode::Decode;
use crate::read::def::{DepartmentDef, OverviewDef, ReportDef};
use crate::set::theme::TemplateDef;

/// The schema of `report.toml`.
pub fn report() -> String {
    text::<ReportDef>("bogoseo: report.toml")
}

/// The schema of the file of a part.
pub fn part() -> String {
    text::<OverviewDef>("bogoseo: a part")
}

/// The schema of the file of a department.
pub fn department() -> String {
    text::<DepartmentDef>("bogoseo: a department")
}

/// The schema of a template's `template.toml`.
pub fn template() -> String {
    text::<TemplateDef>("bogoseo: template.toml")
}

/// The schema of [`FindingList`](crate::FindingList), as `bogoseo check --format json` prints it.
pub const FINDINGS: &str = include_str!("../docs/schemas/findings.json");
/// The schema of [`Differences`](crate::Differences), as `bogoseo diff --format json` prints them.
pub const DIFFERENCES: &str = include_str!("../docs/schemas/differences.json");
/// The schema of a list of [`Account`](crate::Account)s, as `bogoseo build --explain=json` prints it.
pub const ACCOUNTS: &str = include_str!("../docs/schemas/accounts.json");

fn text<T: Decode>(title: &str) -> String {
    format!("{:#}\n", T::schema().to_json(title))
}
