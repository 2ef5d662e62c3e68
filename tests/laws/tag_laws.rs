//! What holds for the tags of every table, over however many pages it goes: one element a table, its rows and cells in reading order, each
//! with what it covers and names, and on the pages nothing but its own text.

use std::collections::BTreeSet;

use crate::diag::Diagnostics;
use crate::laws::support::seeded;
use crate::model::structure::{NodeId, Scope, Structure, Tag};
use crate::read::files::Files;
use crate::set::document::Document;
use crate::set::layout::{LeafKind, Owner};
use proptest::collection::vec;
use proptest::prelude::*;

const REPORT: &str = "template = 'council'\nreport = {title = '보고서', author = '총무과'}\n[[part]]\ntitle = '현황'\nfile = 'part.toml'\n";

/// A table: how many words stand in each cell, and which are joined.
#[derive(Debug, Clone)]
struct Plan {
    /// Row by row.
    words: Vec<Vec<usize>>,
    head_rows: usize,
    row_heads: usize,
    has_unit: bool,
    /// Row, column, rows and columns of joined cells, where all their places are free and on one side of the head's end.
    joins: Vec<(usize, usize, usize, usize)>,
}

/// A cell that is typed: its place and what it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Typed {
    row: usize,
    column: usize,
    rows: usize,
    columns: usize,
}

fn plan() -> impl Strategy<Value = Plan> {
    let sizes = (2..12usize, 1..6usize);
    sizes.prop_flat_map(|(rows, columns)| {
        let words = prop_oneof![8 => 1..5usize, 1 => 5..60usize, 1 => 200..400usize];
        let join = (0..rows, 0..columns, 1..6usize, 1..4usize);
        (vec(vec(words, columns), rows), 0..3usize, 0..3usize, any::<bool>(), vec(join, 0..4)).prop_map(
            move |(words, head_rows, row_heads, has_unit, joins)| Plan {
                words,
                head_rows: head_rows.min(rows - 1),
                row_heads: row_heads.min(columns),
                has_unit,
                joins,
            },
        )
    })
}

impl Plan {
    /// The cells that are typed, in reading order.
    fn typed(&self) -> Vec<Typed> {
        let (rows, columns) = (self.words.len(), self.words[0].len());
        let mut free = BTreeSet::from_iter((0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))));
        let mut cells = Vec::new();
        let mut take = |row: usize, column: usize, down: usize, right: usize| {
            let end = if row < self.head_rows { self.head_rows } else { rows };
            let cell = Typed { row, column, rows: down.min(end - row), columns: right.min(columns - column) };
            let places = || {
                (row..row + cell.rows).flat_map(|row| (column..column + cell.columns).map(move |column| (row, column)))
            };
            if places().all(|place| free.contains(&place)) {
                places().for_each(|place| _ = free.remove(&place));
                cells.push(cell);
            }
        };
        self.joins.iter().for_each(|&(row, column, down, right)| take(row, column, down, right));
        (0..rows).for_each(|row| (0..columns).for_each(|column| take(row, column, 1, 1)));
        cells.sort_by_key(|cell| (cell.row, cell.column));
        cells
    }

    /// What stands in a cell: its place again and again, so that no two cells say the same.
    fn text(&self, cell: Typed) -> String {
        vec![format!("{}행{}열", cell.row, cell.column); self.words[cell.row][cell.column]].join(" ")
    }

    fn definition(&self) -> String {
        let mut grid: Vec<Vec<String>> = self.words.iter().map(|row| vec![String::new(); row.len()]).collect();
        for cell in self.typed() {
            for row in &mut grid[cell.row..cell.row + cell.rows] {
                row[cell.column].push('^');
                row[cell.column + 1..cell.column + cell.columns].fill("<".into());
            }
            grid[cell.row][cell.column] = self.text(cell);
        }
        let written = |rows: &[Vec<String>]| {
            let rows: Vec<String> = rows.iter().map(|cells| format!("['{}']", cells.join("', '"))).collect();
            format!("[{}]", rows.join(",\n"))
        };
        let (head, body) = grid.split_at(self.head_rows);
        let mut text = "[[status]]\ntitle = '현황'\nbody = '[table: a]'\n[table.a]\n".to_owned();
        if self.has_unit {
            text += "unit = '명'\n";
        }
        if !head.is_empty() {
            text += &format!("head = {}\n", written(head));
        }
        text + &format!("rows = {}\nrow-heads = {}\n", written(body), self.row_heads)
    }

    /// What the element of a cell must be.
    fn tag(&self, cell: Typed) -> Tag {
        let covers = (cell.rows as u32, cell.columns as u32);
        // A row of one cell above others heads them.
        let (rows, columns) = (self.words.len(), self.words[0].len());
        let heads = columns > 1 && cell.columns == columns && cell.rows == 1 && cell.row + 1 < rows;
        match () {
            () if cell.row < self.head_rows || heads => Tag::HeadCell { scope: Scope::Column, covers },
            () if cell.column < self.row_heads => Tag::HeadCell { scope: Scope::Row, covers },
            () => Tag::Cell { covers },
        }
    }
}

fn children(structure: &Structure, of: NodeId) -> Vec<NodeId> {
    let is_child = |node: &NodeId| structure.nodes()[node.index()].parent == Some(of);
    (0..structure.nodes().len()).map(NodeId::at).filter(is_child).collect()
}

fn tag(structure: &Structure, node: NodeId) -> &Tag {
    &structure.nodes()[node.index()].tag
}

/// The element of a cell in which an element stands.
fn cell_of(structure: &Structure, mut node: NodeId) -> Option<NodeId> {
    while !matches!(tag(structure, node), Tag::Cell { .. } | Tag::HeadCell { .. }) {
        node = structure.nodes()[node.index()].parent?;
    }
    Some(node)
}

fn laws(plan: &Plan) -> Result<(), TestCaseError> {
    let mut sources = Files::in_memory([("report.toml", REPORT.to_owned()), ("part.toml", plan.definition())]);
    let mut sink = Diagnostics::new();
    let Some((set, _)) = crate::laws::support::set(&mut sources, &mut sink) else {
        let said: Vec<String> = sink.finish().list.iter().map(|found| found.problem.code().to_owned()).collect();
        return Err(TestCaseError::fail(format!("{said:?} in\n{}", plan.definition())));
    };
    let count = |structure: &Structure| structure.nodes().iter().filter(|node| node.tag == Tag::Table).count();
    let tables: Vec<usize> = set.document.structures.iter().map(count).collect();
    prop_assert_eq!(tables.iter().sum::<usize>(), 1, "one table has one element");
    let chapter = tables.iter().position(|&count| count == 1).unwrap_or_default();
    let structure = &set.document.structures[chapter];
    let cells = cells(plan, structure)?;
    texts(plan, &cells, &set.document, chapter, &sources)
}

/// The elements of the cells, when they are what was typed, row by row.
fn cells(plan: &Plan, structure: &Structure) -> Result<Vec<NodeId>, TestCaseError> {
    let table = structure.nodes().iter().position(|node| node.tag == Tag::Table).map(NodeId::at);
    let sections = children(structure, table.expect("there is one"));
    let expected = [(plan.has_unit, Tag::Caption), (plan.head_rows > 0, Tag::TableHead), (true, Tag::TableBody)];
    let expected: Vec<Tag> = expected.into_iter().filter(|(is_there, _)| *is_there).map(|(_, tag)| tag).collect();
    prop_assert_eq!(sections.iter().map(|&node| tag(structure, node).clone()).collect::<Vec<_>>(), expected);
    let rows: Vec<NodeId> =
        sections.iter().skip(usize::from(plan.has_unit)).flat_map(|&it| children(structure, it)).collect();
    prop_assert!(rows.iter().all(|&row| *tag(structure, row) == Tag::Row));
    prop_assert_eq!(rows.len(), plan.words.len());
    let typed = plan.typed();
    let mut found = Vec::new();
    for (row, &node) in rows.iter().enumerate() {
        let cells = children(structure, node);
        let expected = typed.iter().filter(|cell| cell.row == row).map(|&cell| plan.tag(cell));
        prop_assert_eq!(
            cells.iter().map(|&cell| tag(structure, cell).clone()).collect::<Vec<_>>(),
            expected.collect::<Vec<_>>()
        );
        found.extend(cells);
    }
    Ok(found)
}

/// Every cell shows its own text and no other, and what belongs to no cell shows none of them.
fn texts(
    plan: &Plan,
    cells: &[NodeId],
    document: &Document,
    chapter: usize,
    sources: &Files,
) -> Result<(), TestCaseError> {
    let structure = &document.structures[chapter];
    let mut shown = BTreeSet::new();
    for leaf in document.pages.iter().filter(|page| page.chapter == chapter).flat_map(|page| &page.leaves) {
        let (Owner::Node(node), LeafKind::Text { span: Some(span), .. }) = (leaf.owner, &leaf.kind) else { continue };
        let Some(cell) = cell_of(structure, node) else { continue };
        let index = cells.iter().position(|&other| other == cell).expect("a cell of the table");
        let text = &sources.sources.text(span.file)[span.range()];
        prop_assert_eq!(text.trim_matches('\''), plan.text(plan.typed()[index]));
        shown.insert(index);
    }
    prop_assert_eq!(shown.len(), cells.len(), "a cell isn't shown");
    Ok(())
}

proptest! {
    #![proptest_config(seeded(120))]

    #[test]
    fn a_table_is_one_element_whose_cells_are_what_was_typed(plan in plan()) {
        laws(&plan)?;
    }
}
