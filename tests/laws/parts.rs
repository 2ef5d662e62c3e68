//! Parts, bureaus, teams and projects: what opens them, how they follow each other, and what stands on every page.

use crate::laws::support::reading::{read_files, set_files};
use crate::model::report::{Department, PartBody};
use crate::set::document::{Document, Page};
use crate::set::layout::LeafKind;

/// A report of two departments of a bureau, with what its part says, and a template that builds on the council's.
fn files(part: &str, template: &str) -> Vec<(&'static str, String)> {
    let report = format!(
        "template = 'own'\n[report]\ntitle = '업무보고'\nauthor = '행정국'\nmark = '대외비'\n[contents]\nprojects = true\nbadges = true\n\
         [[part]]\ntitle = '과제'\n{part}\n[[part.bureau]]\nname = '안전국'\ndepartments = ['one.toml', 'two.toml']\n\
         [[part]]\ntitle = '참고'\nnumbered = false\nopening = 'page'\nfile = 'notes.toml'\n"
    );
    let one = "name = '대응과'\n[[status]]\ntitle = '현황'\nbody = '- 항목'\n\
               [[project]]\ntitle = '첫째'\nteam = '총괄팀'\nbadges = ['신규', '공약']\nlabels = '담당 : 총괄팀 | 전화 : 000'\nbody = '- 하나'\n\
               [[project]]\ntitle = '둘째'\nteam = '총괄팀'\nbody = '- 둘'\n[[project]]\ntitle = '셋째'\nteam = '대책팀'\nbody = '- 셋'\n";
    let two = "name = '예방과'\n[[project]]\ntitle = '넷째'\nbody = '- 넷'\n";
    vec![
        ("report.toml", report),
        ("one.toml", one.to_owned()),
        ("two.toml", two.to_owned()),
        ("notes.toml", "[[status]]\ntitle = '일정'\nbody = '- 항목'\n".to_owned()),
        ("templates/own/template.toml", format!("base = 'council'\n{template}")),
    ]
}

fn set(part: &str, template: &str) -> Document {
    let (document, read) = set_files(files(part, template));
    assert_eq!(read.said(), "");
    document.expect("nothing was found")
}

/// The texts of a page, line by line.
fn texts(page: &Page) -> Vec<&str> {
    let texts = page.leaves.iter().filter_map(|leaf| match &leaf.kind {
        LeafKind::Text { shaped, .. } => Some(shaped.text.trim()),
        _ => None,
    });
    texts.collect()
}

/// The pages on which a text stands.
fn pages_with(document: &Document, text: &str) -> Vec<usize> {
    let has = |page: &Page| texts(page).contains(&text);
    document.pages.iter().enumerate().filter(|(_, page)| has(page)).map(|(index, _)| index).collect()
}

fn departments(part: &str) -> Vec<Department> {
    let report = read_files(files(part, "")).report.expect("nothing is wrong with it");
    match report.parts.into_iter().next().expect("there are two").body {
        PartBody::Departments(departments) => departments,
        PartBody::Overview(_) => Vec::new(),
    }
}

#[test]
fn projects_begin_a_page_each_or_follow_or_share_pages() {
    assert_eq!(set("", "").pages.len(), 2 + 1 + 3 + 1 + 2, "cover, contents, status, projects, title page and notes");
    for flow in ["flow = 'follow'", "flow = 'even'"] {
        let document = set(flow, "");
        assert_eq!(document.pages.len(), 2 + 2 + 2, "{flow}: a page for each department");
        assert_eq!(pages_with(&document, "첫째"), [2], "{flow}");
        assert_eq!(pages_with(&document, "셋째"), [2], "{flow}");
    }
}

#[test]
fn a_part_opens_with_what_it_says() {
    let pages = set("", "").pages.len();
    assert_eq!(set("opening = 'page'", "").pages.len(), pages + 1);
    let bar = set("opening = 'bar'", "");
    assert_eq!(bar.pages.len(), pages);
    assert_eq!(pages_with(&bar, "Ⅰ. 과제"), [1, 2], "in the contents and above the first department");
    assert_eq!(pages_with(&bar, "참고").len(), 2, "a part without a number, in the contents and on its page");
    assert_eq!(pages_with(&bar, "안전국"), [1, 2], "a bureau opens once");
}

#[test]
fn teams_stand_above_the_first_of_their_projects() {
    let document = set("", "");
    assert_eq!(pages_with(&document, "〈 총괄팀 〉"), [3]);
    assert_eq!(pages_with(&document, "〈 대책팀 〉"), [5]);
}

#[test]
fn numbers_of_projects_go_on_where_wanted() {
    let numbers = |part: &str| -> Vec<u32> {
        departments(part).iter().flat_map(|department| &department.projects).map(|project| project.number).collect()
    };
    assert_eq!(numbers(""), [1, 2, 3, 1]);
    assert_eq!(numbers("numbering = 'part'"), [1, 2, 3, 4]);
}

#[test]
fn badges_and_labels_stand_with_their_project_and_in_the_contents() {
    let document = set("", "");
    assert_eq!(pages_with(&document, "1. 첫째 [신규] [공약]"), [1]);
    for text in ["신규", "공약", "담당 :", "전화 :", "000"] {
        assert_eq!(pages_with(&document, text), [3], "{text}");
    }
}

#[test]
fn page_numbers_and_running_heads_say_what_the_template_wants() {
    let last = |format: &str| {
        let template = format!("[page-number]\nformat = '{format}'\noutside = '{{}}쪽'\n");
        let document = set("", &template);
        document.pages.iter().map(|page| (*texts(page).last().unwrap_or(&"")).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(last("{}/{total}")[2..], ["1/7", "2/7", "3/7", "4/7", "5/7", "6쪽", "7쪽"]);
    assert_eq!(
        last("{department}-{in-department}")[2..7],
        ["대응과-1", "대응과-2", "대응과-3", "대응과-4", "예방과-1"]
    );
    let head = "[running-head]\nformat = '{bureau} {department}'\noutside = '{part}'\nfrom-top = '9mm'\nrule-gap = '1mm'\n\
                text = { font = 'sans', size = '9pt', leading = 1.2, color = 'mute', align = 'right' }\nrule = { width = '0.4pt', color = 'rule' }\n";
    let document = set("", head);
    assert_eq!(pages_with(&document, "안전국 대응과"), [2, 3, 4, 5]);
    assert_eq!(pages_with(&document, "안전국 예방과"), [6]);
}

#[test]
fn a_mark_stands_on_every_page() {
    let document = set("", "");
    assert_eq!(pages_with(&document, "대외비").len(), document.pages.len());
    let behind = set("", "[mark]\nbehind = true\n");
    assert!(behind.pages.iter().all(|page| texts(page).first() == Some(&"대외비")));
}

#[test]
fn a_bureau_and_departments_exclude_each_other() {
    let read = read_files(files("departments = ['two.toml']", ""));
    assert_eq!(read.codes(), ["exclusive-keys"], "{}", read.said());
}
