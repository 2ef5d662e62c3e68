//! `[→ table: NAME]` and its like, which refer to something by its name in the midst of a text.

use crate::diag::{OutlineProblem, Problem, nearest};
use crate::model::report::Thing;

/// What a reference begins with.
pub(super) const REFERENCE: &str = "[→";

/// A reference as it was read.
pub(super) struct Read<'a> {
    /// The bytes it takes.
    pub length: usize,
    /// What it names, or what is wrong with it.
    pub named: Result<Named<'a>, Problem>,
}

/// What a reference names.
pub(super) struct Named<'a> {
    /// Its kind.
    pub what: Thing,
    /// Its name.
    pub name: &'a str,
    /// Whether the page that it stands on is asked for.
    pub page: bool,
}

/// What can be referred to, by the words for it.
const KINDS: [(&str, Thing); 4] =
    [("table", Thing::Table), ("image", Thing::Image), ("chart", Thing::Chart), ("project", Thing::Project)];

/// Reads the reference that a text begins with.
pub(super) fn read(text: &str) -> Read<'_> {
    let Some(end) = text.find(']') else {
        return Read { length: REFERENCE.len(), named: Err(OutlineProblem::ReferenceUnclosed {}.into()) };
    };
    Read { length: end + 1, named: named(&text[REFERENCE.len()..end]) }
}

/// `table: NAME`, `page table: NAME`.
fn named(inner: &str) -> Result<Named<'_>, Problem> {
    let Some((words, name)) = inner.split_once(':') else { return Err(OutlineProblem::ReferenceForm {}.into()) };
    let words = words.trim();
    let (page, word) = match words.split_once(char::is_whitespace) {
        Some(("page", word)) => (true, word.trim()),
        _ => (false, words),
    };
    let name = name.trim();
    match KINDS.iter().find(|(known, _)| *known == word) {
        Some(_) if name.is_empty() => Err(OutlineProblem::ReferenceForm {}.into()),
        Some(&(_, what)) => Ok(Named { what, name, page }),
        None => {
            let like = nearest(word, KINDS.map(|(word, _)| word)).map(str::to_owned);
            Err(OutlineProblem::ReferenceKind { word: word.to_owned(), like }.into())
        }
    }
}
