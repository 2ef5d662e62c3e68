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

pub use allow::AllowDef;
pub use blocks::{CropDef, ImageDef};
pub use chart::{ChartDef, DataChartDef, DirectionDef, ProcessDef, SeriesDef, TimelineDef};
pub use check::CheckDef;
pub use data::{
    ColumnDef, DataDef, FilterDef, HiddenCells, NamedColumnDef, SortDef, SubtotalDef, TotalDef, TotalPlace,
};
pub use overview::{DepartmentDef, OverviewDef, ProjectDef, StatusDef};
pub use report::{BackCoverDef, ContentsDef, CoverDef, PartDef, ReportDef};
pub use table::{AsOfDef, CellAlign, CellDef, CellValue, DataCell, TableDef};
pub use value::{PlainValueDef, ValueDef};
