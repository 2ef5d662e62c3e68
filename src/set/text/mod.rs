//! Text to lines: shaped once, broken per width.

pub(crate) mod breaks;
mod cost;
mod cuts;
mod faces;
mod fill;
mod inline;
mod lines;
mod shape;
mod stops;

#[cfg(test)]
pub(crate) use breaks::{Break, breaks};
pub(crate) use breaks::{BreakKind, Together};
#[cfg(test)]
pub(crate) use cost::Demerits;
pub(crate) use cuts::narrowest;
#[cfg(test)]
pub(crate) use cuts::{leaves_alone, parts_figure};
pub(crate) use fill::{Fill, Mode};
pub(crate) use inline::{Inline, Raise, Underline};
#[cfg(test)]
pub(crate) use lines::demerits;
pub(crate) use lines::{Line, lines};
pub(crate) use shape::{APART, Class, Glyph, Run, Shaped, Shaper, TextFaces};
