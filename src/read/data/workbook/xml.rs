//! XML as the parts of a spreadsheet hold it: elements by their local names, text with its references resolved.

use std::borrow::Cow;
use std::io::{BufRead, Cursor, Read};

use encoding_rs::{Encoding, UTF_8};
use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::Event;

/// The most bytes of a part that isn't UTF-8, which is held whole.
const MOST_FOREIGN: u64 = 64 << 20;

/// What stands next in a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// An element begins; every one that begins ends. Its name and attributes are asked of the part.
    Open,
    /// An element ends, whose name is asked of the part.
    Close,
    /// Text, or a piece of it, which is asked of the part.
    Text,
    /// Nothing more.
    End,
}

/// A part that makes no sense.
#[derive(Debug)]
pub(super) struct Damaged;

/// A part being read.
pub(super) struct Xml<'a> {
    reader: Reader<Box<dyn BufRead + 'a>>,
    buffer: Vec<u8>,
    /// What stands next: an element's name and attributes as written, or text.
    content: String,
    /// Where the name in it begins, without what stands for its namespace, and where it ends.
    name: (usize, usize),
}

impl<'a> Xml<'a> {
    /// Begins a part, in whatever encoding it says to be.
    pub(crate) fn new(part: impl BufRead + 'a) -> Result<Xml<'a>, Damaged> {
        let mut reader = Reader::from_reader(in_utf8(Box::new(part))?);
        reader.config_mut().expand_empty_elements = true;
        // Every end tag is told by its name anyway.
        reader.config_mut().check_end_names = false;
        Ok(Xml { reader, buffer: Vec::new(), content: String::new(), name: (0, 0) })
    }

    /// What stands next.
    pub(crate) fn next(&mut self) -> Result<Node, Damaged> {
        loop {
            self.buffer.clear();
            self.content.clear();
            self.name = (0, 0);
            return Ok(match self.reader.read_event_into(&mut self.buffer).map_err(|_| Damaged)? {
                Event::Start(start) => {
                    self.content.push_str(&start);
                    self.name = name(&self.content, start.name().as_ref().len());
                    Node::Open
                }
                Event::End(end) => {
                    self.content.push_str(end.name().as_ref());
                    self.name = name(&self.content, self.content.len());
                    Node::Close
                }
                Event::Text(text) => {
                    self.content.push_str(&text);
                    Node::Text
                }
                Event::CData(text) => {
                    self.content.push_str(&text);
                    Node::Text
                }
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().map_err(|_| Damaged)?;
                    match character {
                        Some(character) => self.content.push(character),
                        None => self.content.push_str(resolve_xml_entity(&reference).ok_or(Damaged)?),
                    }
                    Node::Text
                }
                Event::Eof => Node::End,
                _ => continue,
            });
        }
    }

    /// The name of the element that begins or ends here, without what stands for its namespace.
    pub(crate) fn name(&self) -> &str {
        self.content.get(self.name.0..self.name.1).unwrap_or_default()
    }

    /// The text that stands here.
    pub(crate) fn piece(&self) -> &str {
        &self.content
    }

    /// The value of an attribute of the element that begins here, by its name without a prefix.
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key == name)
    }

    /// The value of an attribute that has this name behind any prefix: that of a namespace is the file's own to choose.
    pub(crate) fn get_prefixed(&self, name: &str) -> Option<Cow<'_, str>> {
        self.find(|key| key.split_once(':').is_some_and(|(_, local)| local == name))
    }

    fn find(&self, is: impl Fn(&str) -> bool) -> Option<Cow<'_, str>> {
        self.attributes().find(|(key, _)| is(key)).map(|(_, value)| resolved(value))
    }

    /// The attributes of the element that begins here, by their names as written, their values without their references resolved.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut rest = self.content.get(self.name.1..).unwrap_or_default();
        std::iter::from_fn(move || {
            let (key, after) = rest.split_once('=')?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, behind) = after[1..].split_once(quote)?;
            rest = behind;
            Some((key.trim(), value))
        })
    }

    /// The number that an attribute holds; `default` where there is none, or no number.
    pub(crate) fn number(&self, name: &str, default: usize) -> usize {
        self.get(name).and_then(|value| value.trim().parse().ok()).unwrap_or(default)
    }

    /// The number that an attribute with a prefix holds; `default` where there is none, or no number.
    pub(crate) fn number_prefixed(&self, name: &str, default: usize) -> usize {
        self.get_prefixed(name).and_then(|value| value.trim().parse().ok()).unwrap_or(default)
    }

    /// Whether an attribute says yes.
    pub(crate) fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| is_true(&value))
    }

    /// Puts all text within the element that has just begun, up to its end, behind `all`.
    pub(crate) fn text_into(&mut self, all: &mut String) -> Result<(), Damaged> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Node::Open => depth += 1,
                Node::Close => depth -= 1,
                Node::Text => all.push_str(&self.content),
                Node::End => return Err(Damaged),
            }
        }
        Ok(())
    }

    /// Passes over the element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Damaged> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Node::Open => depth += 1,
                Node::Close => depth -= 1,
                Node::Text => {}
                Node::End => return Err(Damaged),
            }
        }
        Ok(())
    }
}

/// A value of an attribute with its references resolved, and its line ends as blanks.
fn resolved(value: &str) -> Cow<'_, str> {
    const ENDS: [char; 3] = ['\n', '\r', '\t'];
    if !value.contains('&') && !value.contains(ENDS) {
        return Cow::Borrowed(value);
    }
    let blanks = value.replace(ENDS, " ");
    match unescape(&blanks) {
        Ok(resolved) => Cow::Owned(resolved.into_owned()),
        Err(_) => Cow::Owned(blanks),
    }
}

/// Whether a value of an attribute or a cell says yes.
pub(super) fn is_true(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "TRUE" | "on")
}

/// Where a name begins and ends, without its prefix.
fn name(content: &str, length: usize) -> (usize, usize) {
    let start = content.get(..length).and_then(|name| name.rfind(':')).map_or(0, |colon| colon + 1);
    (start, length)
}

/// The part in UTF-8, whatever it says to be: by its first bytes, or by its first line.
fn in_utf8<'a>(mut part: Box<dyn BufRead + 'a>) -> Result<Box<dyn BufRead + 'a>, Damaged> {
    let start = part.fill_buf().map_err(|_| Damaged)?;
    let encoding = match start {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => encoding_rs::UTF_16LE,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => encoding_rs::UTF_16BE,
        _ => declared(start).unwrap_or(UTF_8),
    };
    if encoding == UTF_8 {
        return Ok(part);
    }
    let mut bytes = Vec::new();
    part.take(MOST_FOREIGN + 1).read_to_end(&mut bytes).map_err(|_| Damaged)?;
    let (text, _, lost) = encoding.decode(&bytes);
    if lost || bytes.len() as u64 > MOST_FOREIGN {
        return Err(Damaged);
    }
    Ok(Box::new(Cursor::new(text.into_owned().into_bytes())))
}

/// The encoding that a part's first line says, where it isn't UTF-8.
fn declared(start: &[u8]) -> Option<&'static Encoding> {
    let line = start.strip_prefix(b"<?xml")?;
    let line = &line[..line.iter().position(|&byte| byte == b'>')?];
    let line = std::str::from_utf8(line).ok()?;
    let value = line.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let label = value.get(1..)?.split(['"', '\'']).next()?;
    // Such a line in a text of single bytes can't be right of UTF-16.
    Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible())
}
