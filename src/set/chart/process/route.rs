//! A way for every arrow: from step to step at right angles, through the channels between cells and through empty cells, never through a
//! step. Found by Dijkstra's method, where a turn costs more than a few cells of way.
//!
//! The lattice has a point for every cell (both indices odd) and for every crossing of a channel between rows or columns (even) with
//! another or with the middle of a column or row. Channels hold any number of ways beside each other; the middle of a row or column
//! can't be moved and holds one, or several that end in one arrow head.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::place::{Cell, StepGrid};
use super::{Arrow, Process};

/// A point of the lattice: twice its row and column of cells and one more, even between them.
pub(super) type Spot = (usize, usize);

/// The spots of an arrow, from the step that it leaves to the one that it leads to.
pub(super) type Way = Vec<Spot>;

/// A side of a step, or a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Up,
    Right,
    Down,
    Left,
}

impl Side {
    const ALL: [Side; 4] = [Side::Up, Side::Right, Side::Down, Side::Left];

    /// The side that a step is left at towards a spot beside it, or the direction from spot to spot.
    pub(crate) fn between(from: Spot, to: Spot) -> Side {
        match (from, to) {
            ((row, _), (to, _)) if to < row => Side::Up,
            ((row, _), (to, _)) if to > row => Side::Down,
            ((_, column), (_, to)) if to > column => Side::Right,
            _ => Side::Left,
        }
    }

    pub(crate) fn is_upright(self) -> bool {
        matches!(self, Side::Up | Side::Down)
    }

    pub(crate) fn opposite(self) -> Side {
        Side::ALL[(self as usize + 2) % 4]
    }
}

/// The ways of all arrows, and the grid that has room for them.
pub(super) fn routed(process: &Process, grid: StepGrid) -> (StepGrid, Vec<Way>) {
    if let Some(ways) = Router::new(process, &grid).all() {
        return (grid, ways);
    }
    // Between steps that aren't neighbours, every side of a step has a channel of its own, so that there is a way for each arrow.
    let spread = grid.spread();
    let ways = Router::new(process, &spread).all().unwrap_or_default();
    (spread, ways)
}

/// Whom the middle of a row or column belongs to at a spot: which step the arrow leads to, and where it goes on to.
type Owned = (usize, Side);

/// A spot, and the direction in which it was come to.
type Reached = (Spot, Side);

/// What it costs at least to come to a spot in a direction, and from where; from the step itself, from nowhere.
type Cheapest = BTreeMap<Reached, (u32, Option<Reached>)>;

struct Router<'a> {
    process: &'a Process,
    rows: usize,
    columns: usize,
    steps: BTreeMap<Spot, usize>,
    /// By step and side: entered (`true`) or left.
    sides: Vec<[Option<bool>; 4]>,
    /// By spot and whether it is the middle of a column.
    middles: BTreeMap<(Spot, bool), Owned>,
    /// The arrows that pass a spot, up or down and across, by the steps they lead to.
    passed: BTreeMap<(Spot, bool), Vec<usize>>,
}

/// What a way costs.
const STEP: u32 = 2;
const TURN: u32 = 7;
const CROSSING: u32 = 5;
const BESIDE_ANOTHER: u32 = 1;

impl<'a> Router<'a> {
    fn new(process: &'a Process, grid: &StepGrid) -> Router<'a> {
        let spot = |cell: &Cell| (cell.row * 2 + 1, cell.column * 2 + 1);
        Router {
            process,
            rows: grid.rows * 2 + 1,
            columns: grid.columns * 2 + 1,
            steps: grid.cells.iter().enumerate().map(|(step, cell)| (spot(cell), step)).collect(),
            sides: vec![[None; 4]; process.steps.len()],
            middles: BTreeMap::new(),
            passed: BTreeMap::new(),
        }
    }

    /// The ways of all arrows, or `None` where one finds none.
    fn all(mut self) -> Option<Vec<Way>> {
        let mut order: Vec<usize> = (0..self.process.arrows.len()).collect();
        // Those that need no turn keep their straight way.
        order.sort_by_key(|&arrow| self.difficulty(&self.process.arrows[arrow]));
        let mut ways = vec![Way::new(); order.len()];
        for index in order {
            let arrow = &self.process.arrows[index];
            let way = self.find(arrow)?;
            self.take(arrow, &way);
            ways[index] = way;
        }
        Some(ways)
    }

    fn spot_of(&self, step: usize) -> Spot {
        self.steps.iter().find(|(_, other)| **other == step).map(|(spot, _)| *spot).unwrap_or_default()
    }

    fn difficulty(&self, arrow: &Arrow) -> (bool, usize) {
        let (from, to) = (self.spot_of(arrow.from), self.spot_of(arrow.to));
        let (rows, columns) = (from.0.abs_diff(to.0), from.1.abs_diff(to.1));
        (rows > 0 && columns > 0, rows + columns)
    }

    fn find(&self, arrow: &Arrow) -> Option<Way> {
        let (from, to) = (self.spot_of(arrow.from), self.spot_of(arrow.to));
        let mut cheapest = Cheapest::new();
        let mut open = BinaryHeap::new();
        for side in Side::ALL.into_iter().filter(|side| self.may_leave(arrow, *side)) {
            if let Some(next) = self.next(from, side).filter(|next| self.may_go(arrow, (from, side), *next, side)) {
                let cost = STEP + self.cost(arrow, next, side);
                cheapest.insert((next, side), (cost, None));
                open.push(Reverse((cost, next, side)));
            }
        }
        while let Some(Reverse((cost, spot, came))) = open.pop() {
            if cheapest.get(&(spot, came)).is_some_and(|(known, _)| *known < cost) {
                continue;
            }
            if spot == to {
                return Some(self.way_back(from, (spot, came), &cheapest));
            }
            for side in Side::ALL.into_iter().filter(|side| *side != came.opposite()) {
                let Some(next) = self.next(spot, side) else { continue };
                if !self.may_go(arrow, (spot, came), next, side) {
                    continue;
                }
                let turned = if side == came { 0 } else { TURN };
                let next_cost = cost + STEP + turned + self.cost(arrow, next, side);
                let known = cheapest.entry((next, side)).or_insert((u32::MAX, None));
                if next_cost < known.0 {
                    *known = (next_cost, Some((spot, came)));
                    open.push(Reverse((next_cost, next, side)));
                }
            }
        }
        None
    }

    fn way_back(&self, from: Spot, end: Reached, cheapest: &Cheapest) -> Way {
        let mut way = vec![end.0];
        let mut at = end;
        while let Some((_, Some(before))) = cheapest.get(&at) {
            way.push(before.0);
            at = *before;
        }
        way.push(from);
        way.reverse();
        way
    }

    fn next(&self, (row, column): Spot, side: Side) -> Option<Spot> {
        let next = match side {
            Side::Up => (row.checked_sub(1)?, column),
            Side::Down => (row + 1, column),
            Side::Left => (row, column.checked_sub(1)?),
            Side::Right => (row, column + 1),
        };
        (next.0 < self.rows && next.1 < self.columns).then_some(next)
    }

    /// Whether an arrow may leave its step at a side: one that nothing has, and not the last where it is still to be entered.
    fn may_leave(&self, arrow: &Arrow, side: Side) -> bool {
        let sides = &self.sides[arrow.from];
        let entered = sides.contains(&Some(true)) || !self.process.arrows.iter().any(|other| other.to == arrow.from);
        let free = sides.iter().filter(|side| side.is_none()).count();
        let still_leaving = self.still_leaving(arrow.from);
        sides[side as usize].is_none() && free >= still_leaving + usize::from(!entered)
    }

    /// Whether an arrow may enter its step at a side: one that is entered already, or that none of those still to leave needs.
    fn may_enter(&self, arrow: &Arrow, side: Side) -> bool {
        let sides = &self.sides[arrow.to];
        let free = sides.iter().filter(|side| side.is_none()).count();
        let still_leaving = self.still_leaving(arrow.to);
        match sides[side as usize] {
            Some(entered) => entered,
            None => free > still_leaving,
        }
    }

    /// How many arrows have still to leave a step.
    fn still_leaving(&self, step: usize) -> usize {
        let leaving = self.process.arrows.iter().filter(|arrow| arrow.from == step).count();
        let left = self.sides[step].iter().filter(|side| **side == Some(false)).count();
        leaving.saturating_sub(left)
    }

    /// Whether an arrow that came to a spot may go on to the next.
    fn may_go(&self, arrow: &Arrow, (spot, came): (Spot, Side), next: Spot, side: Side) -> bool {
        match self.steps.get(&next) {
            Some(step) if *step != arrow.to => return false,
            Some(_) if !self.may_enter(arrow, side.opposite()) => return false,
            _ => {}
        }
        // Where it leaves, nothing but its side counts.
        if self.steps.contains_key(&spot) {
            return true;
        }
        [true, false].into_iter().all(|upright| {
            let along = came.is_upright() == upright || side.is_upright() == upright;
            !along || !is_middle(spot, upright) || self.may_use_middle(arrow, (spot, came), side, upright)
        })
    }

    /// Whether an arrow may go along the middle of a column (`upright`) or row at a spot.
    fn may_use_middle(&self, arrow: &Arrow, (spot, came): (Spot, Side), side: Side, upright: bool) -> bool {
        let owned = self.middles.get(&(spot, upright));
        let shared = |owned: &Owned| *owned == (arrow.to, side) && side.is_upright() == upright;
        if owned.is_some_and(|owned| !shared(owned)) {
            return false;
        }
        // Beside a step the middle is kept for what leaves or enters it there.
        let (before, after) = if upright { (Side::Up, Side::Down) } else { (Side::Left, Side::Right) };
        let beside = [before, after].map(|side| self.next(spot, side).filter(|next| self.steps.contains_key(next)));
        if beside == [None, None] {
            return true;
        }
        let behind = self.next(spot, came.opposite());
        let ahead = self.next(spot, side);
        let leaves =
            came.is_upright() == upright && behind.is_some_and(|behind| self.steps.get(&behind) == Some(&arrow.from));
        let enters =
            side.is_upright() == upright && ahead.is_some_and(|ahead| self.steps.get(&ahead) == Some(&arrow.to));
        leaves || enters
    }

    /// What it costs beside the way itself to go on to a spot.
    fn cost(&self, arrow: &Arrow, next: Spot, side: Side) -> u32 {
        let others = |upright: bool| {
            let passed = self.passed.get(&(next, upright)).into_iter().flatten();
            passed.filter(|to| **to != arrow.to).count() as u32
        };
        others(!side.is_upright()) * CROSSING + others(side.is_upright()) * BESIDE_ANOTHER
    }

    fn take(&mut self, arrow: &Arrow, way: &[Spot]) {
        let ([first, second, ..], [.., before, last]) = (way, way) else { return };
        self.sides[arrow.from][Side::between(*first, *second) as usize] = Some(false);
        self.sides[arrow.to][Side::between(*last, *before) as usize] = Some(true);
        for spots in way.windows(3) {
            let at = spots[1];
            let (came, goes) = (Side::between(spots[0], at), Side::between(at, spots[2]));
            for upright in [true, false] {
                if came.is_upright() != upright && goes.is_upright() != upright {
                    continue;
                }
                self.passed.entry((at, upright)).or_default().push(arrow.to);
                if is_middle(at, upright) {
                    self.middles.insert((at, upright), (arrow.to, goes));
                }
            }
        }
    }
}

/// Whether what goes up or down (or across) through a spot is in the middle of a column (or row), not in a channel.
fn is_middle((row, column): Spot, upright: bool) -> bool {
    if upright { column % 2 == 1 } else { row % 2 == 1 }
}
