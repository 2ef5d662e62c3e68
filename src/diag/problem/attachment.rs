//! What can be wrong with the files in a PDF.

use super::problems;
use crate::diag::particle::{subject, topic};
use crate::diag::words::say;

problems! {
    /// What can be wrong with the files in a PDF.
    pub enum AttachmentProblem in lang {
        /// A PDF without files in it.
        None { name: String } = Error "no-attachments" {
            ko: say!("{} 안에 첨부된 파일이 없습니다", topic(name))
                .help("`bogoseo build --attach-sources`로 만든 PDF에는 보고서의 정의와 자료가 들어 있습니다."),
            en: say!("`{name}` has no files in it")
                .help("A PDF made with `bogoseo build --attach-sources` holds the report's definition and data."),
        }

        /// A file whose name leads out of the folder that it is put into.
        Outside { name: String } = Error "attachment-outside" {
            ko: say!("첨부 파일의 이름 `{}`은(는) 폴더 밖을 가리킵니다", name.escape_debug()).help("안전하지 않은 PDF이므로 아무것도 꺼내지 않았습니다."),
            en: say!("the name `{}` of an attached file leads out of the folder", name.escape_debug())
                .help("The PDF is not to be trusted, so nothing was taken out of it."),
        }

        /// Two different files of one name.
        Twice { name: String } = Error "attachment-twice" {
            ko: say!("이름이 {}인 첨부 파일이 둘 이상입니다", format_args!("`{name}`")),
            en: say!("two files in the PDF are called `{name}`"),
        }

        /// A file that can't be unpacked.
        Damaged { name: String } = Error "attachment-damaged" {
            ko: say!("첨부 파일 {} 손상되었습니다", subject(name)),
            en: say!("the attached file `{name}` is damaged"),
        }

        /// A file larger than any of a report.
        TooLarge { name: String, limit: u64 } = Error "attachment-too-large" {
            ko: say!("첨부 파일 {} 너무 큽니다 (한도 {} MiB)", subject(name), limit >> 20),
            en: say!("the attached file `{name}` is too large (the limit is {} MiB)", limit >> 20),
        }

        /// Another file stands where one is to be put.
        Exists { path: String } = Error "already-there" {
            ko: say!("{} 이미 있고 내용이 다릅니다", subject(path)).help("다른 폴더를 `-o`로 고르거나, 덮어쓰려면 `--force`를 붙여 주세요."),
            en: say!("`{path}` is already there, with other content").help("Choose another folder with `-o`, or overwrite it with `--force`."),
        }

        /// A standard that has no room for attached files.
        StandardWithout { standard: String } = Error "standard-without-attachments" {
            ko: say!("표준 `{standard}`의 PDF에는 파일을 첨부할 수 없습니다").help("`--standard`를 빼면 `a-3a+ua-1`로 만듭니다. `a-3a`, `ua-1`, `none`도 됩니다."),
            en: say!("a PDF of the standard `{standard}` can't hold files").help("Leave `--standard` out for `a-3a+ua-1`, or use `a-3a`, `ua-1` or `none`."),
        }
    }
}
