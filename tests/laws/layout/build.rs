//! Plans to blocks: every text, picture and link gets an element of its own, everything a place in a file.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::len::{Len, Ratio};
use crate::model::picture::{Content, Part};
use crate::model::report::Picture;
use crate::model::source::{FileId, Span};
use crate::model::structure::NodeId;
use crate::read::picture::inspect;
use crate::set::layout::{
    AnchorId, Beside, Block, Boxed, CellBlock, Child, Color, Corner, DrawingBlock, EdgeTitle, Fit, Frame, Hang, Kept,
    Leader, LeaderEnd, LeafKind, Link, LinkTarget, Margins, Owner, Path, PictureBlock, Rect, Rule, RuleBlock, Sides,
    Stack, Stroke, TableBlock, TableStyle, TextBlock, Turned, Width,
};

use super::grid::Grid;
use super::tree::{BoxStyle, End, Item, Tree};
use super::words::{Words, align};
use crate::model::grid as model;

/// The colours that tell the parts of a table apart in a frame.
pub(crate) const OUTER: Color = Color { rgb: [1, 0, 0] };
pub(crate) const HEAD: Color = Color { rgb: [2, 0, 0] };
pub(crate) const INNER: Color = Color { rgb: [3, 0, 0] };
pub(crate) const SIDE: Color = Color { rgb: [4, 0, 0] };
/// The red of cell backgrounds; green and blue are the cell's number.
pub(crate) const GROUND: u8 = 5;
/// The red of rule blocks; green and blue are the rule's number. Rules in what stands again on further pages have [`REPEATED`] instead.
pub(crate) const RULE: u8 = 6;
const REPEATED: Color = Color { rgb: [7, 0, 0] };
const PLAIN: Color = Color { rgb: [8, 0, 0] };

/// A block, and how many elements own parts of it.
pub(crate) fn build(tree: &Tree) -> (Block, usize) {
    let mut builder = Builder::default();
    let block = builder.block(tree);
    (block, builder.nodes)
}

#[derive(Default)]
struct Builder {
    nodes: usize,
    rules: usize,
    /// How many heads and names of tables, which stand again on further pages, this stands in.
    heads: usize,
}

/// What a picture holds doesn't matter to layout.
fn drawing() -> Content {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>".to_vec();
    inspect(vec![svg]).pop().expect("one for each").expect("it is whole").content
}

fn pt(points: u8) -> Len {
    Len::pt(i64::from(points))
}

fn sides([top, right, bottom, left]: [u8; 4]) -> Sides {
    Sides { top: pt(top), right: pt(right), bottom: pt(bottom), left: pt(left) }
}

fn stroke(tenths: u8, color: Color) -> Stroke {
    Stroke { width: Len::milli(i64::from(tenths) * 100), color }
}

/// A colour that tells its number.
fn numbered(red: u8, number: usize) -> Color {
    Color { rgb: [red, (number >> 8) as u8, number as u8] }
}

impl Builder {
    fn node(&mut self) -> Owner {
        self.nodes += 1;
        Owner::Node(NodeId::at(self.nodes - 1))
    }

    fn span(&self) -> Span {
        Span { file: FileId(0), start: self.nodes as u32, end: self.nodes as u32 + 1 }
    }

    fn text(&mut self, words: &Words, owner: Owner) -> TextBlock {
        TextBlock {
            shaped: Arc::new(words.shaped()),
            style: words.style(),
            owner,
            span: Some(self.span()),
            anchor: (words.words.len() == 5).then_some(AnchorId::Section([self.nodes as u32, 0, 0])),
            links: Vec::new(),
            margins: Margins::default(),
        }
    }

    fn owned(&mut self, words: &Words) -> TextBlock {
        let owner = self.node();
        self.text(words, owner)
    }

    fn block(&mut self, tree: &Tree) -> Block {
        match tree {
            Tree::Text(words) => Block::Text(self.owned(words)),
            Tree::Rule { width, length } => self.rule(*width, *length),
            Tree::Picture { width, pixels, most } => self.picture(*width, *pixels, *most),
            Tree::Drawing { width, height } => self.drawing(*width, *height),
            Tree::Leader { left, right, sign, gap } => self.leader(left, right, *sign, *gap),
            Tree::Hang { sign, silent, indent, width, gap, body } => {
                let owner = if *silent { Owner::Artifact } else { self.node() };
                let sign = Block::Text(self.text(sign, owner));
                let (indent, width, gap) = (pt(*indent), pt(*width), pt(*gap));
                Block::Hang(Box::new(Hang { sign, indent, width, gap, body: self.block(body) }))
            }
            Tree::Boxed { style, body } => self.boxed(style, body),
            Tree::Stack(items) => Block::Stack(Stack { children: items.iter().map(|item| self.child(item)).collect() }),
            Tree::Table(grid) => self.table(grid),
            Tree::Beside { gap, children } => {
                let children = children.iter().map(|child| self.block(child)).collect();
                Block::Beside(Beside { children, gap: pt(*gap) })
            }
            Tree::Turned(words, most) => Block::Turned(Box::new(Turned { body: self.owned(words), most: pt(*most) })),
            Tree::Corner(rows, columns) => {
                let (columns, rows) = (Block::Text(self.owned(columns)), Block::Text(self.owned(rows)));
                Block::Corner(Box::new(Corner { rows, columns }))
            }
        }
    }

    fn rule(&mut self, width: u8, length: Option<u8>) -> Block {
        self.rules += 1;
        let color = if self.heads > 0 { REPEATED } else { numbered(RULE, self.rules) };
        let length = length.map(pt);
        Block::Rule(RuleBlock { stroke: stroke(width * 10, color), length, align: align(width) })
    }

    fn picture(&mut self, width: u8, (wide, high): (u8, u8), most: u8) -> Block {
        let size = (u32::from(wide), u32::from(high));
        let picture = Picture { path: PathBuf::new(), size, content: drawing() };
        let share = Ratio::millionths(i64::from(width) * 5_000);
        Block::Picture(PictureBlock {
            picture: Arc::new(picture),
            part: Part::whole(size),
            width: if width.is_multiple_of(2) { Width::Fixed(pt(width)) } else { Width::Share(share) },
            max_height: pt(most),
            frame: stroke(width % 5 * 10, PLAIN),
            align: align(most),
            owner: self.node(),
            span: self.span(),
        })
    }

    fn drawing(&mut self, width: u8, height: u8) -> Block {
        let mut frame = Frame { width: pt(width), height: pt(height), ..Frame::default() };
        let segments = Path::rect(Rect::new(Len::ZERO, Len::ZERO, frame.width, frame.height));
        let shape = Path { segments, background: None, pen: None };
        frame.push(Len::ZERO, Len::ZERO, self.node(), LeafKind::Path(Arc::new(shape)));
        Block::Drawing(DrawingBlock { frame: Arc::new(frame), align: align(width), span: self.span() })
    }

    fn leader(&mut self, left: &Words, right: &End, sign: bool, gap: u8) -> Block {
        let target = AnchorId::Section([0, 0, 1]);
        let left = self.owned(left);
        let right = match right {
            End::Nothing => LeaderEnd::Nothing,
            End::Text(words) => LeaderEnd::Text(self.owned(words)),
            End::Page(width) => {
                LeaderEnd::Page { anchor: target, digits: self.owned(&Words::lines(1)), width: pt(*width) }
            }
        };
        let sign = sign.then(|| self.text(&Words::lines(1), Owner::Artifact));
        let link = (gap > 2).then(|| Link { target: LinkTarget::Anchor(target), owner: self.node(), alt: "".into() });
        Block::Leader(Box::new(Leader { left, right, sign, gap: pt(gap), link }))
    }

    fn boxed(&mut self, style: &BoxStyle, body: &Tree) -> Block {
        let title = style.title.as_ref().map(|(words, gap)| EdgeTitle {
            text: self.owned(words),
            gap: pt(*gap),
            background: style.filled.then_some(PLAIN),
        });
        Block::Boxed(Box::new(Boxed {
            padding: sides(style.padding),
            elastic: style.elastic,
            fill: style.filled.then_some(PLAIN),
            frame: style.strokes.map(|width| stroke(width * 10, PLAIN)),
            double: style.double.map(|(distance, width)| (pt(distance), stroke(width * 10, PLAIN))),
            fit: style.least.map_or(Fit::Measure, |(least, number)| Fit::Body(pt(least), align(number))),
            min_height: pt(style.min_height),
            title,
            keep: pt(style.keep),
            dash: if style.dashed { pt(2) } else { Len::ZERO },
            body: self.block(body),
        }))
    }

    fn child(&mut self, item: &Item) -> Child {
        Child {
            anchor: None,
            gap: pt(item.gap),
            spring: u32::from(item.spring),
            keep_with_next: item.keep,
            below: pt(item.below),
            landscape: false,
            begins_page: false,
            block: self.block(&item.tree),
        }
    }

    fn table(&mut self, grid: &Grid) -> Block {
        let head_rows = usize::from(grid.head_rows);
        let mut numbers = 0..;
        let cells = model::Grid::new(grid.shape(), |region| {
            let number = numbers.next().unwrap_or_default();
            let repeated = region.row() >= head_rows && grid.flow.repeated >> region.column() & 1 == 1;
            let stands_again = usize::from(region.row() < head_rows || repeated);
            self.heads += stands_again;
            let block = self.block(&grid.contents[number % grid.contents.len()]);
            self.heads -= stands_again;
            CellBlock { background: Some(numbered(GROUND, number)), diagonal: number % 7 == 3, repeated, block }
        });
        let [outer, head, inner, side] = grid.strokes;
        let style = TableStyle {
            padding: sides(grid.padding),
            row_height: pt(grid.row_height),
            least_rows: usize::from(grid.flow.least),
            outer: stroke(outer, OUTER),
            head: stroke(head, HEAD),
            inner: stroke(inner, INNER),
            sides: stroke(side, SIDE),
            shrink: Ratio::thousandths(i64::from(grid.flow.shrink) * 10),
            least_padding: Ratio::thousandths(i64::from(grid.flow.shrink) * 10),
            group: stroke(inner, INNER),
            total: stroke(head, INNER),
            diagonal: stroke(inner, SIDE),
            foot_gap: pt(grid.row_height / 4),
        };
        let kept = |number: usize| [Kept::Free, Kept::Look, Kept::Order, Kept::Heads][number % 4];
        let rule = |number: usize| [Rule::Inner, Rule::Group, Rule::Total][number % 3];
        let continued = grid.flow.continued.as_ref().map(|words| Block::Text(self.text(words, Owner::Artifact)));
        let foot = grid.flow.foot.as_ref().map(|foot| self.block(foot));
        let rows = usize::from(grid.rows);
        Block::Table(Box::new(TableBlock {
            columns: grid.columns.iter().map(|width| width.built()).collect(),
            head_rows,
            whole: kept(usize::from(grid.flow.whole)),
            kept: (0..rows)
                .map(|row| kept(usize::from(grid.flow.kept.get(row).copied().unwrap_or_default())))
                .collect(),
            below: (0..rows).map(rule).collect(),
            beside: (0..grid.columns.len()).map(rule).collect(),
            company: None,
            continued,
            foot,
            grid: cells,
            style: Arc::new(style),
            span: self.span(),
        }))
    }
}
