//! Holds the borders between the folders of the program: which of them may use what.

use std::path::{Path, PathBuf};

use crate::support::root;

/// A name, and the folders or files below `src` that may use it.
const BORDERS: &[(&str, &[&str])] = &[
    ("toml::", &["read/decode/"]),
    ("serde_json::", &["cli/output.rs", "read/decode/json_schema.rs"]),
    ("annotate_snippets::", &["diag/text.rs"]),
    ("std::fs", &["read/files/folder.rs", "write/output/", "regenerate/watch.rs"]),
    ("std::env", &["cli/"]),
    ("std::process", &["cli/", "main.rs", "write/output/"]),
    ("clap::", &["cli/"]),
    ("clap_complete::", &["cli/"]),
    ("ctrlc::", &["cli/"]),
    ("notify::", &["regenerate/watch.rs"]),
    ("harfrust::", &["set/font/", "set/text/"]),
    ("skrifa::", &["set/font/", "set/text/"]),
    (
        "rust_decimal::",
        &["check/", "read/data/", "read/def/table.rs", "read/numbers/", "read/resolve/data/", "read/value/"],
    ),
    ("jiff::", &["check/", "cli/new.rs", "read/", "regenerate/renew/"]),
    ("quick_xml::", &["read/data/workbook/xml.rs"]),
    ("encoding_rs::", &["read/data/encoding.rs", "read/data/workbook/xml.rs"]),
    ("cfb::", &["read/data/workbook/container.rs"]),
    ("minijinja::", &["read/value/eval.rs"]),
    ("unicode_normalization::", &["read/composed/"]),
    ("icu_", &["set/font/", "set/text/"]),
    ("krilla::", &["write/pdf/"]),
    ("comemo::", &["bench.rs", "write/pdf/"]),
    ("image::", &["model/picture/", "read/picture/", "write/picture/"]),
    ("usvg::", &["model/picture/", "read/picture/svg/", "write/pdf/svg.rs"]),
    ("hayro::", &["print/preview/"]),
    ("hayro_syntax::", &["read/pdf_file.rs", "write/attachments/read.rs", "print/preview/", "print/impose/"]),
    ("pdf_writer::", &["print/impose/"]),
    ("ureq::", &["print/ipp/http.rs"]),
    ("std::net", &["print/ipp/http.rs"]),
];

/// Every source below a folder.
pub(crate) fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("they can be listed").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The part of a file that is not its tests, without comments.
pub(crate) fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_folder_uses_only_what_it_may() {
    let root = root().join("src");
    let files = sources(&root);
    assert!(files.len() > 20, "the sources were found");
    let mut crossings = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a source can be read");
        let inside = path.strip_prefix(&root).expect("it is below src").to_string_lossy().replace('\\', "/");
        for (name, allowed) in BORDERS {
            let mut words = code(&text).match_indices(name).map(|(at, _)| at).collect::<Vec<_>>();
            // `my_toml::` is another name than `toml::`, and the writer has a module `krilla::image`.
            let code = code(&text);
            words.retain(|&at| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'));
            if !words.is_empty() && !allowed.iter().any(|allowed| inside.starts_with(allowed)) {
                crossings.push(format!("src/{inside} uses {name}"));
            }
        }
    }
    assert!(crossings.is_empty(), "{crossings:#?}");
}

#[test]
fn every_file_opens_with_its_single_job_and_stays_small() {
    let root = root().join("src");
    let files = sources(&root);
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a source can be read");
        assert!(text.starts_with("//! "), "{} does not say what it is for", path.display());
        assert!(text.lines().count() <= 400, "{} is too long", path.display());
    }
}
