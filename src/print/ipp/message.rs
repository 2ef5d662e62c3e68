//! Messages as bytes and back (RFC 8010, 3).

use super::value::{Attribute, Value};

/// A group of attributes, by its tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// What the attributes are of: [`OPERATION`], [`JOB`], [`PRINTER`], [`UNSUPPORTED`].
    pub of: u8,
    /// The attributes.
    pub attributes: Vec<Attribute>,
}

/// Attributes of the operation itself.
pub(crate) const OPERATION: u8 = 0x01;
/// Attributes of a job.
pub(crate) const JOB: u8 = 0x02;
/// Attributes of a printer.
pub(crate) const PRINTER: u8 = 0x04;
/// Attributes that the printer does not support.
pub(crate) const UNSUPPORTED: u8 = 0x05;

const END: u8 = 0x03;
const FIRST_VALUE: u8 = 0x10;
const RESOLUTION: u8 = 0x32;
/// The unit of a resolution.
const AN_INCH: u8 = 3;
const BEGIN_COLLECTION: u8 = 0x34;
const END_COLLECTION: u8 = 0x37;
const MEMBER: u8 = 0x4A;
/// Deeper than any printer nests its collections.
const DEEPEST: usize = 16;

/// A request or a response, without the document that may follow it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    /// 1.1 or 2.0, as two bytes.
    pub version: [u8; 2],
    /// Of a request the operation, of a response the status.
    pub code: u16,
    /// The number that ties a response to its request.
    pub id: u32,
    /// Its attributes.
    pub groups: Vec<Group>,
}

impl Message {
    /// The values of an attribute in the first group that has it; none if there is no such attribute.
    pub(crate) fn get(&self, of: u8, name: &str) -> &[Value] {
        let groups = self.groups.iter().filter(|group| group.of == of);
        let found = groups.flat_map(|group| &group.attributes).find(|attribute| attribute.name == name);
        found.map_or(&[], |attribute| &attribute.values)
    }

    /// As it goes over the wire.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = self.version.to_vec();
        out.extend(self.code.to_be_bytes());
        out.extend(self.id.to_be_bytes());
        for group in &self.groups {
            out.push(group.of);
            for attribute in &group.attributes {
                let mut name = attribute.name.as_str();
                for value in &attribute.values {
                    put_value(&mut out, name, value);
                    // Further values of an attribute have no name.
                    name = "";
                }
            }
        }
        out.push(END);
        out
    }

    /// From the wire; `None` if it is no such message.
    pub(crate) fn decode(bytes: &[u8]) -> Option<Message> {
        let mut reader = Reader(bytes);
        let version = [reader.byte()?, reader.byte()?];
        let code = reader.short()?;
        let id = reader.long()?;
        let mut groups: Vec<Group> = Vec::new();
        loop {
            match reader.byte()? {
                END => return Some(Message { version, code, id, groups }),
                of if of < FIRST_VALUE => groups.push(Group { of, attributes: Vec::new() }),
                tag => {
                    let name = reader.words()?;
                    let value = reader.value(tag, 0)?;
                    let attributes = &mut groups.last_mut()?.attributes;
                    match name.is_empty() {
                        true => attributes.last_mut()?.values.push(value),
                        false => attributes.push(Attribute { name, values: vec![value] }),
                    }
                }
            }
        }
    }
}

fn put_value(out: &mut Vec<u8>, name: &str, value: &Value) {
    let words = |out: &mut Vec<u8>, tag, words: &str| put(out, tag, name, words.as_bytes());
    match value {
        Value::Integer(number) => put(out, 0x21, name, &number.to_be_bytes()),
        Value::Boolean(value) => put(out, 0x22, name, &[u8::from(*value)]),
        Value::Enum(number) => put(out, 0x23, name, &number.to_be_bytes()),
        Value::Range(first, last) => put(out, 0x33, name, &[first.to_be_bytes(), last.to_be_bytes()].concat()),
        Value::Resolution(across, along) => {
            let numbers = [across.to_be_bytes(), along.to_be_bytes()].concat();
            put(out, RESOLUTION, name, &[numbers, vec![AN_INCH]].concat());
        }
        Value::Text(text) => words(out, 0x41, text),
        Value::Name(text) => words(out, 0x42, text),
        Value::Keyword(text) => words(out, 0x44, text),
        Value::Uri(text) => words(out, 0x45, text),
        Value::Charset(text) => words(out, 0x47, text),
        Value::Language(text) => words(out, 0x48, text),
        Value::MimeType(text) => words(out, 0x49, text),
        Value::Other(tag, bytes) => put(out, *tag, name, bytes),
        Value::Collection(members) => {
            put(out, BEGIN_COLLECTION, name, &[]);
            for member in members {
                put(out, MEMBER, "", member.name.as_bytes());
                member.values.iter().for_each(|value| put_value(out, "", value));
            }
            put(out, END_COLLECTION, "", &[]);
        }
    }
}

/// One tag, name and value. Longer ones than the protocol can tell are cut: a job's name, at most.
fn put(out: &mut Vec<u8>, tag: u8, name: &str, value: &[u8]) {
    out.push(tag);
    for part in [name.as_bytes(), value] {
        let length = part.len().min(LONGEST);
        out.extend((length as u16).to_be_bytes());
        out.extend(&part[..length]);
    }
}

const LONGEST: usize = 32_767;

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes(self.take(2)?.try_into().ok()?))
    }

    fn long(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.take(4)?.try_into().ok()?))
    }

    fn sized(&mut self) -> Option<&'a [u8]> {
        let length = self.short()?;
        self.take(length.into())
    }

    fn words(&mut self) -> Option<String> {
        Some(String::from_utf8_lossy(self.sized()?).into_owned())
    }

    fn value(&mut self, tag: u8, depth: usize) -> Option<Value> {
        if tag == BEGIN_COLLECTION {
            self.sized()?;
            return self.collection(depth + 1).map(Value::Collection);
        }
        let bytes = self.sized()?;
        let words = || String::from_utf8_lossy(bytes).into_owned();
        let number = |at: usize| Some(i32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        Some(match tag {
            0x21 => Value::Integer(number(0)?),
            0x22 => Value::Boolean(*bytes.first()? != 0),
            0x23 => Value::Enum(number(0)?),
            // In dots a centimetre nobody counts any more: those stay as they are.
            RESOLUTION if bytes.len() == 9 && bytes.ends_with(&[AN_INCH]) => Value::Resolution(number(0)?, number(4)?),
            0x33 => Value::Range(number(0)?, number(4)?),
            0x35 => Value::Text(in_language(bytes)?),
            0x36 => Value::Name(in_language(bytes)?),
            0x41 => Value::Text(words()),
            0x42 => Value::Name(words()),
            0x44 => Value::Keyword(words()),
            0x45 => Value::Uri(words()),
            0x47 => Value::Charset(words()),
            0x48 => Value::Language(words()),
            0x49 => Value::MimeType(words()),
            _ => Value::Other(tag, bytes.to_vec()),
        })
    }

    fn collection(&mut self, depth: usize) -> Option<Vec<Attribute>> {
        if depth > DEEPEST {
            return None;
        }
        let mut members: Vec<Attribute> = Vec::new();
        loop {
            let tag = self.byte()?;
            // Within a collection names are values of their own.
            self.sized()?;
            match tag {
                END_COLLECTION => {
                    self.sized()?;
                    return Some(members);
                }
                MEMBER => members.push(Attribute { name: self.words()?, values: Vec::new() }),
                tag => {
                    let value = self.value(tag, depth)?;
                    members.last_mut()?.values.push(value);
                }
            }
        }
    }
}

/// A text with its language before it, each with its length.
fn in_language(bytes: &[u8]) -> Option<String> {
    let mut reader = Reader(bytes);
    reader.sized()?;
    reader.words()
}
