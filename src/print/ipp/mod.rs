//! The Internet Printing Protocol: what a printer can do, a job sent to it, followed to its end, or cancelled.
//!
//! 1. [`address`]: what is typed to an address. [`message`], [`value`]: messages as bytes (RFC 8010). [`http`]: the only place that opens connections.
//! 2. [`printer`]: what a printer can do is asked first. [`ticket`]: what is asked of it, or all that it can't do, before anything is sent. [`mod@format`]: PDF,
//!    or pictures of the pages for a printer that takes none.
//! 3. [`job`]: sent once, followed to its end.

pub mod address;
pub mod format;
pub mod http;
pub mod job;
pub mod message;
pub mod printer;
pub mod ticket;
pub mod value;

pub use address::Address;
pub use format::Format;
pub use job::{Done, JobState, Orders, Status};
pub use printer::Printer;
pub use ticket::{Settled, Sides, Ticket};
