//! Page furniture: the printed page number.

use crate::model::report::Text;
use crate::set::layout::{Area, Block, Context, Cursor, Elastic, Leaf, Margins, Owner, Placed, TextBlock, place};
use crate::set::text::Shaper;
use crate::set::theme::Theme;

use super::text::formatted;

/// The printed number of a page, upright or on its side, from the paper's top left corner.
pub(crate) fn page_number(theme: &Theme, shaper: &mut Shaper<'_>, number: u32, landscape: bool) -> Vec<Leaf> {
    let def = &theme.def.page_number;
    let style = theme.text(&def.text, Elastic::Nothing);
    let text = formatted(&def.format.content, &Text::plain(number.to_string(), def.format.span()));
    let (shaped, _) = shaper.shape(&text, &style.faces);
    let block = TextBlock {
        shaped,
        style: style.paragraph,
        owner: Owner::Artifact,
        span: Some(def.format.span()),
        anchor: None,
        margins: Margins::default(),
        links: Vec::new(),
    };
    let paper = theme.paper(landscape);
    let (width, _) = paper.text_area();
    match place(&Block::Text(block), &Context::default(), &Cursor::Start, Area::unlimited(width)) {
        Placed::Done(frame) | Placed::Split { frame, .. } => {
            let top = paper.height - def.from_bottom - frame.height;
            frame
                .leaves
                .into_iter()
                .map(|leaf| Leaf { x: leaf.x + paper.margin.left, y: leaf.y + top, ..leaf })
                .collect()
        }
        Placed::Defer(_) => Vec::new(),
    }
}
