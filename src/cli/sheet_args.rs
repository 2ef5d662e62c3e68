//! The arguments of `impose` and `print`.

use std::num::{NonZeroU8, NonZeroUsize};
use std::path::PathBuf;

use clap::{Args as Arguments, ValueEnum};

use super::measure;
use super::report_args::InputArgs;
use crate::model::len::Len;
use crate::print::impose::Layout;
use crate::print::impose::geometry::Size;

/// Arguments of `impose`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Examples:\n  bogoseo impose reports/mapo-2021                    a booklet: 40 pages on 10 sheets of A3\n  bogoseo impose report.pdf --layout two-up --paper A4\n  bogoseo impose report.pdf --layout one-up --binding 10mm --chapters-right"
)]
pub(crate) struct ImposeArgs {
    /// What goes on paper.
    #[command(flatten)]
    pub input: InputArgs,

    /// Where the sheets go; `-` is standard output. Otherwise out/NAME-LAYOUT.pdf.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// How pages stand on sheets.
    #[arg(long, value_name = "LAYOUT", default_value = "booklet")]
    pub layout: LayoutArg,

    /// How sheets are to be.
    #[command(flatten)]
    pub sheets: SheetArgs,

    /// Print nothing but errors.
    #[arg(short, long)]
    pub quiet: bool,
}

/// Arguments of `print`.
#[derive(Debug, Arguments)]
#[command(
    after_help = "Examples:\n  bogoseo print reports/mapo-2021 --printer ipp://192.168.0.9/ipp/print\n  bogoseo print report.pdf --pages 3-5,총무과 --copies 2 --staple\n  bogoseo print reports/mapo-2021 --layout booklet\n  bogoseo print reports/mapo-2021 --changed-since handed-out.pdf\n\nWithout --printer it goes to the default printer of the print server (CUPS) on this machine, or the one that CUPS_SERVER names. Ctrl-C cancels the job."
)]
pub(crate) struct PrintArgs {
    /// What goes on paper.
    #[command(flatten)]
    pub input: InputArgs,

    /// Print only the pages that differ from those of an older state of the report: its folder, or a PDF that was built with --attach-files. The input must be a report, or a
    /// PDF with its files.
    #[arg(long, value_name = "OLD", conflicts_with = "template")]
    pub changed_since: Option<PathBuf>,

    /// The printer's address: ipp://host/ipp/print.
    #[arg(long, value_name = "ADDRESS")]
    pub printer: Option<String>,

    /// How many copies.
    #[arg(long, value_name = "COPIES", default_value = "1")]
    pub copies: NonZeroU8,

    /// The sides that are printed on. Otherwise both, where the printer can.
    #[arg(long, value_name = "SIDES")]
    pub sides: Option<SidesArg>,

    /// Print one copy after another.
    #[arg(long, conflicts_with = "uncollated")]
    pub collate: bool,

    /// Print all copies of a page before the next page.
    #[arg(long)]
    pub uncollated: bool,

    /// Staple each copy; a booklet in its fold.
    #[arg(long)]
    pub staple: bool,

    /// The tray that paper comes from, as the printer calls it: tray-1, manual.
    #[arg(long, value_name = "TRAY")]
    pub tray: Option<String>,

    /// Print in black and white.
    #[arg(long)]
    pub monochrome: bool,

    /// Put pages on sheets first, as `impose` does.
    #[arg(long, value_name = "LAYOUT")]
    pub layout: Option<LayoutArg>,

    /// How sheets are to be.
    #[command(flatten)]
    pub sheets: SheetArgs,

    /// How many seconds a printer may take to answer.
    #[arg(long, value_name = "SECONDS", default_value = "30", value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub timeout: u64,

    /// Print nothing but errors on the terminal.
    #[arg(short, long)]
    pub quiet: bool,
}

/// How sheets are to be.
#[derive(Debug, Arguments)]
pub(crate) struct SheetArgs {
    /// The pages, by printed number, by bookmark (a department), or counted from the first: 3-5,총무과,#1
    #[arg(long, value_name = "PAGES")]
    pub pages: Option<String>,

    /// The paper: A2 to A5, B4, B5, or millimetres such as 210x297. Otherwise what the pages need.
    #[arg(long, value_name = "PAPER", value_parser = measure::paper)]
    pub paper: Option<Size>,

    /// How far pages move away from where the sheets are bound, mirrored on their backs.
    #[arg(long, value_name = "LENGTH", default_value = "0mm", value_parser = measure::length)]
    pub binding: Len,

    /// How thick the paper of a booklet is: its inner pages move towards the fold by as much for each sheet around them.
    #[arg(long, value_name = "LENGTH", default_value = "0.1mm", value_parser = measure::length)]
    pub creep: Len,

    /// Sheets folded into each other at most; a thick report becomes several booklets.
    #[arg(long, value_name = "SHEETS")]
    pub signature: Option<NonZeroUsize>,

    /// Begin chapters on a right-hand page, with several pages a side on a new sheet: the uppermost bookmarks (parts), or those of so many levels (2:
    /// departments too).
    #[arg(long, value_name = "LEVELS", num_args = 0..=1, require_equals = true, default_missing_value = "1", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub chapters_right: Option<u8>,

    /// Put the first and the last page on a sheet of their own.
    #[arg(long)]
    pub cover: bool,

    /// Draw marks for cutting and folding.
    #[arg(long)]
    pub marks: bool,
}

/// Sides of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SidesArg {
    /// the front
    One,
    /// front and back
    Both,
}

/// How pages stand on sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LayoutArg {
    /// one page a side
    OneUp,
    /// two pages a side, side by side
    TwoUp,
    /// four pages a side
    FourUp,
    /// two pages a side, in the order of a booklet of folded sheets
    Booklet,
}

impl LayoutArg {
    /// Its name as it is typed.
    pub(crate) fn name(self) -> &'static str {
        match self {
            LayoutArg::OneUp => "one-up",
            LayoutArg::TwoUp => "two-up",
            LayoutArg::FourUp => "four-up",
            LayoutArg::Booklet => "booklet",
        }
    }
}

impl From<LayoutArg> for Layout {
    fn from(layout: LayoutArg) -> Layout {
        match layout {
            LayoutArg::OneUp => Layout::OneUp,
            LayoutArg::TwoUp => Layout::TwoUp,
            LayoutArg::FourUp => Layout::FourUp,
            LayoutArg::Booklet => Layout::Booklet,
        }
    }
}
