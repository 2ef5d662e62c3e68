//! Objects of one PDF to another, each once, with new numbers.
//!
//! An object gets its number when it is first referred to, and is written in that order. So numbers follow from the pages alone, the same input
//! gives the same bytes, and nothing that no page needs is copied.

use std::collections::{HashMap, VecDeque};

use hayro_syntax::object::{Array, Dict, MaybeRef, ObjRef, Object, Stream};
use pdf_writer::{Chunk, Name, Null, Obj, Ref, Str};

use super::original::name;

/// The numbers of the objects of the new file. `Item` is what it has besides copies.
pub(super) struct Numbers<Item> {
    queue: VecDeque<(Ref, Next<Item>)>,
    copies: HashMap<ObjRef, Ref>,
    next: Ref,
}

/// What is to be written next.
pub(super) enum Next<Item> {
    /// Something new.
    New(Item),
    /// An object of the old file.
    Copy(ObjRef),
}

impl<Item> Numbers<Item> {
    pub(crate) fn new() -> Numbers<Item> {
        Numbers { queue: VecDeque::new(), copies: HashMap::new(), next: Ref::new(1) }
    }

    /// The number of something new.
    pub(crate) fn add(&mut self, item: Item) -> Ref {
        let number = self.next.bump();
        self.queue.push_back((number, Next::New(item)));
        number
    }

    /// The number of an object's copy.
    pub(crate) fn copy(&mut self, object: ObjRef) -> Ref {
        let Numbers { queue, copies, next } = self;
        *copies.entry(object).or_insert_with(|| {
            let number = next.bump();
            queue.push_back((number, Next::Copy(object)));
            number
        })
    }

    /// What is to be written next, with its number.
    pub(crate) fn pop(&mut self) -> Option<(Ref, Next<Item>)> {
        self.queue.pop_front()
    }

    /// Writes a value; what it refers to will be copied.
    pub(crate) fn value(&mut self, into: Obj<'_>, value: &MaybeRef<Object<'_>>) {
        match value {
            MaybeRef::Ref(object) => into.primitive(self.copy(*object)),
            MaybeRef::NotRef(object) => self.object(into, object),
        }
    }

    fn object(&mut self, into: Obj<'_>, object: &Object<'_>) {
        match object {
            Object::Null(_) => into.primitive(Null),
            Object::Boolean(value) => into.primitive(*value),
            Object::Number(number) => {
                let value = number.as_f64();
                // 24 bits of a number are more than any length on paper has; whole numbers stay whole.
                match i32::try_from(number.as_i64()) {
                    Ok(whole) if f64::from(whole) == value => into.primitive(whole),
                    _ => into.primitive(value as f32),
                }
            }
            Object::String(string) => into.primitive(Str(string.as_bytes())),
            Object::Name(name) => into.primitive(Name(name.as_ref())),
            Object::Array(array) => self.array(into, array),
            Object::Dict(dict) => {
                let mut target = into.dict();
                self.entries(&mut target, dict, &[]);
            }
            // A stream has a number of its own: it can't stand within another object.
            Object::Stream(_) => into.primitive(Null),
        }
    }

    fn array(&mut self, into: Obj<'_>, array: &Array<'_>) {
        let mut target = into.array();
        for value in array.raw_iter() {
            self.value(target.push(), &value);
        }
    }

    /// Writes the entries of a dictionary but these.
    pub(crate) fn entries(&mut self, into: &mut pdf_writer::Dict<'_>, dict: &Dict<'_>, without: &[&[u8]]) {
        for (key, value) in dict.entries() {
            if !without.contains(&key.as_ref()) {
                self.value(into.insert(Name(key.as_ref())), &value);
            }
        }
    }

    /// Writes the copy of an object. What would draw the rest of the old file with it becomes nothing.
    pub(crate) fn write(&mut self, target: &mut Chunk, number: Ref, object: Option<Object<'_>>) {
        match object {
            Some(Object::Stream(stream)) => self.stream(target, number, &stream),
            Some(Object::Dict(dict)) if OUTSIDE.contains(&name(&dict, "Type").as_slice()) => {
                target.indirect(number).primitive(Null);
            }
            Some(object) => self.object(target.indirect(number), &object),
            None => target.indirect(number).primitive(Null),
        }
    }

    fn stream(&mut self, target: &mut Chunk, number: Ref, stream: &Stream<'_>) {
        let data = stream.raw_data();
        let mut copy = target.stream(number, &data);
        self.entries(&mut copy, stream.dict(), &[&["Length".as_bytes()], APART].concat());
    }
}

/// The structure of the old file, which its sheets don't share.
const OUTSIDE: &[&[u8]] = &[b"Page", b"Pages", b"Catalog", b"StructTreeRoot", b"StructElem"];
/// What an object says of its place in that structure, and of the programs that made it.
pub(super) const APART: &[&[u8]] = &[b"StructParent", b"StructParents", b"Metadata", b"PieceInfo", b"LastModified"];
