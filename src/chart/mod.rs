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
    Amount, Axis, Data, DataLook, Datum, Ink, Marker, Pie, Plotted, Series, Slice, Surroundings, Upright, Written,
    axis, bars, is_missing, pie, printed, read, shares, upright,
};
pub use drawing::{Drawing, Lettering};
pub use label::{BoxLook, Caption};
pub use organisation::{Office, OrganisationLook, organisation};
pub use process::{Arrow, Direction, MOST_LEAVING, Process, ProcessLook, Step, process};
pub use timeline::{BarLook, Heads, Month, Row, SignLook, Task, Time, Timeline, TimelineLook, When, timeline};
