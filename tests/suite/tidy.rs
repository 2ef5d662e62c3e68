//! `bogoseo tidy` as it is called: what it writes, what it leaves, and how it exits.

use crate::support::{Place, said};

/// A part as it is pasted, with the marks of a Korean editor: a byte order mark and line ends of two characters.
const PASTED: &str = "\u{feff}# 주석\r\n[[status]]\r\ntitle   = \"현황\"\r\nbody = \"\"\"\r\n□ 여건\r\n ㅇ\u{3000}점검\r\n\t- 상세\r\n\"\"\"\r\n";
const TIDY: &str = "\u{feff}# 주석\r\n[[status]]\r\ntitle   = \"현황\"\r\nbody = \"\"\"\r\n□ 여건\r\nㅇ 점검\r\n  - 상세\r\n\"\"\"\r\n";

#[test]
fn a_pasted_file_is_written_as_the_format_wants_it() {
    let place = Place::new("tidy");
    place.write("reports/part.toml", PASTED.as_bytes());
    let check = place.run(&["tidy", "--check", "reports"]);
    assert_eq!((check.status.code(), place.read("reports/part.toml")), (Some(1), PASTED.as_bytes().to_vec()));
    assert!(said(&check).contains("part.toml"), "{}", said(&check));
    place.done(&["tidy", "reports/part.toml"]);
    assert_eq!(String::from_utf8_lossy(&place.read("reports/part.toml")), TIDY);
    let again = place.run(&["tidy", "--check", "reports"]);
    assert_eq!((again.status.code(), said(&again).as_str()), (Some(0), ""));
}

#[test]
fn what_is_no_toml_is_said_and_left() {
    let place = Place::new("untidy");
    let part = "[[status]]\ntitle = “현황”\nbody = '''\n\t- 탭\n'''\n";
    place.write("part.toml", part.as_bytes());
    let output = place.run(&["tidy", "part.toml"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("curly quotes"), "{}", said(&output));
    assert_eq!(place.read("part.toml"), part.as_bytes());
}
