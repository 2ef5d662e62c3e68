//! Tables that keep last year's figures, since nobody can empty a spreadsheet in place: their day remains to be filled in, and a comment says why.

use super::edit::Edits;
use crate::model::report::TO_FILL;
use crate::model::source::{SourceMap, Span};
use crate::read::decode::Leaf;

/// Marks a table of a definition file whose figures come from a spreadsheet.
pub(super) fn mark(table: &str, workbook: &str, leaves: &[Leaf], sources: &SourceMap, edits: &mut Edits) {
    let Some(file) = leaves.first().map(|leaf| leaf.span.file) else { return };
    let text = sources.text(file);
    let why = format!(
        "# 작년 자료 그대로인 파일: {workbook}. 올해 자료로 바꾼 뒤 기준일을 적거나, 기준일이 없는 표라면 이 줄을 지워 주세요."
    );
    let typed = leaves
        .iter()
        .find(|leaf| matches!(&leaf.path[..], [kind, name, key] if kind == "table" && name == table && key == "as-of"));
    if let Some(leaf) = typed {
        let rest = text.get(leaf.span.end as usize..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let why = if rest.trim().is_empty() { format!("  {why}") } else { String::new() };
        edits.replace(leaf.span, format!("\"{TO_FILL}\"{why}"));
        return;
    }
    let line = format!("as-of = \"{TO_FILL}\"  {why}\n");
    let at = |place: usize| Span { file, start: place as u32, end: place as u32 };
    let headers = || headers(text);
    if let Some((_, end, _)) =
        headers().find(|(_, _, path)| matches!(&path[..], [kind, name] if kind == "table" && name == table))
    {
        edits.replace(at(end), line);
    } else if let Some((start, _, header)) =
        headers().find(|(_, _, path)| path.len() > 2 && path[0] == "table" && path[1] == table)
    {
        // What stands deeper may have a header of its own alone.
        let name = if header[1].chars().all(is_bare) { header[1].clone() } else { format!("{:?}", header[1]) };
        edits.replace(at(start), format!("[table.{name}]\n{line}\n"));
    }
}

/// The headers of a file: where their lines begin and end, and their keys.
fn headers(text: &str) -> impl Iterator<Item = (usize, usize, Vec<String>)> {
    let mut at = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let inside = line.trim_start().strip_prefix('[').filter(|rest| !rest.starts_with('['))?;
        let inside = &inside[..inside.find(']')?];
        let keys = inside.split('.').map(|key| key.trim().trim_matches(['"', '\'']).to_owned());
        Some((start, at, keys.collect()))
    })
}

fn is_bare(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}
