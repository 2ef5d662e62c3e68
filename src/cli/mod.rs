//! The command line: the only place that prints, and that decides how the program exits.

mod args;
mod build;
mod check;
mod completions;
mod diff;
mod environment;
mod explain;
mod extract;
mod fonts;
mod impose;
mod ledger;
mod measure;
mod new;
mod output;
mod preview;
mod print;
mod progress;
mod regenerate_args;
mod report_args;
mod schema;
mod sheet_args;
mod sheets;
mod watch;

use args::{Args, Command};

use std::process::ExitCode;

use clap::Parser;
use environment::Environment;
use output::{Answer, Failure};

/// Runs the program with the arguments and environment of its process.
///
/// Exits with 0 if all is well, 1 if there were findings or errors, and 2 if it was called wrongly.
pub fn run() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return output::usage(&error),
    };
    let environment = Environment::of_process(&args);
    match answer(&args.command, &environment) {
        Ok(Answer::Clean) => ExitCode::SUCCESS,
        Ok(Answer::Findings) => ExitCode::from(1),
        Err(failure) => output::failed(&failure),
    }
}

fn answer(command: &Command, environment: &Environment) -> Result<Answer, Failure> {
    match command {
        Command::Build(args) => build::run(args, environment),
        Command::Check(args) => check::run(args, environment),
        Command::New(args) => new::run(args, environment),
        Command::Preview(args) => preview::run(args, environment),
        Command::Watch(args) => watch::run(args, environment),
        Command::Extract(args) => extract::run(args, environment),
        Command::Diff(args) => diff::run(args, environment),
        Command::Impose(args) => impose::run(args, environment),
        Command::Print(args) => print::run(args, environment),
        Command::Fonts(args) => fonts::run(args, environment),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => completions::run(args),
    }
}
