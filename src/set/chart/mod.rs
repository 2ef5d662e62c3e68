//! Charts to drawings: texts that are shaped, a style and a width to shapes and texts at exact places.
//!
//! Each kind of chart is a pure function of what is said, how it looks and how wide it may be. Where a chart is too wide, an arrangement that
//! is narrower is taken first, and type is set smaller, within the template's limit, last. Every line ends exactly where its box begins.

mod arrow;
mod data;
mod drawing;
mod label;
mod organisation;
mod process;
mod scales;
mod timeline;

pub(crate) use arrow::ArrowStyle;
pub(crate) use data::{
    Axis, Data, DataStyle, Ink, Marker, Pie, Plotted, Series, Slice, Surroundings, Upright, axis, bars, pie, shares,
    upright,
};
pub(crate) use drawing::Drawing;
pub(crate) use label::BoxStyle;
#[cfg(test)]
pub(crate) use label::BoxText;
#[cfg(test)]
pub(crate) use organisation::Office;
pub(crate) use organisation::{OrganisationStyle, organisation};
#[cfg(test)]
pub(crate) use process::{Arrow, Process, Step};
pub(crate) use process::{ProcessStyle, process};
pub(crate) use timeline::{BarStyle, Heads, SignStyle, TimelineStyle, timeline};
#[cfg(test)]
pub(crate) use timeline::{Row, Task, Time, Timeline};
