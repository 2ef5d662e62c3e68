//! The lines of two outlines, with what is placed among them: kept, changed, moved, new, gone.

use crate::model::report::chart::{BoxText, Office, Process, Row, Step, When};
use crate::model::report::{Chart, DataChart, Element, Emphasis, Graphic, GraphicKind, Table, Text};

use super::align::{align, likeness, replaced};
use super::{Changes, Label, What, table};

/// A line of an outline.
struct Line<'a> {
    /// The heading that it stands below.
    heading: Option<&'a str>,
    /// What it is, and how deep it stands.
    sort: (Label, usize, Option<&'a str>),
    text: String,
    emphasis: &'a [Emphasis],
    placed: Placed<'a>,
}

/// What is placed on a line.
#[derive(Clone, Copy)]
enum Placed<'a> {
    Nothing,
    Table(&'a Table),
    Graphic(&'a Graphic),
}

/// Compares two outlines.
pub(super) fn body(old: &[Element], new: &[Element], changes: &mut Changes) {
    let (old, new) = (lines(old), lines(new));
    let (old_keys, new_keys) = (keys(&old), keys(&new));
    let aligned = align(&old_keys, &new_keys);
    let mut partner: Vec<Option<usize>> = vec![None; new.len()];
    aligned.iter().for_each(|&(i, j)| partner[j] = Some(i));
    let mut left: Vec<bool> = vec![true; old.len()];
    aligned.iter().for_each(|&(i, _)| left[i] = false);
    // What stands elsewhere word by word was moved; only then is what remains compared with what stands where it stood.
    let mut moved = vec![false; new.len()];
    for j in (0..new.len()).filter(|&j| aligned.iter().all(|pair| pair.1 != j)) {
        let is_same = |i: &usize| left[*i] && is_one(&old[*i], &new[j]);
        if let Some(i) = (0..old.len()).find(is_same).filter(|&i| old_keys[i] == new_keys[j]) {
            (partner[j], moved[j], left[i]) = (Some(i), true, false);
        }
    }
    for (i, j) in replaced(&aligned, &texts(&old), &texts(&new)) {
        if left[i] && partner[j].is_none() && is_change(&old[i], &new[j]) {
            (partner[j], left[i]) = (Some(i), false);
        }
    }
    let several = new.iter().filter(|line| matches!(line.placed, Placed::Table(_))).count() > 1;
    for (line, (partner, moved)) in new.iter().zip(partner.into_iter().zip(moved)) {
        within(line, changes, |changes| match partner {
            Some(i) => match (old[i].placed, line.placed) {
                (Placed::Table(then), Placed::Table(now)) if several => {
                    changes.within(now.name.as_str(), |changes| table::table(then, now, moved, changes));
                }
                (Placed::Table(then), Placed::Table(now)) => table::table(then, now, moved, changes),
                _ => pair(&old[i], line, moved, changes),
            },
            None => changes.add(What::Added { thing: line.sort.0, text: line.text.clone() }),
        });
    }
    for line in old.iter().zip(left).filter_map(|(line, left)| left.then_some(line)) {
        within(line, changes, |changes| changes.add(What::Removed { thing: line.sort.0, text: line.text.clone() }));
    }
}

/// What makes lines one: their sort and what they say.
fn keys<'a>(lines: &[Line<'a>]) -> Vec<(usize, usize, Option<&'a str>, String)> {
    lines.iter().map(|line| (line.sort.0 as usize, line.sort.1, line.sort.2, line.text.clone())).collect()
}

fn texts(lines: &[Line<'_>]) -> Vec<String> {
    lines.iter().map(|line| line.text.clone()).collect()
}

fn within(line: &Line<'_>, changes: &mut Changes, visit: impl FnOnce(&mut Changes)) {
    match line.heading {
        Some(heading) => changes.within(heading, visit),
        None => visit(changes),
    }
}

fn is_one(old: &Line<'_>, new: &Line<'_>) -> bool {
    // A word or two may stand anywhere; to call that moved would be a guess.
    old.text == new.text && (!matches!(new.placed, Placed::Nothing) || new.text.chars().count() > 3)
}

/// Whether a line may be another that was changed.
fn is_change(old: &Line<'_>, new: &Line<'_>) -> bool {
    let is_placed = |line: &Line<'_>| !matches!(line.placed, Placed::Nothing);
    if is_placed(old) || is_placed(new) {
        return old.sort.0 == new.sort.0;
    }
    old.sort == new.sort || likeness(&old.text, &new.text) >= super::align::ALIKE
}

fn pair(old: &Line<'_>, new: &Line<'_>, moved: bool, changes: &mut Changes) {
    match (old.placed, new.placed) {
        (Placed::Graphic(then), Placed::Graphic(now)) => {
            if moved {
                changes.within(new.text.as_str(), |changes| changes.add(What::Moved { from: Vec::new() }));
            }
            graphic(then, now, changes);
        }
        _ if moved => changes.within(new.text.as_str(), |changes| changes.add(What::Moved { from: Vec::new() })),
        _ if old.text != new.text => changes.add(What::Text { old: old.text.clone(), new: new.text.clone() }),
        _ if old.sort != new.sort || old.emphasis != new.emphasis => {
            changes.within(new.text.as_str(), |changes| changes.add(What::Look));
        }
        _ => {}
    }
}

fn lines(elements: &[Element]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut heading = None;
    collect(elements, 0, &mut heading, &mut lines);
    lines
}

fn collect<'a>(elements: &'a [Element], depth: usize, heading: &mut Option<&'a str>, lines: &mut Vec<Line<'a>>) {
    for element in elements {
        let mut add = |sort: (Label, usize, Option<&'a str>), text: &'a Text, heading: Option<&'a str>| {
            let (said, emphasis) = (text.content.clone(), &text.emphasis[..]);
            lines.push(Line { heading, sort, text: said, emphasis, placed: Placed::Nothing });
        };
        match element {
            Element::Heading(text) => {
                add((Label::Head, depth, None), text, None);
                *heading = Some(&text.content);
            }
            Element::Paragraph(text) => add((Label::Line, depth, None), text, *heading),
            Element::Note { sign, text } => add((Label::Note, depth, Some(sign.typed.as_str())), text, *heading),
            Element::Item { sign, text, children } => {
                let sign = sign.as_ref().map(|sign| sign.typed.as_str());
                add((Label::Line, depth + 1, sign), text, *heading);
                collect(children, depth + 1, heading, lines);
            }
            Element::Table(table) => {
                let (text, placed) = (table.name.clone(), Placed::Table(table));
                lines.push(Line { heading: *heading, sort: (Label::Table, depth, None), text, emphasis: &[], placed });
            }
            Element::Graphic(graphic) => {
                let (text, placed) = (said(graphic), Placed::Graphic(graphic));
                lines.push(Line {
                    heading: *heading,
                    sort: (Label::Graphic, depth, None),
                    text,
                    emphasis: &[],
                    placed,
                });
            }
            Element::Beside(elements) => collect(elements, depth, heading, lines),
            Element::Framed(framed) => {
                if let Some(text) = &framed.text {
                    add((Label::Line, depth, Some(framed.kind.sign())), text, *heading);
                }
                collect(&framed.children, depth + 1, heading, lines);
            }
        }
    }
}

/// What a figure says to who can't see it; of a chart, its first name.
pub(super) fn said(graphic: &Graphic) -> String {
    match (&graphic.alt, &graphic.kind) {
        (Some(alt), _) => alt.clone(),
        (None, GraphicKind::Chart(chart)) => names(chart).into_iter().next().unwrap_or_default(),
        (None, _) => String::new(),
    }
}

/// Compares two figures that stand for each other.
pub(super) fn graphic(old: &Graphic, new: &Graphic, changes: &mut Changes) {
    if old.alt != new.alt {
        let [old, new] = [old, new].map(said);
        changes.within(Label::Graphic, |changes| changes.add(What::Text { old, new }));
    }
    match (&old.kind, &new.kind) {
        (GraphicKind::Picture(then), GraphicKind::Picture(now)) if then.is_same(now) => {}
        (GraphicKind::Placeholder(_), GraphicKind::Placeholder(_)) => {}
        (GraphicKind::Unfilled(..), GraphicKind::Unfilled(..)) => {}
        (GraphicKind::Chart(then), GraphicKind::Chart(now)) => chart(then, now, changes),
        _ => changes.within(said(new), |changes| changes.add(What::Look)),
    }
}

fn chart(old: &Chart, new: &Chart, changes: &mut Changes) {
    let (old, new) = (names(old), names(new));
    let aligned = align(&old, &new);
    let replaced = replaced(&aligned, &old, &new);
    changes.within(Label::Graphic, |changes| {
        for (j, name) in new.iter().enumerate().filter(|(j, _)| aligned.iter().all(|pair| pair.1 != *j)) {
            let text = name.trim_start().to_owned();
            match replaced.iter().find(|pair| pair.1 == j) {
                Some(&(i, _)) if old[i].trim_start() == text => changes.within(text, |it| it.add(What::Look)),
                Some(&(i, _)) => changes.add(What::Text { old: old[i].trim_start().to_owned(), new: text }),
                None => changes.add(What::Added { thing: Label::Line, text }),
            }
        }
        for (i, name) in old.iter().enumerate().filter(|(i, _)| aligned.iter().all(|pair| pair.0 != *i)) {
            if replaced.iter().all(|pair| pair.0 != i) {
                changes.add(What::Removed { thing: Label::Line, text: name.trim_start().to_owned() });
            }
        }
    });
}

/// The names in a chart, each on a line, deeper ones behind more blanks.
fn names(chart: &Chart) -> Vec<String> {
    let mut lines = Vec::new();
    match chart {
        Chart::Organisation(root) => offices(root, 0, &mut lines),
        Chart::Process(process) => steps(process, &mut lines),
        Chart::Data(chart) => lines.extend(figures(chart)),
        Chart::Timeline(timeline) => lines.extend(timeline.rows.iter().map(task)),
    }
    lines
}

fn captioned(caption: &BoxText<Text>) -> String {
    let detail = caption.detail.as_ref().map(|detail| format!(" : {}", detail.content)).unwrap_or_default();
    format!("{}{detail}", caption.name.content)
}

/// Steps with their lanes, then what leads from one to another.
fn steps(process: &Process<Text>, lines: &mut Vec<String>) {
    let lane = |step: &Step<Text>| process.lanes.get(step.lane).map(|lane| format!("{} | ", captioned(lane)));
    lines.extend(process.steps.iter().map(|step| lane(step).unwrap_or_default() + &captioned(&step.caption)));
    let name = |step: usize| process.steps.get(step).map_or("", |step| step.caption.name.content.as_str());
    lines.extend(process.arrows.iter().map(|arrow| {
        let label = arrow.label.as_ref().map(|label| format!(" : {}", label.content)).unwrap_or_default();
        format!("{} → {}{label}", name(arrow.from), name(arrow.to))
    }));
}

/// The figures that are drawn, each with its row and column.
fn figures(chart: &DataChart) -> impl Iterator<Item = String> {
    chart.rows.names.iter().zip(&chart.figures).flat_map(|(row, figures)| {
        chart.columns.names.iter().zip(figures).map(|(column, figure)| {
            let printed = figure.as_ref().map_or("-", |figure| figure.printed.content.as_str());
            format!("{} {} : {printed}", row.content, column.content)
        })
    })
}

/// A task with its times: `설계 : 2021. 3.~2021. 5. 15. 착수`.
fn task(row: &Row<Text>) -> String {
    let when = |when: When| {
        let day = when.day.map(|day| format!(" {day}.")).unwrap_or_default();
        format!("{}. {}.{day}", when.month.year(), when.month.number())
    };
    match row {
        Row::Group(name) => name.content.clone(),
        Row::Task(task) => {
            let times = task.times.iter().map(|time| {
                let note = time.note.as_ref().map(|note| format!(" {}", note.content)).unwrap_or_default();
                match time.from == time.to {
                    true => format!("{}{note}", when(time.from)),
                    false => format!("{}~{}{note}", when(time.from), when(time.to)),
                }
            });
            format!("{} : {}", task.name.content, times.collect::<Vec<_>>().join(", "))
        }
    }
}

fn offices(office: &Office<Text>, depth: usize, lines: &mut Vec<String>) {
    let line = |caption: &BoxText<Text>, depth: usize| format!("{}{}", " ".repeat(depth), captioned(caption));
    lines.push(line(&office.caption, depth));
    lines.extend(office.aside.iter().map(|aside| format!("{}+ ", line(aside, depth + 1))));
    office.below.iter().for_each(|below| offices(below, depth + 1, lines));
}
