//! The blocks: a closed set, text shaped and looks resolved, ready to be placed at any width and scale.

use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::report::Align;
use crate::model::source::Span;
use crate::set::text::{Fill, Shaped};

use super::beside::Beside;
use super::corner::Corner;
use super::frame::{Frame, Owner};
use super::link::Link;
use super::linked::TextLink;
use super::picture::PictureBlock;
use super::table::TableBlock;
use super::turned::Turned;

/// Something that can be placed.
#[derive(Debug, Clone)]
pub(crate) enum Block {
    /// A paragraph.
    Text(TextBlock),
    /// Blocks below each other.
    Stack(Stack),
    /// A sign and a body that hangs after it.
    Hang(Box<Hang>),
    /// A body in a padded, filled or framed box.
    Boxed(Box<Boxed>),
    /// A line with text at both ends.
    Leader(Box<Leader>),
    /// A table.
    Table(Box<TableBlock>),
    /// Blocks beside each other.
    Beside(Beside),
    /// The corner of a table's head.
    Corner(Box<Corner>),
    /// A text on its side.
    Turned(Box<Turned>),
    /// A picture.
    Picture(PictureBlock),
    /// A horizontal rule.
    Rule(RuleBlock),
    /// A drawing.
    Drawing(DrawingBlock),
}

/// A place that links, bookmarks and the contents lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum AnchorId {
    /// Part, department and project, counted so that 0 is the one above.
    Section([u32; 3]),
    /// A table, image or chart, counted over the report.
    Block(u32),
}

/// A colour as it is printed: sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Color {
    /// Red, green, blue.
    pub rgb: [u8; 3],
}

/// What of a text gives way when its chapter is tightened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Elastic {
    /// Nothing: titles and banners.
    Nothing,
    /// Its size: tables.
    Size,
    /// Its size and line spacing: body text.
    SizeAndLeading,
}

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ParagraphStyle {
    /// Type size.
    pub size: Len,
    /// Line spacing as a factor on the size.
    pub leading: Ratio,
    /// Colour.
    pub color: Color,
    /// The colours of emphasis in it.
    pub accent: [Color; 3],
    /// Where its lines stand in the measure.
    pub align: Align,
    /// How its lines are filled.
    pub fill: Fill,
    /// Fewer of its lines than this never stand alone at a page's foot or head.
    pub orphans: usize,
    /// What gives way.
    pub elastic: Elastic,
    /// Where the template says so: what tells one kind of text from another that looks like it.
    pub spec: Span,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextBlock {
    /// Its glyphs.
    pub shaped: Arc<Shaped>,
    /// Its style.
    pub style: ParagraphStyle,
    /// Whose text it is.
    pub owner: Owner,
    /// Where it was typed.
    pub span: Option<Span>,
    /// A place that is led to.
    pub anchor: Option<AnchorId>,
    /// What is left blank before and after each of its lines.
    pub margins: Margins,
    /// The stretches of it that lead somewhere, in order.
    pub links: Vec<TextLink>,
}

/// Blanks beside a text, by which figures in a column align; in millionths of an em.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Margins {
    /// Before it.
    pub before: i64,
    /// After it.
    pub after: i64,
}

impl Margins {
    /// Both together.
    pub(crate) fn sum(self) -> i64 {
        self.before + self.after
    }
}

/// Blocks below each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stack {
    /// From the top.
    pub children: Vec<Child>,
}

/// A block of a stack and how it stands to its neighbours.
#[derive(Debug, Clone)]
pub(crate) struct Child {
    /// The gap above; none at the top of a page.
    pub gap: Len,
    /// Its share of a page's spare height, added to the gap where the whole stack stands on one page.
    pub spring: u32,
    /// Whether it never stands last on a page while something follows.
    pub keep_with_next: bool,
    /// The least gap above what follows it.
    pub below: Len,
    /// Whether it stands on a page on its side. Stacks don't ask: chapters are divided by it, which begins a page.
    pub landscape: bool,
    /// Whether it begins a page; chapters are divided by it too.
    pub begins_page: bool,
    /// The place that begins with it.
    pub anchor: Option<AnchorId>,
    /// The block.
    pub block: Block,
}

impl Child {
    /// A block with a gap above.
    pub(crate) fn new(gap: Len, block: Block) -> Child {
        Child {
            gap,
            spring: 0,
            keep_with_next: false,
            below: Len::ZERO,
            landscape: false,
            begins_page: false,
            anchor: None,
            block,
        }
    }

    /// The same, kept with what follows.
    pub(crate) fn with_next(self) -> Child {
        Child { keep_with_next: true, ..self }
    }

    /// The same, beginning a place.
    pub(crate) fn anchored(self, anchor: Option<AnchorId>) -> Child {
        Child { anchor, ..self }
    }

    /// The same, taking a share of spare height above it.
    pub(crate) fn spring(self, spring: u32) -> Child {
        Child { spring, ..self }
    }
}

/// A sign and a body that hangs after it.
#[derive(Debug, Clone)]
pub(crate) struct Hang {
    /// The sign; it stands once, beside the body's first piece.
    pub sign: Block,
    /// The left edge of the sign.
    pub indent: Len,
    /// From the sign's left edge to the body's; a wider sign pushes the body.
    pub width: Len,
    /// The least blank between sign and body.
    pub gap: Len,
    /// The body.
    pub body: Block,
}

/// A length for each side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Sides {
    /// Top.
    pub top: Len,
    /// Right.
    pub right: Len,
    /// Bottom.
    pub bottom: Len,
    /// Left.
    pub left: Len,
}

/// A rule's style; no width is no rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Stroke {
    /// Its thickness.
    pub width: Len,
    /// Its colour.
    pub color: Color,
}

impl Stroke {
    /// No rule.
    pub(crate) const NONE: Stroke = Stroke { width: Len::ZERO, color: Color { rgb: [0; 3] } };
}

/// How a box's width is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// The whole measure.
    Measure,
    /// As its body needs, at least this, standing where the alignment says.
    Body(Len, Align),
}

/// A body in a box.
#[derive(Debug, Clone)]
pub(crate) struct Boxed {
    /// Between box and body.
    pub padding: Sides,
    /// Whether the padding gives way with the gaps.
    pub elastic: bool,
    /// Its background.
    pub fill: Option<Color>,
    /// Its frame: top, right, bottom, left.
    pub frame: [Stroke; 4],
    /// The length of the dashes of its frame; none for a solid one.
    pub dash: Len,
    /// A second, fine frame outside, at this distance.
    pub double: Option<(Len, Stroke)>,
    /// What stands in its upper edge.
    pub title: Option<EdgeTitle>,
    /// A box that is no higher than this stays in one piece.
    pub keep: Len,
    /// How wide it is.
    pub fit: Fit,
    /// The least height; the body stands in the middle of it.
    pub min_height: Len,
    /// The body.
    pub body: Block,
}

/// A title in the upper edge of a box, which is broken for it.
#[derive(Debug, Clone)]
pub(crate) struct EdgeTitle {
    /// The title.
    pub text: TextBlock,
    /// Between it and the edge at its sides.
    pub gap: Len,
    /// Its background.
    pub background: Option<Color>,
}

impl Boxed {
    /// A box over the whole measure that shows nothing of itself.
    pub(crate) fn plain(body: Block) -> Boxed {
        Boxed {
            padding: Sides::default(),
            elastic: false,
            fill: None,
            frame: [Stroke::NONE; 4],
            dash: Len::ZERO,
            double: None,
            title: None,
            keep: Len::ZERO,
            fit: Fit::Measure,
            min_height: Len::ZERO,
            body,
        }
    }
}

impl Block {
    /// Where the first of it was defined; nowhere for a rule, which only templates set.
    pub(crate) fn span(&self) -> Option<Span> {
        match self {
            Block::Text(text) => text.span,
            Block::Stack(stack) => stack.children.iter().find_map(|child| child.block.span()),
            Block::Hang(hang) => hang.sign.span().or_else(|| hang.body.span()),
            Block::Boxed(boxed) => boxed.title.as_ref().and_then(|title| title.text.span).or_else(|| boxed.body.span()),
            Block::Leader(leader) => leader.left.span,
            Block::Table(table) => Some(table.span),
            Block::Beside(beside) => beside.children.iter().find_map(Block::span),
            Block::Corner(corner) => corner.columns.span(),
            Block::Turned(turned) => turned.body.span,
            Block::Picture(picture) => Some(picture.span),
            Block::Rule(_) => None,
            Block::Drawing(drawing) => Some(drawing.span),
        }
    }

    /// The block, moved to the right.
    pub(crate) fn indented(self, left: Len) -> Block {
        if left == Len::ZERO {
            return self;
        }
        Block::Boxed(Box::new(Boxed { padding: Sides { left, ..Sides::default() }, ..Boxed::plain(self) }))
    }
}

/// A line with text at both ends.
#[derive(Debug, Clone)]
pub(crate) struct Leader {
    /// At the left.
    pub left: TextBlock,
    /// At the right.
    pub right: LeaderEnd,
    /// The sign that fills the space between, shaped once; none leaves it blank.
    pub sign: Option<TextBlock>,
    /// The least blank on both sides of the leader.
    pub gap: Len,
    /// The whole line leads somewhere.
    pub link: Option<Link>,
}

/// What stands at the right of a leader.
#[derive(Debug, Clone)]
pub(crate) enum LeaderEnd {
    /// Nothing.
    Nothing,
    /// Text.
    Text(TextBlock),
    /// The number of the page on which an anchor stands, filled in after pagination.
    Page {
        /// The anchor.
        anchor: AnchorId,
        /// How the number looks; its text holds the digits `0123456789`.
        digits: TextBlock,
        /// The room it is given.
        width: Len,
    },
    /// Something else, as wide as it wants to be.
    Block(Box<Block>),
}

/// A horizontal rule.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RuleBlock {
    /// Its style.
    pub stroke: Stroke,
    /// Its length; none is the whole measure.
    pub length: Option<Len>,
    /// Where a short rule stands.
    pub align: Align,
}

/// A drawing, made for a width: shapes and texts at exact places, set as they are.
#[derive(Debug, Clone)]
pub(crate) struct DrawingBlock {
    /// What was drawn.
    pub frame: Arc<Frame>,
    /// Where it stands in the measure.
    pub align: Align,
    /// Where it is defined.
    pub span: Span,
}
