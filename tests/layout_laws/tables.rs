//! What holds for each piece of a table: its rules, the grounds of its cells, its repeated head.

use bogoseo::layout::{Frame, WarningKind};
use bogoseo::len::Len;
use proptest::prelude::*;

use crate::cases;
use crate::grid::grid;
use crate::piece::{Piece, Rect};
use crate::run::{Case, case};
use crate::tree::{Tree, leaf};

/// Tables without tables in their cells.
fn flat_table() -> impl Strategy<Value = Case> {
    case(grid(leaf(), 5, 9).prop_map(|grid| Tree::Table(Box::new(grid))))
}

fn pieces(case: &Case) -> Vec<(Frame, Piece)> {
    case.frames(&case.block()).into_iter().map(|frame| (frame.clone(), Piece::of(&frame))).collect()
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn every_piece_has_the_outer_rule_above_and_below(case in flat_table()) {
        for (frame, piece) in pieces(&case) {
            let tops: Vec<Len> = piece.outer.iter().map(|rule| rule.top).collect();
            let bottoms: Vec<Len> = piece.outer.iter().map(|rule| rule.bottom).collect();
            prop_assert_eq!(tops.first(), Some(&Len::ZERO));
            prop_assert_eq!(bottoms.last(), Some(&frame.height));
            prop_assert_eq!(tops.len(), 2);
        }
    }

    #[test]
    fn cells_tile_every_piece(case in flat_table()) {
        for (frame, piece) in pieces(&case) {
            let inside = Rect { top: piece.outer[0].bottom, bottom: piece.outer[1].top, ..piece.outer[0] };
            let total: i128 = piece.grounds.iter().map(Rect::area).sum();
            prop_assert_eq!(total, inside.area(), "a hole or an overlap in a piece {} high", frame.height);
            for (index, ground) in piece.grounds.iter().enumerate() {
                prop_assert!(ground.is_within(&inside), "{:?} beyond {:?}", ground, inside);
                let neighbour = piece.grounds[index + 1..].iter().find(|other| ground.overlaps(other));
                prop_assert_eq!(neighbour, None, "overlaps {:?}", ground);
            }
        }
    }

    #[test]
    fn no_rule_runs_through_a_cell(case in flat_table()) {
        for (_, piece) in pieces(&case) {
            prop_assert_eq!(piece.cut_cell(), None);
        }
    }

    #[test]
    fn every_edge_between_cells_is_ruled(case in flat_table()) {
        for (_, piece) in pieces(&case) {
            prop_assert_eq!(piece.open_edge(), None);
        }
    }

    #[test]
    fn all_pieces_have_the_same_columns(case in flat_table()) {
        let pieces = pieces(&case);
        let widths = |piece: &Piece| piece.outer.iter().map(Rect::width).collect::<Vec<_>>();
        for (_, piece) in &pieces {
            prop_assert_eq!(widths(piece), widths(&pieces[0].1));
            prop_assert!(piece.outer[0].right <= case.width());
        }
    }

    #[test]
    fn a_head_is_repeated_on_every_further_page_or_it_says_so(case in flat_table()) {
        let Tree::Table(grid) = &case.tree else { unreachable!("a table was asked for") };
        let block = case.block();
        let head_of = |frame: &Frame| Piece::of(frame).cells().filter(|cell| *cell < grid.head_cells()).collect();
        let head: Vec<usize> = head_of(&case.unbroken(&block)[0]);
        let frames = case.frames(&block);
        for frame in frames.iter().filter(|frame| holds_body(frame, grid.head_cells())).skip(1) {
            let dropped = frame.warnings.iter().any(|warning| warning.kind == WarningKind::HeadNotRepeated);
            let repeated: Vec<usize> = head_of(frame);
            prop_assert_eq!(&repeated[..], if dropped { &[] } else { &head[..] });
        }
    }
}

/// Whether a piece holds more than head.
fn holds_body(frame: &Frame, head_cells: usize) -> bool {
    Piece::of(frame).cells().any(|cell| cell >= head_cells)
}
