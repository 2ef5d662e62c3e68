//! The arguments that several commands share: the report or PDF that they are about, its template, the standard.

use std::path::{Path, PathBuf};

use clap::Args as Arguments;

use crate::read::files::{Disk, Files, Folder};
use crate::write::pdf::Standard;

/// The report that a command is about.
#[derive(Debug, Arguments)]
pub(crate) struct ReportArgs {
    /// The report: its folder, or its report.toml.
    #[arg(default_value = ".")]
    pub report: PathBuf,

    /// A folder of a template, instead of the one that the report names.
    #[arg(long, value_name = "DIR")]
    pub template: Option<PathBuf>,
}

impl ReportArgs {
    /// Its files; nothing is read yet.
    pub(super) fn files(&self) -> Files {
        files(&self.report, self.template.as_deref())
    }
}

/// What goes on paper.
#[derive(Debug, Arguments)]
pub(crate) struct InputArgs {
    /// A PDF, or a report: its folder, or its report.toml.
    #[arg(default_value = ".", value_name = "FILE|REPORT")]
    pub input: PathBuf,

    /// A folder of a template, instead of the one that the report names.
    #[arg(long, value_name = "DIR")]
    pub template: Option<PathBuf>,
}

impl InputArgs {
    /// The files of a report; nothing is read yet.
    pub(super) fn files(&self) -> Files {
        files(&self.input, self.template.as_deref())
    }
}

fn files(report: &Path, template: Option<&Path>) -> Files {
    let template = template.map(|folder| Box::new(Disk::new(folder)) as Box<dyn Folder>);
    Files::of_report(report).with_template(template)
}

/// The standard of a name.
pub(super) fn standard(name: &str) -> Result<Standard, String> {
    let found = Standard::ALL.iter().find(|(_, known)| *known == name);
    found.map(|(standard, _)| *standard).ok_or_else(|| {
        let names: Vec<&str> = Standard::ALL.iter().map(|(_, name)| *name).collect();
        format!("known standards: {}", names.join(", "))
    })
}
