//! `report.toml`: cover, parts in order, back cover.

use super::{AllowDef, CheckDef, ImageDef, ValueDef};
use crate::read::decode::{Named, Typed, choices, keys};

keys! {
    /// A report: its cover, its parts in order, its back cover.
    pub struct ReportDef {
        /// The template that the report is set in: the name of a folder of `templates`.
        template: Typed as Fixed,
        /// What stands on the cover.
        report: CoverDef as Keys,
        /// What stands with the contents.
        contents: ContentsDef as Keys,
        /// Figures, texts and days that stand in several places, by name: `{{ population | comma }}`.
        values: Named<ValueDef> as Figure,
        /// The parts, in order.
        part: Vec<PartDef> as Keys = Vec::new(),
        /// What stands on the last side; left out, there is no such side.
        back_cover: Option<BackCoverDef> as Keys,
        /// Pictures of the cover and back cover, by name.
        image: Named<ImageDef> as Keys,
        /// Findings of the check that are right as they stand, anywhere in the report.
        allow: Vec<AllowDef> as Keys = Vec::new(),
        /// Relations between values that must hold.
        check: Vec<CheckDef> as Keys = Vec::new(),
    }
}

keys! {
    /// What stands on the cover.
    pub struct CoverDef {
        /// The report's title.
        title: Typed as Year,
        /// The office that hands the report in.
        author: Typed as Year,
        /// The slogan above the title.
        slogan: Option<Typed> as Year,
        /// The session of the council.
        session: Option<Typed> as Session,
        /// What is printed on every page: `대외비`, `초안`.
        mark: Option<Typed> as Fixed,
        /// The date as printed: `2021. 11.`
        date: Option<Typed> as Year,
        /// The name of an image of this file.
        picture: Option<Typed> as Fixed,
    }
}

keys! {
    /// What stands with the contents.
    pub struct ContentsDef {
        /// Whether the projects stand below their departments.
        projects: bool as Fixed = false,
        /// Whether the badges of the projects stand behind their titles.
        badges: bool as Fixed = false,
        /// Whether a list of the captioned tables follows.
        tables: bool as Fixed = false,
        /// Whether a list of the captioned images and charts follows.
        figures: bool as Fixed = false,
    }
}

keys! {
    /// A part of the report: one file, or departments.
    pub struct PartDef {
        /// The part's title.
        title: Typed as Year,
        /// The file that holds the part, relative to this one.
        file: Option<Typed> as Fixed,
        /// The files of the departments, in order, relative to this one.
        departments: Option<Vec<Typed>> as Fixed,
        /// The bureaus (국), each with its departments, instead of `departments`.
        bureau: Vec<BureauDef> as Keys = Vec::new(),
        /// Whether the part has a number; `참고` and `붙임` have none.
        numbered: bool as Fixed = true,
        /// What the part opens with; left out, `title` for one file and `nothing` for departments.
        opening: Option<OpeningDef> as Fixed,
        /// How the projects of a department stand on pages.
        flow: FlowDef as Fixed = FlowDef::Pages,
        /// How far the numbers of projects go on.
        numbering: SpanDef as Fixed = SpanDef::Department,
    }
}

keys! {
    /// A bureau (국) with its departments.
    pub struct BureauDef {
        /// Its name.
        name: Typed as Year,
        /// The files of its departments, in order, relative to this one.
        departments: Vec<Typed> as Fixed,
    }
}

choices! {
    /// What a part opens with.
    pub enum OpeningDef {
        /// A page of its own with its title.
        Page = "page",
        /// A bar over the measure.
        Bar = "bar",
        /// Its title in the middle.
        Title = "title",
        /// Nothing.
        Nothing = "nothing",
    }
}

choices! {
    /// How the projects of a department stand on pages.
    pub enum FlowDef {
        /// Each begins a page.
        Pages = "pages",
        /// Each follows the one before it, and the status sections, where there is room for all of it.
        Follow = "follow",
        /// The same, shared out so that pages are alike full.
        Even = "even",
    }
}

choices! {
    /// How far numbers go on.
    pub enum SpanDef {
        /// Through a department.
        Department = "department",
        /// Through all departments of a part.
        Part = "part",
    }
}

keys! {
    /// What stands on the last side.
    pub struct BackCoverDef {
        /// Its lettering.
        text: Option<Typed> as Year,
        /// The name of an image of this file.
        picture: Option<Typed> as Fixed,
    }
}
