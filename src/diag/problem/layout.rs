//! What can go wrong while a report is set in pages and written.

use super::problems;
use crate::diag::Thing;
use crate::diag::particle::{bare_subject, object, topic};
use crate::diag::words::say;

problems! {
    /// What can go wrong while a report is set in pages and written.
    pub enum LayoutProblem in lang {
        /// A character that none of the fonts has.
        MissingGlyph { character: char, font: String } = Error "missing-glyph" {
            ko: say!("글꼴 `{font}`에 글자 `{character}`(U+{:04X})이(가) 없습니다", u32::from(*character))
                .label("찍을 수 없는 글자")
                .help("다른 글자로 바꾸거나, 이 글자가 있는 글꼴을 템플릿에 더해 주세요."),
            en: say!("the font `{font}` has no `{character}` (U+{:04X})", u32::from(*character))
                .label("this character can't be printed")
                .help("Use another character, or add a font that has it to the template."),
        }

        /// Something that is higher than a page and can't be broken.
        DoesNotFit { what: Thing } = Error "does-not-fit" {
            ko: say!("{} 한 쪽에 들어가지 않습니다", what.subject()).label("쪽보다 높음").help("내용을 줄이거나 둘로 나누어 주세요."),
            en: say!("{} does not fit on a page", what.name(lang)).label("higher than a page").help("Shorten it, or divide it in two."),
        }

        /// Something that is wider than its place and can't be broken.
        TooWide { what: Thing } = Error "too-wide" {
            ko: say!("{} 자리보다 넓습니다", what.subject()).label("넘침").help("내용을 줄이거나 너비를 늘려 주세요."),
            en: say!("{} is wider than its place", what.name(lang)).label("sticks out").help("Shorten it, or give it more width."),
        }

        /// A table's head that leaves no room for rows, so it is not repeated.
        HeadTooTall { } = Warning "head-too-tall" {
            ko: say!("머리행이 너무 높아 다음 쪽에 되풀이하지 않습니다").label("너무 높은 머리행").help("머리행의 글을 줄여 주세요."),
            en: say!("the head is too tall to be repeated on every page").label("this head").help("Shorten the head."),
        }

        /// Something that was set smaller so that it fits.
        TightenedToFit { what: Thing, percent: u32 } = Note "tightened-to-fit" {
            ko: say!("{} 자리에 맞추려고 {percent}%로 줄였습니다", what.object()),
            en: say!("{} was set at {percent}% to fit", what.name(lang)),
        }

        /// A page number wider than its place.
        PageNumberTooWide { page: u32 } = Error "page-number-too-wide" {
            ko: say!("쪽 번호 {} 자리에 들어가지 않습니다", bare_subject(&page.to_string())).help("템플릿의 쪽 번호 자리를 넓혀 주세요."),
            en: say!("the page number {page} does not fit its place").help("Make the place for page numbers wider in the template."),
        }

        /// A font family that is nowhere to be found.
        FontMissing { family: String } = Error "font-missing" {
            ko: say!("글꼴 {} 찾을 수 없습니다", object(family)).help("글꼴 파일을 `fonts` 폴더에 두거나, 템플릿에서 다른 글꼴을 골라 주세요."),
            en: say!("the font `{family}` was not found").help("Put its file in the folder `fonts`, or choose another font in the template."),
        }

        /// A font file that can't be used.
        FontUnreadable { name: String, reason: String } = Error "font-unreadable" {
            ko: say!("글꼴 파일 {} 쓸 수 없습니다: {reason}", object(name)),
            en: say!("the font file `{name}` can't be used: {reason}"),
        }

        /// A template that is nowhere to be found.
        TemplateMissing { name: String, like: Option<String> } = Error "template-missing" {
            ko: say!("템플릿 {} 찾을 수 없습니다", object(name)).help_if(crate::diag::words::meant(like.as_deref(), lang)),
            en: say!("the template `{name}` was not found").help_if(crate::diag::words::meant(like.as_deref(), lang)),
        }

        /// A refusal of the PDF writer, such as a rule of the standard that is broken.
        Writer { message: String } = Error "pdf-writer" {
            ko: say!("PDF를 쓸 수 없습니다: {message}"),
            en: say!("the PDF can't be written: {message}"),
        }

        /// The finished file can't be put where it should be.
        Output { path: String, reason: String } = Error "output" {
            ko: say!("{} 쓸 수 없는 곳입니다: {reason}", topic(path)),
            en: say!("`{path}` can't be written: {reason}"),
        }
    }
}
