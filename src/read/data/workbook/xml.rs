//! XML as the parts of a spreadsheet hold it: elements by their local names, text with its references resolved.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};

/// What stands next in a part.
pub(super) enum Node {
    /// An element begins; every one that begins ends.
    Open(Element),
    /// The element of this name ends.
    Close(String),
    /// Text, or a piece of it.
    Text(String),
    /// Nothing more.
    End,
}

/// The beginning of an element.
pub(super) struct Element {
    /// Its name, without what stands for its namespace.
    pub name: String,
    attributes: Vec<(String, String)>,
}

/// A part that makes no sense.
#[derive(Debug)]
pub(super) struct Damaged;

/// A part being read.
pub(super) struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    pub fn new(part: R) -> Xml<R> {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Xml { reader, buffer: Vec::new() }
    }

    /// What stands next.
    pub fn next(&mut self) -> Result<Node, Damaged> {
        loop {
            self.buffer.clear();
            return Ok(match self.reader.read_event_into(&mut self.buffer).map_err(|_| Damaged)? {
                Event::Start(start) => Node::Open(element(&start)?),
                Event::End(end) => Node::Close(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Node::Text(text.to_string()),
                Event::CData(text) => Node::Text(text.to_string()),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().map_err(|_| Damaged)?.map(String::from);
                    let named = || resolve_xml_entity(&reference).map(str::to_owned);
                    Node::Text(character.or_else(named).ok_or(Damaged)?)
                }
                Event::Eof => Node::End,
                _ => continue,
            });
        }
    }

    /// All text within the element that has just begun, up to its end.
    pub fn text(&mut self) -> Result<String, Damaged> {
        let mut all = String::new();
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Node::Open(_) => depth += 1,
                Node::Close(_) => depth -= 1,
                Node::Text(text) => all += &text,
                Node::End => return Err(Damaged),
            }
        }
        Ok(all)
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, Damaged> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Damaged)?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| Damaged)?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name: start.local_name().as_ref().to_owned(), attributes })
}

impl Element {
    /// The value of an attribute, by its name as it is written: `r:id`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The number that an attribute holds; `default` where there is none, or no number.
    pub fn number(&self, name: &str, default: usize) -> usize {
        self.get(name).and_then(|value| value.trim().parse().ok()).unwrap_or(default)
    }
}
