//! What holds for each piece of a table: its rules, the backgrounds of its cells, its repeated head.

use std::collections::BTreeMap;

use crate::laws::support::seeded;
use crate::model::len::Len;
use crate::set::layout::{Frame, WarningKind};
use proptest::prelude::*;

use super::content::content;
use super::grid::{Grid, grid};
use super::piece::{Piece, Rect};
use super::run::{Case, case};
use super::tree::{Tree, leaf};

/// Tables without tables in their cells.
fn flat_table() -> impl Strategy<Value = Case> {
    case(grid(leaf(), 5, 9).prop_map(|grid| Tree::Table(Box::new(grid))))
}

/// What must hold for all pieces of a table.
fn laws(case: &Case) -> Result<(), TestCaseError> {
    let Tree::Table(grid) = &case.tree else { unreachable!("a table was asked for") };
    let block = case.block();
    let frames = case.frames(&block);
    prop_assert_eq!(content(&frames), content(&case.unbroken(&block)), "something is lost, twice or out of order");
    let pieces: Vec<(&Frame, Piece)> = frames.iter().map(|frame| (frame, Piece::of(frame))).collect();
    // What stands below a table may stand on a page of its own.
    let pieces: Vec<_> = pieces.into_iter().filter(|(_, piece)| !piece.backgrounds.is_empty()).collect();
    for (frame, piece) in &pieces {
        outer_rules(grid, frame, piece)?;
        cells_tile(frame, piece)?;
        prop_assert_eq!(piece.cut_cell(), None, "a rule runs through a cell");
        prop_assert_eq!(piece.open_edge(), None, "an edge between cells is not ruled");
        let widths = |piece: &Piece| piece.outer.iter().map(Rect::width).collect::<Vec<_>>();
        prop_assert_eq!(widths(piece), widths(&pieces[0].1), "the pieces have other columns");
        prop_assert!(piece.outer[0].right <= case.width());
    }
    head_is_repeated(grid, case, &pieces)?;
    cells_go_on(grid, &pieces)
}

/// A piece has the outer rule above and below, at its edges where nothing else stands there.
fn outer_rules(grid: &Grid, frame: &Frame, piece: &Piece) -> Result<(), TestCaseError> {
    prop_assert_eq!(piece.outer.len(), 2);
    let (top, bottom) = (piece.outer[0].top, piece.outer[1].bottom);
    prop_assert!(top == Len::ZERO || grid.flow.continued.is_some(), "{} above", top);
    prop_assert!(bottom == frame.height || grid.flow.foot.is_some(), "{} below", frame.height - bottom);
    Ok(())
}

fn cells_tile(frame: &Frame, piece: &Piece) -> Result<(), TestCaseError> {
    let inside = Rect { top: piece.outer[0].bottom, bottom: piece.outer[1].top, ..piece.outer[0] };
    let total: i128 = piece.backgrounds.iter().map(Rect::area).sum();
    prop_assert_eq!(total, inside.area(), "a hole or an overlap in a piece {} high", frame.height);
    for (index, background) in piece.backgrounds.iter().enumerate() {
        prop_assert!(background.is_within(&inside), "{:?} beyond {:?}", background, inside);
        let neighbour = piece.backgrounds[index + 1..].iter().find(|other| background.overlaps(other));
        prop_assert_eq!(neighbour, None, "overlaps {:?}", background);
    }
    Ok(())
}

/// The head stands on every further page that holds more than head, or its piece says that it doesn't.
fn head_is_repeated(grid: &Grid, case: &Case, pieces: &[(&Frame, Piece)]) -> Result<(), TestCaseError> {
    let head_cells = grid.head_cells();
    let head_of = |piece: &Piece| piece.cells().filter(|cell| *cell < head_cells).collect::<Vec<_>>();
    let head = head_of(&Piece::of(&case.unbroken(&case.block())[0]));
    let with_body = pieces.iter().filter(|(_, piece)| piece.cells().any(|cell| cell >= head_cells));
    for (frame, piece) in with_body.skip(1) {
        let dropped = frame.warnings.iter().any(|warning| warning.kind == WarningKind::HeadNotRepeated);
        prop_assert_eq!(head_of(piece), if dropped { Vec::new() } else { head.clone() });
    }
    Ok(())
}

/// A cell that crosses pages stands on all between its first and its last.
fn cells_go_on(grid: &Grid, pieces: &[(&Frame, Piece)]) -> Result<(), TestCaseError> {
    let head_cells = grid.head_cells();
    let mut last: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, (_, piece)) in pieces.iter().enumerate() {
        for cell in piece.cells().filter(|cell| *cell >= head_cells) {
            let before = last.insert(cell, number);
            prop_assert!(before.is_none_or(|before| before + 1 == number), "cell {} leaves out a page", cell);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(seeded(10_000))]

    #[test]
    fn every_table_keeps_the_laws_on_every_piece(case in flat_table()) {
        laws(&case)?;
    }
}

proptest! {
    #![proptest_config(seeded(100_000))]

    /// `cargo test --release layout -- --ignored`: the same, over ten times as many.
    #[test]
    #[ignore = "takes minutes"]
    fn a_hundred_thousand_tables_keep_the_laws_on_every_piece(case in flat_table()) {
        laws(&case)?;
    }
}
