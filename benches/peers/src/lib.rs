//! What the page writers share: the same 4,000 pages of Korean text, so that only the writers differ.

use std::path::PathBuf;

/// How many pages each writer writes.
pub const PAGES: usize = 4_000;
/// Lines of a page.
pub const LINES: usize = 40;
/// Type size in points.
pub const SIZE: f32 = 11.0;
/// Baselines are so many points apart.
pub const LEADING: f32 = 18.0;
/// The text area's left edge and first baseline, in points from the page's top left corner.
pub const START: (f32, f32) = (57.0, 80.0);
/// A4 in points.
pub const PAGE: (f32, f32) = (595.28, 841.89);

#[rustfmt::skip]
const WORDS: [&str; 24] = [
    "주요업무", "추진실적", "행정관리국", "예산", "집행", "주민자치", "위원회", "운영", "청소", "민원", "서비스", "개선", "정보화",
    "사업", "시설", "점검", "홍보", "소식지", "발간", "직원", "역량", "강화", "교육", "실시",
];

/// The folder of bogoseo's bundled fonts.
pub fn fonts() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts"))
}

/// The font that every page is set in.
pub fn font() -> std::io::Result<Vec<u8>> {
    std::fs::read(fonts().join("noto-serif-kr/NotoSerifKR-Regular.ttf"))
}

/// A line of a page: nine words, different from line to line.
pub fn line(page: usize, line: usize) -> String {
    let seed = page * LINES + line;
    let words: Vec<&str> = (0..9).map(|word| WORDS[(seed * 7 + word * 5 + seed / 24) % WORDS.len()]).collect();
    format!("{} {}", words.join(" "), seed)
}

/// The file to write, from the command line.
pub fn target() -> Result<PathBuf, String> {
    std::env::args().nth(1).map(PathBuf::from).ok_or_else(|| "give the file to write".to_owned())
}
