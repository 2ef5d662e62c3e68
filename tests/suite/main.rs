//! The program as it is called, and the files of its repository.

mod attachments;
mod boundaries;
mod build;
mod cli;
mod diff;
mod floors;
mod front_door;
#[cfg(feature = "hwpx")]
mod hwpx;
mod impose;
mod kills;
mod new;
#[cfg(target_os = "linux")]
mod pictures;
mod preview;
mod print;
mod readme;
mod schemas;
mod standards;
mod support;
mod text;
mod tidy;
mod watch;
