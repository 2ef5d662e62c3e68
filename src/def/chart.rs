//! Charts, each kind with keys of its own.

use crate::decode::schema::Schema;
use crate::decode::{Decode, Decoder, Typed, Value, choices, entry, keys};
use crate::diag::{KeyProblem, Kind};

choices! {
    /// The kinds of chart.
    pub enum ChartKind {
        /// Who stands below whom: 조직도.
        Organisation = "organisation",
        /// What follows what: 추진체계.
        Process = "process",
        /// What is done when: 추진일정.
        Timeline = "timeline",
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

choices! {
    /// Where the steps of a process go.
    pub enum DirectionDef {
        /// To the right, in several rows where one is too wide.
        Row = "row",
        /// Down.
        Column = "column",
        /// Around, the last step leading to the first.
        Ring = "ring",
    }
}

keys! {
    /// A process.
    pub struct ProcessDef {
        /// What kind of chart it is.
        kind: ChartKind,
        /// The steps, one a line, each leading to the next; a name that ends with `?` decides. What follows a colon stands below the name. Two blanks
        /// deeper stand the arrows of the step above, where it doesn't just lead on: `label → step`. An empty line ends a way.
        steps: Typed,
        /// Where the steps go.
        direction: DirectionDef = DirectionDef::Row,
        /// Who does it: each step begins with one of these names and `|`.
        lanes: Vec<Typed> = Vec::new(),
        /// What a listener hears; left out, the steps are read.
        alt: Option<Typed>,
    }
}

keys! {
    /// A timeline.
    pub struct TimelineDef {
        /// What kind of chart it is.
        kind: ChartKind,
        /// The tasks, one a line, with `-`: `- task : 2026. 3. ~ 6. (note)`; a day alone is a milestone, several times stand after commas. A line
        /// without a sign heads those below it.
        tasks: Typed,
        /// The months that are shown, `2026. 1. ~ 12.`; left out, those of the tasks.
        period: Option<Typed>,
        /// What a listener hears; left out, the tasks are read.
        alt: Option<Typed>,
    }
}

/// A chart.
#[derive(Debug, Clone)]
pub enum ChartDef {
    /// An organisation chart.
    Organisation(OrganisationDef),
    /// A process.
    Process(ProcessDef),
    /// A timeline.
    Timeline(TimelineDef),
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
            ChartKind::Process => ProcessDef::decode(value, cx).map(ChartDef::Process),
            ChartKind::Timeline => TimelineDef::decode(value, cx).map(ChartDef::Timeline),
        }
    }

    fn schema() -> Schema {
        Schema::AnyOf(vec![OrganisationDef::schema(), ProcessDef::schema(), TimelineDef::schema()])
    }
}
