//! Finished PDFs, ours or any other: on sheets, as pictures, to a printer.

pub(crate) mod impose;
pub(crate) mod ipp;
pub(crate) mod preview;
pub(crate) mod raster;
