//! A report that changes: built again on every save, compared with another, carried over to another year.

pub(crate) mod diff;
pub(crate) mod rebuild;
pub(crate) mod renew;
pub(crate) mod tidy;
pub(crate) mod watch;
