//! What can be wrong with an outline and the text in it.

use super::problems;
use crate::diag::Lang;
use crate::diag::particle::{bare_object, topic};
use crate::diag::words::{meant, say};
use crate::model::report::Thing;

problems! {
    /// What can be wrong with an outline and the text in it.
    pub enum OutlineProblem in lang {
        /// An item two or more levels below what stands above it.
        LevelSkipped { level: usize, above: usize } = Error "level-skipped" {
            ko: say!("{level}단계로 들여 썼는데 그 위에 {}단계 항목이 없습니다", level - 1)
                .label("너무 깊이 들여 썼음")
                .help(match above {
                    0 => "목록의 첫 단계는 들여 쓰지 않습니다.".to_owned(),
                    above => format!("여기에는 빈칸 {}개까지 들여 쓸 수 있습니다. 한 단계는 빈칸 2개입니다.", above * 2),
                }),
            en: say!("this is indented to level {level}, but no item of level {} stands above it", level - 1)
                .label("indented too far")
                .help(match above {
                    0 => "The first level of a list is not indented.".to_owned(),
                    above => format!("It can be indented by up to {} blanks: a level is two blanks.", above * 2),
                }),
        }

        /// Levels beyond those that can be set.
        TooDeep { deepest: usize } = Error "level-too-deep" {
            ko: say!("{deepest}단계보다 깊은 항목은 쓸 수 없습니다").label("너무 깊음"),
            en: say!("an item can't be deeper than level {deepest}").label("too deep"),
        }

        /// A title of a box below which nothing is indented.
        EmptyBox { } = Warning "empty-box" {
            ko: say!("상자 제목처럼 보이지만 아래에 들여 쓴 줄이 없어 글로 찍습니다").label("상자에 넣을 줄이 없음").help("상자에 넣을 줄을 빈칸 2개씩 들여 쓰거나, 글이면 줄 앞에 `\\`를 적어 주세요."),
            en: say!("this looks like the title of a box, but no line below it is indented, so it is printed as text").label("nothing to put in a box").help("Indent what belongs in the box by two blanks, or put a `\\` before a text."),
        }

        /// Boxes within boxes beyond those that can be set.
        BoxTooDeep { deepest: usize } = Error "box-too-deep" {
            ko: say!("상자 안의 상자는 {deepest}겹까지 쓸 수 있습니다").label("너무 깊은 상자"),
            en: say!("boxes can stand within each other {deepest} deep").label("too deep a box"),
        }

        /// A label of a project without its value, or the other way round.
        LabelAlone { } = Error "label-alone" {
            ko: say!("`labels`의 한 칸은 `이름 : 값`으로 적습니다").label("이름이나 값이 없음").help("예: `담당부서 : 총무과 | 전화 : 02-000-0000`"),
            en: say!("an entry of `labels` is a label and its value").label("one of the two is missing").help("Such as `담당부서 : 총무과 | 전화 : 02-000-0000`."),
        }

        /// A heading that is indented.
        HeadingIndented { } = Error "heading-indented" {
            ko: say!("제목(■, □)은 들여 쓸 수 없습니다").label("들여 썼음").help("줄의 맨 앞에서 시작해 주세요."),
            en: say!("a heading (■, □) can't be indented").label("indented").help("Begin it at the very left."),
        }

        /// Indentation with something that isn't a plain blank.
        IndentSign { character: char } = Error "indent-character" {
            ko: say!("들여쓰기에 {} 쓸 수 없습니다", bare_object(blank_name(*character, lang)))
                .label(blank_name(*character, lang))
                .help("한 단계마다 보통 빈칸 2개를 써 주세요."),
            en: say!("{} can't be used to indent", blank_name(*character, lang))
                .label(blank_name(*character, lang))
                .help("Use two plain blanks a level."),
        }

        /// Indentation by an odd number of blanks.
        OddIndent { blanks: usize } = Error "odd-indent" {
            ko: say!("들여쓰기가 빈칸 {blanks}개입니다").label("홀수").help("한 단계마다 빈칸 2개를 써 주세요."),
            en: say!("the indentation is {blanks} blanks").label("an odd number").help("Use two blanks a level."),
        }

        /// A sign and nothing after it.
        EmptyItem { sign: char } = Error "empty-item" {
            ko: say!("`{sign}` 뒤에 내용이 없습니다").label("내용이 필요함"),
            en: say!("nothing follows `{sign}`").label("it must say something"),
        }

        /// A block with other text on its line.
        NotAlone { what: Thing } = Error "block-not-alone" {
            ko: say!("{} 한 줄에 따로 적어야 합니다", what.topic())
                .label("줄에 다른 글이 있음")
                .help("앞뒤의 글을 다른 줄로 옮겨 주세요. 글로 찍으려면 `[` 앞에 `\\`를 적습니다."),
            en: say!("{} must stand alone on its line", what.name(lang))
                .label("other text on this line")
                .help("Move the text to another line. To print the bracket, write `\\` before it."),
        }

        /// `[table: name` without `]`.
        Unclosed { what: Thing } = Error "block-unclosed" {
            ko: say!("{} 넣는 `[`가 닫히지 않았습니다", what.object()).label("`]`가 없음").help("이름 뒤에 `]`를 적어 주세요."),
            en: say!("the `[` that places {} is not closed", what.name(lang)).label("no `]`").help("Write `]` after the name."),
        }

        /// `[tabel: name]`.
        UnknownBlock { word: String, like: Option<String> } = Error "unknown-block" {
            ko: say!("{} 넣을 수 있는 것이 아닙니다", topic(word))
                .label("알 수 없는 종류")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "`table`, `image`, `chart`를 넣을 수 있습니다.".into())),
            en: say!("`{word}` is not something that can be placed")
                .label("unknown kind")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "`table`, `image` and `chart` can be placed.".into())),
        }

        /// `[→ table: name` without `]`.
        ReferenceUnclosed { } = Error "reference-unclosed" {
            ko: say!("가리키는 `[→`가 닫히지 않았습니다").label("`]`가 없음").help("이름 뒤에 `]`를 적어 주세요. 글로 찍으려면 `[` 앞에 `\\`를 적습니다."),
            en: say!("the `[→` that refers to something is not closed").label("no `]`").help("Write `]` after the name. To print the bracket, write `\\` before it."),
        }

        /// `[→ name]`.
        ReferenceForm { } = Error "reference-form" {
            ko: say!("가리키는 것의 종류와 이름이 필요합니다").label("`[→ 종류: 이름]`의 꼴이 아님").help("예: `[→ table: 이름]`, 쪽 번호는 `[→ page table: 이름]`. 글로 찍으려면 `[` 앞에 `\\`를 적습니다."),
            en: say!("a reference needs a kind and a name").label("not of the form `[→ KIND: NAME]`").help("Such as `[→ table: NAME]`, or `[→ page table: NAME]` for its page. To print the bracket, write `\\` before it."),
        }

        /// `[→ tabel: name]`.
        ReferenceKind { word: String, like: Option<String> } = Error "reference-kind" {
            ko: say!("{} 가리킬 수 있는 것이 아닙니다", topic(word))
                .label("알 수 없는 종류")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "`table`, `image`, `chart`, `project`를 가리킬 수 있습니다.".into())),
            en: say!("`{word}` is not something that can be referred to")
                .label("unknown kind")
                .help(meant(like.as_deref(), lang).unwrap_or_else(|| "`table`, `image`, `chart` and `project` can be referred to.".into())),
        }

        /// `**` or `__` that is opened and not closed.
        UnclosedMark { mark: &'static str } = Error "mark-unclosed" {
            ko: say!("`{mark}`의 닫는 짝이 없습니다")
                .label("여기에서 시작함")
                .help(format!("같은 문단 안에서 `{mark}`로 닫거나, 글자로 찍으려면 앞에 `\\`를 적어 주세요.")),
            en: say!("`{mark}` is not closed")
                .label("opened here")
                .help(format!("Close it with `{mark}` in the same paragraph, or write `\\` before it to print it.")),
        }

        /// `**a __b** c__`.
        CrossedMarks { mark: &'static str, inner: &'static str } = Error "marks-crossed" {
            ko: say!("`{inner}`보다 먼저 `{mark}`를 닫았습니다").label("엇갈림").help("안쪽에서 연 것을 먼저 닫아 주세요."),
            en: say!("`{mark}` is closed before `{inner}`").label("crossed").help("Close first what was opened last."),
        }

        /// `****`.
        EmptyMark { mark: &'static str } = Error "mark-empty" {
            ko: say!("`{mark}`와 `{mark}` 사이에 글이 없습니다").label("내용이 필요함").help("글자로 찍으려면 하나하나 앞에 `\\`를 적어 주세요."),
            en: say!("nothing stands between `{mark}` and `{mark}`")
                .label("it must say something")
                .help("To print the signs, write `\\` before each of them."),
        }
    }
}

/// What a blank that is no plain blank is called.
fn blank_name(character: char, lang: Lang) -> &'static str {
    match character {
        '\t' => lang.choose("탭", "a tab"),
        '\u{3000}' => lang.choose("전각 빈칸", "a full-width blank"),
        _ => lang.choose("특수 빈칸", "a special blank"),
    }
}
