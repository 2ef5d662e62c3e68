//! Organisation charts (조직도): a tree from the top down.
//!
//! Offices of a level are boxes of one size. What stands below an office is a row of boxes, several rows, or a list at a spine; the first of
//! these that fits the width is taken.

use crate::model::len::{Len, Ratio};
use crate::set::layout::{Point, Rect, Stroke, TextBlock};

use super::drawing::Drawing;
use super::label::{BoxStyle, BoxText};
use super::scales::scales;

/// An office of texts that are shaped.
pub(crate) type Office = crate::model::report::chart::Office<TextBlock>;

/// How an organisation chart looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrganisationStyle {
    /// Boxes by level, at least one; deeper ones look like the last.
    pub levels: Vec<BoxStyle>,
    /// Boxes at the side.
    pub aside: BoxStyle,
    /// Lines.
    pub line: Stroke,
    /// The least width of a box.
    pub narrowest: Len,
    /// The most width of a box whose text can be broken.
    pub widest: Len,
    /// Between boxes beside each other.
    pub gap: Len,
    /// Between a box and those below it.
    pub drop: Len,
    /// Between the boxes of a list.
    pub list_gap: Len,
    /// From a box's left edge to that of a list below it.
    pub indent: Len,
    /// The least size of type.
    pub smallest: Len,
}

/// Draws a tree of offices, in the first arrangement and the largest type that fit the width.
pub(crate) fn organisation(root: &Office, style: &OrganisationStyle, width: Len) -> Drawing {
    let mut texts = Vec::new();
    root.each(0, &mut |_, office| {
        texts.extend(office.caption.texts().chain(office.aside.iter().flat_map(BoxText::texts)));
    });
    let scales = scales(texts.into_iter(), style.smallest);
    // Smaller type rather than lists within lists.
    for plans in [plans(root), vec![Plan { rows: 1, lists: Lists::All, own: false }]] {
        for scale in &scales {
            let measured = Measured::new(root, style, *scale);
            if let Some(drawing) = plans.iter().find_map(|plan| measured.fitted(root, *plan, width)) {
                return drawing;
            }
        }
    }
    let smallest = scales.last().copied().unwrap_or_default();
    let plan = Plan { rows: 1, lists: Lists::All, own: false };
    Measured::new(root, style, smallest).drawn(root, plan, 0)
}

/// An arrangement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Plan {
    /// How many rows stand below the first office that more than one stands below.
    rows: usize,
    /// What becomes a list.
    lists: Lists,
    /// Whether boxes of a level are each as wide as their own text asks for.
    own: bool,
}

/// What becomes a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lists {
    /// Nothing.
    None,
    /// Offices without others below them, unless they stand in the first row of several.
    Leaves,
    /// Everything.
    All,
}

/// The arrangements worth trying, the best first.
fn plans(root: &Office) -> Vec<Plan> {
    let (_, trunk) = trunk(root);
    let most = trunk.below.len();
    let flat = trunk.depth() <= 2;
    let mut plans = vec![Plan { rows: 1, lists: Lists::None, own: false }];
    if !flat {
        plans.push(Plan { rows: 1, lists: Lists::Leaves, own: false });
    }
    let lists = if flat { Lists::None } else { Lists::Leaves };
    // A row of one box would be a list without a spine.
    plans.extend((2..=most / 2).map(|rows| Plan { rows, lists, own: false }));
    // Boxes of one size are read more easily, but rather boxes of several than smaller type.
    let own: Vec<Plan> = plans.iter().map(|plan| Plan { own: true, ..*plan }).collect();
    plans.extend(own);
    plans
}

/// The first office that not just one stands below, and its level.
fn trunk(root: &Office) -> (usize, &Office) {
    let mut trunk = (0, root);
    while let [below] = &trunk.1.below[..] {
        trunk = (trunk.0 + 1, below);
    }
    trunk
}

/// Steps between the least and the natural width of boxes.
const STEPS: i64 = 8;

/// Boxes measured at a size of type.
struct Measured<'a> {
    style: &'a OrganisationStyle,
    scale: Ratio,
    /// For each level, and for those at the side, the least and the natural width.
    levels: Vec<(Len, Len)>,
    aside: (Len, Len),
    root: &'a Office,
}

/// The size of the boxes of each level, and of those at the side.
struct Sizes {
    levels: Vec<(Len, Len)>,
    aside: (Len, Len),
    /// How far they are from their least width.
    step: i64,
}

impl OrganisationStyle {
    fn level(&self, level: usize) -> &BoxStyle {
        &self.levels[level.min(self.levels.len() - 1)]
    }

    /// The least and the natural width of a box.
    fn widths(&self, caption: &BoxText, style: &BoxStyle, scale: Ratio) -> (Len, Len) {
        let widths = caption.widths(style, scale);
        let least = widths.min.max(self.narrowest);
        (least, widths.max.min(self.widest).max(least))
    }
}

impl<'a> Measured<'a> {
    fn new(root: &'a Office, style: &'a OrganisationStyle, scale: Ratio) -> Measured<'a> {
        let mut levels = vec![(style.narrowest, style.narrowest); root.depth()];
        let mut aside = (style.narrowest, style.narrowest);
        let widen = |(min, max): &mut (Len, Len), caption: &BoxText, box_style: &BoxStyle| {
            let (least, natural) = style.widths(caption, box_style, scale);
            *min = (*min).max(least);
            *max = (*max).max(natural).max(*min);
        };
        root.each(0, &mut |level, office| {
            widen(&mut levels[level], &office.caption, style.level(level));
            office.aside.iter().for_each(|caption| widen(&mut aside, caption, &style.aside));
        });
        Measured { style, scale, levels, aside, root }
    }

    /// The drawing with the widest boxes that fit.
    fn fitted(&self, root: &Office, plan: Plan, width: Len) -> Option<Drawing> {
        let fits = |step: i64| Some(self.drawn(root, plan, step)).filter(|drawing| drawing.width <= width);
        // Nearly always the natural width fits or not even the least does.
        if let Some(natural) = fits(STEPS) {
            return Some(natural);
        }
        let mut widest = fits(0)?;
        for step in 1..STEPS {
            match fits(step) {
                Some(wider) => widest = wider,
                None => break,
            }
        }
        Some(widest)
    }

    fn drawn(&self, root: &Office, plan: Plan, step: i64) -> Drawing {
        let sizes = self.sizes(plan, step);
        let style = self.style;
        let arranging = Arranging { style, sizes: &sizes, plan, trunk: trunk(root).0, scale: self.scale };
        let piece = arranging.office(root, 0, arranging.width(root, 0));
        let mut drawing = Drawing { width: piece.left + piece.right, height: piece.bottom, ..Drawing::default() };
        drawing.append(piece.drawing, piece.left, Len::ZERO);
        drawing
    }

    fn sizes(&self, plan: Plan, step: i64) -> Sizes {
        let mut levels: Vec<(Len, Len)> =
            self.levels.iter().map(|widths| (between(*widths, step), Len::ZERO)).collect();
        let mut aside = (between(self.aside, step), Len::ZERO);
        self.root.each(0, &mut |level, office| {
            let (width, height) = &mut levels[level];
            let style = self.style.level(level);
            let own = || between(self.style.widths(&office.caption, style, self.scale), step);
            let width = if plan.own { own() } else { *width };
            *height = (*height).max(office.caption.height(style, self.scale, width));
            for caption in &office.aside {
                aside.1 = aside.1.max(caption.height(&self.style.aside, self.scale, aside.0));
            }
        });
        Sizes { levels, aside, step }
    }
}

/// So many steps from the least to the natural width.
fn between((least, natural): (Len, Len), step: i64) -> Len {
    least + (natural - least).part(step, STEPS)
}

/// An office and what is below it, drawn around the middle of its upper edge.
struct Piece {
    /// How far it reaches to the left.
    left: Len,
    /// And to the right.
    right: Len,
    /// And down.
    bottom: Len,
    drawing: Drawing,
}

impl Piece {
    fn take(&mut self, other: Piece, x: Len, y: Len) {
        self.left = self.left.max(other.left - x);
        self.right = self.right.max(other.right + x);
        self.bottom = self.bottom.max(other.bottom + y);
        self.drawing.append(other.drawing, x, y);
    }
}

struct Arranging<'a> {
    style: &'a OrganisationStyle,
    sizes: &'a Sizes,
    plan: Plan,
    /// The level of the first office that not just one stands below.
    trunk: usize,
    scale: Ratio,
}

impl Arranging<'_> {
    /// How wide an office's box is.
    fn width(&self, office: &Office, level: usize) -> Len {
        match self.plan.own {
            true => between(self.style.widths(&office.caption, self.style.level(level), self.scale), self.sizes.step),
            false => self.sizes.levels[level].0,
        }
    }

    fn office(&self, office: &Office, level: usize, width: Len) -> Piece {
        let height = self.sizes.levels[level].1;
        let half = width / 2;
        let mut piece = Piece { left: half, right: width - half, bottom: height, drawing: Drawing::default() };
        // Before those below it, as it is read.
        let rect = Rect::new(-half, Len::ZERO, width, height);
        office.caption.boxed(&mut piece.drawing, rect, self.style.level(level), self.scale);
        let lists = match self.plan.lists {
            Lists::None => false,
            Lists::Leaves => level > self.trunk && office.below.iter().all(Office::is_leaf),
            Lists::All => true,
        };
        let aside = self.aside(office, height, lists, &mut piece);
        match (office.below.is_empty(), lists) {
            (true, _) => self.line(&mut piece, &[(Len::ZERO, height), (Len::ZERO, aside.last)]),
            (false, true) => {
                self.line(&mut piece, &[(Len::ZERO, height), (Len::ZERO, aside.last)]);
                self.list(office, level, (width, aside.bottom), &mut piece);
            }
            (false, false) => self.rows(office, level, aside.bottom, &mut piece),
        }
        piece
    }

    /// Boxes at both sides of the line that goes down from an office; only at the right where a list stands at the left.
    fn aside(&self, office: &Office, height: Len, list: bool, piece: &mut Piece) -> Aside {
        let (width, box_height) = self.sizes.aside;
        let mut below = Aside { last: height, bottom: height };
        for (index, caption) in office.aside.iter().enumerate() {
            let left = !list && index % 2 == 1;
            if !left {
                below.last = below.bottom + self.style.drop / 2 + box_height / 2;
                below.bottom += self.style.drop / 2 + box_height;
            }
            let x = if left { -self.style.gap - width } else { self.style.gap };
            let rect = Rect::new(x, below.bottom - box_height, width, box_height);
            let edge = if left { rect.right() } else { rect.x };
            self.line(piece, &[(Len::ZERO, below.last), (edge, below.last)]);
            caption.boxed(&mut piece.drawing, rect, &self.style.aside, self.scale);
            piece.left = piece.left.max(-rect.x);
            piece.right = piece.right.max(rect.right());
        }
        piece.bottom = piece.bottom.max(below.bottom);
        below
    }

    /// Offices below each other at a spine that goes down from their parent's left.
    fn list(&self, office: &Office, level: usize, (width, top): (Len, Len), piece: &mut Piece) {
        let height = self.sizes.levels[level].1;
        let child_height = self.sizes.levels[level + 1].1;
        let child_width = office.below.iter().map(|child| self.width(child, level + 1)).max().unwrap_or_default();
        let edge = -(width / 2) + self.style.indent;
        let spine = edge - self.style.indent / 2;
        let mut y = top + self.style.drop / 2;
        let mut end = height;
        for child in &office.below {
            let child = self.office(child, level + 1, child_width);
            let bottom = child.bottom;
            end = y + child_height / 2;
            self.line(piece, &[(spine, end), (edge, end)]);
            piece.take(child, edge + child_width / 2, y);
            y += bottom + self.style.list_gap;
        }
        self.line(piece, &[(spine, height), (spine, end)]);
    }

    /// Offices in rows, each below a line across; from one line to the next one goes down beside a box of the row between.
    fn rows(&self, office: &Office, level: usize, top: Len, piece: &mut Piece) {
        let (height, drop, gap) = (self.sizes.levels[level].1, self.style.drop, self.style.gap);
        let rows = if level == self.trunk { self.plan.rows } else { 1 };
        let in_row = office.below.len().div_ceil(rows);
        let mut trunk = Point::new(Len::ZERO, height);
        let mut y = top;
        let mut rows_left = office.below.chunks(in_row).peekable();
        while let Some(row) = rows_left.next() {
            let pieces: Vec<Piece> =
                row.iter().map(|child| self.office(child, level + 1, self.width(child, level + 1))).collect();
            let centres = centres(&pieces, gap);
            let (bus, row_top) = (y + drop / 2, y + drop);
            self.line(piece, &[(trunk.x, trunk.y), (trunk.x, bus)]);
            let mut across = vec![trunk.x];
            across.extend(&centres);
            // The next row's line goes down where two of this row stand apart, near the middle.
            let beside = pieces.len() / 2;
            trunk = Point::new(centres[beside] - pieces[beside].left - gap / 2, bus);
            if rows_left.peek().is_some() {
                across.push(trunk.x);
            }
            across.sort();
            self.line(piece, &[(across[0], bus), (across[across.len() - 1], bus)]);
            for (child, centre) in pieces.into_iter().zip(centres) {
                self.line(piece, &[(centre, bus), (centre, row_top)]);
                y = y.max(row_top + child.bottom);
                piece.take(child, centre, row_top);
            }
        }
    }

    fn line(&self, piece: &mut Piece, points: &[(Len, Len)]) {
        let points: Vec<Point> = points.iter().map(|&(x, y)| Point::new(x, y)).collect();
        if points.windows(2).any(|pair| pair[0] != pair[1]) {
            piece.drawing.line(&points, self.style.line);
        }
    }
}

/// Where the boxes at an office's side end.
struct Aside {
    /// Where the line to the last of them leaves.
    last: Len,
    /// The foot of the last of them.
    bottom: Len,
}

/// Where the middles of pieces beside each other stand, the first and the last as far from zero.
fn centres(pieces: &[Piece], gap: Len) -> Vec<Len> {
    let mut centres = Vec::with_capacity(pieces.len());
    let mut right = None;
    for piece in pieces {
        let centre = right.map_or(Len::ZERO, |right| right + gap + piece.left);
        right = Some(centre + piece.right);
        centres.push(centre);
    }
    let middle = centres.last().copied().unwrap_or_default() / 2;
    centres.iter().map(|centre| *centre - middle).collect()
}
