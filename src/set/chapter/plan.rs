//! Which chapters a report has, and the places that contents and bookmarks lead to.

use crate::model::report::{Bureau, Department, Flow, Opening, Part, PartBody, Project, Report, Status, Text};
use crate::set::layout::AnchorId;

use super::Mark;

/// A chapter to be built; numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Plan {
    /// The cover.
    Cover,
    /// The contents.
    Contents,
    /// The page that a part opens with.
    PartPage {
        /// The part.
        part: usize,
    },
    /// A part on pages of its own.
    Overview {
        /// The part.
        part: usize,
    },
    /// A department's banner and status sections.
    Department {
        /// The part.
        part: usize,
        /// The department in it.
        department: usize,
    },
    /// A department with its projects, which follow each other.
    Flow {
        /// The part.
        part: usize,
        /// The department in it.
        department: usize,
    },
    /// A project.
    Project {
        /// The part.
        part: usize,
        /// The department in it.
        department: usize,
        /// The project in that.
        project: usize,
    },
    /// The back cover.
    BackCover,
}

/// The chapters of a report, in order.
pub(crate) fn plan(report: &Report) -> Vec<Plan> {
    let mut plans = vec![Plan::Cover, Plan::Contents];
    for (part, content) in report.parts.iter().enumerate() {
        if content.opening == Opening::Page {
            plans.push(Plan::PartPage { part });
        }
        match &content.body {
            PartBody::Overview(_) => plans.push(Plan::Overview { part }),
            PartBody::Departments(departments) => {
                for (department, _) in departments.iter().enumerate().filter(|_| content.flow != Flow::Pages) {
                    plans.push(Plan::Flow { part, department });
                }
                for (department, content) in departments.iter().enumerate().filter(|_| content.flow == Flow::Pages) {
                    if has_own_page(content) {
                        plans.push(Plan::Department { part, department });
                    }
                    plans.extend((0..content.projects.len()).map(|project| Plan::Project {
                        part,
                        department,
                        project,
                    }));
                }
            }
        }
    }
    if report.back_cover.is_some() {
        plans.push(Plan::BackCover);
    }
    plans
}

/// Whether a chapter is built from the same in two reports, places in their files included: then it is the same chapter. The contents are made from all of
/// a report, and never held to be the same.
pub(crate) fn is_same(plan: &Plan, one: &Report, other: &Report) -> bool {
    match *plan {
        Plan::Cover => one.cover == other.cover,
        Plan::Contents => false,
        Plan::PartPage { part } => {
            let [one, other] = [one, other].map(|report| report.parts.get(part).map(opened));
            one.is_some() && one == other
        }
        Plan::Overview { part } => one.parts.get(part) == other.parts.get(part),
        Plan::Flow { part, department } => {
            let [one, other] = [one, other].map(|report| {
                let head = head(report, part, department)?;
                Some((head, &report.department(part, department).projects[..]))
            });
            one.is_some() && one == other
        }
        Plan::Department { part, department } => {
            let [one, other] = [one, other].map(|report| head(report, part, department));
            one.is_some() && one == other
        }
        Plan::Project { part, department, project } => {
            let [one, other] = [one, other].map(|report| {
                let head = head(report, part, department)?;
                Some((head, report.department(part, department).projects.get(project)?))
            });
            one.is_some() && one == other
        }
        Plan::BackCover => one.back_cover == other.back_cover,
    }
}

/// What all chapters of a department are built from, its projects aside: of those it matters whether there are any.
type Head<'a> = (Opened<'a>, u32, &'a Text, Option<&'a Bureau>, &'a [Status], Option<&'a Text>, bool);

/// What a part's title is made from.
type Opened<'a> = (&'a Text, Option<u32>, Opening, Flow);

fn opened(part: &Part) -> Opened<'_> {
    (&part.title, part.number, part.opening, part.flow)
}

fn head(report: &Report, part: usize, department: usize) -> Option<Head<'_>> {
    let part = report.parts.get(part)?;
    let PartBody::Departments(departments) = &part.body else { return None };
    let Department { number, name, bureau, status, division, projects, .. } = departments.get(department)?;
    Some((opened(part), *number, name, bureau.as_ref(), status, division.as_ref(), projects.is_empty()))
}

/// Whether a department begins with pages of its own; without status sections its banner stands above the first project.
fn has_own_page(department: &Department) -> bool {
    !department.status.is_empty() || department.projects.is_empty()
}

impl Plan {
    /// Whether the department's banner stands above this project.
    pub(super) fn opens_department(&self, department: &Department) -> bool {
        matches!(self, Plan::Project { project: 0, .. }) && !has_own_page(department)
    }

    /// The part and department that it is of.
    pub(super) fn of(&self) -> (Option<usize>, Option<usize>) {
        match *self {
            Plan::Cover | Plan::Contents | Plan::BackCover => (None, None),
            Plan::PartPage { part } | Plan::Overview { part } => (Some(part), None),
            Plan::Department { part, department }
            | Plan::Flow { part, department }
            | Plan::Project { part, department, .. } => (Some(part), Some(department)),
        }
    }
}

/// The place of a part.
pub(super) fn part_anchor(part: usize) -> AnchorId {
    anchor(part, 0, 0)
}

/// The place of a department.
pub(super) fn department_anchor(part: usize, department: usize) -> AnchorId {
    anchor(part, department + 1, 0)
}

/// The place of a project.
pub(super) fn project_anchor(part: usize, department: usize, project: usize) -> AnchorId {
    anchor(part, department + 1, project + 1)
}

fn anchor(part: usize, department: usize, project: usize) -> AnchorId {
    AnchorId::Section([part, department, project].map(|number| u32::try_from(number).unwrap_or(u32::MAX)))
}

/// The place a part's line in the contents leads to: its own, or its first department's.
pub(super) fn part_target(report: &Report, part: usize) -> AnchorId {
    match has_own_place(&report.parts[part]) {
        true => part_anchor(part),
        false => department_anchor(part, 0),
    }
}

/// Whether a part's title stands on a page.
pub(super) fn has_own_place(part: &Part) -> bool {
    matches!(part.body, PartBody::Overview(_)) || matches!(part.opening, Opening::Page | Opening::Bar | Opening::Title)
}

/// The bookmarks a chapter brings.
pub(super) fn bookmarks(report: &Report, plan: &Plan) -> Vec<Mark> {
    let mark = |level, title: &str, anchor| Mark { level, title: title.replace('\n', " "), anchor };
    let of_department = |part: usize, department: usize| {
        let mut marks = Vec::new();
        if department == 0 && report.parts[part].opening != Opening::Page {
            marks.push(mark(0, &report.parts[part].title.content, part_target(report, part)));
        }
        let content = report.department(part, department);
        if let Some(bureau) = content.bureau.as_ref().filter(|bureau| bureau.opens) {
            marks.push(mark(1, &bureau.name.content, department_anchor(part, department)));
        }
        let title = format!("{}. {}", content.number, content.name.content);
        marks.push(mark(1 + below_bureau(content), &title, department_anchor(part, department)));
        marks
    };
    let of_project = |part: usize, department: usize, project: usize| {
        let content = report.department(part, department);
        let Project { number, title, .. } = &content.projects[project];
        let level = 2 + below_bureau(content);
        mark(level, &format!("{number}. {}", title.content), project_anchor(part, department, project))
    };
    match *plan {
        Plan::Cover | Plan::Contents | Plan::BackCover => Vec::new(),
        Plan::PartPage { part } => vec![mark(0, &report.parts[part].title.content, part_anchor(part))],
        Plan::Overview { part } if report.parts[part].opening == Opening::Page => Vec::new(),
        Plan::Overview { part } => vec![mark(0, &report.parts[part].title.content, part_anchor(part))],
        Plan::Flow { part, department } => {
            let mut marks = of_department(part, department);
            let projects = 0..report.department(part, department).projects.len();
            marks.extend(projects.map(|project| of_project(part, department, project)));
            marks
        }
        Plan::Department { part, department } => of_department(part, department),
        Plan::Project { part, department, project } => {
            let content = report.department(part, department);
            let mut marks = if plan.opens_department(content) { of_department(part, department) } else { Vec::new() };
            marks.push(of_project(part, department, project));
            marks
        }
    }
}

/// The levels that a department stands deeper where it belongs to a bureau.
fn below_bureau(department: &Department) -> usize {
    usize::from(department.bureau.is_some())
}
