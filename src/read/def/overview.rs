//! The files of parts: status sections, and departments with their projects.

use super::{AllowDef, ChartDef, CheckDef, ImageDef, TableDef};
use crate::read::decode::{Named, Typed, keys};

keys! {
    /// A part of one file: status sections.
    pub struct OverviewDef {
        /// The status sections, in order.
        status: Vec<StatusDef> = Vec::new(),
        /// Relations that must hold between values and cells of this file's tables.
        check: Vec<CheckDef> = Vec::new(),
        /// Tables by name; a body places one with `[table: NAME]`.
        table: Named<TableDef>,
        /// Images by name; a body places one with `[image: NAME]`.
        image: Named<ImageDef>,
        /// Charts by name; a body places one with `[chart: NAME]`.
        chart: Named<ChartDef>,
    }
}

keys! {
    /// A department: its status sections and projects.
    pub struct DepartmentDef {
        /// The department's name, for its banner and the contents.
        name: Typed,
        /// The line that opens the projects; left out, there is none.
        division: Option<Typed>,
        /// The status sections, in order.
        status: Vec<StatusDef> = Vec::new(),
        /// The projects, in order; the program numbers them.
        project: Vec<ProjectDef> = Vec::new(),
        /// Findings of the check that are right as they stand, anywhere in the department.
        allow: Vec<AllowDef> = Vec::new(),
        /// Relations that must hold between values and cells of this file's tables.
        check: Vec<CheckDef> = Vec::new(),
        /// Tables by name; a body places one with `[table: NAME]`.
        table: Named<TableDef>,
        /// Images by name; a body places one with `[image: NAME]`.
        image: Named<ImageDef>,
        /// Charts by name; a body places one with `[chart: NAME]`.
        chart: Named<ChartDef>,
    }
}

keys! {
    /// A status section.
    pub struct StatusDef {
        /// Its title, without brackets.
        title: Typed,
        /// What stands at the end of the title's line, after a leader.
        value: Option<Typed>,
        /// Its outline.
        body: Option<Typed>,
        /// Findings of the check that are right as they stand in this section and its tables.
        allow: Vec<AllowDef> = Vec::new(),
    }
}

keys! {
    /// A project.
    pub struct ProjectDef {
        /// The name by which texts refer to it: `[→ project: NAME]`.
        name: Option<Typed>,
        /// Its title, without a number.
        title: Typed,
        /// The framed paragraph below the title.
        summary: Option<Typed>,
        /// Its outline.
        body: Option<Typed>,
        /// Findings of the check that are right as they stand in this project and its tables.
        allow: Vec<AllowDef> = Vec::new(),
    }
}
