//! From files to the report as meant.

pub mod data;
pub mod decode;
pub mod def;
pub mod files;
pub mod numbers;
pub mod outline;
pub mod pdf_file;
pub mod picture;
pub mod prose;
pub mod resolve;
pub mod value;
