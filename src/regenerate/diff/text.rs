//! A comparison as text for people.

use crate::diag::Lang;
use crate::set::document;

use super::{Change, Comparison, Label, Name, What, Word, words};

/// How it is dressed.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Dress {
    /// The language of what the program itself says.
    pub lang: Lang,
    /// Whether there are colours.
    pub colour: bool,
}

/// All changes, one a line, and at the end which pages differ; empty where nothing does.
pub(crate) fn to_text(comparison: &Comparison, dress: Dress) -> String {
    if comparison.is_empty() {
        return String::new();
    }
    let mut text: String = comparison.changes.iter().map(|change| line(change, dress) + "\n").collect();
    let (pages, lang) = (&comparison.pages, dress.lang);
    text += &match pages.changed.len() {
        0 => lang.choose("달라진 쪽: 없음".to_owned(), "pages that differ: none".to_owned()),
        count => {
            let list = listed(&pages.changed);
            lang.choose(
                format!("달라진 쪽: {list} ({}쪽 가운데 {count}쪽)", pages.count),
                format!("pages that differ: {list} ({count} of {})", pages.count),
            )
        }
    };
    text.push('\n');
    if !pages.gone.is_empty() {
        let list = listed(&pages.gone);
        text += &lang.choose(format!("빼는 옛 쪽: {list}\n"), format!("old pages to take out: {list}\n"));
    }
    text
}

/// Pages as people say them: `표지, 3-5, 9`.
pub(super) fn listed(pages: &[(usize, document::Label)]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut run: Option<(u32, u32)> = None;
    let close = |run: Option<(u32, u32)>, parts: &mut Vec<String>| match run {
        Some((first, last)) if first == last => parts.push(first.to_string()),
        Some((first, last)) => parts.push(format!("{first}-{last}")),
        None => {}
    };
    for (_, label) in pages {
        match (label, &mut run) {
            (document::Label::Number(number), Some((_, last))) if *number == *last + 1 => *last = *number,
            (document::Label::Number(number), _) => {
                close(run, &mut parts);
                run = Some((*number, *number));
            }
            (document::Label::Name(name), _) => {
                close(run.take(), &mut parts);
                parts.push(name.clone());
            }
        }
    }
    close(run, &mut parts);
    parts.join(", ")
}

fn line(change: &Change, dress: Dress) -> String {
    let lang = dress.lang;
    let at = place(&change.at, lang);
    let thing = |thing: &Label, text: &str| match (thing, text.is_empty()) {
        (Label::Line | Label::Note | Label::Head, _) => one_line(text),
        (thing, true) => thing.name(lang).to_owned(),
        (thing, false) => format!("{}: {}", thing.name(lang), one_line(text)),
    };
    match &change.what {
        What::Cell { old, new } => format!("{at}: {} → {}", shown(old, dress, RED), shown(new, dress, GREEN)),
        What::Text { old, new } => format!("{at}: {}", word_by_word(old, new, dress)),
        What::Look => format!("{at}: {}", lang.choose("모양만 바뀜", "looks different, same words")),
        What::Added { thing: it, text } => format!("{at}: {}", paint(&format!("+ {}", thing(it, text)), dress, GREEN)),
        What::Removed { thing: it, text } => format!("{at}: {}", paint(&format!("- {}", thing(it, text)), dress, RED)),
        What::Renamed { old, new } => {
            format!("{at}: {} {} → {}", lang.choose("이름 바뀜:", "renamed:"), one_line(old), one_line(new))
        }
        What::Moved { from } if from.is_empty() => format!("{at}: {}", lang.choose("자리 옮김", "moved")),
        What::Moved { from } => {
            let from = place(from, lang);
            format!("{at}: {}", lang.choose(format!("옮김 (앞서 {from})"), format!("moved (from {from})")))
        }
    }
}

/// A place as people read it.
pub(super) fn place(at: &[Name], lang: Lang) -> String {
    at.iter().map(|name| name.shown(lang)).collect::<Vec<_>>().join(" · ")
}

/// The text with what is gone as `[-…-]` and what came as `{+…+}`, or in colours alone.
fn word_by_word(old: &str, new: &str, dress: Dress) -> String {
    let stretch = |word: Word| match (word, dress.colour) {
        (Word::Same(text), _) => one_line(&text),
        (Word::Old(text), true) => paint(&one_line(&text), dress, RED),
        (Word::New(text), true) => paint(&one_line(&text), dress, GREEN),
        (Word::Old(text), false) => format!("[-{}-]", one_line(&text)),
        (Word::New(text), false) => format!("{{+{}+}}", one_line(&text)),
    };
    words(old, new).into_iter().map(stretch).collect()
}

/// What a cell says; an empty one is said to be so.
fn shown(text: &str, dress: Dress, colour: &str) -> String {
    match text.is_empty() {
        true => dress.lang.choose("(빈칸)", "(empty)").to_owned(),
        false => paint(&one_line(text), dress, colour),
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ⏎ ")
}

const RED: &str = "\u{1b}[9;31m";
const GREEN: &str = "\u{1b}[32m";

fn paint(text: &str, dress: Dress, colour: &str) -> String {
    if dress.colour { format!("{colour}{text}\u{1b}[0m") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_in_a_row_are_said_as_one_range() {
        use document::Label::{Name, Number};
        let pages: Vec<_> =
            [Name("표지".into()), Number(3), Number(4), Number(5), Number(9)].into_iter().enumerate().collect();
        assert_eq!(listed(&pages), "표지, 3-5, 9");
    }
}
