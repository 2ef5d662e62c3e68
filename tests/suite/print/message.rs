//! What a printer hears and says, as bytes (RFC 8010), written for the tests alone: not by the program that they test.

/// The operations of a printer (RFC 8011, 5.4.15; the last is that of CUPS).
pub(super) const PRINT_JOB: u16 = 0x0002;
pub(super) const VALIDATE_JOB: u16 = 0x0004;
pub(super) const CREATE_JOB: u16 = 0x0005;
pub(super) const SEND_DOCUMENT: u16 = 0x0006;
pub(super) const CANCEL_JOB: u16 = 0x0008;
pub(super) const GET_PRINTER: u16 = 0x000B;
pub(super) const GET_DEFAULT: u16 = 0x4001;

/// What attributes are of.
pub(super) const OPERATION: u8 = 0x01;
pub(super) const JOB: u8 = 0x02;
pub(super) const PRINTER: u8 = 0x04;
pub(super) const UNSUPPORTED: u8 = 0x05;
const END: u8 = 0x03;

/// What was asked: the operation, and the number of the question.
pub(super) struct Request {
    pub(super) code: u16,
    pub(super) id: u32,
}

impl Request {
    pub(super) fn read(bytes: &[u8]) -> Option<Request> {
        let code = u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?);
        let id = u32::from_be_bytes(bytes.get(4..8)?.try_into().ok()?);
        Some(Request { code, id })
    }
}

/// A name with its values.
pub(super) struct Attribute {
    name: &'static str,
    values: Vec<(u8, Vec<u8>)>,
}

fn attribute(name: &'static str, tag: u8, values: impl IntoIterator<Item = Vec<u8>>) -> Attribute {
    Attribute { name, values: values.into_iter().map(|value| (tag, value)).collect() }
}

pub(super) fn integer(name: &'static str, value: i32) -> Attribute {
    attribute(name, 0x21, [value.to_be_bytes().to_vec()])
}

pub(super) fn boolean(name: &'static str, value: bool) -> Attribute {
    attribute(name, 0x22, [vec![u8::from(value)]])
}

pub(super) fn enums(name: &'static str, values: &[i32]) -> Attribute {
    attribute(name, 0x23, values.iter().map(|value| value.to_be_bytes().to_vec()))
}

pub(super) fn keywords(name: &'static str, values: &[&str]) -> Attribute {
    attribute(name, 0x44, values.iter().map(|value| value.as_bytes().to_vec()))
}

/// So many dots an inch, both ways.
pub(super) fn resolution(name: &'static str, dots: i32) -> Attribute {
    attribute(name, 0x32, [[&dots.to_be_bytes()[..], &dots.to_be_bytes(), &[3]].concat()])
}

pub(super) fn uri(name: &'static str, value: &str) -> Attribute {
    attribute(name, 0x45, [value.as_bytes().to_vec()])
}

pub(super) fn mime_type(name: &'static str, value: &str) -> Attribute {
    attribute(name, 0x49, [value.as_bytes().to_vec()])
}

/// What a printer says of a value that it does not know.
pub(super) fn unsupported(name: &'static str) -> Attribute {
    attribute(name, 0x10, [Vec::new()])
}

/// An answer: its status, and attributes of what they are of.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) groups: Vec<(u8, Vec<Attribute>)>,
}

impl Answer {
    /// As it goes over the wire, to the question of this number.
    pub(super) fn bytes(&self, id: u32) -> Vec<u8> {
        let mut bytes = vec![1, 1];
        bytes.extend(self.status.to_be_bytes());
        bytes.extend(id.to_be_bytes());
        let heading = [
            attribute("attributes-charset", 0x47, [b"utf-8".to_vec()]),
            attribute("attributes-natural-language", 0x48, [b"en".to_vec()]),
        ];
        put_group(&mut bytes, OPERATION, &heading);
        self.groups.iter().for_each(|(of, attributes)| put_group(&mut bytes, *of, attributes));
        bytes.push(END);
        bytes
    }
}

fn put_group(bytes: &mut Vec<u8>, of: u8, attributes: &[Attribute]) {
    bytes.push(of);
    for attribute in attributes {
        let mut name = attribute.name;
        for (tag, value) in &attribute.values {
            bytes.push(*tag);
            for part in [name.as_bytes(), value] {
                bytes.extend((part.len() as u16).to_be_bytes());
                bytes.extend(part);
            }
            // Further values of an attribute have no name.
            name = "";
        }
    }
}
