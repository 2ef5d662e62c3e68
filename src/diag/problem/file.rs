//! What can be wrong with files.

use super::problems;
use crate::diag::particle::{object, subject, topic};
use crate::diag::words::{meant, say};

problems! {
    /// What can be wrong with a file that a report needs.
    pub enum FileProblem in lang {
        /// Nothing stands under this name.
        NotFound { name: String, like: Option<String> } = Error "file-not-found" {
            ko: say!("{} 찾을 수 없습니다", object(name)).label("없는 파일").help_if(meant(like.as_deref(), lang)),
            en: say!("`{name}` was not found").label("no such file").help_if(meant(like.as_deref(), lang)),
        }

        /// The system refuses to read it.
        Unreadable { name: String, reason: String } = Error "file-unreadable" {
            ko: say!("{} 읽을 수 없습니다: {reason}", object(name)).help("파일의 읽기 권한을 확인해 주세요."),
            en: say!("`{name}` can't be read: {reason}").help("Check the permissions of the file."),
        }

        /// A folder, a device or the like.
        NotAFile { name: String } = Error "not-a-file" {
            ko: say!("{} 파일이 아닙니다", topic(name)).help("폴더나 장치가 아닌 파일의 이름을 적어 주세요."),
            en: say!("`{name}` is not a file").help("Name a file, not a folder or a device."),
        }

        /// A file of a report where the report is asked for.
        PartInstead { name: String } = Error "part-instead-of-report" {
            ko: say!("{} 보고서의 한 부분입니다", topic(name)).help("이 파일이 아니라 `report.toml`이 있는 보고서 폴더를 적어 주세요."),
            en: say!("`{name}` is a part of a report").help("Name the folder of the report, which has a `report.toml`, instead of this file."),
        }

        /// Larger than anything that a report needs.
        TooLarge { name: String, limit: u64 } = Error "file-too-large" {
            ko: say!("{} 너무 큽니다 (한도 {} MiB)", subject(name), limit >> 20),
            en: say!("`{name}` is too large (the limit is {} MiB)", limit >> 20),
        }

        /// Not text in UTF-8.
        NotUtf8 { name: String, byte: usize } = Error "not-utf8" {
            ko: say!("{} UTF-8로 저장된 글이 아닙니다 ({}번째 바이트)", topic(name), byte + 1)
                .label("여기부터 읽을 수 없음")
                .help("옛 한글 부호(CP949, EUC-KR)로 저장된 파일일 수 있습니다. 편집기에서 인코딩을 UTF-8로 바꾸어 다시 저장해 주세요."),
            en: say!("`{name}` is not text in UTF-8 (byte {})", byte + 1)
                .label("unreadable from here on")
                .help("It may be saved as CP949 (EUC-KR). Save it again with UTF-8 as its encoding."),
        }

        /// A path that isn't relative, or leaves the folder of the report.
        OutsideReport { name: String } = Error "outside-report" {
            ko: say!("{} 보고서 폴더 밖을 가리킵니다", subject(name))
                .help("보고서에 쓰는 파일은 보고서 폴더 안에 두고, 이 파일이 있는 곳을 기준으로 이름을 적어 주세요."),
            en: say!("`{name}` points outside the report's folder")
                .help("Keep the files of a report in its folder, and name them relative to the file that uses them."),
        }

        /// A path with `\`.
        Backslash { name: String, slashed: String } = Error "path-backslash" {
            ko: say!("파일 이름 `{name}`에 `\\` 기호를 쓸 수 없습니다").help(format!("`{slashed}`처럼 `/`를 써 주세요.")),
            en: say!("the file name `{name}` has a `\\`").help(format!("Use `/`: `{slashed}`.")),
        }

        /// The same file is used for two departments or parts.
        NamedTwice { name: String } = Error "file-named-twice" {
            ko: say!("{} 두 번 적었습니다", object(name)).label("두 번째").help("한 파일은 보고서에 한 번만 들어갈 수 있습니다."),
            en: say!("`{name}` is named twice").label("again here").help("A file can stand in the report only once."),
        }
    }
}
