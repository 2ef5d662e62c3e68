//! The JSON Schemas of a report's files, for editors; they come from the same declarations as the decoding.

use serde_json::Value;

use crate::read::decode::Decode;
use crate::read::def::{DepartmentDef, OverviewDef, ReportDef};
use crate::set::theme::TemplateDef;

/// The schema of `report.toml`.
pub fn report() -> Value {
    ReportDef::schema().to_json("bogoseo: report.toml")
}

/// The schema of the file of a part.
pub fn part() -> Value {
    OverviewDef::schema().to_json("bogoseo: a part")
}

/// The schema of the file of a department.
pub fn department() -> Value {
    DepartmentDef::schema().to_json("bogoseo: a department")
}

/// The schema of a template's `template.toml`.
pub fn template() -> Value {
    TemplateDef::schema().to_json("bogoseo: template.toml")
}
