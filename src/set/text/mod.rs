//! Text to lines: shaped once, broken per width.

mod breaks;
mod cost;
mod fill;
mod inline;
mod lines;
mod shape;
mod stops;

pub use breaks::{Break, BreakKind, Together, breaks};
pub use cost::Demerits;
pub use fill::{Fill, Mode};
pub use inline::{Inline, Raise, Underline};
pub use lines::{Line, demerits, lines};
pub use shape::{Class, Glyph, Missing, Run, Shaped, Shaper, Style};
