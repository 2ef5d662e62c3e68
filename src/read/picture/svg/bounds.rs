//! Bounds on a drawing, so that reading it costs no more than its file promises: nesting, styles, and shapes that are drawn over and over.

use std::collections::HashMap;

use usvg::roxmltree::{Document, Node, NodeId};

use crate::read::picture::Fault;

/// The deepest nesting of elements, references followed: readers go down it on the stack.
const DEEPEST: usize = 64;
/// The most elements, references followed.
const MOST_DRAWN: u64 = 200_000;
/// The most trials of a style rule on an element, and of a marker on a corner.
const MOST_TRIALS: u64 = 20_000_000;

/// Refuses tags within tags beyond the deepest, before anything descends into them. Counted without reading the XML: tags that are closed where they
/// are opened, comments and declarations don't nest.
pub(super) fn nesting_of_tags(text: &str) -> Result<(), Fault> {
    let mut depth = 0usize;
    for tag in text.split('<').skip(1) {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with(['!', '?']) && !tag.split('>').next().unwrap_or_default().ends_with('/') {
            depth += 1;
        }
        // A `>` within quotes may hide where a tag is closed; such a file counts as deeper than it is.
        if depth > DEEPEST * 4 {
            return Err(Fault::TooIntricate);
        }
    }
    Ok(())
}

/// Refuses drawings whose references, styles or markers multiply.
pub(super) fn within(document: &Document<'_>) -> Result<(), Fault> {
    let by_id = document.descendants().filter_map(|node| Some((node.attribute("id")?, node)));
    let mut drawn = Drawn { by_id: by_id.collect(), known: HashMap::new() };
    let Size { elements, depth } = drawn.size(document.root_element(), 0)?;
    let nodes = || document.descendants();
    let styles = nodes().filter(|node| node.tag_name().name() == "style");
    let rules: usize = styles.filter_map(|style| style.text()).map(|text| text.matches(['{', ',']).count()).sum();
    let below = |names: &[&str]| -> u64 {
        let templates = nodes().filter(|node| names.contains(&node.tag_name().name()));
        templates.map(|template| template.descendants().count() as u64).sum()
    };
    // Markers are drawn at every corner of a line, the others may be for each element that asks for them.
    let (in_markers, in_templates) = (below(&["marker"]), below(&["clipPath", "mask", "pattern"]));
    let corners: usize = nodes().flat_map(|node| node.attributes()).map(|attribute| attribute.value().len()).sum();
    let fits = elements <= MOST_DRAWN
        && depth <= DEEPEST
        && elements.saturating_mul(rules as u64) <= MOST_TRIALS
        && elements.saturating_mul(in_templates) <= MOST_TRIALS
        && (corners as u64).saturating_mul(in_markers) <= MOST_TRIALS;
    if fits { Ok(()) } else { Err(Fault::TooIntricate) }
}

/// How much an element draws, itself included.
#[derive(Clone, Copy)]
struct Size {
    elements: u64,
    depth: usize,
}

/// The sizes of elements, each worked out once.
struct Drawn<'a, 'input> {
    by_id: HashMap<&'a str, Node<'a, 'input>>,
    known: HashMap<NodeId, Size>,
}

impl<'a, 'input> Drawn<'a, 'input> {
    fn size(&mut self, node: Node<'a, 'input>, level: usize) -> Result<Size, Fault> {
        if level > DEEPEST {
            // Too deep, or a reference to itself.
            return Err(Fault::TooIntricate);
        }
        if let Some(&known) = self.known.get(&node.id()) {
            return Ok(known);
        }
        let mut size = Size { elements: 1, depth: 1 };
        let used = (node.tag_name().name() == "use").then(|| self.used(node)).flatten();
        for below in node.children().filter(Node::is_element).chain(used) {
            let below = self.size(below, level + 1)?;
            size =
                Size { elements: size.elements.saturating_add(below.elements), depth: size.depth.max(below.depth + 1) };
        }
        self.known.insert(node.id(), size);
        Ok(size)
    }

    /// The element that a `<use>` draws.
    fn used(&self, node: Node<'a, 'input>) -> Option<Node<'a, 'input>> {
        const XLINK: &str = "http://www.w3.org/1999/xlink";
        let reference = node.attribute("href").or_else(|| node.attribute((XLINK, "href")))?;
        self.by_id.get(reference.trim().strip_prefix('#')?).copied()
    }
}
