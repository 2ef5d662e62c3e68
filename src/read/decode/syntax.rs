//! Says a TOML parser's errors in our words.

use toml::de::Error;

use super::unquoted_thousands;
use crate::diag::{Diagnostics, Syntax, SyntaxProblem};
use crate::model::source::{FileId, Span};

/// What the parser calls things, by the beginnings of its messages.
const MESSAGES: &[(&str, Syntax)] = &[
    ("invalid basic string", Syntax::Text),
    ("invalid literal string", Syntax::Text),
    ("missing opening quote", Syntax::Text),
    ("invalid multi-line basic string", Syntax::LongText),
    ("invalid multi-line literal string", Syntax::LongText),
    ("missing escaped value", Syntax::Escape),
    ("too few unicode value digits", Syntax::Escape),
    ("string values must be quoted", Syntax::Unquoted),
    ("key with no value", Syntax::Assignment),
    ("missing value", Syntax::Assignment),
    ("missing assignment", Syntax::Assignment),
    ("extra `=`", Syntax::Assignment),
    ("extra assignment", Syntax::Assignment),
    ("invalid key-value pair", Syntax::Assignment),
    ("invalid unquoted key", Syntax::Key),
    ("unquoted keys cannot be empty", Syntax::Key),
    ("keys cannot be", Syntax::Key),
    ("unclosed array table", Syntax::Header),
    ("unclosed table", Syntax::Header),
    ("missing table open", Syntax::Header),
    ("unclosed array", Syntax::Array),
    ("missing array opening", Syntax::Array),
    ("unexpected `=` in array", Syntax::Array),
    ("unclosed inline table", Syntax::InlineTable),
    ("missing inline table opening", Syntax::InlineTable),
    ("invalid inline table element", Syntax::InlineTable),
    ("missing key for inline table", Syntax::InlineTable),
    ("missing comma", Syntax::Comma),
    ("extra comma", Syntax::Comma),
    ("`_` may only go", Syntax::Number),
    ("integers with a radix", Syntax::Number),
    ("radix must be lowercase", Syntax::Number),
    ("redundant", Syntax::Number),
    ("unexpected leading zero", Syntax::Number),
    ("unexpected sign", Syntax::Number),
    ("invalid date", Syntax::Date),
    ("value is out of range", Syntax::Date),
    ("cannot extend value", Syntax::Extend),
    ("unexpected content", Syntax::Trailing),
    ("unexpected key or value", Syntax::Trailing),
    ("carriage return", Syntax::Control),
    ("invalid comment character", Syntax::Control),
];

/// Reports the errors of a file, the first of each line, and marks the file as broken.
pub(super) fn report(errors: &[Error], file: FileId, text: &str, sink: &mut Diagnostics) {
    // A file of garbage may have millions; the first of them say enough.
    const MOST: usize = 2_000;
    let mut in_order: Vec<(Span, &Error)> = errors.iter().map(|error| (place(error, file, text), error)).collect();
    in_order.sort_unstable_by_key(|&(span, _)| span);
    let mut reported: Option<Span> = None;
    // A table that stands twice has all its keys twice.
    let mut twice: Option<Span> = None;
    let mut count = 0;
    for (span, error) in in_order {
        if reported.is_some_and(|last| !between(text, last, span).contains('\n')) {
            continue;
        }
        let duplicate = error.message().starts_with("duplicate key");
        if duplicate && twice.is_some_and(|last| !between(text, last, span).contains("\n[")) {
            twice = Some(span);
            continue;
        }
        twice = (duplicate && begins_header(text, span)).then_some(span);
        reported = Some(span);
        count += 1;
        let problem = problem(error, span, text);
        // What comes after brackets without end is only their echo.
        let ends_it = problem == SyntaxProblem::TooDeep {} || count == MOST;
        sink.report(problem, span);
        if ends_it {
            break;
        }
    }
    sink.mark_broken(file);
}

fn place(error: &Error, file: FileId, text: &str) -> Span {
    let range = opening(error, text).or_else(|| error.span()).unwrap_or(0..0);
    Span { file, start: range.start as u32, end: range.end as u32 }
}

/// Whether a key stands in a line `[table]`.
fn begins_header(text: &str, key: Span) -> bool {
    let before = text.get(..key.start as usize).unwrap_or_default();
    before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('['))
}

fn between(text: &str, earlier: Span, later: Span) -> &str {
    text.get(earlier.start as usize..later.start as usize).unwrap_or_default()
}

/// The quotes that a string begins with which runs to the end of the file: they are the last of their kind.
fn opening(error: &Error, text: &str) -> Option<std::ops::Range<usize>> {
    if error.span()?.start != text.len() {
        return None;
    }
    let quotes = match error.message() {
        message if message.starts_with("invalid multi-line basic string") => "\"\"\"",
        message if message.starts_with("invalid multi-line literal string") => "'''",
        _ => return None,
    };
    let start = text.rfind(quotes)?;
    Some(start..start + quotes.len())
}

fn problem(error: &Error, span: Span, text: &str) -> SyntaxProblem {
    let message = error.message();
    if message.starts_with("duplicate key") {
        return SyntaxProblem::DuplicateKey { key: text.get(span.range()).unwrap_or_default().to_owned() };
    }
    if message.starts_with("cannot recurse") || message.starts_with("recursion limit") {
        return SyntaxProblem::TooDeep {};
    }
    let line = line_of(text, span.start as usize);
    let known = MESSAGES.iter().find(|(beginning, _)| message.starts_with(beginning));
    let syntax = match known.map_or(Syntax::Other, |&(_, syntax)| syntax) {
        _ if has_curly_quotes(line) => Syntax::CurlyQuote,
        Syntax::Number | Syntax::Trailing | Syntax::Comma if unquoted_thousands(line).is_some() => Syntax::Thousands,
        Syntax::Unquoted if span.start == span.end => Syntax::Assignment,
        syntax => syntax,
    };
    SyntaxProblem::Invalid { syntax, parser: message.to_owned() }
}

/// The line that a byte of a text stands in.
fn line_of(text: &str, at: usize) -> &str {
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    &text[start..end]
}

/// Whether curly quotes stand where TOML wants straight ones: outside of strings, or in one that doesn't end on its line.
fn has_curly_quotes(line: &str) -> bool {
    let is_curly = |c: char| matches!(c, '“' | '”' | '‘' | '’' | '„' | '‟' | '＂' | '＇');
    let mut quote: Option<char> = None;
    let mut curly_within = false;
    let mut escaped = false;
    for character in line.chars() {
        match quote {
            Some(_) if escaped => escaped = false,
            Some('"') if character == '\\' => escaped = true,
            Some(open) if open == character => (quote, curly_within) = (None, false),
            Some(_) => curly_within |= is_curly(character),
            None if is_curly(character) => return true,
            None if character == '#' => return false,
            None if matches!(character, '"' | '\'') => quote = Some(character),
            None => {}
        }
    }
    quote.is_some() && curly_within
}
