//! Dates of one report are written in one way: `2021. 4. 7.`, not `2021.4.7.` beside it.

use std::collections::BTreeMap;

use crate::check::found::Found;
use crate::check::read::Reading;
use crate::diag::{Diagnostic, Relation, WritingProblem};
use crate::model::source::Span;
use crate::read::prose::DateStyle;

/// Other places that are shown of a rarer form.
const SHOWN: usize = 4;

/// A date's section, table and place, and how it is typed.
type Place = (usize, Option<usize>, Span, String);

/// Looks at every date with a month and day, all over the report.
pub(in crate::check) fn date_style(reading: &Reading<'_>, found: &mut Found) {
    let mut by_style: BTreeMap<DateStyle, Vec<Place>> = BTreeMap::new();
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            for date in
                read.dates.iter().filter(|date| date.day.is_some() && date.own_year && date.style != DateStyle::Other)
            {
                let shown = read.content()[date.range.clone()].to_owned();
                let place = (section, table, read.text.place(date.range.clone()), shown);
                by_style.entry(date.style).or_default().push(place);
            }
        }
    }
    let usual = by_style.iter().max_by_key(|(style, places)| (places.len(), std::cmp::Reverse(**style)));
    let Some((usual, usual_places)) = usual else { return };
    for (_, places) in by_style.iter().filter(|(style, _)| *style != usual) {
        let (section, table, place, shown) = &places[0];
        let problem = WritingProblem::DateStyle {
            shown: shown.clone(),
            times: places.len(),
            usual: usual_places[0].3.clone(),
            usual_times: usual_places.len(),
        };
        let others = places.iter().skip(1).take(SHOWN);
        let diagnostic = others
            .fold(Diagnostic::new(problem, *place), |it, (_, _, place, _)| it.related(*place, Relation::Elsewhere));
        found.push(*section, *table, diagnostic);
    }
}
