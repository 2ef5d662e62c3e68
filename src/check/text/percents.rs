//! Percents in text are of the figures beside them: `412개소 중 58개소(14.1%)`, `500건(처리 218건, 43.6%)`, `92.5%(부과 1,000건, 징수 925건)`; those that
//! fund one thing come to 100.

use rust_decimal::Decimal;

use super::lists::{List, lists, reach};
use crate::check::found::Found;
use crate::check::ledger::Ledger;
use crate::check::number::joined;
use crate::check::reach::Reach;
use crate::check::read::amount::Amount;
use crate::check::read::words::{changes, is_open};
use crate::check::read::{Read, Reading};
use crate::diag::{Diagnostic, Relation, SumProblem};
use crate::read::numbers;

/// Lines with more figures than this say too much to tell of which a percent is.
const MOST_FIGURES: usize = 12;
/// What says that the figure before it is the whole.
const WHOLE: [&str; 4] = ["중", "가운데", "대비", "중에"];
/// Labels of what others are a part of.
const WHOLES: [&str; 13] =
    ["총", "전체", "대상", "계", "목표", "정원", "예산", "예산액", "부과", "접수", "접종대상", "모집", "사업비"];
/// Who pays for one thing together.
const FUNDS: [&str; 9] = ["국비", "도비", "시비", "군비", "구비", "자부담", "지방비", "기금", "융자"];

/// Looks at every text.
pub(in crate::check) fn percents(reading: &Reading<'_>, found: &mut Found) {
    for (section, it) in reading.sections.iter().enumerate() {
        for (read, table) in it.texts() {
            if read.amounts.iter().any(|amount| amount.unit == "%") {
                let said = of_text(read, &mut found.ledger);
                said.into_iter().for_each(|diagnostic| found.push(section, table, diagnostic));
            }
        }
    }
}

/// A percent with the part and the whole that it is held to be of.
struct Claim<'r, 'a> {
    shown: &'r Amount<'a>,
    part: &'r Amount<'a>,
    whole: &'r Amount<'a>,
}

fn of_text(read: &Read<'_>, ledger: &mut Ledger) -> Vec<Diagnostic> {
    let lists = lists(read);
    let mut said: Vec<Diagnostic> = lists.iter().filter_map(|list| funds(read, list, ledger)).collect();
    said.extend(alone(read, ledger));
    if read.amounts.len() > MOST_FIGURES {
        return said;
    }
    let mut claims: Vec<Claim<'_, '_>> = lists.iter().flat_map(|list| of_list(read, list)).collect();
    for claim in among(read) {
        if !claims.iter().any(|other| other.shown.range == claim.shown.range) {
            claims.push(claim);
        }
    }
    said.extend(claims.iter().filter_map(|claim| judged(read, claim, ledger)));
    said
}

/// The percents of a list in brackets.
fn of_list<'r, 'a>(read: &'r Read<'a>, list: &List<'r, 'a>) -> Vec<Claim<'r, 'a>> {
    let text = read.content();
    let percents: Vec<&Amount<'a>> = list.inside.iter().copied().filter(|amount| amount.unit == "%").collect();
    let counted: Vec<&Amount<'a>> = list.inside.iter().copied().filter(|amount| amount.unit != "%").collect();
    let (nearest, content) = (list.before[0], &text[list.content.clone()]);
    if !list.adjacent || changes(content) || text.contains(['→', '⇒', '➔', '➡']) {
        return Vec::new();
    }
    // `100명(남 55명 55%, 여 45명 45%)`.
    let pieces = list.pieces.iter().map(|piece| match list.of_piece(piece).collect::<Vec<_>>()[..] {
        [part, shown] if part.unit == nearest.unit && shown.unit == "%" => Some(Claim { shown, part, whole: nearest }),
        _ => None,
    });
    if let Some(claims) = pieces.collect::<Option<Vec<_>>>().filter(|claims| claims.len() > 1) {
        return claims;
    }
    match (percents.as_slice(), counted.as_slice()) {
        // `92.5%(부과 1,000건, 징수 925건)`.
        ([], [one, two]) if nearest.unit == "%" && one.unit == two.unit && !one.unit.is_empty() => {
            let (part, whole) = if one.value() < two.value() { (*one, *two) } else { (*two, *one) };
            vec![Claim { shown: nearest, part, whole }]
        }
        // `500건(처리 218건, 43.6%)`.
        ([shown], [part]) if part.unit == nearest.unit && part.range.end < shown.range.start => {
            vec![Claim { shown, part, whole: nearest }]
        }
        // `412개소 중 58개소(14.1%)`.
        ([shown], []) if nearest.unit != "%" && content.trim_start().starts_with(|c: char| c.is_ascii_digit()) => {
            whole_of(read, nearest).map(|whole| Claim { shown, part: nearest, whole }).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The figure that another is a part of: the one before it that says so, or the only larger one in its unit.
fn whole_of<'r, 'a>(read: &'r Read<'a>, part: &Amount<'_>) -> Option<&'r Amount<'a>> {
    let text = read.content();
    let before = || {
        read.amounts.iter().take_while(|amount| amount.range.end <= part.range.start).filter(|it| it.unit == part.unit)
    };
    let said = |whole: &&Amount<'_>| {
        let rest = text[whole.range.end..part.range.start].trim_start();
        WHOLE.iter().any(|word| rest.starts_with(word))
    };
    let larger = |whole: &&Amount<'_>| whole.value() > part.value();
    if let Some(whole) = before().filter(said).last() {
        return Some(whole).filter(larger);
    }
    let mut wholes = before();
    let (Some(whole), None) = (wholes.next(), wholes.next()) else { return None };
    let label = text[..whole.range.start].trim_end().trim_end_matches([':', '：', ' ']);
    let called = WHOLES.iter().any(|word| label.ends_with(word));
    // `남 60명(60%), 여 40명(40%)`: neither is the whole.
    let has_its_own = text[whole.range.end..]
        .trim_start()
        .strip_prefix('(')
        .is_some_and(|inside| inside.split(')').next().is_some_and(|inside| inside.contains('%')));
    Some(whole).filter(larger).filter(|_| called && !has_its_own)
}

/// `250백만원 중 200백만원 집행(80%)`, `412개소 중 58개소 14.1%`: a few words may stand before the percent.
fn among<'r, 'a>(read: &'r Read<'a>) -> Vec<Claim<'r, 'a>> {
    let text = read.content();
    let claims = read.amounts.windows(3).filter_map(|three| {
        let [whole, part, shown] = three else { return None };
        let joins = text[whole.range.end..part.range.start].trim_start();
        let leads = text[part.range.end..shown.range.start].trim();
        let said = WHOLE.iter().any(|word| joins.starts_with(word)) && joins.chars().count() < 16;
        let near = leads.chars().count() < 16 && !leads.contains([',', '/', ':', '→']) && !changes(leads);
        let after = text[shown.range.end..].trim_start();
        let alike = whole.unit == part.unit && part.unit != "%" && shown.unit == "%" && whole.value() > part.value();
        (said && near && alike && !changes(after.get(..12).unwrap_or(after))).then_some(Claim { shown, part, whole })
    });
    claims.collect()
}

/// A percent that its part and whole don't give, and no other two figures of the text either.
fn judged(read: &Read<'_>, claim: &Claim<'_, '_>, ledger: &mut Ledger) -> Option<Diagnostic> {
    let number = claim.shown.number;
    let shown = Reach { value: number, slack: Decimal::new(5, number.scale() + 1) };
    let right = share(claim.part, claim.whole)?;
    let agrees = shown.meets(right);
    if !agrees && (number.is_sign_negative() || is_explained(read, claim.shown, shown)) {
        return None;
    }
    ledger.add("share", agrees, read.place(claim.shown), [claim.part, claim.whole].map(|it| ('÷', read.place(it))));
    if agrees {
        return None;
    }
    let figure = |amount: &Amount<'_>| read.content()[amount.range.clone()].to_owned();
    let problem = SumProblem::Share {
        shown: numbers::change(number) + "%",
        part: figure(claim.part),
        whole: figure(claim.whole),
        right: numbers::change(numbers::rounded(right.value, number.scale())) + "%",
    };
    let place = |amount: &Amount<'_>| read.place(amount);
    let diagnostic = Diagnostic::new(problem, place(claim.shown)).related(place(claim.part), Relation::Part);
    Some(diagnostic.related(place(claim.whole), Relation::Whole))
}

fn share(part: &Amount<'_>, whole: &Amount<'_>) -> Option<Reach> {
    reach(part)?.over(reach(whole)?)?.scaled(Decimal::ONE_HUNDRED)
}

/// Whether any two figures of the text in one unit give a percent, as a share or as a rate of change.
pub(super) fn is_explained(read: &Read<'_>, of: &Amount<'_>, shown: Reach) -> bool {
    let counted: Vec<&Amount<'_>> =
        read.amounts.iter().filter(|it| it.unit != "%" && it.range != of.range).take(MOST_FIGURES).collect();
    let size = Reach { value: shown.value.abs(), ..shown };
    counted.iter().any(|one| {
        counted.iter().filter(|two| two.unit == one.unit && two.range != one.range).any(|two| {
            let Some(share) = share(one, two) else { return false };
            let growth = share.minus(Reach::exact(Decimal::ONE_HUNDRED));
            let grown = growth.map(|growth| Reach { value: growth.value.abs(), ..growth });
            share.meets(size) || grown.is_some_and(|grown| grown.meets(size))
        })
    })
}

/// `(국비 50%, 도비 20%, 군비 20%)`.
fn funds(read: &Read<'_>, list: &List<'_, '_>, ledger: &mut Ledger) -> Option<Diagnostic> {
    shares_of_one(
        read,
        &list.pieces.iter().map(|piece| (piece.clone(), list.of_piece(piece).collect())).collect::<Vec<_>>(),
        ledger,
    )
}

/// `재원 : 국비 50%, 도비 20%, 군비 20%`.
fn alone(read: &Read<'_>, ledger: &mut Ledger) -> Option<Diagnostic> {
    let text = read.content();
    let start = text.find([':', '：']).map_or(0, |at| at + 1);
    let (mut pieces, mut at) = (Vec::new(), start);
    if text[start..].contains('(') {
        return None;
    }
    for piece in text.get(start..)?.split([',', '/', '+']) {
        let range = at..at + piece.len();
        let own = read.amounts.iter().filter(|amount| range.contains(&amount.range.start)).collect();
        pieces.push((range, own));
        at += piece.len() + 1;
    }
    shares_of_one(read, &pieces, ledger)
}

/// Shares of those who pay for one thing, each with its percent and nothing else.
fn shares_of_one(
    read: &Read<'_>,
    pieces: &[(std::ops::Range<usize>, Vec<&Amount<'_>>)],
    ledger: &mut Ledger,
) -> Option<Diagnostic> {
    let text = read.content();
    let funded =
        |piece: &std::ops::Range<usize>| FUNDS.iter().any(|fund| text[piece.clone()].trim_start().starts_with(fund));
    let whole = pieces
        .iter()
        .all(|(piece, own)| funded(piece) && own.len() == 1 && own[0].unit == "%" && !is_open(&text[piece.clone()]));
    if !whole || pieces.len() < 2 {
        return None;
    }
    let shares: Vec<&Amount<'_>> = pieces.iter().map(|(_, own)| own[0]).collect();
    let sum = shares.iter().try_fold(Reach::exact(Decimal::ZERO), |sum, share| {
        let number = share.number;
        sum.plus(Reach { value: number, slack: Decimal::new(5, number.scale() + 1) })
    })?;
    // Whole percents of one's own choosing aren't rounded.
    let apart = (sum.value - Decimal::ONE_HUNDRED).abs();
    let slack = if shares.iter().any(|share| share.number.scale() > 0) { sum.slack } else { Decimal::ONE };
    let others = shares.iter().skip(1).map(|share| ('+', read.place(share)));
    ledger.add("share-sum", apart <= slack, read.place(shares[0]), others);
    if apart <= slack {
        return None;
    }
    let parts: Vec<String> = shares.iter().map(|share| numbers::change(share.number)).collect();
    let problem = SumProblem::ShareSum { parts: joined(&parts), sum: numbers::change(sum.value) + "%" };
    let diagnostic = Diagnostic::new(problem, read.place(shares[0]));
    let others = shares.iter().skip(1);
    Some(others.fold(diagnostic, |it, share| it.related(read.place(share), Relation::Part)))
}
