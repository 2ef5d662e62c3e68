//! A table's caption names a unit that its subject is counted in, and amounts of money have one.

use crate::check::found::Found;
use crate::check::read::words::{label, squeezed};
use crate::check::read::{LineKind, Reading};
use crate::diag::{Diagnostic, WritingProblem};

/// What tables are about, by a word of their title or total, and the units that it is counted in.
const SUBJECTS: [(&[&str], &[&str]); 6] = [
    (&["도서", "장서", "서적"], &["권", "책", "종", "부"]),
    (&["예산", "사업비", "세입", "세출", "집행액"], &["원", "천원", "만원", "백만원", "억원", "%"]),
    (&["차량", "자동차"], &["대"]),
    (&["면적"], &["㎡", "m²", "㎢", "ha", "평", "천㎡"]),
    (&["인원", "정원", "현원", "위원", "대원", "인구", "봉사", "요원", "직원", "회원"], &["명", "인", "천명", "만명"]),
    (&["세대수"], &["세대", "가구"]),
];

/// Where books are, and visitors and borrowings counted besides them.
const LIBRARY: &str = "도서관";

/// Looks at captions, and at amounts of money in text.
pub(in crate::check) fn units(reading: &Reading<'_>, found: &mut Found) {
    for (index, section) in reading.sections.iter().enumerate() {
        let title = section.title().map_or("", |title| title.read.content());
        for (table, grid) in section.tables.iter().enumerate() {
            let Some(unit) = grid.unit() else { continue };
            // `명/세대`: each of them may be for some of the columns.
            let words = squeezed(title).replace(LIBRARY, "");
            let subjects = SUBJECTS.iter().filter_map(|(subjects, units)| {
                let subject = subjects.iter().find(|subject| words.contains(**subject))?;
                Some((*subject, *units))
            });
            let subjects: Vec<(&str, &[&'static str])> = subjects.collect();
            let fits = |units: &[&str]| unit.split(['/', ',', '·']).any(|one| units.contains(&one.trim()));
            if let Some((subject, units)) = subjects.first().filter(|_| !subjects.iter().any(|(_, units)| fits(units)))
            {
                let problem = WritingProblem::UnitCaption {
                    unit: unit.to_owned(),
                    subject: (*subject).to_owned(),
                    fitting: units.to_vec(),
                };
                let place = grid.table.unit.as_ref().map(|unit| unit.place(0..unit.content.len()));
                found.push(index, Some(table), Diagnostic::new(problem, place.unwrap_or(grid.table.span)));
            }
        }
        for line in section.lines.iter().filter(|line| matches!(line.kind, LineKind::Item | LineKind::Heading)) {
            let Some((name, after)) = label(line.read.content()) else { continue };
            let name = squeezed(name);
            let money = ["사업비", "예산액", "집행액", "계약금액", "총사업비", "예산"].contains(&name.as_str());
            let first = line.read.amounts.iter().find(|amount| amount.range.start >= after);
            if let Some(amount) = first.filter(|amount| money && amount.unit.is_empty() && amount.scale == 0) {
                let figure = line.read.content()[amount.range.clone()].to_owned();
                let place = line.read.place(amount);
                found.push(index, None, Diagnostic::new(WritingProblem::UnitMissing { label: name, figure }, place));
            }
        }
    }
}
