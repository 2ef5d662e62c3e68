//! What a table's columns need, by what would be parted if they had less: words, then names and figures, then digits.

use std::sync::Arc;

use crate::model::grid::{GridCell, Region};
use crate::model::len::Len;
use crate::model::report::ColumnWidth;

use super::super::block::Block;
use super::super::{Context, Widths, boxed, hang, share, text, widths};
use super::{Squeeze, TableBlock, padding, shrunk};

/// What a column or cell needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Need {
    /// Narrower than this, digits of a figure are parted.
    pub digits: Len,
    /// Narrower than this, a figure is parted after a comma, or a syllable stands alone.
    pub figures: Len,
    /// Narrower than this, words are cut.
    pub words: Len,
    /// Narrower than this, what belongs together is parted, such as a date.
    pub together: Len,
    /// Wider than this, nothing changes.
    pub most: Len,
}

/// What is kept whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whole {
    /// Figures, but for the commas of their thousands.
    Digits,
    /// Figures, and names but for pieces of two syllables or more.
    Figures,
    /// Words.
    Words,
    /// What belongs together.
    Together,
}

impl Need {
    /// The least width at which so much is kept whole.
    pub(super) fn of(&self, whole: Whole) -> Len {
        match whole {
            Whole::Digits => self.digits,
            Whole::Figures => self.figures,
            Whole::Words => self.words,
            Whole::Together => self.together,
        }
    }

    fn each(self, other: Need, both: impl Fn(Len, Len) -> Len) -> Need {
        Need {
            digits: both(self.digits, other.digits),
            figures: both(self.figures, other.figures),
            words: both(self.words, other.words),
            together: both(self.together, other.together),
            most: both(self.most, other.most),
        }
    }

    fn or(self, other: Need) -> Need {
        self.each(other, Len::max)
    }

    fn widened(self, by: Len) -> Need {
        self.each(Need { digits: by, figures: by, words: by, together: by, most: by }, |one, other| one + other)
    }
}

/// What the columns of a table need, paddings included.
pub(super) struct Needs {
    /// For each column, what the cells that stand in it alone need, and its part of what those over several need at the least.
    pub columns: Vec<Need>,
    /// What cells over several columns need.
    pub spans: Vec<(Region, Need)>,
}

/// How closely a table's columns are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// At words alone, which is enough for nearly all tables.
    Words,
    /// At figures and digits too.
    Figures,
}

impl Needs {
    /// What the columns need at a squeeze. Whether given widths are counted upon says what cells over several columns need of the others.
    pub(super) fn of(table: &TableBlock, context: &Context, squeeze: Squeeze, style: Look, given: bool) -> Needs {
        let context = shrunk(context, squeeze);
        let padding = padding(table, &context, squeeze);
        let mut needs = Needs { columns: vec![Need::default(); table.columns.len()], spans: Vec::new() };
        let mut spanning = Vec::new();
        for GridCell { region, content: cell, .. } in table.grid.iter() {
            let need = of_block(&cell.block, &context, style, squeeze.letters).widened(padding.left + padding.right);
            match region.columns() {
                1 => needs.columns[region.column()] = needs.columns[region.column()].or(need),
                _ => spanning.push((region, need)),
            }
        }
        spanning.sort_by_key(|(region, _)| region.columns());
        for (region, need) in spanning {
            needs.spread(table, region, need, given);
            needs.spans.push((region, need));
        }
        needs
    }

    /// The same where columns want as much as those of other tables.
    pub(super) fn together(&self, company: &[Widths]) -> Needs {
        let wider = |(need, other): (&Need, &Widths)| Need {
            together: need.together.max(other.min),
            most: need.most.max(other.max).max(other.min),
            ..*need
        };
        Needs { columns: self.columns.iter().zip(company).map(wider).collect(), spans: self.spans.clone() }
    }

    /// Asks each column that a cell covers for its part of what they lack; those of a given width for theirs only where all are.
    fn spread(&mut self, table: &TableBlock, region: Region, need: Need, counted: bool) {
        let columns = region.column()..region.end_column();
        let given = |column: usize| match table.columns[column] {
            ColumnWidth::Fixed(width) if counted => width,
            ColumnWidth::Fixed(_) | ColumnWidth::Auto | ColumnWidth::Share(_) => Len::ZERO,
        };
        let has = columns.clone().fold(Need::default(), |has, column| {
            let given = given(column);
            let own = self.columns[column];
            has.each(
                own.or(Need { digits: given, figures: given, words: given, together: given, most: given }),
                |one, more| one + more,
            )
        });
        let lacks = need.each(has, |need, has| (need - has).at_least_zero());
        let free: Vec<usize> = columns.clone().filter(|column| given(*column) == Len::ZERO).collect();
        let asked = if free.is_empty() { columns.collect() } else { free };
        let count = asked.len() as i64;
        for (index, column) in (0..).zip(asked) {
            let given = given(column);
            let own = &mut self.columns[column];
            for (own, lack) in
                [(&mut own.digits, lacks.digits), (&mut own.figures, lacks.figures), (&mut own.words, lacks.words)]
            {
                if lack > Len::ZERO {
                    *own = (*own).max(given) + share::part(lack, index, count);
                }
            }
            // What all of them lack at the most is no wish of one: they have it where there is room to spare.
            own.most = own.most.max(own.together);
        }
    }
}

/// What a cell's block needs.
pub(super) fn of_block(block: &Block, context: &Context, style: Look, letters: bool) -> Need {
    let whole = widths(block, context);
    let coarse = Need { digits: whole.min, figures: whole.min, words: whole.min, together: whole.min, most: whole.max };
    if style == Look::Words {
        return coarse;
    }
    match block {
        Block::Text(body) => {
            let [digits, figures, words, together] =
                text::narrowest_in(body, context, letters).map(|need| need.min(whole.min));
            Need { digits, figures, words, together, ..coarse }
        }
        Block::Stack(stack) => stack
            .children
            .iter()
            .fold(Need::default(), |all, child| all.or(of_block(&child.block, context, style, letters))),
        Block::Hang(hang) => of_block(&hang.body, context, style, letters).widened(hang::indent(hang, context)),
        Block::Boxed(boxed) => of_block(&boxed.body, context, style, letters).widened(boxed::sides(boxed, context)),
        Block::Leader(_)
        | Block::Table(_)
        | Block::Beside(_)
        | Block::Corner(_)
        | Block::Turned(_)
        | Block::Picture(_)
        | Block::Rule(_)
        | Block::Drawing(_) => coarse,
    }
}

/// The cell that lacks most of what it needs to keep so much whole, and how wide it would have to be.
pub(super) fn most_lacking<'a>(
    table: &'a TableBlock,
    context: &Context,
    squeeze: Squeeze,
    columns: &[Len],
    whole: Whole,
    which: impl Fn(Region, &Block) -> bool,
) -> Option<(&'a Block, Len)> {
    let context = shrunk(context, squeeze);
    let padding = padding(table, &context, squeeze);
    let mut worst: Option<(&Block, Len, Len)> = None;
    for GridCell { region, content: cell, .. } in
        table.grid.iter().filter(|cell| which(cell.region, &cell.content.block))
    {
        let need =
            of_block(&cell.block, &context, Look::Figures, squeeze.letters).widened(padding.left + padding.right);
        let has: Len = columns[region.column()..region.end_column()].iter().copied().sum();
        let lack = need.of(whole) - has;
        if lack > Len::ZERO && worst.is_none_or(|(_, most, _)| lack > most) {
            worst = Some((&cell.block, lack, need.of(whole)));
        }
    }
    worst.map(|(block, _, need)| (block, need))
}

/// What the first text in a block says.
pub(super) fn words(block: &Block) -> Arc<str> {
    match block {
        Block::Text(text) => text.shaped.text.as_str().into(),
        Block::Turned(turned) => turned.body.shaped.text.as_str().into(),
        Block::Leader(leader) => leader.left.shaped.text.as_str().into(),
        Block::Stack(stack) => {
            let children = stack.children.iter().map(|child| words(&child.block));
            children.into_iter().find(|words| !words.is_empty()).unwrap_or_default()
        }
        Block::Hang(hang) => words(&hang.body),
        Block::Boxed(boxed) => words(&boxed.body),
        Block::Corner(corner) => words(&corner.columns),
        Block::Table(_) | Block::Beside(_) | Block::Picture(_) | Block::Rule(_) | Block::Drawing(_) => "".into(),
    }
}
