//! Reads a table's cell: `9(임기1)`, `107\n(52%)`, `3,301건 / 154,260천원`, `△`, `-`, blank, or words.

use super::Read;
use super::amount::Amount;
use super::bracket::brackets;
use crate::model::report::{Cell, CellContent, Text};

/// A cell, read.
pub(in crate::check) struct Figures<'a> {
    /// Its text with all the amounts in it.
    pub read: Read<'a>,
    /// What it holds.
    pub kind: CellKind,
    /// The amounts outside brackets, by their place among all.
    pub main: Vec<usize>,
    /// The amounts in brackets.
    pub inner: Vec<usize>,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum CellKind {
    /// Nothing.
    Blank,
    /// `-`: none of it.
    Dash,
    /// Amounts.
    Figure,
    /// Words, whatever figures are among them.
    Words,
}

/// Cells longer than this are words: it takes time to find what is a figure in them, and none is.
const LONGEST_FIGURE: usize = 200;

/// The text of a cell; a picture has none.
pub(in crate::check) fn text_of(cell: &Cell) -> Option<&Text> {
    match &cell.content {
        CellContent::Text { text, .. } => Some(text),
        _ => None,
    }
}

impl<'a> Figures<'a> {
    /// Reads a cell's text.
    pub(crate) fn new(text: &'a Text) -> Figures<'a> {
        let read = Read::new(text);
        let content = read.content();
        if content.len() > LONGEST_FIGURE {
            return Figures { read, kind: CellKind::Words, main: Vec::new(), inner: Vec::new() };
        }
        let (brackets, _) = brackets(content);
        let outside =
            |at: usize| !brackets.iter().any(|it| it.depth == 0 && it.is_round() && it.content().contains(&at));
        let (main, inner): (Vec<usize>, Vec<usize>) =
            (0..read.amounts.len()).partition(|&index| outside(read.amounts[index].range.start));
        let kind = kind(&read, &main, &outside);
        Figures { read, kind, main, inner }
    }

    /// The amounts outside brackets, if it holds figures.
    pub(crate) fn amounts(&self) -> impl Iterator<Item = &Amount<'a>> {
        let of_figure = self.kind == CellKind::Figure;
        self.main.iter().filter(move |_| of_figure).map(|&index| &self.read.amounts[index])
    }

    /// Whether all of it is one figure in brackets, as accountants write what is less than nothing: `(1,234)`.
    pub(crate) fn is_in_brackets(&self) -> bool {
        let inside = self.read.content().trim().strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        inside.is_some_and(|inside| {
            inside.contains(|c: char| c.is_ascii_digit())
                && inside.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' '))
        })
    }

    /// The one amount in brackets, if there is just one: `9(임기1)`, `107 (52%)`.
    pub(crate) fn bracketed(&self) -> Option<&Amount<'a>> {
        match self.inner.as_slice() {
            [index] if self.kind == CellKind::Figure => self.read.amounts.get(*index),
            _ => None,
        }
    }

    /// The amount in this unit; an amount without a unit has any. `None` where there is none or more than one.
    pub(crate) fn of_unit(&self, unit: &str) -> Option<&Amount<'a>> {
        let mut fitting =
            self.amounts().filter(|amount| amount.unit == unit || amount.unit.is_empty() || unit.is_empty());
        fitting.next().filter(|_| fitting.next().is_none())
    }
}

fn kind(read: &Read<'_>, main: &[usize], outside: &dyn Fn(usize) -> bool) -> CellKind {
    let content = read.content().trim();
    if content.is_empty() {
        return CellKind::Blank;
    }
    if content.chars().all(|c| matches!(c, '-' | '–' | '—' | '―' | '−')) {
        return CellKind::Dash;
    }
    let amounts = || main.iter().map(|&index| &read.amounts[index]);
    let in_amount = |at: usize| amounts().any(|amount| amount.range.contains(&at));
    let in_date = |at: usize| read.dates.iter().any(|date| date.range.contains(&at));
    let mut words = read.content().char_indices().filter(|&(at, character)| {
        (character.is_alphanumeric() || matches!(character, '[' | '~'))
            && outside(at)
            && !read.is_raised(at)
            && (!in_amount(at) || in_date(at))
    });
    // `총75명`, `약1,000권`, `각1식`.
    let only_leading = |character: char| matches!(character, '총' | '약' | '각');
    match main.is_empty() || words.any(|(_, character)| !only_leading(character)) {
        true => CellKind::Words,
        false => CellKind::Figure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::source::{FileId, Span};

    fn shown(content: &str) -> String {
        let text = Text::plain(content, Span { file: FileId(0), start: 0, end: 0 });
        let cell = Figures::new(&text);
        let numbers =
            |list: &[usize]| list.iter().map(|&at| cell.read.amounts[at].number.to_string()).collect::<Vec<_>>();
        format!("{:?} {} ({})", cell.kind, numbers(&cell.main).join(" "), numbers(&cell.inner).join(" "))
    }

    #[test]
    fn reads_what_stands_in_cells() {
        for (content, expected) in [
            ("89", "Figure 89 ()"),
            ("9(임기1)", "Figure 9 (1)"),
            ("46\n(별정1)\n(임기1)", "Figure 46 (1 1)"),
            ("107\n(52%)", "Figure 107 (52)"),
            ("3,301건 / 154,260천원", "Figure 3301 154260 ()"),
            ("10식\n1,007대", "Figure 10 1007 ()"),
            ("+ 405명", "Figure 405 ()"),
            ("△1,234", "Figure -1234 ()"),
            ("-", "Dash  ()"),
            (" ", "Blank  ()"),
            ("2(별정)", "Figure 2 ()"),
            ("2(대형1, 중형1)", "Figure 2 (1 1)"),
            ("(별정직)", "Words  ()"),
            ("[팔로워] 12,426", "Words 12426 ()"),
            ("2021. 7. 백신 맛집 마포구", "Words  ()"),
            ("2008.11.21", "Words  ()"),
            ("40~49세", "Words  ()"),
            ("환경미화원 101명\n한시임기제 1명", "Words 101 1 ()"),
        ] {
            assert_eq!(shown(content), expected, "{content}");
        }
    }
}
