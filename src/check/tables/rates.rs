//! Rates, averages and products are what their heads say: 집행률(B/A), 증감률, 1인당, 단가 × 수량 = 금액.

use rust_decimal::Decimal;

use super::columns::Figures;
use super::formula::Formula;
use super::view::Term;
use crate::check::ledger::Ledger;
use crate::check::reach::Reach;
use crate::check::read::words::{is_average, is_change_rate, is_factor, is_per_unit, is_rate, stem_of_rate};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// How a column of rates comes from others.
#[derive(Clone, Debug)]
struct Ratio {
    result: usize,
    how: How,
    /// The tracks that it is reckoned from, in order.
    of: Vec<(char, usize)>,
    /// As a message shows it: `집행액 ÷ 예산액`.
    shown: String,
}

#[derive(Clone, Debug)]
enum How {
    /// The first by the second, in hundredths.
    Percent,
    /// What the first is more than the second, by the second, in hundredths.
    Growth,
    /// The first by the second, times a power of ten.
    Quotient(i32),
    /// The first times the second, times a power of ten.
    Product(i32),
    /// What the head says; in hundredths where its figures are percents.
    Formula(Formula, bool),
}

impl How {
    /// What stands between the figures that it is reckoned from.
    fn sign(&self) -> char {
        match self {
            How::Percent | How::Growth | How::Quotient(_) => '÷',
            How::Product(_) => '×',
            How::Formula(..) => '=',
        }
    }
}

/// What is wrong with them.
pub(super) fn rates(figures: &Figures<'_, '_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let mut ratios = by_formula(figures);
    for &track in &figures.percents {
        let told = ratios.iter().any(|ratio| ratio.result == track);
        let named = figures.view.tracks()[track].path.iter().rev().find(|label| !label.word.is_empty());
        if !told && named.is_some_and(|label| is_rate(&label.word)) {
            ratios.extend(percent(figures, track));
        }
    }
    for &track in &figures.counted {
        if !ratios.iter().any(|ratio| ratio.result == track) {
            ratios.extend(per_unit(figures, track).or_else(|| product(figures, track)));
        }
    }
    let mut said = Vec::new();
    for ratio in &ratios {
        let cut = is_cut(figures, ratio);
        for line in figures.lines() {
            let given = figures.figure(ratio.result, line).zip(reckoned(figures, ratio, line));
            let Some((given, right)) = given else { continue };
            let agrees = rate(&given, cut).meets(right);
            let of =
                ratio.of.iter().filter_map(|(_, track)| Some((ratio.how.sign(), figures.figure(*track, line)?.span())));
            ledger.add("rate", agrees, given.span(), of);
            if !agrees {
                said.push(wrong(figures, ratio, line, &given, right));
            }
        }
    }
    said
}

/// Whether rates are cut off rather than rounded: more than one of them is right only so.
fn is_cut(figures: &Figures<'_, '_>, ratio: &Ratio) -> bool {
    let cut = figures.lines().filter(|&line| {
        let given = figures.figure(ratio.result, line);
        let right = reckoned(figures, ratio, line);
        given
            .zip(right)
            .is_some_and(|(given, right)| !rate(&given, false).meets(right) && rate(&given, true).meets(right))
    });
    cut.count() > 1
}

/// Those whose heads have a formula that is no sum.
fn by_formula(figures: &Figures<'_, '_>) -> Vec<Ratio> {
    let formulas = figures.formulas().into_iter().filter(|(_, formula, _)| formula.sum().is_none());
    let ratios = formulas.filter_map(|(result, formula, of)| {
        let percent = figures.percents.contains(&result);
        let shown = shown_formula(figures, &formula, &of);
        let ratio = Ratio { result, how: How::Formula(formula, percent), of, shown };
        // A formula that no row bears out is of other units, or of figures that aren't there; of a single row it is the head's word.
        let (holds, fails) = tried(figures, &ratio);
        (holds >= fails || holds + fails == 1 && percent).then_some(ratio)
    });
    ratios.collect()
}

/// What a column of percents is the rate of: the columns that its head names, or that most rows bear out.
fn percent(figures: &Figures<'_, '_>, result: usize) -> Option<Ratio> {
    let track = &figures.view.tracks()[result];
    let head = track.path.iter().rev().map(|label| label.word.as_str()).find(|word| !word.is_empty())?;
    let growth = is_change_rate(head);
    let stem = stem_of_rate(head);
    let mut best: Option<(usize, usize, usize, Ratio)> = None;
    for &part in &figures.counted {
        for &whole in figures.counted.iter().filter(|whole| **whole != part) {
            let names = [part, whole].map(|track| figures.view.tracks()[track].short_name());
            let hows: &[How] = if growth { &[How::Growth, How::Percent] } else { &[How::Percent] };
            for how in hows {
                let shown = match how {
                    How::Growth => format!("({} − {}) ÷ {}", names[0], names[1], names[1]),
                    _ => format!("{} ÷ {}", names[0], names[1]),
                };
                let ratio = Ratio { result, how: how.clone(), of: vec![('a', part), ('b', whole)], shown };
                let (holds, fails) = tried(figures, &ratio);
                let named = !stem.is_empty() && names[0].contains(stem);
                // A row is called a rate more easily than it is one.
                let enough = if figures.view.across {
                    holds > 2 || holds > 1 && named
                } else {
                    holds > 1 || holds == 1 && named
                };
                if !enough || fails > holds {
                    continue;
                }
                let distance = result.abs_diff(part) + result.abs_diff(whole);
                if best
                    .as_ref()
                    .is_none_or(|(f, h, d, _)| (fails, usize::MAX - holds, distance) < (*f, usize::MAX - *h, *d))
                {
                    best = Some((fails, holds, distance, ratio));
                }
            }
        }
    }
    // Two rows of three and more, so that it is no accident.
    best.filter(|(fails, holds, _, _)| holds + fails < 3 || *fails * 2 <= *holds).map(|(_, _, _, ratio)| ratio)
}

/// 1인당, 평균: what two columns before it give in most rows.
fn per_unit(figures: &Figures<'_, '_>, result: usize) -> Option<Ratio> {
    let track = &figures.view.tracks()[result];
    if !track.is(|label| is_average(label) || is_per_unit(label)) {
        return None;
    }
    best_of(figures, result, How::Quotient, " ÷ ")
}

/// 단가 × 수량 = 금액: what nearly all rows bear out.
fn product(figures: &Figures<'_, '_>, result: usize) -> Option<Ratio> {
    let name = |track: usize| figures.view.tracks()[track].short_name();
    let priced = figures.counted.iter().any(|track| is_factor(&name(*track)));
    if figures.view.across || !priced || is_factor(&name(result)) {
        return None;
    }
    best_of(figures, result, How::Product, " × ")
}

fn best_of(figures: &Figures<'_, '_>, result: usize, how: impl Fn(i32) -> How, sign: &str) -> Option<Ratio> {
    if figures.counted.len() > 12 {
        return None;
    }
    let ordered = matches!(how(0), How::Quotient(_));
    for &first in figures.counted.iter().filter(|track| **track != result) {
        for &second in figures.counted.iter().filter(|track| **track != result && **track != first) {
            if !ordered && second < first {
                continue;
            }
            for power in [0, -3, 3] {
                let names = [first, second].map(|track| figures.view.tracks()[track].short_name());
                let of = vec![('a', first), ('b', second)];
                let ratio = Ratio { result, how: how(power), of, shown: names.join(sign) };
                let (holds, fails) = tried(figures, &ratio);
                if holds > 3 && fails * 4 <= holds {
                    return Some(ratio);
                }
            }
        }
    }
    None
}

/// What a ratio comes to along a line.
fn reckoned(figures: &Figures<'_, '_>, ratio: &Ratio, line: usize) -> Option<Reach> {
    let of = |index: usize| figures.reach(ratio.of.get(index)?.1, line);
    let exact = |reach: Reach| Reach::exact(reach.value);
    let power = |reach: Reach, power: i32| {
        let ten = Decimal::from(10_u64.pow(power.unsigned_abs()));
        if power < 0 { reach.over(Reach::exact(ten)) } else { reach.scaled(ten) }
    };
    match &ratio.how {
        How::Percent => of(0)?.over(of(1)?)?.scaled(Decimal::ONE_HUNDRED),
        How::Growth => of(0)?.minus(of(1)?)?.over(of(1)?)?.scaled(Decimal::ONE_HUNDRED),
        // Who reckons with figures writes out those that he reckons with.
        How::Quotient(by) => power(exact(of(0)?).over(exact(of(1)?))?, *by),
        How::Product(by) => power(exact(of(0)?).times(exact(of(1)?))?, *by),
        How::Formula(formula, percent) => {
            let value = value(figures, formula, &ratio.of, line)?;
            let times = *percent && !has_hundred(formula);
            if times { value.scaled(Decimal::ONE_HUNDRED) } else { Some(value) }
        }
    }
}

fn has_hundred(formula: &Formula) -> bool {
    match formula {
        Formula::Number(number) => *number == 100,
        Formula::Letter(_) => false,
        Formula::Joined(left, _, right) => has_hundred(left) || has_hundred(right),
    }
}

fn value(figures: &Figures<'_, '_>, formula: &Formula, of: &[(char, usize)], line: usize) -> Option<Reach> {
    match formula {
        Formula::Number(number) => Some(Reach::exact(Decimal::from(*number))),
        Formula::Letter(letter) => {
            let (_, track) = of.iter().find(|(name, _)| name == letter)?;
            figures.reach(*track, line)
        }
        Formula::Joined(left, sign, right) => {
            let (left, right) = (value(figures, left, of, line)?, value(figures, right, of, line)?);
            match sign {
                '+' => left.plus(right),
                '-' => left.minus(right),
                '×' => left.times(right),
                _ => left.over(right),
            }
        }
    }
}

/// In how many lines it holds, and in how many not. Where a part of it is nothing or all of the whole, it holds of itself and tells nothing.
fn tried(figures: &Figures<'_, '_>, ratio: &Ratio) -> (usize, usize) {
    let (mut holds, mut fails) = (0, 0);
    for line in figures.lines() {
        let Some(given) = figures.figure(ratio.result, line) else { continue };
        let Some(right) = reckoned(figures, ratio, line) else { continue };
        let values: Vec<Reach> = ratio.of.iter().filter_map(|(_, track)| figures.reach(*track, line)).collect();
        let trivial =
            values.iter().any(|it| it.value.is_zero()) || values.windows(2).any(|pair| pair[0].value == pair[1].value);
        let is_one = matches!(ratio.how, How::Product(_) | How::Quotient(_))
            && values.iter().any(|it| it.value.abs() == Decimal::ONE);
        match rate(&given, false).meets(right) {
            true if !trivial && !is_one => holds += 1,
            true => {}
            false => fails += 1,
        }
        if fails > 2 && fails * 2 > figures.view.lines().len() {
            break;
        }
    }
    (holds, fails)
}

/// What a printed rate stands for: as many decimals as it has, rounded or cut off.
fn rate(given: &Term<'_, '_>, cut: bool) -> Reach {
    let half = Decimal::new(5, given.amount.number.scale() + 1);
    let exact = given.amount.unit != "%" && given.amount.number.scale() == 0;
    let slack = if cut { half * Decimal::TWO } else { half };
    Reach { value: given.reach.value, slack: if exact { given.reach.slack.max(slack) } else { slack } }
}

fn wrong(figures: &Figures<'_, '_>, ratio: &Ratio, line: usize, given: &Term<'_, '_>, right: Reach) -> Diagnostic {
    let text = given.cell.read.content();
    let percent = figures.percents.contains(&ratio.result);
    let suffix = if percent { "%" } else { given.amount.suffix(text) };
    let decimals = given.amount.number.scale();
    let shown = numbers::change(given.amount.number) + suffix;
    let rounded = numbers::change(numbers::rounded(right.value, decimals)) + suffix;
    let problem = if given.reach.value < right.value && rate(given, true).meets(right) && ratio.of.len() == 2 {
        let of = |index: usize| {
            let term = ratio.of.get(index).and_then(|(_, track)| figures.figure(*track, line));
            term.map(|term| numbers::change(term.amount.number)).unwrap_or_default()
        };
        SumProblem::CutOff { shown, part: of(0), whole: of(1), right: rounded }
    } else {
        SumProblem::Rate {
            name: figures.view.tracks()[ratio.result].short_name(),
            place: figures.view.lines()[line].name(),
            formula: ratio.shown.clone(),
            shown,
            right: rounded,
        }
    };
    let terms = ratio.of.iter().filter_map(|(_, track)| figures.figure(*track, line));
    terms.fold(Diagnostic::new(problem, given.span()), |it, term| it.related(term.span(), Relation::Part))
}

fn shown_formula(figures: &Figures<'_, '_>, formula: &Formula, of: &[(char, usize)]) -> String {
    match formula {
        Formula::Number(number) => number.to_string(),
        Formula::Letter(letter) => {
            let track = of.iter().find(|(name, _)| name == letter);
            track.map_or(letter.to_string(), |(_, track)| figures.view.tracks()[*track].short_name())
        }
        Formula::Joined(left, sign, right) => {
            let side = |side: &Formula| match side {
                Formula::Joined(_, '+' | '-', _) => format!("({})", shown_formula(figures, side, of)),
                other => shown_formula(figures, other, of),
            };
            let sign = if *sign == '/' {
                '÷'
            } else if *sign == '-' {
                '−'
            } else {
                *sign
            };
            format!("{} {sign} {}", side(left), side(right))
        }
    }
}
