//! Decodes a whole file.

use super::{Decode, decode_over};
use crate::diag::Diagnostics;
use crate::model::source::{FileId, SourceMap};

/// Reads a file as a table of this type.
pub(crate) fn decode<T: Decode>(file: FileId, sources: &SourceMap, sink: &mut Diagnostics) -> Option<T> {
    decode_over(&[file], sources, sink)
}
