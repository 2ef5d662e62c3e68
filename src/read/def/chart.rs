//! Charts, each kind with keys of its own.

use std::any::Any;

use crate::diag::{KeyProblem, Kind};
use crate::model::report::DataKind;
use crate::read::decode::schema::Schema;
use crate::read::decode::{Decode, Decoder, Role, Typed, Value, choices, entry, keys};

choices! {
    /// The kinds of chart.
    pub enum ChartKind {
        /// Who stands below whom: 조직도.
        Organisation = "organisation",
        /// What follows what: 추진체계.
        Process = "process",
        /// What is done when: 추진일정.
        Timeline = "timeline",
        /// Columns, those of a category beside each other: 세로막대.
        Columns = "columns",
        /// Columns, those of a category on each other.
        StackedColumns = "stacked-columns",
        /// Bars, with room for long names: 가로막대.
        Bars = "bars",
        /// Bars, those of a category in one row.
        StackedBars = "stacked-bars",
        /// Lines through points: 꺾은선.
        Lines = "lines",
        /// The parts of a whole: 원.
        Pie = "pie",
        /// The parts of a whole around their sum: 고리.
        Ring = "ring",
    }
}

choices! {
    /// Where a table's series stand.
    pub enum SeriesDef {
        /// Each column of figures is a series, and each row a category.
        Columns = "columns",
        /// Each row is a series, and each column of figures a category.
        Rows = "rows",
    }
}

keys! {
    /// A chart of a table's figures.
    pub struct DataChartDef {
        /// What kind of chart it is.
        kind: ChartKind as Fixed,
        /// The table whose figures are drawn, of the same file; it may be placed as well, or not.
        table: Typed as Fixed,
        /// What the series are.
        series: SeriesDef as Fixed = SeriesDef::Columns,
        /// The columns that are drawn, by names in the table's head; left out: all with figures, but totals.
        columns: Option<Vec<Typed>> as Year,
        /// The rows that are drawn, by their names; left out: all but totals and those that head others.
        rows: Option<Vec<Typed>> as Year,
        /// The unit, where it isn't the table's.
        unit: Option<Typed> as Year,
        /// What a listener hears; left out, the figures are read.
        alt: Option<Typed> as Year,
        /// What the chart is called, below it; the program numbers it.
        caption: Option<Typed> as Year,
    }
}

keys! {
    /// An organisation chart.
    pub struct OrganisationDef {
        /// What kind of chart it is.
        kind: ChartKind as Fixed,
        /// The offices, one a line: the highest without a sign, those below it with `-`, two blanks deeper for each level; `+` stands at the side of
        /// the office above. What follows a colon stands below the name.
        tree: Typed as Figure,
        /// What a listener hears; left out, the tree is read.
        alt: Option<Typed> as Year,
        /// What the chart is called, below it; the program numbers it.
        caption: Option<Typed> as Year,
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
        kind: ChartKind as Fixed,
        /// The steps, one a line, each leading to the next; a name that ends with `?` decides. What follows a colon stands below the name. Two blanks
        /// deeper stand the arrows of the step above, where it doesn't just lead on: `label → step`. An empty line ends a way.
        steps: Typed as NameAndFigure,
        /// Where the steps go.
        direction: DirectionDef as Fixed = DirectionDef::Row,
        /// Who does it: each step begins with one of these names and `|`.
        lanes: Vec<Typed> as Year = Vec::new(),
        /// What a listener hears; left out, the steps are read.
        alt: Option<Typed> as Year,
        /// What the chart is called, below it; the program numbers it.
        caption: Option<Typed> as Year,
    }
}

keys! {
    /// A timeline.
    pub struct TimelineDef {
        /// What kind of chart it is.
        kind: ChartKind as Fixed,
        /// The tasks, one a line, with `-`: `- task : 2026. 3. ~ 6. (note)`; a day alone is a milestone, several times stand after commas. A line
        /// without a sign heads those below it.
        tasks: Typed as NameAndFigure,
        /// The months that are shown, `2026. 1. ~ 12.`; left out, those of the tasks.
        period: Option<Typed> as Year,
        /// What a listener hears; left out, the tasks are read.
        alt: Option<Typed> as Year,
        /// What the chart is called, below it; the program numbers it.
        caption: Option<Typed> as Year,
    }
}

/// A chart.
#[derive(Debug, Clone)]
pub(crate) enum ChartDef {
    /// An organisation chart.
    Organisation(OrganisationDef),
    /// A process.
    Process(ProcessDef),
    /// A timeline.
    Timeline(TimelineDef),
    /// A chart of a table's figures.
    Data(DataKind, DataChartDef),
}

impl Decode for ChartDef {
    /// The kind says which keys there may be, so it is read first.
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        if decoder.kind(value) != Kind::Table {
            return decoder.wrong_type(value, &[Kind::Table]);
        }
        let Some(kind) = entry(value, "kind") else {
            let sample = ChartKind::schema().sample("kind");
            decoder.report(KeyProblem::Missing { key: "kind".into(), sample }, decoder.span(value));
            return None;
        };
        let drawn = match ChartKind::decode(kind, decoder)? {
            ChartKind::Organisation => return OrganisationDef::decode(value, decoder).map(ChartDef::Organisation),
            ChartKind::Process => return ProcessDef::decode(value, decoder).map(ChartDef::Process),
            ChartKind::Timeline => return TimelineDef::decode(value, decoder).map(ChartDef::Timeline),
            ChartKind::Columns => DataKind::Columns { stacked: false },
            ChartKind::StackedColumns => DataKind::Columns { stacked: true },
            ChartKind::Bars => DataKind::Bars { stacked: false },
            ChartKind::StackedBars => DataKind::Bars { stacked: true },
            ChartKind::Lines => DataKind::Lines,
            ChartKind::Pie => DataKind::Pie { ring: false },
            ChartKind::Ring => DataKind::Pie { ring: true },
        };
        DataChartDef::decode(value, decoder).map(|def| ChartDef::Data(drawn, def))
    }

    fn schema() -> Schema {
        let tables = [OrganisationDef::schema(), ProcessDef::schema(), TimelineDef::schema(), DataChartDef::schema()];
        Schema::AnyOf(tables.into())
    }

    fn visit(&mut self, role: Role, visit: &mut dyn FnMut(Role, &mut dyn Any)) {
        match self {
            ChartDef::Organisation(def) => def.visit(role, visit),
            ChartDef::Process(def) => def.visit(role, visit),
            ChartDef::Timeline(def) => def.visit(role, visit),
            ChartDef::Data(_, def) => def.visit(role, visit),
        }
    }
}
