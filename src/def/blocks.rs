//! Images.

use crate::decode::{Typed, keys};

keys! {
    /// An image: a picture file with words for who can't see it, or a labelled frame in its place.
    pub struct ImageDef {
        /// The picture, PNG or JPEG, relative to this file.
        file: Option<Typed>,
        /// What a listener hears; required with `file`.
        alt: Option<Typed>,
        /// The label of an empty frame, instead of `file`.
        placeholder: Option<Typed>,
    }
}
