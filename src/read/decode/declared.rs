//! Looks up what a value names elsewhere in its file: an entry of a section such as `[color]`.

use toml::de::DeValue;

use super::{Decoder, entry};
use crate::diag::nearest;

impl Decoder<'_> {
    /// The place of a name among the entries of a section of this file, in the order in which [`Named`](super::Named) has
    /// them; where there is no such entry, the name of one that was probably meant.
    pub(crate) fn place_in(&self, section: &str, name: &str) -> Result<usize, Option<String>> {
        let mut declared = match entry(self.root, section).map(|value| value.get_ref()) {
            Some(DeValue::Table(table)) => table.keys().collect(),
            _ => Vec::new(),
        };
        declared.sort_by_key(|key| key.span().start);
        let names = || declared.iter().map(|key| key.get_ref().as_ref());
        names().position(|known| known == name).ok_or_else(|| nearest(name, names()).map(str::to_owned))
    }
}
