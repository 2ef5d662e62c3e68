//! File names as definitions write them: relative to the file that names them, inside the report's folder, with `/`.

use std::path::{Path, PathBuf};

/// What a name points at.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Relative {
    /// A path relative to the report's folder.
    Inside(PathBuf),
    /// A path that leaves the report's folder.
    Outside,
    /// A name with `\`, which only one system takes for a path.
    Backslash,
}

/// What a name in the file `from` (relative to the report's folder) points at.
pub(super) fn relative(from: &Path, name: &str) -> Relative {
    if name.contains('\\') {
        return Relative::Backslash;
    }
    if Path::new(name).has_root() || Path::new(name).is_absolute() {
        return Relative::Outside;
    }
    let mut path = from.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in name.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if !path.pop() {
                    return Relative::Outside;
                }
            }
            part => path.push(part),
        }
    }
    Relative::Inside(path)
}

/// Whether a path with `/` names a file below the folder it is relative to, on any system.
pub(crate) fn is_inside(path: &str) -> bool {
    let is_name = |part: &str| {
        !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']) && !part.contains(char::is_control)
    };
    path.len() <= 1_000 && path.split('/').all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_inside_the_folder() {
        let inside = |path: &str| Relative::Inside(path.into());
        assert_eq!(relative(Path::new("report.toml"), "a/b.toml"), inside("a/b.toml"));
        assert_eq!(relative(Path::new("a/b.toml"), "../images/x.png"), inside("images/x.png"));
        assert_eq!(relative(Path::new("a/b.toml"), "./x.png"), inside("a/x.png"));
        for outside in ["../x", "a/../../x", "/etc/passwd"] {
            assert_eq!(relative(Path::new("report.toml"), outside), Relative::Outside, "{outside}");
        }
        assert_eq!(relative(Path::new("report.toml"), "a\\b"), Relative::Backslash);
    }

    #[test]
    fn paths_of_unknown_origin_are_inside_or_refused() {
        for inside in ["report.toml", "departments/총무과.toml", "a/b/c.png", "..a", "a..b"] {
            assert!(is_inside(inside), "{inside}");
        }
        for outside in [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../../x",
            "a//b",
            "a/",
            "./a",
            "C:\\x",
            "C:x",
            "a\\b",
            "a\nb",
            "a\0b",
        ] {
            assert!(!is_inside(outside), "{outside:?}");
        }
    }
}
