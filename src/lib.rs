//! From a report definition to a finished Korean public report: a paginated, tagged, archivable PDF.
//!
//! ```
//! use bogoseo::{Build, Memory, Style};
//!
//! let report = "template = 'council'\nreport = { title = '주요업무 추진실적', author = '행정관리국' }
//!               [[part]]\ntitle = '현황'\ndepartments = ['welfare.toml']";
//! let department = "name = '복지정책과'\n[[status]]\ntitle = '인력현황'\nbody = '- 정원 12명'";
//! let built = Build::new(Memory::new([("report.toml", report), ("welfare.toml", department)])).run()?;
//! assert!(built.pdf.starts_with(b"%PDF-1.7") && built.findings.is_empty());
//! // Wherever the files lie: `Disk`, or an editor's unsaved texts laid over one (`Overlay`), or a `Folder` of your own.
//! let error = Build::new(Memory::new([("report.toml", "template = 'nope'")])).run().unwrap_err();
//! println!("{}", error.findings().text(Style::default()));
//! # Ok::<(), bogoseo::Error>(())
//! ```
//!
//! The library neither prints nor exits, and reads files only through a [`Folder`].
//!
//! # The straight line
//!
//! Each floor uses itself and those before it (`tests/suite/floors.rs` holds that):
//!
//! 1. `model`: the report as meant, its lengths, places and pictures; the structure that is read aloud.
//! 2. `diag`: what is said of it, as data first, in words at the end.
//! 3. `read`: files to texts, texts to the definition as written (`decode`, `def`), and that to the report as meant (`resolve`).
//! 4. `check`: what a careful reader would find: sums, dates, contradictions, slips of writing.
//! 5. `set`: the report as meant to pages: texts shaped once (`font`, `text`), blocks (`layout`, `chart`), chapters, pages, the document.
//! 6. `write`: the document to bytes (`pdf`), and bytes to a file, whole or not at all (`output`).
//! 7. `regenerate`: reports that change: built again, compared, carried over to another year.
//! 8. `print`: finished PDFs on sheets, as pictures, to a printer.
//! 9. `build`: the line in one call, which is this front door; `cli`: the program.

#[doc(hidden)]
pub mod bench;
mod build;
mod check;
#[doc(hidden)]
pub mod cli;
mod diag;
#[doc(hidden)]
pub mod fuzz;
#[cfg(test)]
#[path = "../tests/laws/mod.rs"]
mod laws;
mod model;
mod print;
mod read;
mod regenerate;
pub mod schemas;
mod set;
mod write;

pub use build::{Account, Build, Built, Error, Fitted};
pub use diag::{Finding, FindingList, Findings, Lang, Place, Related, SarifLog, Severity, Style};
pub use read::files::{Disk, Folder, Memory, Overlay, Refusal};
pub use regenerate::diff::{Difference, DifferenceKind, Differences, DifferentPages, PageName};
pub use write::pdf::Standard;
