//! Files whose names are written in another form than they are asked for: systems differ in whether they compose the Hangul of names.

use std::path::{Path, PathBuf};

use super::folder::Folder;
use crate::read::composed::compose_all;

/// Whether two names are one, however they are written.
fn is_same(one: &str, other: &str) -> bool {
    one == other || (!one.is_ascii() && !other.is_ascii() && compose_all(one.into()) == compose_all(other.into()))
}

/// Where a file stands that is not at this path: the same names, written in another form.
pub(super) fn otherwise(folder: &dyn Folder, path: &Path) -> Option<PathBuf> {
    let found = walk(PathBuf::new(), path, |at| folder.names(at))?;
    (found != path).then_some(found)
}

/// A path whose names stand below `found`, as they are written there.
pub(super) fn walk(mut found: PathBuf, path: &Path, names: impl Fn(&Path) -> Vec<String>) -> Option<PathBuf> {
    for part in path.components() {
        let std::path::Component::Normal(part) = part else {
            found.push(part);
            continue;
        };
        let part = part.to_string_lossy();
        let names = names(&found);
        let name = names.iter().find(|name| **name == part).or_else(|| names.iter().find(|name| is_same(name, &part)));
        found.push(name?);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::super::Memory;
    use super::*;

    #[test]
    fn names_are_found_in_the_other_form() {
        let decomposed =
            "\u{1107}\u{116e}\u{1109}\u{1165}/\u{110e}\u{1169}\u{11bc}\u{1106}\u{116e}\u{1100}\u{116a}.toml";
        let folder = Memory::new([(decomposed, ""), ("a.toml", ""), ("b/가.toml", "")]);
        assert_eq!(otherwise(&folder, Path::new("부서/총무과.toml")), Some(decomposed.into()));
        assert_eq!(otherwise(&folder, Path::new("b/\u{1100}\u{1161}.toml")), Some("b/가.toml".into()));
        assert_eq!(otherwise(&folder, Path::new("부서/총무국.toml")), None);
        assert_eq!(otherwise(&folder, Path::new("a.toml")), None);
    }
}
