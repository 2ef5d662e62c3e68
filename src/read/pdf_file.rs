//! Finished PDFs, this program's or any other, opened to be read.

use std::path::Path;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::diag::{FileProblem, PdfProblem};
use crate::read::files::read_alone;

/// The most bytes that a PDF may have: far more than a report's, and still in memory with ease.
pub(crate) const LARGEST: u64 = 2 << 30;

/// Bytes in which a PDF says what it is; some programs put something before that.
const HEAD: usize = 1024;
/// Bytes in which a PDF says where its table is; some programs put something after that.
const TAIL: usize = 2048;

/// Reads the bytes of a file that may be a PDF.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, FileProblem> {
    read_alone(path, LARGEST)
}

/// Opens a PDF. `name` is what messages call it.
pub(crate) fn open(data: Vec<u8>, name: &str) -> Result<Pdf, PdfProblem> {
    let name = name.to_owned();
    if !has(&data[..data.len().min(HEAD)], b"%PDF-") {
        return Err(PdfProblem::NotPdf { name });
    }
    // The reader would look for what is left of the pages, and a part of a report would be taken for all of it.
    if !has(&data[data.len().saturating_sub(TAIL)..], b"startxref") {
        return Err(PdfProblem::CutOff { name });
    }
    Pdf::new(data).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => PdfProblem::Password { name },
        LoadPdfError::Decryption(_) => PdfProblem::Encryption { name },
        LoadPdfError::Invalid => PdfProblem::Broken { name, page: None },
    })
}

fn has(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}
