//! Pages asked for by name: printed numbers, bookmarks, places.

use std::collections::BTreeSet;

use super::Original;
use crate::diag::{PdfProblem, nearest};
use crate::read::composed::compose_all;

/// The pages, from 0 and in order, that a list asks for, `3-5,총무과,#1`: printed numbers, the name of a bookmark such as a department, and places counted from
/// the first page. Everything that is not there is said.
pub(crate) fn select(original: &Original, asked: &str) -> Result<Vec<usize>, Vec<PdfProblem>> {
    let asked = &compose_all(asked.to_owned());
    let labels = original.labels();
    let sections = original.sections();
    let named = |name: &str| -> BTreeSet<usize> {
        let name = bare(name);
        sections.iter().filter(|section| bare(&section.title) == name).flat_map(|it| it.pages.clone()).collect()
    };
    // The name of a project may have commas of its own.
    let whole = named(asked);
    if !whole.is_empty() {
        return Ok(whole.into_iter().collect());
    }
    let mut pages = BTreeSet::new();
    let mut problems = Vec::new();
    for part in asked.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let named = named(part);
        let found = if named.is_empty() { range(part, &labels) } else { Some(named.into_iter().collect()) };
        match found {
            Some(found) => pages.extend(found),
            None => {
                let names: Vec<String> = sections.iter().map(|section| bare(&section.title)).collect();
                let like = nearest(&bare(part), names.iter().map(String::as_str)).map(str::to_owned);
                problems.push(PdfProblem::PagesUnknown { asked: part.to_owned(), like, known: known(&labels) });
            }
        }
    }
    if pages.is_empty() && problems.is_empty() {
        problems.push(PdfProblem::PagesUnknown { asked: asked.to_owned(), like: None, known: known(&labels) });
    }
    if problems.is_empty() { Ok(pages.into_iter().collect()) } else { Err(problems) }
}

/// A name without its number and blanks: `1. 총무과` is 총무과, `일 반 현 황` is 일반현황.
fn bare(title: &str) -> String {
    let numeral = |c: char| c.is_ascii_digit() || "IVX".contains(c) || ('\u{2160}'..='\u{216B}').contains(&c);
    let title = title.trim();
    let rest = title.trim_start_matches(numeral);
    let name = match rest.strip_prefix(['.', ')']) {
        Some(name) if rest.len() < title.len() && !name.trim().is_empty() => name,
        _ => title,
    };
    // Other programs name places in whatever form their authors typed.
    compose_all(name.chars().filter(|c| !c.is_whitespace()).collect())
}

/// `7`, `3-5`, `#1`, `#1-#2`; a page may be called `A-1`, so that a `-` need not part two of them.
fn range(part: &str, labels: &[String]) -> Option<Vec<usize>> {
    if let Some(page) = page(part, labels) {
        return Some(vec![page]);
    }
    part.match_indices(['-', '~', '–']).find_map(|(at, sign)| {
        let first = page(part[..at].trim(), labels)?;
        let last = page(part[at + sign.len()..].trim(), labels)?;
        (first <= last).then(|| (first..=last).collect())
    })
}

fn page(name: &str, labels: &[String]) -> Option<usize> {
    match name.strip_prefix('#') {
        Some(place) => place.parse::<usize>().ok()?.checked_sub(1).filter(|&page| page < labels.len()),
        None => labels.iter().position(|label| label == name),
    }
}

/// The numbers that there are, `1-36`.
fn known(labels: &[String]) -> String {
    let numbers: Vec<u32> = labels.iter().filter_map(|label| label.parse().ok()).collect();
    match (numbers.iter().min(), numbers.iter().max()) {
        (Some(least), Some(most)) => format!("{least}-{most}"),
        _ => format!("#1-#{}", labels.len()),
    }
}
