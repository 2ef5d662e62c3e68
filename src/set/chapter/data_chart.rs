//! Charts from data: a table's figures shaped and drawn, and what a listener hears of them.

use crate::diag::{Diagnostic, LayoutProblem};
use crate::model::len::{Len, Ratio};
use crate::model::report::chart::{BoxText, Datum};
use crate::model::report::{AsOf, DataChart, DataKind, Graphic, Picked, Text};
use crate::read::numbers::written::printed;
use crate::set::chart::{
    Axis, Data, DataStyle, Drawing, Ink, Pie, Plotted, Series, Slice, Surroundings, Upright, axis, bars, pie, shares,
    upright,
};
use crate::set::layout::{Background, Elastic, Hatch, Owner, Pen, TextBlock};
use crate::set::theme::{InkSpec, TextSpec};

use super::Builder;
use super::text::formatted;

impl Builder<'_, '_> {
    /// Draws a table's figures; what keeps them from being drawn is noted.
    pub(super) fn data_chart(&mut self, chart: &DataChart, graphic: &Graphic, owner: Owner, width: Len) -> Drawing {
        let data = self.shown(chart);
        let parts = matches!(chart.kind, DataKind::Pie { .. });
        if parts && data.series.len() > 1 {
            self.found.push(Diagnostic::new(LayoutProblem::OneWhole {}, graphic.span));
            return Drawing::default();
        }
        let (count, most) =
            (if parts { data.categories.len() } else { data.series.len() }, self.theme.def.chart.data.ink.len());
        if count > most {
            self.found.push(Diagnostic::new(LayoutProblem::TooManySeries { count, most }, graphic.span));
            return Drawing::default();
        }
        let around = self.surroundings(chart, owner);
        let style = self.data_style();
        let Plotted { drawing, crowded } = match chart.kind {
            DataKind::Columns { stacked } => {
                let kind = if stacked { Upright::Stacked } else { Upright::Columns };
                let (axis, data) = (self.axis(chart, kind, &data, owner), self.shaped(&data, owner));
                upright(kind, &data, &axis, &around, &style, width)
            }
            DataKind::Lines => {
                let (axis, data) = (self.axis(chart, Upright::Lines, &data, owner), self.shaped(&data, owner));
                upright(Upright::Lines, &data, &axis, &around, &style, width)
            }
            DataKind::Bars { stacked } => bars(stacked, &self.shaped(&data, owner), &around, &style, width),
            DataKind::Pie { ring } => pie(&self.pie(chart, &data, ring, owner), &around, &style, width),
        };
        if crowded {
            self.found.push(Diagnostic::new(LayoutProblem::ChartCrowded {}, graphic.span));
        }
        drawing
    }

    /// What is drawn of a table: of what the author doesn't name, totals are left out where there is anything else.
    fn shown(&self, chart: &DataChart) -> Data<Text> {
        let totals = self.totals(&chart.table);
        let kept = |picked: &Picked, is_total: &dyn Fn(usize) -> bool| -> Vec<usize> {
            let all = 0..picked.places.len();
            let kept: Vec<usize> =
                all.clone().filter(|index| picked.chosen || !is_total(picked.places[*index])).collect();
            if kept.is_empty() { all.collect() } else { kept }
        };
        let rows = kept(&chart.rows, &|row| chart.table.is_row_named(row, &totals));
        let columns = kept(&chart.columns, &|column| chart.table.is_column_named(column, &totals));
        let names = |picked: &Picked, kept: &[usize]| kept.iter().map(|index| picked.names[*index].clone()).collect();
        let missing = Text::plain(self.theme.def.chart.data.missing.content.as_str(), chart.table.span);
        let series = |name: &Text, figures: Vec<Option<Datum<Text>>>| Series { name: name.clone(), figures };
        if chart.by_rows {
            let line = |row: &usize| columns.iter().map(|column| chart.figures[*row][*column].clone()).collect();
            let series = rows.iter().map(|row| series(&chart.rows.names[*row], line(row))).collect();
            return Data { categories: names(&chart.columns, &columns), series, missing };
        }
        let line = |column: &usize| rows.iter().map(|row| chart.figures[*row][*column].clone()).collect();
        let series = columns.iter().map(|column| series(&chart.columns.names[*column], line(column))).collect();
        Data { categories: names(&chart.rows, &rows), series, missing }
    }

    /// The unit and the day of the figures, and where they come from, as they stand at their table.
    fn surroundings(&mut self, chart: &DataChart, owner: Owner) -> Surroundings {
        let table = &self.theme.def.table;
        let caption = self.caption_text(chart.table.as_of.as_ref(), chart.unit.as_ref());
        let source = chart.table.source.as_ref().map(|source| formatted(&table.source_format.content, source));
        Surroundings {
            caption: caption.map(|text| self.set(&text, &table.caption, owner)),
            source: source.map(|text| self.set(&text, &table.note, owner)),
        }
    }

    fn set(&mut self, text: &Text, def: &TextSpec, owner: Owner) -> TextBlock {
        let style = self.theme.text(def, Elastic::Size);
        self.text(text, &style, owner)
    }

    fn datum(&mut self, datum: &Datum<Text>, def: &TextSpec, owner: Owner) -> Datum<TextBlock> {
        Datum { amount: datum.amount, printed: self.set(&datum.printed, def, owner) }
    }

    fn axis(&mut self, chart: &DataChart, kind: Upright, data: &Data<Text>, owner: Owner) -> Axis {
        let def = &self.theme.def.chart.data;
        let range = kind.range(data);
        let axis = axis(range, chart.decimals, def.steps.into(), chart.below_zero);
        let step = |tick: Datum<String>| {
            let printed = self.set(&Text::plain(tick.printed, chart.table.span), &def.step, owner);
            Datum { amount: tick.amount, printed }
        };
        Axis { ticks: axis.ticks.into_iter().map(step).collect() }
    }

    fn shaped(&mut self, data: &Data<Text>, owner: Owner) -> Data {
        let def = &self.theme.def.chart.data;
        let categories = data.categories.iter().map(|name| self.set(name, &def.name, owner)).collect();
        let series = data.series.iter().map(|series| Series {
            name: self.set(&series.name, &def.legend, owner),
            figures: series
                .figures
                .iter()
                .map(|figure| figure.as_ref().map(|figure| self.datum(figure, &def.figure, owner)))
                .collect(),
        });
        let series = series.collect();
        Data { categories, series, missing: self.set(&data.missing, &def.figure, owner) }
    }

    fn pie(&mut self, chart: &DataChart, data: &Data<Text>, ring: bool, owner: Owner) -> Pie {
        let def = &self.theme.def.chart.data;
        let total: i128 = data.figures().map(|figure| figure.amount).sum();
        let slices = labelled(chart, data).into_iter().map(|(name, figure, detail)| {
            let (name, detail) = (self.set(name, &def.name, owner), Text::plain(detail, figure.printed.origin.span));
            let detail = Some(self.set(&detail, &def.figure, owner));
            Slice { amount: figure.amount, label: BoxText { name, detail } }
        });
        let slices = slices.collect();
        let middle = ring.then(|| {
            let sum = printed(total, chart.decimals, chart.below_zero) + &chart.written_unit;
            let text = |words: &str| Text::plain(words, chart.table.span);
            BoxText {
                name: self.set(&text(&def.total.content), &def.total_text, owner),
                detail: Some(self.set(&text(&sum), &def.total_text, owner)),
            }
        });
        Pie { slices, middle }
    }

    fn data_style(&self) -> DataStyle {
        let chart = &self.theme.def.chart;
        let def = &chart.data;
        DataStyle {
            inks: def.ink.iter().map(|ink| self.ink(ink)).collect(),
            frame: self.theme.stroke(&def.frame),
            axis: self.theme.stroke(&def.axis),
            grid: self.theme.stroke(&def.grid),
            plate: self.theme.color(def.plate_background),
            height: def.height,
            widest: def.widest,
            share: Ratio::from_f64(def.share.0.min(1.0)),
            thickness: def.thickness,
            apart: def.apart,
            gap: def.gap,
            key_width: def.key_width,
            key_height: def.key_height,
            entries: def.entries,
            marker: def.marker,
            diameter: def.diameter,
            hole: Ratio::from_f64(def.hole.0.min(0.9)),
            smallest: chart.smallest,
        }
    }

    fn ink(&self, def: &InkSpec) -> Ink {
        let hatch = def.hatch.as_ref().map(|hatch| Hatch {
            lines: hatch.lines,
            distance: hatch.distance,
            stroke: self.theme.stroke(&hatch.rule),
        });
        Ink {
            background: Background { color: self.theme.color(def.background), hatch },
            pen: Pen { stroke: self.theme.stroke(&def.line), dash: def.dash.clone() },
            marker: def.marker,
            fill: self.theme.color(def.marker_background),
        }
    }

    /// What a listener hears: the kind, what stands around the chart, and every figure, a category a line.
    pub(super) fn data_alt(&self, chart: &DataChart) -> String {
        let words = &self.theme.def.chart.data.words;
        let title = match chart.kind {
            DataKind::Columns { stacked: false } => &words.columns,
            DataKind::Columns { stacked: true } => &words.stacked_columns,
            DataKind::Bars { stacked: false } => &words.bars,
            DataKind::Bars { stacked: true } => &words.stacked_bars,
            DataKind::Lines => &words.lines,
            DataKind::Pie { ring: false } => &words.pie,
            DataKind::Pie { ring: true } => &words.ring,
        };
        let mut alt = title.content.clone();
        let as_of: Option<&AsOf> = chart.table.as_of.as_ref();
        if let Some(caption) = self.caption_text(as_of, chart.unit.as_ref()) {
            alt += &format!(" {}", caption.content);
        }
        let data = self.shown(chart);
        if let DataKind::Pie { .. } = chart.kind {
            for (name, _, detail) in labelled(chart, &data) {
                alt += &format!("\n{}: {detail}", name.content);
            }
        } else {
            for (index, category) in data.categories.iter().enumerate() {
                let figure = |series: &Series<Text>| {
                    let figure = series.figures[index].as_ref().map(|figure| figure.printed.content.as_str());
                    let figure = figure.unwrap_or(&words.missing.content);
                    if series.name.content.is_empty() {
                        figure.to_owned()
                    } else {
                        format!("{} {figure}", series.name.content)
                    }
                };
                let figures: Vec<String> = data.series.iter().map(figure).collect();
                alt += &format!("\n{}: {}", category.content, figures.join(", "));
            }
        }
        if let Some(source) = &chart.table.source {
            alt += &format!("\n{}", formatted(&self.theme.def.table.source_format.content, source).content);
        }
        alt
    }
}

/// The parts of a whole: name, figure, and figure with its share, unless the figures are shares themselves.
fn labelled<'a>(chart: &DataChart, data: &'a Data<Text>) -> Vec<(&'a Text, &'a Datum<Text>, String)> {
    let figures = data.series.iter().flat_map(|series| &series.figures);
    let parts: Vec<_> =
        data.categories.iter().zip(figures).filter_map(|(name, figure)| Some((name, figure.as_ref()?))).collect();
    let amounts: Vec<i128> = parts.iter().map(|(_, figure)| figure.amount).collect();
    let are_shares = chart.written_unit == "%" || chart.unit.as_ref().is_some_and(|unit| unit.content == "%");
    let label = |((name, figure), share): ((&'a Text, &'a Datum<Text>), i64)| {
        let figure_alone = figure.printed.content.clone();
        let detail =
            if are_shares { figure_alone } else { format!("{figure_alone} ({}%)", printed(share.into(), 1, '-')) };
        (name, figure, detail)
    };
    parts.into_iter().zip(shares(&amounts)).map(label).collect()
}
