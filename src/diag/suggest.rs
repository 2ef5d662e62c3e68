//! "Did you mean": the known name nearest to one that is not known.

/// The known name nearest to `name`, if one is near enough to be what was meant.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A name longer than any of ours is no slip of the finger, and the distance costs its square.
    const LONGEST: usize = 80;
    let letters: Vec<char> = fold(name);
    if letters.is_empty() || letters.len() > LONGEST {
        return None;
    }
    known
        .into_iter()
        .filter_map(|candidate| {
            let other = fold(candidate);
            let allowed = letters.len().max(other.len()).div_ceil(3);
            if other.len() > LONGEST || letters.len().abs_diff(other.len()) > allowed {
                return None;
            }
            let distance = distance(&letters, &other);
            (distance <= allowed && distance < letters.len().max(other.len())).then_some((distance, candidate))
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// Letters without case, with one kind of separator: `Row_Heads` is `row-heads`.
fn fold(name: &str) -> Vec<char> {
    let unify = |c: char| if matches!(c, '_' | ' ' | '.') { '-' } else { c };
    name.chars().flat_map(char::to_lowercase).map(unify).collect()
}

/// How many letters were mistaken, left out, added or swapped with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let replaced = above[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 5] = ["title", "row-heads", "rows", "head", "인력현황"];

    #[test]
    fn finds_slips_of_the_finger() {
        assert_eq!(nearest("titel", KEYS), Some("title"));
        assert_eq!(nearest("Row_Heads", KEYS), Some("row-heads"));
        assert_eq!(nearest("row", KEYS), Some("rows"));
        assert_eq!(nearest("인력 현황", KEYS), Some("인력현황"));
    }

    #[test]
    fn stays_silent_about_other_words() {
        assert_eq!(nearest("footer", KEYS), None);
        assert_eq!(nearest("x", ["y"]), None);
        assert_eq!(nearest("", KEYS), None);
        assert_eq!(nearest(&"x".repeat(1_000_000), KEYS), None);
    }
}
