//! A place in a text that moves on by what stands there.

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scan<'a> {
    pub text: &'a str,
    /// The byte it stands at: always where a character begins, or the end.
    pub at: usize,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str, at: usize) -> Scan<'a> {
        Scan { text, at }
    }

    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character before.
    pub(crate) fn before(&self) -> Option<char> {
        self.text[..self.at].chars().next_back()
    }

    /// Moves over a character that is one of these.
    pub(crate) fn eat(&mut self, any_of: &[char]) -> Option<char> {
        let found = self.peek().filter(|character| any_of.contains(character))?;
        self.at += found.len_utf8();
        Some(found)
    }

    /// Moves over a word.
    pub(crate) fn eat_word(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    /// Moves over blanks and line ends; whether there were any.
    pub(crate) fn blanks(&mut self) -> bool {
        let from = self.at;
        self.at = self.text.len() - self.rest().trim_start().len();
        self.at > from
    }

    /// Moves over digits, if they are that many.
    pub(crate) fn digits(&mut self, least: usize, most: usize) -> Option<&'a str> {
        let rest = self.rest();
        let count = rest.bytes().take_while(u8::is_ascii_digit).count();
        (least..=most).contains(&count).then(|| {
            self.at += count;
            &rest[..count]
        })
    }
}
