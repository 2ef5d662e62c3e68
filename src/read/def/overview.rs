//! The files of parts: status sections, and departments with their projects.

use super::{AllowDef, ChartDef, CheckDef, ImageDef, TableDef};
use crate::read::decode::{Named, Typed, keys};

keys! {
    /// A part of one file: status sections.
    pub struct OverviewDef {
        /// The status sections, in order.
        status: Vec<StatusDef> as Keys = Vec::new(),
        /// Relations that must hold between values and cells of this file's tables.
        check: Vec<CheckDef> as Keys = Vec::new(),
        /// Tables by name; a body places one with `[table: NAME]`.
        table: Named<TableDef> as Keys,
        /// Images by name; a body places one with `[image: NAME]`.
        image: Named<ImageDef> as Keys,
        /// Charts by name; a body places one with `[chart: NAME]`.
        chart: Named<ChartDef> as Keys,
    }
}

keys! {
    /// A department: its status sections and projects.
    pub struct DepartmentDef {
        /// The department's name, for its banner and the contents.
        name: Typed as Year,
        /// The line that opens the projects; left out, there is none.
        division: Option<Typed> as Year,
        /// The status sections, in order.
        status: Vec<StatusDef> as Keys = Vec::new(),
        /// The projects, in order; the program numbers them.
        project: Vec<ProjectDef> as Keys = Vec::new(),
        /// Findings of the check that are right as they stand, anywhere in the department.
        allow: Vec<AllowDef> as Keys = Vec::new(),
        /// Relations that must hold between values and cells of this file's tables.
        check: Vec<CheckDef> as Keys = Vec::new(),
        /// Tables by name; a body places one with `[table: NAME]`.
        table: Named<TableDef> as Keys,
        /// Images by name; a body places one with `[image: NAME]`.
        image: Named<ImageDef> as Keys,
        /// Charts by name; a body places one with `[chart: NAME]`.
        chart: Named<ChartDef> as Keys,
    }
}

keys! {
    /// A status section.
    pub struct StatusDef {
        /// Its title, without brackets.
        title: Typed as Year,
        /// What stands at the end of the title's line, after a leader.
        value: Option<Typed> as Figure,
        /// Its outline.
        body: Option<Typed> as Result,
        /// Findings of the check that are right as they stand in this section and its tables.
        allow: Vec<AllowDef> as Keys = Vec::new(),
    }
}

keys! {
    /// A project.
    pub struct ProjectDef {
        /// The name by which texts refer to it: `[→ project: NAME]`.
        name: Option<Typed> as Year,
        /// Its title, without a number.
        title: Typed as Year,
        /// The team (팀) that it belongs to, printed above the first of its projects.
        team: Option<Typed> as Year,
        /// Words set off beside its title, such as `신규`, `계속`, `공약`.
        badges: Vec<Typed> as Year = Vec::new(),
        /// Who is in charge, what it costs and the like: on each line `label : value`, or several parted by `|`.
        labels: Option<Typed> as NameAndFigure,
        /// The framed paragraph below the title.
        summary: Option<Typed> as Figure,
        /// Its outline.
        body: Option<Typed> as Result,
        /// Findings of the check that are right as they stand in this project and its tables.
        allow: Vec<AllowDef> as Keys = Vec::new(),
    }
}
