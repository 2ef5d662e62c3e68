//! What can be wrong with a finished PDF that is to be put on sheets.

use super::problems;
use crate::diag::particle::{subject, topic};
use crate::diag::words::{meant, say};

problems! {
    /// What can be wrong with a finished PDF that is to be put on sheets.
    pub enum PdfProblem in lang {
        /// Not a PDF at all.
        NotPdf { name: String } = Error "not-a-pdf" {
            ko: say!("{} PDF 파일이 아닙니다", topic(name)).help("PDF 파일이나 보고서 폴더의 이름을 적어 주세요."),
            en: say!("`{name}` is not a PDF").help("Name a PDF, or the folder of a report."),
        }

        /// Its end is missing.
        CutOff { name: String } = Error "pdf-cut-off" {
            ko: say!("{} 끝까지 저장되지 않은 PDF입니다", topic(name)).help("파일을 다시 받거나 다시 만들어 주세요."),
            en: say!("the end of the PDF `{name}` is missing").help("Fetch or make the file again."),
        }

        /// It can't be read.
        Broken { name: String, page: Option<usize> } = Error "pdf-broken" {
            ko: match page {
                Some(page) => say!("{} 손상되었습니다: {page}번째 쪽을 읽을 수 없습니다", subject(name)),
                None => say!("{} 손상되어 읽을 수 없습니다", subject(name)),
            }.help("파일을 다시 받거나 다시 만들어 주세요."),
            en: match page {
                Some(page) => say!("the PDF `{name}` is broken: its page {page} can't be read"),
                None => say!("the PDF `{name}` is broken and can't be read"),
            }.help("Fetch or make the file again."),
        }

        /// It says that it has other pages than can be found.
        PagesMissing { name: String, said: usize, found: usize } = Error "pdf-pages-missing" {
            ko: say!("{} 손상되었습니다: {said}쪽이라고 되어 있는데 {found}쪽만 읽을 수 있습니다", subject(name)).help("파일을 다시 받거나 다시 만들어 주세요."),
            en: say!("the PDF `{name}` is broken: it says that it has {said} pages, and {found} can be read").help("Fetch or make the file again."),
        }

        /// It has no pages.
        NoPages { name: String } = Error "pdf-without-pages" {
            ko: say!("{} 쪽이 하나도 없는 PDF입니다", topic(name)),
            en: say!("the PDF `{name}` has no pages"),
        }

        /// It opens only with a password.
        Password { name: String } = Error "pdf-password" {
            ko: say!("{} 암호가 걸린 PDF입니다", topic(name)).help("PDF를 연 프로그램에서 암호를 풀어 새 파일로 저장한 뒤, 그 파일을 써 주세요."),
            en: say!("the PDF `{name}` opens only with a password").help("Save a copy without the password, and use that."),
        }

        /// It is encrypted in a way that is not known.
        Encryption { name: String } = Error "pdf-encryption" {
            ko: say!("{} 알 수 없는 방식으로 암호화된 PDF입니다", topic(name)).help("PDF를 연 프로그램에서 암호화를 풀어 새 파일로 저장한 뒤, 그 파일을 써 주세요."),
            en: say!("the PDF `{name}` is encrypted in a way that is not known").help("Save a copy without encryption, and use that."),
        }

        /// Pages were asked for that are not there.
        PagesUnknown { asked: String, like: Option<String>, known: String } = Error "pages-unknown" {
            ko: say!("`{asked}`에 해당하는 쪽이 없습니다").help(meant(like.as_deref(), lang).unwrap_or_else(|| {
                format!("찍힌 쪽번호({known})나 책갈피의 이름으로 적어 주세요. 쪽번호가 없는 쪽은 표지에서 세어 `#1`처럼 적습니다.")
            })),
            en: say!("there are no pages `{asked}`").help(meant(like.as_deref(), lang).unwrap_or_else(|| {
                format!("Name printed page numbers ({known}) or a bookmark. A page without a number is counted from the first: `#1`.")
            })),
        }

        /// A booklet of too many sheets.
        ThickBooklet { sheets: usize, inwards: String } = Warning "thick-booklet" {
            ko: say!("{sheets}장을 한꺼번에 접으면 안쪽 쪽이 {inwards} mm 밀립니다").help("`--signature 8`처럼 몇 장씩 나누어 접어 주세요."),
            en: say!("{sheets} sheets folded into each other move the innermost pages by {inwards} mm").help("Fold fewer at a time: `--signature 8`."),
        }
    }
}
