//! `bogoseo completions`: completion scripts for shells.

use clap::CommandFactory;

use super::args::{Args, CompletionsArgs};
use super::output::{Answer, Failure, print};

/// Prints the script of a shell.
pub(super) fn run(args: &CompletionsArgs) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "bogoseo", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Answer::Clean)
}
