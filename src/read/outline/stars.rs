//! `**`: bold where it stands round words, the sign of a note where it stands behind one.

/// The mark.
pub(super) const BOLD: &str = "**";

/// What a run of two stars or more is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stars {
    /// Its first two open or close bold text.
    Mark,
    /// They print as typed.
    Printed {
        /// How many.
        length: usize,
        /// Whether bold text seems to be meant, so that it is worth a word.
        looks_meant: bool,
    },
}

/// Runs of more are rows of stars: `010-****-1234`.
const LONGEST: usize = 3;

/// What the stars are that stand at a place of a line; `last` is where the last stars of the line stand that could close, see [`last_closing`].
pub(super) fn read(line: &str, at: usize, last: Option<usize>, is_open: bool) -> Stars {
    let (before, rest) = line.split_at(at);
    let length = run(rest);
    if is_open && length <= LONGEST && before.ends_with(|before: char| !before.is_whitespace()) {
        return Stars::Mark;
    }
    if !is_open && opens(line, at, last) {
        return Stars::Mark;
    }
    let behind = rest[length..].chars().next();
    let behind_word = before.ends_with(char::is_alphanumeric);
    let behind_text = before.ends_with(|before: char| !before.is_whitespace());
    let before_text = behind.is_some_and(|behind| !behind.is_whitespace());
    let closes = last.is_some_and(|last| last >= at + length);
    let looks_meant = length <= LONGEST
        && match (behind_word, before_text) {
            // `사업**강조**입니다`; `예산**을` is a sign.
            (true, true) => closes && behind.is_some_and(char::is_alphanumeric),
            // `예산** 확보`.
            (true, false) => false,
            // `**굵게`, and `(효율)**,` is a sign.
            (false, true) => !behind_text || behind.is_some_and(char::is_alphanumeric),
            // `** 굵게**`.
            (false, false) => !behind_text && closes,
        };
    Stars::Printed { length, looks_meant }
}

/// Whether the stars at a place of a line open bold text: no letter or digit before them, no blank behind them, and closed in their line.
pub(super) fn opens(line: &str, at: usize, last: Option<usize>) -> bool {
    let (before, rest) = line.split_at(at);
    let length = run(rest);
    let begins = (2..=LONGEST).contains(&length) && !before.ends_with(char::is_alphanumeric);
    let behind = rest[length..].chars().next();
    begins && behind.is_some_and(|behind| !behind.is_whitespace()) && last.is_some_and(|last| last > at + length)
}

/// Where the last stars of a line stand that could close bold text: those behind something that is no blank.
pub(super) fn last_closing(line: &str) -> Option<usize> {
    let mut last = None;
    let mut before = ' ';
    let mut at = 0;
    while let Some(character) = line[at..].chars().next() {
        match character {
            // What it stands before has no meaning.
            '\\' => {
                at += 1 + line[at + 1..].chars().next().map_or(0, char::len_utf8);
            }
            '*' => {
                let length = run(&line[at..]);
                if (2..=LONGEST).contains(&length) && !before.is_whitespace() {
                    last = Some(at);
                }
                at += length;
            }
            other => at += other.len_utf8(),
        }
        before = character;
    }
    last
}

fn run(text: &str) -> usize {
    text.bytes().take_while(|byte| *byte == b'*').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_are_bold_round_words_and_signs_behind_them() {
        let printed = |length, looks_meant| Stars::Printed { length, looks_meant };
        for (before, rest, expected) in [
            ("", "**굵게** 쓴", Stars::Mark),
            ("쓴 ", "**굵게**", Stars::Mark),
            ("(", "**굵게**)", Stars::Mark),
            ("악화", "**", printed(2, false)),
            ("예산", "** 확보, 시설*** 보강", printed(2, false)),
            ("시설", "*** 보강 후 점검**", printed(3, false)),
            ("예산", "**을 확보", printed(2, false)),
            ("(효율)", "**, 예산", printed(2, false)),
            ("010-", "****-1234", printed(4, false)),
            ("김", "**", printed(2, false)),
            ("", "**굵게", printed(2, true)),
            ("", "** 굵게**", printed(2, true)),
            ("사업", "**강조**입니다", printed(2, true)),
            ("/ ", "** 체감지수", printed(2, false)),
        ] {
            let line = format!("{before}{rest}");
            assert_eq!(read(&line, before.len(), last_closing(&line), false), expected, "{line}");
        }
        let closing = |before: &str| read(&format!("{before}** 쓴"), before.len(), None, true);
        assert_eq!(closing("굵게"), Stars::Mark);
        assert_eq!(closing("굵게 "), printed(2, false));
    }
}
