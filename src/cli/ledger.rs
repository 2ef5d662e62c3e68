//! What `check` compared: the line that closes it, and the ledger for who audits it.

use crate::check::{Counts, Ledger};
use crate::diag::Lang;
use crate::model::source::{SourceMap, Span};
use crate::read::numbers::grouped;

/// One line: how many figures there are, were compared, and differ.
pub(super) fn closing(counts: Counts, nothing: bool, lang: Lang) -> String {
    let Counts { figures, compared, differing } = counts;
    let clean = if nothing { lang.choose("이상 없음. ", "Nothing was found. ") } else { "" };
    if figures == 0 {
        return if nothing { format!("{}\n", clean.trim_end()) } else { String::new() };
    }
    let [figures, compared, differing, alone] =
        [figures, compared, differing, figures - compared].map(|count| grouped(count.into()));
    match lang {
        Lang::Ko => format!(
            "{clean}수치 {figures}개 가운데 {compared}개를 맞춰 보았고 그중 {differing}개가 다릅니다. {alone}개는 맞춰 볼 것이 없습니다.\n"
        ),
        Lang::En => format!(
            "{clean}Of {figures} figures {compared} were compared, and {differing} of these differ; {alone} have nothing to be compared with.\n"
        ),
    }
}

/// Every comparison as a table that spreadsheets open: CSV with a mark of its encoding, since Excel reads it as CP949 without.
pub(super) fn csv(ledger: &Ledger, sources: &SourceMap, lang: Lang) -> String {
    let heads = match lang {
        Lang::Ko => ["결과", "규칙", "파일", "줄", "수치", "맞춰 본 수치", "그 자리"],
        Lang::En => ["outcome", "rule", "file", "line", "figure", "held against", "places"],
    };
    let mut table = format!("\u{feff}{}\r\n", heads.join(","));
    for compared in &ledger.compared {
        let against: Vec<String> =
            compared.against.iter().map(|(sign, place)| format!("{sign}{}", typed(sources, *place))).collect();
        let places: Vec<String> = compared.against.iter().map(|(_, at)| place(sources, *at).join(":")).collect();
        let [file, line] = place(sources, compared.given);
        let outcome = if compared.agrees { lang.choose("맞음", "agrees") } else { lang.choose("다름", "differs") };
        let figure = typed(sources, compared.given);
        let cells = [outcome, compared.rule, &file, &line, &figure, &against.join(" "), &places.join(" ")].map(cell);
        table += &(cells.join(",") + "\r\n");
    }
    table
}

/// File and line of a place.
fn place(sources: &SourceMap, span: Span) -> [String; 2] {
    let line = sources.positions(span).map_or(0, |(start, _)| start.line);
    [sources.path(span.file).display().to_string(), line.to_string()]
}

/// What was typed at a place, on one line; a place of many lines is a table or a claim, which its line tells.
fn typed(sources: &SourceMap, span: Span) -> String {
    let text = sources.text(span.file).get(span.range()).unwrap_or_default();
    text.lines().next().unwrap_or_default().trim().to_owned()
}

/// A cell; what begins like a formula is no formula.
fn cell(text: &str) -> String {
    let text = if text.starts_with(['=', '+', '@']) { format!("'{text}") } else { text.to_owned() };
    match text.contains([',', '"', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"")),
        false => text,
    }
}
