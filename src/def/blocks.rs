//! Images and charts.

use crate::decode::{Typed, choices, keys};
use crate::report::ChartKind;

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

keys! {
    /// A chart.
    pub struct ChartDef {
        /// What it shows.
        kind: ChartKind,
        /// Its text, which a listener hears as well.
        text: Typed,
    }
}

choices! {
    impl ChartKind {
        /// Who belongs to whom: 조직도.
        Organisation = "organisation",
        /// What follows what: 추진체계.
        Process = "process",
    }
}
