//! Pictures that would take all memory are refused in little of it.

use std::process::Command;

use crate::support::Place;
use crate::support::bombs::{doubled, laughs, nested, png};

/// The address space that the program may take while it reads bombs, in kB: a tenth of what they would unpack to.
const MEMORY: u32 = 1_500_000;

#[test]
fn bombs_take_little_memory() {
    let place = Place::new("bombs");
    let bombs = [
        ("header.png", png(60_000, 60_000, 1)),
        ("packed.png", png(8_000, 8_000, 8_000)),
        ("longer.png", png(100, 100, 500_000)),
        ("laughs.svg", laughs().into_bytes()),
        ("doubled.svg", doubled(40).into_bytes()),
        ("nested.svg", nested(1_000_000).into_bytes()),
    ];
    let mut part = "[[status]]\ntitle = '그림'\nbody = '''\n".to_owned();
    let mut images = String::new();
    for (name, data) in &bombs {
        place.write(name, data);
        part += &format!("[image: {name}]\n");
        images += &format!("[image.'{name}']\nfile = '{name}'\nalt = '그림'\n");
    }
    place.write("part.toml", format!("{part}'''\n{images}").as_bytes());
    let report =
        "template = 'council'\nreport = {title = '보고', author = '과'}\n[[part]]\ntitle = '편'\nfile = 'part.toml'\n";
    place.write("report.toml", report.as_bytes());
    let run = format!("ulimit -v {MEMORY} && exec {:?} check {:?} --lang en", env!("CARGO_BIN_EXE_bogoseo"), place.0);
    let output = Command::new("sh").args(["-c", &run]).output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    for refused in [
        "`header.png` is too large",
        "`laughs.svg` holds",
        "`doubled.svg` is too intricate",
        "`nested.svg` is too intricate",
    ] {
        assert!(said.contains(refused), "{refused}: {said}");
    }
    assert!(said.contains("4 errors"), "{said}");
}
