//! Holds the floors of the program: imports run one way between them, and in no circle between the modules of one.

use crate::boundaries::{code, sources};
use crate::support::root;
use std::collections::{BTreeMap, BTreeSet};

/// The floors from the lowest to the highest: each may use itself and those before it.
const FLOORS: &[&str] = &["model", "diag", "read", "check", "set", "write", "regenerate", "print", "build", "cli"];

/// A module as far as floors know it: a floor and a module of it; the floor's own file has none.
type Room = (String, String);

/// What each room uses, with the file that does.
fn uses() -> BTreeMap<Room, BTreeMap<Room, String>> {
    let root = root().join("src");
    let mut uses: BTreeMap<Room, BTreeMap<Room, String>> = BTreeMap::new();
    for path in sources(&root) {
        let text = std::fs::read_to_string(&path).expect("a source can be read");
        let inside = path.strip_prefix(&root).expect("it is below src").to_string_lossy().replace('\\', "/");
        let module = module(&inside);
        let Some(from) = room(&module) else { continue };
        for used in named(&code(&text), &module).iter().filter_map(|path| room(path)) {
            if used != from {
                uses.entry(from.clone()).or_default().entry(used).or_insert_with(|| inside.clone());
            }
        }
    }
    uses
}

/// The path of a file's module.
fn module(file: &str) -> Vec<String> {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// The room that a path leads to; none of what isn't on a floor: the crate's own file, the program.
fn room(path: &[String]) -> Option<Room> {
    let floor = path.first().filter(|floor| FLOORS.contains(&floor.as_str()))?;
    // What a floor's own file shares out (`crate::diag::Diagnostic`) is the floor's own.
    let module = path.get(1).filter(|name| name.starts_with(char::is_lowercase)).cloned().unwrap_or_default();
    Some((floor.clone(), module))
}

/// The paths that a file names, from the crate on: by `crate::` and by `super::`.
fn named(code: &str, module: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        found.extend(paths(&code[at + "crate::".len()..], &[]));
    }
    for (at, _) in code.match_indices("super::") {
        if code[..at].ends_with("super::") {
            continue;
        }
        let ups = code[at..].split("super::").take_while(|between| between.is_empty()).count();
        let above = &module[..module.len().saturating_sub(ups)];
        found.extend(paths(&code[at + ups * "super::".len()..], above));
    }
    found
}

/// The first steps of what stands behind `crate::` or `super::`; a group in braces gives several.
fn paths(text: &str, above: &[String]) -> Vec<Vec<String>> {
    let step: String = text.chars().take_while(|&c| c.is_alphanumeric() || c == '_').collect();
    let group = text.strip_prefix('{').and_then(|text| Some(text.split_once('}')?.0));
    if let Some(group) = group {
        return group.split(',').flat_map(|entry| paths(entry.trim(), above)).collect();
    }
    if step.is_empty() {
        return vec![above.to_vec()];
    }
    let here: Vec<String> = above.iter().cloned().chain(std::iter::once(step.clone())).collect();
    match text[step.len()..].strip_prefix("::") {
        Some(rest) if here.len() < 3 => paths(rest, &here),
        _ => vec![here],
    }
}

/// The ways up between floors, and the circles between the modules of one.
fn wrong(uses: &BTreeMap<Room, BTreeMap<Room, String>>) -> Vec<String> {
    let height = |room: &Room| FLOORS.iter().position(|floor| *floor == room.0);
    let mut wrong = Vec::new();
    for (from, all) in uses {
        for (to, file) in all {
            if height(to) > height(from) {
                wrong.push(format!("up: src/{file} uses {}::{}", to.0, to.1));
            }
        }
    }
    for room in uses.keys().filter(|room| !room.1.is_empty()) {
        let mut seen = BTreeSet::new();
        let mut next = vec![room];
        while let Some(at) = next.pop() {
            let same_floor = |to: &&Room| to.0 == room.0 && !to.1.is_empty();
            for to in uses.get(at).into_iter().flat_map(BTreeMap::keys).filter(same_floor) {
                if to == room {
                    wrong.push(format!("circle: {}::{} comes back to itself through {}", room.0, room.1, at.1));
                } else if seen.insert(to) {
                    next.push(to);
                }
            }
        }
    }
    wrong
}

#[test]
fn imports_run_down_between_floors_and_in_no_circle_within_one() {
    let uses = uses();
    assert!(uses.len() > 20, "the rooms were found: {:?}", uses.keys());
    let wrong = wrong(&uses);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_arrow_up_and_a_circle_are_seen() {
    let room = |floor: &str, module: &str| (floor.to_owned(), module.to_owned());
    let arrow = |from: Room, to: Room| (from, BTreeMap::from([(to, "file.rs".to_owned())]));
    let up = BTreeMap::from([arrow(room("model", "len"), room("set", "text"))]);
    assert_eq!(wrong(&up), ["up: src/file.rs uses set::text"]);
    let circle = BTreeMap::from([
        arrow(room("set", "text"), room("set", "font")),
        arrow(room("set", "font"), room("set", "text")),
    ]);
    assert_eq!(wrong(&circle).len(), 2);
    let code = "use crate::read::{decode, def::Key};\nuse super::super::text::Line;\nuse super::{a, b};";
    let module = ["set", "layout", "block"].map(str::to_owned);
    let named: Vec<String> = named(code, &module).iter().map(|path| path.join("/")).collect();
    assert_eq!(named, ["read/decode", "read/def/Key", "set/text/Line", "set/layout/a", "set/layout/b"]);
}
