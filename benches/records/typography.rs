//! How bogoseo and a first-fit setter break a report's paragraphs, as JSON: `../typography/compare.sh` sets the same ones with other setters and measures all
//! of them by one rule.

use std::error::Error;
use std::ops::Range;
use std::path::Path;

use crate::build::Run;
use crate::model::len::Len;
use crate::model::report::{Department, Element, PartBody, Report, Status, Text};
use crate::read::files::Files;
use crate::set::font::Fonts;
use crate::set::layout::Elastic;
use crate::set::text::breaks::breaks;
use crate::set::text::{BreakKind, Class, Line, Shaped, Shaper, Together, lines};
use crate::set::theme::Theme;
use serde_json::{Value, json};

/// Prints the paragraphs of a report at a measure of so many millimetres.
pub(crate) fn record(path: &Path, millimetres: f64) -> Result<(), Box<dyn Error>> {
    let mut run = Run::new(Files::of_report(path));
    let report = run.read().ok_or("the report has errors: see `bogoseo check`")?;
    let (fonts, theme) = run.theme(&report).ok_or("no template")?;
    println!("{}", document(path, &report, &theme, &fonts, Len::from_mm(millimetres))?);
    Ok(())
}

/// What the other setters need to set the same, and every paragraph that takes more than a line.
fn document(path: &Path, report: &Report, theme: &Theme, fonts: &Fonts, measure: Len) -> Result<Value, Box<dyn Error>> {
    let def = &theme.def.paragraph.text;
    let named = theme.def.font.entries.get(def.font.0);
    let font = named.and_then(|(_, font)| font.as_ref()).ok_or("the template's paragraphs have no font")?;
    let style = theme.text(def, Elastic::Nothing);
    let em = style.paragraph.size.as_milli();
    let ems = i64::try_from(i128::from(measure.as_milli()) * 1_000_000 / i128::from(em))?;
    let mut shaper = Shaper::new(fonts);
    let mut paragraphs = Vec::new();
    for text in texts(report) {
        let (shaped, _) = shaper.shape(&text, &style.faces);
        let greedy = first_fit(&shaped, ems);
        if greedy.len() > 1 {
            paragraphs.push(json!({
                "text": shaped.text,
                "together": together(&shaped.text, &style.faces.together),
                "natural": boxes(&shaped, &[natural(&shaped)]),
                "bogoseo": boxes(&shaped, &lines(&shaped, ems, &style.paragraph.fill)),
                "greedy": boxes(&shaped, &greedy),
            }));
        }
    }
    let files = fonts.known().iter().filter(|known| font.families.iter().any(|family| family.content == known.family));
    let files = files.map(|known| json!({ "family": known.family, "weight": known.weight, "file": known.file }));
    Ok(json!({
        "report": path.file_name().map(|name| name.to_string_lossy()),
        "measure": measure.to_pt(),
        "size": style.paragraph.size.to_pt(),
        "leading": def.leading,
        "families": font.families.iter().map(|family| &family.content).collect::<Vec<_>>(),
        "weight": font.weight,
        "features": font.features.iter().map(|tag| String::from_utf8_lossy(&tag.0)).collect::<Vec<_>>(),
        "files": files.collect::<Vec<_>>(),
        "paragraphs": paragraphs,
    }))
}

/// The body paragraphs of a report in reading order, without emphasis; what an author's forced breaks part is a paragraph each.
fn texts(report: &Report) -> Vec<Text> {
    let mut found = Vec::new();
    for part in &report.parts {
        match &part.body {
            PartBody::Overview(sections) => of_sections(sections, &mut found),
            PartBody::Departments(departments) => departments.iter().for_each(|one| of_department(one, &mut found)),
        }
    }
    let plain =
        |text: &Text, line: &str| Text::plain(line.split_whitespace().collect::<Vec<_>>().join(" "), text.origin.span);
    found.into_iter().flat_map(|text| text.content.lines().map(move |line| plain(text, line))).collect()
}

fn of_department<'a>(department: &'a Department, found: &mut Vec<&'a Text>) {
    of_sections(&department.status, found);
    for project in &department.projects {
        found.extend(&project.summary);
        of_elements(&project.body, found);
    }
}

fn of_sections<'a>(sections: &'a [Status], found: &mut Vec<&'a Text>) {
    sections.iter().for_each(|section| of_elements(&section.body, found));
}

fn of_elements<'a>(elements: &'a [Element], found: &mut Vec<&'a Text>) {
    for element in elements {
        match element {
            Element::Item { text, children, .. } => {
                found.push(text);
                of_elements(children, found);
            }
            Element::Note { text, .. } | Element::Paragraph(text) => found.push(text),
            Element::Beside(beside) => of_elements(beside, found),
            Element::Framed(framed) => of_elements(&framed.children, found),
            Element::Heading(_) | Element::Table(_) | Element::Graphic(_) => {}
        }
    }
}

/// The bytes of a text at which bogoseo parts a date, a figure and its unit or a short bracket only where it must.
fn together(text: &str, kept: &Together) -> Vec<usize> {
    let within = breaks(text, kept).into_iter().filter(|(_, kind)| *kind == BreakKind::Within);
    within.map(|(at, _)| text[..at].chars().count()).collect()
}

/// All of a text as it comes, on one line.
fn natural(shaped: &Shaped) -> Line {
    Line::natural(0..shaped.glyphs.len() as u32, shaped.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum())
}

/// Line after line as many words as it holds, blanks alone filling it up: the setter without foresight.
fn first_fit(shaped: &Shaped, measure: i64) -> Vec<Line> {
    let width = |range: &Range<usize>| -> i64 {
        let visible = &shaped.glyphs[range.start..visible_end(shaped, range)];
        visible.iter().map(|glyph| i64::from(glyph.advance)).sum()
    };
    let mut set: Vec<Range<usize>> = Vec::new();
    for word in words(shaped) {
        match set.last_mut() {
            Some(line) if width(&(line.start..word.end)) <= measure => line.end = word.end,
            _ => set.push(word.clone()),
        }
        // A word that is wider than the measure goes on in the next line.
        while let Some(line) = set.last_mut().filter(|line| width(line) > measure) {
            let end = line.end;
            let fitting = (line.start + 1..end).rev().find(|&at| width(&(line.start..at)) <= measure);
            line.end = fitting.unwrap_or(line.start + 1);
            let rest = line.end..end;
            set.push(rest);
        }
    }
    let last = set.len().saturating_sub(1);
    let line = |(index, range): (usize, Range<usize>)| {
        let visible = visible_end(shaped, &range);
        let blanks = shaped.glyphs[range.start..visible].iter().filter(|glyph| glyph.class == Class::Blank).count();
        let spare = measure - width(&range);
        let extra = if index == last { 0 } else { spare.checked_div(blanks as i64).unwrap_or(0) };
        let width = width(&range) + extra * blanks as i64;
        let natural = Line::natural(range.start as u32..range.end as u32, width);
        Line { visible_end: visible as u32, blank_extra: extra as i32, ..natural }
    };
    set.into_iter().enumerate().map(line).collect()
}

/// The glyphs of each word, the blanks behind it included.
fn words(shaped: &Shaped) -> Vec<Range<usize>> {
    let blank = |index: usize| shaped.glyphs[index].class == Class::Blank;
    let mut words: Vec<Range<usize>> = Vec::new();
    for index in 0..shaped.glyphs.len() {
        match words.last_mut() {
            Some(word) if blank(index) || !blank(index - 1) => word.end = index + 1,
            _ => words.push(index..index + 1),
        }
    }
    words
}

fn visible_end(shaped: &Shaped, range: &Range<usize>) -> usize {
    let visible = shaped.glyphs[range.clone()].iter().rposition(|glyph| glyph.class != Class::Blank);
    visible.map_or(range.start, |last| range.start + last + 1)
}

/// Each line's words with their left and right edge in em.
fn boxes(shaped: &Shaped, lines: &[Line]) -> Value {
    let line = |line: &Line| {
        let range = line.glyphs.start as usize..line.visible_end as usize;
        let scaled = |width: i64| width as f64 * f64::from(line.glyph_width) / 1e12;
        let mut words: Vec<(Range<usize>, i64, i64)> = Vec::new();
        let (mut x, mut within) = (0, false);
        for glyph in &shaped.glyphs[range] {
            let end = x + i64::from(glyph.advance);
            let start = glyph.start as usize;
            let character = shaped.text[start..].chars().next().map_or(start, |found| start + found.len_utf8());
            match words.last_mut() {
                _ if glyph.class == Class::Blank => {}
                Some(word) if within => (word.0.end, word.2) = (character, end),
                _ => words.push((start..character, x, end)),
            }
            within = glyph.class != Class::Blank;
            let blank = if within { 0 } else { i64::from(line.blank_extra) };
            x = end + blank + i64::from(line.letter_extra);
        }
        let word = |(text, left, right): &(Range<usize>, i64, i64)| {
            json!([shaped.text[text.clone()], scaled(*left), scaled(*right)])
        };
        json!(words.iter().map(word).collect::<Vec<_>>())
    };
    json!(lines.iter().map(line).collect::<Vec<_>>())
}
