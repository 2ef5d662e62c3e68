//! Pages by their printed numbers, their departments, and their places.

use crate::diag::PdfProblem;
use crate::print::impose::{Original, Section, select};
use lopdf::{Document, Object, dictionary};

use super::sample::{bytes, catalog, page_id, plain};

fn text(text: &str) -> Object {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::string_literal([0xFE, 0xFF].into_iter().chain(units).collect::<Vec<u8>>())
}

/// Eight pages: a cover, contents `i` and `ii`, and 1 to 5, with bookmarks for two parts and, below the first, a department.
fn labelled() -> Original {
    let mut document = plain(8);
    let range = |style: &str| Object::Dictionary(dictionary! { "S" => style });
    let cover = Object::Dictionary(dictionary! { "P" => text("표지") });
    let ranges = vec![0.into(), cover, 1.into(), range("r"), 3.into(), range("D")];
    catalog(&mut document).set("PageLabels", dictionary! { "Nums" => ranges });
    outline(&mut document);
    Original::open(bytes(document), "a.pdf").expect("it can be read")
}

fn outline(document: &mut Document) {
    let to = |document: &Document, page| vec![page_id(document, page).into(), "Fit".into()];
    let item = |document: &mut Document, title: &str, page| {
        let to = to(document, page);
        document.add_object(dictionary! { "Title" => text(title), "Dest" => to })
    };
    let [first, below, second] =
        [("현 황", 3), ("1. 총무과", 4), ("Ⅱ. 실적", 6)].map(|(title, page)| item(document, title, page));
    let mut link =
        |from, key: &str, to| document.get_dictionary_mut(from).expect("a bookmark").set(key, Object::Reference(to));
    link(first, "Next", second);
    link(first, "First", below);
    // A circle ends.
    link(second, "Next", first);
    let root = document.add_object(dictionary! { "First" => first });
    catalog(document).set("Outlines", root);
}

#[test]
fn pages_are_called_what_is_printed_on_them() {
    assert_eq!(labelled().labels(), ["표지", "i", "ii", "1", "2", "3", "4", "5"]);
}

#[test]
fn bookmarks_hold_the_pages_up_to_the_next_that_is_not_below_them() {
    let section = |title: &str, level, pages| Section { title: title.to_owned(), level, pages };
    let all = [section("현 황", 0, 3..6), section("1. 총무과", 1, 4..6), section("Ⅱ. 실적", 0, 6..8)];
    assert_eq!(labelled().sections(), all);
}

#[test]
fn pages_are_asked_for_by_number_name_and_place() {
    let original = labelled();
    for (asked, pages) in [
        ("1", vec![3]),
        ("2-4", vec![4, 5, 6]),
        ("ii~2", vec![2, 3, 4]),
        ("총무과", vec![4, 5]),
        ("1. 총무과", vec![4, 5]),
        ("현황", vec![3, 4, 5]),
        ("실적,1", vec![3, 6, 7]),
        ("#1,#3-#4", vec![0, 2, 3]),
        ("표지, 5, 총무과, 2", vec![0, 4, 5, 7]),
    ] {
        assert_eq!(select(&original, asked).expect("they are there"), pages, "{asked}");
    }
}

#[test]
fn pages_that_are_not_there_are_all_said() {
    let problems = select(&labelled(), "9,총무과,총무가,4-2,#0,#9").expect_err("only one is there");
    let asked = |problem: &PdfProblem| match problem {
        PdfProblem::PagesUnknown { asked, like, .. } => (asked.clone(), like.clone()),
        other => panic!("{other:?}"),
    };
    let asked: Vec<_> = problems.iter().map(asked).collect();
    let like = |name: &str, like: Option<&str>| (name.to_owned(), like.map(str::to_owned));
    let expected =
        [like("9", None), like("총무가", Some("총무과")), like("4-2", None), like("#0", None), like("#9", None)];
    assert_eq!(asked, expected);
}
