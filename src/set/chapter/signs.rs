//! The signs of items and notes: as typed or as the template gives them, counted on where it numbers, and how far the text behind them hangs.

use std::collections::BTreeSet;

use crate::model::len::{Len, Ratio};
use crate::model::report::{Element, Emphasis, Marks, Series, Sign, Text};
use crate::model::source::Span;
use crate::set::layout::{Owner, TextBlock};
use crate::set::theme::TextStyle;

use super::Builder;

/// The sign of an item or note, and the room of the widest in its list.
#[derive(Debug, Clone)]
pub(super) struct Signed {
    /// The sign.
    pub sign: Sign,
    /// From its left edge to the text, where the signs of its list are of several widths; else nothing.
    pub room: Len,
}

impl Builder<'_, '_> {
    /// For each element that has a sign, that and the room it hangs in; `own` is the template's sign of the level.
    pub(super) fn signs(
        &mut self,
        elements: &[Element],
        own: &str,
        (items, notes): (&TextStyle, &TextStyle),
    ) -> Vec<Option<Signed>> {
        let mut count = Count::new(own);
        let mut signs: Vec<Option<(Signed, usize)>> = Vec::with_capacity(elements.len());
        // Items of a list hang alike, and so do notes below one another: the widest sign of each such group.
        let mut widest = vec![Len::ZERO; 2];
        let (mut list, mut run) = (0, 1);
        for element in elements {
            let (sign, span, style, group) = match element {
                Element::Item { sign, text, .. } => {
                    run = widest.len();
                    widest.push(Len::ZERO);
                    (count.next(sign.as_ref()), text.origin.span, items, list)
                }
                Element::Note { sign, text } => (sign.clone(), text.origin.span, notes, run),
                _ => {
                    count = Count::new(own);
                    (list, run) = (widest.len(), widest.len() + 1);
                    widest.extend([Len::ZERO; 2]);
                    signs.push(None);
                    continue;
                }
            };
            let room = self.sign_width(&sign, span, style);
            widest[group] = widest[group].max(room);
            signs.push(Some((Signed { sign, room }, group)));
        }
        // Where all are alike each hangs at its own width, which shrinks with the type.
        let mixed: BTreeSet<usize> = signs
            .iter()
            .flatten()
            .filter(|(signed, group)| signed.room < widest[*group])
            .map(|(_, group)| *group)
            .collect();
        let room = |element: &Element, group| match element {
            // A layout takes the blank behind a sign for none: what hangs behind a wide one needs it said.
            Element::Item { .. } => widest[group],
            _ if mixed.contains(&group) => widest[group],
            _ => Len::ZERO,
        };
        let widened = |(element, signed): (&Element, Option<(Signed, usize)>)| {
            signed.map(|(signed, group)| Signed { room: room(element, group), ..signed })
        };
        elements.iter().zip(signs).map(widened).collect()
    }

    /// A sign with the blank behind it.
    pub(super) fn sign(&mut self, sign: &Sign, span: Span, style: &TextStyle, owner: Owner) -> TextBlock {
        self.text(&printed(sign, span), style, owner)
    }

    fn sign_width(&mut self, sign: &Sign, span: Span, style: &TextStyle) -> Len {
        let shaped = self.shaper.shape(&printed(sign, span), &style.faces).0;
        style.paragraph.size.scale(Ratio::millionths(shaped.width()))
    }
}

fn printed(sign: &Sign, span: Span) -> Text {
    let mut text = Text::plain(format!("{} ", sign.typed), sign.place.unwrap_or(span));
    if sign.marks != Marks::default() {
        text.emphasis.push(Emphasis { range: 0..sign.typed.len(), marks: sign.marks });
    }
    text
}

/// The template's sign of a level, which counts where it is the first of a row: `1.`, `①`.
struct Count {
    own: String,
    series: Option<Series>,
    nth: u32,
}

impl Count {
    fn new(own: &str) -> Count {
        let first = Sign::new(own).numeral().filter(|numeral| numeral.nth == 1);
        Count { own: own.to_owned(), series: first.map(|numeral| numeral.series), nth: 0 }
    }

    /// The sign of the next item, with the one that its author typed.
    fn next(&mut self, typed: Option<&Sign>) -> Sign {
        if let Some(typed) = typed {
            return typed.clone();
        }
        self.nth += 1;
        let counted = self.series.and_then(|series| series.nth(self.nth));
        Sign::new(counted.unwrap_or_else(|| self.own.clone()))
    }
}
