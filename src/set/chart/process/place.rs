//! A cell of a grid for every step.

use std::collections::BTreeSet;

use super::{Arrow, Direction, Process};

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    /// From the top.
    pub row: usize,
    /// From the left.
    pub column: usize,
}

/// Steps on a grid, no two in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct StepGrid {
    /// The cell of each step.
    pub cells: Vec<Cell>,
    /// How many rows there are.
    pub rows: usize,
    /// How many columns there are.
    pub columns: usize,
    /// Whether there are lanes, and where they run.
    pub lanes: Option<Lanes>,
}

/// Where lanes run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lanes {
    /// Each is a row.
    Across,
    /// Each is a column.
    Down,
}

/// The grids worth trying, the best first and the narrowest last; none for a ring.
pub(super) fn grids(process: &Process) -> Vec<StepGrid> {
    let upright = || match process.lanes.is_empty() {
        true => StepGrid::new(flow(process), None),
        false => StepGrid { columns: process.lanes.len(), ..StepGrid::new(in_lanes(process), Some(Lanes::Down)) },
    };
    match process.direction {
        Direction::Ring => Vec::new(),
        Direction::Column => vec![upright()],
        Direction::Row if process.lanes.is_empty() && process.is_chain() => in_rows(process.steps.len()),
        Direction::Row => vec![upright().turned(), upright()],
    }
}

impl StepGrid {
    fn new(cells: Vec<Cell>, lanes: Option<Lanes>) -> StepGrid {
        let rows = cells.iter().map(|cell| cell.row + 1).max().unwrap_or_default();
        let columns = cells.iter().map(|cell| cell.column + 1).max().unwrap_or_default();
        StepGrid { cells, rows, columns, lanes }
    }

    /// What went down goes to the right.
    fn turned(self) -> StepGrid {
        let cells = self.cells.iter().map(|cell| Cell { row: cell.column, column: cell.row }).collect();
        StepGrid { cells, rows: self.columns, columns: self.rows, lanes: self.lanes.map(|_| Lanes::Across) }
    }

    /// The same with a free row and column between any two.
    pub(crate) fn spread(self) -> StepGrid {
        let cells = self.cells.iter().map(|cell| Cell { row: cell.row * 2, column: cell.column * 2 }).collect();
        StepGrid { cells, rows: self.rows * 2 - 1, columns: self.columns * 2 - 1, ..self }
    }
}

/// Steps that follow each other in one row, two, three …; every other row goes back, so that arrows stay short.
fn in_rows(count: usize) -> Vec<StepGrid> {
    let mut in_row: Vec<usize> = (1..=count).map(|rows| count.div_ceil(rows)).collect();
    in_row.dedup();
    let cell = |index: usize, columns: usize| {
        let (row, column) = (index / columns, index % columns);
        Cell { row, column: if row % 2 == 1 { columns - 1 - column } else { column } }
    };
    let cells = |columns| (0..count).map(|index| cell(index, columns)).collect();
    in_row.into_iter().map(|columns| StepGrid::new(cells(columns), None)).collect()
}

/// The arrows that lead on from a step to later ones.
fn onward(process: &Process, from: usize) -> impl Iterator<Item = &Arrow> {
    process.arrows.iter().filter(move |arrow| arrow.from == from && arrow.to > from)
}

/// Whether an arrow goes straight on: the first of a decision, the middle one of those that leave a step together.
fn is_straight(process: &Process, arrow: &Arrow) -> bool {
    let count = onward(process, arrow.from).count();
    let straight = if process.steps[arrow.from].decision { 0 } else { count.saturating_sub(1) / 2 };
    onward(process, arrow.from).nth(straight).is_some_and(|onward| onward.to == arrow.to)
}

/// Down, each step below what leads to it, what a decision leads to beside it.
fn flow(process: &Process) -> Vec<Cell> {
    let count = process.steps.len();
    let mut ranks: Vec<usize> = Vec::with_capacity(count);
    for step in 0..count {
        let below = |arrow: &Arrow| {
            ranks[arrow.from] + usize::from(!process.steps[arrow.from].decision || is_straight(process, arrow))
        };
        let led_by = process.arrows.iter().filter(|arrow| arrow.to == step && arrow.from < step);
        ranks.push(led_by.map(below).max().unwrap_or_default());
    }
    let mut tracks: Vec<i64> = Vec::with_capacity(count);
    let mut taken = BTreeSet::new();
    for (step, rank) in ranks.iter().enumerate() {
        let wanted = wanted_tracks(process, step, &tracks);
        let free = wanted.into_iter().find(|track| !taken.contains(&(*rank, *track)));
        // A step has more tracks to choose from than there are steps.
        let track = free.unwrap_or_default();
        taken.insert((*rank, track));
        tracks.push(track);
    }
    let first = tracks.iter().copied().min().unwrap_or_default();
    let column = |track: i64| usize::try_from(track - first).unwrap_or_default();
    ranks.into_iter().zip(tracks).map(|(row, track)| Cell { row, column: column(track) }).collect()
}

/// The tracks for a step, the best first: below what leads straight to it, else beside what leads to it.
fn wanted_tracks(process: &Process, step: usize, tracks: &[i64]) -> Vec<i64> {
    let led_by = || process.arrows.iter().filter(|arrow| arrow.to == step && arrow.from < step);
    let straight = led_by().filter(|arrow| is_straight(process, arrow)).map(|arrow| tracks[arrow.from]);
    let most = process.steps.len() as i64;
    let around = |track: i64, first: i64| (1..=most).flat_map(move |by| [track + by * first, track - by * first]);
    match (straight.min_by_key(|track| track.abs()), led_by().next()) {
        (Some(track), _) => std::iter::once(track).chain(around(track, 1)).collect(),
        (None, Some(arrow)) => {
            let (from, place) = (arrow.from, onward(process, arrow.from).position(|other| other.to == step));
            // Of three that leave a step, the straight one stands in the middle: what is typed before it at its left, what is typed after at its right.
            let left = match process.steps[from].decision {
                true => place == Some(2),
                false => place == Some(0),
            };
            around(tracks[from], if left { -1 } else { 1 }).collect()
        }
        // Only the first is led to by nothing.
        (None, None) => vec![0],
    }
}

/// Down in lanes: a step that is handed on to the right stands beside what leads to it, any other below.
fn in_lanes(process: &Process) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::with_capacity(process.steps.len());
    let mut taken: BTreeSet<Cell> = BTreeSet::new();
    for (index, step) in process.steps.iter().enumerate() {
        let led_by = process.arrows.iter().filter(|arrow| arrow.to == index && arrow.from < index);
        let row = |from: &Arrow| {
            let before = cells[from.from];
            let mut between = before.column + 1..=step.lane;
            let beside = step.lane > before.column && between.all(|column| !taken.contains(&Cell { column, ..before }));
            before.row + usize::from(!beside)
        };
        let mut row = led_by.map(row).max().unwrap_or_default();
        while taken.contains(&Cell { row, column: step.lane }) {
            row += 1;
        }
        let cell = Cell { row, column: step.lane };
        taken.insert(cell);
        cells.push(cell);
    }
    cells
}
