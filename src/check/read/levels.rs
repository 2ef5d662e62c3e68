//! Levels of rows, told by the signs that their labels begin with: `Ⅰ.`, `1.`, `(1)`, `-`, or by how far they are indented.

/// What a label begins with. Signs of one kind stand at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// No sign.
    Plain,
    /// `Ⅰ.`, `II.`
    Roman,
    /// A number or letter with what stands around it: `1.`, `(1)`, `1)`, `가.`, `A.`.
    Numbered(Digits, Fence),
    /// `①`, `㉮`, `-`, `○`: by the first sign of its row.
    Sign(char),
    /// Blanks.
    Indent(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Digits {
    Number,
    Korean,
    Latin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fence {
    Dot,
    Half,
    Whole,
}

/// Rows of signs that count, by their first and last.
const COUNTING: [(char, char); 6] = [('①', '⑳'), ('㉠', '㉭'), ('㉮', '㉻'), ('❶', '❿'), ('⑴', '⒇'), ('ⓐ', 'ⓩ')];
/// Signs of lists.
const BULLETS: [char; 16] = ['-', '–', '·', 'ㆍ', '•', '∙', '○', '◦', '□', '■', '◇', '▪', '▷', '▶', '∘', 'ㅇ'];
const KOREAN: [char; 14] = ['가', '나', '다', '라', '마', '바', '사', '아', '자', '차', '카', '타', '파', '하'];

/// The level of each label, from 0. All are at one level where their signs tell nothing.
pub(super) fn levels<'t>(labels: impl Iterator<Item = &'t str>) -> Vec<usize> {
    let marks: Vec<Mark> = labels.map(mark).collect();
    let mut open: Vec<Mark> = Vec::new();
    let levels = marks.iter().map(|&mark| match open.iter().position(|known| *known == mark) {
        Some(level) => {
            open.truncate(level + 1);
            level
        }
        // What has no sign stands beside the first, and above what comes below it.
        None if mark == Mark::Plain => {
            open.truncate(1);
            if open.is_empty() {
                open.push(mark);
            }
            0
        }
        None => {
            // Blanks are measured, the others stand below what is open.
            if let Mark::Indent(width) = mark {
                open.retain(|known| !matches!(known, Mark::Indent(other) if *other >= width));
            }
            open.push(mark);
            open.len() - 1
        }
    });
    levels.collect()
}

fn mark(label: &str) -> Mark {
    let text = label.trim_start();
    let indent = label[..label.len() - text.len()].chars().count();
    let mut characters = text.chars();
    let Some(first) = characters.next() else { return Mark::Plain };
    if let Some((row, _)) = COUNTING.iter().find(|(from, to)| (*from..=*to).contains(&first)) {
        return Mark::Sign(*row);
    }
    let bullet = BULLETS.contains(&first);
    // `-5` is a figure.
    if bullet && !characters.clone().next().is_some_and(|next| next.is_ascii_digit()) {
        return Mark::Sign(first);
    }
    numbered(text).unwrap_or(if indent > 0 { Mark::Indent(indent) } else { Mark::Plain })
}

/// `1. 가`, `(1) 가`, `1) 가`, `Ⅰ. 가`.
fn numbered(text: &str) -> Option<Mark> {
    let (fenced, inside) = text.strip_prefix('(').map_or((false, text), |inside| (true, inside));
    let length = inside.find(|c: char| !c.is_alphanumeric())?;
    let (word, rest) = inside.split_at(length);
    let fence = match (fenced, rest.chars().next()?) {
        (true, ')') => Fence::Whole,
        (false, ')') => Fence::Half,
        (false, '.' | '．') => Fence::Dot,
        _ => return None,
    };
    // `1.5` is a figure.
    let begins = rest.chars().nth(1).is_some_and(|next| !next.is_ascii_digit());
    let all = |is: fn(char) -> bool| !word.is_empty() && word.chars().all(is);
    let one = word.chars().count() == 1;
    let mark = match () {
        () if all(|c| ('\u{2160}'..='\u{217f}').contains(&c)) => Mark::Roman,
        () if word.len() < 3 && all(|c| c.is_ascii_digit()) => Mark::Numbered(Digits::Number, fence),
        () if fence == Fence::Dot && all(|c| matches!(c, 'I' | 'V' | 'X')) => Mark::Roman,
        () if one && all(|c| KOREAN.contains(&c)) => Mark::Numbered(Digits::Korean, fence),
        () if one && all(|c| c.is_ascii_alphabetic()) => Mark::Numbered(Digits::Latin, fence),
        () => return None,
    };
    begins.then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(labels: &[&str]) -> Vec<usize> {
        levels(labels.iter().copied())
    }

    #[test]
    fn levels_follow_from_the_signs_of_labels() {
        for (labels, expected) in [
            (
                &["Ⅰ. 유동자산", "(1) 당좌자산", "Ⅱ. 비유동자산", "(1) 투자자산", "(2) 유형자산", "자산총계"][..],
                &[0, 1, 0, 1, 1, 0][..],
            ),
            (&["일반회계", "- 지방세", "- 교부세", "특별회계", "- 주차장"], &[0, 1, 1, 0, 1]),
            (&["1. 세입", "가. 지방세", "나. 세외수입", "2. 세출"], &[0, 1, 1, 0]),
            (&["사업비", "  인건비", "    급여", "  운영비", "예비비"], &[0, 1, 2, 1, 0]),
            (&["1.5톤", "-5", "가람", "(주)가람"], &[0, 0, 0, 0]),
            (&["① 가", "② 나"], &[0, 0]),
        ] {
            assert_eq!(told(labels), expected, "{labels:?}");
        }
    }
}
