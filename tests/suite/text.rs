//! Text in whatever form and of whatever signs it comes: composed or not, with marks, from a word processor's private use.

use std::path::Path;

use crate::support::{Place, said};

const REPORT: &str = "template = \"council\"\n[report]\ntitle = \"보고\"\nauthor = \"총무과\"\n[[part]]\ntitle = \"주요업무 추진실적\"\ndepartments = [\"a.toml\"]\n";

/// A report of one department whose file goes on like this after its name.
fn department(name: &str, rest: &str) -> Place {
    let place = Place::new(name);
    place.write("r/report.toml", REPORT.as_bytes());
    place.write("r/a.toml", format!("name = \"총무과\"\n{rest}").as_bytes());
    place
}

/// A department with this line as its body.
fn line(name: &str, text: &str) -> Place {
    department(name, &format!("[[status]]\ntitle = \"현황\"\nbody = \"\"\"\n- {text}\n\"\"\"\n"))
}

/// What is copied out of the PDF of a report that is built without anything to say.
fn copied(place: &Place) -> String {
    let output = place.run(&["build", "r", "-o", "r.pdf", "--deny"]);
    assert!(output.status.success(), "{}", said(&output));
    read(place)
}

/// What is copied out of a PDF that was built, without blanks and line ends.
fn read(place: &Place) -> String {
    let text = pdf_extract::extract_text_from_mem(&place.read("r.pdf")).expect("our own file");
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Hangul in its letters, as other systems write it.
fn decomposed(text: &str) -> String {
    let letters = |letter: char| match u32::from(letter).checked_sub(0xAC00).filter(|at| *at < 11_172) {
        Some(at) => {
            let parts = [0x1100 + at / 588, 0x1161 + at % 588 / 28, 0x11A7 + at % 28];
            parts.into_iter().filter(|part| *part != 0x11A7).filter_map(char::from_u32).collect()
        }
        None => letter.to_string(),
    };
    text.chars().map(letters).collect()
}

/// Two wrong sums in a table that is referred to by its name.
const TOTALS: &str = r#"
[[status]]
title = "인력현황"
body = """
[table: 정원]
보기 : [→ table: 정원]
"""
[table."정원"]
caption = "인력"
unit = "명"
head = [["구 분", "계", "5급", "6급"]]
rows = [["정 원", 10, 4, 6], ["현 원", 9, 4, 5], ["파견", 7, 3, 4], ["휴직", 99, 1, 2], ["합계", 125, 12, 17]]
row-heads = 1
"#;

#[test]
fn decomposed_hangul_is_checked_and_copied_as_composed_is() {
    let place = department("decomposed", &decomposed(TOTALS));
    let output = place.run(&["check", "r"]);
    let found = String::from_utf8(output.stdout).expect("words");
    assert_eq!(found.matches("error[table-sum]").count(), 2, "{found}");
    assert!(place.run(&["build", "r", "-o", "r.pdf"]).status.success());
    assert!(read(&place).contains("인력현황") && read(&place).contains("보기:표1"), "{}", read(&place));
    assert!(place.run(&["impose", "r", "--pages", &decomposed("총무과"), "-o", "s.pdf"]).status.success());
}

#[test]
fn a_place_in_decomposed_text_is_that_of_the_file() {
    let text = decomposed("가나 \u{10ffff} 다");
    let place = line("places", &text);
    let output = place.run(&["check", "r", "--format", "json"]);
    let found = String::from_utf8(output.stdout).expect("words");
    // Behind `- ` and four letters of two syllables, and a blank.
    let column = 3 + 4 + 1;
    let found: String = found.chars().filter(|letter| !letter.is_whitespace()).collect();
    let place = format!("\"line\":5,\"column\":{column},\"end-line\":5,\"end-column\":{}", column + 1);
    assert!(found.contains(&place), "{found}");
}

#[test]
fn a_file_named_in_the_other_form_is_found() {
    let place = Place::new("names");
    let folder = decomposed("부서");
    place.write("r/report.toml", REPORT.replace("a.toml", "부서/총무과.toml").as_bytes());
    place.write(
        &format!("r/{folder}/{}", decomposed("총무과.toml")),
        "name = \"총무과\"\n[[status]]\ntitle = \"현황\"\nbody = \"- 항목\"\n".as_bytes(),
    );
    assert!(!place.0.join("r/부서").exists(), "the file system composes names itself");
    let output = place.run(&["build", "r", "-o", "r.pdf"]);
    assert!(output.status.success(), "{}", said(&output));
    std::fs::rename(place.0.join("r"), place.0.join(decomposed("보고"))).expect("a folder of ours");
    assert!(place.run(&["build", "보고", "-o", "r.pdf"]).status.success());
    assert!(Path::new(&place.0.join("r.pdf")).exists());
}

#[test]
fn letters_and_their_marks_are_printed_together() {
    let place = line("marks", "앞 Viê\u{323}t Nam, Tiê\u{301}ng, Trần Thị Hường, x\u{304} = 3.5, p\u{302} 뒤");
    let text = copied(&place);
    assert!(text.contains("앞ViệtNam,Tiếng,TrầnThịHường,x\u{304}=3.5,p\u{302}뒤"), "{text}");
}

#[test]
fn a_mark_that_no_face_has_is_reported_at_its_place() {
    let place = line("mark", "앞 가\u{0591} 뒤");
    for command in ["check", "build"] {
        let output = place.run(&[command, "r"]);
        let told = said(&output) + &String::from_utf8_lossy(&output.stdout);
        assert!(told.contains("warning[missing-glyph]") && told.contains("r/a.toml:5:6"), "{told}");
    }
    // What is no character, and what the order of bytes is told by.
    let place = line("no-character", "앞 \u{fffe}\u{fdd0}\u{1ffff}\u{feff} 뒤");
    let output = place.run(&["build", "r", "-o", "r.pdf"]);
    assert_eq!(
        (output.status.code(), said(&output).matches("warning[missing-glyph]").count()),
        (Some(0), 3),
        "{}",
        said(&output)
    );
}

#[test]
fn a_wave_is_a_wave() {
    let rest = r#"
[[project]]
title = "직원 교육 (2026. 1. ∼ 12.)"
summary = "추진기간 : 2026. 3. ∼ 2027. 2., 약 ≒ 3,000명"
body = """
◈ 중점 추진사항 ⅔ ❍ ▸ ∙ ☑ ☐ ➊
- 이용시간 : 09:00∼18:00, 10명∼20명
[chart: 일정]
"""
[chart."일정"]
kind = "timeline"
period = "2026. 1. ∼ 12."
tasks = """
- 준비 : 2026. 1. ∼ 3.
"""
"#;
    let text = copied(&department("wave", rest));
    assert!(text.contains("2026.3.~2027.2.,약≒3,000명") && text.contains("◈중점추진사항⅔❍▸∙☑☐➊"), "{text}");
    assert!(!text.contains('∼') && text.contains("09:00~18:00"), "{text}");
}

#[test]
fn private_use_of_word_processors_is_what_it_stands_for() {
    let text = copied(&line("known", "\u{f53a}글 \u{f02b1} \u{f08c} \u{f02ef} \u{f0fc} \u{f06e} 끝"));
    assert!(text.contains("ᄒᆞᆫ글①❶·✔■끝"), "{text}");
    // In a face of its own, which has alternates of its own there.
    let place =
        department("unknown", "[[project]]\ntitle = \"앞 \u{e000}\u{e001} 뒤\"\nbody = \"\"\"\n- 항목\n\"\"\"\n");
    let output = place.run(&["build", "r", "-o", "r.pdf"]);
    let told = said(&output);
    assert!(told.contains("warning[missing-glyph]") && told.contains("r/a.toml:3:12"), "{told}");
    assert!(read(&place).contains("앞〓〓뒤"), "{}", read(&place));
}

#[test]
fn a_sign_that_no_font_has_is_marked_where_it_stands() {
    // A sign of an item, of which a heading's text has nothing to do.
    let place = line("sign", "항목");
    let template = include_str!("../../templates/council/template.toml").replace(", \"Bogoseo Symbols\"", "");
    place.write("r/templates/council/template.toml", template.as_bytes());
    place.write(
        "r/a.toml",
        "name = \"총무과\"\n[[status]]\ntitle = \"현황\"\nbody = \"\"\"\n◈ 중점 추진사항\n\"\"\"\n".as_bytes(),
    );
    let told = said(&place.run(&["build", "r"]));
    assert!(told.contains("r/a.toml:5:1") && told.contains("\n5 | ◈ 중점 추진사항\n  | ^ printed"), "{told}");
}

#[test]
fn a_template_whose_fonts_have_nothing_to_print_instead_is_an_error() {
    let place = line("nothing", "항목");
    let template = include_str!("../../templates/council/template.toml");
    let template = template
        .replace("[\"Noto Serif KR\", \"Pretendard GOV\", \"Bogoseo Symbols\"]", "[\"Bogoseo Symbols\"]")
        .replace("[\"Pretendard GOV\", \"Noto Serif KR\", \"Bogoseo Symbols\"]", "[\"Bogoseo Symbols\"]");
    place.write("r/templates/council/template.toml", template.as_bytes());
    for command in ["check", "build"] {
        let output = place.run(&[command, "r"]);
        let told = said(&output) + &String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(1));
        assert!(told.contains("error[nothing-instead]") && told.contains("r/a.toml:5:3"), "{told}");
        assert!(!told.contains("ContainsNotDef"), "{told}");
    }
}

#[test]
fn a_soft_hyphen_is_printed_only_where_a_line_ends() {
    let word = "정보\u{ad}통신";
    assert!(copied(&line("whole", word)).contains("정보통신"));
    let long = "Donau\u{ad}dampf\u{ad}schiff\u{ad}fahrts\u{ad}".repeat(8) + "kapitän";
    let place = line("parted", &long);
    let text = copied(&place);
    assert!(text.contains('-') && text.contains("dampf"), "{text}");
}

#[test]
fn web_addresses_are_links() {
    let place = line("address", "누리집(https://www.example.go.kr/a)에서 신청");
    assert!(copied(&place).contains("https://www.example.go.kr/a"));
    let file = lopdf::Document::load_mem(&place.read("r.pdf")).expect("our own file");
    let address = |object: &lopdf::Object| {
        let action = object.as_dict().ok()?.get(b"A").ok()?;
        let action = file.dereference(action).ok()?.1.as_dict().ok()?;
        Some(String::from_utf8_lossy(action.get(b"URI").ok()?.as_str().ok()?).into_owned())
    };
    let leads: Vec<String> = file.objects.values().filter_map(address).collect();
    assert_eq!(leads, ["https://www.example.go.kr/a"]);
}

#[test]
fn the_catalog_says_nothing_of_doubtful_tags() {
    let place = line("suspects", "항목");
    copied(&place);
    let file = lopdf::Document::load_mem(&place.read("r.pdf")).expect("our own file");
    let marks =
        file.catalog().and_then(|catalog| catalog.get(b"MarkInfo")).and_then(|it| it.as_dict()).expect("it is tagged");
    assert!(marks.has(b"Marked") && !marks.has(b"Suspects"));
}
