//! Printing: jobs on a real IPP Everywhere printer (`ippeveprinter`, of the Debian package cups-ipp-utils), and printers that misbehave.

mod device;
mod jobs;
mod messages;
mod pictures;
#[path = "../place/mod.rs"]
mod place;
mod player;
mod raster;
mod trouble;
