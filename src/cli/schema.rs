//! `bogoseo schema`: JSON Schemas for editors and scripts.

use super::args::{SchemaArgs, SchemaOf};
use super::output::{Answer, Failure, print};
use crate::schemas;

/// Prints the schema of a file, or of what is printed as JSON.
pub(super) fn run(args: &SchemaArgs) -> Result<Answer, Failure> {
    print(&match args.of {
        SchemaOf::Report => schemas::report(),
        SchemaOf::Part => schemas::part(),
        SchemaOf::Department => schemas::department(),
        SchemaOf::Template => schemas::template(),
        SchemaOf::Findings => schemas::FINDINGS.to_owned(),
        SchemaOf::Differences => schemas::DIFFERENCES.to_owned(),
        SchemaOf::Accounts => schemas::ACCOUNTS.to_owned(),
    })?;
    Ok(Answer::Clean)
}
