//! Tables of the report: columns as wide as they were set, cells with their rules and backgrounds, what stands above and below.

use crate::model::len::Len;
use crate::set::layout::{Block, TableBlock, settle};

use super::Writer;
use super::flow::At;
use super::look::{BoxLook, Edge, ParaAlign};
use super::object::{CellXml, GridXml, Placed};
use super::xml::units;

impl Writer<'_> {
    /// A table, and what stands below it.
    pub(super) fn table(&mut self, table: &TableBlock, at: At) {
        let settled = settle(table, &at.context, at.width());
        let caption = self.pending.caption.take();
        let place = self.take_pending();
        let width: Len = settled.columns.iter().copied().sum();
        let caption = caption.map(|(block, gap)| {
            (self.cell_body(|writer| writer.block(&block, At::within(width, at.context))), units(at.context.gap(gap)))
        });
        let padding = settled.padding;
        let mut cells = Vec::with_capacity(table.grid.contents().len());
        for cell in table.grid.iter() {
            let region = cell.region;
            let own: Len = settled.columns[region.column()..region.end_column()].iter().copied().sum();
            let inside = (own - padding.left - padding.right).at_least_zero();
            let body = self.cell_body(|writer| writer.block(&cell.content.block, At::within(inside, settled.context)));
            let border = self.styles.boxed(BoxLook {
                sides: table.rules_around(cell.index).map(Edge::Line),
                fill: cell.content.background,
                diagonal: cell.content.diagonal.then_some(table.style.diagonal),
            });
            cells.push(CellXml {
                row: region.row(),
                column: region.column(),
                rows: region.rows(),
                columns: region.columns(),
                border,
                turned: std::mem::take(&mut self.is_turned),
                padding: [padding.left, padding.right, padding.top, padding.bottom].map(units),
                body,
            });
        }
        self.pending = place;
        let grid = GridXml {
            columns: settled.columns.iter().map(|width| units(*width)).collect(),
            rows: settled.rows.iter().map(|height| units(*height)).collect(),
            cells,
            head_rows: table.head_rows,
            breaks: at.on_page,
            caption,
        };
        self.grid(grid, Placed { align: ParaAlign::Left, at });
        if let Some(foot) = &table.foot {
            self.below(foot, table.style.foot_gap, at);
        }
    }

    /// Notes and source below a table.
    fn below(&mut self, foot: &Block, gap: Len, at: At) {
        self.pending.gap += at.context.gap(gap);
        self.block(foot, at);
    }
}
