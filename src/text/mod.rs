//! Text to lines: shaped once, broken per width.

mod breaks;
mod lines;
mod shape;

pub use breaks::{Break, BreakKind};
pub use lines::{Fill, Line, lines};
pub use shape::{Class, Glyph, Missing, Run, Shaped, Shaper, Style};
