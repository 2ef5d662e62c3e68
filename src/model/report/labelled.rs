//! A label and its value: `담당부서 : 총무과`.

use super::Text;

/// A label and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Labelled {
    /// Both as they were typed.
    pub whole: Text,
    /// The byte of the colon.
    pub colon: usize,
}

impl Labelled {
    /// The label.
    pub(crate) fn label(&self) -> Text {
        self.whole.part(0..self.colon)
    }

    /// The value.
    pub(crate) fn value(&self) -> Text {
        let sign = self.whole.content[self.colon..].chars().next().map_or(0, char::len_utf8);
        self.whole.part(self.colon + sign..self.whole.content.len())
    }
}
