//! Rules of writing.

mod brackets;
mod date_style;
mod number_style;
mod numbers;
mod personal;
mod spelling;
mod to_fill;
mod units;

pub(super) use brackets::brackets;
pub(super) use date_style::date_style;
pub(super) use number_style::number_style;
pub(super) use numbers::numbers;
pub(super) use personal::personal;
pub(super) use spelling::spelling;
pub(super) use to_fill::to_fill;
pub(super) use units::units;
