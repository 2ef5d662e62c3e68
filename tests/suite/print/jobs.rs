//! Jobs that are printed: what arrives is what was asked, page by page.

use std::path::Path;

use lopdf::Document;

use super::device::{Device, PRINTS, asked, spooled, start};
use crate::support::{Place, copy, mapo, said};

fn report() -> String {
    mapo().to_string_lossy().into_owned()
}

/// The words of each page.
fn pages(pdf: &[u8]) -> Vec<Vec<String>> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(pdf).expect("text can be read");
    pages.iter().map(|text| text.split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn a_report_arrives_as_it_was_built_and_on_both_sides() {
    let place = Place::new("whole");
    let Some(device) = Device::office(&place, PRINTS) else { return };
    assert!(place.run(&["build", &report(), "-q", "-o", "built.pdf"]).status.success());
    let output = place.run(&["print", &report(), "--printer", &device.address]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains(&format!("{}: job 1: printed", device.address)), "{}", said(&output));
    assert!(place.read("printed.pdf") == place.read("built.pdf"), "byte for byte");
    let asked = asked(&place);
    assert_eq!(asked["IPP_SIDES"], "two-sided-long-edge");
    assert_eq!(asked["IPP_MEDIA"], "iso_a4_210x297mm");
    assert_eq!(asked["IPP_JOB_NAME"], "mapo-2021");
    assert_eq!(spooled(&place), 1);
}

#[test]
fn what_is_asked_of_the_printer_reaches_it() {
    let place = Place::new("asked");
    let Some(device) = Device::office(&place, PRINTS) else { return };
    let options = "--copies 3 --collate --staple --monochrome --sides one";
    let mut args = vec!["print", "a.pdf", "--printer", &device.address];
    args.extend(options.split(' '));
    place.write("a.pdf", include_bytes!("../../data/pdf/a4.pdf"));
    let output = place.run(&args);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let asked = asked(&place);
    for (name, value) in [
        ("IPP_COPIES", "3"),
        ("IPP_MULTIPLE_DOCUMENT_HANDLING", "separate-documents-collated-copies"),
        ("IPP_FINISHINGS", "staple-top-left"),
        ("IPP_PRINT_COLOR_MODE", "monochrome"),
        ("IPP_SIDES", "one-sided"),
    ] {
        assert_eq!(asked.get(name).map(String::as_str), Some(value), "{name}: {asked:?}");
    }
    let output = place.run(&["print", "a.pdf", "--printer", &device.address, "--tray", "tray-2"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let media = &self::asked(&place)["IPP_MEDIA_COL"];
    assert!(media.contains("media-source=tray-2") && media.contains("x-dimension=21000"), "{media}");
}

#[test]
fn pages_are_chosen_by_printed_number_and_department() {
    let place = Place::new("chosen");
    let Some(device) = Device::office(&place, PRINTS) else { return };
    assert!(place.run(&["build", &report(), "-q", "-o", "built.pdf"]).status.success());
    let built = pages(&place.read("built.pdf"));
    // Cover and contents have no number.
    let first = 2;
    let output = place.run(&["print", &report(), "--printer", &device.address, "--pages", "1,4-5,홍보과"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let printed = pages(&place.read("printed.pdf"));
    let chosen = [1, 4, 5].into_iter().chain(15..=19);
    let chosen: Vec<_> = chosen.map(|number: usize| built[first + number - 1].clone()).collect();
    assert_eq!(printed, chosen);
}

#[test]
fn only_what_changed_is_printed() {
    let place = Place::new("changed");
    let Some(device) = Device::office(&place, PRINTS) else { return };
    copy(Path::new(&report()), &place.0.join("report"));
    assert!(place.run(&["build", "report", "-q", "--attach-sources", "-o", "old.pdf"]).status.success());
    let same = place.run(&["print", "report", "--changed-since", "old.pdf", "--printer", &device.address]);
    assert!(same.status.success() && said(&same).contains("nothing was printed"), "{}", said(&same));
    assert_eq!(spooled(&place), 0);
    let file = place.0.join("report/departments/it.toml");
    let text = std::fs::read_to_string(&file).expect("a department");
    let title = text.lines().rfind(|line| line.starts_with("summary")).expect("a project");
    std::fs::write(&file, text.replacen(title, &title.replace("관내", "구내"), 1)).expect("a department");
    assert!(place.run(&["build", "report", "-q", "-o", "new.pdf"]).status.success());
    let output = place.run(&["print", "report", "--changed-since", "old.pdf", "--printer", &device.address]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let (old, new) = (pages(&place.read("old.pdf")), pages(&place.read("new.pdf")));
    let changed: Vec<_> = new.into_iter().filter(|page| !old.contains(page)).collect();
    assert_eq!(changed.len(), 1);
    assert_eq!(pages(&place.read("printed.pdf")), changed);
}

#[test]
fn a_booklet_goes_on_both_sides_of_large_paper() {
    let place = Place::new("booklet");
    let Some(device) = Device::office(&place, PRINTS) else { return };
    let output = place.run(&["print", &report(), "--printer", &device.address, "--layout", "booklet", "--staple"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let asked = asked(&place);
    assert_eq!(asked["IPP_SIDES"], "two-sided-short-edge");
    assert_eq!(asked["IPP_MEDIA"], "iso_a3_297x420mm");
    assert_eq!(asked["IPP_FINISHINGS"], "saddle-stitch");
    let printed = Document::load_mem(&place.read("printed.pdf")).expect("sheets can be read");
    assert_eq!(printed.get_pages().len(), 20);
}

#[test]
fn what_a_printer_cannot_do_is_all_said_before_anything_is_sent() {
    let place = Place::new("cannot");
    let Some(device) = Device::start(&place, &["-f", "image/urf"]) else { return };
    place.write("a.pdf", include_bytes!("../../data/pdf/a4.pdf"));
    let options = "--copies 2 --collate --sides both --staple --tray tray-9";
    let mut args = vec!["print", "a.pdf", "--printer", &device.address];
    args.extend(options.split(' '));
    let output = place.run(&args);
    assert_eq!(output.status.code(), Some(1));
    let said = said(&output);
    assert!(said.contains("error[printer-format]") && said.contains("`image/urf`"), "{said}");
    for what in ["copies `2`", "both sides `two-sided-long-edge`", "staples `staple`", "tray `tray-9`"] {
        assert!(said.contains(&format!("error[printer-cannot]: the printer can't do this: {what}")), "{what}: {said}");
    }
    assert_eq!(spooled(&place), 0);
}

#[test]
fn paper_that_a_printer_does_not_have_is_said() {
    let place = Place::new("paper");
    let Some(device) = Device::office(&place, PRINTS) else { return };
    place.write("a.pdf", include_bytes!("../../data/pdf/a4.pdf"));
    let args = ["print", "a.pdf", "--printer", &device.address, "--layout", "one-up", "--paper", "100x100"];
    let output = place.run(&args);
    assert!(said(&output).contains("paper `100×100 mm`"), "{}", said(&output));
    assert!(said(&output).contains("`iso_a3_297x420mm`, `iso_a4_210x297mm`"), "{}", said(&output));
    assert_eq!(spooled(&place), 0);
}

#[test]
fn a_printer_without_paper_is_waited_for_and_says_why() {
    let place = Place::new("empty");
    let waits = "for i in $(seq 300); do if [ -e paper ]; then break; fi; sleep 0.1; done";
    let does = format!("echo 'STATE: +media-empty-error' >&2\n{waits}\necho 'STATE: -media-empty-error' >&2\n{PRINTS}");
    let Some(device) = Device::office(&place, &does) else { return };
    place.write("a.pdf", include_bytes!("../../data/pdf/a4.pdf"));
    let mut talk = start(&place, &["print", "a.pdf", "--printer", &device.address]);
    talk.until("out of paper");
    place.write("paper", b"");
    let (code, said) = talk.end();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.lines().last().is_some_and(|line| line.contains("printed")), "{said}");
}
