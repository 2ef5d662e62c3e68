//! No figure of a table is cut without a word, whatever its columns were asked to be.

use std::sync::Arc;

use crate::laws::support::seeded;
use crate::model::grid as model;
use crate::model::len::{Len, Ratio};
use crate::model::report::{Align, ColumnWidth};
use crate::model::source::{FileId, Span};
use crate::model::structure::NodeId;
use crate::set::layout::{
    Area, Block, CellBlock, Color, Context, Cursor, Elastic, Kept, LeafKind, Margins, Owner, ParagraphStyle, Placed,
    Rule, Sides, Stroke, TableBlock, TableStyle, TextBlock, WarningKind, place,
};
use crate::set::text::{Break, Class, Fill, Glyph, Mode, Shaped, Together, breaks, leaves_alone, parts_figure};
use proptest::collection::vec;
use proptest::prelude::*;

use super::grid::Width;

const EM: i64 = 1_000_000;

/// A table of texts: as many columns as widths, as many rows as texts fill.
#[derive(Debug, Clone)]
struct Texts {
    widths: Vec<Width>,
    cells: Vec<String>,
    /// Rows joined from the second column on, bit by row.
    joined: u8,
    measure: u16,
    /// The least type and padding, in percent.
    least: (u8, u8),
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => (1..999_999_999u32).prop_map(grouped),
        1 => (1..99_999u32, 0..100u8).prop_map(|(whole, part)| format!("{}.{part:02}", grouped(whole))),
        1 => (1..99_999u32).prop_map(|figure| format!("△{}천원", grouped(figure))),
        1 => (1..12u8, 1..28u8).prop_map(|(month, day)| format!("2026. {month}. {day}.")),
        2 => "[가-힣]{1,7}",
        2 => "[가-힣]{1,5} [가-힣]{2,6}\\([가-힣]{2}\\)",
        1 => Just(String::new()),
    ]
}

fn grouped(figure: u32) -> String {
    let digits = figure.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn texts() -> impl Strategy<Value = Texts> {
    let width = prop_oneof![
        4 => Just(Width::Auto),
        2 => (1..5u8).prop_map(Width::Share),
        2 => (5..120u8).prop_map(Width::Fixed),
    ];
    (vec(width, 1..8), vec(text(), 1..24), any::<u8>(), 20..600u16, (40..=100u8, 0..=100u8))
        .prop_map(|(widths, cells, joined, measure, least)| Texts { widths, cells, joined, measure, least })
}

/// A text in a face whose syllables are one em wide, its digits a little more than half.
fn shaped(text: &str) -> Shaped {
    let glyph = |(start, character): (usize, char)| {
        let advance = match character {
            '0'..='9' => EM * 56 / 100,
            ',' | '.' | ' ' | '(' | ')' => EM / 4,
            _ => EM,
        };
        let class = Class::of(character);
        Glyph { id: 1, start: start as u32, advance: advance as i32, x: 0, y: 0, class }
    };
    let glyphs: Vec<Glyph> = text.char_indices().map(glyph).collect();
    let place = |offset: usize| glyphs.iter().position(|glyph| glyph.start as usize == offset);
    let found = breaks(text, &Together::default()).into_iter();
    let breaks = found.filter_map(|(offset, kind)| Some(Break { glyph: place(offset)? as u32, kind })).collect();
    Shaped { text: text.to_owned(), glyphs, breaks, ..Shaped::default() }
}

fn cell(text: &str, number: usize) -> CellBlock {
    let style = ParagraphStyle {
        size: Len::pt(10),
        leading: Ratio::ONE,
        color: Color { rgb: [0; 3] },
        accent: [Color { rgb: [0; 3] }; 3],
        align: Align::Center,
        fill: Fill { mode: Mode::Ragged, letter_shrink: EM / 20, letter_shrink_limit: EM / 16, ..Fill::NATURAL },
        orphans: 2,
        elastic: Elastic::Size,
        spec: span(number),
    };
    let block = Block::Text(TextBlock {
        shaped: Arc::new(shaped(text)),
        style,
        owner: Owner::Node(NodeId::at(number)),
        span: Some(span(number)),
        anchor: None,
        margins: Margins::default(),
        links: Vec::new(),
    });
    CellBlock { background: None, diagonal: false, repeated: false, block }
}

fn span(number: usize) -> Span {
    Span { file: FileId(0), start: number as u32, end: number as u32 + 1 }
}

impl Texts {
    fn block(&self) -> Block {
        let columns = self.widths.len();
        let rows = self.cells.len().div_ceil(columns);
        let mut owners = model::Owners::default();
        for row in (0..rows).filter(|row| columns > 2 && self.joined >> (row % 8) & 1 == 1) {
            owners.cover(row..row + 1, 1..columns);
        }
        let (shape, _) = model::Shape::new(rows, columns, &owners);
        let mut numbers = 0..;
        let grid = model::Grid::new(shape, |_| {
            let number = numbers.next().unwrap_or_default();
            cell(&self.cells[number % self.cells.len()], number)
        });
        let style = TableStyle {
            least_rows: 2,
            padding: Sides { top: Len::pt(1), right: Len::pt(3), bottom: Len::pt(1), left: Len::pt(3) },
            least_padding: Ratio::millionths(i64::from(self.least.1) * 10_000),
            row_height: Len::pt(10),
            shrink: Ratio::millionths(i64::from(self.least.0) * 10_000),
            outer: Stroke::NONE,
            head: Stroke::NONE,
            inner: Stroke::NONE,
            group: Stroke::NONE,
            total: Stroke::NONE,
            sides: Stroke::NONE,
            diagonal: Stroke::NONE,
            foot_gap: Len::ZERO,
        };
        Block::Table(Box::new(TableBlock {
            columns: self.widths.iter().map(|width| width.built()).collect(),
            head_rows: 0,
            grid,
            whole: Kept::Free,
            kept: vec![Kept::Free; rows],
            below: vec![Rule::Inner; rows],
            beside: vec![Rule::Inner; columns],
            company: None,
            continued: None,
            foot: None,
            style: Arc::new(style),
            span: span(1000),
        }))
    }
}

/// No digit is cut, and no syllable stands alone, without a warning that names a cell; and columns fill no more than their measure.
fn law(case: &Texts) -> Result<(), TestCaseError> {
    let measure = Len::pt(i64::from(case.measure));
    let Placed::Done(frame) = place(&case.block(), &Context::default(), &Cursor::Start, Area::unlimited(measure))
    else {
        return Err(TestCaseError::fail("a page without end takes all of it"));
    };
    let warned = |which: fn(&WarningKind) -> bool| frame.warnings.iter().any(|warning| which(&warning.kind));
    let figures = warned(|kind| matches!(kind, WarningKind::FiguresCut { cell, .. } if !cell.is_empty()));
    let any = warned(|kind| !matches!(kind, WarningKind::TooHigh));
    for leaf in &frame.leaves {
        let LeafKind::Text { shaped, line, .. } = &leaf.kind else { continue };
        prop_assert!(figures || !parts_figure(shaped, line.glyphs.end), "{} is cut", shaped.text);
        prop_assert!(any || !leaves_alone(shaped, line.glyphs.end), "a syllable of {} stands alone", shaped.text);
    }
    // What was given is kept where nothing is said.
    let given: Len = case.widths.iter().map(|width| fixed(*width)).sum();
    prop_assert!(any || given <= measure, "{given} in {measure}");
    Ok(())
}

fn fixed(width: Width) -> Len {
    match width.built() {
        ColumnWidth::Fixed(width) => width,
        ColumnWidth::Auto | ColumnWidth::Share(_) => Len::ZERO,
    }
}

proptest! {
    #![proptest_config(seeded(4_000))]

    #[test]
    fn no_digit_is_cut_without_a_warning(case in texts()) {
        law(&case)?;
    }
}

proptest! {
    #![proptest_config(seeded(100_000))]

    /// `cargo test --release layout -- --ignored`: the same, over many more.
    #[test]
    #[ignore = "takes minutes"]
    fn no_digit_of_a_hundred_thousand_tables_is_cut_without_a_warning(case in texts()) {
        law(&case)?;
    }
}
