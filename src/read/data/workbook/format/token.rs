//! The letters of a number format: sections, what is in their brackets, and the tokens that they show.

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// Shown as it is.
    Literal(String),
    /// A blank as wide as some letter: `_)`.
    Blank,
    /// `0`, `#` or `?`.
    Digit(char),
    /// `.`
    Point,
    /// `,`
    Comma,
    /// `%`
    Percent,
    /// `E+` or `E-`; whether a plus is shown.
    Exponent(bool),
    /// `/` between digits: what stands around it is a fraction.
    Slash,
    /// A run of one letter of a date or time: `yyyy`.
    Letters(char, usize),
    /// Minutes, `m` beside hours or seconds.
    Minutes(usize),
    /// Morning or afternoon.
    Halves(Halves),
    /// Hours, minutes or seconds that are not cut at days: `[h]`.
    Elapsed(char, usize),
    /// Decimals of a second: `.00`.
    Fraction(usize),
    /// `General`
    General,
    /// `@`
    Text,
}

/// How morning and afternoon are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Halves {
    /// `AM/PM`: in the language of the section.
    Long,
    /// `A/P`
    Short,
    /// `오전/오후`
    Korean,
}

/// A section of a format.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    /// Which numbers it is for, where it says so.
    pub condition: Option<Condition>,
    /// The language that it asks for (MS-LCID), without what else is said of it.
    pub language: Option<u16>,
    /// Whether it asks for the long date of the system.
    pub system_date: bool,
    /// Whether it asks for the time of the system.
    pub system_time: bool,
    /// `[DBNum1]` to `[DBNum4]`: how digits are written.
    pub native: Option<u8>,
    /// What it shows.
    pub tokens: Vec<Token>,
}

/// A condition such as `[>=100]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    /// How a number is compared.
    pub operator: Operator,
    /// With what.
    pub limit: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Less,
    LessOrSame,
    Same,
    Other,
    GreaterOrSame,
    Greater,
}

impl Condition {
    /// A condition on which a section stands that says none.
    pub(crate) const fn new(operator: Operator, limit: f64) -> Condition {
        Condition { operator, limit }
    }

    /// Whether it holds.
    pub(crate) fn holds(self, number: f64) -> bool {
        match self.operator {
            Operator::Less => number < self.limit,
            Operator::LessOrSame => number <= self.limit,
            Operator::Same => number == self.limit,
            Operator::Other => number != self.limit,
            Operator::GreaterOrSame => number >= self.limit,
            Operator::Greater => number > self.limit,
        }
    }

    /// Whether it holds for no number above zero, so that its section says by itself that a number is below it.
    pub(crate) fn is_of_negatives(self) -> bool {
        matches!(self.operator, Operator::Less | Operator::LessOrSame) && self.limit <= 0.0
            || self.operator == Operator::Same && self.limit < 0.0
    }

    fn parse(inside: &str) -> Option<Condition> {
        const OPERATORS: [(&str, Operator); 6] = [
            ("<=", Operator::LessOrSame),
            (">=", Operator::GreaterOrSame),
            ("<>", Operator::Other),
            ("<", Operator::Less),
            (">", Operator::Greater),
            ("=", Operator::Same),
        ];
        let (rest, operator) = OPERATORS.iter().find_map(|(sign, of)| Some((inside.strip_prefix(sign)?, *of)))?;
        let limit: f64 = rest.trim().parse().ok()?;
        limit.is_finite().then_some(Condition { operator, limit })
    }
}

/// The sections of a format: at most four.
pub(super) fn sections(code: &str) -> Vec<Section> {
    const MOST: usize = 4;
    let mut sections = Vec::new();
    let (mut start, mut quoted, mut escaped, mut bracket) = (0, false, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' | '_' | '*' if !quoted && !bracket => escaped = true,
            '"' if !bracket => quoted = !quoted,
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            ';' if !quoted && !bracket => {
                sections.push(section(&code[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    sections.push(section(&code[start..]));
    sections.truncate(MOST);
    sections
}

fn section(code: &str) -> Section {
    let mut section = Section::default();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '"' => {
                let end = rest[1..].find('"').map_or(rest.len(), |end| end + 1);
                section.tokens.push(Token::Literal(rest[1..end].to_owned()));
                (end + 1).min(rest.len())
            }
            '\\' | '_' | '*' => {
                let next = rest[1..].chars().next();
                match c {
                    '\\' => section.tokens.extend(next.map(|next| Token::Literal(next.into()))),
                    '_' => section.tokens.push(Token::Blank),
                    // `*x` fills a cell's width with x: it says nothing.
                    _ => {}
                }
                1 + next.map_or(0, char::len_utf8)
            }
            '[' => {
                let end = rest.find(']').map_or(rest.len(), |end| end + 1);
                bracket(rest[1..end].trim_end_matches(']'), &mut section);
                end
            }
            _ => {
                let (token, taken) = plain(rest, c);
                section.tokens.push(token);
                taken
            }
        };
        rest = &rest[taken..];
    }
    settle(&mut section.tokens);
    section
}

/// The token that begins here, outside quotes and brackets, and how many bytes it takes.
fn plain(rest: &str, c: char) -> (Token, usize) {
    let is = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    match c {
        '0' | '#' | '?' => (Token::Digit(c), 1),
        '.' => (Token::Point, 1),
        ',' => (Token::Comma, 1),
        '%' => (Token::Percent, 1),
        '@' => (Token::Text, 1),
        _ if is("general") => (Token::General, 7),
        // As the Korean Excel writes it.
        _ if is("G/표준") => (Token::General, "G/표준".len()),
        _ if is("am/pm") => (Token::Halves(Halves::Long), 5),
        _ if is("a/p") => (Token::Halves(Halves::Short), 3),
        _ if is("오전/오후") => (Token::Halves(Halves::Korean), "오전/오후".len()),
        'E' | 'e' if matches!(rest.as_bytes().get(1), Some(b'+' | b'-')) => {
            (Token::Exponent(rest.as_bytes()[1] == b'+'), 2)
        }
        'y' | 'm' | 'd' | 'h' | 's' | 'a' | 'e' | 'Y' | 'M' | 'D' | 'H' | 'S' | 'A' | 'E' => {
            let run = rest.chars().take_while(|other| other.eq_ignore_ascii_case(&c)).count();
            (Token::Letters(c.to_ascii_lowercase(), run), run)
        }
        other => (Token::Literal(other.into()), other.len_utf8()),
    }
}

/// What is in brackets: a condition, elapsed time, a currency with a language, digits of another script. Colours say nothing.
fn bracket(inside: &str, section: &mut Section) {
    let lower = inside.to_ascii_lowercase();
    if let Some(currency) = inside.strip_prefix('$') {
        let (sign, language) = currency.rsplit_once('-').unwrap_or((currency, ""));
        if !sign.is_empty() && !sign.starts_with("-x-") {
            section.tokens.push(Token::Literal(sign.to_owned()));
        }
        language_of(language, &lower, section);
    } else if let Some(native) = lower.strip_prefix("dbnum") {
        section.native = native.parse().ok().filter(|native| (1..=4).contains(native));
    } else if let Some(condition) = Condition::parse(inside.trim()) {
        section.condition = Some(condition);
    } else if let Some(letter) = lower.chars().next().filter(|letter| "hms".contains(*letter))
        && lower.chars().all(|other| other == letter)
    {
        section.tokens.push(Token::Elapsed(letter, lower.len()));
    }
}

/// `412`, `F800`, `1010412`, `ko-KR`: of such a number the lower half names the language.
fn language_of(written: &str, whole: &str, section: &mut Section) {
    const NAMES: [(&str, u16); 5] = [("ko", 0x412), ("en", 0x409), ("ja", 0x411), ("zh-tw", 0x404), ("zh", 0x804)];
    match u32::from_str_radix(written, 16) {
        Ok(0xF800) => section.system_date = true,
        Ok(0xF400) => section.system_time = true,
        Ok(number) if number > 0 => section.language = Some(number as u16),
        // `[$-ko-KR]`, `[$-x-sysdate]`
        _ if whole.contains("sysdate") => section.system_date = true,
        _ if whole.contains("systime") => section.system_time = true,
        _ => {
            let tag = whole.split_once('-').map_or("", |(_, tag)| tag);
            let named = NAMES.iter().find(|(name, _)| tag.starts_with(name));
            section.language = named.map(|(_, language)| *language).or(section.language);
        }
    }
}

/// Tells what can only be told by what stands around: minutes from months, fractions of a second from decimals, an exponent from a year.
fn settle(tokens: &mut Vec<Token>) {
    let is_time = |token: &Token| {
        matches!(token, Token::Letters(..) | Token::Elapsed(..) | Token::Halves(_))
            && !matches!(token, Token::Letters('e' | 'a', _))
    };
    if tokens.iter().any(is_time) {
        settle_time(tokens);
        return;
    }
    let is_date = tokens.iter().any(|token| matches!(token, Token::Letters('a', 3..) | Token::Letters('e', _)));
    let has_digits = tokens.iter().any(|token| matches!(token, Token::Digit(_)));
    for index in 0..tokens.len() {
        let replaced = match &tokens[index] {
            Token::Literal(slash) if slash == "/" && is_numerator(&tokens[..index]) => Token::Slash,
            Token::Exponent(_) if !is_exponent(tokens, index) => Token::Literal("E".into()),
            Token::Letters('a', length @ 1..=2) if !is_date => Token::Literal("a".repeat(*length)),
            Token::Letters('e', length) if has_digits => Token::Literal("e".repeat(*length)),
            _ => continue,
        };
        tokens[index] = replaced;
    }
}

/// Whether an exponent stands between digits.
fn is_exponent(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    matches!(before, Some(Token::Digit(_) | Token::Point)) && matches!(tokens.get(at + 1), Some(Token::Digit(_)))
}

/// Whether what ends here can be the upper part of a fraction: digits, with blanks behind them.
fn is_numerator(tokens: &[Token]) -> bool {
    let blank = |token: &&Token| matches!(token, Token::Literal(blank) if blank.trim().is_empty());
    matches!(tokens.iter().rev().find(|token| !blank(token)), Some(Token::Digit(_)))
        && !tokens.contains(&Token::Slash)
        && !tokens.contains(&Token::Point)
}

fn settle_time(tokens: &mut Vec<Token>) {
    let letter = |token: &Token| match token {
        Token::Letters(letter, _) | Token::Elapsed(letter, _) => Some(*letter),
        _ => None,
    };
    for index in 0..tokens.len() {
        let Token::Letters('m', length) = tokens[index] else { continue };
        let before = tokens[..index].iter().rev().find_map(letter);
        let after = tokens[index + 1..].iter().find_map(letter);
        // Longer runs are always names of months.
        if length <= 2 && (before == Some('h') || after == Some('s')) {
            tokens[index] = Token::Minutes(length);
        }
    }
    let mut settled: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = std::mem::take(tokens).into_iter().peekable();
    while let Some(token) = rest.next() {
        let mut zeros = 0;
        while token == Token::Point && rest.next_if_eq(&Token::Digit('0')).is_some() {
            zeros += 1;
        }
        settled.push(match token {
            Token::Point if zeros > 0 => Token::Fraction(zeros),
            Token::Point => Token::Literal(".".into()),
            Token::Comma => Token::Literal(",".into()),
            Token::Percent => Token::Literal("%".into()),
            Token::Digit(digit) => Token::Literal(digit.into()),
            other => other,
        });
    }
    *tokens = settled;
}
