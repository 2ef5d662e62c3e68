//! A comparison as JSON for scripts.

use serde_json::{Value, json};

use crate::diag::Lang;
use crate::set::document;

use super::{Change, Comparison, What};

/// `{"changes": […], "pages": {"changed": […], "gone": […], "count": 40}}`. A change has `at`, the names that lead to it, and `kind`; pages have
/// `page`, which counts from 1, and `label`, as readers call them.
pub fn to_json(comparison: &Comparison, lang: Lang) -> String {
    let changes: Vec<Value> = comparison.changes.iter().map(|change| entry(change, lang)).collect();
    let pages = |pages: &[(usize, document::Label)]| -> Vec<Value> {
        pages.iter().map(|(index, label)| json!({ "page": index + 1, "label": called(label) })).collect()
    };
    let of = &comparison.pages;
    let pages = json!({ "changed": pages(&of.changed), "gone": pages(&of.gone), "count": of.count });
    format!("{:#}\n", json!({ "changes": changes, "pages": pages }))
}

fn called(label: &document::Label) -> String {
    match label {
        document::Label::Number(number) => number.to_string(),
        document::Label::Name(name) => name.clone(),
    }
}

fn entry(change: &Change, lang: Lang) -> Value {
    let names = |at: &[super::Name]| -> Vec<String> { at.iter().map(|name| name.shown(lang)).collect() };
    let at = names(&change.at);
    match &change.what {
        What::Cell { old, new } => json!({ "at": at, "kind": "cell", "old": old, "new": new }),
        What::Text { old, new } => json!({ "at": at, "kind": "text", "old": old, "new": new }),
        What::Look => json!({ "at": at, "kind": "look" }),
        What::Added { thing, text } => json!({ "at": at, "kind": "added", "thing": thing.name(lang), "new": text }),
        What::Removed { thing, text } => json!({ "at": at, "kind": "removed", "thing": thing.name(lang), "old": text }),
        What::Renamed { old, new } => json!({ "at": at, "kind": "renamed", "old": old, "new": new }),
        What::Moved { from } => json!({ "at": at, "kind": "moved", "from": names(from) }),
    }
}
