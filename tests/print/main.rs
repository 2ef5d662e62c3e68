//! Printing: jobs on a real IPP Everywhere printer (`ippeveprinter`, of the Debian package cups-ipp-utils), and printers that misbehave.

mod device;
mod jobs;
mod messages;
#[path = "../place/mod.rs"]
mod place;
mod player;
mod trouble;
