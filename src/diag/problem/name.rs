//! What can be wrong with the parts of a report and the names of its blocks.

use super::problems;
use crate::diag::particle::{object, subject, topic, towards};
use crate::diag::words::{meant, say};
use crate::model::report::Thing;

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

        /// A reference to a name that nothing has.
        UnknownReference { what: Thing, name: String, like: Option<String> } = Error "reference-unknown" {
            ko: say!("{} {} 없습니다", what.name(lang), subject(name))
                .label("없는 이름")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "다른 파일에 있으면 `파일/이름`으로 적습니다. 예: `[→ table: departments/planning/works]`".into())),
            en: say!("there is no {} named `{name}`", what.key())
                .label("no such name")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "If it is in another file, write `FILE/NAME`, such as `[→ table: departments/planning/works]`.".into())),
        }

        /// A reference to the number of what has none.
        ReferenceWithoutCaption { what: Thing, name: String } = Error "reference-without-caption" {
            ko: say!("{} `{name}`에는 제목이 없어 번호로 가리킬 수 없습니다", what.name(lang))
                .label("`caption`이 없음")
                .help(format!("거기에 `caption`을 적거나, 쪽을 가리켜 주세요: `[→ page {}: {name}]`", what.key())),
            en: say!("{} `{name}` has no caption, and so no number to refer to", what.name(lang))
                .label("it has no `caption`")
                .help(format!("Give it a `caption`, or refer to its page: `[→ page {}: {name}]`", what.key())),
        }

        /// Two projects of one name.
        ProjectNamedTwice { name: String } = Error "project-named-twice" {
            ko: say!("사업의 이름 {} 두 번 썼습니다", object(name)).label("두 번째").help("한 파일 안에서 사업의 이름은 서로 달라야 합니다."),
            en: say!("two projects are named `{name}`").label("again here").help("Names of projects are unique in a file."),
        }

        /// A list after the contents without anything in it.
        NothingListed { key: &'static str } = Warning "list-empty" {
            ko: say!("`{key}` 목차에 넣을 것이 없습니다").label("제목이 있는 것이 없음").help("표나 그림, 도표에 `caption`을 적으면 목차에 들어갑니다."),
            en: say!("the list of `{key}` has nothing in it").label("none of them has a caption").help("A table, image or chart with a `caption` is listed."),
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
