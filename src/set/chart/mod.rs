//! Charts to drawings: texts that are shaped, a look and a width to shapes and texts at exact places.
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

pub use arrow::ArrowLook;
pub use data::{
    Axis, Data, DataLook, Ink, Marker, Pie, Plotted, Series, Slice, Surroundings, Upright, axis, bars, pie, shares,
    upright,
};
pub use drawing::Drawing;
pub use label::BoxLook;
#[cfg(test)]
pub use label::BoxText;
#[cfg(test)]
pub use organisation::Office;
pub use organisation::{OrganisationLook, organisation};
#[cfg(test)]
pub use process::{Arrow, Process, Step};
pub use process::{ProcessLook, process};
pub use timeline::{BarLook, Heads, SignLook, TimelineLook, timeline};
#[cfg(test)]
pub use timeline::{Row, Task, Time, Timeline};
