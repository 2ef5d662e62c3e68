//! Rules of figures in running text.

mod breakdowns;
mod changes;
mod counts;
mod items;

pub(super) use breakdowns::breakdowns;
pub(super) use changes::changes;
pub(super) use counts::counts;
pub(super) use items::items;
