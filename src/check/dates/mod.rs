//! Rules of dates.

mod as_of;
mod calendar;
mod order;

pub(super) use as_of::as_of;
pub(super) use calendar::calendar;
pub(super) use order::order;

use crate::read::prose::Dated;

/// A date without what its text takes over, as messages name it.
fn shown(date: &Dated) -> String {
    let year = date.year.map(|year| format!("{year}. "));
    let month = date.month.map(|month| format!("{month}. "));
    let day = date.day.map(|day| format!("{day}."));
    [year, month, day].into_iter().flatten().collect::<String>().trim_end().to_owned()
}
