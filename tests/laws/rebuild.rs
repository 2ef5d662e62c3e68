//! A build on top of the last one is a cold build, byte for byte.

use crate::diag::Diagnostics;
use crate::laws::support::seeded;
use crate::read::files::Files;
use crate::regenerate::rebuild::{Again, Rebuild};
use crate::write::pdf::{self, Standard};
use proptest::prelude::*;

/// A small report of two departments with a picture in each.
fn report(texts: &[String]) -> Files {
    let picture = "[image.p]\nfile = \"p.png\"\nalt = \"네모\"\n";
    let department = |name: &str, texts: &[String]| {
        let projects: String = texts
            .iter()
            .enumerate()
            .map(|(index, text)| {
                let placed = if index == 0 { "[image: p]\n" } else { "" };
                format!("[[project]]\ntitle = \"사업 {index}\"\nbody = \"\"\"\n■ 개요\n- {text}\n{placed}\"\"\"\n")
            })
            .collect();
        format!("name = \"{name}\"\n{projects}{picture}")
    };
    let report = "template = 'council'\nreport = {title = '보고서', author = '총무과'}\n[[part]]\ntitle = '실적'\n\
                  departments = ['a.toml', 'b.toml']\n";
    let (first, second) = texts.split_at(texts.len() / 2);
    Files::in_memory([
        ("report.toml", report.as_bytes().to_vec()),
        ("a.toml", department("총무과", first).into_bytes()),
        ("b.toml", department("홍보과", second).into_bytes()),
        ("p.png", include_bytes!("../data/square.png").to_vec()),
    ])
}

proptest! {
    #![proptest_config(seeded(12))]

    #[test]
    fn a_build_on_top_of_the_last_one_is_a_cold_build_byte_for_byte(
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[가-힣]{1,9}( [가-힣0-9]{1,9}){0,30}", 0..4u8), 1..7)
    ) {
        let mut texts: Vec<String> = (0..6).map(|number| format!("항목 {number}")).collect();
        let mut rebuild = Rebuild::default();
        for (at, text, kind) in edits {
            let place = at.index(texts.len());
            match kind {
                0 => texts.insert(place, text),
                1 if texts.len() > 4 => drop(texts.remove(place)),
                _ => texts[place] = text,
            }
            let mut sources = report(&texts);
            let mut sink = Diagnostics::new();
            let read = crate::read::report(&mut sources, &mut sink).expect("a report without errors");
            let Again::Set(set, fonts) = rebuild.set(read, &mut sources, &mut sink) else {
                panic!("it is another report than before")
            };
            let warm = pdf::write(set.document, fonts, Standard::default()).expect("a file");
            let warm_said = sink.finish();
            let mut sources = report(&texts);
            let mut sink = Diagnostics::new();
            let (set, fonts) = crate::laws::support::set(&mut sources, &mut sink).expect("a report without errors");
            let cold = pdf::write(set.document, &fonts, Standard::default()).expect("a file");
            prop_assert!(warm == cold);
            prop_assert_eq!(warm_said.list, sink.finish().list);
            let mut sources = report(&texts);
            let mut sink = Diagnostics::new();
            let read = crate::read::report(&mut sources, &mut sink).expect("a report without errors");
            prop_assert!(matches!(rebuild.set(read, &mut sources, &mut sink), Again::Same));
        }
    }
}
