//! One text: its expressions replaced by what they give, every character keeping its place.

use std::ops::Range;

use crate::diag::{Diagnostic, KeyProblem, ValueProblem};
use crate::model::report::Origin;
use crate::read::decode::{MOST_CHARACTERS, MOST_LINES, Typed};
use crate::read::value::{Names, Piece, Value, Wrong, eval, pieces};

/// Decimals beyond which a figure is one that was not rounded.
const MOST_DECIMALS: u32 = 10;

/// Whether a text has expressions, or signs that would begin one.
pub(super) fn has_expressions(typed: &Typed) -> bool {
    typed.content.contains("{{")
}

/// A text with its expressions replaced, or `None` after adding what is wrong with them to `found`.
pub(super) fn fill(typed: &Typed, names: &mut dyn Names, depth: usize, found: &mut Vec<Diagnostic>) -> Option<Typed> {
    let mut filled = Filled { content: String::new(), runs: Vec::new() };
    let mut sound = true;
    for piece in pieces(&typed.content) {
        match piece {
            Piece::Text(range) => filled.copy(typed, range),
            Piece::Unclosed(range) => {
                found.push(Diagnostic::new(ValueProblem::Unclosed {}, typed.place(range)));
                sound = false;
            }
            Piece::Expression(whole, inside) => match evaluated(typed, inside, names, depth, found) {
                Some(Value::Number(number)) if number.normalize().scale() > MOST_DECIMALS => {
                    let problem = ValueProblem::Unrounded { decimals: number.scale() };
                    found.push(Diagnostic::new(problem, typed.place(whole)));
                    sound = false;
                }
                Some(value) => filled.put(&value.to_string(), typed, whole),
                None => sound = false,
            },
        }
    }
    let Filled { content, runs } = filled;
    if content.lines().nth(MOST_LINES).is_some() || content.chars().nth(MOST_CHARACTERS).is_some() {
        let problem = KeyProblem::TextTooLong { lines: MOST_LINES, characters: MOST_CHARACTERS };
        found.push(Diagnostic::new(problem, typed.span()));
        sound = false;
    }
    sound.then(|| Typed { content, origin: Origin { span: typed.span(), runs } })
}

/// The value of a text that is nothing but an expression; `None` for another text.
pub(super) fn whole(
    typed: &Typed,
    names: &mut dyn Names,
    depth: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<Option<Value>> {
    match &pieces(&typed.content)[..] {
        [Piece::Expression(_, inside)] => Some(evaluated(typed, inside.clone(), names, depth, found)),
        _ => None,
    }
}

fn evaluated(
    typed: &Typed,
    inside: Range<usize>,
    names: &mut dyn Names,
    depth: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<Value> {
    match eval(&typed.content[inside.clone()], names, depth) {
        Ok(value) => Some(value),
        Err(wrong) => {
            found.extend(said(typed, inside, wrong));
            None
        }
    }
}

/// What is wrong with an expression that stands in a text.
pub(super) fn said(typed: &Typed, inside: Range<usize>, wrong: Wrong) -> Option<Diagnostic> {
    let Wrong { problem, range } = wrong;
    let range = inside.start + range.start..inside.start + range.end.max(range.start);
    let place = typed.place(if range.is_empty() { inside } else { range });
    problem.map(|problem| Diagnostic::new(*problem, place))
}

/// A text being put together.
struct Filled {
    content: String,
    runs: Vec<(u32, u32)>,
}

impl Filled {
    /// Takes over what was typed.
    fn copy(&mut self, typed: &Typed, range: Range<usize>) {
        let offset = self.content.len() as u32;
        let origin = typed.origin.slice(range.clone());
        self.runs.extend(origin.runs.into_iter().map(|(content, file)| (content + offset, file)));
        self.content.push_str(&typed.content[range]);
    }

    /// Puts in what an expression gives. Each of its characters stands where all of the expression does: one that begins does so at its beginning,
    /// one that ends at its end.
    fn put(&mut self, printed: &str, typed: &Typed, expression: Range<usize>) {
        let place = typed.place(expression);
        self.runs.push((self.content.len() as u32, place.start));
        for (at, _) in printed.char_indices().skip(1) {
            let at = (self.content.len() + at) as u32;
            self.runs.extend([(at, place.end), (at, place.start)]);
        }
        self.content.push_str(printed);
        self.runs.push((self.content.len() as u32, place.end));
    }
}
