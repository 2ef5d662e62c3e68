//! Organisation charts (조직도): offices and those below them.

use super::BoxText;

/// An office and those below it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Office<T> {
    /// Its name, and how many work there.
    pub caption: BoxText<T>,
    /// Who stands at its side: assistants, committees.
    pub aside: Vec<BoxText<T>>,
    /// The offices below it, in order.
    pub below: Vec<Office<T>>,
}

impl<T> Office<T> {
    /// How many levels there are.
    pub(crate) fn depth(&self) -> usize {
        1 + self.below.iter().map(Office::depth).max().unwrap_or(0)
    }

    /// Calls for each office with its level, parents first.
    pub(crate) fn each<'a>(&'a self, level: usize, call: &mut dyn FnMut(usize, &'a Office<T>)) {
        call(level, self);
        self.below.iter().for_each(|office| office.each(level + 1, call));
    }

    /// Whether there are none below it.
    pub(crate) fn is_leaf(&self) -> bool {
        self.below.is_empty()
    }
}
