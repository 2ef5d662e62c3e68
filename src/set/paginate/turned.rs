//! Pages on their side take in what would leave pages before and after them nearly empty: a title, a few lines at the end.

use crate::set::chapter::Section;
use crate::set::layout::Scale;
use crate::set::theme::Theme;

use super::fit::sheets;

/// A page that is emptier than a part of so many is nearly empty.
const EMPTY: i64 = 3;

/// The sections of a chapter, those of a nearly empty page joined to the pages on their side that stand next to them where that takes fewer pages.
pub(crate) fn gathered(sections: Vec<Section>, theme: &Theme) -> Vec<Section> {
    let mut gathered: Vec<Section> = Vec::with_capacity(sections.len());
    for section in sections {
        match gathered.last().and_then(|last| joined(last, &section, theme)) {
            Some(joined) => {
                gathered.pop();
                gathered.push(joined);
            }
            None => gathered.push(section),
        }
    }
    gathered
}

/// Two sections as one on its side, where one of them is and the other leaves its page nearly empty.
fn joined(above: &Section, below: &Section, theme: &Theme) -> Option<Section> {
    let upright = if above.landscape { below } else { above };
    let count = |section: &Section| sheets(section, theme, Scale::default()).count();
    let alone: Vec<_> = sheets(upright, theme, Scale::default()).collect();
    let nearly_empty = alone.len() == 1 && alone[0].frame.height < theme.paper(false).text_area().1 / EMPTY;
    if !nearly_empty {
        return None;
    }
    let joined = above.followed_by(below, true);
    (count(&joined) < count(above) + count(below)).then_some(joined)
}
