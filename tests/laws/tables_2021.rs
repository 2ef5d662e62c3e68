//! The 35 tables of the 2021 report, each beside the grid of its source: rows, columns, merged cells, texts.

use crate::diag::Diagnostics;
use crate::laws::support::mapo;
use crate::model::grid::GridCell;
use crate::model::report::{Cell, CellContent, Element, PartBody, Report, Table};
use crate::read::files::Files;
use unicode_width::UnicodeWidthChar;

/// A cell of a drawn grid: row, column, rows, columns, text without blanks.
type Drawn = (usize, usize, usize, usize, String);

#[test]
fn every_table_is_the_grid_of_its_source() {
    let readings = readings(include_str!("../data/mapo-2021/readings.tsv"));
    let drawings = drawings(include_str!("../data/mapo-2021/tables.md"));
    let report = report();
    let tables = tables(&report);
    assert_eq!((drawings.len(), tables.len()), (35, 35));
    for ((name, head_rows, drawing), table) in drawings.iter().zip(tables) {
        let (drawn, drawn_head) = drawn(drawing);
        let set = set(table);
        assert_eq!((table.head_rows, drawn_head), (*head_rows, *head_rows), "the head of {name}, {}", table.name);
        assert_eq!(places(&set), places(&drawn), "the cells of {name}, {}", table.name);
        for (set, drawn) in set.iter().zip(&drawn) {
            let found = is_reading(&set.4, &drawn.4, &readings);
            assert!(found, "{name}, {}, row {}, column {}: {} for {}", table.name, set.0, set.1, set.4, drawn.4);
        }
    }
}

#[test]
fn a_drawing_is_read_as_the_cells_it_shows() {
    let drawing = "+----+---------+\n| 가 |  나 다  |\n|    +----+----+\n|    | 라 |    |\n+====+====+====+\n| +1 | 2  | 둘 |\n|    |    | 줄 |\n+----+----+----+\n";
    let (cells, head) = drawn(drawing);
    let cell = |row, column, rows, columns, text: &str| (row, column, rows, columns, text.to_owned());
    assert_eq!(head, 2);
    let expected = [
        cell(0, 0, 2, 1, "가"),
        cell(0, 1, 1, 2, "나다"),
        cell(1, 1, 1, 1, "라"),
        cell(1, 2, 1, 1, ""),
        cell(2, 0, 1, 1, "+1"),
        cell(2, 1, 1, 1, "2"),
        cell(2, 2, 1, 1, "둘줄"),
    ];
    assert_eq!(cells, expected);
}

fn report() -> Report {
    let mut sources = Files::of_report(&mapo());
    crate::read::report(&mut sources, &mut Diagnostics::new()).expect("the report has no errors")
}

/// All tables of a report, in the order they stand in it.
fn tables(report: &Report) -> Vec<&Table> {
    let mut found = Vec::new();
    for part in &report.parts {
        match &part.body {
            PartBody::Overview(sections) => sections.iter().for_each(|section| collect(&section.body, &mut found)),
            PartBody::Departments(departments) => {
                for department in departments {
                    department.status.iter().for_each(|section| collect(&section.body, &mut found));
                    department.projects.iter().for_each(|project| collect(&project.body, &mut found));
                }
            }
        }
    }
    found
}

fn collect<'a>(elements: &'a [Element], found: &mut Vec<&'a Table>) {
    for element in elements {
        match element {
            Element::Table(table) => found.push(table),
            Element::Item { children, .. } => collect(children, found),
            Element::Beside(elements) => collect(elements, found),
            Element::Framed(framed) => collect(&framed.children, found),
            _ => {}
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn set(table: &Table) -> Vec<Drawn> {
    let drawn = |cell: GridCell<'_, Cell>| {
        // A lost picture has left no text.
        let text = match &cell.content.content {
            CellContent::Graphic(_) => String::new(),
            _ => squeezed(&cell.content.words()),
        };
        let region = cell.region;
        (region.row(), region.column(), region.rows(), region.columns(), text)
    };
    table.grid.iter().map(drawn).collect()
}

fn places(cells: &[Drawn]) -> Vec<(usize, usize, usize, usize)> {
    cells.iter().map(|&(row, column, rows, columns, _)| (row, column, rows, columns)).collect()
}

/// What was read and what it means, blanks apart, where that is certain or very probable.
fn readings(table: &str) -> Vec<(String, String)> {
    let mut readings = Vec::new();
    for line in table.lines().skip(1) {
        let [_, as_is, reading, tier, _] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        if matches!(tier, "A" | "B") {
            // Some name where in the line they stand.
            let as_is = as_is.split(" (8급").next().unwrap_or(as_is);
            readings.push((squeezed(as_is), squeezed(reading)));
        }
    }
    readings
}

fn is_reading(set: &str, drawn: &str, readings: &[(String, String)]) -> bool {
    set == drawn
        || readings.iter().any(|(as_is, reading)| drawn.contains(as_is) && set == drawn.replace(as_is, reading))
}

/// Name, head rows and drawing of each table.
fn drawings(text: &str) -> Vec<(String, usize, String)> {
    let mut found = Vec::new();
    for section in text.split("\n## T").skip(1) {
        let name = format!("T{}", &section[..2]);
        let about = section.split(" header row").next().unwrap_or_default();
        let head_rows = about.rsplit(' ').next().and_then(|number| number.parse().ok()).expect("its head rows");
        let drawing = section.split("```\n").nth(1).expect("a drawing");
        found.push((name, head_rows, drawing.to_owned()));
    }
    found
}

/// The cells of a drawing, in reading order, and how many of its rows are head.
fn drawn(drawing: &str) -> (Vec<Drawn>, usize) {
    let lines: Vec<Vec<char>> = drawing.lines().map(columns).collect();
    let is_rule = |character: char| matches!(character, '-' | '=');
    let at = |line: usize, x: usize| lines[line].get(x).copied().unwrap_or(' ');
    let is_cross =
        |line: usize, x: usize| at(line, x) == '+' && (is_rule(at(line, x + 1)) || x > 0 && is_rule(at(line, x - 1)));
    let width = lines[0].len();
    let ys: Vec<usize> = (0..lines.len()).filter(|&line| (0..width).any(|x| is_cross(line, x))).collect();
    let xs: Vec<usize> = (0..width).filter(|&x| ys.iter().any(|&y| is_cross(y, x))).collect();
    let head = ys.iter().position(|&y| lines[y].contains(&'=')).unwrap_or(0);
    let mut cells = Vec::new();
    let mut covered = vec![vec![false; xs.len() - 1]; ys.len() - 1];
    for row in 0..ys.len() - 1 {
        for column in 0..xs.len() - 1 {
            if covered[row][column] {
                continue;
            }
            let ruled_right = |next: usize| (ys[row] + 1..ys[row + 1]).all(|y| matches!(at(y, xs[next]), '|' | '+'));
            let ruled_below = |next: usize| is_rule(at(ys[next], xs[column] + 1));
            let right = (column + 1..xs.len()).find(|&next| ruled_right(next)).expect("the edge is ruled");
            let below = (row + 1..ys.len()).find(|&next| ruled_below(next)).expect("the edge is ruled");
            for line in &mut covered[row..below] {
                line[column..right].fill(true);
            }
            let inside = (ys[row] + 1..ys[below]).flat_map(|y| (xs[column] + 1..xs[right]).map(move |x| (y, x)));
            let text: String = inside.map(|(y, x)| at(y, x)).collect();
            cells.push((row, column, below - row, right - column, squeezed(&text)));
        }
    }
    (cells, head)
}

/// The characters of a line by the columns they take: a wide one is followed by a blank.
fn columns(line: &str) -> Vec<char> {
    let mut columns = Vec::new();
    for character in line.chars() {
        columns.push(character);
        columns.extend((1..character.width().unwrap_or(1)).map(|_| ' '));
    }
    columns
}
