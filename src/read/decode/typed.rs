//! Text as it was typed, knowing the place of every character.

use std::ops::Range;

use super::origin::{composed, read_string};
use super::schema::Schema;
use super::{Decode, Decoder, Value};
use crate::diag::{KeyProblem, Kind};
use crate::model::report::Origin;
use crate::model::source::Span;

/// Text as it was typed: escapes taken out, line ends as `\n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    /// The characters.
    pub content: String,
    /// Where they were typed.
    pub origin: Origin,
}

impl Typed {
    /// From a string of the file and what the parser made of it.
    pub(super) fn read(decoded: &str, file: &str, span: Span) -> Typed {
        match file.get(span.range()).and_then(|raw| read_string(raw, span.start)) {
            Some((content, runs)) => {
                // The file has been composed; what its escapes stand for has not.
                let (content, runs) = composed(content, runs);
                Typed { content, origin: Origin { span, runs } }
            }
            // A key without quotes, or a string of a file with syntax errors.
            None => Typed { content: decoded.to_owned(), origin: Origin { span, runs: Vec::new() } },
        }
    }

    /// Where all of it was typed, with its quotes.
    pub(crate) fn span(&self) -> Span {
        self.origin.span
    }

    /// Where a range of its bytes was typed.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        self.origin.place(range)
    }

    /// Whether it was typed and says nothing. What stands in for a missing text is not blank: that it is missing has
    /// been said already.
    pub(crate) fn is_blank(&self) -> bool {
        self.content.trim().is_empty() && !self.origin.runs.is_empty()
    }
}

/// The most lines of one text: hundreds of pages, of which no official types one.
pub(crate) const MOST_LINES: usize = 20_000;
/// The most characters of one text.
pub(crate) const MOST_CHARACTERS: usize = 200_000;

impl Decode for Typed {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        let typed = decoder.text(value, &[Kind::Text])?;
        let lines = typed.content.lines().nth(MOST_LINES).is_some();
        if lines || typed.content.chars().nth(MOST_CHARACTERS).is_some() {
            let problem = KeyProblem::TextTooLong { lines: MOST_LINES, characters: MOST_CHARACTERS };
            decoder.report(problem, typed.span());
            return None;
        }
        Some(typed)
    }

    fn schema() -> Schema {
        Schema::Text
    }

    fn stand_in(parent: Span) -> Option<Self> {
        Some(Typed { content: String::new(), origin: Origin { span: parent, runs: Vec::new() } })
    }
}
