//! A report as Typst source.
//!
//! The same text, fonts, page size, tables with their merges and heads, headings, lists and one project a page, in plain
//! Typst that its own defaults set; the style isn't copied.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use crate::build::Run;
use crate::model::grid::GridCell;
use crate::model::report::{
    AsOf, Cell, CellContent, ColumnAlign, ColumnWidth, Department, Element, Graphic, GraphicKind, PartBody, Report,
    Sign, Status, Table, Text,
};
use crate::read::files::Files;

const HEAD: &str = r##"#set page("a4", margin: (x: 20mm, top: 20mm, bottom: 18mm), numbering: "- 1 -")
#set text(font: ("Noto Serif KR", "Pretendard GOV"), size: 14pt, lang: "ko", region: "KR")
#set par(justify: true, leading: 0.72em, spacing: 0.72em)
#set smartquote(enabled: false)
#set table(inset: 4pt, stroke: 0.5pt)
#set list(spacing: 0.72em)
#show table: set text(font: "Pretendard GOV", size: 11pt)
#show heading: set text(font: "Pretendard GOV", weight: 600)
#show graphic: set block(breakable: true)
"##;

/// Writes a report as Typst source.
pub(crate) fn record(report: &Path, target: &Path) -> Result<(), Box<dyn Error>> {
    let mut run = Run::new(Files::of_report(report));
    let report = run.read().ok_or("the report has errors: see `bogoseo check`")?;
    std::fs::write(target, source(&report)?)?;
    Ok(())
}

fn source(report: &Report) -> Result<String, std::fmt::Error> {
    let mut out = String::from(HEAD);
    let cover = &report.cover;
    let title = &cover.title.content;
    writeln!(out, "#set document(title: {title:?}, author: {:?})", cover.author.content)?;
    writeln!(out, "#align(center + horizon)[")?;
    for text in [&cover.slogan, &Some(cover.title.clone()), &cover.session, &cover.date].into_iter().flatten() {
        writeln!(out, "{}\n", markup(text))?;
    }
    if let Some(picture) = &cover.picture {
        graphic(&mut out, picture)?;
    }
    writeln!(out, "{}\n]\n#pagebreak()\n#outline(depth: 2)", markup(&cover.author))?;
    for part in &report.parts {
        match &part.body {
            PartBody::Overview(sections) => {
                writeln!(out, "#pagebreak()\n= {}", markup(&part.title))?;
                sections.iter().try_for_each(|section| status(&mut out, section, ("", "")))?;
            }
            PartBody::Departments(departments) => {
                departments.iter().try_for_each(|office| department(&mut out, office))?;
            }
        }
    }
    if let Some(back) = &report.back_cover {
        writeln!(out, "#pagebreak()\n#align(center + horizon)[")?;
        back.text.iter().try_for_each(|text| writeln!(out, "{}", markup(text)))?;
        if let Some(picture) = &back.picture {
            graphic(&mut out, picture)?;
        }
        writeln!(out, "]")?;
    }
    Ok(out)
}

fn department(out: &mut String, office: &Department) -> std::fmt::Result {
    writeln!(out, "#pagebreak()\n= {}\\. {}", office.number, markup(&office.name))?;
    office.status.iter().try_for_each(|section| status(out, section, ("【", "】")))?;
    for (index, project) in office.projects.iter().enumerate() {
        // The first project of a department without a status stands below its name.
        if index > 0 || !office.status.is_empty() {
            writeln!(out, "#pagebreak()")?;
        }
        if let Some(division) = office.division.as_ref().filter(|_| index == 0) {
            writeln!(out, "#align(center, strong[{}])", markup(division))?;
        }
        writeln!(out, "== {}\\. {}", project.number, markup(&project.title))?;
        if let Some(summary) = &project.summary {
            writeln!(out, "#block(stroke: 0.5pt, inset: 8pt, width: 100%)[{}]", markup(summary))?;
        }
        elements(out, &project.body)?;
    }
    Ok(())
}

fn status(out: &mut String, section: &Status, (before, after): (&str, &str)) -> std::fmt::Result {
    write!(out, "== {before}{}{after}", markup(&section.title))?;
    if let Some(value) = &section.value {
        write!(out, " #box(width: 1fr, repeat[·]) {}", markup(value))?;
    }
    writeln!(out)?;
    elements(out, &section.body)
}

fn elements(out: &mut String, body: &[Element]) -> std::fmt::Result {
    let mut rest = body;
    while let [first, others @ ..] = rest {
        rest = others;
        match first {
            Element::Heading(text) => writeln!(out, "=== ■ {}", markup(text))?,
            Element::Item { sign, .. } => {
                let alike = |element: &&Element| matches!(element, Element::Item { sign: other, .. } if other == sign);
                let run = 1 + others.iter().take_while(alike).count();
                items(out, &body[body.len() - others.len() - 1..][..run], sign.as_ref())?;
                rest = &others[run - 1..];
            }
            Element::Note { sign, text } => {
                writeln!(out, "#par(hanging-indent: 1em)[{} {}]", escape(&sign.typed), markup(text))?
            }
            Element::Paragraph(text) => writeln!(out, "#par[{}]", markup(text))?,
            Element::Table(given) => table(out, given)?,
            Element::Graphic(given) => graphic(out, given)?,
            // Typst would want a grid; what it costs to set is that of its elements.
            Element::Beside(beside) => elements(out, beside)?,
            Element::Framed(framed) => elements(out, &framed.children)?,
        }
    }
    Ok(())
}

/// Items with one sign, as one list.
fn items(out: &mut String, items: &[Element], sign: Option<&Sign>) -> std::fmt::Result {
    match sign {
        Some(sign) => write!(out, "#list(marker: [{}]", escape(&sign.typed))?,
        None => write!(out, "#list(marker: [–]")?,
    }
    for item in items {
        if let Element::Item { text, children, .. } = item {
            write!(out, ",\n[{}\n", markup(text))?;
            elements(out, children)?;
            write!(out, "]")?;
        }
    }
    writeln!(out, ")")
}

fn table(out: &mut String, table: &Table) -> std::fmt::Result {
    let caption =
        [table.unit.as_ref().map(|unit| format!("(단위 : {})", markup(unit))), table.as_of.as_ref().map(as_of)];
    let caption: Vec<String> = caption.into_iter().flatten().collect();
    if !caption.is_empty() {
        writeln!(out, "#align(right, text(11pt)[{}])", caption.join(" "))?;
    }
    write!(out, "#table(columns: (")?;
    for column in &table.columns {
        match column.width {
            ColumnWidth::Auto => write!(out, "auto, ")?,
            ColumnWidth::Share(thousandths) => write!(out, "{}fr, ", f64::from(thousandths) / 1000.0)?,
            ColumnWidth::Fixed(length) => write!(out, "{}pt, ", length.to_pt())?,
        }
    }
    writeln!(out, "),")?;
    for index in 0..table.grid.rows() {
        if index == 0 && table.head_rows > 0 {
            write!(out, "table.header(")?;
        }
        for given in table.grid.beginning_in(index) {
            let column = given.region.column();
            cell(out, given, table.columns[column].align, index < table.head_rows || column < table.row_heads)?;
        }
        if index + 1 == table.head_rows {
            write!(out, "),")?;
        }
        writeln!(out)?;
    }
    writeln!(out, ")")
}

fn as_of(as_of: &AsOf) -> String {
    match as_of {
        AsOf::Day(day) => format!("({} 현재)", markup(day)),
        AsOf::Typed(text) => format!("({})", markup(text)),
    }
}

fn cell(
    out: &mut String,
    GridCell { region, content: cell, .. }: GridCell<'_, Cell>,
    align: Option<ColumnAlign>,
    is_head: bool,
) -> std::fmt::Result {
    let number = matches!(cell.content, CellContent::Text { number: true, .. });
    let align = match align {
        _ if is_head => "center",
        Some(ColumnAlign::Left) => "left",
        Some(ColumnAlign::Right | ColumnAlign::Decimal) => "right",
        None if number => "right",
        Some(ColumnAlign::Center | ColumnAlign::Spread) | None => "center",
    };
    write!(out, "table.cell(align: {align} + horizon")?;
    if region.rows() > 1 {
        write!(out, ", rowspan: {}", region.rows())?;
    }
    if region.columns() > 1 {
        write!(out, ", colspan: {}", region.columns())?;
    }
    write!(out, ")[")?;
    match &cell.content {
        CellContent::Text { text, .. } => write!(out, "{}", markup(text))?,
        CellContent::Graphic(given) => graphic(out, given)?,
        CellContent::Outline(lines) => elements(out, lines)?,
        CellContent::Corner { rows, columns } => write!(out, "{} / {}", markup(rows), markup(columns))?,
    }
    write!(out, "], ")
}

/// Pictures are not in the 2021 report; a frame with the label stands for every graphic, as bogoseo sets a placeholder.
fn graphic(out: &mut String, graphic: &Graphic) -> std::fmt::Result {
    let alt = graphic.alt.as_deref().unwrap_or_default();
    let label = match &graphic.kind {
        GraphicKind::Placeholder(text) => markup(text),
        GraphicKind::Unfilled(text, _) => markup(text),
        GraphicKind::Picture(_) | GraphicKind::Chart(_) => escape(alt),
    };
    writeln!(
        out,
        "#graphic(alt: {:?}, rect(width: 80%, height: 30mm, stroke: 0.5pt)[#align(center + horizon)[{label}]])",
        alt
    )
}

fn markup(text: &Text) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for part in &text.emphasis {
        out += &escape(&text.content[at..part.range.start]);
        let inner = escape(&text.content[part.range.clone()]);
        let inner = if part.marks.underline { format!("#underline[{inner}]") } else { inner };
        out += &if part.marks.bold { format!("#strong[{inner}]") } else { inner };
        // So that what follows isn't read as an argument.
        out.push(';');
        at = part.range.end;
    }
    out + &escape(&text.content[at..])
}

/// Text whose signs mean nothing to Typst.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '\n' => out += "#linebreak()",
            _ if character.is_ascii_punctuation() => out.extend(['\\', character]),
            _ => out.push(character),
        }
    }
    out
}
