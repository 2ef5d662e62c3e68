//! What was compared: every figure that was held against others, by which rule, and how it came out.

use std::collections::BTreeSet;

use super::read::Reading;
use crate::model::source::Span;

/// A figure held against others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Compared {
    /// The rule that did, by the code of what it says where they disagree.
    pub rule: &'static str,
    /// The figure.
    pub given: Span,
    /// What it was held against, each with the sign before it: `+` and `−` of a sum, `÷`, `×`, `=` where both are to say the same.
    pub against: Vec<(char, Span)>,
    /// Whether they agree, as far as figures are rounded.
    pub agrees: bool,
}

/// How many of a report's figures were compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// All figures that were read.
    pub figures: usize,
    /// Those that stand in a comparison.
    pub compared: usize,
    /// Those of them that don't come to what they were held against.
    pub differing: usize,
}

/// Every comparison of a report, and its figures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    /// In the order of the rules.
    pub compared: Vec<Compared>,
    /// The places of all figures.
    figures: BTreeSet<Span>,
}

impl Ledger {
    /// Adds a comparison.
    pub(super) fn add(
        &mut self,
        rule: &'static str,
        agrees: bool,
        given: Span,
        against: impl IntoIterator<Item = (char, Span)>,
    ) {
        self.compared.push(Compared { rule, given, against: against.into_iter().collect(), agrees });
    }

    /// Takes note of all figures of a report.
    pub(super) fn count(&mut self, reading: &Reading<'_>) {
        let texts = reading.sections.iter().flat_map(|section| section.texts());
        let figures = texts.flat_map(|(read, _)| read.amounts.iter().map(|it| read.place(it)));
        self.figures = figures.collect();
    }

    /// How many figures there are, were compared, and differ.
    pub(crate) fn counts(&self) -> Counts {
        let all = self.compared.iter().flat_map(|it| it.against.iter().map(|(_, place)| *place).chain([it.given]));
        let compared: BTreeSet<Span> = all.filter(|place| self.figures.contains(place)).collect();
        let differing = self.compared.iter().filter(|it| !it.agrees).map(|it| it.given);
        let differing: BTreeSet<Span> = differing.filter(|place| self.figures.contains(place)).collect();
        Counts { figures: self.figures.len(), compared: compared.len(), differing: differing.len() }
    }
}
