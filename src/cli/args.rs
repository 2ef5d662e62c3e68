//! The arguments, and what `--help` teaches about them.

use std::path::PathBuf;

use clap::{Args as Arguments, Parser, Subcommand, ValueEnum};

use super::regenerate_args::{DiffArgs, ExtractArgs, NewArgs, PlainFormat, PreviewArgs, TidyArgs, WatchArgs};
use super::report_args::{ReportArgs, standard};
use super::sheet_args::{ImposeArgs, PrintArgs};
use crate::diag::Lang;
use crate::write::pdf::Standard;

/// Turn a report definition into a finished Korean public report.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true, disable_help_subcommand = true)]
#[command(
    after_help = "Examples:\n  bogoseo build reports/mapo-2021     make the PDF, out/mapo-2021.pdf\n  bogoseo check reports/mapo-2021     find everything that is wrong, all at once"
)]
pub(crate) struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,

    /// Language of messages; otherwise that of the locale.
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<LangArg>,

    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: When,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turn a report into a PDF.
    Build(BuildArgs),
    /// Find everything that is wrong with a report, without writing anything.
    Check(CheckArgs),
    /// Begin a report, from nothing or from last year's.
    New(NewArgs),
    /// Build a report again whenever something that it reads is saved.
    Watch(WatchArgs),
    /// Write pages as PNG pictures.
    Preview(PreviewArgs),
    /// Take the files out of a PDF that were put into it: of a report, its definition and data.
    Extract(ExtractArgs),
    /// Write what was pasted into definitions as the format wants it: two plain blanks a level, plain blanks, composed letters.
    Tidy(TidyArgs),
    /// Tell what was changed between two reports, and which printed pages differ.
    Diff(DiffArgs),
    /// Put a report or any PDF on sheets of paper: booklets, several pages a side, crop marks.
    Impose(ImposeArgs),
    /// Print a report or any PDF on a network printer, and follow the job to its end.
    Print(PrintArgs),
    /// List the fonts that a template can name.
    Fonts(FontsArgs),
    /// Print the JSON Schema of a file, for the completion and checks of an editor.
    Schema(SchemaArgs),
    /// Print a completion script for a shell.
    #[command(after_help = "Example: bogoseo completions bash > /etc/bash_completion.d/bogoseo")]
    Completions(CompletionsArgs),
}

/// Arguments of `check`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Exits with 0 if nothing but hints and notes was found, 1 if errors or warnings were, 2 if it was called wrongly.\nEvery finding is explained in docs/checks.md; one that is right as it stands is silenced by `allow`."
)]
pub(crate) struct CheckArgs {
    /// The report.
    #[command(flatten)]
    pub report: ReportArgs,

    /// How findings are printed: text for people, json for editors and scripts, sarif for platforms of continuous integration.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: Format,

    /// Write every comparison that was made as CSV: the figure, its place, what it was held against, and whether they agree.
    #[arg(long, value_name = "FILE")]
    pub ledger: Option<PathBuf>,
}

/// Arguments of `build`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Examples:\n  bogoseo build reports/mapo-2021\n  bogoseo build reports/mapo-2021 -o - > report.pdf\n  bogoseo build reports/mapo-2021 -o report.pdf -o report.hwpx"
)]
pub(crate) struct BuildArgs {
    /// The report.
    #[command(flatten)]
    pub report: ReportArgs,

    /// Where the PDF goes, or with a name that ends in .hwpx the 한글 document; may be given several times, `-` is standard output. Otherwise
    /// out/NAME.pdf, after the report's folder.
    #[arg(short, long, value_name = "FILE", value_parser = target)]
    pub output: Vec<PathBuf>,

    /// The standards that the PDF keeps to, checked while it is written: a-2a+ua-1 (the default), a-1a, a-1b, a-2a, a-2b, a-3a, a-3a+ua-1
    /// (the default with --attach-files), ua-1 or none.
    #[arg(long, value_name = "STANDARD", value_parser = standard)]
    pub standard: Option<Standard>,

    /// Put the definition, data, pictures, template and fonts of your own into the PDF, so that it can be built again from it.
    #[arg(long)]
    pub attach_sources: bool,

    /// Print how each chapter was fitted to its pages: as a table for people, or as json for scripts.
    #[arg(long, value_name = "FORMAT", num_args = 0..=1, require_equals = true, default_missing_value = "text")]
    pub explain: Option<PlainFormat>,

    /// Write nothing where `bogoseo check` would find errors or warnings, and print them.
    #[arg(long)]
    pub deny: bool,

    /// Print nothing but errors.
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `fonts`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Fonts of your own go into a folder `fonts` beside the report.toml, or in the template's folder."
)]
pub(crate) struct FontsArgs {
    /// The report.
    #[command(flatten)]
    pub report: ReportArgs,
}

/// Arguments of `schema`.
#[derive(Debug, Arguments)]
pub(crate) struct SchemaArgs {
    /// The file that it is the schema of.
    #[arg(default_value = "report")]
    pub of: SchemaOf,
}

/// Arguments of `completions`.
#[derive(Debug, Arguments)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// Files that have a schema.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SchemaOf {
    /// report.toml
    Report,
    /// the file of a part, such as overview.toml
    Part,
    /// the file of a department
    Department,
    /// the template.toml of a template
    Template,
    /// what `check --format json` prints
    Findings,
    /// what `diff --format json` prints
    Differences,
    /// what `build --explain=json` prints
    Accounts,
}

/// Formats of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// for people
    Text,
    /// for editors and scripts
    Json,
    /// SARIF 2.1.0
    Sarif,
}

/// Languages of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// Korean
    Ko,
    /// English
    En,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    /// on a terminal
    Auto,
    /// in files and pipes too
    Always,
    /// nowhere
    Never,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Lang {
        match lang {
            LangArg::Ko => Lang::Ko,
            LangArg::En => Lang::En,
        }
    }
}

/// A file that a report is written to.
fn target(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    match extension.to_str() {
        Some("hwp") => Err("HWP can't be written; name it .hwpx, which 한글 opens as well".into()),
        Some("hwpx") if cfg!(not(feature = "hwpx")) => Err("this program was built without 한글 documents".into()),
        _ => Ok(path),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }
}
