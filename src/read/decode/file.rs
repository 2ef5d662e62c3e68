//! Decodes a whole file.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Decode, Decoder, syntax};
use crate::diag::Diagnostics;
use crate::model::source::{FileId, SourceMap};

/// Reads a file as a table of this type.
///
/// A file with syntax errors is read as far as it can be, so that the files it names are looked at as well; of the file
/// itself only the syntax errors are reported, since other findings might only follow from them.
pub(crate) fn decode<T: Decode>(file: FileId, sources: &SourceMap, sink: &mut Diagnostics) -> Option<T> {
    let text = sources.text(file);
    let (root, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        syntax::report(&errors, file, text, sink);
    }
    let root = Spanned::new(0..0, DeValue::Table(root.into_inner()));
    T::decode(&root, &mut Decoder { file, text, root: &root, sink })
}
