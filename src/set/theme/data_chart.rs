//! What a template says of charts from data.

use crate::model::len::Len;
use crate::read::decode::{Factor, Typed, choices, keys};
use crate::set::chart::Marker;
use crate::set::layout::HatchLines;

use super::looks::{RuleDef, TextDef};

keys! {
    /// Charts from data: columns, bars, lines, pies and rings.
    pub struct DataChartDef {
        /// The names of categories and slices.
        name: TextDef,
        /// The figures.
        figure: TextDef,
        /// The steps of an axis.
        step: TextDef,
        /// The names of series.
        legend: TextDef,
        /// What stands in rows of figures where there is none.
        missing: Typed,
        /// What stands in the middle of a ring, above the sum.
        total: Typed,
        /// How it looks.
        total_text: TextDef,
        /// The most steps of an axis.
        steps: u8,
        /// How high the plot of columns and lines is.
        height: Len,
        /// The most width of a column.
        widest: Len,
        /// The share of its place that a group of columns takes.
        share: Factor,
        /// How thick a bar is.
        thickness: Len,
        /// Between the bars of neighbouring categories.
        apart: Len,
        /// Between a text and what it stands at.
        gap: Len,
        /// The width of a key in a legend.
        key_width: Len,
        /// And its height.
        key_height: Len,
        /// Between the entries of a legend.
        entries: Len,
        /// From the middle of a marker to its edge.
        marker: Len,
        /// How wide a pie is.
        diameter: Len,
        /// How wide the hole of a ring is, as a share of it.
        hole: Factor,
        /// The line at zero, and those that lead to the labels of slices.
        axis: RuleDef,
        /// Lines at the steps of an axis, and between rows of figures.
        grid: RuleDef,
        /// Around columns, bars and slices.
        frame: RuleDef,
        /// Behind figures that stand on a ground, a name from `[color]`.
        plate_ground: Typed,
        /// What tells series and slices apart, in their order.
        ink: Vec<InkDef>,
        /// What a listener hears.
        words: WordsDef,
    }
}

keys! {
    /// What tells a series or slice from the others, in black and white too.
    pub struct InkDef {
        /// The ground of columns, bars and slices, a name from `[color]`.
        ground: Typed,
        /// Lines over it.
        hatch: Option<HatchDef>,
        /// The line through points.
        line: RuleDef,
        /// Lengths of its dashes and gaps in turn; left out, it is solid.
        dash: Vec<Len> = Vec::new(),
        /// The shape of its points.
        marker: Marker,
        /// What fills them, a name from `[color]`.
        marker_ground: Typed,
    }
}

keys! {
    /// Parallel lines over a ground.
    pub struct HatchDef {
        /// Where they run.
        lines: HatchLines,
        /// From one to the next.
        distance: Len,
        /// How they are drawn.
        rule: RuleDef,
    }
}

keys! {
    /// What a listener hears of a chart from data.
    pub struct WordsDef {
        /// Columns beside each other.
        columns: Typed,
        /// Columns on each other.
        stacked_columns: Typed,
        /// Bars below each other.
        bars: Typed,
        /// Bars in one row.
        stacked_bars: Typed,
        /// Lines.
        lines: Typed,
        /// A pie.
        pie: Typed,
        /// A ring.
        ring: Typed,
        /// A figure that is missing.
        missing: Typed,
    }
}

choices! {
    impl HatchLines {
        /// Up to the right.
        Rising = "rising",
        /// Down to the right.
        Falling = "falling",
        /// Across.
        Level = "level",
        /// Up and down.
        Upright = "upright",
        /// Both up and down to the right.
        Crossed = "crossed",
    }
}

choices! {
    impl Marker {
        /// A circle.
        Circle = "circle",
        /// A square.
        Square = "square",
        /// A triangle on its base.
        Triangle = "triangle",
        /// A square on a corner.
        Diamond = "diamond",
    }
}

impl DataChartDef {
    /// Every text look.
    pub(super) fn texts(&self) -> [&TextDef; 5] {
        [&self.name, &self.figure, &self.step, &self.legend, &self.total_text]
    }

    /// Every use of a colour that isn't a text's.
    pub(super) fn color_names(&self) -> impl Iterator<Item = &Typed> {
        let rules = [&self.axis.color, &self.grid.color, &self.frame.color, &self.plate_ground];
        rules.into_iter().chain(self.ink.iter().flat_map(|ink| {
            let hatch = ink.hatch.as_ref().map(|hatch| &hatch.rule.color);
            [&ink.ground, &ink.line.color, &ink.marker_ground].into_iter().chain(hatch)
        }))
    }
}
