//! A report that changes: built again on every save, compared with another, carried over to another year.

pub mod diff;
pub mod rebuild;
pub mod renew;
pub mod watch;
