//! Two texts word by word.

use super::align::align;

/// A stretch of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Word {
    /// Stands in both.
    Same(String),
    /// Stands in the old text alone.
    Old(String),
    /// Stands in the new text alone.
    New(String),
}

impl Word {
    /// What it says.
    pub(crate) fn text(&self) -> &str {
        match self {
            Word::Same(text) | Word::Old(text) | Word::New(text) => text,
        }
    }
}

/// The stretches of an old and a new text, in order: what is gone before what came for it. All but the new ones are the old text, all but the old ones the
/// new one.
pub(crate) fn words(old: &str, new: &str) -> Vec<Word> {
    let (old, new) = (split(old), split(new));
    let mut words = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (to_i, to_j) in align(&old, &new).into_iter().chain([(old.len(), new.len())]) {
        add(&mut words, Word::Old(old[i..to_i].concat()));
        add(&mut words, Word::New(new[j..to_j].concat()));
        if let Some(same) = old.get(to_i) {
            add(&mut words, Word::Same((*same).to_owned()));
        }
        (i, j) = (to_i + 1, to_j + 1);
    }
    words
}

/// Words and what is between them, each on its own.
fn split(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|letter: char| letter.is_whitespace() != first.is_whitespace()).unwrap_or(rest.len());
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}

fn add(words: &mut Vec<Word>, word: Word) {
    match (words.last_mut(), &word) {
        _ if word.text().is_empty() => {}
        (Some(Word::Same(last)), Word::Same(next)) => *last += next,
        _ => words.push(word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_or_replaced_whole() {
        let [same, old, new] = [Word::Same, Word::Old, Word::New];
        let of = |word: fn(String) -> Word, text: &str| word(text.to_owned());
        assert_eq!(
            words("콘도 764명, 이용", "콘도 770명, 이용"),
            [of(same, "콘도 "), of(old, "764명,"), of(new, "770명,"), of(same, " 이용")]
        );
        assert_eq!(words("", ""), []);
    }
}
