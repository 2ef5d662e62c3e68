//! What a template says of the contents, and of the lists of tables and figures below them.

use crate::model::len::Len;
use crate::read::decode::{Typed, keys};

use super::styles::{LeaderSpec, RuleSpec, TextSpec};

keys! {
    /// The contents.
    pub struct ContentsSpec {
        /// What its pages are called where others have numbers.
        label: Typed,
        /// Its heading.
        heading: Typed,
        /// How the heading looks.
        title: TextSpec,
        /// The rule below it.
        title_rule: RuleSpec,
        /// That rule's length.
        title_rule_length: Len,
        /// Below the heading.
        title_gap: Len,
        /// The line of a part.
        part: TextSpec,
        /// Above it.
        part_gap: Len,
        /// The line of a bureau.
        bureau: TextSpec,
        /// Above it.
        bureau_gap: Len,
        /// Before it; departments of bureaus stand so much further in as well.
        bureau_indent: Len,
        /// The line of a team, where the report wants projects.
        team: TextSpec,
        /// The line of a department.
        department: TextSpec,
        /// Above it.
        department_gap: Len,
        /// Before it.
        department_indent: Len,
        /// The line of a project, where the report wants them.
        project: TextSpec,
        /// Above it.
        project_gap: Len,
        /// Before it.
        project_indent: Len,
        /// Page numbers.
        number: TextSpec,
        /// The digits a page number has room for.
        digits: u8,
        /// What leads from title to number.
        leader: LeaderSpec,
        /// The least blank beside the leader.
        leader_gap: Len,
        /// Lists of tables and figures, where the report wants them.
        list: ListSpec,
    }
}

keys! {
    /// Lists of tables and figures, below the contents.
    pub struct ListSpec {
        /// The heading of the tables.
        tables: Typed,
        /// The heading of the images and charts.
        figures: Typed,
        /// How the headings look.
        heading: TextSpec,
        /// Above a heading.
        heading_gap: Len,
        /// The line of a table, image or chart.
        entry: TextSpec,
        /// Above it.
        gap: Len,
        /// Before it.
        indent: Len,
        /// Page numbers.
        number: TextSpec,
    }
}
