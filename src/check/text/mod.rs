//! Rules of lines of text.

mod breakdowns;
mod changes;
mod counts;
mod items;
mod lists;
mod percents;
mod products;
mod spelled_out;

pub(super) use breakdowns::breakdowns;
pub(super) use changes::changes;
pub(super) use counts::counts;
pub(super) use items::items;
pub(super) use percents::percents;
pub(super) use products::products;
pub(super) use spelled_out::spelled_out;
