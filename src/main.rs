//! The program: hands its arguments to the command line interface, and exits with its answer.

use std::process::ExitCode;

/// A report is made of many small pieces on several threads, each of which the system's allocator would fetch and return page by page.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    bogoseo::cli::run()
}
