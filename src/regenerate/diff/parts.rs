//! Cover, parts, departments and their sections: found again, then compared one by one.

use crate::model::report::{
    BackCover, Cover, Department, Element, Graphic, Part, PartBody, Project, Report, Status, Text,
};

use super::named::{Named, find};
use super::outline::{self, graphic};
use super::{Changes, Label, Name, What};

/// Compares whole reports.
pub(super) fn report(old: &Report, new: &Report, changes: &mut Changes) {
    changes.within(Label::Cover, |changes| cover(&old.cover, &new.cover, changes));
    if old.template != new.template {
        let what = What::Renamed { old: old.template.clone(), new: new.template.clone() };
        changes.within(Label::Template, |changes| changes.add(what));
    }
    parts(&old.parts, &new.parts, changes);
    changes.within(Label::BackCover, |changes| back_cover(old.back_cover.as_ref(), new.back_cover.as_ref(), changes));
}

fn cover(old: &Cover, new: &Cover, changes: &mut Changes) {
    changes.text(Label::Title, Some(&old.title), Some(&new.title));
    changes.text(Label::Author, Some(&old.author), Some(&new.author));
    changes.text(Label::Slogan, old.slogan.as_ref(), new.slogan.as_ref());
    changes.text(Label::Session, old.session.as_ref(), new.session.as_ref());
    changes.text(Label::Mark, old.mark.as_ref(), new.mark.as_ref());
    changes.text(Label::Date, old.date.as_ref(), new.date.as_ref());
    picture(old.picture.as_ref(), new.picture.as_ref(), changes);
}

fn back_cover(old: Option<&BackCover>, new: Option<&BackCover>, changes: &mut Changes) {
    let text = |cover: Option<&BackCover>| cover.and_then(|cover| cover.text.clone());
    match (old, new) {
        (None, Some(_)) => {
            changes.add(What::Added { thing: Label::BackCover, text: text(new).map_or(String::new(), |it| it.content) })
        }
        (Some(_), None) => changes
            .add(What::Removed { thing: Label::BackCover, text: text(old).map_or(String::new(), |it| it.content) }),
        _ => {
            changes.text(Label::Lettering, text(old).as_ref(), text(new).as_ref());
            let [old, new] = [old, new].map(|cover| cover.and_then(|cover| cover.picture.as_ref()));
            picture(old, new, changes);
        }
    }
}

fn picture(old: Option<&Graphic>, new: Option<&Graphic>, changes: &mut Changes) {
    changes.within(Label::Picture, |changes| match (old, new) {
        (Some(old), Some(new)) => graphic(old, new, changes),
        (None, Some(new)) => changes.add(What::Added { thing: Label::Picture, text: outline::said(new) }),
        (Some(old), None) => changes.add(What::Removed { thing: Label::Picture, text: outline::said(old) }),
        (None, None) => {}
    });
}

fn parts(old: &[Part], new: &[Part], changes: &mut Changes) {
    let named = |part: &Part| Named { name: part.title.content.clone(), holds: holds(&part.body) };
    let found = find(&old.iter().map(named).collect::<Vec<_>>(), &new.iter().map(named).collect::<Vec<_>>());
    for (i, j, moved) in found.pairs {
        let (old, new) = (&old[i], &new[j]);
        changes.within(new.title.content.as_str(), |changes| met(&old.title, &new.title, moved, changes));
        part(old, new, changes);
    }
    for j in found.come {
        changes.within(new[j].title.content.as_str(), |changes| {
            changes.add(What::Added { thing: Label::Part, text: String::new() });
        });
    }
    for i in found.gone {
        changes.within(old[i].title.content.as_str(), |changes| {
            changes.add(What::Removed { thing: Label::Part, text: String::new() });
        });
    }
}

fn holds(body: &PartBody) -> String {
    match body {
        PartBody::Overview(status) => titles(status.iter().map(|status| &status.title)),
        PartBody::Departments(departments) => titles(departments.iter().map(|department| &department.name)),
    }
}

fn titles<'a>(texts: impl Iterator<Item = &'a Text>) -> String {
    texts.map(|text| text.content.as_str()).collect::<Vec<_>>().join("\n")
}

/// What became of something that was found again: its name, its place.
fn met(old: &Text, new: &Text, moved: bool, changes: &mut Changes) {
    if old.content != new.content {
        changes.add(What::Renamed { old: old.content.clone(), new: new.content.clone() });
    } else if old.emphasis != new.emphasis {
        changes.add(What::Look);
    }
    if moved {
        changes.add(What::Moved { from: Vec::new() });
    }
}

fn part(old: &Part, new: &Part, changes: &mut Changes) {
    match (&old.body, &new.body) {
        (PartBody::Departments(old), PartBody::Departments(new)) => departments(old, new, changes),
        (PartBody::Overview(old_status), PartBody::Overview(new_status)) => {
            let mut left = Left::default();
            changes.within(new.title.content.as_str(), |changes| {
                let [old, new] = [old_status, new_status].map(|all| all.iter().map(Section::of_status).collect());
                sections(old, new, &mut left, changes);
            });
            left.settle(changes);
        }
        _ => changes.within(new.title.content.as_str(), |changes| {
            changes.add(What::Removed { thing: Label::Part, text: old.title.content.clone() });
            changes.add(What::Added { thing: Label::Part, text: new.title.content.clone() });
        }),
    }
}

fn departments(old: &[Department], new: &[Department], changes: &mut Changes) {
    let named = |department: &Department| {
        let titles = titles(department.projects.iter().map(|project| &project.title));
        Named { name: department.name.content.clone(), holds: titles }
    };
    let found = find(&old.iter().map(named).collect::<Vec<_>>(), &new.iter().map(named).collect::<Vec<_>>());
    let mut left = Left::default();
    for (i, j, moved) in found.pairs {
        let (old, new) = (&old[i], &new[j]);
        changes.within(new.name.content.as_str(), |changes| {
            met(&old.name, &new.name, moved, changes);
            let [then, now] = [old, new].map(|it| it.bureau.as_ref().map(|bureau| &bureau.name));
            changes.text(Label::Bureau, then, now);
            changes.text(Label::Division, old.division.as_ref(), new.division.as_ref());
            let [status, then] = [&new.status, &old.status].map(|all| all.iter().map(Section::of_status).collect());
            sections(then, status, &mut left, changes);
            let [now, then] = [&new.projects, &old.projects].map(|all| all.iter().map(Section::of_project).collect());
            sections(then, now, &mut left, changes);
        });
    }
    for j in found.come {
        changes.within(new[j].name.content.as_str(), |changes| {
            changes.add(What::Added { thing: Label::Department, text: String::new() });
            left.come_all(&new[j], changes);
        });
    }
    for i in found.gone {
        changes.within(old[i].name.content.as_str(), |changes| {
            changes.add(What::Removed { thing: Label::Department, text: String::new() });
            left.gone_all(&old[i], changes);
        });
    }
    left.settle(changes);
}

/// A status section or a project.
#[derive(Clone, Copy)]
struct Section<'a> {
    kind: Label,
    title: &'a Text,
    /// The value beside a status section's title, or a project's summary.
    beside: (Label, Option<&'a Text>),
    /// Of a project, for its badges and labels.
    project: Option<&'a Project>,
    body: &'a [Element],
}

impl<'a> Section<'a> {
    fn of_status(status: &'a Status) -> Section<'a> {
        let beside = (Label::Value, status.value.as_ref());
        Section { kind: Label::Status, title: &status.title, beside, project: None, body: &status.body }
    }

    fn of_project(project: &'a Project) -> Section<'a> {
        let beside = (Label::Summary, project.summary.as_ref());
        Section { kind: Label::Project, title: &project.title, beside, project: Some(project), body: &project.body }
    }

    fn named(&self) -> Named {
        Named { name: self.title.content.clone(), holds: Element::words(self.body) }
    }

    fn compare(&self, new: &Section<'_>, changes: &mut Changes) {
        let team = |section: &Section<'_>| section.project.and_then(|project| project.team.clone());
        changes.text(Label::Team, team(self).as_ref(), team(new).as_ref());
        for (label, said) in [(Label::Badges, badges as fn(&Project) -> Option<Text>), (Label::Labels, labels)] {
            let [old, new] = [self.project, new.project].map(|project| project.and_then(said));
            changes.text(label, old.as_ref(), new.as_ref());
        }
        changes.text(new.beside.0, self.beside.1, new.beside.1);
        outline::body(self.body, new.body, changes);
    }
}

/// The badges of a project, in one line.
fn badges(project: &Project) -> Option<Text> {
    let said: Vec<&str> = project.badges.iter().map(|badge| badge.content.as_str()).collect();
    Some(Text::plain(said.join(", "), project.badges.first()?.origin.span))
}

/// The labels of a project with their values, line by line.
fn labels(project: &Project) -> Option<Text> {
    let line = |row: &Vec<crate::model::report::Labelled>| {
        row.iter().map(|labelled| labelled.whole.content.as_str()).collect::<Vec<_>>().join(" | ")
    };
    let lines: Vec<String> = project.labels.iter().map(line).collect();
    Some(Text::plain(lines.join("\n"), project.labels.first()?.first()?.whole.origin.span))
}

fn sections<'a>(old: Vec<Section<'a>>, new: Vec<Section<'a>>, left: &mut Left<'a>, changes: &mut Changes) {
    let found =
        find(&old.iter().map(Section::named).collect::<Vec<_>>(), &new.iter().map(Section::named).collect::<Vec<_>>());
    for (i, j, moved) in found.pairs {
        changes.within(new[j].title.content.as_str(), |changes| {
            met(old[i].title, new[j].title, moved, changes);
            old[i].compare(&new[j], changes);
        });
    }
    left.come.extend(found.come.into_iter().map(|j| (changes.at.clone(), new[j])));
    left.gone.extend(found.gone.into_iter().map(|i| (changes.at.clone(), old[i])));
}

/// Sections that were not found in their own department, and where they stand.
#[derive(Default)]
struct Left<'a> {
    gone: Vec<(Vec<Name>, Section<'a>)>,
    come: Vec<(Vec<Name>, Section<'a>)>,
}

impl<'a> Left<'a> {
    fn come_all(&mut self, department: &'a Department, changes: &Changes) {
        let status = department.status.iter().map(Section::of_status);
        let sections = status.chain(department.projects.iter().map(Section::of_project));
        self.come.extend(sections.map(|section| (changes.at.clone(), section)));
    }

    fn gone_all(&mut self, department: &'a Department, changes: &Changes) {
        let status = department.status.iter().map(Section::of_status);
        let sections = status.chain(department.projects.iter().map(Section::of_project));
        self.gone.extend(sections.map(|section| (changes.at.clone(), section)));
    }

    /// Finds what moved from one department to another; the rest is new or gone. Status sections of all departments are called alike, so they stay.
    fn settle(self, changes: &mut Changes) {
        let moves = |(_, section): &(Vec<Name>, Section<'_>)| section.kind == Label::Project;
        let (old, gone): (Vec<_>, Vec<_>) = self.gone.into_iter().partition(moves);
        let (new, come): (Vec<_>, Vec<_>) = self.come.into_iter().partition(moves);
        let named = |(_, section): &(Vec<Name>, Section<'_>)| section.named();
        let found = find(&old.iter().map(named).collect::<Vec<_>>(), &new.iter().map(named).collect::<Vec<_>>());
        let outer = std::mem::take(&mut changes.at);
        for (i, j, _) in found.pairs {
            let ((from, then), (to, now)) = (&old[i], &new[j]);
            changes.at = to.clone();
            changes.within(now.title.content.as_str(), |changes| {
                let from = [&from[..], &[then.title.content.as_str().into()]].concat();
                changes.add(What::Moved { from });
                met(then.title, now.title, false, changes);
                then.compare(now, changes);
            });
        }
        for (at, section) in found.come.iter().map(|&j| &new[j]).chain(&come) {
            changes.at = at.clone();
            let what = What::Added { thing: section.kind, text: Element::words(section.body) };
            changes.within(section.title.content.as_str(), |changes| changes.add(what));
        }
        for (at, section) in found.gone.iter().map(|&i| &old[i]).chain(&gone) {
            changes.at = at.clone();
            let what = What::Removed { thing: section.kind, text: Element::words(section.body) };
            changes.within(section.title.content.as_str(), |changes| changes.add(what));
        }
        changes.at = outer;
    }
}
