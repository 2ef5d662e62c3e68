//! The faces that the program brings along, compiled in so that an installed binary works from any folder.

use super::{FaceData, Known};

/// A face compiled into the program.
#[derive(Debug)]
pub(crate) struct Bundled {
    family: &'static str,
    weight: u16,
    file: &'static str,
    data: &'static [u8],
}

macro_rules! bundled {
    ($($family:literal $weight:literal $file:literal),* $(,)?) => {
        /// All bundled faces. Their names stand here so that finding one opens no file.
        pub(crate) static BUNDLED: &[Bundled] = &[$(Bundled {
            family: $family,
            weight: $weight,
            file: $file,
            data: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/", $file)),
        }),*];
    };
}

bundled! {
    "Noto Serif KR" 400 "noto-serif-kr/NotoSerifKR-Regular.ttf",
    "Noto Serif KR" 700 "noto-serif-kr/NotoSerifKR-Bold.ttf",
    "Pretendard GOV" 400 "pretendard-gov/PretendardGOV-Regular.otf",
    "Pretendard GOV" 600 "pretendard-gov/PretendardGOV-SemiBold.otf",
    "Pretendard GOV" 800 "pretendard-gov/PretendardGOV-ExtraBold.otf",
}

impl Bundled {
    pub(super) fn known(&self) -> Known {
        Known {
            family: self.family.into(),
            weight: self.weight,
            file: self.file.into(),
            data: FaceData::Static(self.data),
            index: 0,
            bundled: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::set::font::{FontFile, face};

    #[test]
    fn the_names_written_here_are_those_in_the_files() {
        for bundled in BUNDLED {
            let file = FontFile { name: bundled.file.into(), data: bundled.data.to_vec().into() };
            let found = &face::inspect(&file)[0];
            assert_eq!((found.family.as_str(), found.weight), (bundled.family, bundled.weight), "{}", bundled.file);
        }
    }
}
