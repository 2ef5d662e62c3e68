//! What can be wrong with figures that belong together; the check finds it.

use super::problems;
use crate::diag::Lang;
use crate::diag::particle::{bare_object, bare_towards, subject, topic};
use crate::diag::words::say;

problems! {
    /// What can be wrong with figures that belong together. Figures are given as they would be typed.
    pub enum SumProblem in lang {
        /// A total of a table that its parts don't add up to.
        Table { name: String, place: String, figures: Box<SumFigures> } = Error "table-sum" {
            ko: say!("{} = {}인데 {} {}입니다{}", figures.parts, figures.sum, topic(name), figures.total, at(place))
                .label(figures.off_by(lang))
                .help(format!("{} {} 고치거나, 부분에서 {} 바로잡아 주세요. 더한 값이 아닌 열이나 행이면 `allow`에 까닭을 적습니다.",
                    bare_object(name), bare_towards(&figures.sum), bare_object(&figures.off))),
            en: say!("{} = {}, but `{name}` says {}{}", figures.parts, figures.sum, figures.total, at(place))
                .label(figures.off_by(lang))
                .help(format!("Make `{name}` {}, or find the {} among its parts. If it is no sum, say why in `allow`.", figures.sum, figures.off)),
        }

        /// A cell by which two relations fail, and which no other stands against.
        Cell { name: String, place: String, shown: String, right: String, others: usize } = Error "table-cell" {
            ko: say!("이 칸이 {right}이면 이 칸이 든 합계와 관계 {others}곳이 모두 맞는데 {} 적었습니다{}", bare_towards(shown), at(&cell(name, place)))
                .label(format!("{right} 필요"))
                .help(format!("{} {} 고치면 다른 칸은 그대로 맞습니다.", bare_object(shown), bare_towards(right))),
            en: say!("{right} here would make {others} sums and relations of this cell hold, but {shown} is given{}", at(&cell(name, place)))
                .label(format!("should be {right}"))
                .help(format!("Write {right} instead of {shown}; the other cells are right as they are.")),
        }

        /// A row of totals that hardly any column bears out.
        Stale { name: String, added: Option<String>, columns: usize, right: String } = Error "total-stale" {
            ko: say!("{} {columns}개 열에서 아래위의 합과 다릅니다", topic(name))
                .label(format!("더한 값은 {right}"))
                .help(match added {
                    Some(added) => format!("`{added}` 행을 더하고 `{name}` 행을 고치지 않았는지 확인해 주세요."),
                    None => format!("행을 더하거나 고치고 `{name}` 행을 고치지 않았는지 확인해 주세요."),
                }),
            en: say!("`{name}` is not the sum of its rows in {columns} columns")
                .label(format!("the rows come to {right}"))
                .help(match added {
                    Some(added) => format!("Perhaps the row `{added}` was added without renewing `{name}`."),
                    None => format!("Perhaps a row was added or changed without renewing `{name}`."),
                }),
        }

        /// A figure that is not what its head says of two others.
        Said { name: String, place: String, formula: String, right: String, shown: String, off: String, less: bool } = Error "relation" {
            ko: say!("{name} = {formula} = {right}인데 {} 적었습니다{}", bare_towards(shown), at(place))
                .label(off_by(off, *less, lang))
                .help(format!("{} {} 고치거나, 다른 칸을 확인해 주세요.", bare_object(shown), bare_towards(right))),
            en: say!("{name} = {formula} = {right}, but {shown} is given{}", at(place))
                .label(off_by(off, *less, lang))
                .help(format!("Write {right}, or check the other cells.")),
        }

        /// A figure that is not what the other rows make it.
        Usual { name: String, place: String, formula: String, right: String, shown: String, rows: usize, off: String, less: bool } = Warning "relation-broken" {
            ko: say!("다른 {rows}곳에서는 {name} = {formula}인데 여기는 {right}이 아니라 {shown}입니다{}", at(place))
                .label(off_by(off, *less, lang))
                .help("이 줄의 칸을 확인해 주세요. 서로 매인 값이 아니면 `allow`에 까닭을 적습니다."),
            en: say!("elsewhere ({rows} times) {name} = {formula}, but here it is {shown}, not {right}{}", at(place))
                .label(off_by(off, *less, lang))
                .help("Check the cells of this line. If the figures don't belong together, say why in `allow`."),
        }

        /// A rate that isn't what its part and whole give.
        Rate { name: String, place: String, formula: String, shown: String, right: String } = Error "rate" {
            ko: say!("{name} = {formula} = {right}인데 {} 적었습니다{}", bare_towards(shown), at(place))
                .label(format!("{right} 필요"))
                .help(format!("{} {} 고치거나, 나눈 수를 확인해 주세요.", bare_object(shown), bare_towards(right))),
            en: say!("{name} = {formula} = {right}, but {shown} is given{}", at(place))
                .label(format!("should be {right}"))
                .help(format!("Write {right}, or check the figures that it is of.")),
        }

        /// A figure in text that the parts in its brackets don't add up to.
        Text { figures: Box<SumFigures> } = Error "text-sum" {
            ko: say!("{} = {}인데 앞에는 {} 적었습니다", figures.parts, figures.sum, bare_towards(&figures.total))
                .label(figures.off_by(lang))
                .help(format!("{} {} 고치거나, 괄호 안에서 {} 바로잡아 주세요.",
                    bare_object(&figures.total), bare_towards(&figures.sum), bare_object(&figures.off))),
            en: say!("{} = {}, but the total before it says {}", figures.parts, figures.sum, figures.total)
                .label(figures.off_by(lang))
                .help(format!("Make the total {}, or find the {} among its parts.", figures.sum, figures.off)),
        }

        /// Parts in brackets that name only some, and already come to more than the whole.
        Exceeds { figures: Box<SumFigures> } = Error "parts-exceed" {
            ko: say!("일부만 더해도 {} = {}인데 앞의 전체는 {}입니다", figures.parts, figures.sum, figures.total)
                .label("부분보다 적음")
                .help("전체나 부분 가운데 하나를 고쳐 주세요."),
            en: say!("some of the parts already come to {} = {}, more than the whole of {}", figures.parts, figures.sum, figures.total)
                .label("less than its parts")
                .help("Mend the whole or one of its parts."),
        }

        /// A figure that the items below it don't add up to.
        Items { figures: Box<SumFigures> } = Error "item-sum" {
            ko: say!("아래 항목은 {} = {}인데 위에는 {} 적었습니다", figures.parts, figures.sum, bare_towards(&figures.total))
                .label(figures.off_by(lang))
                .help(format!("{} {} 고치거나, 아래 항목에서 {} 바로잡아 주세요.",
                    bare_object(&figures.total), bare_towards(&figures.sum), bare_object(&figures.off))),
            en: say!("the items below come to {} = {}, but the figure above them says {}", figures.parts, figures.sum, figures.total)
                .label(figures.off_by(lang))
                .help(format!("Make it {}, or find the {} in the items.", figures.sum, figures.off)),
        }

        /// A share that isn't what part and whole give.
        Share { shown: String, part: String, whole: String, right: String } = Error "share" {
            ko: say!("{part} ÷ {whole} = {right}인데 {} 적었습니다", bare_towards(shown))
                .label(format!("{right} 필요"))
                .help(format!("{} {} 고치거나, 나눈 수를 확인해 주세요.", bare_object(shown), bare_towards(right))),
            en: say!("{part} of {whole} is {right}, but {shown} is given")
                .label(format!("should be {right}"))
                .help(format!("Write {right}, or check the figures that it is of.")),
        }

        /// A share one step beside its rounding, so that all of them come to 100.
        ShareRounded { shown: String, part: String, whole: String, right: String } = Hint "share-rounded" {
            ko: say!("{part} ÷ {whole}의 반올림은 {right}인데 {} 적어 합을 100%로 맞추었습니다", bare_towards(shown))
                .label("합을 맞춘 값"),
            en: say!("{part} of {whole} rounds to {right}; {shown} makes the shares come to 100 %")
                .label("adjusted"),
        }

        /// A share or rate that was cut off rather than rounded.
        CutOff { shown: String, part: String, whole: String, right: String } = Hint "cut-off" {
            ko: say!("{part} ÷ {whole}의 반올림은 {right}인데 끝수를 버리고 {} 적었습니다", bare_towards(shown))
                .label("버린 값"),
            en: say!("{part} of {whole} rounds to {right}; {shown} is cut off")
                .label("cut off"),
        }

        /// Shares that don't come to 100.
        ShareSum { parts: String, sum: String } = Error "share-sum" {
            ko: say!("비율의 합이 100%가 아니라 {sum}입니다: {parts}")
                .label("합이 100%가 아님")
                .help("비율 가운데 하나를 고쳐 주세요. 전체를 나눈 비율이 아니면 `allow`에 까닭을 적습니다."),
            en: say!("these shares come to {sum}, not to 100 %: {parts}")
                .label("not 100 % in all")
                .help("Mend one of the shares. If they are no shares of one whole, say why in `allow`."),
        }

        /// A change that isn't the difference of what it stands beside.
        Change { from: String, to: String, shown: String, right: String } = Error "change" {
            ko: say!("{from}에서 {to}까지는 {right}인데 {} 적었습니다", bare_towards(shown))
                .label(format!("{right} 필요"))
                .help("앞뒤의 값이나 늘고 준 값 가운데 하나를 고쳐 주세요."),
            en: say!("from {from} to {to} is {right}, but {shown} is given")
                .label(format!("should be {right}"))
                .help("Mend one of the two figures, or the change."),
        }

        /// A product or sum that is written out and doesn't come out.
        Product { formula: String, right: String, shown: String } = Error "product" {
            ko: say!("{formula} = {right}인데 {} 적었습니다", bare_towards(shown))
                .label(format!("{right} 필요"))
                .help("곱하거나 더하는 수와 결과 가운데 하나를 고쳐 주세요."),
            en: say!("{formula} = {right}, but {shown} is given")
                .label(format!("should be {right}"))
                .help("Mend one of the figures, or what they come to."),
        }

        /// An amount in letters that its digits say otherwise.
        SpelledOut { shown: String, spelled: String, value: String } = Error "amount-in-letters" {
            ko: say!("한글로 적은 금액은 {value}인데 숫자는 {shown}입니다")
                .label(format!("{} {value}", topic(spelled)))
                .help("숫자와 한글 가운데 하나를 고쳐 주세요."),
            en: say!("in letters the amount is {value}, in digits {shown}")
                .label(format!("`{spelled}` is {value}"))
                .help("Mend the digits or the letters."),
        }

        /// A number of things that isn't how many are named.
        Count { shown: String, named: usize } = Warning "list-count" {
            ko: say!("{} 하고 괄호에는 {named}가지를 적었습니다", bare_towards(shown))
                .label(format!("적은 것은 {named}가지"))
                .help("빠진 것을 더하거나 수를 고쳐 주세요. 모두 적은 것이 아니면 끝에 `등`을 붙입니다."),
            en: say!("{shown} are announced, but {named} are named")
                .label(format!("{named} are named"))
                .help("Add what is missing, or mend the number. A list that is not whole ends in `등`."),
        }

        /// A figure in brackets that is more than the one it is a part of.
        Subset { part: String, whole: String } = Warning "subset-exceeds" {
            ko: say!("괄호 안의 {} 그것이 속한 {whole}보다 많습니다", subject(part)).label("일부가 전체보다 많음").help("둘 가운데 하나를 고쳐 주세요."),
            en: say!("`{part}` in brackets is more than the {whole} that it belongs to").label("a part above its whole").help("Mend one of the two."),
        }

        /// The figure in brackets of a total that those of its parts don't come to.
        SubsetSum { name: String, place: String, figures: Box<SumFigures> } = Warning "subset-sum" {
            ko: say!("괄호 안 {} = {}인데 `{name}`의 괄호 안은 {}입니다{}", figures.parts, figures.sum, figures.total, at(place))
                .label(figures.off_by(lang))
                .help("부분이나 합계의 괄호를 확인해 주세요. 서로 다른 것을 센 괄호이면 `allow`에 까닭을 적습니다."),
            en: say!("in brackets {} = {}, but `{name}` says {}{}", figures.parts, figures.sum, figures.total, at(place))
                .label(figures.off_by(lang))
                .help("Mend the brackets of the total or of its parts. If they count different things, say why in `allow`."),
        }
    }
}

/// A sum that doesn't come out, as its figures would be typed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SumFigures {
    /// `3+5`.
    pub parts: String,
    /// What they come to.
    pub sum: String,
    /// What is given instead.
    pub total: String,
    /// The difference.
    pub off: String,
    /// Whether less is given than they come to.
    pub less: bool,
}

impl SumFigures {
    /// How far the total is off, beside its place.
    fn off_by(&self, lang: Lang) -> String {
        off_by(&self.off, self.less, lang)
    }
}

fn off_by(off: &str, less: bool, lang: Lang) -> String {
    match less {
        true => lang.choose(format!("{off} 적음"), format!("{off} too little")),
        false => lang.choose(format!("{off} 많음"), format!("{off} too much")),
    }
}

/// Row and column of a cell.
fn cell(name: &str, place: &str) -> String {
    [place, name].iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// Which row or column it is, in brackets.
fn at(place: &str) -> String {
    if place.is_empty() { String::new() } else { format!(" ({place})") }
}
