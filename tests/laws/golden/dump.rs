//! A document as text: on each page its leaves, then the elements in reading order.

use crate::model::len::{Len, Ratio};
use crate::model::picture::Part;
use crate::model::structure::{Node, Scope, Structure, Tag};
use crate::set::document::{Document, Label, Page};
use crate::set::font::Fonts;
use crate::set::layout::{AnchorId, Color, Hatch, Leaf, LeafKind, LinkTarget, Owner, Path, Segment};
use crate::set::text::{Line, Shaped};

/// The pages and elements of one chapter.
pub(crate) fn dump(document: &Document, fonts: &Fonts, chapter: usize) -> String {
    let structure = &document.structures[chapter];
    let mut text = String::new();
    for page in document.pages.iter().filter(|page| page.chapter == chapter) {
        dump_page(&mut text, page, fonts, structure);
    }
    text.push_str("elements\n");
    for (index, node) in structure.nodes().iter().enumerate() {
        let indent = "  ".repeat(1 + depth(structure, node));
        text += &format!("{indent}#{index} {}\n", described(&node.tag));
    }
    text
}

fn dump_page(text: &mut String, page: &Page, fonts: &Fonts, structure: &Structure) {
    let label = match &page.label {
        Label::Number(number) => number.to_string(),
        Label::Name(name) => name.clone(),
    };
    *text += &format!("page {label}\n");
    for leaf in &page.leaves {
        let owner = match leaf.owner {
            Owner::Artifact => String::new(),
            Owner::Node(node) => format!("  #{} {}", node.index(), name(&structure.nodes()[node.index()].tag)),
        };
        *text += &format!("{}{owner}\n", dump_leaf(leaf, fonts));
    }
}

/// Kind, left edge, top or baseline, width, height or type size, content.
fn dump_leaf(leaf: &Leaf, fonts: &Fonts) -> String {
    let columns = |kind, width: Len, height: Len, content: String| {
        let [x, y, width, height] = [leaf.x, leaf.y, width, height].map(Len::to_pt);
        let line = format!("  {kind:<6} {x:>6.1} {y:>6.1} {width:>6.1} {height:>5.1}  {content}");
        line.trim_end().to_owned()
    };
    match &leaf.kind {
        LeafKind::Text { shaped, line, size, .. } => {
            columns("text", size.scale(Ratio::millionths(line.width)), *size, written(shaped, line, fonts))
        }
        LeafKind::Fill { width, height, color } => {
            let [red, green, blue] = color.rgb;
            columns("fill", *width, *height, format!("{red:02X}{green:02X}{blue:02X}"))
        }
        LeafKind::Path(path) => {
            let bounds = path.bounds();
            columns("path", bounds.width, bounds.height, drawn(path))
        }
        LeafKind::Picture { picture, part, width, height, .. } => {
            let Part { x, y, width: across, height: down } = part;
            let shown = match *part == Part::whole(picture.size) {
                true => String::new(),
                false => format!(" {across}x{down} from {x},{y}"),
            };
            columns("image", *width, *height, format!("{}{shown}", picture.path.display()))
        }
        LeafKind::PageNumber { size, width, .. } => columns("number", *width, *size, "unfilled".into()),
        LeafKind::Anchor(anchor) => columns("anchor", Len::ZERO, Len::ZERO, place(*anchor)),
        LeafKind::Link { width, height, target, alt } => {
            let target = match target {
                LinkTarget::Anchor(anchor) => place(*anchor),
                LinkTarget::Address(address) => address.to_string(),
            };
            columns("link", *width, *height, format!("{alt} -> {target}"))
        }
    }
}

fn place(anchor: AnchorId) -> String {
    match anchor {
        AnchorId::Section(section) => format!("{section:?}"),
        AnchorId::Block(number) => format!("block {number}"),
    }
}

/// What draws a shape, and its corners from the leaf's place where it isn't a rectangle; curves go in a bow to where they end.
fn drawn(path: &Path) -> String {
    let hex = |color: Color| color.rgb.map(|channel| format!("{channel:02X}")).concat();
    let hatched = |hatch: Hatch| {
        let Hatch { lines, distance, stroke } = hatch;
        format!(" hatched {lines:?} {distance} {} {}", stroke.width, hex(stroke.color))
    };
    let background =
        path.background.map(|background| hex(background.color) + &background.hatch.map(hatched).unwrap_or_default());
    let pen = path.pen.as_ref().map(|pen| {
        let dash: Vec<String> = pen.dash.iter().map(|length| length.to_string()).collect();
        let dash = if dash.is_empty() { String::new() } else { format!(" dashed {}", dash.join(" ")) };
        format!("{} {}{dash}", pen.stroke.width, hex(pen.stroke.color))
    });
    let said: Vec<String> = [background, pen].into_iter().flatten().collect();
    let points = path.segments.iter().filter_map(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => Some(format!("{:.1},{:.1}", to.x.to_pt(), to.y.to_pt())),
        Segment::Curve(_, _, to) => Some(format!("~{:.1},{:.1}", to.x.to_pt(), to.y.to_pt())),
        Segment::Close => None,
    });
    let shape =
        if path.segments == Path::rect(path.bounds()) { "box".into() } else { points.collect::<Vec<_>>().join(" ") };
    format!("{shape}  {}", said.join(" in "))
}

/// The text of a line in quotes, with the marks of its emphasis.
fn written(shaped: &Shaped, line: &Line, fonts: &Fonts) -> String {
    const REGULAR: u16 = 400;
    let mut text = String::new();
    for run in &shaped.runs {
        let glyphs = run.glyphs.start.max(line.glyphs.start)..run.glyphs.end.min(line.visible_end);
        if glyphs.is_empty() {
            continue;
        }
        let marks = [
            ("**", fonts.face(run.face).weight > REGULAR),
            ("__", run.underline),
            ("==", run.accent > 0),
            ("^^", run.raise.shift > 0),
            (",,", run.raise.shift < 0),
            ("::", run.raise.shift == 0 && run.raise.size != 1_000_000),
        ];
        let marks: String = marks.iter().filter(|(_, on)| *on).map(|(mark, _)| *mark).collect();
        let closing: String = marks.chars().rev().collect();
        let range = shaped.text_range(glyphs.start as usize..glyphs.end as usize);
        text += &format!("{marks}{}{closing}", &shaped.text[range]);
    }
    format!("{text:?}")
}

fn depth(structure: &Structure, node: &Node) -> usize {
    node.parent.map_or(0, |parent| 1 + depth(structure, &structure.nodes()[parent.index()]))
}

fn name(tag: &Tag) -> &'static str {
    match tag {
        Tag::Heading(..) => "heading",
        Tag::Paragraph => "paragraph",
        Tag::List => "list",
        Tag::Item => "item",
        Tag::Label => "label",
        Tag::Body => "body",
        Tag::Note => "note",
        Tag::Group => "group",
        Tag::Table => "table",
        Tag::Caption => "caption",
        Tag::TableHead => "table head",
        Tag::TableBody => "table body",
        Tag::Row => "row",
        Tag::HeadCell { .. } => "head cell",
        Tag::Cell { .. } => "cell",
        Tag::Figure(_) => "figure",
        Tag::Contents => "contents",
        Tag::ContentsItem => "contents item",
        Tag::Link => "link",
        Tag::Span => "span",
    }
}

/// A tag with its attributes.
fn described(tag: &Tag) -> String {
    let name = name(tag);
    let covering = |(rows, columns): (u32, u32)| match (rows, columns) {
        (1, 1) => String::new(),
        _ => format!(" covers {rows}x{columns}"),
    };
    match tag {
        Tag::Heading(level, title) => format!("{name} {level} {title:?}"),
        Tag::Figure(alt) => format!("{name} {alt:?}"),
        Tag::HeadCell { scope: Scope::Row, covers } => format!("{name} of its row{}", covering(*covers)),
        Tag::HeadCell { scope: Scope::Column, covers } => format!("{name} of its column{}", covering(*covers)),
        Tag::Cell { covers } => format!("{name}{}", covering(*covers)),
        _ => name.to_owned(),
    }
}
