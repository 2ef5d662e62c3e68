//! Korean text as a typesetter breaks it: `tests/korean` holds texts with their breaks, and as they are set in lines.
//!
//! A new case is typed without its breaks or lines; `BOGOSEO_ACCEPT=1 cargo test korean_breaks` fills them in.
//! Characters that can't be seen are written as in Rust: `\u{200b}`.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diag::Diagnostics;
use crate::laws::support::accepted::{compare, none_differ};
use crate::laws::support::root;
use crate::model::report::Text;
use crate::model::source::{Source, Span};
use crate::read::files::Files;
use crate::set::font::{FaceStack, Fonts};
use crate::set::layout::Elastic;
use crate::set::text::{BreakKind, Fill, Inline, Mode, Shaped, Shaper, TextFaces, Together, breaks, lines};
use crate::set::theme::Theme;

/// Narrow, middle and wide, in ems: a table's cell, a column, most of a page.
const MEASURES: [i64; 3] = [6, 14, 28];
const EM: i64 = 1_000_000;
const FILL: Fill = Fill {
    mode: Mode::Justified,
    blank_stretch: EM * 16 / 100,
    blank_limit: EM * 64 / 100,
    blank_shrink: EM * 7 / 100,
    letter_stretch: EM * 3 / 100,
    letter_shrink: EM * 3 / 100,
    letter_shrink_limit: EM * 6 / 100,
    runt: 2,
    evenness: 1_000_000,
    ..Fill::NATURAL
};

/// What a text begins with in the file of lines; its lines follow.
const TEXT: &str = "> ";

/// What the council's template keeps together.
fn council() -> Arc<Together> {
    let (mut sources, mut sink) = (Files::in_memory(Vec::<(String, Vec<u8>)>::new()), Diagnostics::new());
    let theme =
        Theme::load("council", &mut Fonts::new(&[]).0, &mut sources, &mut sink).expect("the template is bundled");
    theme.text(&theme.def.item[0].text, Elastic::Nothing).faces.together.clone()
}

#[test]
fn breaks_stand_where_accepted() {
    let together = council();
    accepted("breaks.txt", |file| {
        let marked = |line: &str| match line {
            "" => String::new(),
            title if title.starts_with('#') => title.to_owned(),
            case => with_breaks(&typed(&case.replace(['|', '¦', '↵'], "")), &together),
        };
        file.lines().map(|line| marked(line) + "\n").collect()
    });
}

#[test]
fn texts_are_set_in_lines_as_accepted() {
    let mut fonts = Fonts::new(&[]).0;
    let face = fonts.find("Noto Serif KR", 400, &[]).and_then(|face| FaceStack::new(vec![face]));
    let face = face.expect("the font is bundled");
    let style = TextFaces { regular: face.clone(), bold: face, inline: Inline::NONE, together: council() };
    let mut shaper = Shaper::new(&fonts);
    let span = span();
    accepted("lines.txt", |file| {
        let mut set = String::new();
        for text in file.lines().filter_map(|line| line.strip_prefix(TEXT)) {
            let shaped = shaper.shape(&Text::plain(typed(text), span), &style).0;
            writeln!(set, "{TEXT}{text}").expect("a string can be written to");
            for measure in MEASURES {
                writeln!(set, "{measure} em").expect("a string can be written to");
                set += &in_lines(&shaped, measure * EM);
            }
            set += "\n";
        }
        set
    });
}

#[test]
fn an_empty_text_has_no_breaks() {
    assert_eq!(breaks("", &council()), []);
}

/// Compares a file with what is made of the texts in it; writes it where that is asked for.
fn accepted(name: &str, made: impl FnOnce(&str) -> String) {
    let path = root().join("tests/korean").join(name);
    let file = std::fs::read_to_string(&path).expect("the file is there");
    none_differ(&Vec::from_iter(compare(&path, &made(&file))));
}

/// `|` at breaks between words, `¦` at those within what belongs together, a line feed's sign where a line must end.
fn with_breaks(text: &str, together: &Together) -> String {
    let mut marked = String::new();
    let mut from = 0;
    for (at, kind) in breaks(text, together) {
        marked += &visible(&text[from..at]);
        marked.push(match kind {
            BreakKind::Word => '|',
            BreakKind::Within => '¦',
            BreakKind::Forced => '↵',
        });
        from = at;
    }
    marked + &visible(&text[from..])
}

/// Line by line, with the letter spacing in thousandths of an em.
fn in_lines(shaped: &Shaped, measure: i64) -> String {
    let mut set = String::new();
    for line in lines(shaped, measure, &FILL) {
        assert!(line.width <= measure, "{line:?} of {}", shaped.text);
        let text = &shaped.text[shaped.text_range(line.glyphs.start as usize..line.visible_end as usize)];
        let spacing = match line.letter_extra / 1000 {
            0 => String::new(),
            thousandths => format!("  [{thousandths:+}]"),
        };
        writeln!(set, "    {}{spacing}", visible(text)).expect("a string can be written to");
    }
    set
}

fn is_unseen(character: char) -> bool {
    character != ' ' && (character.is_whitespace() || "\u{ad}\u{200b}\u{2060}\u{301}\u{308}".contains(character))
}

/// Characters that can't be seen as escapes.
fn visible(text: &str) -> String {
    let escaped = |c: char| if is_unseen(c) { c.escape_unicode().to_string() } else { c.to_string() };
    text.chars().map(escaped).collect()
}

/// The text that was meant by one with escapes.
fn typed(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut typed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (number, rest) = part.split_once('}').expect("an escape is closed");
        let number = u32::from_str_radix(number, 16).expect("an escape is a number");
        typed.push(char::from_u32(number).expect("an escape is a character"));
        typed += rest;
    }
    typed
}

/// A place for texts that have none.
fn span() -> Span {
    let mut sources = Files::in_memory(Vec::<(PathBuf, Vec<u8>)>::new());
    Span { file: sources.sources.add(Source::new("text", "")), start: 0, end: 0 }
}
