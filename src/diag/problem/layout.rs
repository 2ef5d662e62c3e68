//! What can go wrong while a report is set in pages and written.

use super::{Refusal, problems};
use crate::diag::particle::{object, subject, topic};
use crate::diag::words::{Lang, listed, meant, say};
use crate::model::len::Len;
use crate::model::source::Span;

/// What helps a table that is too wide: never what it has already.
fn narrower(landscape: bool, unchosen: &[String], lang: Lang) -> String {
    match (landscape, unchosen) {
        (false, []) => lang
            .choose(
                "`landscape = true`로 가로로 눕히거나, 열을 줄이거나, 단위를 크게 잡아 수를 줄여 주세요.",
                "Turn it with `landscape = true`, take columns out, or count in larger units.",
            )
            .to_owned(),
        (true, []) => lang
            .choose(
                "열을 줄이거나, 표를 둘로 나누거나, 단위를 크게 잡아 수를 줄여 주세요.",
                "Take columns out, divide the table in two, or count in larger units.",
            )
            .to_owned(),
        (false, _) => {
            lang.choose(
                "`data`의 `columns`에 쓸 열만 고르거나, `landscape = true`로 가로로 눕혀 주세요. 파일의 열: ",
                "Choose columns in `columns` of its `data`, or turn it with `landscape = true`. The file has: ",
            )
            .to_owned()
                + &listed(unchosen, lang)
        }
        (true, _) => {
            lang.choose(
                "`data`의 `columns`에 쓸 열만 골라 주세요. 파일의 열: ",
                "Choose columns in `columns` of its `data`. The file has: ",
            )
            .to_owned()
                + &listed(unchosen, lang)
        }
    }
}

/// A length in millimetres, to the nearest tenth.
fn mm(length: Len) -> String {
    in_tenths((length.as_milli() * 254 + 36_000).div_euclid(72_000))
}

/// A length in millimetres, rounded up to a tenth, so that it suffices.
fn enough(length: Len) -> String {
    in_tenths((length.as_milli() * 254 + 71_999).div_euclid(72_000))
}

fn in_tenths(tenths: i64) -> String {
    match tenths % 10 {
        0 => format!("{}mm", tenths / 10),
        rest => format!("{}.{rest}mm", tenths / 10),
    }
}

problems! {
    /// What can go wrong while a report is set in pages and written.
    pub enum LayoutProblem in lang {
        /// A reference where none can be printed.
        ReferenceNotHere { } = Error "reference-not-here" {
            ko: say!("여기에서는 다른 곳을 가리킬 수 없습니다").label("도표나 제목의 글").help("본문이나 표의 칸에서 가리켜 주세요."),
            en: say!("nothing can be referred to from here").label("in a chart or caption").help("Refer to it from a body or a cell."),
        }

        /// A character that none of the fonts has.
        MissingGlyph { character: char, font: String } = Warning "missing-glyph" {
            ko: say!("글꼴 `{font}`에 글자 `{character}`(U+{:04X})가 없습니다", u32::from(*character))
                .label("〓로 대신 찍는 글자")
                .help(match is_private(*character) {
                    true => "한글이나 Word가 따로 쓰는 사용자 정의 글자입니다. 뜻하는 글자를 직접 적어 주세요.",
                    false => "다른 글자로 바꾸거나, 이 글자가 있는 글꼴을 템플릿에 더해 주세요.",
                }),
            en: say!("the font `{font}` has no `{character}` (U+{:04X})", u32::from(*character))
                .label("printed as 〓")
                .help(match is_private(*character) {
                    true => "It is a character of private use, which a word processor left in the text. Type the one that is meant.",
                    false => "Use another character, or add a font that has it to the template.",
                }),
        }

        /// The same where none of them has what would be printed in its place.
        NothingInstead { character: char, font: String } = Error "nothing-instead" {
            ko: say!("글꼴 `{font}`에 글자 `{character}`(U+{:04X})가 없고, 대신 찍을 `〓`도 없습니다", u32::from(*character))
                .label("찍을 수 없는 글자")
                .help("템플릿의 `families`에 `Noto Serif KR`처럼 한글이 있는 글꼴을 더해 주세요."),
            en: say!("the font `{font}` has no `{character}` (U+{:04X}), nor the `〓` that would be printed instead", u32::from(*character))
                .label("can't be printed")
                .help("Add a font that has Hangul, such as `Noto Serif KR`, to the `families` of the template."),
        }

        /// Something that is higher than a page and can't be broken.
        TooHigh { } = Warning "too-high" {
            ko: say!("한 쪽보다 높아 아래로 넘칩니다").label("쪽보다 높음").help("내용을 줄이거나 둘로 나누어 주세요."),
            en: say!("this is higher than a page and runs over its foot").label("higher than a page").help("Shorten it, or divide it in two."),
        }

        /// Something that is wider than its place and can't be broken.
        TooWide { } = Warning "too-wide" {
            ko: say!("자리보다 넓어 옆으로 넘칩니다").label("자리보다 넓음").help("내용을 줄이거나 열의 너비를 늘려 주세요."),
            en: say!("this is wider than its place and sticks out").label("wider than its place").help("Shorten it, or give its column more width."),
        }

        /// What stands on every page of the PDF, and that the 한글 document is written without.
        NotInHwpx { mark: bool } = Warning "not-in-hwpx" {
            ko: say!("한글 문서에는 {} 들어가지 않습니다", if *mark { "모든 쪽에 찍는 표시가" } else { "쪽마다 찍는 머리글이" }).label("PDF에만 찍힘").help("필요하면 한글에서 머리말로 넣어 주세요."),
            en: say!("the 한글 document is written without {}", if *mark { "the mark on every page" } else { "running heads" }).label("in the PDF alone").help("Put it in as a header in 한글 where it is needed."),
        }

        /// A picture with too few pixels for its size on paper.
        CoarsePicture { dots: u32 } = Warning "picture-coarse" {
            ko: say!("그림이 인쇄하면 거칠게 보입니다(인치당 {dots}점)").label("크기에 비해 화소가 적음").help("화소가 더 많은 원본을 쓰거나 `width`로 작게 놓아 주세요."),
            en: say!("this picture looks coarse in print ({dots} dots an inch)").label("few pixels for its size").help("Use an original of more pixels, or make it smaller with `width`."),
        }

        /// A project that takes more than its page, however tightly it is set.
        MoreThanItsPage { pages: usize } = Warning "more-than-its-page" {
            ko: say!("사업이 한 쪽에 들어가지 않아 {pages}쪽에 걸쳐 있습니다").label("한 쪽을 넘는 사업").help("내용을 줄이거나 사업을 둘로 나누어 주세요."),
            en: say!("this project does not fit its page and takes {pages}").label("more than a page").help("Shorten it, or divide it in two."),
        }

        /// A chapter that was set more tightly so that it takes a page less.
        Tightened { name: String, gaps: u32, leading: u32, size: String } = Note "tightened" {
            ko: say!("쪽에 맞춰 조였습니다: {name} (간격 {gaps}%, 줄간격 {leading}%, 글자 {size})"),
            en: say!("tightened to fit: {name} (gaps {gaps}%, line spacing {leading}%, type {size})"),
        }

        /// A table on its side that would fit upright.
        Turned { size: String } = Note "turned" {
            ko: say!("가로로 눕힌 표가 바로 세운 쪽에도 글자 {size}로 들어갑니다").label("눕힌 표").help("`landscape`를 지우거나 `\"where-needed\"`로 적으면 바로 섭니다."),
            en: say!("this table on its side would fit upright in type of {size}").label("on its side").help("Take `landscape` out, or write `\"where-needed\"`, and it stands upright."),
        }

        /// A table that may be turned and needn't be.
        Upright { size: String } = Note "upright" {
            ko: say!("표가 바로 세운 쪽에 글자 {size}로 들어가 눕히지 않았습니다").label("바로 세운 표"),
            en: say!("this table fits upright in type of {size} and isn't turned").label("upright"),
        }

        /// A table's head that leaves no room for rows, so it is not repeated.
        HeadTooTall { } = Warning "head-too-tall" {
            ko: say!("머리행이 너무 높아 다음 쪽에 되풀이하지 않습니다").label("너무 높은 머리행").help("머리행의 글을 줄여 주세요."),
            en: say!("the head is too tall to be repeated on every page").label("this head").help("Shorten the head."),
        }

        /// A table whose columns are narrower than its words, however small its type.
        WordsCut { cell: String, table: Span, landscape: bool, unchosen: Vec<String> } = Warning "words-cut" {
            ko: say!("표의 열이 너무 좁아 `{cell}` 같은 낱말이 줄 끝에서 잘립니다").label("열보다 넓은 낱말").help(narrower(*landscape, unchosen, lang)),
            en: say!("the columns of this table are too narrow for words such as `{cell}`, which are cut")
                .label("wider than its column")
                .help(narrower(*landscape, unchosen, lang)),
        }

        /// A table whose columns are narrower than its figures, however small its type.
        FiguresCut { cell: String, table: Span, landscape: bool, unchosen: Vec<String> } = Warning "figures-cut" {
            ko: say!("표의 열이 너무 좁아 `{cell}` 같은 수가 두 줄로 나뉩니다").label("열보다 넓은 수").help(narrower(*landscape, unchosen, lang)),
            en: say!("the columns of this table are too narrow for figures such as `{cell}`, which are parted")
                .label("wider than its column")
                .help(narrower(*landscape, unchosen, lang)),
        }

        /// A column that can't have the width that it was given, or in which a word is cut.
        WidthNotKept { cell: String, given: Len, set: Len, fitting: Option<Len> } = Warning "width-not-kept" {
            ko: match (cell.is_empty(), given == set) {
                (true, _) => say!("`widths`의 너비를 다 더하면 자리보다 넓어 줄였습니다({} 열은 {})", mm(*given), mm(*set))
                    .help("`widths`의 너비를 줄여 주세요."),
                (_, true) => say!("너비가 {}인 열에서 `{cell}`의 낱말이 줄 끝에서 잘립니다", mm(*given)).label("열보다 넓은 낱말").help(
                    format!("`widths`에서 이 열의 너비를 {} 이상으로 적거나, 나눌 곳에 `\\n`을 적어 주세요.", enough(fitting.unwrap_or(*set)))),
                (_, false) => say!("너비가 {}인 열에 {} 들어가지 않아 {}로 넓혔습니다", mm(*given), subject(cell), mm(*set))
                    .label("주어진 너비보다 넓음")
                    .help(format!("`widths`에서 이 열의 너비를 {} 이상으로 적거나 \"auto\"로 두어 주세요.", enough(fitting.unwrap_or(*set)))),
            },
            en: match (cell.is_empty(), given == set) {
                (true, _) => say!("the given `widths` are wider than their place together and were narrowed (the column of {} is {})", mm(*given), mm(*set))
                    .help("Make them narrower."),
                (_, true) => say!("a word of `{cell}` is cut in a column of {}", mm(*given)).label("wider than its column").help(
                    format!("Give the column {} or more in `widths`, or type `\\n` where it may be divided.", enough(fitting.unwrap_or(*set)))),
                (_, false) => say!("`{cell}` does not fit a column of {}, which was set {} wide", mm(*given), mm(*set))
                    .label("wider than the given width")
                    .help(format!("Give the column {} or more in `widths`, or leave it \"auto\".", enough(fitting.unwrap_or(*set)))),
            },
        }

        /// Tables beside each other that have no room.
        NotBeside { } = Error "no-room-beside" {
            ko: say!("표를 나란히 놓을 자리가 없습니다").label("나란히 놓기에 너무 넓은 표").help("위아래로 놓거나, 열을 줄여 주세요."),
            en: say!("there is no room for these tables beside each other").label("too wide to stand beside another").help("Place them below each other, or take columns out."),
        }

        /// A colour or font that the template does not declare.
        UnknownInTemplate { section: &'static str, name: String, like: Option<String> } = Error "unknown-in-template" {
            ko: say!("템플릿의 `[{section}]`에 {} 없습니다", subject(name)).label("없는 이름").help_if(meant(like.as_deref(), lang)),
            en: say!("the template's `[{section}]` has no `{name}`").label("no such name").help_if(meant(like.as_deref(), lang)),
        }

        /// A page without room between its margins, or larger than PDF allows.
        PageSize { } = Error "page-size" {
            ko: say!("쪽의 크기가 맞지 않습니다").label("여백을 빼면 자리가 없거나, 너무 큰 쪽").help("너비와 높이는 여백보다 크고 5,080mm 이하로 적어 주세요."),
            en: say!("this page size can't be used").label("no room between the margins, or too large").help("Width and height must exceed the margins and be at most 5,080 mm."),
        }

        /// Text without size or line spacing.
        TextSize { } = Error "text-size" {
            ko: say!("글자의 크기와 줄간격은 0보다 커야 합니다").label("0 이하"),
            en: say!("type size and line spacing must be above zero").label("zero or less"),
        }

        /// A template that says nothing about the boxes of organisation charts.
        TemplateWithoutLevels { } = Error "template-without-levels" {
            ko: say!("템플릿에 조직도 상자의 모양이 없습니다").help("`[[chart.organisation.level]]`을 하나 이상 적어 주세요."),
            en: say!("the template has no look for the boxes of organisation charts").help("Add at least one `[[chart.organisation.level]]`."),
        }

        /// A template's font that names no family.
        TemplateWithoutFamilies { } = Error "template-without-families" {
            ko: say!("템플릿의 글꼴에 글꼴 이름이 없습니다").label("비어 있는 `families`").help("`families`에 글꼴을 하나 이상 적어 주세요."),
            en: say!("a font of the template names no family").label("`families` is empty").help("Name at least one in `families`."),
        }

        /// A template that tells no series of charts apart.
        TemplateWithoutInks { } = Error "template-without-inks" {
            ko: say!("템플릿에 도표 계열의 모양이 없습니다").help("`[[chart.data.ink]]`를 하나 이상 적어 주세요."),
            en: say!("the template has no look for the series of charts").help("Add at least one `[[chart.data.ink]]`."),
        }

        /// More series or slices than the template tells apart.
        TooManySeries { count: usize, most: usize } = Error "chart-too-many-series" {
            ko: say!("도표의 계열이 {count}개인데, 템플릿이 구별해 그릴 수 있는 것은 {most}개입니다")
                .label(format!("{most}개까지"))
                .help("`columns`와 `rows`에 그릴 것만 적거나, 작은 것들을 `기타`로 모아 주세요."),
            en: say!("the chart has {count} series, but the template tells only {most} apart")
                .label(format!("at most {most}"))
                .help("Name what is drawn in `columns` and `rows`, or gather small ones in one."),
        }

        /// A pie of several series.
        OneWhole { } = Error "chart-several-wholes" {
            ko: say!("원 도표에는 한 계열만 그릴 수 있습니다").label("계열이 여럿").help("그릴 열이나 행의 이름 하나를 `columns`나 `rows`에 적어 주세요."),
            en: say!("a pie can show one series only").label("several series").help("Name the one column or row in `columns` or `rows`."),
        }

        /// A chart without room for its names or figures.
        ChartCrowded { } = Warning "chart-crowded" {
            ko: say!("도표의 자리가 좁아 이름이나 수를 온전히 찍지 못합니다").label("빽빽한 도표").help("`kind = \"bars\"`로 눕히거나, 그릴 것을 줄여 주세요."),
            en: say!("the chart has no room for all its names and figures").label("too crowded").help("Lay it on its side with `kind = \"bars\"`, or draw less."),
        }

        /// A template that says nothing about items.
        TemplateWithoutItems { } = Error "template-without-items" {
            ko: say!("템플릿에 항목의 모양이 없습니다").help("`[[item]]`과 `[[table.item]]`을 하나 이상 적어 주세요."),
            en: say!("the template has no look for items").help("Add at least one `[[item]]` and one `[[table.item]]`."),
        }

        /// A font family that is nowhere to be found.
        FontMissing { family: String } = Error "font-missing" {
            ko: say!("글꼴 {} 찾을 수 없습니다", object(family)).help("글꼴 파일을 `fonts` 폴더에 두거나, 템플릿에서 다른 글꼴을 골라 주세요."),
            en: say!("the font `{family}` was not found").help("Put its file in the folder `fonts`, or choose another font in the template."),
        }

        /// A weight that a font family doesn't have.
        WeightMissing { family: String, weight: u16, nearest: u16 } = Warning "font-weight-missing" {
            ko: say!("글꼴 `{family}`에 굵기 {weight}이 없어 {nearest}으로 찍습니다")
                .label("없는 굵기")
                .help("그 굵기의 글꼴 파일을 `fonts` 폴더에 더하거나, 템플릿의 `weight`와 `bold`를 있는 굵기로 고쳐 주세요. `bogoseo fonts`가 보여 줍니다."),
            en: say!("the font `{family}` has no weight {weight}; it is printed at {nearest}")
                .label("no such weight")
                .help("Add the file of that weight to the folder `fonts`, or set `weight` and `bold` of the template to what there is: see `bogoseo fonts`."),
        }

        /// A font file that can't be used.
        FontUnreadable { name: String } = Warning "font-unreadable" {
            ko: say!("글꼴 파일 {} 쓸 수 없습니다", object(name)).help("TTF, OTF, TTC 글꼴 파일인지 확인해 주세요."),
            en: say!("the font file `{name}` can't be used").help("Check that it is a TTF, OTF or TTC font."),
        }

        /// A template that is nowhere to be found.
        TemplateMissing { name: String, like: Option<String> } = Error "template-missing" {
            ko: say!("템플릿 {} 찾을 수 없습니다", object(name)).help_if(meant(like.as_deref(), lang)),
            en: say!("the template `{name}` was not found").help_if(meant(like.as_deref(), lang)),
        }

        /// A template that builds on itself.
        TemplateCircle { name: String } = Error "template-circle" {
            ko: say!("템플릿 {} 자기를 바탕으로 삼습니다", subject(name)).label("돌고 도는 `base`").help("`base`를 지우거나 다른 템플릿의 이름을 적어 주세요."),
            en: say!("the template `{name}` builds on itself").label("this goes in a circle").help("Remove `base`, or name another template."),
        }

        /// A refusal of the PDF writer, such as a rule of the standard that is broken.
        Writer { refusal: Refusal } = Error "pdf-writer" {
            ko: refusal.words(lang),
            en: refusal.words(lang),
        }

        /// Something transparent, which PDF/A-1 doesn't have.
        Transparent { } = Error "transparent" {
            ko: say!("PDF/A-1에는 투명한 그림을 넣을 수 없습니다").label("투명한 곳이 있는 그림").help("그림에서 투명도를 없애거나 `--standard a-2b`처럼 더 새로운 표준으로 만들어 주세요."),
            en: say!("PDF/A-1 has no transparency").label("transparent in places").help("Take the transparency out of the picture, or choose a newer standard such as `--standard a-2b`."),
        }

        /// The finished file can't be put where it should be.
        Output { path: String, reason: String } = Error "output" {
            ko: say!("{} 쓸 수 없는 곳입니다: {reason}", topic(path)),
            en: say!("`{path}` can't be written: {reason}"),
        }
    }
}

/// Whether a character means what each program likes.
fn is_private(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}
