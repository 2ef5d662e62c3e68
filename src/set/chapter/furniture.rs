//! Page furniture: printed page numbers, running heads, and the mark that a report wants on every page.

use crate::model::len::Len;
use crate::model::report::{Align, Text};
use crate::model::source::Span;
use crate::set::layout::{
    Area, Block, Boxed, Context, Cursor, Elastic, Fit, Frame, Leaf, Margins, Owner, Placed, RuleBlock, TextBlock, place,
};
use crate::set::text::Shaper;
use crate::set::theme::{Paper, TextSpec, Theme};

use super::Names;

/// What furniture says of a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Facts<'a> {
    /// Its number, where it has one.
    pub number: Option<u32>,
    /// The number of the last page.
    pub total: u32,
    /// Its number in its department.
    pub in_department: u32,
    /// The report's title.
    pub report: &'a str,
    /// The mark on every page.
    pub mark: Option<&'a Text>,
    /// What it belongs to.
    pub names: &'a Names,
    /// Whether it lies on its side.
    pub landscape: bool,
}

/// What stands on a page beside its text, from the paper's top left corner: what stands behind the text, and what above it.
pub(crate) fn furniture(theme: &Theme, shaper: &mut Shaper<'_>, facts: Facts<'_>) -> [Vec<Leaf>; 2] {
    let mut setting = Setting { theme, shaper, facts, paper: theme.paper(facts.landscape) };
    let [mut behind, mut above] = setting.mark();
    if let Some(number) = facts.number {
        above.append(&mut setting.page_number(number));
        above.append(&mut setting.running_head());
    }
    behind.shrink_to_fit();
    [behind, above]
}

struct Setting<'a, 'f, 's> {
    theme: &'a Theme,
    shaper: &'s mut Shaper<'f>,
    facts: Facts<'a>,
    paper: Paper,
}

impl Setting<'_, '_, '_> {
    fn page_number(&mut self, number: u32) -> Vec<Leaf> {
        let def = &self.theme.def.page_number;
        let format = self.format(&def.format.content, def.outside.as_ref().map(|typed| typed.content.as_str()));
        let said = self.said(format).replacen("{}", &number.to_string(), 1);
        let block = Block::Text(self.text(said, &def.text, def.format.span()));
        let frame = self.place(&block);
        let top = self.paper.height - def.from_bottom - frame.height;
        self.at(frame, top)
    }

    fn running_head(&mut self) -> Vec<Leaf> {
        let Some(def) = &self.theme.def.running_head else { return Vec::new() };
        let format = self.format(&def.format.content, def.outside.as_ref().map(|typed| typed.content.as_str()));
        let said = self.said(format);
        if said.trim().is_empty() {
            return Vec::new();
        }
        let text = Block::Text(self.text(said, &def.text, def.format.span()));
        let frame = self.place(&text);
        let stroke = self.theme.stroke(&def.rule);
        let rule = self.place(&Block::Rule(RuleBlock { stroke, length: None, align: Align::Left }));
        let below = def.from_top + frame.height + def.rule_gap;
        let mut leaves = self.at(frame, def.from_top);
        leaves.append(&mut self.at(rule, below));
        leaves
    }

    /// The mark, behind the text or above it.
    fn mark(&mut self) -> [Vec<Leaf>; 2] {
        let Some(mark) = self.facts.mark else { return [Vec::new(), Vec::new()] };
        let def = &self.theme.def.mark;
        let text = self.text(mark.content.replace('\n', " "), &def.text, mark.origin.span);
        let align = text.style.align;
        let boxed = Block::Boxed(Box::new(Boxed {
            padding: def.padding.sides(),
            frame: [self.theme.stroke(&def.frame); 4],
            fit: Fit::Body(Len::ZERO, align),
            ..Boxed::plain(Block::Text(text))
        }));
        let frame = self.place(&boxed);
        let leaves = self.at(frame, def.from_top);
        if def.behind { [leaves, Vec::new()] } else { [Vec::new(), leaves] }
    }

    /// The format of a page of a department, or of another.
    fn format<'t>(&self, format: &'t str, outside: Option<&'t str>) -> &'t str {
        match self.facts.names.department {
            Some(_) => format,
            None => outside.unwrap_or(format),
        }
    }

    /// A format with all but the number of the page. What a page doesn't belong to is left out.
    fn said(&self, format: &str) -> String {
        let Facts { total, in_department, report, names, .. } = self.facts;
        let named = |name: &Option<String>| name.clone().unwrap_or_default();
        let department = names.department.as_ref().map(|(name, _)| name.clone()).unwrap_or_default();
        format
            .replace("{total}", &total.to_string())
            .replace("{in-department}", &in_department.to_string())
            .replace("{department}", &department)
            .replace("{bureau}", &named(&names.bureau))
            .replace("{part}", &named(&names.part))
            .replace("{report}", report)
    }

    fn text(&mut self, said: String, def: &TextSpec, span: Span) -> TextBlock {
        let style = self.theme.text(def, Elastic::Nothing);
        let (shaped, _) = self.shaper.shape(&Text::plain(said, span), &style.faces);
        TextBlock {
            shaped,
            style: style.paragraph,
            owner: Owner::Artifact,
            span: Some(span),
            anchor: None,
            margins: Margins::default(),
            links: Vec::new(),
        }
    }

    fn place(&self, block: &Block) -> Frame {
        let (width, _) = self.paper.text_area();
        match place(block, &Context::default(), &Cursor::Start, Area::unlimited(width)) {
            Placed::Done(frame) | Placed::Split { frame, .. } => frame,
            Placed::Defer(_) => Frame::empty(width),
        }
    }

    fn at(&self, frame: Frame, top: Len) -> Vec<Leaf> {
        let moved = |leaf: Leaf| Leaf { x: leaf.x + self.paper.margin.left, y: leaf.y + top, ..leaf };
        frame.leaves.into_iter().map(moved).collect()
    }
}
