//! Expressions in texts, `{{ … }}`: MiniJinja's grammar over exact figures.
//!
//! Only expressions: without statements there are no loops, no files and no templates to include. MiniJinja reads them; their values are ours, since its
//! own would hold 0.1 in binary. Nothing of this is touched for a text without `{{`.

mod eval;
mod filter;
mod find;
mod korean;

pub(crate) use eval::{Held, Key, Names, eval, hold};
pub(crate) use find::{Piece, pieces};

use std::ops::Range;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diag::Problem;
use crate::model::report::TO_FILL;
use crate::read::numbers;

/// What an expression gives.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A figure.
    Number(Decimal),
    /// A text.
    Text(String),
    /// A day.
    Day(Date),
    /// Whether something is so.
    Truth(bool),
    /// What remains to be filled in: whatever is reckoned from it remains so too.
    ToFill,
}

impl Value {
    /// A text as a value.
    pub(crate) fn of_text(text: &str) -> Value {
        if text.trim() == TO_FILL { Value::ToFill } else { Value::Text(text.to_owned()) }
    }
}

/// What is wrong with an expression, and where in it. Without a problem: it follows from what has been reported.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong {
    /// What.
    pub problem: Option<Box<Problem>>,
    /// The bytes of the expression.
    pub range: Range<usize>,
}

impl Wrong {
    /// A problem at a place of an expression.
    pub(crate) fn new(problem: impl Into<Problem>, range: Range<usize>) -> Wrong {
        Wrong { problem: Some(Box::new(problem.into())), range }
    }

    /// What follows from something that has been reported.
    pub(crate) fn reported(range: Range<usize>) -> Wrong {
        Wrong { problem: None, range }
    }
}

/// As it is printed where no filter says otherwise: figures with thousands commas, days as in a cell.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Number(number) => f.write_str(&numbers::grouped(*number)),
            Value::Text(text) => f.write_str(text),
            Value::Day(day) => write!(f, "{}. {}. {}.", day.year(), day.month(), day.day()),
            Value::Truth(truth) => write!(f, "{truth}"),
            Value::ToFill => f.write_str(TO_FILL),
        }
    }
}
