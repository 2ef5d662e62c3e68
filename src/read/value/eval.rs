//! Reckons expressions that MiniJinja has read, in exact decimals.

use std::cmp::Ordering;
use std::ops::Range;

use minijinja::machinery::ast::{BinOpKind, CallArg, CompareOpKind, Expr, UnaryOpKind};
use minijinja::machinery::{Span, parse_expr};
use rust_decimal::Decimal;

use super::{Value, Wrong, filter};
use crate::diag::ValueProblem;

/// A name that an expression goes by: `contractors`, then `"합계"`, then `"차량"`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// The name.
    pub name: String,
    /// Where it stands in the expression.
    pub range: Range<usize>,
}

/// What expressions can name.
pub(crate) trait Names {
    /// The value of a path of names.
    fn value(&mut self, path: &[Key], depth: usize) -> Result<Value, Wrong>;
}

/// How deep expressions may stand in each other, those that values lead to included.
const DEEPEST: usize = 80;

/// The most bytes of an expression: what the parser makes of a longer one may be too deep to be taken down again.
const LONGEST: usize = 2_000;

/// The value of an expression; `depth` is how deep it is within others.
pub(crate) fn eval(source: &str, names: &mut dyn Names, depth: usize) -> Result<Value, Wrong> {
    if source.len() > LONGEST {
        return Err(Wrong::new(ValueProblem::TooDeep {}, 0..source.len()));
    }
    let expr = parse(source)?;
    let mut reckoner = Reckoner { source, names, to_fill: false };
    let value = reckoner.eval(&expr, depth);
    if reckoner.to_fill { Ok(Value::ToFill) } else { value }
}

/// How a relation comes out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Held {
    /// Whether it holds.
    pub holds: bool,
    /// What it compares.
    pub sides: Option<(Value, Value)>,
}

/// Whether a relation holds. Of what remains to be filled in nothing can be said, so that it does.
pub(crate) fn hold(source: &str, names: &mut dyn Names) -> Result<Held, Wrong> {
    let expr = parse(source)?;
    let mut reckoner = Reckoner { source, names, to_fill: false };
    let holds = reckoner.truth(&expr, 0);
    if reckoner.to_fill {
        return Ok(Held { holds: true, sides: None });
    }
    Ok(Held { holds: holds?, sides: reckoner.sides(&expr) })
}

fn parse(source: &str) -> Result<Expr<'_>, Wrong> {
    parse_expr(source).map_err(|error| {
        let range = error.range().filter(|range| source.get(range.clone()).is_some_and(|text| !text.is_empty()));
        Wrong::new(ValueProblem::Syntax {}, range.unwrap_or(0..source.len()))
    })
}

struct Reckoner<'a> {
    source: &'a str,
    names: &'a mut dyn Names,
    /// Whether it came upon something to reckon with that remains to be filled in; then it goes no further.
    to_fill: bool,
}

fn range(span: Span) -> Range<usize> {
    span.start_offset as usize..span.end_offset as usize
}

impl Reckoner<'_> {
    fn eval(&mut self, expr: &Expr<'_>, depth: usize) -> Result<Value, Wrong> {
        let at = range(expr.span());
        if depth > DEEPEST {
            return Err(Wrong::new(ValueProblem::TooDeep {}, at));
        }
        let depth = depth + 1;
        match expr {
            Expr::Var(_) | Expr::GetAttr(_) | Expr::GetItem(_) => {
                let path = self.path(expr, depth)?;
                self.names.value(&path, depth)
            }
            Expr::Const(constant) => self.constant(&constant.value, at),
            Expr::UnaryOp(op) => match op.op {
                UnaryOpKind::Neg => self.number(&op.expr, depth).map(|number| Value::Number(-number)),
                UnaryOpKind::Not => self.truth(&op.expr, depth).map(|truth| Value::Truth(!truth)),
            },
            Expr::BinOp(op) => self.operation(op.op, &op.left, &op.right, at, depth),
            Expr::Compare(chain) => self.comparison(chain, depth),
            Expr::IfExpr(choice) => match (self.truth(&choice.test_expr, depth)?, &choice.false_expr) {
                (true, _) => self.eval(&choice.true_expr, depth),
                (false, Some(other)) => self.eval(other, depth),
                (false, None) => Ok(Value::Text(String::new())),
            },
            Expr::Filter(filter) => {
                let Some(input) = &filter.expr else { return Err(Wrong::new(ValueProblem::Unsupported {}, at)) };
                let value = self.eval(input, depth)?;
                if value == Value::ToFill {
                    return Err(self.stopped(at));
                }
                let arguments = self.arguments(&filter.args, &at, depth)?;
                if arguments.contains(&Value::ToFill) {
                    return Err(self.stopped(at));
                }
                filter::apply(filter.name, value, &arguments).map_err(|problem| Wrong::new(problem, at))
            }
            _ => Err(Wrong::new(ValueProblem::Unsupported {}, at)),
        }
    }

    /// The names that lead to a value.
    fn path(&mut self, expr: &Expr<'_>, depth: usize) -> Result<Vec<Key>, Wrong> {
        let at = range(expr.span());
        if depth > DEEPEST {
            return Err(Wrong::new(ValueProblem::TooDeep {}, at));
        }
        match expr {
            Expr::Var(name) => Ok(vec![Key { name: name.id.to_owned(), range: at }]),
            Expr::GetAttr(attribute) => {
                let mut path = self.path(&attribute.expr, depth + 1)?;
                let start = at.end.saturating_sub(attribute.name.len());
                path.push(Key { name: attribute.name.to_owned(), range: start..at.end });
                Ok(path)
            }
            Expr::GetItem(item) => {
                let mut path = self.path(&item.expr, depth + 1)?;
                let name = match self.eval(&item.subscript_expr, depth + 1)? {
                    Value::Number(number) => number.to_string(),
                    Value::ToFill => return Err(self.stopped(at)),
                    other => other.to_string(),
                };
                path.push(Key { name, range: range(item.subscript_expr.span()) });
                Ok(path)
            }
            _ => Err(Wrong::new(ValueProblem::Unsupported {}, at)),
        }
    }

    fn constant(&self, value: &minijinja::Value, at: Range<usize>) -> Result<Value, Wrong> {
        if let Some(text) = value.as_str() {
            return Ok(Value::Text(text.to_owned()));
        }
        if let Ok(truth) = bool::try_from(value.clone())
            && !value.is_number()
        {
            return Ok(Value::Truth(truth));
        }
        // As it is written: the parser's number may be a float.
        let written = self.source.get(at.clone()).unwrap_or_default().replace('_', "");
        let number = written.parse::<Decimal>().or_else(|_| Decimal::from_scientific(&written));
        match number {
            Ok(number) if value.is_number() => Ok(Value::Number(number)),
            _ if value.is_number() => Err(Wrong::new(ValueProblem::TooLarge {}, at)),
            _ => Err(Wrong::new(ValueProblem::Unsupported {}, at)),
        }
    }

    fn number(&mut self, expr: &Expr<'_>, depth: usize) -> Result<Decimal, Wrong> {
        match self.eval(expr, depth)? {
            Value::Number(number) => Ok(number),
            Value::ToFill => Err(self.stopped(range(expr.span()))),
            other => Err(Wrong::new(ValueProblem::NotANumber { value: other.to_string() }, range(expr.span()))),
        }
    }

    fn truth(&mut self, expr: &Expr<'_>, depth: usize) -> Result<bool, Wrong> {
        match self.eval(expr, depth)? {
            Value::Truth(truth) => Ok(truth),
            Value::ToFill => Err(self.stopped(range(expr.span()))),
            _ => Err(Wrong::new(ValueProblem::NotATruth {}, range(expr.span()))),
        }
    }

    /// The two sides of a comparison that has been reckoned.
    fn sides(&mut self, expr: &Expr<'_>) -> Option<(Value, Value)> {
        use BinOpKind::{Eq, Gt, Gte, Lt, Lte, Ne};
        let (left, right) = match expr {
            Expr::Compare(chain) if chain.ops.len() == 1 => (&chain.expr, &chain.ops[0].expr),
            Expr::BinOp(op) if matches!(op.op, Eq | Ne | Lt | Lte | Gt | Gte) => (&op.left, &op.right),
            _ => return None,
        };
        Some((self.eval(left, 0).ok()?, self.eval(right, 0).ok()?))
    }

    fn operation(
        &mut self,
        op: BinOpKind,
        left: &Expr<'_>,
        right: &Expr<'_>,
        at: Range<usize>,
        depth: usize,
    ) -> Result<Value, Wrong> {
        let compared = |test: fn(Ordering) -> bool| Some(test);
        let test = match op {
            BinOpKind::Eq => compared(Ordering::is_eq),
            BinOpKind::Ne => compared(Ordering::is_ne),
            BinOpKind::Lt => compared(Ordering::is_lt),
            BinOpKind::Lte => compared(Ordering::is_le),
            BinOpKind::Gt => compared(Ordering::is_gt),
            BinOpKind::Gte => compared(Ordering::is_ge),
            _ => None,
        };
        if let Some(test) = test {
            let (left, right) = (self.eval(left, depth)?, self.eval(right, depth)?);
            return self.compare(&left, &right, at).map(|ordering| Value::Truth(test(ordering)));
        }
        match op {
            BinOpKind::ScAnd => return Ok(Value::Truth(self.truth(left, depth)? && self.truth(right, depth)?)),
            BinOpKind::ScOr => return Ok(Value::Truth(self.truth(left, depth)? || self.truth(right, depth)?)),
            BinOpKind::Concat => {
                return Ok(Value::Text(format!("{}{}", self.eval(left, depth)?, self.eval(right, depth)?)));
            }
            _ => {}
        }
        let (left, right) = (self.number(left, depth)?, self.number(right, depth)?);
        let result = match op {
            BinOpKind::Add => left.checked_add(right),
            BinOpKind::Sub => left.checked_sub(right),
            BinOpKind::Mul => left.checked_mul(right),
            BinOpKind::Div | BinOpKind::FloorDiv | BinOpKind::Rem if right.is_zero() => {
                return Err(Wrong::new(ValueProblem::DividedByZero {}, at));
            }
            BinOpKind::Div => left.checked_div(right),
            _ => return Err(Wrong::new(ValueProblem::Unsupported {}, at)),
        };
        result.map(Value::Number).ok_or_else(|| Wrong::new(ValueProblem::TooLarge {}, at))
    }

    fn comparison(&mut self, chain: &minijinja::machinery::ast::Compare<'_>, depth: usize) -> Result<Value, Wrong> {
        let mut left = self.eval(&chain.expr, depth)?;
        let mut holds = true;
        for op in &chain.ops {
            let right = self.eval(&op.expr, depth)?;
            let ordering = self.compare(&left, &right, range(op.expr.span()))?;
            holds &= match op.op {
                CompareOpKind::Eq => ordering.is_eq(),
                CompareOpKind::Ne => ordering.is_ne(),
                CompareOpKind::Lt => ordering.is_lt(),
                CompareOpKind::Lte => ordering.is_le(),
                CompareOpKind::Gt => ordering.is_gt(),
                CompareOpKind::Gte => ordering.is_ge(),
                _ => return Err(Wrong::new(ValueProblem::Unsupported {}, range(op.expr.span()))),
            };
            left = right;
        }
        Ok(Value::Truth(holds))
    }

    /// Goes no further, since what comes of it is known to be to fill in.
    fn stopped(&mut self, at: Range<usize>) -> Wrong {
        self.to_fill = true;
        Wrong::reported(at)
    }

    /// How two values of one kind stand to each other.
    fn compare(&mut self, left: &Value, right: &Value, at: Range<usize>) -> Result<Ordering, Wrong> {
        match (left, right) {
            (Value::Number(left), Value::Number(right)) => Ok(left.cmp(right)),
            (Value::Text(left), Value::Text(right)) => Ok(left.cmp(right)),
            (Value::Day(left), Value::Day(right)) => Ok(left.cmp(right)),
            (Value::Truth(left), Value::Truth(right)) => Ok(left.cmp(right)),
            (Value::ToFill, _) | (_, Value::ToFill) => Err(self.stopped(at)),
            _ => Err(Wrong::new(ValueProblem::NotComparable {}, at)),
        }
    }

    fn arguments(&mut self, args: &[CallArg<'_>], at: &Range<usize>, depth: usize) -> Result<Vec<Value>, Wrong> {
        let of = |arg: &CallArg<'_>, this: &mut Self| match arg {
            CallArg::Pos(expr) => this.eval(expr, depth),
            _ => Err(Wrong::new(ValueProblem::Unsupported {}, at.clone())),
        };
        args.iter().map(|arg| of(arg, self)).collect()
    }
}
