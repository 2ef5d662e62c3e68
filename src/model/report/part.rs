//! Parts, bureaus and departments, and how what is in them stands on pages.

use super::{Allow, Project, Status, Text};

/// A part of the report: a line of the first level in the contents.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// Its title.
    pub title: Text,
    /// Its number among those that have one, from 1.
    pub number: Option<u32>,
    /// What it opens with.
    pub opening: Opening,
    /// How the projects of its departments stand on pages.
    pub flow: Flow,
    /// What it holds.
    pub body: PartBody,
}

/// What a part opens with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// A page of its own.
    Page,
    /// A bar over the measure.
    Bar,
    /// Its title in the middle.
    Title,
    /// Nothing.
    Nothing,
}

/// How the projects of a department stand on pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// Each begins a page.
    Pages,
    /// Each follows what stands before it, where there is room for all of it.
    Follow,
    /// The same, shared out so that pages are alike full.
    Even,
}

/// What a part holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum PartBody {
    /// Status sections on pages of their own: 일반현황.
    Overview(Vec<Status>),
    /// Departments.
    Departments(Vec<Department>),
}

/// The bureau (국) of a department.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bureau {
    /// Its name.
    pub name: Text,
    /// Whether the department is its first.
    pub opens: bool,
}

/// A department.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Department {
    /// Its number within the part, from 1.
    pub number: u32,
    /// Its name.
    pub name: Text,
    /// The bureau that it belongs to.
    pub bureau: Option<Bureau>,
    /// Its status sections.
    pub status: Vec<Status>,
    /// The line that opens the projects.
    pub division: Option<Text>,
    /// Its projects.
    pub projects: Vec<Project>,
    /// What the check may find in it and keeps to itself.
    pub allow: Vec<Allow>,
}

impl Department {
    /// The team that a project is the first of.
    pub(crate) fn opened_team(&self, project: usize) -> Option<&Text> {
        let team = self.projects[project].team.as_ref()?;
        let before = project.checked_sub(1).and_then(|before| self.projects[before].team.as_ref());
        before.is_none_or(|before| before.content != team.content).then_some(team)
    }
}
