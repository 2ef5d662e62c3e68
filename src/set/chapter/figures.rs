//! Which columns of a table hold figures that are to stand below each other: money and counts, not years, serials or single digits.

use crate::model::report::{CellContent, TO_FILL, Table, Text};
use crate::read::numbers::written;

use super::align::is_of_column;

/// What a cell is to the figures of its column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A figure of so many digits before its decimals, or none where it has no thousands commas.
    Figure(u32),
    /// No figure yet, or none to be had.
    Missing,
    /// Something else.
    Other,
}

/// For each column, whether it holds figures, of which one has so many digits or more; a few words among many figures do no harm.
pub(super) fn columns(table: &Table, from: u32) -> Vec<bool> {
    let mut counts = vec![(0usize, 0usize, 0u32); table.columns.len()];
    for cell in table.grid.iter().filter(|cell| is_of_column(cell.region, table.head_rows)) {
        let (figures, others, most) = &mut counts[cell.region.column()];
        match kind(&cell.content.content) {
            Kind::Figure(digits) => (*figures, *most) = (*figures + 1, digits.max(*most)),
            Kind::Other => *others += 1,
            Kind::Missing => {}
        }
    }
    counts.into_iter().map(|(figures, others, most)| from > 0 && most >= from && others * 4 <= figures).collect()
}

/// Whether a cell stands with the figures of its column.
pub(super) fn is_figure(content: &CellContent) -> bool {
    kind(content) != Kind::Other
}

fn kind(content: &CellContent) -> Kind {
    let CellContent::Text { text, .. } = content else { return Kind::Other };
    let bare = without_signs(text);
    let bare = bare.trim();
    if written::is_missing(bare) || bare == TO_FILL {
        return Kind::Missing;
    }
    // What stands in brackets after a figure is a part or share of it: `1,234(52.3%)`.
    let figure = bare.split('(').next().unwrap_or_default();
    match written::read(figure) {
        Some(read) if bare.contains(',') => {
            let whole = read.amount.digits.unsigned_abs().checked_div(10_u64.pow(read.amount.decimals));
            Kind::Figure(whole.and_then(u64::checked_ilog10).map_or(1, |tens| tens + 1))
        }
        Some(_) => Kind::Figure(0),
        None => Kind::Other,
    }
}

/// A text without the raised signs of its notes.
fn without_signs(text: &Text) -> String {
    let mut bare = String::new();
    let mut from = 0;
    for raised in text.emphasis.iter().filter(|emphasis| emphasis.marks.raised) {
        bare.push_str(text.content.get(from..raised.range.start).unwrap_or_default());
        from = raised.range.end.max(from);
    }
    bare.push_str(text.content.get(from..).unwrap_or_default());
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{FileId, Span};

    #[test]
    fn money_and_counts_are_figures_but_not_years_and_names() {
        let of = |content: &str| {
            let text = Text::plain(content, Span { file: FileId(0), start: 0, end: 0 });
            match kind(&CellContent::Text { text, number: false }) {
                Kind::Figure(digits) => i64::from(digits),
                Kind::Missing => -1,
                Kind::Other => -2,
            }
        };
        for (content, expected) in [
            ("12,345", 5),
            ("1,234.50", 4),
            ("△1,234천원", 4),
            ("1,234(52.3%)", 4),
            ("7", 0),
            ("2021", 0),
            ("2021년", 0),
            ("58.2%", 0),
            ("-", -1),
            ("", -1),
            ("주민센터", -2),
            ("2021. 4. 7.", -2),
            ("02-120-1,234", -2),
        ] {
            assert_eq!(of(content), expected, "{content}");
        }
    }
}
