//! `bogoseo schema`: JSON Schemas for editors.

use super::args::{SchemaArgs, SchemaOf};
use super::output::{Answer, Failure, print};
use crate::def::schema;

/// Prints the schema of a file.
pub(super) fn run(args: &SchemaArgs) -> Result<Answer, Failure> {
    let schema = match args.of {
        SchemaOf::Report => schema::report(),
        SchemaOf::Part => schema::part(),
        SchemaOf::Department => schema::department(),
        SchemaOf::Template => schema::template(),
    };
    print(&format!("{schema:#}\n"))?;
    Ok(Answer::Clean)
}
