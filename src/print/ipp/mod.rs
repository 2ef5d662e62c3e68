//! The Internet Printing Protocol: what a printer can do, a job sent to it, followed to its end, or cancelled.
//!
//! 1. [`address`]: what is typed to an address. [`message`], [`value`]: messages as bytes (RFC 8010). [`http`]: the only place that opens connections.
//! 2. [`printer`]: what a printer can do is asked first. [`ticket`]: what is asked of it, or all that it can't do, before anything is sent. [`mod@format`]: PDF,
//!    or pictures of the pages for a printer that takes none.
//! 3. [`job`]: sent once, followed to its end.

pub(crate) mod address;
pub(crate) mod format;
pub(crate) mod http;
pub(crate) mod job;
pub(crate) mod message;
pub(crate) mod printer;
pub(crate) mod ticket;
pub(crate) mod value;

pub(crate) use address::Address;
pub(crate) use format::Format;
pub(crate) use job::{Done, JobState, Orders, Status};
pub(crate) use printer::Printer;
pub(crate) use ticket::{Settled, Sides, Ticket};
