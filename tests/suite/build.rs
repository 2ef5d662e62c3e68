//! `bogoseo build` as it is called: where the file goes, what is said, and what stays when something is wrong.

use crate::support::{Place, root, said};

const REPORT: &str = "template = \"council\"\n[report]\ntitle = \"보고\"\nauthor = \"총무과\"\n[[part]]\ntitle = \"일반현황\"\nfile = \"a.toml\"\n";
const PART: &str = "[[status]]\ntitle = \"기구\"\nbody = \"\"\"\n- 항목\n\"\"\"\n";

/// A folder with these files.
fn with(name: &str, files: &[(&str, &[u8])]) -> Place {
    let place = Place::new(name);
    files.iter().for_each(|(path, data)| place.write(path, data));
    place
}

fn simple(name: &str) -> Place {
    with(name, &[("r/report.toml", REPORT.as_bytes()), ("r/a.toml", PART.as_bytes())])
}

#[test]
fn the_file_is_called_after_the_reports_folder_and_one_line_says_what_was_made() {
    let place = simple("default");
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(place.read("out/r.pdf").starts_with(b"%PDF-1.7"));
    assert!(output.stdout.is_empty());
    assert_eq!(said(&output).lines().count(), 1);
    assert!(said(&output).starts_with("out/r.pdf: 3 pages, "), "{}", said(&output));
}

#[test]
fn the_plan_of_the_second_template_has_its_pages_and_nothing_is_found_in_it() {
    let place = Place::new("plan");
    crate::support::copy(&root().join("reports/plan-2025"), &place.0.join("plan-2025"));
    let output = place.run(&["build", "plan-2025"]);
    let pages = said(&output).split(": ").nth(1).and_then(|rest| rest.split(' ').next()?.parse::<u32>().ok());
    assert!(pages.is_some_and(|pages| pages >= 15), "{}", said(&output));
    let output = place.run(&["check", "plan-2025"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(!said(&output).contains("error") && !said(&output).contains("warning"), "{}", said(&output));
}

#[test]
fn a_dash_writes_to_standard_output() {
    let place = simple("stdout");
    let output = place.run(&["build", "r", "-o", "-", "--quiet"]);
    assert!(output.stdout.starts_with(b"%PDF-1.7") && output.stderr.is_empty());
}

#[test]
fn the_current_folder_is_a_report_too() {
    let place = with("here", &[("report.toml", REPORT.as_bytes()), ("a.toml", PART.as_bytes())]);
    assert!(place.run(&["build", "-o", "x.pdf"]).status.success());
    assert!(place.read("x.pdf").starts_with(b"%PDF"));
}

#[test]
fn an_error_leaves_the_last_good_file_and_exits_with_1() {
    let place = simple("kept");
    place.run(&["build", "r"]);
    let good = place.read("out/r.pdf");
    place.write("r/a.toml", b"[[status]]\ntitel = 1\n");
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[unknown-key]"), "{}", said(&output));
    assert!(place.read("out/r.pdf") == good);
}

#[test]
fn a_target_that_cannot_be_written_is_an_error_with_its_name() {
    let place = simple("target");
    let output = place.run(&["build", "r", "-o", "r"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[output]: `r` can't be written"), "{}", said(&output));
}

#[test]
fn a_character_that_no_font_has_is_a_warning_with_its_place() {
    let place = simple("glyph");
    // Twice the same: what was said once is said again.
    place.write("r/a.toml", PART.replace("- 항목", "- 항목 \u{1F9FE} 끝\n- 항목 \u{1F9FE} 끝").as_bytes());
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("warning[missing-glyph]"), "{}", said(&output));
    assert!(said(&output).contains("r/a.toml:4:6"), "{}", said(&output));
    assert!(said(&output).contains("r/a.toml:5:6"), "{}", said(&output));
}

#[test]
fn characters_of_private_use_break_no_standard() {
    let place = simple("private");
    place.write("r/a.toml", PART.replace("항목", "항목 \u{e000}\u{f0001} 끝").as_bytes());
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(place.read("out/r.pdf").starts_with(b"%PDF-1.7"));
}

#[test]
fn a_project_that_fits_no_page_flows_on_with_a_warning() {
    let place = simple("long");
    let body = "- 한 줄짜리 항목\n".repeat(60);
    let department = format!("name = \"총무과\"\n[[project]]\ntitle = \"긴 사업\"\nbody = \"\"\"\n{body}\"\"\"\n");
    place.write("r/d.toml", department.as_bytes());
    place.write("r/report.toml", REPORT.replace("file = \"a.toml\"", "departments = [\"d.toml\"]").as_bytes());
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("warning[more-than-its-page]"), "{}", said(&output));
}

#[test]
fn pictures_stand_in_bodies_cells_and_on_the_cover() {
    let png = std::fs::read(root().join("tests/data/square.png")).expect("a picture");
    let place = simple("pictures");
    place.write("r/square.png", &png);
    let report = REPORT.replace("author =", "picture = \"logo\"\nauthor =");
    place.write("r/report.toml", format!("{report}[image.logo]\nfile = \"square.png\"\nalt = \"네모\"\n").as_bytes());
    let part = "[[status]]\ntitle = \"그림\"\nbody = \"\"\"\n[image: one]\n[table: t]\n\"\"\"\n\
        [image.one]\nfile = \"square.png\"\nalt = \"하나\"\n[image.two]\nfile = \"square.png\"\nalt = \"둘\"\n\
        [table.t]\nhead = [[\"그림\"]]\nrows = [[\"[image: two]\"]]\n";
    place.write("r/a.toml", part.as_bytes());
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let pdf = lopdf::Document::load_mem(&place.read("out/r.pdf")).expect("a readable PDF");
    let is_image = |object: &&lopdf::Object| {
        let stream = object.as_stream().ok();
        stream.is_some_and(|stream| stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name).ok() == Some(b"Image"))
    };
    assert_eq!(pdf.objects.values().filter(is_image).count(), 1, "one picture, embedded once");
}

#[test]
fn a_picture_with_few_pixels_for_its_size_is_a_warning() {
    let photo = std::fs::read(root().join("tests/data/pictures/photo.jpg"));
    let place = simple("coarse");
    place.write("r/photo.jpg", &photo.expect("a picture of 96 by 64 pixels"));
    let said_of = |width: &str| {
        let part = format!(
            "[[status]]\ntitle = \"그림\"\nbody = \"\"\"\n[image: one]\n\"\"\"\n[image.one]\nfile = \"photo.jpg\"\nalt = \"하나\"\nwidth = \"{width}\"\n"
        );
        place.write("r/a.toml", part.as_bytes());
        let output = place.run(&["build", "r"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        said(&output)
    };
    let coarse = said_of("96mm");
    assert!(coarse.contains("warning[picture-coarse]") && coarse.contains("(25 dots an inch)"), "{coarse}");
    assert!(coarse.contains("r/a.toml:"), "{coarse}");
    let fine = said_of("20mm");
    assert!(!fine.contains("picture-coarse"), "{fine}");
}

#[test]
fn what_is_transparent_is_refused_where_the_standard_has_no_transparency() {
    let place = simple("transparent");
    place.write("r/veil.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><rect width='30' height='20' opacity='0.5'/></svg>");
    let part = "[[status]]\ntitle = \"그림\"\nbody = \"\"\"\n[image: one]\n\"\"\"\n[image.one]\nfile = \"veil.svg\"\nalt = \"하나\"\n";
    place.write("r/a.toml", part.as_bytes());
    let output = place.run(&["build", "r", "--standard", "a-1b"]);
    assert_eq!(output.status.code(), Some(1));
    let told = said(&output);
    assert!(told.contains("error[transparent]") && told.contains("r/a.toml:6:8"), "{told}");
    let output = place.run(&["build", "r", "--standard", "a-2b"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn a_template_of_ones_own_takes_the_place_of_the_bundled_one() {
    let council = include_str!("../../templates/council/template.toml");
    let place = simple("template");
    place.write("mine/template.toml", council.replace("\"210mm\"", "\"200mm\"").as_bytes());
    assert!(place.run(&["build", "r", "--template", "mine", "-o", "a.pdf"]).status.success());
    place.write("r/templates/council/template.toml", council.replace("\"navy\"", "\"navi\"").as_bytes());
    let output = place.run(&["build", "r", "-o", "b.pdf"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[unknown-in-template]"), "{}", said(&output));
    assert!(said(&output).contains("r/templates/council/template.toml:"), "{}", said(&output));
}

#[test]
fn an_unknown_standard_is_misuse() {
    assert_eq!(simple("misuse").run(&["build", "r", "--standard", "a-9z"]).status.code(), Some(2));
}

#[test]
fn what_the_check_finds_is_a_line_after_the_build_and_stops_it_only_where_it_is_denied() {
    let place = simple("slip");
    place.write("r/a.toml", PART.replace("- 항목", "- 사업비 : 9천원(국비 3천원, 구비 4천원)").as_bytes());
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(
        said(&output).ends_with("warning: the check found 1 slip; see them with `bogoseo check r`\n"),
        "{}",
        said(&output)
    );
    let good = place.read("out/r.pdf");
    assert!(place.run(&["build", "r", "--quiet"]).stderr.is_empty());
    std::fs::remove_file(place.0.join("out/r.pdf")).expect("it was made");
    let output = place.run(&["build", "r", "--deny"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[text-sum]: 3+4 = 7천원"), "{}", said(&output));
    assert!(good.starts_with(b"%PDF") && place.read("out/r.pdf").is_empty(), "nothing is written");
}

#[test]
#[cfg(unix)]
fn a_file_that_the_system_does_not_give_is_an_error_with_its_reason() {
    let place = simple("unreadable");
    std::fs::remove_file(place.0.join("r/a.toml")).expect("it goes");
    // A link to itself, which not even root can read.
    std::os::unix::fs::symlink("a.toml", place.0.join("r/a.toml")).expect("a link");
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("error[file-unreadable]: `a.toml`"), "{}", said(&output));
    assert!(said(&output).contains("r/report.toml:7:8"), "{}", said(&output));
}

#[test]
fn what_the_standard_has_no_room_for_is_said_at_its_place() {
    let place = simple("room");
    // PDF/A holds no text of more than 32,767 bytes (ISO 19005-1, 6.1.12).
    let alt = "가".repeat(40_000);
    let part = format!("{PART}[image.one]\nfile = \"square.png\"\nalt = \"{alt}\"\n").replace("- 항목", "[image: one]");
    place.write("r/square.png", include_bytes!("../data/square.png"));
    place.write("r/a.toml", part.as_bytes());
    let output = place.run(&["build", "r"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("error[pdf-writer]"), "{}", said(&output));
    assert!(!place.0.join("out/r.pdf").exists());
}
