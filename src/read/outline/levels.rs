//! How deep the lines of an outline stand: by their indentation; where no line is indented, by the order in which their signs are first seen.

use super::line::{Line, LineKind};
use super::placed_alone;
use super::signs::{self, Family};
use crate::model::report::BAND;
use crate::read::decode::Typed;

/// What was found while lines were given their levels.
#[derive(Debug, Default)]
pub(super) struct Odd {
    /// The lines, by their places, that are indented otherwise than the format wants, each with the plain blanks that it wants.
    pub indented: Vec<(usize, usize)>,
}

/// What a line is to the lines below it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It parts what stands above it from what stands below it.
    Gap,
    /// It goes on with the line above it.
    GoesOn,
    /// It holds what is indented below it.
    Title,
    /// It begins an element.
    Begins,
}

/// Gives each line the blanks that say its level, two a level, and takes headings that are no headings for items.
pub(super) fn settle(body: &Typed, lines: &mut [Line], is_body: bool) -> Odd {
    let parts = parts(body, lines);
    let text = &body.content;
    let is_indented = lines.iter().any(|line| line.kind != LineKind::Empty && line.blanks > 0);
    let mut odd = Odd::default();
    let levels = match is_indented {
        true => by_indent(text, lines, &parts),
        false => by_order(text, lines, &parts, is_body),
    };
    let as_typed: Vec<usize> = lines.iter().map(|line| line.blanks).collect();
    for (line, level) in lines.iter_mut().zip(&levels) {
        line.blanks = level.map_or(line.blanks, |level| level * 2);
    }
    if is_indented {
        let apart = keeps_equals_apart(text, lines, &parts);
        for (index, line) in lines.iter().enumerate() {
            let wants = line.blanks + if apart { 2 } else { 0 };
            let plain = text[line.indent.clone()].bytes().all(|byte| byte == b' ');
            if levels[index].is_some() && (!plain || as_typed[index] != wants) {
                odd.indented.push((index, wants));
            }
        }
    }
    odd
}

/// Whether lines of several signs that stand at one level would be told apart by their order, were none of them indented: then all of them are.
fn keeps_equals_apart(text: &str, lines: &[Line], parts: &[Part]) -> bool {
    let indented = |(line, part): (&Line, &Part)| *part != Part::Gap && line.blanks > 0;
    if lines.iter().zip(parts).any(indented) {
        return false;
    }
    let holds_headings = numbers_first(lines);
    let counts = |line: &&Line| line.kind == LineKind::Item || (holds_headings && line.kind == LineKind::Heading);
    let mut items = lines.iter().filter(counts).map(|line| line.family(text));
    let first = items.next();
    items.any(|family| Some(family) != first)
}

/// Whether what is numbered stands above all headings: it holds them where the order of signs decides.
fn numbers_first(lines: &[Line]) -> bool {
    let numbered = |line: &&Line| line.numeral.is_some() || line.kind == LineKind::Heading;
    lines.iter().find(numbered).is_some_and(|line| line.numeral.is_some())
}

fn parts(body: &Typed, lines: &[Line]) -> Vec<Part> {
    let mut goes_on = false;
    let part = |line: &Line| {
        let whole = &body.content[line.whole.clone()];
        let (part, next) = match line.kind {
            LineKind::Empty => (Part::Gap, false),
            LineKind::Text if placed_alone(body, line.whole.clone()).is_some() => (Part::Begins, false),
            LineKind::Text if signs::is_title(whole) => (Part::Title, true),
            LineKind::Text if goes_on => (Part::GoesOn, true),
            _ => (Part::Begins, true),
        };
        goes_on = next;
        part
    };
    lines.iter().map(part).collect()
}

/// An item or title that is open, and how far it is indented.
struct Open {
    indent: usize,
    family: Option<Family>,
}

/// The level of each line that has one, by its indentation.
fn by_indent(text: &str, lines: &mut [Line], parts: &[Part]) -> Vec<Option<usize>> {
    let begins = |part: &Part| matches!(part, Part::Begins | Part::Title);
    let base = lines.iter().zip(parts).filter(|(_, part)| begins(part)).map(|(line, _)| line.blanks).min().unwrap_or(0);
    let mut open: Vec<Open> = Vec::new();
    let mut headings: Vec<Family> = Vec::new();
    let mut levels = vec![None; lines.len()];
    for index in 0..lines.len() {
        if !begins(&parts[index]) {
            continue;
        }
        let line = &lines[index];
        let indent = line.blanks;
        let family = matches!(line.kind, LineKind::Item | LineKind::Heading).then(|| line.family(text));
        // A blank more or less is a slip between signs of one kind.
        let beside = |open: &Open| family.is_some() && open.family == family && indent < open.indent + 2;
        while open.last().is_some_and(|last| last.indent >= indent || beside(last)) {
            open.pop();
        }
        if let (LineKind::Heading, Some(family)) = (line.kind, family) {
            let inside = open.last();
            // A blank before a heading is a slip, but below a number: `1. …` and ` □ …` below it.
            let is_item = match inside.map(|inside| inside.family) {
                Some(Some(Family::Bullet(_))) => indent >= base + 2,
                Some(Some(Family::Number(_))) => !headings.contains(&family) || indent >= base + 2,
                Some(None) | None => false,
            };
            if !is_item {
                open.retain(|open| open.family.is_none());
                if !headings.contains(&family) {
                    headings.push(family);
                }
                levels[index] = Some(open.len());
                continue;
            }
            lines[index].kind = LineKind::Item;
        }
        levels[index] = Some(open.len());
        match (parts[index], lines[index].kind) {
            (_, LineKind::Item) => open.push(Open { indent, family }),
            (Part::Title, _) if holds(lines, parts, index) => open.push(Open { indent, family: None }),
            _ => {}
        }
    }
    levels
}

/// Whether a title holds what stands below it: that is indented.
fn holds(lines: &[Line], parts: &[Part], title: usize) -> bool {
    let below = lines.iter().zip(parts).skip(title + 1).find(|(_, part)| **part != Part::Gap);
    below.is_some_and(|(line, _)| line.blanks > lines[title].blanks)
}

/// The level of each line that has one, by the order in which signs are first seen: the first is the outermost.
fn by_order(text: &str, lines: &mut [Line], parts: &[Part], is_body: bool) -> Vec<Option<usize>> {
    if numbers_first(lines) {
        lines.iter_mut().filter(|line| line.kind == LineKind::Heading).for_each(|line| line.kind = LineKind::Item);
    }
    let mut seen: Vec<Family> = Vec::new();
    // A conclusion stands at the outermost level, whatever was seen before it.
    let concludes = |line: &Line| is_body && line.kind == LineKind::Item && text[line.sign.clone()].starts_with(BAND);
    let items = lines.iter().filter(|line| line.kind == LineKind::Item && !concludes(line));
    for family in items.map(|line| line.family(text)) {
        if !seen.contains(&family) {
            seen.push(family);
        }
    }
    let mut open: Vec<usize> = Vec::new();
    let mut levels = vec![None; lines.len()];
    // Headings that no number holds, since a conclusion stands between.
    let mut headings: Vec<usize> = Vec::new();
    for (index, (line, part)) in lines.iter().zip(parts).enumerate() {
        match (part, line.kind) {
            (Part::Gap | Part::GoesOn, _) => continue,
            (_, LineKind::Heading) => open.clear(),
            (_, LineKind::Item) if concludes(line) => {
                open.clear();
                levels[index] = Some(0);
                continue;
            }
            (_, LineKind::Item) => {
                let family = line.family(text);
                let rank = seen.iter().position(|seen| *seen == family).unwrap_or(0);
                while open.last().is_some_and(|last| *last >= rank) {
                    open.pop();
                }
                if open.is_empty() && text[line.sign.clone()].starts_with(['□', '■']) {
                    headings.push(index);
                    levels[index] = Some(0);
                    continue;
                }
                levels[index] = Some(open.len());
                open.push(rank);
                continue;
            }
            _ => {}
        }
        // What has no sign of a level stands below the item above it, where there are several levels.
        levels[index] = Some(if seen.len() > 1 { open.len() } else { 0 });
    }
    for index in headings {
        lines[index].kind = LineKind::Heading;
    }
    levels
}
