//! What can be wrong with the parts of a report and the names of its blocks.

use super::problems;
use crate::diag::Thing;
use crate::diag::particle::{object, subject, topic, towards};
use crate::diag::words::{meant, say};

problems! {
    /// What can be wrong with the parts of a report and the names of its blocks.
    pub enum NameProblem in lang {
        /// A report without parts.
        NoParts { } = Error "no-parts" {
            ko: say!("보고서에 편이 하나도 없습니다").help("`[[part]]` 아래에 `title`과 `file`(또는 `departments`)을 적어 주세요."),
            en: say!("the report has no parts").help("Add a `[[part]]` with a `title` and a `file` (or `departments`)."),
        }

        /// A part without departments.
        NoDepartments { } = Error "no-departments" {
            ko: say!("이 편에 부서가 하나도 없습니다").help("`departments`에 부서 파일의 이름을 하나 이상 적어 주세요."),
            en: say!("this part has no departments").help("Name at least one file of a department in `departments`."),
        }

        /// The file of a part without status sections.
        NoStatus { } = Error "no-status" {
            ko: say!("이 파일에 현황이 하나도 없습니다").help("`[[status]]` 아래에 `title`과 `body`를 적어 주세요."),
            en: say!("this file has no status sections").help("Add a `[[status]]` with a `title` and a `body`."),
        }

        /// A department without status sections and projects.
        EmptyDepartment { } = Error "empty-department" {
            ko: say!("이 부서에 현황도 사업도 없습니다").help("`[[status]]` 또는 `[[project]]`를 적어 주세요."),
            en: say!("this department has neither status sections nor projects").help("Add a `[[status]]` or a `[[project]]`."),
        }

        /// A name that nothing in this file has.
        Unknown { what: Thing, name: String, like: Option<String> } = Error "unknown-name" {
            ko: say!("이 파일에는 {} {} 없습니다", what.name(lang), subject(name))
                .label("없는 이름")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("`[{}.{}]` 아래에 정의해 주세요.", what.key(), key(name)))),
            en: say!("this file has no {} named `{name}`", what.key())
                .label("no such name")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("Define it under `[{}.{}]`.", what.key(), key(name)))),
        }

        /// A name that is of another kind.
        OtherKind { name: String, asked: Thing, found: Thing } = Error "other-kind" {
            ko: say!("{} {}의 이름이지 {}의 이름이 아닙니다", topic(name), found.name(lang), asked.name(lang))
                .help(format!("{} 적어 주세요.", towards(&format!("[{}: {name}]", found.key())))),
            en: say!("`{name}` is {}, not {}", indefinite(*found), indefinite(*asked)).help(format!("Write `[{}: {name}]`.", found.key())),
        }

        /// A block placed a second time.
        PlacedTwice { what: Thing, name: String } = Error "placed-twice" {
            ko: say!("{} {} 두 번 넣었습니다", what.name(lang), object(name))
                .label("두 번째")
                .help("한 이름은 한 번만 넣을 수 있습니다."),
            en: say!("{} `{name}` is placed twice", what.name(lang)).label("again here").help("A name can be placed only once."),
        }

        /// A block that nothing places.
        NeverPlaced { what: Thing, name: String } = Warning "never-placed" {
            ko: say!("{} {} 쓰이지 않았습니다", what.name(lang), subject(name))
                .label("어디에도 넣지 않음")
                .help(format!("본문에 {} 넣거나, 정의를 지워 주세요.", towards(&format!("[{}: {name}]", what.key())))),
            en: say!("{} `{name}` is never placed", what.name(lang))
                .label("nothing places it")
                .help(format!("Place it with `[{}: {name}]`, or remove it.", what.key())),
        }
    }
}

fn indefinite(what: Thing) -> &'static str {
    match what {
        Thing::Image => "an image",
        Thing::Chart => "a chart",
        _ => "a table",
    }
}

/// A name as TOML wants it: in quotes, where it has more than ASCII letters, digits, `-` and `_`.
fn key(name: &str) -> String {
    let bare = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if bare && !name.is_empty() { name.to_owned() } else { format!("\"{name}\"") }
}
