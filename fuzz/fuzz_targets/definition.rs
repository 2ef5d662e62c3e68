//! Definitions of reports: any text as the file of a department, read, checked, set and written.
#![no_main]

#[path = "../files.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod files;

libfuzzer_sys::fuzz_target!(|data: &[u8]| files::build(data, "a.csv", b"a,b\n1,2\n"));
