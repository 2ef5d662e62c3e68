//! The steps and arrows of a process, from its lines.

use std::ops::Range;

use super::lines::{Line, caption, lines, trimmed};
use crate::diag::{ChartProblem, Diagnostic, Diagnostics, KeyProblem, ProcessProblem, Relation, nearest};
use crate::model::report::Text;
use crate::model::report::chart::{Arrow, BoxText, Direction, MOST_LEAVING, Process, Step};
use crate::model::source::Span;
use crate::read::decode::Typed;
use crate::read::def::{DirectionDef, ProcessDef};
use crate::read::outline;
use crate::read::resolve::text::required;

/// Lines that a page could hold with room to spare.
const MOST_LINES: usize = 120;
/// Lanes that a page is wide enough for.
const MOST_LANES: usize = 8;
/// Steps of which a ring has at least so many.
const FEWEST_IN_RING: usize = 3;
/// Blanks before an arrow.
const BLANKS: usize = 2;
/// What an arrow is typed as.
const ARROW: char = '→';

/// The process, or `None` after reporting why there is none.
pub(super) fn process(def: &ProcessDef, sink: &mut Diagnostics) -> Option<Process<Text>> {
    let typed = &def.steps;
    if typed.is_blank() {
        sink.report(KeyProblem::EmptyText { key: "steps" }, typed.span());
        return None;
    }
    let lanes = lanes(&def.lanes, sink);
    let mut reading = Reading { typed, lanes: &lanes, steps: Vec::new(), sink };
    reading.lines()?;
    let steps = reading.steps;
    let is_ring = def.direction == DirectionDef::Ring;
    if is_ring {
        check_ring(def, &steps, sink);
    }
    let arrows = arrows(typed, &steps, is_ring, sink);
    for (lane, text) in lanes.iter().enumerate().filter(|_| !steps.is_empty()) {
        if !steps.iter().any(|step| step.step.lane == lane) {
            sink.report(ProcessProblem::EmptyLane {}, text.origin.span);
        }
    }
    let direction = match def.direction {
        DirectionDef::Row => Direction::Row,
        DirectionDef::Column => Direction::Column,
        DirectionDef::Ring => Direction::Ring,
    };
    let steps = steps.into_iter().map(|step| step.step).collect();
    let lanes = lanes.into_iter().map(|name| BoxText { name, detail: None }).collect();
    Some(Process { steps, arrows, lanes, direction })
}

/// The lanes, each with a name of its own.
fn lanes(typed: &[Typed], sink: &mut Diagnostics) -> Vec<Text> {
    let mut lanes: Vec<Text> = Vec::new();
    for typed in typed {
        if lanes.len() == MOST_LANES {
            sink.report(ProcessProblem::TooManyLanes { most: MOST_LANES }, typed.span());
            break;
        }
        let lane = required(typed, "lanes", sink);
        if let Some(first) = lanes.iter().find(|other| other.content == lane.content) {
            let problem = ProcessProblem::LaneTwice { name: lane.content.clone() };
            sink.push(Diagnostic::new(problem, typed.span()).related(first.origin.span, Relation::First));
        }
        lanes.push(lane);
    }
    lanes
}

/// A step as it was typed.
struct TypedStep {
    step: Step<Text>,
    place: Span,
    arrows: Vec<TypedArrow>,
    /// Whether an empty line follows it.
    ends: bool,
}

/// An arrow as it was typed.
struct TypedArrow {
    label: Option<Text>,
    to: Range<usize>,
    line: Range<usize>,
}

struct Reading<'a> {
    typed: &'a Typed,
    lanes: &'a [Text],
    steps: Vec<TypedStep>,
    sink: &'a mut Diagnostics,
}

impl Reading<'_> {
    /// Reads all lines; `None` where there are too many.
    fn lines(&mut self) -> Option<()> {
        let typed = self.typed;
        let mut end = 0;
        for (count, line) in lines(typed, &[]).enumerate() {
            if count == MOST_LINES {
                self.sink.report(ChartProblem::TooMany { most: MOST_LINES }, typed.place(line.whole));
                return None;
            }
            let apart = typed.content[end..line.whole.start].matches('\n').count() > 1;
            if let Some(step) = self.steps.last_mut().filter(|_| apart) {
                step.ends = true;
            }
            end = line.whole.end;
            match line.indent.is_empty() {
                true => self.step(&line),
                false => self.arrow(&line),
            }
        }
        Some(())
    }

    fn step(&mut self, line: &Line) {
        let content = &self.typed.content;
        if let Some(at) = content[line.whole.clone()].find(ARROW) {
            let at = line.whole.start + at;
            self.report(ProcessProblem::ArrowInStep {}, at..at + ARROW.len_utf8());
            return;
        }
        let (lane, text) = self.lane(line);
        if text.is_empty() {
            self.report(ProcessProblem::NoName {}, line.whole.clone());
            return;
        }
        let caption = caption(self.typed, text, self.sink);
        let name = &caption.name.content;
        let place = self.typed.place(line.whole.clone());
        if let Some(first) = self.steps.iter().find(|other| other.step.caption.name.content == *name) {
            let problem = ProcessProblem::StepTwice { name: name.clone() };
            self.sink.push(Diagnostic::new(problem, place).related(first.place, Relation::First));
        }
        let decision = name.ends_with(['?', '？']);
        let step = Step { caption, decision, lane };
        self.steps.push(TypedStep { step, place, arrows: Vec::new(), ends: false });
    }

    /// The lane of a step, and what follows it.
    fn lane(&mut self, line: &Line) -> (usize, Range<usize>) {
        if self.lanes.is_empty() {
            return (0, line.whole.clone());
        }
        let content = &self.typed.content;
        let bar = content[line.whole.clone()].find('|').filter(|bar| *bar > 0);
        let Some(bar) = bar.map(|bar| line.whole.start + bar) else {
            let lanes = self.lanes.iter().map(|lane| lane.content.clone()).collect();
            self.report(ProcessProblem::NoLane { lanes }, line.whole.clone());
            return (0, line.whole.clone());
        };
        let typed = trimmed(content, line.whole.start..bar);
        let name = &content[typed.clone()];
        let lane = self.lanes.iter().position(|lane| lane.content == name);
        if lane.is_none() {
            let like = nearest(name, self.lanes.iter().map(|lane| lane.content.as_str())).map(str::to_owned);
            self.report(ProcessProblem::UnknownLane { name: name.to_owned(), like }, typed);
        }
        (lane.unwrap_or_default(), trimmed(content, bar + 1..line.whole.end))
    }

    fn arrow(&mut self, line: &Line) {
        let content = &self.typed.content;
        if content[line.indent.clone()] != " ".repeat(BLANKS) {
            self.report(ChartProblem::Indentation { blanks: BLANKS }, line.whole.clone());
            return;
        }
        let mut parts = content[line.whole.clone()].split(ARROW);
        let (Some(before), Some(_), None) = (parts.next(), parts.next(), parts.next()) else {
            self.report(ProcessProblem::Arrow {}, line.whole.clone());
            return;
        };
        let at = line.whole.start + before.len();
        let label = trimmed(content, line.whole.start..at);
        let to = trimmed(content, at + ARROW.len_utf8()..line.whole.end);
        let label = (!label.is_empty()).then(|| outline::marked(self.typed, &[label], self.sink));
        let arrow = TypedArrow { label, to, line: line.whole.clone() };
        match self.steps.last_mut() {
            None => self.report(ProcessProblem::NoStep {}, line.whole.clone()),
            Some(step) => {
                step.arrows.push(arrow);
                if step.arrows.len() == MOST_LEAVING + 1 {
                    self.report(ProcessProblem::TooManyArrows { most: MOST_LEAVING }, line.whole.clone());
                }
            }
        }
    }

    fn report(&mut self, problem: impl Into<crate::diag::Problem>, at: Range<usize>) {
        self.sink.report(problem, self.typed.place(at));
    }
}

/// Whether the steps just follow each other, as in a ring they must.
fn check_ring(def: &ProcessDef, steps: &[TypedStep], sink: &mut Diagnostics) {
    if let Some(lane) = def.lanes.first() {
        sink.report(ProcessProblem::LanesInRing {}, lane.span());
    }
    let branches = |step: &&TypedStep| step.step.decision || !leads_on(&step.arrows);
    if let Some(step) = steps.iter().find(branches) {
        sink.report(ProcessProblem::BranchInRing {}, step.place);
    }
    if steps.len() < FEWEST_IN_RING {
        sink.report(ProcessProblem::SmallRing { fewest: FEWEST_IN_RING }, def.steps.span());
    }
}

/// Whether a step has at most one arrow, which leads to the next.
fn leads_on(arrows: &[TypedArrow]) -> bool {
    match arrows {
        [] => true,
        [only] => only.to.is_empty(),
        _ => false,
    }
}

/// The arrows of all steps, the typed ones and those from each step to the next.
fn arrows(typed: &Typed, steps: &[TypedStep], is_ring: bool, sink: &mut Diagnostics) -> Vec<Arrow<Text>> {
    let mut arrows: Vec<Arrow<Text>> = Vec::new();
    let mut whole = true;
    for (from, step) in steps.iter().enumerate() {
        let next = Some(from + 1).filter(|next| *next < steps.len()).or(is_ring.then_some(0));
        if step.step.decision && step.arrows.len() < 2 {
            sink.report(ProcessProblem::OneBranch {}, step.place);
        } else if let Some(to) = next.filter(|_| step.arrows.is_empty() && !step.ends) {
            arrows.push(Arrow { from, to, label: None });
        }
        for arrow in &step.arrows {
            let at = typed.place(arrow.line.clone());
            let problem = match target(typed, arrow, next, steps) {
                Err(problem) => problem,
                Ok(to) if to == from => ProcessProblem::ToItself {},
                Ok(to) if arrows.iter().any(|other| (other.from, other.to) == (from, to)) => {
                    ProcessProblem::ArrowTwice { name: steps[to].step.caption.name.content.clone() }
                }
                Ok(to) => {
                    if step.step.decision && arrow.label.is_none() {
                        sink.report(ProcessProblem::BranchLabel {}, at);
                    }
                    arrows.push(Arrow { from, to, label: arrow.label.clone() });
                    continue;
                }
            };
            sink.report(problem, at);
            whole = false;
        }
    }
    for (index, step) in steps.iter().enumerate().skip(1).filter(|_| whole) {
        if !arrows.iter().any(|arrow| arrow.to == index && arrow.from < index) {
            sink.report(ProcessProblem::Unreached {}, step.place);
        }
    }
    arrows
}

/// The step that an arrow leads to.
fn target(
    typed: &Typed,
    arrow: &TypedArrow,
    next: Option<usize>,
    steps: &[TypedStep],
) -> Result<usize, ProcessProblem> {
    let name = &typed.content[arrow.to.clone()];
    let names = || steps.iter().map(|step| step.step.caption.name.content.as_str());
    if name.is_empty() {
        return next.ok_or(ProcessProblem::NoNext {});
    }
    names().position(|other| other == name).ok_or_else(|| {
        let like = nearest(name, names()).map(str::to_owned);
        ProcessProblem::UnknownStep { name: name.to_owned(), like }
    })
}
