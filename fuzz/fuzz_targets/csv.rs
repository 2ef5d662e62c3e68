//! Data files of separated cells: any bytes as the rows of a table.
#![no_main]

#[path = "../files.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod files;

libfuzzer_sys::fuzz_target!(|data: &[u8]| files::table("a.csv", data));
