//! The faces that bogoseo brings along, as data: a crate of its own, so that no change of the program compiles them again.

/// One face: its file as it was published, and what the file says of itself.
#[derive(Debug)]
#[non_exhaustive]
pub struct Face {
    /// The family's English name, as the file's `name` table has it.
    pub family: &'static str,
    /// The weight, 100 to 900, as `usWeightClass` of the file's `OS/2` table.
    pub weight: u16,
    /// The file's path below this folder.
    pub file: &'static str,
    /// The file's bytes.
    pub data: &'static [u8],
}

macro_rules! faces {
    ($($family:literal $weight:literal $file:literal),* $(,)?) => {
        /// All faces. Their names stand here so that finding one opens no file.
        pub static FACES: &[Face] =
            &[$(Face { family: $family, weight: $weight, file: $file, data: include_bytes!($file) }),*];
    };
}

faces! {
    "Bogoseo Symbols" 400 "bogoseo-symbols/BogoseoSymbols-Regular.ttf",
    "Noto Serif KR" 400 "noto-serif-kr/NotoSerifKR-Regular.ttf",
    "Noto Serif KR" 700 "noto-serif-kr/NotoSerifKR-Bold.ttf",
    "Pretendard GOV" 400 "pretendard-gov/PretendardGOV-Regular.otf",
    "Pretendard GOV" 600 "pretendard-gov/PretendardGOV-SemiBold.otf",
    "Pretendard GOV" 800 "pretendard-gov/PretendardGOV-ExtraBold.otf",
}
