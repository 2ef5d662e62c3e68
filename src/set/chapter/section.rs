//! Parts on pages of their own, departments and projects: titles and what stands between them.

use crate::model::len::Len;
use crate::model::report::{Align, Department, Element, Opening, Part, PartBody, Project, Reference, Status, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{Block, Boxed, Child, Elastic, Fit, Hang, Leader, LeaderEnd, Owner, RuleBlock, Stack, Stroke};

use super::contents::tracked;
use super::plan::{Plan, department_anchor, part_anchor, project_anchor};
use super::text::framed;
use super::{Builder, Built, Extent, Numbering};

impl Builder<'_, '_> {
    /// A part on pages of its own.
    pub(super) fn overview(&mut self, part: &Part, index: usize) -> Built {
        let def = &self.theme.def.part;
        let mut children = self.overview_title(part, index);
        if let PartBody::Overview(sections) = &part.body {
            for (index, status) in sections.iter().enumerate() {
                let gap = match (index, children.is_empty()) {
                    (_, true) => Len::ZERO,
                    (0, false) if part.opening == Opening::Bar => def.bar.gap,
                    (0, false) => def.gap,
                    _ => self.theme.def.status.gap,
                };
                self.status(status, ("", ""), gap, &mut children);
            }
        }
        if part.opening == Opening::Nothing
            && let Some(first) = children.first_mut()
        {
            first.anchor = Some(part_anchor(index));
        }
        (Numbering::Numbered, Extent::Free { name: part.title.content.clone() }, children)
    }

    /// What a part of one file opens with on its own pages.
    fn overview_title(&mut self, part: &Part, index: usize) -> Vec<Child> {
        let def = &self.theme.def.part;
        match part.opening {
            Opening::Page | Opening::Nothing => Vec::new(),
            Opening::Bar => {
                let title = self.numbered_title(part);
                let bar = self.bar(&title, &def.bar, 1, Some(part_anchor(index)));
                vec![Child::new(Len::ZERO, bar).with_next()]
            }
            Opening::Title => {
                let style = self.theme.text(&def.title, Elastic::Nothing);
                let owner = self.heading_node(1, &part.title);
                let title = self.anchored(&part.title, &style, owner, part_anchor(index));
                vec![
                    Child::new(Len::ZERO, Block::Text(title)).with_next(),
                    Child::new(def.rule_gap, self.short_rule(&def.rule, def.rule_length)).with_next(),
                ]
            }
        }
    }

    /// A department's banner and status sections.
    pub(super) fn department(&mut self, department: &Department, plan: &Plan) -> Built {
        let mut children = vec![self.banner(department, plan)];
        let def = &self.theme.def.status;
        let brackets = (def.before.content.as_str(), def.after.content.as_str());
        for (index, status) in department.status.iter().enumerate() {
            let gap = if index == 0 { self.theme.def.department.gap } else { def.gap };
            self.status(status, brackets, gap, &mut children);
        }
        (Numbering::Numbered, Extent::Free { name: department.name.content.clone() }, children)
    }

    pub(super) fn banner(&mut self, department: &Department, plan: &Plan) -> Child {
        let def = &self.theme.def.department;
        let (part, index) = match *plan {
            Plan::Department { part, department }
            | Plan::Flow { part, department }
            | Plan::Project { part, department, .. } => (part, department),
            _ => (0, 0),
        };
        let owner = self.heading_node(1, &department.name);
        let number = self.theme.text(&def.number, Elastic::Nothing);
        let number = self.words(&format!("{} ", department.number), department.name.origin.span, &number, owner);
        let name = self.theme.text(&def.name, Elastic::Nothing);
        let name = self.text(&department.name, &name, owner);
        let body = Block::Hang(Box::new(Hang {
            sign: Block::Text(number),
            indent: Len::ZERO,
            width: def.number_width,
            gap: Len::ZERO,
            body: Block::Text(name),
        }));
        let fill = Some(self.theme.color(def.background));
        let banner = Boxed { padding: def.padding.sides(), fill, ..Boxed::plain(body) };
        // Who follows a bookmark sees the banner, not its words alone.
        let anchor = Some(department_anchor(part, index));
        Child::new(Len::ZERO, Block::Boxed(Box::new(banner))).with_next().anchored(anchor)
    }

    /// A status section: its title's line, then its outline.
    fn status(&mut self, status: &Status, brackets: (&str, &str), gap: Len, children: &mut Vec<Child>) {
        let def = &self.theme.def.status;
        let style = self.theme.text(&def.title, Elastic::Nothing);
        let owner = self.heading_node(2, &status.title);
        let title = framed(brackets.0, &status.title, brackets.1);
        let left = self.text(&framed("", &title, if status.value.is_some() { " " } else { "" }), &style, owner);
        let first_table = match status.body.first() {
            Some(Element::Table(table)) if status.value.is_none() => Some(table),
            _ => None,
        };
        // A caption right below a title stands on the title's line: it is shorter, and the page fuller.
        let caption = first_table.and_then(|table| self.unit_line(table));
        let (right, sign) = match (&status.value, &caption) {
            (Some(value), _) => {
                let style = self.theme.text(&def.value, Elastic::Nothing);
                let leader = self.theme.text(&def.leader.text, Elastic::Nothing);
                let sign = self.words(&def.leader.sign.content, def.leader.sign.span(), &leader, Owner::Artifact);
                let value = self.text(value, &style, owner);
                (LeaderEnd::Text(value), Some(tracked(sign, leader.tracking)))
            }
            (None, Some((_, caption))) => (LeaderEnd::Text(caption.clone()), None),
            (None, None) => (LeaderEnd::Nothing, None),
        };
        let gap_beside = self.theme.def.contents.leader_gap;
        let line = Leader { left, right, sign, gap: gap_beside, link: None };
        children.push(Child::new(gap, Block::Leader(Box::new(line))).with_next());
        let first = children.len();
        self.elements(&status.body, caption.map(|(node, _)| node), children);
        if let Some(child) = children.get_mut(first) {
            child.gap = def.body_gap;
        }
    }

    /// A project: what opens its department, its title bar, its summary, its outline.
    pub(super) fn project(&mut self, department: &Department, index: usize, plan: &Plan) -> Built {
        let project = &department.projects[index];
        let mut children = Vec::new();
        if plan.opens_department(department) {
            children.push(self.banner(department, plan));
        }
        if let Some(division) = department.division.as_ref().filter(|_| index == 0) {
            self.division(division, &mut children);
        }
        let gap = match children.is_empty() {
            true => Len::ZERO,
            false => self.theme.def.division.gap,
        };
        let anchor = match *plan {
            Plan::Flow { part, department } => project_anchor(part, department, index),
            Plan::Project { part, department, project } => project_anchor(part, department, project),
            _ => part_anchor(0),
        };
        let gap = match department.opened_team(index) {
            Some(team) => {
                let def = &self.theme.def.team;
                let style = self.theme.text(&def.text, Elastic::Nothing);
                let owner = Owner::Node(self.structure.add(None, Tag::Paragraph, Some(team.origin.span)));
                let team = self.text(&framed(&def.before.content, team, &def.after.content), &style, owner);
                children.push(Child::new(gap, Block::Text(team)).with_next());
                def.gap
            }
            None => gap,
        };
        let bar = self.title_bar(project);
        children.push(Child::new(gap, bar).with_next().anchored(Some(anchor)));
        self.below_title(project, &mut children);
        if let Some(summary) = &project.summary {
            let summary = self.summary(summary);
            children.push(Child::new(self.theme.def.project.summary_gap, summary));
        }
        let first = children.len();
        self.elements(&project.body, None, &mut children);
        if let Some(child) = children.get_mut(first) {
            child.gap = self.theme.def.project.body_gap;
        }
        let name = format!("{} {}. {}", department.name.content, project.number, project.title.content);
        let span = project.title.origin.span;
        (Numbering::Numbered, Extent::OnePage { name: name.replace('\n', " "), span }, children)
    }

    fn division(&mut self, division: &Text, children: &mut Vec<Child>) {
        let def = &self.theme.def.division;
        let style = self.theme.text(&def.text, Elastic::Nothing);
        let owner = self.heading_node(2, division);
        let gap = if children.is_empty() { Len::ZERO } else { self.theme.def.department.gap };
        children.push(Child::new(gap, Block::Text(self.text(division, &style, owner))).with_next());
        children.push(Child::new(def.rule_gap, self.short_rule(&def.rule, def.rule_length)).with_next());
    }

    /// The number in its square, the title beside it, a rule below both.
    fn title_bar(&mut self, project: &Project) -> Block {
        let def = &self.theme.def.project;
        let (number, title) = (project.number, &project.title);
        let owner = self.heading_node(2, title);
        let style = self.theme.text(&def.number, Elastic::Nothing);
        let number = self.words(&format!("{number} "), title.origin.span, &style, owner);
        let square = Boxed {
            fill: Some(self.theme.color(def.number_background)),
            frame: [def.number_frame.as_ref().map_or(Stroke::NONE, |frame| self.theme.stroke(frame)); 4],
            fit: Fit::Body(def.number_size, Align::Left),
            min_height: def.number_size,
            ..Boxed::plain(Block::Text(number))
        };
        let style = self.theme.text(&def.title, Elastic::Nothing);
        let title = self.text(title, &style, owner);
        let line = Hang {
            sign: Block::Boxed(Box::new(square)),
            indent: Len::ZERO,
            width: def.title_indent,
            gap: Len::ZERO,
            body: self.with_badges(title, &project.badges),
        };
        let rule = RuleBlock { stroke: self.theme.stroke(&def.title_rule), length: None, align: Align::Left };
        Block::Stack(Stack {
            children: vec![
                Child::new(Len::ZERO, Block::Hang(Box::new(line))).with_next(),
                Child::new(def.title_gap, Block::Rule(rule)),
            ],
        })
    }

    fn summary(&mut self, summary: &Text) -> Block {
        let def = &self.theme.def.project;
        let style = self.theme.text(&def.summary, Elastic::SizeAndLeading);
        let node = self.structure.add(None, Tag::Paragraph, Some(summary.origin.span));
        let body = Block::Text(self.text(summary, &style, Owner::Node(node)));
        Block::Boxed(Box::new(Boxed {
            padding: def.summary_padding.sides(),
            elastic: true,
            fill: Some(self.theme.color(def.summary_background)),
            frame: [self.theme.stroke(&def.summary_frame); 4],
            ..Boxed::plain(body)
        }))
    }

    /// The element of a heading, with its text as the name that navigation shows.
    pub(super) fn heading_node(&mut self, level: u16, title: &Text) -> Owner {
        self.heading_below(None, level, title)
    }

    /// The same, within another element.
    pub(super) fn heading_below(&mut self, parent: Option<NodeId>, level: u16, title: &Text) -> Owner {
        let name = title.content.replace('\n', " ").replace(Reference::STAND_IN, "…");
        Owner::Node(self.structure.add(parent, Tag::Heading(level, name), Some(title.origin.span)))
    }
}
