//! Text to lines: shaped once, broken per width.

mod breaks;
mod fill;
mod lines;
mod shape;

pub use breaks::{Break, BreakKind, breaks};
pub use fill::{Fill, Mode};
pub use lines::{Line, demerits, lines};
pub use shape::{Class, Glyph, Inline, Missing, Raise, Run, Shaped, Shaper, Style};
