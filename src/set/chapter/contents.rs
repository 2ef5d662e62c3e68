//! The contents: a line for each part and department, each a link; then the lists of tables and figures that the report wants.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::{CaptionKind, Department, PartBody, Report, Text};
use crate::model::structure::{NodeId, Tag};
use crate::set::layout::{AnchorId, Block, Child, Elastic, Leader, LeaderEnd, Link, LinkTarget, Owner, TextBlock};
use crate::set::theme::{NumberingSpec, TextSpec};

use super::caption;
use super::plan::{department_anchor, has_own_place, part_target, project_anchor};
use super::text::framed;
use super::{Builder, Built, Extent, Numbering};

/// A line of the contents.
struct Line<'a> {
    title: &'a Text,
    /// The length of the number that it begins with, which never stands on a line of its own.
    number: usize,
    def: &'a TextSpec,
    target: AnchorId,
}

impl Builder<'_, '_> {
    /// The contents. Their length follows from the report alone, so that pagination never depends on page numbers.
    pub(super) fn contents(&mut self, report: &Report, digits: u8) -> Built {
        let def = &self.theme.def.contents;
        let digits = digits.max(def.digits);
        let heading = &def.heading;
        let node = self.structure.add(None, Tag::Heading(1, heading.content.clone()), Some(heading.span()));
        let style = self.theme.text(&def.title, Elastic::Nothing);
        let title = self.words(&heading.content, heading.span(), &style, Owner::Node(node));
        let mut children = vec![
            Child::new(Len::ZERO, Block::Text(title)).with_next(),
            Child::new(Len::ZERO, self.short_rule(&def.title_rule, def.title_rule_length)).with_next(),
        ];
        let list = self.structure.add(None, Tag::Contents, None);
        for (index, part) in report.parts.iter().enumerate() {
            let number = number(self.theme.def.part.numbering, part.number);
            let title = framed(&number, &part.title, "");
            let with_page = has_own_place(part);
            let gap = if index == 0 { def.title_gap } else { def.part_gap };
            let page = with_page.then_some((digits, &def.number));
            let target = part_target(report, index);
            let line = Line { title: &title, number: number.len(), def: &def.part, target };
            let entry = self.entry(list, line, page);
            children.push(Child::new(gap, entry).with_next());
            let PartBody::Departments(departments) = &part.body else { continue };
            for (position, department) in departments.iter().enumerate() {
                if let Some(bureau) = department.bureau.as_ref().filter(|bureau| bureau.opens) {
                    let line = Line {
                        title: &bureau.name,
                        number: 0,
                        def: &def.bureau,
                        target: department_anchor(index, position),
                    };
                    let entry = self.entry(list, line, None);
                    children.push(Child::new(def.bureau_gap, entry.indented(def.bureau_indent)).with_next());
                }
                let indent = department.bureau.as_ref().map_or(Len::ZERO, |_| def.bureau_indent);
                let number = format!("{}. ", department.number);
                let title = framed(&number, &department.name, "");
                let target = department_anchor(index, position);
                let line = Line { title: &title, number: number.len(), def: &def.department, target };
                let entry = self.entry(list, line, Some((digits, &def.number)));
                children.push(Child::new(def.department_gap, entry.indented(def.department_indent + indent)));
                if report.lists.projects {
                    self.contents_projects(
                        list,
                        department,
                        (index, position),
                        (digits, report.lists.badges),
                        indent,
                        &mut children,
                    );
                }
            }
        }
        for kind in [CaptionKind::Table, CaptionKind::Graphic] {
            self.list(report, kind, digits, &mut children);
        }
        (Numbering::Named(def.label.content.clone()), Extent::Free { name: def.heading.content.clone() }, children)
    }

    /// The lines of a department's projects.
    fn contents_projects(
        &mut self,
        list: NodeId,
        department: &Department,
        (part, position): (usize, usize),
        (digits, badges): (u8, bool),
        indent: Len,
        children: &mut Vec<Child>,
    ) {
        let def = &self.theme.def.contents;
        for (index, project) in department.projects.iter().enumerate() {
            if let Some(team) = department.opened_team(index) {
                let line =
                    Line { title: team, number: 0, def: &def.team, target: project_anchor(part, position, index) };
                let entry = self.entry(list, line, None).indented(def.project_indent + indent);
                children.push(Child::new(def.project_gap, entry).with_next());
            }
            let format = &self.theme.def.badge.contents_format.content;
            let words = project.badges.iter().filter(|_| badges).map(|badge| format.replace("{}", &badge.content));
            let number = format!("{}. ", project.number);
            let title = framed(&number, &project.title, &words.collect::<String>());
            let line = Line {
                title: &title,
                number: number.len(),
                def: &def.project,
                target: project_anchor(part, position, index),
            };
            let entry = self.entry(list, line, Some((digits, &def.number)));
            children.push(Child::new(def.project_gap, entry.indented(def.project_indent + indent)));
        }
    }

    /// The list of the tables or figures of a report, where it wants one.
    fn list(&mut self, report: &Report, kind: CaptionKind, digits: u8, children: &mut Vec<Child>) {
        let def = &self.theme.def.contents.list;
        let (wanted, heading) = match kind {
            CaptionKind::Table => (report.lists.tables, &def.tables),
            CaptionKind::Graphic => (report.lists.figures, &def.figures),
        };
        if !wanted {
            return;
        }
        let owner = self.heading_node(1, &Text::plain(&*heading.content, heading.span()));
        let style = self.theme.text(&def.heading, Elastic::Nothing);
        let block = Block::Text(self.words(&heading.content, heading.span(), &style, owner));
        children.push(Child::new(def.heading_gap, block).with_next());
        let list = self.structure.add(None, Tag::Contents, None);
        for listed in report.captions.iter().filter(|listed| listed.kind == kind) {
            let title = caption::printed(self.theme, kind, &listed.caption);
            let number = caption::number(self.theme, kind, &listed.caption);
            let line = Line { title: &title, number, def: &def.entry, target: AnchorId::Block(listed.place) };
            let entry = self.entry(list, line, Some((digits, &def.number)));
            children.push(Child::new(def.gap, entry.indented(def.indent)));
        }
    }

    /// A line of the contents, with the room for its page number and how that looks, where it has one.
    fn entry(&mut self, list: NodeId, line: Line<'_>, number: Option<(u8, &TextSpec)>) -> Block {
        let Line { title, number: kept, def, target } = line;
        let contents = &self.theme.def.contents;
        let item = self.structure.add(Some(list), Tag::ContentsItem, Some(title.origin.span));
        let owner = Owner::Node(self.structure.add(Some(item), Tag::Link, Some(title.origin.span)));
        let style = self.theme.text(def, Elastic::Nothing);
        // The page number follows in the same element: a blank keeps it apart for whoever listens or copies.
        let mut left = self.text(&framed("", title, " "), &style, owner);
        let shaped = Arc::make_mut(&mut left.shaped);
        let at = |glyph: u32| shaped.glyphs.get(glyph as usize).map_or(usize::MAX, |glyph| glyph.start as usize);
        shaped.breaks.retain(|place| at(place.glyph) > kept);
        let (right, sign) = if let Some((count, number)) = number {
            let number = self.theme.text(number, Elastic::Nothing);
            let digits = self.words("0123456789", title.origin.span, &number, owner);
            let width = digits_width(&digits, count);
            let leader = self.theme.text(&contents.leader.text, Elastic::Nothing);
            let sign = self.words(&contents.leader.sign.content, contents.leader.sign.span(), &leader, Owner::Artifact);
            (LeaderEnd::Page { anchor: target, digits, width }, Some(tracked(sign, leader.tracking)))
        } else {
            (LeaderEnd::Nothing, None)
        };
        let alt: Arc<str> = title.content.replace('\n', " ").into();
        let link = Some(Link { target: LinkTarget::Anchor(target), owner, alt });
        Block::Leader(Box::new(Leader { left, right, sign, gap: contents.leader_gap, link }))
    }
}

/// A leader's sign takes its tracking after the last letter too, since it is repeated.
pub(super) fn tracked(mut sign: TextBlock, tracking: i32) -> TextBlock {
    if let Some(last) = Arc::make_mut(&mut sign.shaped).glyphs.last_mut() {
        last.advance += tracking;
    }
    sign
}

fn digits_width(digits: &TextBlock, count: u8) -> Len {
    let widest = digits.shaped.glyphs.iter().map(|glyph| glyph.advance).max().unwrap_or_default();
    digits.style.size.scale(Ratio::millionths(i64::from(widest))) * i64::from(count)
}

/// A part's number as it is printed, with a blank.
pub(super) fn number(numbering: NumberingSpec, number: Option<u32>) -> String {
    let Some(index) = number.and_then(|number| number.checked_sub(1)) else { return String::new() };
    match numbering {
        NumberingSpec::None => String::new(),
        NumberingSpec::Arabic => format!("{}. ", index + 1),
        // Unicode has Roman numerals of their own up to twelve; Korean fonts draw them a syllable wide.
        NumberingSpec::Roman => match Some(index).filter(|index| *index < 12) {
            Some(index) => format!("{}. ", char::from_u32(0x2160 + index).unwrap_or('Ⅰ')),
            None => format!("{}. ", index + 1),
        },
    }
}
