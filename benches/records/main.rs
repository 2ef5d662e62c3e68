//! Writes what other setters are compared by, out of the program's inside: `cargo bench --bench records -- typography|typst …`.
//!
//! The modules of the crate are part of this program, so that none of them has to be public for it.

#![allow(dead_code, unreachable_pub, unused_imports, reason = "what two records need is a part of the crate")]
#![allow(missing_docs, clippy::print_stdout, clippy::print_stderr, reason = "a program; its data are what it is for")]

#[path = "../../src/build/mod.rs"]
mod build;
#[path = "../../src/check/mod.rs"]
mod check;
#[path = "../../src/diag/mod.rs"]
mod diag;
#[path = "../../src/model/mod.rs"]
mod model;
#[path = "../../src/print/mod.rs"]
mod print;
#[path = "../../src/read/mod.rs"]
mod read;
#[path = "../../src/regenerate/mod.rs"]
mod regenerate;
#[path = "../../src/set/mod.rs"]
mod set;
mod typography;
mod typst_source;
#[path = "../../src/write/mod.rs"]
mod write;

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo passes `--bench`.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["typography", report, millimetres] => typography::record(Path::new(report), millimetres.parse()?),
        ["typst", report, target] => typst_source::record(Path::new(report), Path::new(target)),
        _ => {
            eprintln!("records: skipped; it wants `typography REPORT MILLIMETRES` or `typst REPORT FILE.typ`");
            Ok(())
        }
    }
}
