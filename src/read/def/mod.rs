//! The report definition as written: what each file of a report may hold, key by key.

mod allow;
mod blocks;
mod chart;
mod check;
mod data;
mod overview;
mod report;
mod table;
mod value;

pub(crate) use allow::AllowDef;
pub(crate) use blocks::{CropDef, ImageDef};
pub(crate) use chart::{ChartDef, DataChartDef, DirectionDef, ProcessDef, SeriesDef, TimelineDef};
pub(crate) use check::CheckDef;
pub(crate) use data::{
    ColumnDef, DataDef, FilterDef, HiddenCells, NamedColumnDef, SortDef, SubtotalDef, TotalDef, TotalPlace,
};
pub(crate) use overview::{DepartmentDef, OverviewDef, ProjectDef, StatusDef};
pub(crate) use report::{BackCoverDef, ContentsDef, CoverDef, FlowDef, OpeningDef, PartDef, ReportDef, SpanDef};
pub(crate) use table::{AsOfDef, CellAlign, CellDef, CellValue, DataCell, HeadDirection, StyleDef, TableDef};
pub(crate) use value::{PlainValueDef, ValueDef};
