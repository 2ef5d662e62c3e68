//! What a drawing may hold that a page can't show as it was meant. It is refused by its name rather than left out without a word.

use usvg::roxmltree::Document;
use usvg::{BlendMode, FillRule, Group, Node, Paint, Path};

use crate::model::picture::Feature;
use crate::read::picture::Fault;

/// Elements that would not come through reading.
pub(super) fn in_document(document: &Document<'_>) -> Result<(), Fault> {
    for node in document.descendants().filter(|node| node.is_element()) {
        let feature = match node.tag_name().name() {
            "text" => Feature::Text,
            "image" => Feature::Image,
            "foreignObject" => Feature::Foreign,
            _ => continue,
        };
        return Err(Fault::Unsupported(feature));
    }
    Ok(())
}

/// What is left of a drawing when it was read.
pub(super) fn in_group(group: &Group) -> Result<(), Fault> {
    let has_plain_clip = group.clip_path().is_none_or(|clip| {
        let root = clip.root();
        is_plain_clip(root)
            && clip.clip_path().is_none_or(|outer| outer.clip_path().is_none() && is_plain_clip(outer.root()))
    });
    let refused = [
        (!group.filters().is_empty(), Feature::Filter),
        (group.mask().is_some(), Feature::Mask),
        (group.blend_mode() != BlendMode::Normal, Feature::Blending),
        (!has_plain_clip, Feature::Clip),
    ];
    if let Some((_, feature)) = refused.into_iter().find(|(refused, _)| *refused) {
        return Err(Fault::Unsupported(feature));
    }
    group.children().iter().try_for_each(|child| match child {
        Node::Group(group) => in_group(group),
        Node::Path(path) => in_path(path),
        Node::Image(_) => Err(Fault::Unsupported(Feature::Image)),
        Node::Text(_) => Err(Fault::Unsupported(Feature::Text)),
    })
}

fn in_path(path: &Path) -> Result<(), Fault> {
    let paints = [path.fill().map(|fill| fill.paint()), path.stroke().map(|stroke| stroke.paint())];
    if paints.into_iter().flatten().any(|paint| matches!(paint, Paint::Pattern(_))) {
        return Err(Fault::Unsupported(Feature::Pattern));
    }
    Ok(())
}

/// Whether shapes can clip as one path: none of them is clipped, and unless there is one alone, none of them is filled by even and odd.
fn is_plain_clip(root: &Group) -> bool {
    fn count(group: &Group, shapes: &mut [usize; 2]) -> bool {
        group.clip_path().is_none()
            && group.children().iter().all(|child| match child {
                Node::Group(group) => count(group, shapes),
                Node::Path(path) => {
                    let is_odd = path.fill().is_some_and(|fill| fill.rule() == FillRule::EvenOdd);
                    shapes[usize::from(is_odd)] += 1;
                    true
                }
                Node::Image(_) | Node::Text(_) => false,
            })
    }
    let mut shapes = [0; 2];
    count(root, &mut shapes) && (shapes[1] == 0 || shapes == [0, 1])
}
