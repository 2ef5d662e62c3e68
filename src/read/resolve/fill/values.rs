//! The values of a report, each reckoned once, those that it names before it.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::text;
use crate::diag::{Diagnostic, Diagnostics, KeyProblem, Kind, ValueProblem, nearest};
use crate::model::report::TO_FILL;
use crate::model::source::Span;
use crate::read::decode::{Day, Named};
use crate::read::def::{PlainValueDef, ValueDef};
use crate::read::numbers;
use crate::read::value::{Key, Names, Value, Wrong};

/// A value's name, with that of its group where it stands in one.
type Path = (String, Option<String>);

/// The values of a report.
#[derive(Debug, Default)]
pub(crate) struct Values {
    /// `None` for one that can't be reckoned, which has been reported.
    known: BTreeMap<Path, Option<Value>>,
    /// Where some of them remain to be filled in.
    to_fill: Vec<Span>,
}

impl Values {
    /// Reckons the values of a definition.
    pub(crate) fn new(defs: Named<ValueDef>, sink: &mut Diagnostics) -> Values {
        let mut reckoning = Reckoning { states: BTreeMap::new(), found: Vec::new() };
        let mut to_fill = Vec::new();
        let mut add = |path: Path, def: Option<PlainValueDef>| {
            if let Some(PlainValueDef::Text(typed)) = &def {
                let marks = typed.content.match_indices(TO_FILL);
                to_fill.extend(marks.map(|(at, mark)| typed.place(at..at + mark.len())));
            }
            reckoning.states.insert(path, def.map_or(State::Done(None), State::Fresh));
        };
        for (name, def) in defs.entries {
            let mut refuse = |name: &crate::read::decode::Name| {
                if !is_name(&name.content) {
                    sink.report(ValueProblem::BadName { name: name.content.clone() }, name.span);
                }
            };
            refuse(&name);
            match def {
                Some(ValueDef::Group(members)) => {
                    for (member, def) in members.entries {
                        refuse(&member);
                        add((name.content.clone(), Some(member.content)), def);
                    }
                }
                Some(ValueDef::One(def)) => add((name.content, None), Some(def)),
                None => add((name.content, None), None),
            }
        }
        let paths: Vec<Path> = reckoning.states.keys().cloned().collect();
        for path in &paths {
            // What is wrong with it goes into what was found.
            let _ = reckoning.reckon(path, 0);
        }
        reckoning.found.into_iter().for_each(|found| sink.push(found));
        let known = reckoning.states.into_iter().map(|(path, state)| match state {
            State::Done(value) => (path, value),
            State::Fresh(_) | State::Active => (path, None),
        });
        Values { known: known.collect(), to_fill }
    }

    /// The value of a path of names; `None` where no value begins so.
    pub(crate) fn find(&self, path: &[Key]) -> Option<Result<Value, Wrong>> {
        let known = |path: &Path| self.known.contains_key(path);
        match place(path, &known, &self.members(path)) {
            Place::None => None,
            Place::Wrong(wrong) => Some(Err(wrong)),
            Place::Path(found, range) => {
                let value = self.known.get(&found).cloned().flatten();
                Some(value.ok_or_else(|| Wrong::reported(range)))
            }
        }
    }

    /// Where values remain to be filled in.
    pub(crate) fn to_fill(&self) -> &[Span] {
        &self.to_fill
    }

    /// The names of values and groups.
    pub(crate) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.known.keys().map(|(name, _)| name.clone()).collect();
        names.dedup();
        names
    }

    fn members(&self, path: &[Key]) -> Vec<String> {
        members(self.known.keys(), path)
    }
}

/// The names within the group that a path begins with.
fn members<'a>(known: impl Iterator<Item = &'a Path>, path: &[Key]) -> Vec<String> {
    let Some(first) = path.first() else { return Vec::new() };
    known.filter(|(name, _)| *name == first.name).filter_map(|(_, member)| member.clone()).collect()
}

/// Where a path leads among values.
enum Place {
    /// No value begins so.
    None,
    /// It begins so, and goes wrong.
    Wrong(Wrong),
    /// To this value; the bytes of the expression that name it.
    Path(Path, std::ops::Range<usize>),
}

fn place(path: &[Key], known: &dyn Fn(&Path) -> bool, members: &[String]) -> Place {
    let [first, rest @ ..] = path else { return Place::None };
    let one = (first.name.clone(), None);
    match (known(&one), members.is_empty(), rest) {
        (true, _, []) => Place::Path(one, first.range.clone()),
        (true, _, [inner, ..]) => {
            Place::Wrong(Wrong::new(ValueProblem::NoSuch { name: inner.name.clone() }, inner.range.clone()))
        }
        (false, true, _) => Place::None,
        (false, false, []) => {
            Place::Wrong(Wrong::new(ValueProblem::NotOne { name: first.name.clone() }, first.range.clone()))
        }
        (false, false, [member, deeper @ ..]) => {
            if !members.contains(&member.name) {
                return Place::Wrong(unknown(member, None, members.to_vec()));
            }
            match deeper {
                [] => Place::Path((first.name.clone(), Some(member.name.clone())), member.range.clone()),
                [inner, ..] => {
                    Place::Wrong(Wrong::new(ValueProblem::NoSuch { name: inner.name.clone() }, inner.range.clone()))
                }
            }
        }
    }
}

/// Values being reckoned.
struct Reckoning {
    states: BTreeMap<Path, State>,
    found: Vec<Diagnostic>,
}

enum State {
    Fresh(PlainValueDef),
    /// It is being reckoned, so whoever asks for it goes in a circle.
    Active,
    Done(Option<Value>),
}

impl Reckoning {
    /// The value of a name; an error where it goes in a circle, `Ok(None)` where something else is wrong with it.
    fn reckon(&mut self, path: &Path, depth: usize) -> Result<Option<Value>, ()> {
        let Some(state) = self.states.get_mut(path) else { return Ok(None) };
        let def = match state {
            State::Done(value) => return Ok(value.clone()),
            State::Active => return Err(()),
            State::Fresh(def) => def.clone(),
        };
        *state = State::Active;
        let value = self.value_of(&def, depth);
        self.states.insert(path.clone(), State::Done(value.clone()));
        Ok(value)
    }

    fn value_of(&mut self, def: &PlainValueDef, depth: usize) -> Option<Value> {
        match def {
            PlainValueDef::Number(number) => {
                let read = numbers::read(&number.printed).flatten();
                if read.is_none() {
                    let problem = KeyProblem::BadValue { value: number.printed.clone(), expected: Kind::Number };
                    self.found.push(Diagnostic::new(problem, number.span));
                }
                read.map(Value::Number)
            }
            PlainValueDef::Day(day) => date(day).map(Value::Day),
            PlainValueDef::Text(typed) if text::has_expressions(typed) => {
                let mut found = Vec::new();
                let value = match text::whole(typed, self, depth, &mut found) {
                    Some(value) => value,
                    None => text::fill(typed, self, depth, &mut found).map(|filled| Value::of_text(&filled.content)),
                };
                self.found.extend(found);
                value
            }
            PlainValueDef::Text(typed) => Some(Value::of_text(&typed.content)),
        }
    }
}

impl Names for Reckoning {
    fn value(&mut self, path: &[Key], depth: usize) -> Result<Value, Wrong> {
        let known = |path: &Path| self.states.contains_key(path);
        let (found, range) = match place(path, &known, &members(self.states.keys(), path)) {
            Place::Path(found, range) => (found, range),
            Place::Wrong(wrong) => return Err(wrong),
            Place::None => {
                let mut names: Vec<String> = self.states.keys().map(|(name, _)| name.clone()).collect();
                names.dedup();
                let first = path.first().ok_or_else(|| Wrong::new(ValueProblem::Syntax {}, 0..0))?;
                return Err(unknown(first, None, names));
            }
        };
        match self.reckon(&found, depth) {
            Ok(value) => value.ok_or_else(|| Wrong::reported(range)),
            Err(()) => {
                let name = found.1.unwrap_or(found.0);
                Err(Wrong::new(ValueProblem::Cycle { name }, range))
            }
        }
    }
}

/// What is said of a name that isn't there: what is meant, if that is known, else what is spelled nearly so.
pub(super) fn unknown(key: &Key, meant: Option<String>, known: Vec<String>) -> Wrong {
    let like = meant.or_else(|| nearest(&key.name, known.iter().map(String::as_str)).map(str::to_owned));
    Wrong::new(ValueProblem::Unknown { name: key.name.clone(), like, known }, key.range.clone())
}

/// A day as it is reckoned with.
pub(super) fn date(day: &Day) -> Option<Date> {
    Date::new(i16::try_from(day.year).ok()?, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
}

/// Whether an expression could say a name.
fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
        && letters.all(|letter| letter.is_alphanumeric() || letter == '_')
}
