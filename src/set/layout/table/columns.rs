//! Column widths, settled once for a table: what gives way, in which order, until nothing in a cell need be parted.
//!
//! Padding gives way first, then type within the template's limit, then what was asked of other columns, then words, then the commas of
//! thousands. A share is never narrower than the words of its column; a given width is kept as long as its figures fit it.

use std::sync::Arc;

use crate::model::grid::Region;
use crate::model::len::{Len, Ratio};
use crate::model::report::ColumnWidth;

use super::super::frame::{NotKept, Warning, WarningKind};
use super::super::{Block, Context, Widths, share};
use super::needs::{Look, Need, Needs, Whole, most_lacking, words};
use super::{Squeeze, TableBlock};

/// The columns of a table as they are settled.
pub(super) struct Columns {
    /// Their widths.
    pub widths: Arc<[Len]>,
    /// How tightly their cells are set for it.
    pub squeeze: Squeeze,
    /// What couldn't be kept, if anything.
    pub warnings: Vec<Warning>,
}

/// Steps from natural paddings to the template's least, from natural type to its least, and from there to half the padding, the least that keeps two
/// figures apart.
const PADDING: i64 = 12;
const TYPE: i64 = PADDING + 50;
const END: i64 = TYPE + 4;

/// An order of things: what stays as it was asked and what is kept whole, within so much squeezing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Plan {
    /// Whether given widths stay as they are, as long as so much is whole in them.
    given: Option<Whole>,
    /// Whether shares stay shares, however much their columns need.
    shares: bool,
    /// What is kept whole in a column that has to be wider than it was given.
    widened: Whole,
    /// What is kept whole elsewhere.
    whole: Whole,
    from: i64,
    to: i64,
}

impl Plan {
    const AS_ASKED: Plan = Plan {
        given: Some(Whole::Together),
        shares: true,
        widened: Whole::Together,
        whole: Whole::Together,
        from: 0,
        to: 0,
    };
    const LEAST: Plan =
        Plan { given: None, shares: false, widened: Whole::Digits, whole: Whole::Digits, from: END, to: END };
    /// From what changes least to what changes most.
    const ALL: [Plan; 7] = [
        Plan { to: PADDING, ..Plan::AS_ASKED },
        Plan { given: Some(Whole::Figures), shares: false, to: TYPE, ..Plan::AS_ASKED },
        Plan { given: None, shares: false, to: TYPE, ..Plan::AS_ASKED },
        Plan { given: None, shares: false, widened: Whole::Figures, to: END, ..Plan::AS_ASKED },
        Plan { widened: Whole::Figures, whole: Whole::Words, from: TYPE, ..Plan::LEAST },
        Plan { widened: Whole::Figures, whole: Whole::Figures, from: TYPE, ..Plan::LEAST },
        Plan::LEAST,
    ];

    /// What a column needs.
    fn of(&self, column: ColumnWidth, need: &Need) -> Len {
        let whole = match column {
            ColumnWidth::Auto | ColumnWidth::Share(_) => self.whole,
            // One that needn't be wider isn't made so for words alone.
            ColumnWidth::Fixed(width) if width >= need.figures => self.given.unwrap_or(Whole::Figures),
            ColumnWidth::Fixed(_) => self.given.unwrap_or(self.widened),
        };
        need.of(whole)
    }
}

/// The columns in a measure.
pub(super) fn settle(table: &TableBlock, context: &Context, measure: Len) -> Columns {
    let natural = Needs::of(table, context, Squeeze::NONE, Look::Words, true);
    let alike = table.company.as_ref().map(|company| natural.together(company));
    let of_company = alike.and_then(|needs| assign(table, &needs, Plan::AS_ASKED, measure));
    if let Some(widths) = of_company.or_else(|| assign(table, &natural, Plan::AS_ASKED, measure)) {
        return Columns { widths: widths.into(), squeeze: Squeeze::NONE, warnings: Vec::new() };
    }
    let tried = |plan: Plan, step: i64| {
        let squeeze = squeeze(table, context, step);
        let in_needs = |given| {
            let needs = Needs::of(table, context, squeeze, Look::Figures, given);
            assign(table, &needs, plan, measure).map(|widths| (widths, squeeze))
        };
        // A given width that may yield may not be there for a cell that counts upon it.
        in_needs(true).or_else(|| plan.given.is_none().then(|| in_needs(false)).flatten())
    };
    for (index, plan) in Plan::ALL.into_iter().enumerate() {
        // The second says nothing that the third doesn't where no width is given.
        if index == 1 && !table.columns.iter().any(|column| matches!(column, ColumnWidth::Fixed(_))) {
            continue;
        }
        let Some(mut best) = tried(plan, plan.to) else { continue };
        // At `low` it doesn't hold, at `high` it does.
        let (mut low, mut high) = (plan.from - 1, plan.to);
        while high - low > 1 {
            let middle = (low + high) / 2;
            match tried(plan, middle) {
                Some(found) => (high, best) = (middle, found),
                None => low = middle,
            }
        }
        let (widths, squeeze) = best;
        let warnings = lacking(table, context, squeeze, &widths, plan);
        return Columns { widths: widths.into(), squeeze, warnings };
    }
    let squeeze = squeeze(table, context, END);
    let needs = Needs::of(table, context, squeeze, Look::Figures, false);
    let widths = crushed(&needs, measure);
    let warnings = lacking(table, context, squeeze, &widths, Plan::LEAST);
    Columns { widths: widths.into(), squeeze, warnings }
}

/// How tightly cells are set after some steps.
fn squeeze(table: &TableBlock, context: &Context, step: i64) -> Squeeze {
    let towards = |least: Ratio, done: i64, of: i64| {
        let least = least.as_millionths().clamp(0, 1_000_000);
        Ratio::millionths(1_000_000 - (1_000_000 - least) * done.clamp(0, of) / of)
    };
    let least = table.style.least_padding;
    let end = towards(Ratio::thousandths(500), step - TYPE, END - TYPE);
    // The limit is the template's, however tightly the page is set.
    let set = context.scale.size.times(context.scale.tables).as_millionths().max(1);
    let shrink = Ratio::millionths(table.style.shrink.as_millionths().saturating_mul(1_000_000) / set);
    Squeeze {
        padding: towards(least, step, PADDING).times(end),
        size: towards(shrink, step - PADDING, TYPE - PADDING),
        letters: step > TYPE,
    }
}

/// What the columns get by a plan; `None` where it has no room.
fn assign(table: &TableBlock, needs: &Needs, plan: Plan, measure: Len) -> Option<Vec<Len>> {
    let need: Vec<Len> =
        table.columns.iter().zip(&needs.columns).map(|(column, need)| plan.of(*column, need)).collect();
    let mut widths = vec![Len::ZERO; need.len()];
    let mut left = measure.at_least_zero();
    let fixed = indices(table, |column| matches!(column, ColumnWidth::Fixed(_)));
    let automatic = indices(table, |column| matches!(column, ColumnWidth::Auto));
    let shares = indices(table, |column| matches!(column, ColumnWidth::Share(_)));
    let least = |which: &[usize]| which.iter().map(|&index| need[index]).sum::<Len>();
    let others = least(&automatic) + least(&shares);
    for (&index, width) in fixed.iter().zip(given(table, &fixed, &need, plan, left - others)?) {
        widths[index] = width;
        left -= width;
    }
    if others > left {
        return None;
    }
    let room = if shares.is_empty() { left } else { left - least(&shares) };
    for (&index, width) in automatic.iter().zip(automatic_in(needs, &automatic, &need, room, shares.is_empty())) {
        widths[index] = width;
        left -= width;
    }
    for (&index, width) in shares.iter().zip(shared(table, &shares, &need, plan, left)?) {
        widths[index] = width;
    }
    let suffices = |(region, need): &(Region, Need)| {
        let columns = region.column()..region.end_column();
        let is_given = table.columns[columns.clone()].iter().all(|column| matches!(column, ColumnWidth::Fixed(_)));
        let whole = if is_given { plan.given.unwrap_or(plan.widened.min(Whole::Figures)) } else { plan.whole };
        widths[columns].iter().copied().sum::<Len>() >= need.of(whole)
    };
    needs.spans.iter().all(suffices).then_some(widths)
}

/// The columns of given widths, within what the others leave at the most.
fn given(table: &TableBlock, fixed: &[usize], need: &[Len], plan: Plan, room: Len) -> Option<Vec<Len>> {
    let asked = |index: usize| match table.columns[index] {
        ColumnWidth::Fixed(width) => width,
        ColumnWidth::Auto | ColumnWidth::Share(_) => Len::ZERO,
    };
    let wanted: Vec<Widths> =
        fixed.iter().map(|&index| Widths { min: need[index], max: asked(index).max(need[index]) }).collect();
    let sum = |of: fn(&Widths) -> Len| wanted.iter().map(of).sum::<Len>();
    if sum(|wanted| wanted.max) <= room {
        let kept = plan.given.is_none() || fixed.iter().zip(&wanted).all(|(&index, it)| it.max == asked(index));
        return kept.then(|| wanted.iter().map(|wanted| wanted.max).collect());
    }
    (plan.given.is_none() && sum(|wanted| wanted.min) <= room).then(|| share::fair(&wanted, room, false))
}

/// The columns that take what their content wants. Where there is room to spare, cells over several of them have the first of it.
fn automatic_in(needs: &Needs, columns: &[usize], need: &[Len], room: Len, fill: bool) -> Vec<Len> {
    let wanted: Vec<Widths> = columns
        .iter()
        .map(|&index| Widths { min: need[index], max: needs.columns[index].most.max(need[index]) })
        .collect();
    let most: Len = wanted.iter().map(|wanted| wanted.max).sum();
    if most > room {
        return share::fair(&wanted, room, fill);
    }
    let mut widths: Vec<Len> = wanted.iter().map(|wanted| wanted.max).collect();
    let mut spare = room - most;
    for (region, wanted) in &needs.spans {
        let covered: Vec<usize> = (0..columns.len())
            .filter(|&place| (region.column()..region.end_column()).contains(&columns[place]))
            .collect();
        if covered.len() < region.columns() {
            continue;
        }
        let has: Len = covered.iter().map(|&place| widths[place]).sum();
        let lack = (wanted.most - has).at_least_zero().min(spare);
        for (index, &place) in (0..).zip(&covered) {
            widths[place] += share::part(lack, index, covered.len() as i64);
        }
        spare -= lack;
    }
    if fill {
        let count = widths.len() as i64;
        for (index, width) in (0..).zip(widths.iter_mut()) {
            *width += share::part(spare, index, count);
        }
    }
    widths
}

/// The columns that share what is left; by a gentle plan by their shares alone, else none narrower than it needs.
fn shared(table: &TableBlock, shares: &[usize], need: &[Len], plan: Plan, left: Len) -> Option<Vec<Len>> {
    let share_of = |index: usize| match table.columns[index] {
        ColumnWidth::Share(share) => i64::from(share),
        ColumnWidth::Auto | ColumnWidth::Fixed(_) => 0,
    };
    let mut widths = vec![None; shares.len()];
    loop {
        let open = || (0..shares.len()).filter(|place| widths[*place].is_none());
        let total: i64 = open().map(|place| share_of(shares[place])).sum();
        let taken: Len = widths.iter().flatten().copied().sum();
        let (mut before, mut parts) = (0, Vec::new());
        for place in open() {
            let until = before + share_of(shares[place]);
            let room = left - taken;
            parts.push((place, room.part(until, total.max(1)) - room.part(before, total.max(1))));
            before = until;
        }
        let narrow: Vec<usize> =
            parts.iter().filter(|(place, width)| *width < need[shares[*place]]).map(|(place, _)| *place).collect();
        if narrow.is_empty() {
            parts.into_iter().for_each(|(place, width)| widths[place] = Some(width));
            return Some(widths.into_iter().flatten().collect());
        }
        if plan.shares {
            return None;
        }
        narrow.into_iter().for_each(|place| widths[place] = Some(need[shares[place]]));
    }
}

/// Widths where not even digits have room: each in proportion to what it needs for them.
fn crushed(needs: &Needs, measure: Len) -> Vec<Len> {
    let wanted: Vec<Widths> = needs.columns.iter().map(|need| Widths { min: Len::ZERO, max: need.digits }).collect();
    share::fair(&wanted, measure.at_least_zero(), true)
}

/// What settled columns couldn't keep: figures, words, given widths.
fn lacking(table: &TableBlock, context: &Context, squeeze: Squeeze, widths: &[Len], plan: Plan) -> Vec<Warning> {
    let cut = if plan.whole < Whole::Together { cut(table, context, squeeze, widths) } else { None };
    let fixed = table.columns.iter().enumerate().filter_map(|(index, column)| match column {
        ColumnWidth::Fixed(given) => Some((index, *given)),
        ColumnWidth::Auto | ColumnWidth::Share(_) => None,
    });
    // What is cut in a table that is too wide has been said.
    let says = cut.is_none();
    let not_kept = fixed.filter_map(|(index, given)| not_kept(table, context, squeeze, widths, (index, given, says)));
    // That given widths have no room together is said once.
    let mut narrowed = false;
    let not_kept = not_kept.filter(|warning| match &warning.kind {
        WarningKind::WidthNotKept { cell, .. } if cell.is_empty() => !std::mem::replace(&mut narrowed, true),
        _ => true,
    });
    cut.into_iter().chain(not_kept).collect()
}

/// Of what is cut in a table that is too wide, the worst: a figure, else a word.
fn cut(table: &TableBlock, context: &Context, squeeze: Squeeze, widths: &[Len]) -> Option<Warning> {
    let has_digits = |_, block: &Block| words(block).contains(|character: char| character.is_ascii_digit());
    let figure = most_lacking(table, context, squeeze, widths, Whole::Figures, has_digits);
    let (block, _) = figure.or_else(|| most_lacking(table, context, squeeze, widths, Whole::Words, |_, _| true))?;
    let (cell, table) = (words(block), table.span);
    let kind = match figure {
        Some(_) => WarningKind::FiguresCut { cell, table },
        None => WarningKind::WordsCut { cell, table },
    };
    Some(Warning { kind, span: block.span().or(Some(table)) })
}

/// What became of a column of a given width, where it has another or cuts words.
fn not_kept(
    table: &TableBlock,
    context: &Context,
    squeeze: Squeeze,
    widths: &[Len],
    (index, given, says): (usize, Len, bool),
) -> Option<Warning> {
    let set = widths[index];
    let of_column = |region: Region, _: &Block| region.columns() == 1 && region.column() == index;
    let word = most_lacking(table, context, squeeze, widths, Whole::Words, of_column).filter(|_| says);
    if set == given && word.is_none() {
        return None;
    }
    // What made it wider: the widest that wouldn't have fitted.
    let mut at_given = widths.to_vec();
    at_given[index] = given;
    let cause = word.or_else(|| most_lacking(table, context, squeeze, &at_given, Whole::Figures, of_column));
    let not_kept = NotKept { given, set, fitting: word.map(|(_, need)| need) };
    let cell = cause.map(|(block, _)| words(block)).unwrap_or_default();
    let span = cause.and_then(|(block, _)| block.span()).unwrap_or(table.span);
    Some(Warning { kind: WarningKind::WidthNotKept { cell, not_kept }, span: Some(span) })
}

fn indices(table: &TableBlock, which: impl Fn(&ColumnWidth) -> bool) -> Vec<usize> {
    (0..table.columns.len()).filter(|&index| which(&table.columns[index])).collect()
}

/// What a table wants in all.
pub(super) fn widths(table: &TableBlock, context: &Context) -> Widths {
    let needs = Needs::of(table, context, Squeeze::NONE, Look::Words, true);
    let sum = |of: fn(&Need) -> Len| needs.columns.iter().map(of).sum::<Len>();
    let spans = needs.spans.iter().filter(|(region, _)| region.columns() == table.columns.len());
    let most = spans.map(|(_, need)| need.most).fold(sum(|need| need.most), Len::max);
    Widths { min: sum(|need| need.together), max: most }
}

/// What each column wants.
pub(super) fn wanted(table: &TableBlock, context: &Context) -> Vec<Widths> {
    let needs = Needs::of(table, context, Squeeze::NONE, Look::Words, true);
    needs.columns.iter().map(|need| Widths { min: need.together, max: need.most }).collect()
}
