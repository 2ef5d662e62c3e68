//! How a text was written that is read in another form: its own letters, and the way from a place in one to that in the other.

use std::ops::Range;

/// A text as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// Its own letters.
    pub text: String,
    /// What is read otherwise, ascending; all between stands in both, byte for byte.
    moves: Vec<Move>,
}

/// A stretch that is read otherwise than it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Move {
    /// Its bytes in what is read.
    pub read: Range<usize>,
    /// Its bytes in what was written.
    pub written: Range<usize>,
}

impl Written {
    /// A text with the stretches of it that are read otherwise.
    pub(crate) fn new(text: String, moves: Vec<Move>) -> Written {
        Written { text, moves }
    }

    /// What is read otherwise.
    pub(crate) fn moves(&self) -> &[Move] {
        &self.moves
    }

    /// Where the letter was written that is read at a byte.
    pub(crate) fn start(&self, read: usize) -> usize {
        self.place(read, |moved| moved.written.start)
    }

    /// Where what was written ended that is read up to a byte.
    pub(crate) fn end(&self, read: usize) -> usize {
        self.place(read, |moved| moved.written.end)
    }

    /// The bytes that were written where these are read.
    pub(crate) fn range(&self, read: Range<usize>) -> Range<usize> {
        let start = self.start(read.start);
        // Between two letters no letter stands, whichever way it is come to.
        start..if read.is_empty() { start } else { self.end(read.end) }
    }

    /// A byte that is read, as one that was written; `within` says what it is within a stretch that is read otherwise.
    fn place(&self, read: usize, within: impl Fn(&Move) -> usize) -> usize {
        let after = self.moves.partition_point(|moved| moved.read.start < read);
        match after.checked_sub(1).map(|last| &self.moves[last]) {
            Some(moved) if read < moved.read.end => within(moved),
            Some(moved) => moved.written.end + (read - moved.read.end),
            None => read,
        }
    }
}
