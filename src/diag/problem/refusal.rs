//! What the PDF writer refuses, in the words of who made the report: never those of the writer's own program.

use crate::diag::words::{Lang, Words};

/// What the PDF writer refuses.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Refusal {
    /// A text for which its face has no glyph.
    NoGlyph {
        /// The text.
        text: String,
    },
    /// A text whose letters can't be copied out of the file again.
    NotCopied,
    /// A font whose maker forbids that it goes into a file.
    Forbidden {
        /// The font.
        font: String,
    },
    /// A font that can't be put into a file.
    Font {
        /// The font.
        font: String,
    },
    /// A picture that can't be put into a file.
    Picture,
    /// More than the standard lets one thing have: a table's cells, a page's links, the letters of a title.
    TooMuch,
    /// A drawing that has what the standard doesn't.
    Drawing,
    /// A text that people who can't see need, and that isn't there.
    NothingHeard,
    /// Attached files that the standard doesn't take.
    Attached,
    /// Anything else that only a mistake of this program explains.
    Own {
        /// What to tell who mends it.
        what: &'static str,
    },
}

impl Refusal {
    /// What is said of it.
    pub(crate) fn words(&self, lang: Lang) -> Words {
        let newer = lang.choose(
            "`--standard a-2b`처럼 더 새로운 표준으로 만들거나, 내용을 나누어 주세요.",
            "Choose a newer standard such as `--standard a-2b`, or divide it.",
        );
        let (sentence, help) = match self {
            Refusal::NoGlyph { text } => (
                lang.choose(
                    format!("`{text}`의 글꼴에 글자가 없어 PDF에 찍을 수 없습니다"),
                    format!("`{text}` can't be printed: its font lacks a glyph"),
                ),
                lang.choose(
                    "다른 글자로 바꾸거나, 이 글자가 있는 글꼴을 템플릿에 더해 주세요.",
                    "Use another character, or add a font that has it to the template.",
                ),
            ),
            Refusal::NotCopied => (
                lang.choose(
                    "PDF에서 복사하거나 읽어 줄 수 없는 글자입니다".into(),
                    "this text could not be copied or read out from the PDF".into(),
                ),
                lang.choose(
                    "사용자 정의 글자나 제어 문자를 보통 글자로 바꾸어 주세요.",
                    "Replace characters of private use and control characters.",
                ),
            ),
            Refusal::Forbidden { font } => (
                lang.choose(
                    format!("글꼴 `{font}`은(는) 만든 이가 PDF에 넣지 못하게 했습니다"),
                    format!("the maker of the font `{font}` forbids it to be put into a PDF"),
                ),
                lang.choose(
                    "문서에 넣을 수 있는 글꼴을 템플릿의 `families`에 적어 주세요.",
                    "Name a font in the template that may be embedded.",
                ),
            ),
            Refusal::Font { font } => (
                lang.choose(
                    format!("글꼴 `{font}`을(를) PDF에 넣을 수 없습니다"),
                    format!("the font `{font}` can't be put into the PDF"),
                ),
                lang.choose(
                    "글꼴 파일이 온전한지 확인하거나 다른 글꼴을 써 주세요.",
                    "Check its file, or use another font.",
                ),
            ),
            Refusal::Picture => (
                lang.choose("그림을 PDF에 넣을 수 없습니다".into(), "this picture can't be put into the PDF".into()),
                lang.choose("PNG나 JPEG로 다시 저장해 주세요.", "Save it anew as PNG or JPEG."),
            ),
            Refusal::TooMuch => (
                lang.choose(
                    "고른 PDF 표준이 담을 수 있는 것보다 많습니다".into(),
                    "this is more than the chosen PDF standard can hold".into(),
                ),
                newer,
            ),
            Refusal::Drawing => (
                lang.choose(
                    "고른 PDF 표준에 없는 것을 그린 그림입니다".into(),
                    "this drawing has what the chosen PDF standard lacks".into(),
                ),
                lang.choose(
                    "되풀이되는 색 번짐을 쓰지 않고 다시 저장해 주세요.",
                    "Save it anew without repeated gradients.",
                ),
            ),
            Refusal::NothingHeard => (
                lang.choose(
                    "화면을 보지 못하는 이에게 읽어 줄 글이 없습니다".into(),
                    "there is nothing to be read out to who can't see this".into(),
                ),
                lang.choose("`alt`나 제목을 적어 주세요.", "Type an `alt` or a title."),
            ),
            Refusal::Attached => (
                lang.choose(
                    "고른 PDF 표준에는 파일을 넣을 수 없습니다".into(),
                    "the chosen PDF standard takes no files".into(),
                ),
                lang.choose("`--standard a-3a`로 만들어 주세요.", "Choose `--standard a-3a`."),
            ),
            Refusal::Own { what } => (
                lang.choose(format!("PDF를 쓰지 못했습니다({what})"), format!("the PDF could not be written ({what})")),
                lang.choose(
                    "프로그램의 잘못입니다. 이 보고서와 함께 알려 주세요.",
                    "This is a fault of the program. Please report it with this report.",
                ),
            ),
        };
        Words::new(sentence).label(lang.choose("PDF에 쓸 수 없는 곳", "can't be written")).help(help)
    }
}
