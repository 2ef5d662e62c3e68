//! The 2021 report of 마포구 행정관리국, whole: its pages, its text, its structure, read back by a PDF reader that isn't ours.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::diag::Diagnostics;
use crate::laws::support::{mapo, root};
use crate::model::len::Len;
use crate::read::files::Files;
use crate::set::document::{Document, Label};
use crate::set::font::Fonts;
use crate::set::typeset::ChapterAccount;
use crate::write::pdf::{self, Standard};
use lopdf::{Dictionary, Object};

struct Built {
    document: Document,
    fonts: Fonts,
    accounts: Vec<ChapterAccount>,
    bytes: Vec<u8>,
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| build(Standard::default()))
}

fn build(standard: Standard) -> Built {
    let mut sources = Files::of_report(&mapo());
    let mut sink = Diagnostics::new();
    let set = crate::laws::support::set(&mut sources, &mut sink);
    let warnings: Vec<_> = sink.finish().list.into_iter().map(|found| found.problem.code().to_owned()).collect();
    assert!(warnings.iter().all(|code| code == "tightened"), "{warnings:?}");
    let (set, fonts) = set.expect("the report has no errors");
    let bytes = pdf::write(set.document.clone(), &fonts, standard).expect("the writer has no objections");
    Built { document: set.document, fonts, accounts: set.accounts, bytes }
}

fn data(name: &str) -> String {
    std::fs::read_to_string(root().join("tests/data/mapo-2021").join(name)).expect("a file of the tests")
}

/// Text as it is compared: blanks say nothing, since lines and spread labels have them where print needs them.
fn squeezed(text: &str) -> String {
    // A word joiner fills the gaps of spaced words: readers pass over it.
    text.chars().filter(|character| !character.is_whitespace() && *character != '\u{2060}').collect()
}

/// The text of each page as an independent reader extracts it.
fn extracted() -> &'static [String] {
    static PAGES: OnceLock<Vec<String>> = OnceLock::new();
    PAGES.get_or_init(|| pdf_extract::extract_text_from_mem_by_pages(&built().bytes).expect("a readable PDF"))
}

#[test]
fn the_report_has_forty_sides_of_which_thirty_seven_are_numbered() {
    let pages = &built().document.pages;
    assert_eq!(pages.len(), 40);
    let numbers = pages.iter().filter(|page| matches!(page.label, Label::Number(_))).count();
    assert_eq!(numbers, 37);
}

#[test]
fn every_department_and_project_stands_on_its_printed_page() {
    let pages = extracted();
    for line in data("pages.tsv").lines().skip(1) {
        let [number, kind, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let number: usize = number.parse().expect("a page number");
        // Cover and contents stand before page 1.
        let page = squeezed(&pages[number + 1]);
        assert!(page.contains(&squeezed(text)), "page {number} lacks the {kind} {text}");
        assert!(page.contains(&format!("-{number}-")), "page {number} lacks its number");
    }
}

#[test]
fn the_contents_give_the_printed_page_numbers() {
    let contents = squeezed(&extracted()[1]).replace('·', "");
    for entry in ["일반현황1", "총무과2", "자치행정과7", "홍보과15", "청소행정과20", "민원여권과27", "전산정보과33"]
    {
        assert!(contents.contains(entry), "{entry} is not in {contents}");
    }
}

#[test]
fn every_text_of_the_source_can_be_copied_in_its_order() {
    let text = squeezed(&extracted().concat());
    let mut from = 0;
    for item in data("items.txt").lines() {
        let wanted = squeezed(item);
        match text[from..].find(&wanted) {
            Some(at) => from += at + wanted.len(),
            None => {
                let before: String =
                    text[..from].chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect();
                panic!("`{item}` does not follow `…{before}`")
            }
        }
    }
}

#[test]
fn words_are_separated_in_copied_text() {
    let page: String = extracted()[4].split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("무보직 6급 이하 전 직급 전보 드래프트 실시"), "{page}");
}

#[test]
fn bodies_are_set_at_fifteen_points_and_no_line_spacing_is_below_140_percent() {
    for account in &built().accounts {
        let Some(fitting) = &account.fitting else { continue };
        // 홍보과 3 is the fullest: two tables on its page.
        let least = if account.name.starts_with("홍보과 3.") { Len::milli(13_500) } else { Len::pt(15) };
        assert!(fitting.size >= least, "{} is set at {}", account.name, fitting.size);
        assert!(fitting.leading.percent() >= 140, "{}: {}%", account.name, fitting.leading.percent());
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert!(build(Standard::default()).bytes == built().bytes);
}

#[test]
fn every_standard_can_be_written() {
    for (standard, name) in Standard::ALL {
        let written = pdf::write(built().document.clone(), &built().fonts, standard);
        assert!(written.is_ok(), "{name}: {:?}", written.err());
    }
}

#[test]
fn the_file_names_its_title_author_and_language() {
    let pdf = lopdf::Document::load_mem(&built().bytes).expect("a readable PDF");
    let info = pdf.trailer.get(b"Info").and_then(|info| pdf.dereference(info)).expect("document information").1;
    let info = info.as_dict().expect("a dictionary");
    assert_eq!(string(&pdf, info, b"Title"), "2021년도 주요업무 추진실적");
    assert_eq!(string(&pdf, info, b"Author"), "행정관리국");
    assert_eq!(string(&pdf, pdf.catalog().expect("a catalogue"), b"Lang"), "ko-KR");
}

#[test]
fn bookmarks_lead_to_parts_departments_and_projects() {
    let count = |level: usize, marks: &[crate::set::document::Bookmark]| -> usize {
        fn at(level: usize, marks: &[crate::set::document::Bookmark]) -> usize {
            if level == 0 { marks.len() } else { marks.iter().map(|mark| at(level - 1, &mark.children)).sum() }
        }
        at(level, marks)
    };
    let marks = &built().document.bookmarks;
    assert_eq!([count(0, marks), count(1, marks), count(2, marks)], [2, 6, 29]);
    let pdf = lopdf::Document::load_mem(&built().bytes).expect("a readable PDF");
    let outlines = dictionary(&pdf, pdf.catalog().expect("a catalogue"), b"Outlines");
    let mut titles = Vec::new();
    collect_titles(&pdf, &outlines, &mut titles);
    assert_eq!(titles.len(), 37);
    assert_eq!(titles[2], "1. 총무과");
}

#[test]
fn page_labels_are_the_printed_numbers() {
    let pdf = lopdf::Document::load_mem(&built().bytes).expect("a readable PDF");
    let labels = dictionary(&pdf, pdf.catalog().expect("a catalogue"), b"PageLabels");
    let numbers = labels.get(b"Nums").and_then(Object::as_array).expect("a number tree");
    let starts: Vec<(i64, Option<i64>)> = numbers
        .chunks(2)
        .map(|pair| {
            let label = pdf.dereference(&pair[1]).expect("a label").1.as_dict().expect("a dictionary");
            let decimal = label.get(b"S").and_then(Object::as_name).is_ok_and(|style| style == b"D");
            let start = label.get(b"St").and_then(Object::as_i64).unwrap_or(1);
            (pair[0].as_i64().expect("a page"), decimal.then_some(start))
        })
        .collect();
    for page in 0..40 {
        let (from, start) = starts.iter().rev().find(|(from, _)| *from <= page).expect("a label");
        let expected = (2..39).contains(&page).then_some(page - 1);
        assert_eq!(start.map(|start| start + page - from), expected, "page {page}");
    }
}

#[test]
fn every_line_of_the_contents_is_a_link() {
    let pdf = lopdf::Document::load_mem(&built().bytes).expect("a readable PDF");
    let page = pdf.get_pages()[&2];
    let links = pdf.get_page_annotations(page).expect("annotations");
    assert_eq!(links.len(), 8);
}

#[test]
fn tags_say_what_everything_is() {
    let pdf = lopdf::Document::load_mem(&built().bytes).expect("a readable PDF");
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for object in pdf.objects.values() {
        let Ok(element) = object.as_dict() else { continue };
        if let (Ok(kind), true) = (element.get(b"S").and_then(Object::as_name), element.has(b"P")) {
            *kinds.entry(String::from_utf8_lossy(kind).into_owned()).or_default() += 1;
        }
    }
    // 35 tables; 94 headings within projects; 464 items with `-`, 4 with another sign; 17 notes.
    assert_eq!((kinds["Table"], kinds["H3"], kinds["LI"], kinds["Note"]), (35, 94, 468, 17), "{kinds:?}");
    assert_eq!(kinds["Lbl"], kinds["LI"]);
    assert_eq!(kinds["LBody"], kinds["LI"]);
    assert_eq!(kinds["Figure"], 10, "the lost pictures");
    assert_eq!(kinds["TD"] + kinds["TH"], 806, "the cells of TABLES.md");
}

fn collect_titles(pdf: &lopdf::Document, parent: &Dictionary, titles: &mut Vec<String>) {
    let mut next = parent.get(b"First").ok().cloned();
    while let Some(item) = next {
        let item = pdf.dereference(&item).expect("an item").1.as_dict().expect("a dictionary").clone();
        titles.push(string(pdf, &item, b"Title"));
        collect_titles(pdf, &item, titles);
        next = item.get(b"Next").ok().cloned();
    }
}

fn dictionary(pdf: &lopdf::Document, of: &Dictionary, key: &[u8]) -> Dictionary {
    let object = of.get(key).expect("the key");
    pdf.dereference(object).expect("the object").1.as_dict().expect("a dictionary").clone()
}

fn string(pdf: &lopdf::Document, of: &Dictionary, key: &[u8]) -> String {
    let object = pdf.dereference(of.get(key).expect("the key")).expect("the object").1;
    lopdf::decode_text_string(object).expect("a text string")
}

#[test]
fn the_chart_of_the_bureau_is_drawn_from_its_six_departments() {
    use crate::model::structure::Tag;
    use crate::set::layout::LeafKind;
    let figures = built().document.structures.iter().flat_map(|structure| structure.nodes());
    let heard = figures.filter_map(|node| match &node.tag {
        Tag::Figure(alt) => alt.strip_prefix("조직도\n"),
        _ => None,
    });
    let tree = "행정관리국\n1. 총무과\n2. 자치행정과\n3. 홍보과\n4. 청소행정과\n5. 민원여권과\n6. 전산정보과";
    assert_eq!(heard.collect::<Vec<_>>(), [tree]);
    let shapes = built().document.pages[2].leaves.iter().filter(|leaf| matches!(leaf.kind, LeafKind::Path(_)));
    // Seven boxes; a line down, one across, and one to each department.
    assert_eq!(shapes.count(), 7 + 2 + 6);
}
