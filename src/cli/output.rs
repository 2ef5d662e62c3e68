//! Prints, and turns what came of a command into an exit code.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use serde::Serialize;

use crate::diag::Diagnostics;
use crate::write::output;

/// What came of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// All is well.
    Clean,
    /// There is something to see to.
    Findings,
}

/// A command that could not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// Standard output can't be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Output(error)
    }
}

/// Prints on standard output. A reader that has seen enough (`| head`) is no failure.
pub(super) fn print(text: &str) -> Result<(), Failure> {
    print_bytes(text.as_bytes())
}

/// Prints data as JSON on standard output.
pub(super) fn print_json(data: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(data).map_err(io::Error::from)?;
    print(&(json + "\n"))
}

/// Prints bytes on standard output.
pub(super) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        result => result.map_err(Failure::from),
    }
}

/// Writes what was made to a file, or to standard output if that is called `-`. Whether it is there; why not goes into `sink`.
pub(super) fn deliver(target: &Path, bytes: &[u8], sink: &mut Diagnostics) -> Result<bool, Failure> {
    if target == Path::new("-") {
        return print_bytes(bytes).map(|()| true);
    }
    Ok(sink.ok(output::save(target, bytes)).is_some())
}

/// Says something about the work on standard error, where it never mixes with what is made.
pub(super) fn tell(text: &str) {
    // Nothing more can be done if this can't be printed.
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Says how the program is called, to who asked for it or called it wrongly.
pub(super) fn usage(error: &clap::Error) -> ExitCode {
    // Nothing more can be done if this can't be printed.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

/// Says on standard error why a command could not do its work.
pub(super) fn failed(failure: &Failure) -> ExitCode {
    let Failure::Output(error) = failure;
    let _ = writeln!(io::stderr(), "bogoseo: {error}");
    ExitCode::from(1)
}
