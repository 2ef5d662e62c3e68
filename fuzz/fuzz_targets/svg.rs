//! Drawings: any text as an SVG file on a page.
#![no_main]

#[path = "../files.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod files;

libfuzzer_sys::fuzz_target!(|data: &[u8]| files::picture("a.svg", data));
