//! Finds the expressions in a text.

use std::ops::Range;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Stands for itself.
    Text(Range<usize>),
    /// `{{ … }}`: all of it, and what is within.
    Expression(Range<usize>, Range<usize>),
    /// `{{` that nothing closes.
    Unclosed(Range<usize>),
}

/// The pieces of a text, in order. `\{{` is `{{`, its `\` left out.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(found) = text[at..].find("{{") {
        let open = at + found;
        if text[..open].ends_with('\\') {
            pieces.push(Piece::Text(copied..open - 1));
            (copied, at) = (open, open + 2);
            continue;
        }
        pieces.push(Piece::Text(copied..open));
        let Some(close) = close(text, open + 2) else {
            pieces.push(Piece::Unclosed(open..open + 2));
            return pieces;
        };
        pieces.push(Piece::Expression(open..close + 2, open + 2..close));
        (copied, at) = (close + 2, close + 2);
    }
    pieces.push(Piece::Text(copied..text.len()));
    pieces.retain(|piece| !matches!(piece, Piece::Text(range) if range.is_empty()));
    pieces
}

/// The `}}` that ends an expression: not one within quotes.
fn close(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut quote = None;
    let mut at = start;
    while at < bytes.len() {
        match (quote, bytes[at]) {
            (Some(_), b'\\') => at += 1,
            (Some(open), byte) if byte == open => quote = None,
            (None, byte @ (b'"' | b'\'')) => quote = Some(byte),
            (None, b'}') if bytes.get(at + 1) == Some(&b'}') => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let show = |piece: &Piece| match piece {
            Piece::Text(range) => text[range.clone()].to_owned(),
            Piece::Expression(all, inside) => format!("{}={}", &text[all.clone()], &text[inside.clone()]),
            Piece::Unclosed(range) => format!("!{}", &text[range.clone()]),
        };
        pieces(text).iter().map(show).collect()
    }

    #[test]
    fn expressions_end_outside_of_quotes() {
        assert_eq!(shown("가 {{ a }}나{{b}}"), ["가 ", "{{ a }}= a ", "나", "{{b}}=b"]);
        assert_eq!(shown(r#"{{ t["}}"]['\'}}'] }}."#), [r#"{{ t["}}"]['\'}}'] }}= t["}}"]['\'}}'] "#, "."]);
        assert_eq!(shown(r"\{{ a }} {{ b }}"), ["{{ a }} ", "{{ b }}= b "]);
        assert_eq!(shown("가 {{ 나"), ["가 ", "!{{"]);
        assert_eq!(shown("가나"), ["가나"]);
    }
}
