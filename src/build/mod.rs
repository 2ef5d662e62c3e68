//! The front door: from a folder of files to a finished PDF. Nothing is printed, and nothing written.

mod account;
mod error;
mod run;

pub use account::{Account, Fitted};
pub use error::Error;
pub(crate) use run::{Finished, Forms, Make, Run, Set};

use std::path::Path;

use crate::diag::{Findings, Lang};
use crate::read::files::{Files, Folder};
use crate::regenerate::diff::{Differences, compare};
use crate::write::pdf::Standard;

/// A report to be built: its files, and what is asked of the PDF.
#[derive(Debug)]
pub struct Build {
    files: Files,
    make: Make,
}

/// A report that was built.
#[derive(Debug)]
#[non_exhaustive]
pub struct Built {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// The 한글 document, if it was asked for.
    pub hwpx: Option<Vec<u8>>,
    /// How many pages it has.
    pub pages: usize,
    /// What was noticed: warnings and notes of its making, and all that the check of its content finds.
    pub findings: Findings,
    /// How each chapter was fitted to its pages.
    pub accounts: Vec<Account>,
}

impl Build {
    /// The report in a folder, whose own file is `report.toml`.
    pub fn new(folder: impl Folder + 'static) -> Build {
        Build { files: Files::new(folder), make: Make::default() }
    }

    /// The report at a path of the disk: a folder with a `report.toml`, or such a file.
    pub fn at(path: &Path) -> Build {
        Build { files: Files::of_report(path), make: Make::default() }
    }

    /// With the template in this folder, instead of the one that the report names.
    pub fn template(self, folder: impl Folder + 'static) -> Build {
        Build { files: self.files.with_template(Some(Box::new(folder))), ..self }
    }

    /// Keeping this standard; [`Standard::A2aUa1`] unless said, and [`Standard::A3aUa1`] where files are attached.
    pub fn standard(self, standard: Standard) -> Build {
        Build { make: Make { standard: Some(standard), ..self.make }, ..self }
    }

    /// With the files that it is made from inside the PDF, so that it can be built again from it.
    pub fn attach_sources(self) -> Build {
        Build { files: self.files.keeping(), make: Make { attach_sources: true, ..self.make } }
    }

    /// With a 한글 document (HWPX) beside the PDF.
    #[cfg(feature = "hwpx")]
    pub fn hwpx(self) -> Build {
        Build { make: Make { forms: Forms { hwpx: true, ..self.make.forms }, ..self.make }, ..self }
    }

    /// Reads, checks, sets and writes the report.
    pub fn run(self) -> Result<Built, Error> {
        let mut run = Run::new(self.files);
        let (slips, made) = run.make(self.make);
        slips.into_iter().for_each(|slip| run.sink.push(slip));
        let findings = run.end();
        match made {
            Some(Finished { pdf: Some(pdf), hwpx, pages, accounts }) => {
                Ok(Built { pdf, hwpx, pages, findings, accounts })
            }
            Some(_) | None => Err(Error::new(findings)),
        }
    }

    /// Everything that is wrong with the report: what keeps it from being built, and what the check of its content finds.
    pub fn check(self) -> Findings {
        let mut run = Run::new(self.files);
        run.check();
        run.end()
    }

    /// What was changed from this report to another, in the words of a language.
    pub fn differences(self, new: Build, lang: Lang) -> Result<Differences, Error> {
        let set = |build: Build| Set::of(Run::new(build.files)).map_err(Error::new);
        let (old, new) = rayon::join(|| set(self), || set(new));
        Ok(Differences::new(&compare(old?.side(), new?.side()), lang))
    }
}
