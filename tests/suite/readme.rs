//! What the README promises: its commands run, its example builds, its two commands are the ones that CI knows.

use crate::support::{Place, copy, root};

const READMES: [&str; 2] = [include_str!("../../README.md"), include_str!("../../README.ko.md")];

/// The fenced blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap_or_default()).collect()
}

/// A folder in which the README's paths hold, with its example written out.
fn workplace(name: &str, readme: &str) -> Place {
    let place = Place::new(name);
    copy(&root().join("reports"), &place.0.join("reports"));
    for block in blocks(readme, "toml") {
        let path = block.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a block begins with its path");
        place.write(path, block.as_bytes());
    }
    place
}

#[test]
fn every_command_of_the_readmes_runs_and_finds_nothing_wrong() {
    for (index, readme) in READMES.iter().enumerate() {
        let place = workplace(&index.to_string(), readme);
        let commands = blocks(readme, "sh").into_iter().flat_map(str::lines);
        let commands: Vec<&str> = commands.filter(|line| line.starts_with("bogoseo ")).collect();
        assert!(commands.len() >= 2, "{commands:?}");
        for command in commands {
            let words: Vec<&str> = command.split(' ').skip(1).collect();
            let output = place.run(&words);
            let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success(), "{command}: {said}");
        }
        assert!(place.0.join("out/hello.pdf").is_file());
    }
}

#[test]
fn both_readmes_give_the_same_two_commands() {
    let first = |readme: &str| blocks(readme, "sh")[0].to_owned();
    assert_eq!(first(READMES[0]), first(READMES[1]));
    assert!(first(READMES[0]).contains("build reports/mapo-2021"));
    let ci = include_str!("../../.ci/run");
    assert!(ci.contains("grep -m1 '^cargo test' README.md"));
}
