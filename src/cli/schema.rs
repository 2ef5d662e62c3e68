//! `bogoseo schema`: JSON Schemas for editors.

use super::args::{SchemaArgs, SchemaOf};
use super::output::{Answer, Failure, print};
use crate::schemas;

/// Prints the schema of a file.
pub(super) fn run(args: &SchemaArgs) -> Result<Answer, Failure> {
    let schema = match args.of {
        SchemaOf::Report => schemas::report(),
        SchemaOf::Part => schemas::part(),
        SchemaOf::Department => schemas::department(),
        SchemaOf::Template => schemas::template(),
    };
    print(&format!("{schema:#}\n"))?;
    Ok(Answer::Clean)
}
