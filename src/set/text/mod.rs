//! Text to lines: shaped once, broken per width.

pub mod breaks;
mod cost;
mod fill;
mod inline;
mod lines;
mod shape;
mod stops;

#[cfg(test)]
pub use breaks::{Break, breaks};
pub use breaks::{BreakKind, Together};
#[cfg(test)]
pub use cost::Demerits;
pub use fill::{Fill, Mode};
pub use inline::{Inline, Raise, Underline};
#[cfg(test)]
pub use lines::demerits;
pub use lines::{Line, lines};
pub use shape::{Class, Glyph, Run, Shaped, Shaper, Style};
