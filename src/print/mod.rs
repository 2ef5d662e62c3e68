//! Finished PDFs, ours or any other: on sheets, as pictures, to a printer.

pub mod impose;
pub mod ipp;
pub mod preview;
pub mod raster;
