//! Measures on the command line: lengths and sizes of paper.

use crate::model::len::Len;
use crate::print::impose::geometry::Size;

/// Sizes of paper by name, in millimetres; B as offices in Korea and Japan have it (JIS P 0138).
const PAPERS: &[(&str, f64, f64)] = &[
    ("A2", 420.0, 594.0),
    ("A3", 297.0, 420.0),
    ("A4", 210.0, 297.0),
    ("A5", 148.0, 210.0),
    ("B4", 257.0, 364.0),
    ("B5", 182.0, 257.0),
];
/// Paper that some printer takes.
const SIDES: std::ops::RangeInclusive<f64> = 50.0..=2_000.0;

/// `10mm`, `1cm`, `28pt`, at most 100 mm.
pub(super) fn length(text: &str) -> Result<Len, String> {
    let units = [("mm", 1.0), ("cm", 10.0), ("pt", 25.4 / 72.0)];
    let parsed = units.into_iter().find_map(|(unit, mm)| Some(number(text.strip_suffix(unit)?)? * mm));
    let within = parsed.filter(|mm| (0.0..=100.0).contains(mm));
    within.map(Len::from_mm).ok_or_else(|| "a length from 0mm to 100mm, such as 10mm".to_owned())
}

/// `A3`, `210x297mm`.
pub(super) fn paper(text: &str) -> Result<Size, String> {
    if let Some((_, width, height)) = PAPERS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(text)) {
        return Ok(Size::mm(*width, *height));
    }
    let sides = text.trim_end_matches("mm").split_once(['x', '×']);
    let sides = sides.and_then(|(width, height)| Some((number(width)?, number(height)?)));
    let within = sides.filter(|(width, height)| SIDES.contains(width) && SIDES.contains(height));
    within.map(|(width, height)| Size::mm(width, height)).ok_or_else(|| {
        let names: Vec<&str> = PAPERS.iter().map(|(name, ..)| *name).collect();
        format!("known papers: {}, or millimetres such as 210x297", names.join(", "))
    })
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_a_unit_and_a_limit() {
        assert_eq!(length("10mm"), Ok(Len::from_mm(10.0)));
        assert_eq!(length("72pt"), Ok(Len::from_mm(25.4)));
        for wrong in ["10", "-1mm", "nanmm", "1e9mm", "mm", ""] {
            assert!(length(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn papers_have_names_or_sides() {
        assert_eq!(paper("a3"), paper("297x420mm"));
        for wrong in ["A9", "0x10", "210x", "x", "1e400x5"] {
            assert!(paper(wrong).is_err(), "{wrong}");
        }
    }
}
