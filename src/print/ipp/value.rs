//! Attributes and their values, as the protocol knows them (RFC 8011, 5.1).

/// A value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// A whole number.
    Integer(i32),
    /// `true` or `false`.
    Boolean(bool),
    /// One of a numbered list.
    Enum(i32),
    /// From the first to the last.
    Range(i32, i32),
    /// Dots an inch, across the way of the paper and along it.
    Resolution(i32, i32),
    /// A text for people.
    Text(String),
    /// A name for people.
    Name(String),
    /// One of a list of words.
    Keyword(String),
    /// An address.
    Uri(String),
    /// A character set.
    Charset(String),
    /// A language.
    Language(String),
    /// A type of documents.
    MimeType(String),
    /// Attributes of its own.
    Collection(Vec<Attribute>),
    /// Any other kind, by its tag.
    Other(u8, Vec<u8>),
}

/// An attribute: a name and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attribute {
    /// Its name.
    pub name: String,
    /// Its values, one at least.
    pub values: Vec<Value>,
}

impl Attribute {
    /// With one value.
    pub(crate) fn new(name: &str, value: Value) -> Attribute {
        Attribute { name: name.to_owned(), values: vec![value] }
    }

    /// With keywords as its values.
    pub(crate) fn keywords(name: &str, words: &[&str]) -> Attribute {
        let values = words.iter().map(|word| Value::Keyword((*word).to_owned())).collect();
        Attribute { name: name.to_owned(), values }
    }
}

impl Value {
    /// A keyword.
    pub(crate) fn keyword(word: &str) -> Value {
        Value::Keyword(word.to_owned())
    }

    /// What it says, if it is words of any kind.
    pub(crate) fn words(&self) -> Option<&str> {
        match self {
            Value::Text(words)
            | Value::Name(words)
            | Value::Keyword(words)
            | Value::Uri(words)
            | Value::Charset(words)
            | Value::Language(words)
            | Value::MimeType(words) => Some(words),
            _ => None,
        }
    }

    /// Its number, if it is one.
    pub(crate) fn number(&self) -> Option<i32> {
        match self {
            Value::Integer(number) | Value::Enum(number) => Some(*number),
            _ => None,
        }
    }
}
