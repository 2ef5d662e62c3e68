//! Diagnostics as text for people: the message, the place in its line, the help.

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::excerpt::{Excerpt, excerpts};
use super::{Diagnostic, FoundList, Lang, Severity};
use crate::model::source::{SourceMap, Span};

/// How text is dressed.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Style {
    /// Its language.
    pub lang: Lang,
    /// Whether it has colours.
    pub colour: bool,
}

impl Style {
    /// In a language, with colours or without.
    pub fn new(lang: Lang, colour: bool) -> Style {
        Style { lang, colour }
    }
}

/// FoundList shown in full; a longer list helps nobody.
const SHOWN: usize = 100;
/// Places of a finding that are shown: nobody looks at more, and the other formats have them all.
const PLACES: usize = 24;
/// Columns that a line of an excerpt takes up.
const WIDTH: usize = 100;

/// All findings as text, with a line at the end that counts them; empty if there are none.
pub(crate) fn to_text(findings: &FoundList, sources: &SourceMap, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
    let mut text = String::new();
    for finding in findings.list.iter().take(SHOWN) {
        text += &renderer.render(&[group(finding, sources, style.lang)]);
        text += "\n\n";
    }
    if !findings.is_empty() {
        text += &summary(findings, style.lang);
    }
    text
}

fn group<'a>(finding: &Diagnostic, sources: &'a SourceMap, lang: Lang) -> Group<'a> {
    let words = finding.problem.words(lang);
    let severity = finding.severity;
    let title = level(severity).with_name(severity.name(lang)).primary_title(words.message).id(finding.problem.code());
    let mut group = Group::with_title(title);
    for places in by_file(finding, words.label, lang) {
        group = group.elements(shown(&places, sources));
    }
    match words.help {
        Some(help) => group.element(Level::HELP.with_name(lang.choose("도움말", "help")).message(help)),
        None => group,
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::HELP,
        Severity::Note => Level::NOTE,
    }
}

/// A place and what stands beside it.
struct Place {
    span: Span,
    label: Option<String>,
    mark: AnnotationKind,
}

/// The places of a finding, those of one file together, the place that it is about first.
fn by_file(finding: &Diagnostic, label: Option<String>, lang: Lang) -> Vec<Vec<Place>> {
    let primary = finding.span.map(|span| Place { span, label, mark: AnnotationKind::Primary });
    let shown = &finding.related[..finding.related.len().min(PLACES - 1)];
    let related = shown.iter().enumerate().map(|(index, &(span, relation))| {
        // Of many places of one kind the last says what they are.
        let said_later = shown[index + 1..].iter().any(|(_, later)| *later == relation);
        let label = (!said_later).then(|| relation.label(lang).to_owned());
        Place { span, label, mark: AnnotationKind::Context }
    });
    let mut files: Vec<Vec<Place>> = Vec::new();
    for place in primary.into_iter().chain(related) {
        match files.iter_mut().find(|places| places.iter().any(|other| other.span.file == place.span.file)) {
            Some(places) => places.push(place),
            None => files.push(vec![place]),
        }
    }
    files
}

/// The places of one file, as excerpts that each say where they are from.
fn shown<'a>(places: &[Place], sources: &'a SourceMap) -> Vec<Element<'a>> {
    let Some(source) = places.first().and_then(|place| sources.get(place.span.file)) else { return Vec::new() };
    let ranges: Vec<_> = places.iter().map(|place| place.span.range()).collect();
    let mut elements = Vec::new();
    for Excerpt { text, first_line, from_line_start, marks } in excerpts(source, &ranges) {
        let path = source.path.to_string_lossy();
        let mut snippet = Snippet::source(text).line_start(first_line);
        if from_line_start {
            snippet = snippet.path(path);
        } else if let Some(&(_, place)) = marks.first() {
            // The renderer would count columns from where the excerpt begins.
            let position = source.position(ranges[place].start);
            elements.push(Origin::path(path).line(position.line).char_column(position.column).into());
        }
        let annotations = marks.into_iter().map(|(range, place)| {
            let Place { mark, label, .. } = &places[place];
            mark.span(range).label(label.clone())
        });
        elements.push(snippet.annotations(annotations).into());
    }
    elements
}

fn summary(findings: &FoundList, lang: Lang) -> String {
    let hidden = findings.more + findings.list.len().saturating_sub(SHOWN);
    let mut text = String::new();
    if hidden > 0 {
        text += &lang.choose(format!("… 밖에 {hidden}건\n\n"), format!("… and {hidden} more\n\n"));
    }
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Hint, Severity::Note]
        .into_iter()
        .map(|severity| (severity, findings.count(severity)))
        .filter(|&(_, count)| count > 0)
        .map(|(severity, count)| match lang {
            Lang::Ko => format!("{} {count}건", severity.name(lang)),
            Lang::En => format!("{count} {}{}", severity.name(lang), if count == 1 { "" } else { "s" }),
        })
        .collect();
    text + &counts.join(", ") + "\n"
}
