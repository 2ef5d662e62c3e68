//! Grids: whatever is said of their places, cells cover each of them once, and what is said of rectangles is what is read back.

use std::collections::BTreeSet;
use std::ops::Range;

use proptest::collection::vec;
use proptest::prelude::*;

use crate::laws::support::seeded;
use crate::model::grid::{CellPlace, Fault, Grid, Join, Owners, Region, Shape, Why};

/// The rows of a head, and what joins each place of a grid.
type Joins = (usize, Vec<Vec<Option<Join>>>);

/// Any joins of a grid of up to eight by eight places.
fn joins() -> impl Strategy<Value = Joins> {
    let join = prop_oneof![3 => Just(None), 1 => Just(Some(Join::Left)), 1 => Just(Some(Join::Above))];
    (0..=3usize, 1..=8usize).prop_flat_map(move |(head_rows, columns)| {
        vec(vec(join.clone(), columns), 1..=8).prop_map(move |rows| (head_rows.min(rows.len()), rows))
    })
}

/// The rows and columns of a cell.
type Rectangle = (Range<usize>, Range<usize>);

/// A grid of so many rows and columns, cut into rectangles by cutting it in two, and each half again.
fn cut() -> impl Strategy<Value = (usize, usize, Vec<Rectangle>)> {
    (1..=9usize, 1..=9usize, vec((any::<bool>(), any::<prop::sample::Index>()), 0..40)).prop_map(
        |(rows, columns, cuts)| {
            let mut whole: Vec<Rectangle> = vec![(0..rows, 0..columns)];
            for (across, at) in cuts {
                let (rows, columns) = whole.swap_remove(at.index(whole.len()));
                let cut = |range: &Range<usize>| range.start + 1 + at.index(range.len().max(2) - 1);
                match across {
                    true if rows.len() > 1 => {
                        let middle = cut(&rows);
                        whole.extend([(rows.start..middle, columns.clone()), (middle..rows.end, columns)]);
                    }
                    false if columns.len() > 1 => {
                        let middle = cut(&columns);
                        whole.extend([(rows.clone(), columns.start..middle), (rows, middle..columns.end)]);
                    }
                    _ => whole.push((rows, columns)),
                }
            }
            whole.sort_by_key(|(rows, columns)| (rows.start, columns.start));
            (rows, columns, whole)
        },
    )
}

fn grid(joins: &Joins) -> (Grid<CellPlace>, Vec<Fault>) {
    let (owners, mut faults) = Owners::of_joins(joins.1.iter().map(|row| row.iter().copied()), joins.0);
    let (shape, more) = Shape::new(joins.1.len(), joins.1[0].len(), &owners);
    faults.extend(more);
    (Grid::new(shape, Region::place), faults)
}

/// The places of a grid, in reading order.
fn places<T>(grid: &Grid<T>) -> impl Iterator<Item = CellPlace> {
    let columns = grid.columns();
    (0..grid.rows()).flat_map(move |row| (0..columns).map(move |column| (row, column)))
}

/// What holds for every grid.
fn is_valid(grid: &Grid<CellPlace>) -> Result<(), TestCaseError> {
    let mut covered: Vec<CellPlace> = grid.iter().flat_map(|cell| cell.region.places()).collect();
    covered.sort_unstable();
    prop_assert_eq!(covered, places(grid).collect::<Vec<_>>(), "each place is covered, and once");
    let begins: Vec<CellPlace> = grid.iter().map(|cell| cell.region.place()).collect();
    prop_assert!(begins.is_sorted(), "cells are in reading order");
    prop_assert_eq!(grid.contents(), begins, "each cell holds its own");
    for place in places(grid) {
        let cell = grid.at(place).expect("a grid has no gaps");
        prop_assert!(cell.region.places().any(|other| other == place), "what is found at a place covers it");
        prop_assert_eq!(cell, grid.cell(cell.index));
        prop_assert!(grid.at(cell.region.place()).is_some_and(|first| first.region == cell.region));
    }
    prop_assert!(grid.at((grid.rows(), 0)).is_none() && grid.at((0, grid.columns())).is_none());
    lines(grid)
}

/// What holds for the rows and columns of a grid.
fn lines(grid: &Grid<CellPlace>) -> Result<(), TestCaseError> {
    let mut beginning = Vec::new();
    for row in 0..grid.rows() {
        let standing: Vec<usize> = grid.row(row).map(|cell| cell.index).collect();
        let those = grid.iter().filter(|cell| (cell.region.row()..cell.region.end_row()).contains(&row));
        let mut those: Vec<_> = those.map(|cell| (cell.region.column(), cell.index)).collect();
        those.sort_unstable();
        prop_assert_eq!(standing, those.into_iter().map(|(_, index)| index).collect::<Vec<_>>());
        beginning.extend(grid.beginning_in(row).map(|cell| cell.index));
    }
    prop_assert_eq!(beginning, grid.iter().map(|cell| cell.index).collect::<Vec<_>>());
    for column in 0..grid.columns() {
        let standing: Vec<usize> = grid.column(column).map(|cell| cell.index).collect();
        let those = grid.iter().filter(|cell| (cell.region.column()..cell.region.end_column()).contains(&column));
        prop_assert_eq!(standing, those.map(|cell| cell.index).collect::<Vec<_>>());
    }
    prop_assert!(grid.row(grid.rows()).next().is_none() && grid.column(grid.columns()).next().is_none());
    Ok(())
}

/// Where the joins lead that begin at a place.
fn led_to(joins: &Joins, (mut row, mut column): CellPlace) -> CellPlace {
    loop {
        match joins.1[row][column] {
            Some(Join::Left) if column > 0 => column -= 1,
            Some(Join::Above) if row > 0 && row != joins.0 => row -= 1,
            _ => return (row, column),
        }
    }
}

proptest! {
    #![proptest_config(seeded(400))]

    #[test]
    fn any_joins_give_a_valid_grid(joins in joins()) {
        is_valid(&grid(&joins).0)?;
    }

    #[test]
    fn any_rectangles_give_a_valid_grid(rectangles in vec((0..9usize, 0..9usize, 0..5usize, 0..5usize), 0..12)) {
        let mut owners = Owners::default();
        for (row, column, rows, columns) in rectangles {
            owners.cover(row..row + rows, column..column + columns);
        }
        is_valid(&Grid::new(Shape::new(8, 8, &owners).0, Region::place))?;
    }

    #[test]
    fn an_owner_is_where_joins_lead(joins in joins()) {
        let (owners, _) = Owners::of_joins(joins.1.iter().map(|row| row.iter().copied()), joins.0);
        for place in places(&grid(&joins).0) {
            prop_assert_eq!(owners.owner(place), led_to(&joins, place));
            prop_assert_eq!(owners.is_covered(place), led_to(&joins, place) != place);
        }
    }

    #[test]
    fn what_joins_say_holds_unless_a_fault_says_why_not(joins in joins()) {
        let (grid, faults) = grid(&joins);
        let broken: BTreeSet<CellPlace> = faults.iter().filter_map(|fault| match fault.why {
            Why::NotRectangular { owner } => Some(owner),
            _ => None,
        }).collect();
        for place in places(&grid) {
            let owner = led_to(&joins, place);
            let covered_by = grid.at(place).map(|cell| cell.region.place());
            prop_assert_eq!(covered_by, Some(if broken.contains(&owner) { place } else { owner }));
            let alone = joins.1[place.0][place.1].is_some() && owner == place;
            let misjoined = |fault: &&Fault| fault.at == place && !matches!(fault.why, Why::NotRectangular { .. });
            prop_assert_eq!(faults.iter().filter(misjoined).count(), usize::from(alone));
        }
        for owner in broken {
            let own: Vec<CellPlace> = places(&grid).filter(|&place| led_to(&joins, place) == owner).collect();
            let end = (own.iter().map(|place| place.0).max(), own.iter().map(|place| place.1).max());
            let height = end.0.map_or(0, |row| row + 1 - owner.0);
            let width = end.1.map_or(0, |column| column + 1 - owner.1);
            prop_assert!(own.len() < height * width, "it is no rectangle");
            let fault = faults.iter().find(|fault| fault.why == Why::NotRectangular { owner });
            let at = fault.map_or((0, 0), |fault| fault.at);
            prop_assert!(led_to(&joins, at) != owner && at.0 < owner.0 + height && at.1 < owner.1 + width);
        }
    }

    #[test]
    fn rectangles_are_read_back_however_they_are_said((rows, columns, cut) in cut()) {
        let mut covering = Owners::default();
        let mut joins: Joins = (0, vec![vec![None; columns]; rows]);
        for (rows, columns) in &cut {
            covering.cover(rows.clone(), columns.clone());
            for row in rows.clone() {
                for column in columns.clone().filter(|&column| (row, column) != (rows.start, columns.start)) {
                    joins.1[row][column] = Some(if column > columns.start { Join::Left } else { Join::Above });
                }
            }
        }
        let (shape, faults) = Shape::new(rows, columns, &covering);
        prop_assert_eq!(faults, []);
        let read = |region: &Region| (region.row()..region.end_row(), region.column()..region.end_column());
        prop_assert_eq!(shape.regions().iter().map(read).collect::<Vec<_>>(), cut);
        let (joined, faults) = grid(&joins);
        prop_assert_eq!(faults, []);
        prop_assert_eq!(joined, Grid::new(shape, Region::place));
    }

    #[test]
    fn a_grid_made_of_another_has_its_shape((rows, columns, cut) in cut()) {
        let mut owners = Owners::default();
        cut.into_iter().for_each(|(rows, columns)| owners.cover(rows, columns));
        let grid = Grid::new(Shape::new(rows, columns, &owners).0, Region::place);
        let mut seen = Vec::new();
        let mapped = grid.map(|cell| {
            seen.push(cell.index);
            cell.region.places().count()
        });
        prop_assert!(seen.into_iter().eq(0..grid.contents().len()), "they are asked in reading order");
        prop_assert_eq!((mapped.rows(), mapped.columns()), (grid.rows(), grid.columns()));
        prop_assert!(mapped.iter().map(|cell| cell.region).eq(grid.iter().map(|cell| cell.region)));
        prop_assert_eq!(mapped.contents().iter().sum::<usize>(), rows * columns);
        prop_assert_eq!(mapped.map(|cell| cell.region.place()), grid);
    }

    #[test]
    fn rows_of_cells_are_read_back(rows in vec(any::<[u8; 3]>(), 0..9)) {
        let grid = Grid::of_rows(rows.clone());
        prop_assert_eq!((grid.rows(), grid.columns()), (rows.len(), 3));
        prop_assert!(grid.iter().all(|cell| cell.region.is_one() && rows[cell.region.row()][cell.region.column()] == *cell.content));
        prop_assert_eq!(grid.contents(), rows.concat());
    }
}

#[test]
fn what_is_wrong_with_joins_has_its_place() {
    let (left, above) = (Some(Join::Left), Some(Join::Above));
    let of = |head_rows, rows: &[&[Option<Join>]]| grid(&(head_rows, rows.iter().map(|row| row.to_vec()).collect())).1;
    assert_eq!(
        of(0, &[&[left, above]]),
        [Fault { at: (0, 0), why: Why::NothingLeft }, Fault { at: (0, 1), why: Why::NothingAbove },]
    );
    assert_eq!(of(1, &[&[None, None], &[None, above]]), [Fault { at: (1, 1), why: Why::AcrossHead }]);
    // The corner at the lower right is missing.
    assert_eq!(
        of(0, &[&[None, left], &[above, None]]),
        [Fault { at: (1, 1), why: Why::NotRectangular { owner: (0, 0) } }]
    );
}
