//! Badges beside a project's title, and its labels with their values below it.

use crate::model::len::Len;
use crate::model::report::{Align, Labelled, Project, Text};
use crate::model::structure::Tag;
use crate::set::layout::{
    Beside, Block, Boxed, Child, Context, Elastic, Fit, Hang, Leader, LeaderEnd, Owner, Stack, Stroke, TextBlock,
    widths,
};
use crate::set::theme::BadgePlaceSpec;

use super::Builder;
use super::text::framed;

impl Builder<'_, '_> {
    /// A title with its badges at the end of its line, where the template has them there.
    pub(super) fn with_badges(&mut self, title: TextBlock, badges: &[Text]) -> Block {
        let def = &self.theme.def.badge;
        if badges.is_empty() || def.place != BadgePlaceSpec::Beside {
            return Block::Text(title);
        }
        let right = LeaderEnd::Block(Box::new(self.badges(badges)));
        Block::Leader(Box::new(Leader { left: title, right, sign: None, gap: def.gap, link: None }))
    }

    /// What of a project stands between its title and its summary.
    pub(super) fn below_title(&mut self, project: &Project, children: &mut Vec<Child>) {
        let theme = self.theme;
        if !project.badges.is_empty() && theme.def.badge.place == BadgePlaceSpec::Below {
            let row = self.badges(&project.badges);
            children.push(Child::new(theme.def.badge.gap, row).with_next());
        }
        if !project.labels.is_empty() {
            let block = self.label_block(&project.labels);
            children.push(Child::new(theme.def.labels.gap, block).with_next());
        }
    }

    /// Badges beside each other, one paragraph for whoever listens.
    fn badges(&mut self, badges: &[Text]) -> Block {
        let span = badges.first().map(|badge| badge.origin.span);
        let owner = Owner::Node(self.structure.add(None, Tag::Paragraph, span));
        let mut signs: Vec<Block> = badges.iter().map(|badge| self.badge(badge, owner)).collect();
        let last = signs.pop().unwrap_or_else(|| Block::Stack(Stack::default()));
        signs.into_iter().rev().fold(last, |body, sign| {
            let (indent, width, gap) = (Len::ZERO, Len::ZERO, self.theme.def.badge.gap);
            Block::Hang(Box::new(Hang { sign, indent, width, gap, body }))
        })
    }

    fn badge(&mut self, badge: &Text, owner: Owner) -> Block {
        let theme = self.theme;
        let def = &theme.def.badge;
        let mut style = theme.text(&def.text, Elastic::Nothing);
        let (mut background, mut frame) = (def.background, theme.stroke(&def.frame));
        let named = def.word.entries.iter().find(|(word, _)| word.content == badge.content);
        if let Some(word) = named.and_then(|(_, word)| word.as_ref()) {
            style.paragraph.color = theme.color(word.color);
            background = word.background;
            frame = Stroke { color: theme.color(word.frame.unwrap_or(word.background)), ..frame };
        }
        // The next badge follows in the same element: a blank keeps it apart for whoever listens or copies.
        let text = self.text(&framed("", badge, " "), &style, owner);
        Block::Boxed(Box::new(Boxed {
            padding: def.padding.sides(),
            fill: Some(theme.color(background)),
            frame: [frame; 4],
            fit: Fit::Body(Len::ZERO, Align::Left),
            ..Boxed::plain(Block::Text(text))
        }))
    }

    /// Labels with their values, a list for whoever listens; those of a column have one width.
    fn label_block(&mut self, rows: &[Vec<Labelled>]) -> Block {
        let theme = self.theme;
        let def = &theme.def.labels;
        let list = self.structure.add(None, Tag::List, None);
        let label_style = theme.text(&def.label, Elastic::Size);
        let value_style = theme.text(&def.value, Elastic::Size);
        let mut columns: Vec<Len> = Vec::new();
        let mut lines: Vec<Vec<Hang>> = Vec::new();
        for row in rows {
            let mut line = Vec::new();
            for (column, labelled) in row.iter().enumerate() {
                let span = Some(labelled.whole.origin.span);
                let item = self.structure.add(Some(list), Tag::Item, span);
                let label = Owner::Node(self.structure.add(Some(item), Tag::Label, span));
                let value = Owner::Node(self.structure.add(Some(item), Tag::Body, span));
                let sign =
                    Block::Text(self.text(&framed("", &labelled.label(), &def.colon.content), &label_style, label));
                let width = widths(&sign, &Context::default()).max;
                match columns.get_mut(column) {
                    Some(widest) => *widest = (*widest).max(width),
                    None => columns.push(width),
                }
                let body = Block::Text(self.text(&labelled.value(), &value_style, value));
                let gap = def.label.size / 3;
                line.push(Hang { sign, indent: Len::ZERO, width: Len::ZERO, gap, body });
            }
            lines.push(line);
        }
        let line = |line: Vec<Hang>| {
            let hung = line
                .into_iter()
                .zip(&columns)
                .map(|(hang, width)| Block::Hang(Box::new(Hang { width: *width + hang.gap, ..hang })));
            Block::Beside(Beside { children: hung.collect(), gap: def.column_gap })
        };
        let children = lines.into_iter().map(|hung| Child::new(def.line_gap, line(hung))).collect();
        Block::Boxed(Box::new(Boxed {
            padding: def.padding.sides(),
            elastic: true,
            fill: Some(theme.color(def.background)),
            frame: self.edge(&def.frame),
            dash: def.frame.dash,
            ..Boxed::plain(Block::Stack(Stack { children }))
        }))
    }
}
