//! References and web addresses in texts, each a link: references printed as the template says, the page's number in a room of as many digits as it has.

use std::ops::Range;
use std::sync::Arc;

use crate::diag::{Diagnostic, LayoutProblem};
use crate::model::report::{Caption, CaptionKind, Emphasis, Reference, Target, Text};
use crate::model::structure::Tag;
use crate::set::layout::{AnchorId, Link, LinkTarget, Owner, TextBlock, TextLink};
use crate::set::text::Shaped;
use crate::set::theme::TextStyle;

use super::Builder;
use super::address;
use super::plan::project_anchor;

/// A reference as it is printed.
struct Printed {
    /// The bytes of the text that it takes.
    range: Range<usize>,
    /// Those of the page's number.
    page: Option<Range<usize>>,
    target: LinkTarget,
    /// What a listener hears of the link: what it leads to, whether its page is printed or its name.
    alt: Arc<str>,
}

impl Builder<'_, '_> {
    /// A paragraph with references or web addresses in it.
    pub(super) fn referring_text(&mut self, text: &Text, style: &TextStyle, owner: Owner) -> TextBlock {
        let (text, mut printed) = self.printed_references(text);
        for (range, leads) in address::find(&text.content) {
            if printed.iter().all(|other| other.range.end <= range.start || range.end <= other.range.start) {
                let alt = text.content[range.clone()].into();
                printed.push(Printed { range, page: None, target: LinkTarget::Address(leads.into()), alt });
            }
        }
        printed.sort_by_key(|printed| printed.range.start);
        let mut block = self.plain_text(&text, style, owner);
        for Printed { range, page, target, alt } in printed {
            let Owner::Node(node) = owner else { continue };
            let span = Some(text.origin.span);
            let link = Owner::Node(self.structure.add(Some(node), Tag::Link, span));
            let goes_on = range.end < text.content.len();
            let after = if goes_on { Owner::Node(self.structure.add(Some(node), Tag::Span, span)) } else { owner };
            let digits = page.map(|page| {
                let digits = self.plain_text(&Text::plain("0123456789", text.origin.span), style, link);
                (glyphs(&block.shaped, &page), Box::new(digits))
            });
            let glyphs = glyphs(&block.shaped, &range);
            block.links.push(TextLink { glyphs, link: Link { target, owner: link, alt }, after, page: digits });
        }
        block
    }

    /// A text with what its references print in their places.
    fn printed_references(&mut self, text: &Text) -> (Text, Vec<Printed>) {
        let mut whole = Text { content: String::new(), references: Vec::new(), ..text.clone() };
        let mut printed = Vec::new();
        // For each reference, the byte behind its stand-in, and how far what follows moves.
        let mut moves: Vec<(usize, usize)> = Vec::new();
        let mut copied = 0;
        for reference in &text.references {
            whole.content.push_str(&text.content[copied..reference.at]);
            copied = reference.at + Reference::STAND_IN.len_utf8();
            let start = whole.content.len();
            if let Some((target, page, alt)) = self.print_reference(reference, &mut whole.content) {
                let target = LinkTarget::Anchor(target);
                printed.push(Printed { range: start..whole.content.len(), page, target, alt });
            }
            moves.push((copied, whole.content.len()));
        }
        whole.content.push_str(&text.content[copied..]);
        let moved =
            |at: usize| moves.iter().rfind(|(behind, _)| *behind <= at).map_or(at, |(behind, now)| now + (at - behind));
        let emphasis = text.emphasis.iter();
        whole.emphasis = emphasis
            .map(|Emphasis { range, marks }| Emphasis { range: moved(range.start)..moved(range.end), marks: *marks })
            .collect();
        whole.origin.runs.iter_mut().for_each(|run| run.0 = moved(run.0 as usize) as u32);
        (whole, printed)
    }

    /// Prints a reference; answers where it leads, where the page's number stands, and what it leads to is called.
    fn print_reference(
        &mut self,
        reference: &Reference,
        into: &mut String,
    ) -> Option<(AnchorId, Option<Range<usize>>, Arc<str>)> {
        let Some(target) = &reference.target else {
            self.found.push(Diagnostic::new(LayoutProblem::ReferenceNotHere {}, reference.span));
            return None;
        };
        let anchor = match target {
            Target::Block { place, .. } => AnchorId::Block(*place),
            Target::Project { section: [part, department, project], .. } => {
                project_anchor(*part, *department, *project)
            }
        };
        let called = self.called(target);
        if reference.page {
            let format = &self.theme.def.reference.page.content;
            let (before, after) = format.split_once("{}").unwrap_or((format, ""));
            let digits = self.page_digits.get(&anchor).copied().unwrap_or(1);
            self.page_slots.insert(anchor, digits);
            into.push_str(before);
            let start = into.len();
            into.extend(std::iter::repeat_n('0', digits.into()));
            let slot = start..into.len();
            into.push_str(after);
            return Some((anchor, Some(slot), called.into()));
        }
        into.push_str(&called);
        Some((anchor, None, called.into()))
    }

    /// What something is called in a text.
    fn called(&self, target: &Target) -> String {
        let def = &self.theme.def.reference;
        let (format, words) = match target {
            Target::Block { caption: Some((kind, caption)), .. } => match self.number(*kind, caption) {
                Some(number) => (if *kind == CaptionKind::Table { &def.table } else { &def.figure }, number),
                None => (&def.title, caption.text.content.clone()),
            },
            // Only its page is asked for.
            Target::Block { caption: None, .. } => return def.page.content.replace("{}", "").trim().to_owned(),
            Target::Project { title, .. } => (&def.title, title.content.clone()),
        };
        format.content.replace("{}", &words.replace('\n', " "))
    }

    /// A caption's number, where the template has numbers.
    fn number(&self, kind: CaptionKind, caption: &Caption) -> Option<String> {
        super::caption::def(self.theme, kind).format.content.contains("{n}").then(|| caption.number.to_string())
    }
}

/// The glyphs of some bytes of a text.
fn glyphs(shaped: &Shaped, bytes: &Range<usize>) -> Range<u32> {
    let at = |byte: usize| shaped.glyphs.partition_point(|glyph| (glyph.start as usize) < byte) as u32;
    at(bytes.start)..at(bytes.end)
}
