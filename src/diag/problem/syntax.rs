//! What can be wrong with the writing of a TOML file.

use super::problems;
use crate::diag::particle::object;
use crate::diag::words::say;
use crate::diag::{Lang, Words};

/// What the writing breaks, as far as it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// A string without its closing quote, or with a character that must be escaped.
    Text,
    /// A multi-line string without its closing quotes, or with a character that must be escaped.
    LongText,
    /// `\` and something that is no escape.
    Escape,
    /// A value without quotes that is none of TOML's other kinds.
    Unquoted,
    /// No `=`, or no value after it.
    Assignment,
    /// A key that TOML doesn't allow without quotes.
    Key,
    /// `[` without `]`.
    Array,
    /// `{` without `}`.
    InlineTable,
    /// A line `[name]` without its closing bracket.
    Header,
    /// A comma missing or too many.
    Comma,
    /// A curly quote where a straight one belongs.
    CurlyQuote,
    /// A number with thousands commas and without quotes.
    Thousands,
    /// A number that isn't written as TOML wants.
    Number,
    /// A date or time that doesn't exist or isn't written as TOML wants.
    Date,
    /// A key that would have to be a table as well as a value.
    Extend,
    /// Something after the end of a value.
    Trailing,
    /// A carriage return or control character.
    Control,
    /// Anything else, in the words of the parser.
    Other,
}

problems! {
    /// What can be wrong with the writing of a TOML file.
    pub enum SyntaxProblem in lang {
        /// Not TOML.
        Invalid { syntax: Syntax, parser: String } = Error "syntax" {
            ko: explain(*syntax, parser, lang),
            en: explain(*syntax, parser, lang),
        }

        /// A key that stands twice in one table.
        DuplicateKey { key: String } = Error "duplicate-key" {
            ko: say!("{} 두 번 적었습니다", object(key))
                .label("두 번째")
                .help("한 묶음 안에서 같은 이름은 한 번만 쓸 수 있습니다. 하나를 지우거나 이름을 바꾸어 주세요."),
            en: say!("`{key}` stands twice").label("again here").help("Remove one of the two, or give it another name."),
        }

        /// Arrays or tables within each other without end.
        TooDeep { } = Error "nested-too-deep" {
            ko: say!("괄호가 너무 깊이 겹쳐 있습니다").help("닫는 괄호가 빠지지 않았는지 확인해 주세요."),
            en: say!("brackets are nested too deep").help("Check that no closing bracket is missing."),
        }
    }
}

/// The words for a break of TOML's rules; the parser's own stand in the help where ours may say too little.
fn explain(syntax: Syntax, parser: &str, lang: Lang) -> Words {
    let (ko, en, help_ko, help_en) = match syntax {
        Syntax::Text => (
            "따옴표로 연 문자열이 올바로 끝나지 않습니다",
            "this string is not closed properly",
            "같은 줄에서 같은 따옴표로 닫아 주세요. 여러 줄은 \"\"\" 사이에 적습니다.",
            "Close it with the same quote on the same line. Several lines go between \"\"\".",
        ),
        Syntax::LongText => (
            "여러 줄 문자열이 올바로 끝나지 않습니다",
            "this multi-line string is not closed properly",
            "연 것과 같은 따옴표 세 개로 닫아 주세요.",
            "Close it with the same three quotes that opened it.",
        ),
        Syntax::Escape => (
            "`\\` 뒤의 글자를 알 수 없습니다",
            "`\\` is not followed by an escape",
            "`\\` 기호 자체는 `\\\\`로 적거나, 작은따옴표('…', '''…''') 문자열을 써 주세요.",
            "Write `\\\\` for a backslash, or use a string in single quotes ('…', '''…''').",
        ),
        Syntax::Unquoted => (
            "값에 따옴표가 없습니다",
            "the value has no quotes",
            "글은 따옴표로 묶어 주세요: \"…\"",
            "Put text in quotes: \"…\"",
        ),
        Syntax::Assignment => (
            "`항목 = 값`의 꼴이 아닙니다",
            "this is not of the form `key = value`",
            "항목 이름, `=`, 값을 한 줄에 적어 주세요.",
            "Write the key, `=` and the value on one line.",
        ),
        Syntax::Key => (
            "항목 이름을 이렇게 쓸 수 없습니다",
            "a key can't be written like this",
            "한글이나 빈칸이 든 이름은 따옴표로 묶어 주세요: \"이름\" = …",
            "Put names with blanks or letters other than a-z in quotes: \"name\" = …",
        ),
        Syntax::Array => (
            "`[`로 연 목록이 올바로 닫히지 않습니다",
            "the list opened by `[` is not closed properly",
            "`]`가 빠지지 않았는지 확인해 주세요.",
            "Check that no `]` is missing.",
        ),
        Syntax::InlineTable => (
            "`{`로 연 묶음이 올바로 닫히지 않습니다",
            "the table opened by `{` is not closed properly",
            "`}`가 빠지지 않았는지 확인해 주세요.",
            "Check that no `}` is missing.",
        ),
        Syntax::Header => (
            "`[이름]` 줄이 올바로 닫히지 않습니다",
            "this `[name]` line is not closed properly",
            "연 만큼 `]`로 닫고, 같은 줄에 다른 것을 적지 마세요.",
            "Close it with as many `]` as opened it, with nothing else on the line.",
        ),
        Syntax::Comma => (
            "쉼표가 빠졌거나 더 있습니다",
            "a comma is missing or one too many",
            "값과 값 사이에 쉼표를 하나씩 적어 주세요.",
            "Put one comma between two values.",
        ),
        Syntax::CurlyQuote => (
            "둥근 따옴표(“ ” ‘ ’)로는 값을 묶을 수 없습니다",
            "curly quotes (“ ” ‘ ’) can't hold a value",
            "곧은 따옴표로 바꾸어 주세요: \"…\" 글 안의 둥근 따옴표는 그대로 두어도 됩니다.",
            "Use straight quotes: \"…\". Curly ones within a text may stay.",
        ),
        Syntax::Thousands => (
            "쉼표를 넣은 수에 따옴표가 없습니다",
            "a number with commas has no quotes",
            "수는 1_234나 \"1,234\"로 적습니다. 둘 다 1,234로 찍힙니다.",
            "Write 1_234 or \"1,234\"; both print 1,234.",
        ),
        Syntax::Number => (
            "숫자를 이렇게 쓸 수 없습니다",
            "a number can't be written like this",
            "앞자리 0과 쉼표 없이 1_234처럼 적거나, 적은 그대로 찍으려면 \"1,234\"처럼 따옴표로 묶어 주세요.",
            "Write it without commas and leading zeros, as 1_234, or put it in quotes to print it as typed.",
        ),
        Syntax::Date => (
            "날짜를 이렇게 쓸 수 없습니다",
            "a date can't be written like this",
            "2021-10-31처럼 있는 날짜를 적거나, 적은 그대로 찍으려면 따옴표로 묶어 주세요.",
            "Write an existing day as 2021-10-31, or put it in quotes to print it as typed.",
        ),
        Syntax::Extend => (
            "이 이름에는 이미 다른 값이 있습니다",
            "this name already has a value of another kind",
            "한 이름은 값이거나 묶음이어야 합니다. 이름을 바꾸어 주세요.",
            "A name is either a value or a table. Rename one of them.",
        ),
        Syntax::Trailing => (
            "값이 끝난 뒤에 다른 것이 있습니다",
            "something follows the end of the value",
            "한 줄에는 `항목 = 값` 하나만 적을 수 있습니다. 설명은 `#` 뒤에 적어 주세요.",
            "One `key = value` a line. Comments begin with `#`.",
        ),
        Syntax::Control => (
            "보이지 않는 제어 글자가 있습니다",
            "there is an invisible control character",
            "이 글자를 지워 주세요.",
            "Remove the character.",
        ),
        Syntax::Other => return other(parser, lang),
    };
    Words::new(lang.choose(ko, en)).label(lang.choose("여기", "here")).help(lang.choose(help_ko, help_en))
}

fn other(parser: &str, lang: Lang) -> Words {
    match lang {
        Lang::Ko => say!("TOML 문법에 맞지 않습니다").label("여기").help(format!("문법 검사기의 말: {parser}")),
        Lang::En => say!("this is not TOML: {parser}").label("here"),
    }
}
