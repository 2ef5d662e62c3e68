//! A department whose projects follow each other: each stands on one page where there is room, or they are shared out evenly over pages.

use crate::model::len::Len;
use crate::model::report::{Department, Flow};
use crate::set::layout::{Area, Block, Boxed, Child, Context, Cursor, Placed, Stack, place};

use super::cover::foot;
use super::plan::Plan;
use super::{Builder, Built, Extent, Numbering};

/// What stays together: the status sections, or a project.
struct Unit {
    children: Vec<Child>,
    /// As high as it comes.
    height: Len,
    /// Above it.
    gap: Len,
}

impl Builder<'_, '_> {
    /// A department with its projects.
    pub(super) fn flow(&mut self, department: &Department, plan: &Plan, flow: Flow) -> Built {
        let mut heads = Vec::new();
        if !department.status.is_empty() || department.projects.is_empty() {
            heads = self.department(department, plan).2;
        } else {
            heads.push(self.banner(department, plan));
        }
        let (width, height) = self.theme.paper(false).text_area();
        let mut units = Vec::new();
        for index in 0..department.projects.len() {
            let mut children = self.project(department, index, plan).2;
            let gap = self.theme.def.project.follow_gap;
            // A banner alone stays with the first project.
            if department.status.is_empty() && index == 0 {
                if let Some(first) = children.first_mut() {
                    first.gap = self.theme.def.department.gap;
                }
                let banner = std::mem::take(&mut heads);
                children = banner.into_iter().chain(children).collect();
                units.push(unit(children, Len::ZERO, width));
            } else {
                units.push(unit(children, gap, width));
            }
        }
        if !heads.is_empty() {
            units.insert(0, unit(heads, Len::ZERO, width));
        }
        let children = match flow {
            Flow::Even => even(units, height),
            Flow::Follow | Flow::Pages => follow(units, height),
        };
        (Numbering::Numbered, Extent::Free { name: department.name.content.replace('\n', " ") }, children)
    }
}

fn unit(children: Vec<Child>, gap: Len, width: Len) -> Unit {
    let stack = Block::Stack(Stack { children });
    let height = match place(&stack, &Context::default(), &Cursor::Start, Area::unlimited(width)) {
        Placed::Done(frame) | Placed::Split { frame, .. } => frame.height,
        Placed::Defer(_) => Len::ZERO,
    };
    let Block::Stack(Stack { children }) = stack else { return Unit { children: Vec::new(), height, gap } };
    Unit { children, height, gap }
}

impl Unit {
    /// Its children, kept on one page where a page can hold them; what stands on a page on its side divides the chapter, so it can't be kept.
    fn kept(self, page: Len) -> Vec<Child> {
        let Unit { mut children, gap, .. } = self;
        if children.iter().any(|child| child.landscape) {
            if let Some(first) = children.first_mut() {
                first.gap = gap;
            }
            return children;
        }
        let keep = Boxed { keep: page, ..Boxed::plain(Block::Stack(Stack { children })) };
        vec![Child::new(gap, Block::Boxed(Box::new(keep)))]
    }
}

fn follow(units: Vec<Unit>, page: Len) -> Vec<Child> {
    units.into_iter().flat_map(|unit| unit.kept(page)).collect()
}

/// Shared out over as many pages as they take one after the other, so that the fullest is as empty as can be; what a page has to spare stands between its units and below them.
fn even(units: Vec<Unit>, page: Len) -> Vec<Child> {
    let is_high = |unit: &Unit| unit.height > page || unit.children.iter().any(|child| child.landscape);
    if units.iter().any(is_high) {
        return follow(units, page);
    }
    let heights: Vec<(Len, Len)> = units.iter().map(|unit| (unit.gap, unit.height)).collect();
    let begins = shared(&heights, page);
    let mut children = Vec::new();
    for (index, unit) in units.into_iter().enumerate() {
        let begins_page = index > 0 && begins.contains(&index);
        if begins_page {
            children.push(foot().spring(1));
        }
        let mut kept = unit.kept(page);
        if let Some(first) = kept.first_mut() {
            first.begins_page = begins_page;
            first.spring = u32::from(index > 0 && !begins_page);
        }
        children.extend(kept);
    }
    children.push(foot().spring(1));
    children
}

/// The units that begin pages: the fewest pages, and of these the ways the one whose fullest page is least full.
fn shared(units: &[(Len, Len)], page: Len) -> Vec<usize> {
    // For each number of units from the first: pages, the fullest of them, and where the last begins.
    let mut best: Vec<(usize, Len, usize)> = vec![(0, Len::ZERO, 0)];
    for end in 1..=units.len() {
        let mut found: Option<(usize, Len, usize)> = None;
        let mut height = Len::ZERO;
        for start in (0..end).rev() {
            let own = units[start].1;
            // The gap above the one that stood first so far counts now.
            height = height + own + if start + 1 < end { units[start + 1].0 } else { Len::ZERO };
            if height > page && start + 1 < end {
                break;
            }
            let (pages, fullest, _) = best[start];
            let way = (pages + 1, fullest.max(height), start);
            if found.is_none_or(|known| (way.0, way.1) < (known.0, known.1)) {
                found = Some(way);
            }
        }
        best.push(found.unwrap_or((end, page, end - 1)));
    }
    let mut begins = Vec::new();
    let mut end = units.len();
    while end > 0 {
        end = best[end].2;
        begins.push(end);
    }
    begins
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begins(heights: &[i64], page: i64) -> Vec<usize> {
        let units: Vec<_> = heights.iter().map(|height| (Len::pt(1), Len::pt(*height))).collect();
        let mut begins = shared(&units, Len::pt(page));
        begins.reverse();
        begins
    }

    #[test]
    fn pages_are_alike_full() {
        assert_eq!(begins(&[4, 4, 4, 4], 15), [0, 2], "three of them would fit the first page");
        assert_eq!(begins(&[9, 2, 2, 2], 12), [0, 1]);
        assert_eq!(begins(&[5, 5], 11), [0], "one page is enough");
        assert_eq!(begins(&[20, 5], 10), [0, 1], "what is higher than a page has one of its own");
        assert_eq!(begins(&[], 10), Vec::<usize>::new());
    }
}
