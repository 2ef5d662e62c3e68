//! The arguments of what is done to a report before and after it is built: begun, watched, drawn, taken out of its file, compared.

use std::path::PathBuf;

use clap::{Args as Arguments, ValueEnum};

use super::report_args::{ReportArgs, standard};
use crate::write::pdf::Standard;

/// Arguments of `new`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Places that remain to be filled in are marked with 〔 〕.\n\nExamples:\n  bogoseo new reports/2026\n  bogoseo new reports/mapo-2022 --from reports/mapo-2021 --year 2022"
)]
pub(crate) struct NewArgs {
    /// The folder of the new report.
    pub name: PathBuf,

    /// The template that it is set in.
    #[arg(long, value_name = "NAME", default_value = "council", conflicts_with = "from")]
    pub template: String,

    /// Last year's report: its folder, its report.toml, or a PDF that was built with --attach-files. Its years are moved on, its plans kept, its results and
    /// figures emptied and marked.
    #[arg(long, value_name = "REPORT")]
    pub from: Option<PathBuf>,

    /// The year of the new report; otherwise this year, or the one after last year's report.
    #[arg(long, value_parser = clap::value_parser!(u16).range(1990..=2099))]
    pub year: Option<u16>,
}

/// Arguments of `watch`.
#[derive(Debug, Arguments)]
#[command(after_help = "Ends with Ctrl-C. Where something is wrong it is shown, and the last good PDF stays.")]
pub(crate) struct WatchArgs {
    /// The report.
    #[command(flatten)]
    pub report: ReportArgs,

    /// Where the PDF goes. Otherwise out/NAME.pdf, after the report's folder.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// The standards that the PDF keeps to, as in `build`.
    #[arg(long, value_name = "STANDARD", default_value = "a-2a+ua-1", value_parser = standard)]
    pub standard: Standard,

    /// Print nothing but errors.
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `preview`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Examples:\n  bogoseo preview reports/mapo-2021 --pages 3-5\n  bogoseo preview --pages 표지,9,총무과 --dpi 200 -o look"
)]
pub(crate) struct PreviewArgs {
    /// The report.
    #[command(flatten)]
    pub report: ReportArgs,

    /// The pages, as those of `print`: by printed number or name, by bookmark (a department), or counted from the first: 표지,3-5,총무과,#1. Otherwise all.
    #[arg(long, value_name = "PAGES")]
    pub pages: Option<String>,

    /// How fine they are drawn, in dots an inch.
    #[arg(long, value_name = "N", default_value = "100", value_parser = clap::value_parser!(u16).range(10..=1200))]
    pub dpi: u16,

    /// The folder that the pictures go to. Otherwise out/NAME, after the report's folder.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,

    /// Print nothing but errors.
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `extract`.
#[derive(Debug, Arguments)]
#[command(after_help = "Example:\n  bogoseo extract report.pdf -o again && bogoseo build again")]
pub(crate) struct ExtractArgs {
    /// The PDF.
    pub file: PathBuf,

    /// The folder that the files go to; otherwise one of the PDF's name.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,

    /// Write over files that are there and differ.
    #[arg(long)]
    pub force: bool,

    /// Print nothing but errors.
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `diff`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Exits with 0 if nothing differs, 1 if something does or can't be compared, 2 if it was called wrongly.\n\nExamples:\n  bogoseo diff printed.pdf reports/mapo-2021\n  bogoseo diff old new --pdf comparison.pdf"
)]
pub(crate) struct DiffArgs {
    /// The old report: its folder, its report.toml, or a PDF that was built with --attach-files.
    pub old: PathBuf,

    /// The new report, likewise.
    pub new: PathBuf,

    /// How changes are printed: text for people, json for scripts.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: PlainFormat,

    /// Write a PDF with old and new side by side (신구대비표), in the format of the new report.
    #[arg(long, value_name = "FILE")]
    pub pdf: Option<PathBuf>,
}

/// Formats of what is printed for people or scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PlainFormat {
    /// for people
    Text,
    /// for scripts
    Json,
}

/// Arguments of `tidy`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Only outlines are touched: comments, order, alignment, encoding and line ends stay.\n\nExamples:\n  bogoseo tidy departments/welfare.toml\n  bogoseo tidy --check reports/mapo-2021"
)]
pub(crate) struct TidyArgs {
    /// Definitions, or folders of them.
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// Write nothing, and exit with 1 where something would be written otherwise.
    #[arg(long)]
    pub check: bool,

    /// Print nothing but errors.
    #[arg(short, long)]
    pub quiet: bool,
}
