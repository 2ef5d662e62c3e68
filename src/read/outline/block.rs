//! `[table: NAME]` and its like, where they stand alone.

use crate::diag::{OutlineProblem, Problem, nearest};
use crate::model::report::Thing;
use crate::model::source::Span;
use crate::read::decode::Typed;

/// A block that is placed by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BlockRef<'a> {
    /// Its kind: table, image or chart.
    pub what: Thing,
    /// Its name.
    pub name: &'a str,
    /// Where it is placed.
    pub span: Span,
}

/// The blocks that can be placed, by the words for them.
const KINDS: [(&str, Thing); 3] = [("table", Thing::Table), ("image", Thing::Image), ("chart", Thing::Chart)];

/// The blocks that a line or cell is, if it is meant so: `None` for text. `[table: a | b]` places two beside each other.
pub(crate) fn placed_alone<'a>(
    typed: &'a Typed,
    range: std::ops::Range<usize>,
) -> Option<Result<Vec<BlockRef<'a>>, Problem>> {
    let text = typed.content.get(range.clone())?;
    let (word, rest) = text.strip_prefix('[')?.split_once(':')?;
    let Some(what) = kind(word) else {
        let word_like = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        return (word_like && rest.ends_with(']')).then(|| {
            let like = nearest(word, KINDS.map(|(word, _)| word)).map(str::to_owned);
            Err(OutlineProblem::UnknownBlock { word: word.to_owned(), like }.into())
        });
    };
    Some(match rest.split_once(']') {
        None => Err(OutlineProblem::Unclosed { what }.into()),
        Some((_, after)) if !after.trim().is_empty() => Err(OutlineProblem::NotAlone { what }.into()),
        Some((name, _)) if !name.contains('|') => {
            Ok(vec![BlockRef { what, name: name.trim(), span: typed.place(range) }])
        }
        Some((names, _)) => Ok(beside(typed, what, names, range.start + 1 + word.len() + 1)),
    })
}

/// Each of the names between bars, which begin at an offset of the text.
fn beside<'a>(typed: &'a Typed, what: Thing, names: &'a str, mut start: usize) -> Vec<BlockRef<'a>> {
    let mut placed = Vec::new();
    for name in names.split('|') {
        let from = start + name.len() - name.trim_start().len();
        placed.push(BlockRef { what, name: name.trim(), span: typed.place(from..from + name.trim().len()) });
        start += name.len() + 1;
    }
    placed
}

/// The block that is placed here, in the midst of a text.
pub(super) fn placed_within(text: &str) -> Option<Thing> {
    let (word, _) = text.strip_prefix('[')?.split_once(':')?;
    kind(word)
}

fn kind(word: &str) -> Option<Thing> {
    KINDS.iter().find(|(known, _)| *known == word.trim()).map(|&(_, what)| what)
}
