//! Charts, each kind with keys of its own.

use crate::decode::schema::Schema;
use crate::decode::{Decode, Decoder, Typed, Value, choices, entry, keys};
use crate::diag::{KeyProblem, Kind};

choices! {
    /// The kinds of chart.
    pub enum ChartKind {
        /// Who stands below whom: 조직도.
        Organisation = "organisation",
    }
}

keys! {
    /// An organisation chart.
    pub struct OrganisationDef {
        /// What kind of chart it is.
        kind: ChartKind,
        /// The offices, one a line: the highest without a sign, those below it with `-`, two blanks deeper for each level; `+` stands at the side of
        /// the office above. What follows a colon stands below the name.
        tree: Typed,
        /// What a listener hears; left out, the tree is read.
        alt: Option<Typed>,
    }
}

/// A chart.
#[derive(Debug, Clone)]
pub enum ChartDef {
    /// An organisation chart.
    Organisation(OrganisationDef),
}

impl Decode for ChartDef {
    /// The kind says which keys there may be, so it is read first.
    fn decode(value: &Value<'_>, cx: &mut Decoder<'_>) -> Option<Self> {
        if cx.kind(value) != Kind::Table {
            return cx.wrong_type(value, &[Kind::Table]);
        }
        let Some(kind) = entry(value, "kind") else {
            let sample = ChartKind::schema().sample("kind");
            cx.report(KeyProblem::Missing { key: "kind".into(), sample }, cx.span(value));
            return None;
        };
        match ChartKind::decode(kind, cx)? {
            ChartKind::Organisation => OrganisationDef::decode(value, cx).map(ChartDef::Organisation),
        }
    }

    fn schema() -> Schema {
        OrganisationDef::schema()
    }
}
