//! Narrower glyphs (장평), where a template allows them: lines take them rather than break, and the text stays whole in the file.

use crate::diag::Diagnostics;
use crate::laws::support::root;
use crate::read::files::{Disk, Files};
use crate::set::layout::LeafKind;
use crate::set::typeset::Typeset;
use crate::write::pdf::{self, Standard};

/// The line of the 2021 report that needs it first, where letters may not move.
const LINE: &str = "콘도 764명, 선정형하계 435명, 자율형하계 246명, 주말휴양소 167명 이용";

#[test]
fn a_line_takes_narrower_glyphs_where_the_template_allows_them() {
    let root = root();
    let council = std::fs::read_to_string(root.join("templates/council/template.toml")).expect("the template");
    let folder = std::env::temp_dir().join(format!("bogoseo-narrowing-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the test");
    let narrowing = council
        .replace("letter-shrink       = 0.03", "letter-shrink       = 0.0")
        .replace("letter-shrink-limit = 0.06", "letter-shrink-limit = 0.0")
        .replace("glyph-shrink        = 0.0 ", "glyph-shrink        = 0.1 ");
    std::fs::write(folder.join("template.toml"), narrowing).expect("a template for the test");

    let mut sources =
        Files::of_report(&root.join("reports/mapo-2021")).with_template(Some(Box::new(Disk::new(&folder))));
    let set = crate::laws::support::set(&mut sources, &mut Diagnostics::new());
    let (Typeset { document, .. }, fonts) = set.expect("the report has no errors");
    let narrowed: Vec<(&str, i32)> = document
        .pages
        .iter()
        .flat_map(|page| &page.leaves)
        .filter_map(|leaf| match &leaf.kind {
            LeafKind::Text { shaped, line, .. } if line.glyph_width < 1_000_000 => {
                Some((shaped.text.as_str(), line.glyph_width))
            }
            _ => None,
        })
        .collect();
    std::fs::remove_dir_all(&folder).expect("the test's folder");
    let width = narrowed.iter().find(|(text, _)| *text == LINE).expect("the line is narrowed").1;
    assert!((900_000..1_000_000).contains(&width), "{width}");

    let bytes = pdf::write(document, &fonts, Standard::default()).expect("the writer has no objections");
    let text: String = pdf_extract::extract_text_from_mem(&bytes).expect("a readable PDF");
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert!(squeezed(&text).contains(&squeezed(LINE)));
}
