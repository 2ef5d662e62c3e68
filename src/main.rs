//! The program: hands its arguments to the command line interface, and exits with its answer.

use std::process::ExitCode;

fn main() -> ExitCode {
    bogoseo::cli::run()
}
