//! The sizes and places of a grid's rows, columns and channels.

use crate::model::len::{Len, Ratio};
use crate::set::layout::Rect;

use super::place::{Lanes, StepGrid};
use super::route::{Side, Spot, Way};
use super::step::{StepSizes, even};
use super::tracks::{Channel, Tracks};
use super::{Arrow, Process, ProcessStyle};

/// Rows or columns along one direction, and the channels between them.
#[derive(Debug, Default)]
pub(super) struct Axis {
    /// The extent of each cell.
    cells: Vec<Len>,
    /// What lies before, between and after them: one more than cells.
    channels: Vec<Gutter>,
    /// Where the first channel begins.
    start: Len,
    track: Len,
}

/// A channel's parts: what steps before it need, tracks, a lane's edge, what steps after it need.
#[derive(Debug, Clone, Copy, Default)]
struct Gutter {
    before: Len,
    tracks: usize,
    /// From the last track to the lane's edge.
    edge: Len,
    after: Len,
}

/// Everything's place.
#[derive(Debug)]
pub(super) struct Measured {
    /// Columns, from the left.
    pub columns: Axis,
    /// Rows, from the top.
    pub rows: Axis,
    /// Tracks in the channels.
    pub tracks: Tracks,
    /// How far the names of lanes reach, down or to the right.
    head: Len,
}

impl Axis {
    /// The middle of a cell.
    pub(crate) fn middle(&self, cell: usize) -> Len {
        let before: Len = (0..cell).map(|cell| self.channel(cell) + self.cells[cell]).sum();
        self.start + before + self.channel(cell) + self.cells[cell] / 2
    }

    /// A track of a channel.
    pub(crate) fn track(&self, channel: usize, track: usize) -> Len {
        let before: Len = (0..channel).map(|channel| self.channel(channel) + self.cells[channel]).sum();
        self.start + before + self.channels[channel].before + self.track * track as i64
    }

    /// Where a lane ends and the next begins: the lane's end in the channel before a cell.
    pub(crate) fn edge(&self, channel: usize) -> Len {
        let last = self.channels.len() - 1;
        match channel {
            0 => self.start,
            channel if channel == last => self.end(),
            channel => {
                self.track(channel, self.channels[channel].tracks.saturating_sub(1)) + self.channels[channel].edge
            }
        }
    }

    /// Where the last channel ends.
    pub(crate) fn end(&self) -> Len {
        let cells: Len = self.cells.iter().copied().sum();
        self.start + cells + (0..self.channels.len()).map(|channel| self.channel(channel)).sum()
    }

    fn channel(&self, channel: usize) -> Len {
        let gutter = &self.channels[channel];
        gutter.before + self.track * gutter.tracks.saturating_sub(1) as i64 + gutter.edge + gutter.after
    }

    /// Makes lanes one extent, at least so much.
    fn even_out(&mut self, least: Len) {
        let extent = |axis: &Axis, lane: usize| axis.edge(lane + 1) - axis.edge(lane);
        let lanes = 0..self.cells.len();
        let most = lanes.clone().map(|lane| extent(self, lane)).max().unwrap_or_default().max(least);
        for lane in lanes {
            let wider = most - extent(self, lane);
            self.cells[lane] += wider;
        }
    }

    /// Makes cells larger, each by as much, so that they fill an extent.
    fn fill(&mut self, extent: Len) {
        let spare = (extent - self.end()).at_least_zero() / self.cells.len().max(1) as i64;
        self.cells.iter_mut().for_each(|cell| *cell += spare);
    }
}

/// What is measured.
struct Measuring<'a> {
    process: &'a Process,
    style: &'a ProcessStyle,
    sizes: &'a StepSizes,
    grid: &'a StepGrid,
    ways: &'a [Way],
    tracks: &'a Tracks,
}

impl Measured {
    /// Measures a grid with the ways through it.
    pub(crate) fn new(
        process: &Process,
        style: &ProcessStyle,
        scale: Ratio,
        sizes: &StepSizes,
        (grid, ways): (&StepGrid, &[Way]),
        width: Len,
    ) -> Measured {
        let tracks = Tracks::new(process, ways);
        let measuring = Measuring { process, style, sizes, grid, ways, tracks: &tracks };
        let (mut columns, mut rows) = (measuring.axis(false), measuring.axis(true));
        let mut head = Len::ZERO;
        let widths = process.lanes.iter().map(|lane| lane.widths(&style.lane, scale));
        let (least, natural) =
            widths.fold((Len::ZERO, Len::ZERO), |most, one| (most.0.max(one.min), most.1.max(one.max)));
        let head_height = |width| process.lanes.iter().map(|lane| lane.height(&style.lane, scale, width)).max();
        match grid.lanes {
            None => {}
            Some(Lanes::Down) => {
                columns.even_out(least.max(width / grid.columns.max(1) as i64));
                head = head_height(columns.edge(1) - columns.edge(0)).unwrap_or_default();
                rows.start = head;
            }
            Some(Lanes::Across) => {
                head = natural.min(style.label_widest.max(least));
                rows.even_out(head_height(head).unwrap_or_default());
                columns.start = head;
                columns.fill(width);
            }
        }
        Measured { columns, rows, tracks, head }
    }

    /// The width and height of all.
    pub(crate) fn extent(&self) -> (Len, Len) {
        (self.columns.end(), self.rows.end())
    }

    /// The box of a lane's name and the line that parts it from the next, by its ends.
    pub(crate) fn lane(&self, lane: usize, lanes: Lanes) -> Rect {
        match lanes {
            Lanes::Down => {
                let (left, right) = (self.columns.edge(lane), self.columns.edge(lane + 1));
                Rect::new(left, Len::ZERO, right - left, self.head)
            }
            Lanes::Across => {
                let (top, bottom) = (self.rows.edge(lane), self.rows.edge(lane + 1));
                Rect::new(Len::ZERO, top, self.head, bottom - top)
            }
        }
    }
}

impl Measuring<'_> {
    /// Rows (`upright`) or columns with their channels.
    fn axis(&self, upright: bool) -> Axis {
        let cells = self.cells(upright);
        let count = cells.len();
        let channel = |at: usize| if upright { Channel::Across(at * 2) } else { Channel::Upright(at * 2) };
        let half = |needed: bool| if needed { self.style.gap / 2 } else { Len::ZERO };
        let lanes = self.grid.lanes.is_some();
        let parted = self.grid.lanes == Some(if upright { Lanes::Across } else { Lanes::Down });
        let gutter = |at: usize| {
            let tracks = self.tracks.count(channel(at));
            let (first, last) = (at == 0, at == count);
            // Around all steps there is only what ways and lanes need.
            let (inside, outside) = (lanes || tracks > 0, lanes && tracks > 0);
            Gutter {
                before: half(if first { outside } else { !last || inside }),
                tracks,
                edge: half(parted && tracks > 0 && !first && !last),
                after: half(if last { outside } else { !first || inside }),
            }
        };
        let mut channels: Vec<Gutter> = (0..=count).map(gutter).collect();
        for (arrow, way) in self.ways.iter().enumerate() {
            self.widen(&mut channels, &cells, arrow, way, upright);
        }
        Axis { cells, channels, start: Len::ZERO, track: self.style.track }
    }

    /// Gives an arrow's ends the room that they need in the channels beside its steps.
    fn widen(&self, channels: &mut [Gutter], cells: &[Len], arrow: usize, way: &[Spot], upright: bool) {
        let ([first, second, ..], [.., before, last]) = (way, way) else { return };
        let head = self.style.arrow.length.part(3, 2);
        let label = self.sizes.labels[arrow].map(|(width, height)| if upright { height } else { width });
        let label = label.map_or(head, |label| label + self.style.label_gap * 2);
        let Arrow { from, to, .. } = self.process.arrows[arrow];
        let ends = [(Side::between(*first, *second), from, label), (Side::between(*last, *before), to, head)];
        for (side, step, needs) in ends.into_iter().filter(|(side, ..)| side.is_upright() == upright) {
            let (width, height) = self.sizes.of(&self.process.steps[step]);
            let cell = self.grid.cells[step];
            let (at, size) = if upright { (cell.row, height) } else { (cell.column, width) };
            // What the step leaves of its cell is free as well.
            let needs = needs - (cells[at] - size) / 2;
            match side {
                Side::Up | Side::Left => channels[at].after = channels[at].after.max(needs),
                Side::Down | Side::Right => channels[at + 1].before = channels[at + 1].before.max(needs),
            }
        }
    }

    /// The extents of rows or columns: of the largest step in them, and of the labels beside arrows that leave along them.
    fn cells(&self, upright: bool) -> Vec<Len> {
        let mut cells = vec![Len::ZERO; if upright { self.grid.rows } else { self.grid.columns }];
        for (step, cell) in self.process.steps.iter().zip(&self.grid.cells) {
            let (width, height) = self.sizes.of(step);
            let (at, size) = if upright { (cell.row, height) } else { (cell.column, width) };
            cells[at] = cells[at].max(size);
        }
        for ((arrow, way), label) in self.process.arrows.iter().zip(self.ways).zip(&self.sizes.labels) {
            let (Some((width, height)), [first, second, ..]) = (label, &way[..]) else { continue };
            let cell = self.grid.cells[arrow.from];
            let (at, size) = if upright { (cell.row, *height) } else { (cell.column, *width) };
            if Side::between(*first, *second).is_upright() != upright {
                cells[at] = cells[at].max((size + self.style.label_gap * 2) * 2);
            }
        }
        cells.into_iter().map(even).collect()
    }
}
