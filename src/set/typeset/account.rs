//! How a chapter was set: what `--explain` prints and a build's last line sums up.

use crate::model::len::{Len, Ratio};
use crate::set::chapter::Extent;
use crate::set::layout::LeafKind;
use crate::set::paginate::Fitting;
use crate::set::theme::Theme;

use super::Set;

/// How a chapter was set.
#[derive(Debug, Clone)]
pub(crate) struct ChapterAccount {
    /// What it is called.
    pub name: String,
    /// The printed number of its first page, if its pages have numbers.
    pub first_page: Option<usize>,
    /// The pages it takes.
    pub pages: usize,
    /// How full its last page is.
    pub fill: Ratio,
    /// How it was fitted, if it was.
    pub fitting: Option<Fitting>,
    /// Its lines of text.
    pub lines: usize,
    /// Those of them whose letters stand closer than they come.
    pub tightened_lines: usize,
}

impl ChapterAccount {
    /// The last of the means that was needed, which says how tight a chapter is; `None` where it isn't tight.
    pub(crate) fn tightness(&self) -> Option<String> {
        let fitting = self.fitting.as_ref().filter(|fitting| fitting.is_tight())?;
        Some(match fitting {
            by if by.scale.size < Ratio::ONE => by.size.to_string(),
            by if by.scale.letters > 0 => format!("{}%", -by.scale.letters / 10_000),
            by if by.scale.leading < Ratio::ONE => format!("{}%", by.leading.percent()),
            by => format!("{}%", by.scale.gaps.percent()),
        })
    }
}

impl Set {
    pub(super) fn account(&self, first_page: Option<usize>, theme: &Theme) -> ChapterAccount {
        let (Extent::OnePage { name, .. } | Extent::Free { name }) = &self.chapter.extent;
        let last = self.pages.last();
        let room = theme.paper(last.is_some_and(|page| page.landscape)).text_area().1.as_milli().max(1);
        let last = last.map_or(Len::ZERO, |page| page.frame.height);
        let extras = self.pages.iter().flat_map(|page| &page.frame.leaves).filter_map(|leaf| match &leaf.kind {
            LeafKind::Text { line, .. } => Some(line.letter_extra),
            _ => None,
        });
        let (lines, tightened_lines) =
            extras.fold((0, 0), |(all, tight), extra| (all + 1, tight + usize::from(extra < 0)));
        ChapterAccount {
            name: name.clone(),
            first_page,
            pages: self.pages.len(),
            fill: Ratio::millionths(last.part(1_000_000, room).as_milli()),
            fitting: self.fitting,
            lines,
            tightened_lines,
        }
    }
}
