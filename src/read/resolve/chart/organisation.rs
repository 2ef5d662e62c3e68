//! The tree of an organisation chart, from its lines.

use crate::diag::{ChartProblem, Diagnostic, Diagnostics, KeyProblem, Relation};
use crate::model::report::Text;
use crate::model::report::chart::{BoxText, Office};
use crate::read::decode::Typed;

use super::lines::{Line, caption, lines};

/// Offices that a page could hold with room to spare.
const MOST_OFFICES: usize = 400;
/// Levels below the highest office.
const DEEPEST: usize = 8;
/// Blanks of indentation a level.
const BLANKS: usize = 2;

/// The offices on the way from the root to the last line, each with the line it stands in.
type Way = Vec<(Line, Office<Text>)>;

/// The tree, or `None` after reporting what is wrong with it.
pub(super) fn tree(typed: &Typed, sink: &mut Diagnostics) -> Option<Office<Text>> {
    if typed.is_blank() {
        sink.report(KeyProblem::EmptyText { key: "tree" }, typed.span());
        return None;
    }
    let mut way: Way = Vec::new();
    let mut whole = true;
    for (count, line) in lines(typed, &['-', '+']).enumerate() {
        if count == MOST_OFFICES {
            sink.report(ChartProblem::TooMany { most: MOST_OFFICES }, typed.place(line.whole));
            return None;
        }
        if let Some(problem) = misplaced(typed, &line, &way) {
            sink.push(problem);
            whole = false;
            continue;
        }
        let caption = caption(typed, line.text.clone(), sink);
        if line.sign == Some('+') {
            fold(&mut way, line.indent.len() / BLANKS + 1);
            if let Some((_, office)) = way.last_mut() {
                office.aside.push(caption);
            }
            continue;
        }
        let level = line.sign.map_or(0, |_| line.indent.len() / BLANKS + 1);
        fold(&mut way, level);
        if let Some(problem) = below_itself(typed, &line, &caption, &way) {
            sink.push(problem);
            whole = false;
        }
        way.push((line, Office { caption, aside: Vec::new(), below: Vec::new() }));
    }
    fold(&mut way, 1);
    way.pop().map(|(_, root)| root).filter(|_| whole)
}

/// Hands the offices from a level on to those above them.
fn fold(way: &mut Way, level: usize) {
    while way.len() > level.max(1) {
        if let (Some((_, office)), Some((_, above))) = (way.pop(), way.last_mut()) {
            above.below.push(office);
        }
    }
}

/// Why a line can't stand where it stands.
fn misplaced(typed: &Typed, line: &Line, way: &Way) -> Option<Diagnostic> {
    let at = typed.place(line.whole.clone());
    let root = way.first().map(|(root, _)| typed.place(root.whole.clone()));
    let blanks = &typed.content[line.indent.clone()];
    match (line.sign, root) {
        (None, None) => None,
        (Some(_), None) => Some(Diagnostic::new(ChartProblem::NoRoot {}, at)),
        (None, Some(root)) => Some(Diagnostic::new(ChartProblem::TwoRoots {}, at).related(root, Relation::First)),
        (Some(_), _) if line.text.is_empty() => Some(Diagnostic::new(ChartProblem::NoName {}, at)),
        (Some(_), _) if blanks.bytes().any(|byte| byte != b' ') || !blanks.len().is_multiple_of(BLANKS) => {
            Some(Diagnostic::new(ChartProblem::Indentation { blanks: BLANKS }, at))
        }
        (Some(_), _) => {
            let level = blanks.len() / BLANKS;
            let problem = match level {
                level if level >= DEEPEST => ChartProblem::TooDeep { most: DEEPEST },
                level if level >= way.len() => ChartProblem::LevelSkipped {},
                _ => return None,
            };
            let above = way.last().map(|(above, _)| typed.place(above.whole.clone()));
            let found = Diagnostic::new(problem, at);
            Some(above.map_or(found.clone(), |above| found.related(above, Relation::Above)))
        }
    }
}

/// An office that stands below one of its own name.
fn below_itself(typed: &Typed, line: &Line, caption: &BoxText<Text>, way: &Way) -> Option<Diagnostic> {
    let name = &caption.name.content;
    let (above, _) = way.iter().find(|(_, office)| office.caption.name.content == *name)?;
    let problem = ChartProblem::Cycle { name: name.clone() };
    let above = typed.place(above.whole.clone());
    Some(Diagnostic::new(problem, typed.place(line.whole.clone())).related(above, Relation::First))
}
