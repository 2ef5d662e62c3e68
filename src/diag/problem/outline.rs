//! What can be wrong with an outline and the text in it.

use super::problems;
use crate::diag::particle::topic;
use crate::diag::words::{meant, say};
use crate::model::report::Thing;

problems! {
    /// What can be wrong with an outline and the text in it.
    pub enum OutlineProblem in lang {
        /// Levels beyond those that can be set.
        TooDeep { deepest: usize } = Error "level-too-deep" {
            ko: say!("{deepest}단계보다 깊은 항목은 쓸 수 없습니다").label("너무 깊음"),
            en: say!("an item can't be deeper than level {deepest}").label("too deep"),
        }

        /// A title of a box below which nothing is indented.
        EmptyBox { } = Hint "empty-box" {
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

        /// Lines that are indented otherwise than by two plain blanks a level.
        Indentation { lines: usize, wants: usize } = Hint "indentation" {
            ko: say!("들여쓰기를 헤아려 읽었습니다(이 줄부터 {lines}줄)")
                .label(format!("빈칸 {wants}개로 읽음"))
                .help("한 단계는 보통 빈칸 2개입니다. `bogoseo tidy`가 이렇게 고쳐 씁니다."),
            en: say!("the indentation was guessed ({lines} line{} from here on)", if *lines == 1 { "" } else { "s" })
                .label(format!("read as {wants} blank{}", if *wants == 1 { "" } else { "s" }))
                .help("A level is two plain blanks. `bogoseo tidy` writes it so."),
        }

        /// What looks like the sign of an item and is none.
        SignAsText { sign: String } = Warning "sign-as-text" {
            ko: say!("항목 기호로 읽지 않고 글로 찍습니다: `{sign}`")
                .label("글로 읽음")
                .help("항목이면 기호 뒤를 한 칸 띄우고 `-`, `○`, `1.`, `가.` 같은 기호로 적어 주세요. 글이면 앞에 `\\`를 적습니다."),
            en: say!("`{sign}` is printed as text, not read as the sign of an item")
                .label("read as text")
                .help("For an item, put a blank behind a sign such as `-`, `○`, `1.` or `가.`. For text, write `\\` before it."),
        }

        /// A sign and nothing after it.
        EmptyItem { sign: String } = Error "empty-item" {
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

        /// `**` that is printed, where bold text seems to be meant.
        MarkPrinted { } = Hint "mark-printed" {
            ko: say!("`**`를 글자로 찍습니다")
                .label("굵게 하는 표시가 아님")
                .help("굵게 하려면 앞에 글자나 숫자를, 뒤에 빈칸을 두지 말고 같은 줄에서 `**`로 닫아 주세요. 글자로 찍으려면 앞에 `\\`를 적습니다."),
            en: say!("`**` is printed as it stands")
                .label("it opens no bold text")
                .help("For bold text, let no letter or digit stand before it and no blank behind it, and close it in its line. To print it, write `\\` before it."),
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
