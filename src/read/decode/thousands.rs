//! Numbers that are typed with thousands commas and without quotes, which TOML takes for several.

/// The first such number of a text: `1,234`.
pub(crate) fn unquoted_thousands(text: &str) -> Option<&str> {
    let mut quote = None;
    let mut from = 0;
    for (at, character) in text.char_indices() {
        match (quote, character) {
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            (None, '0'..='9') if at >= from => {
                let end = text[at..].find(|c: char| !c.is_ascii_digit() && c != ',').map_or(text.len(), |end| at + end);
                from = end;
                let number = text[at..end].trim_end_matches(',');
                let begins = !text[..at].ends_with(|c: char| c.is_alphanumeric() || "._".contains(c));
                if begins && is_one(number) {
                    return Some(number);
                }
            }
            _ => {}
        }
    }
    None
}

fn is_one(number: &str) -> bool {
    let mut groups = number.split(',');
    let first = groups.next().map_or(0, str::len);
    number.contains(',') && (1..=3).contains(&first) && groups.all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_within_quotes_and_between_cells_are_none() {
        for (text, number) in [
            ("[\"가\", 1,234]", Some("1,234")),
            ("[1,034,500, 2]", Some("1,034,500")),
            ("[\"1,234\", '5,678']", None),
            ("[1, 234]", None),
            ("[1_234]", None),
            ("[1,23]", None),
        ] {
            assert_eq!(unquoted_thousands(text), number, "{text}");
        }
    }
}
