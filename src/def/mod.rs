//! The report definition as written: what each file of a report may hold, key by key.

mod allow;
mod blocks;
mod chart;
mod overview;
mod report;
pub mod schema;
mod table;

pub use allow::AllowDef;
pub use chart::{ChartDef, ChartKind, DataChartDef, DirectionDef, OrganisationDef, ProcessDef, SeriesDef, TimelineDef};
pub use blocks::{CropDef, ImageDef, Proportions, Share};
pub use overview::{DepartmentDef, OverviewDef, ProjectDef, StatusDef};
pub use report::{BackCoverDef, ContentsDef, CoverDef, PartDef, ReportDef};
pub use table::{AlignedCellDef, AsOfDef, CellAlign, CellDef, CellValue, TableDef};
