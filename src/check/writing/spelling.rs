//! A heading that comes again is spelled as before: 향후 추진계획, 향후추진계획.

use std::collections::BTreeMap;

use crate::check::found::Found;
use crate::check::read::words::squeezed;
use crate::check::read::{LineKind, Reading, SectionKind};
use crate::diag::{Diagnostic, Relation, WritingProblem};
use crate::model::source::Span;

/// Places of the rarer spelling that are shown besides the first.
const SHOWN: usize = 4;

/// The places of a spelling, with their sections.
type Places = Vec<(usize, Span)>;

/// Looks at the headings of projects and the titles of status sections, all over the report.
pub(in crate::check) fn spelling(reading: &Reading<'_>, found: &mut Found) {
    let mut by_word: BTreeMap<String, BTreeMap<&str, Places>> = BTreeMap::new();
    for (index, section) in reading.sections.iter().enumerate() {
        let status = section.kind == SectionKind::Status;
        let is_heading = |kind: LineKind| kind == LineKind::Heading || (kind == LineKind::Title && status);
        for line in section.lines.iter().filter(|line| is_heading(line.kind)) {
            let text = line.read.content();
            let places = by_word.entry(squeezed(text)).or_default().entry(text).or_default();
            places.push((index, line.read.text.origin.place(0..text.len())));
        }
    }
    for spellings in by_word.into_values().filter(|spellings| spellings.len() > 1) {
        let most = spellings.iter().max_by_key(|(_, places)| (places.len(), std::cmp::Reverse(places[0])));
        let Some((usual, usual_places)) = most else { continue };
        for (shown, places) in spellings.iter().filter(|(shown, _)| *shown != usual) {
            let problem = WritingProblem::Spelling {
                shown: (*shown).to_owned(),
                times: places.len(),
                usual: (*usual).to_owned(),
                usual_times: usual_places.len(),
            };
            let diagnostic = Diagnostic::new(problem, places[0].1).related(usual_places[0].1, Relation::Usual);
            let others = places.iter().skip(1).take(SHOWN);
            let diagnostic = others.fold(diagnostic, |it, (_, place)| it.related(*place, Relation::Elsewhere));
            found.push(places[0].0, None, diagnostic);
        }
    }
}
