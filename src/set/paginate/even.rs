//! Evenly filled pages instead of full ones and a nearly empty last one.

use crate::model::len::Len;
use crate::set::chapter::Section;
use crate::set::layout::{Area, Context, Cursor, Frame, Placed, Scale, place};
use crate::set::theme::Theme;

use super::PlacedPage;

/// How many heights of the pages before the last are tried.
const TRIES: i64 = 16;

/// A section on so many pages, filled as evenly as breaks between its blocks allow; `None` where none does.
pub(super) fn evened(
    section: &Section,
    theme: &Theme,
    scale: Scale,
    natural: &[PlacedPage],
) -> Option<Vec<PlacedPage>> {
    let landscape = section.landscape;
    let (width, height) = theme.paper(landscape).text_area();
    let page = Area::page(width, height);
    let even = natural.iter().map(|page| page.frame.height).sum::<Len>() / natural.len().max(1) as i64;
    let lower = |step: i64| even + (height - even) * step / TRIES;
    let tried = (0..TRIES).filter_map(|step| lowered(section, scale, page, lower(step), natural.len()));
    let frames = tried.min_by_key(|frames| frames.iter().map(|frame| frame.height).max())?;
    Some(frames.into_iter().map(|frame| PlacedPage { landscape, frame }).collect())
}

/// The pages of a section, all but the last of them no higher than asked; `None` where one ends within a block, or they are more.
fn lowered(section: &Section, scale: Scale, page: Area, height: Len, count: usize) -> Option<Vec<Frame>> {
    let mut frames = Vec::with_capacity(count);
    let mut from = Cursor::Start;
    for number in 1..=count {
        let area = if number < count { Area { height, ..page } } else { page };
        match place(&section.block, &Context { scale }, &from, area) {
            Placed::Split { frame, rest: rest @ Cursor::Child { .. } } if begins_a_block(&rest) => {
                frames.push(frame);
                from = rest;
            }
            Placed::Done(frame) if number == count => {
                frames.push(frame);
                return Some(frames);
            }
            _ => return None,
        }
    }
    None
}

fn begins_a_block(rest: &Cursor) -> bool {
    matches!(rest, Cursor::Child { within, .. } if **within == Cursor::Start)
}
