//! What a template says of charts from data.

use crate::model::len::Len;
use crate::read::decode::{Factor, Typed, choices, keys};
use crate::set::chart::Marker;
use crate::set::layout::HatchLines;

use super::names::ColorRef;
use super::styles::{RuleSpec, TextSpec};

keys! {
    /// Charts from data: columns, bars, lines, pies and rings.
    pub struct DataChartSpec {
        /// The names of categories and slices.
        name: TextSpec,
        /// The figures.
        figure: TextSpec,
        /// The steps of an axis.
        step: TextSpec,
        /// The names of series.
        legend: TextSpec,
        /// What stands in rows of figures where there is none.
        missing: Typed,
        /// What stands in the middle of a ring, above the sum.
        total: Typed,
        /// How it looks.
        total_text: TextSpec,
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
        axis: RuleSpec,
        /// Lines at the steps of an axis, and between rows of figures.
        grid: RuleSpec,
        /// Around columns, bars and slices.
        frame: RuleSpec,
        /// Behind figures that stand on a background, a name from `[color]`.
        plate_background: ColorRef,
        /// What tells series and slices apart, in their order.
        ink: Vec<InkSpec>,
        /// What a listener hears.
        words: WordsSpec,
    }
}

keys! {
    /// What tells a series or slice from the others, in black and white too.
    pub struct InkSpec {
        /// The background of columns, bars and slices, a name from `[color]`.
        background: ColorRef,
        /// Lines over it.
        hatch: Option<HatchSpec>,
        /// The line through points.
        line: RuleSpec,
        /// Lengths of its dashes and gaps in turn; left out, it is solid.
        dash: Vec<Len> = Vec::new(),
        /// The shape of its points.
        marker: Marker,
        /// What fills them, a name from `[color]`.
        marker_background: ColorRef,
    }
}

keys! {
    /// Parallel lines over a background.
    pub struct HatchSpec {
        /// Where they run.
        lines: HatchLines,
        /// From one to the next.
        distance: Len,
        /// How they are drawn.
        rule: RuleSpec,
    }
}

keys! {
    /// What a listener hears of a chart from data.
    pub struct WordsSpec {
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
