//! `report.toml`: cover, parts in order, back cover.

use super::{AllowDef, CheckDef, ImageDef, ValueDef};
use crate::read::decode::{Named, Typed, keys};

keys! {
    /// A report: its cover, its parts in order, its back cover.
    pub struct ReportDef {
        /// The template that the report is set in: the name of a folder of `templates`.
        template: Typed,
        /// What stands on the cover.
        report: CoverDef,
        /// What stands with the contents.
        contents: ContentsDef,
        /// Figures, texts and days that stand in several places, by name: `{{ population | comma }}`.
        values: Named<ValueDef>,
        /// The parts, in order.
        part: Vec<PartDef> = Vec::new(),
        /// What stands on the last side; left out, there is no such side.
        back_cover: Option<BackCoverDef>,
        /// Pictures of the cover and back cover, by name.
        image: Named<ImageDef>,
        /// Findings of the check that are right as they stand, anywhere in the report.
        allow: Vec<AllowDef> = Vec::new(),
        /// Relations between values that must hold.
        check: Vec<CheckDef> = Vec::new(),
    }
}

keys! {
    /// What stands on the cover.
    pub struct CoverDef {
        /// The report's title.
        title: Typed,
        /// The office that hands the report in.
        author: Typed,
        /// The slogan above the title.
        slogan: Option<Typed>,
        /// The session of the council.
        session: Option<Typed>,
        /// The date as printed: `2021. 11.`
        date: Option<Typed>,
        /// The name of an image of this file.
        picture: Option<Typed>,
    }
}

keys! {
    /// What stands with the contents.
    pub struct ContentsDef {
        /// Whether a list of the captioned tables follows.
        tables: bool = false,
        /// Whether a list of the captioned images and charts follows.
        figures: bool = false,
    }
}

keys! {
    /// A part of the report: one file, or departments.
    pub struct PartDef {
        /// The part's title.
        title: Typed,
        /// The file that holds the part, relative to this one.
        file: Option<Typed>,
        /// The files of the departments, in order, relative to this one.
        departments: Option<Vec<Typed>>,
    }
}

keys! {
    /// What stands on the last side.
    pub struct BackCoverDef {
        /// Its lettering.
        text: Option<Typed>,
        /// The name of an image of this file.
        picture: Option<Typed>,
    }
}
