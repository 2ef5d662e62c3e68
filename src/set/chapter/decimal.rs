//! Figures of a column below each other by their decimal points: each is given the blanks that the widest asks for.

use crate::set::layout::{Block, Margins, TableBlock, TextBlock};
use crate::set::text::Class;

use super::align::is_of_column;

/// Aligns the one-column cells of a table's body in a column, those that belong to its figures, by their number.
pub(super) fn align(table: &mut TableBlock, column: usize, belongs: impl Fn(usize) -> bool) {
    let head_rows = table.head_rows;
    let mut texts: Vec<&mut TextBlock> = table
        .grid
        .iter_mut()
        .enumerate()
        .filter(|(number, (region, _))| {
            region.column() == column && is_of_column(*region, head_rows) && belongs(*number)
        })
        .filter_map(|(_, (_, cell))| match &mut cell.block {
            Block::Text(text) => Some(text),
            _ => None,
        })
        .collect();
    let sides: Vec<(i64, i64)> = texts.iter().map(|text| beside_point(text)).collect();
    let most = |side: fn(&(i64, i64)) -> i64| sides.iter().map(side).max().unwrap_or(0);
    let (before, after) = (most(|side| side.0), most(|side| side.1));
    for (text, side) in texts.iter_mut().zip(&sides) {
        text.margins = Margins { before: before - side.0, after: after - side.1 };
    }
}

/// The widths before and after where a figure's decimal point stands or would stand.
fn beside_point(text: &TextBlock) -> (i64, i64) {
    let point = point(&text.shaped.text);
    let visible = |glyph: &&crate::set::text::Glyph| glyph.class != Class::Blank || glyph.advance != 0;
    let (before, after): (Vec<_>, Vec<_>) =
        text.shaped.glyphs.iter().filter(visible).partition(|glyph| (glyph.start as usize) < point);
    let width = |glyphs: Vec<&crate::set::text::Glyph>| glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
    (width(before), width(after))
}

/// The byte of a text at which its first figure's decimals, or what follows the figure, begin; a text without a figure stands
/// before the point as a whole, so that `-` is below the ones.
fn point(text: &str) -> usize {
    let Some(first) = text.find(|character: char| character.is_ascii_digit()) else { return text.len() };
    let digits = |from: usize| text[from..].find(|c: char| !c.is_ascii_digit()).map_or(text.len(), |end| from + end);
    let mut end = digits(first);
    // Thousands are set off by commas.
    while text[end..].starts_with(',') && digits(end + 1) == end + 4 {
        end += 4;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::point;

    #[test]
    fn the_point_stands_after_a_figures_whole_part() {
        for (text, whole) in [
            ("3.25", "3"),
            ("1,234.5%", "1,234"),
            ("107 (52%)", "107"),
            ("△12", "△12"),
            ("-", "-"),
            ("", ""),
            ("1,2", "1"),
        ] {
            assert_eq!(&text[..point(text)], whole, "{text}");
        }
    }
}
