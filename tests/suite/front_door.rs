//! The front door from outside: files from strings, from a folder, and unsaved texts laid over one.

use bogoseo::{Build, Disk, Lang, Memory, Overlay, Severity, Standard, Style};

use crate::support::root;

const REPORT: &str = "template = 'council'\nreport = { title = '주요업무 추진실적', author = '행정관리국' }\n\
                      [[part]]\ntitle = '현황'\ndepartments = ['welfare.toml']\n";
const WELFARE: &str = "name = '복지정책과'\n[[status]]\ntitle = '인력현황'\nbody = '- 정원 12명'\n";

#[test]
fn strings_become_a_pdf() {
    let built = Build::new(Memory::new([("report.toml", REPORT), ("welfare.toml", WELFARE)])).run();
    let built = built.expect("nothing is wrong with it");
    assert!(built.pdf.starts_with(b"%PDF-1.7") && built.findings.is_empty());
    let names: Vec<&str> = built.accounts.iter().map(|account| account.name.as_str()).collect();
    assert_eq!((built.pages, names.len()), (3, 3), "{names:?}");
}

#[test]
fn what_is_wrong_comes_back_as_one_error_with_places() {
    let welfare = WELFARE.replace("title", "titel");
    let error = Build::new(Memory::new([("report.toml", REPORT), ("welfare.toml", &welfare)])).run();
    let error: Box<dyn std::error::Error> = error.expect_err("a key is misspelt").into();
    let error = error.downcast::<bogoseo::Error>().expect("it is the one error type");
    let list = error.findings().list(Lang::En);
    let place = list.findings[0].place.as_ref().expect("it has a place");
    assert_eq!((list.findings[0].code, &*place.file, place.line), ("unknown-key", "welfare.toml", 3));
    assert!(error.to_string().contains("welfare.toml:3"), "{error}");
    assert_eq!(error.findings().text(Style::default()).trim_end(), error.to_string());
}

#[test]
fn unsaved_texts_are_read_over_what_is_on_disk() {
    let disk = || Disk::new(root().join("reports/sample"));
    let saved = Build::new(disk()).run().expect("the sample builds");
    let report = std::fs::read_to_string(root().join("reports/sample/report.toml")).expect("it is there");
    let unsaved = Memory::new([("report.toml", report.replace("title", "titel"))]);
    let error = Build::new(Overlay::new(unsaved, disk())).run().expect_err("the unsaved text is read");
    assert!(error.findings().count(Severity::Error) > 0);
    let same = Build::new(Overlay::new(Memory::new([("report.toml", report)]), disk())).run();
    assert_eq!(same.expect("the sample builds").pdf, saved.pdf);
}

#[test]
fn files_that_are_attached_ask_for_a_standard_that_holds_them() {
    let files = || Memory::new([("report.toml", REPORT), ("welfare.toml", WELFARE)]);
    let built = Build::new(files()).attach_sources().run().expect("it is built");
    assert!(built.pdf.windows(12).any(|bytes| bytes == b"welfare.toml"));
    let error = Build::new(files()).attach_sources().standard(Standard::A2b).run().expect_err("PDF/A-2 holds none");
    assert_eq!(error.findings().list(Lang::En).findings[0].code, "standard-without-attachments");
}

#[test]
fn two_reports_are_compared_as_data() {
    let [old, new] = [WELFARE, &WELFARE.replace("12명", "14명")]
        .map(|welfare| Build::new(Memory::new([("report.toml", REPORT), ("welfare.toml", welfare)])));
    let differences = old.differences(new, Lang::En).expect("both can be set");
    assert_eq!((differences.changes.len(), differences.pages.changed.len()), (1, 1));
}
