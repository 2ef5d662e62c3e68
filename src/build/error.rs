//! Why there is no PDF.

use std::fmt;

use crate::diag::{Findings, Style};

/// Why there is no PDF: what was found, errors among it.
#[derive(Debug)]
pub struct Error {
    findings: Box<Findings>,
}

impl Error {
    pub(super) fn new(findings: Findings) -> Error {
        Error { findings: Box::new(findings) }
    }

    /// Everything that was found.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }
}

/// The findings as text, in Korean and without colours: [`Error::findings`] gives them in other forms.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.findings.text(Style::default()).trim_end())
    }
}

impl std::error::Error for Error {}
