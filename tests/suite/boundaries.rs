//! Holds the borders between the folders of the program: which of them may use what.

use std::path::{Path, PathBuf};

use crate::support::root;

/// A name, and the folders or files below `src` that may use it.
const BORDERS: &[(&str, &[&str])] = &[
    ("toml::", &["decode/"]),
    ("serde_json::", &["decode/json_schema.rs", "diag/json.rs", "diff/json.rs", "diag/sarif.rs", "def/schema.rs"]),
    ("annotate_snippets::", &["diag/text.rs"]),
    ("std::fs", &["source/folder.rs", "output/", "watch.rs"]),
    ("std::env", &["cli/"]),
    ("std::process", &["cli/", "main.rs", "output/"]),
    ("clap::", &["cli/"]),
    ("clap_complete::", &["cli/"]),
    ("ctrlc::", &["cli/"]),
    ("notify::", &["watch.rs"]),
    ("harfrust::", &["font/", "text/"]),
    ("skrifa::", &["font/", "text/"]),
    ("rust_decimal::", &["check/", "data/", "figure.rs", "resolve/data/", "value/"]),
    ("jiff::", &["check/", "data/", "figure.rs", "prose/", "renew/", "resolve/fill/", "value/"]),
    ("quick_xml::", &["data/workbook/xml.rs"]),
    ("encoding_rs::", &["data/encoding.rs"]),
    ("minijinja::", &["value/eval.rs"]),
    ("icu_", &["font/", "text/"]),
    ("krilla::", &["pdf/"]),
    ("comemo::", &["pdf/"]),
    // The writer has a module of that name.
    ("image::", &["picture/", "pdf/images.rs"]),
    ("usvg::", &["picture/svg/", "pdf/svg.rs"]),
    ("hayro::", &["preview/"]),
    ("hayro_syntax::", &["finished.rs", "attachments/read.rs", "preview/", "impose/"]),
    ("pdf_writer::", &["impose/"]),
    ("ureq::", &["ipp/http.rs"]),
    ("std::net", &["ipp/http.rs"]),
    ("ctrlc::", &["cli/"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("they can be listed").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The part of a file that is not its tests, without comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_folder_uses_only_what_it_may() {
    let root = root().join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 20, "the sources were found");
    let mut crossings = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a source can be read");
        let inside = path.strip_prefix(&root).expect("it is below src").to_string_lossy().replace('\\', "/");
        for (name, allowed) in BORDERS {
            let mut words = code(&text).match_indices(name).map(|(at, _)| at).collect::<Vec<_>>();
            // `my_toml::` is another name than `toml::`.
            let code = code(&text);
            words.retain(|&at| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
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
    let mut files = Vec::new();
    sources(&root, &mut files);
    for path in files {
        let text = std::fs::read_to_string(&path).expect("a source can be read");
        assert!(text.starts_with("//! "), "{} does not say what it is for", path.display());
        assert!(text.lines().count() <= 400, "{} is too long", path.display());
    }
}
