//! The faces that the program brings along, compiled in so that an installed binary works from any folder.

use super::{FaceData, Known};
use bogoseo_fonts::{FACES, Face};

/// All bundled faces, none of them opened.
pub(super) fn known() -> impl Iterator<Item = Known> {
    FACES.iter().map(|&Face { family, weight, file, data, .. }| Known {
        family: family.into(),
        weight,
        weights: None,
        families: Vec::new(),
        own_names: Vec::new(),
        file: file.into(),
        data: FaceData::Static(data),
        index: 0,
        bundled: true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::set::font::{FontFile, face};

    #[test]
    fn the_names_written_in_the_crate_are_those_in_the_files() {
        for bundled in FACES {
            let file = FontFile { name: bundled.file.into(), data: bundled.data.to_vec().into() };
            let found = &face::inspect(&file)[0];
            assert_eq!((found.family.as_str(), found.weight), (bundled.family, bundled.weight), "{}", bundled.file);
        }
    }
}
