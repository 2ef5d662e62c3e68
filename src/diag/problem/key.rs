//! What can be wrong with the keys and values of a file.

use super::problems;
use crate::diag::Kind;
use crate::diag::particle::{and, bare_subject, bare_towards, object, subject, topic};
use crate::diag::words::{listed, meant, say};

problems! {
    /// What can be wrong with the keys and values of a file.
    pub enum KeyProblem in lang {
        /// A key that doesn't stand here.
        Unknown { key: String, like: Option<String>, known: Vec<String> } = Error "unknown-key" {
            ko: say!("{} 여기에 쓸 수 없는 항목입니다", topic(key))
                .label("알 수 없는 항목")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("여기에 쓸 수 있는 항목: {}", listed(known, lang)))),
            en: say!("`{key}` is not a key that can stand here")
                .label("unknown key")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("Keys that can stand here: {}", listed(known, lang)))),
        }

        /// A key that must be there.
        Missing { key: String, sample: String } = Error "missing-key" {
            ko: say!("꼭 있어야 할 항목 {} 없습니다", subject(key))
                .label(format!("여기에 `{key}` 필요"))
                .help(format!("`{sample}`의 꼴로 적어 주세요.")),
            en: say!("the required key `{key}` is missing")
                .label(format!("`{key}` belongs here"))
                .help(format!("Add `{sample}`.")),
        }

        /// A value of another kind.
        WrongType { expected: &'static [Kind], found: Kind } = Error "wrong-type" {
            ko: say!("{} 들어갈 자리에 {} 있습니다",
                    bare_subject(&Kind::any_of(expected, lang)),
                    bare_subject(found.name(lang)))
                .label(Kind::any_of(expected, lang))
                .help_if(brackets(expected, *found).then(|| "되풀이되는 묶음은 `[[이름]]`처럼 대괄호를 두 겹으로 적습니다.".into())),
            en: say!("this must be {}, but it is {}", Kind::any_of(expected, lang), found.name(lang))
                .label(format!("must be {}", Kind::any_of(expected, lang)))
                .help_if(brackets(expected, *found).then(|| "A table that can repeat has two brackets: `[[name]]`.".into())),
        }

        /// A text that isn't one of a few.
        UnknownChoice { value: String, like: Option<String>, choices: Vec<&'static str> } = Error "unknown-choice" {
            ko: say!("{} 여기에 쓸 수 없는 값입니다", topic(value))
                .label("알 수 없는 값")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("쓸 수 있는 값: {}", listed(choices, lang)))),
            en: say!("`{value}` is not one of the values that can stand here")
                .label("unknown value")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| format!("Values that can stand here: {}", listed(choices, lang)))),
        }

        /// A text that doesn't read as what it should be.
        BadValue { value: String, expected: Kind } = Error "bad-value" {
            ko: say!("{} {} 읽을 수 없습니다", object(value), bare_towards(expected.name(lang))).label(expected.name(lang)),
            en: say!("`{value}` does not read as {}", expected.name(lang)).label(expected.name(lang)),
        }

        /// A number too small or too large.
        OutOfRange { value: String, least: i64, most: i64 } = Error "out-of-range" {
            ko: say!("{} {least}부터 {most}까지의 값이 아닙니다", topic(value)).label(format!("{least}~{most}")),
            en: say!("{value} is not between {least} and {most}").label(format!("{least} to {most}")),
        }

        /// A text that must say something is empty.
        EmptyText { key: &'static str } = Error "empty-text" {
            ko: say!("{} 비어 있습니다", subject(key)).label("내용이 필요함"),
            en: say!("`{key}` is empty").label("it must say something"),
        }

        /// A text longer than any report holds.
        TextTooLong { lines: usize, characters: usize } = Error "text-too-long" {
            ko: say!("글이 너무 깁니다").label("너무 긴 글").help(format!("한 글은 {lines}줄, {characters}자까지 쓸 수 있습니다. 여러 사업이나 현황으로 나누어 주세요.")),
            en: say!("this text is too long").label("too long").help(format!("A text has at most {lines} lines and {characters} characters: divide it into several.")),
        }

        /// Two keys that exclude each other.
        Exclusive { first: &'static str, second: &'static str } = Error "exclusive-keys" {
            ko: say!("{} {} 함께 쓸 수 없습니다", and(first), topic(second))
                .help("둘 가운데 하나만 적어 주세요."),
            en: say!("`{first}` and `{second}` can't stand together").help("Keep one of the two."),
        }

        /// One of two keys must be there.
        Either { first: &'static str, second: &'static str } = Error "missing-either" {
            ko: say!("`{first}` 또는 `{second}` 가운데 하나가 있어야 합니다").label("둘 다 없음"),
            en: say!("either `{first}` or `{second}` must be given").label("neither is given"),
        }
    }
}

/// Whether `[part]` stands where `[[part]]` should.
fn brackets(expected: &[Kind], found: Kind) -> bool {
    expected == [Kind::List] && found == Kind::Table
}
