//! Printers that misbehave, and people who change their minds.

use std::net::TcpListener;

use super::device::{Device, spooled, start, wait_until};
use super::message::{
    Attribute, CANCEL_JOB, CREATE_JOB, GET_DEFAULT, GET_PRINTER, JOB, PRINT_JOB, PRINTER, Request, SEND_DOCUMENT,
    UNSUPPORTED, VALIDATE_JOB, boolean, enums, integer, keywords, mime_type, resolution, unsupported, uri,
};
use super::player::{Player, answer};
use crate::support::{Place, said, sample};

const A4: &[u8] = include_bytes!("../../data/pdf/a4.pdf");

fn place(name: &str) -> Place {
    let place = Place::new(name);
    place.write("a.pdf", A4);
    place
}

#[test]
fn a_refused_connection_is_said_and_nothing_was_sent() {
    let port = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port").port();
    let output = place("refused").run(&["print", "a.pdf", "--printer", &format!("ipp://127.0.0.1:{port}/ipp/print")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("error[printer-unreachable]") && said(&output).contains("nothing was sent"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_printer_that_hangs_is_given_up() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("ipp://{}/ipp/print", listener.local_addr().expect("an address"));
    let output = place("hangs").run(&["print", "a.pdf", "--printer", &address, "--timeout", "1"]);
    assert!(said(&output).contains("error[printer-silent]"), "{}", said(&output));
}

#[test]
fn what_is_no_printer_is_said_to_be_none() {
    let player = Player::start(|_| None);
    let output = place("none").run(&["print", "a.pdf", "--printer", &player.address("/")]);
    assert!(said(&output).contains("error[printer-unreachable]"), "{}", said(&output));
    for (address, code) in [("lpd://a/b", "printer-address"), ("ipps://a/b", "printer-encrypted")] {
        let output = place("address").run(&["print", "a.pdf", "--printer", address]);
        assert!(said(&output).contains(&format!("error[{code}]")), "{}", said(&output));
    }
}

#[test]
fn what_answers_but_not_as_a_printer_does_is_said_with_what_it_said() {
    let refuses = Player::start(|_| Some(answer(0x0406, Vec::new())));
    let web = Player::refusing("404 Not Found");
    for (player, reason) in [(&refuses, "0x0406"), (&web, "HTTP 404")] {
        let output = place("other").run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("error[not-a-printer]") && said(&output).contains(reason), "{}", said(&output));
        assert!(!player.document().ends_with(A4), "nothing was sent");
    }
}

#[test]
fn a_printer_that_is_not_for_everyone_says_so() {
    for status in ["401 Unauthorized", "403 Forbidden"] {
        let player = Player::refusing(status);
        let output = place("denied").run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("error[printer-denied]"), "{status}: {}", said(&output));
    }
}

#[test]
fn a_printer_that_takes_no_jobs_says_why() {
    let player = Player::start(|_| {
        let (of, mut able) = capable(&[PRINT_JOB]);
        able.push(boolean("printer-is-accepting-jobs", false));
        able.push(keywords("printer-state-reasons", &["moving-to-paused", "none"]));
        Some(answer(0, vec![(of, able)]))
    });
    let output = place("closed").run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("error[printer-not-accepting]") && said.contains("moving-to-paused"), "{said}");
    assert_eq!(player.asked(PRINT_JOB), 0, "nothing was sent");
}

#[test]
fn a_job_that_is_cancelled_at_the_printer_is_not_printed() {
    let player = Player::start(|request: &Request| {
        Some(match request.code {
            GET_PRINTER => answer(0, vec![capable(&[PRINT_JOB])]),
            PRINT_JOB => answer(0, vec![job(5)]),
            _ => answer(0, vec![job(7)]),
        })
    });
    let output = place("cancelled-there").run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[job-cancelled-there]"), "{}", said(&output));
}

#[test]
fn pictures_of_more_dots_than_can_be_drawn_are_not_begun() {
    let player = Player::start(|_| {
        let able = vec![
            enums("operations-supported", &[PRINT_JOB.into()]),
            mime_type("document-format-supported", "image/pwg-raster"),
            keywords("media-supported", &["iso_a4_210x297mm"]),
            keywords("sides-supported", &["one-sided"]),
            keywords("pwg-raster-document-type-supported", &["srgb_8"]),
            resolution("pwg-raster-document-resolution-supported", 32_000),
        ];
        Some(answer(0, vec![(PRINTER, able)]))
    });
    let place = Place::new("dots");
    // A page that can be drawn: its fonts are in the file.
    let report = sample().to_string_lossy().into_owned();
    place.done(&["build", &report, "-q", "-o", "a.pdf"]);
    let output = place.run(&["print", "a.pdf", "--pages", "1", "--printer", &player.address("/ipp/print")]);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("error[too-many-dots]") && said.contains("32000 dpi"), "{said}");
    assert_eq!(player.asked(PRINT_JOB), 0, "nothing was sent");
}

#[test]
fn a_broken_or_locked_file_never_reaches_a_printer() {
    let place = place("locked");
    place.write("b.pdf", include_bytes!("../../data/pdf/password.pdf"));
    place.write("c.pdf", &A4[..A4.len() / 2]);
    for (file, code) in [("b.pdf", "pdf-password"), ("c.pdf", "pdf-cut-off")] {
        let output = place.run(&["print", file, "--printer", "ipp://127.0.0.1:1/"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains(&format!("error[{code}]")), "{}", said(&output));
        assert!(!said(&output).contains("unreachable"), "{}", said(&output));
    }
}

#[test]
fn a_job_that_the_printer_gives_up_is_an_error_with_its_words() {
    let place = place("fails");
    let Some(device) = Device::office(&place, "echo 'ERROR: The fuser is too hot' >&2; exit 1\n") else { return };
    let output = place.run(&["print", "a.pdf", "--printer", &device.address]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(
        said(&output).contains("error[job-failed]") && said(&output).contains("The fuser is too hot"),
        "{}",
        said(&output)
    );
}

#[test]
fn ctrl_c_cancels_the_job_at_the_printer() {
    let place = place("cancel");
    let Some(device) = Device::office(&place, "touch begun; sleep 20\n") else { return };
    let talk = start(&place, &["print", "a.pdf", "--printer", &device.address]);
    wait_until("beginning", || place.0.join("begun").exists());
    talk.interrupt();
    let (code, said) = talk.end();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("error[job-cancelled]: printing was cancelled; job 1: "), "{said}");
}

#[test]
fn a_printer_that_stops_is_lost_with_what_it_said_last() {
    let place = place("stops");
    let Some(mut device) = Device::office(&place, "touch begun; sleep 20\n") else { return };
    let address = device.address.clone();
    let mut talk = start(&place, &["print", "a.pdf", "--printer", &address]);
    talk.until("job 1: printing");
    device.stop();
    let (code, said) = talk.end();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("error[printer-lost]"), "{said}");
    assert!(said.contains("What it said last: job 1: printing"), "{said}");
    assert_eq!(spooled(&place), 1);
}

/// What a printer that the tests play can do: take PDF on A4.
fn capable(operations: &[u16]) -> (u8, Vec<Attribute>) {
    let operations: Vec<i32> = operations.iter().map(|&operation| operation.into()).collect();
    let attributes = vec![
        enums("operations-supported", &operations),
        mime_type("document-format-supported", "application/pdf"),
        keywords("media-supported", &["iso_a4_210x297mm"]),
        keywords("sides-supported", &["one-sided"]),
    ];
    (PRINTER, attributes)
}

fn job(state: i32) -> (u8, Vec<Attribute>) {
    (JOB, vec![integer("job-id", 7), enums("job-state", &[state])])
}

#[test]
fn a_document_that_is_lost_on_its_way_is_not_sent_again() {
    let modern = [CREATE_JOB, SEND_DOCUMENT, VALIDATE_JOB];
    let player = Player::start(move |request: &Request| {
        Some(match request.code {
            GET_PRINTER => answer(0, vec![capable(&modern)]),
            // Takes the document, and falls silent.
            SEND_DOCUMENT => return None,
            _ => answer(0, vec![job(3)]),
        })
    });
    let output = place("lost").run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
    assert!(said(&output).contains("error[printer-lost]"), "{}", said(&output));
    assert!(said(&output).contains("Nothing was sent again"), "{}", said(&output));
    assert_eq!(player.asked(CREATE_JOB), 1);
    assert_eq!(player.asked(SEND_DOCUMENT), 1);
    assert_eq!(player.asked(CANCEL_JOB), 1, "no half of it is left at the printer");
}

#[test]
fn a_simple_printer_is_sent_a_job_once() {
    let ending = |last: Option<i32>| {
        Player::start(move |request: &Request| {
            Some(match request.code {
                GET_PRINTER => answer(0, vec![capable(&[PRINT_JOB])]),
                PRINT_JOB => answer(0, vec![job(last?)]),
                _ => answer(0, vec![job(9)]),
            })
        })
    };
    let place = place("simple");
    let player = ending(Some(5));
    let output = place.run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(player.document().ends_with(A4), "the whole document arrived");
    let player = ending(None);
    let output = place.run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
    assert!(said(&output).contains("error[printer-lost]"), "{}", said(&output));
    assert_eq!(player.asked(PRINT_JOB), 1);
}

#[test]
fn a_job_that_is_refused_is_said_with_what_was_not_accepted() {
    let player = Player::start(|request: &Request| {
        Some(match request.code {
            GET_PRINTER => answer(0, vec![capable(&[CREATE_JOB, SEND_DOCUMENT, VALIDATE_JOB])]),
            _ => answer(0x040B, vec![(UNSUPPORTED, vec![unsupported("media")])]),
        })
    });
    let output = place("not-accepted").run(&["print", "a.pdf", "--printer", &player.address("/ipp/print")]);
    assert!(said(&output).contains("error[job-refused]") && said(&output).contains("`media`"), "{}", said(&output));
    assert_eq!(player.asked(CREATE_JOB), 0, "asked before anything is sent");
}

#[test]
fn without_a_name_it_is_the_print_servers_default_printer() {
    let player = Player::start(|request: &Request| {
        Some(match request.code {
            GET_DEFAULT => {
                let default = uri("printer-uri-supported", "ipp://print.example/printers/office");
                answer(0, vec![(PRINTER, vec![default])])
            }
            GET_PRINTER => answer(0, vec![capable(&[PRINT_JOB])]),
            _ => answer(0, vec![job(9)]),
        })
    });
    let place = place("default");
    let output = place.command(&["print", "a.pdf"]).env("CUPS_SERVER", player.host()).output().expect("it runs");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains(&player.address("/printers/office")), "{}", said(&output));
    let nowhere = place.command(&["print", "a.pdf"]).env("CUPS_SERVER", "127.0.0.1:1").output().expect("it runs");
    assert!(said(&nowhere).contains("error[no-printer]"), "{}", said(&nowhere));
}
