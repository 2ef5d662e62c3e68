//! Sheets to bytes: every page a form, drawn where it stands.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use hayro_syntax::object::{Array, Dict, MaybeRef, Object, Stream};
use hayro_syntax::page::Page;
use pdf_writer::types::{ActionType, AnnotationType};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Settings, Str};

use super::annotations::{self, Link, Stamp, Target};
use super::copy::{APART, Next, Numbers};
use super::geometry::{Area, Format, Matrix, Placement};
use super::marks;
use super::names::Places;
use super::original::{Boxes, Original, inherited};
use super::plan::{Sheet, Side};

/// The page that could not be read, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unreadable(pub usize);

/// Writes sheets, each side a page.
pub(super) fn write(original: &Original, sheets: &[Sheet], format: Format) -> Result<Vec<u8>, Unreadable> {
    let sides = sides(sheets);
    let mut placed = vec![None; original.page_count()];
    for (index, side) in sides.iter().enumerate() {
        for (page, place) in side.pages(original, format) {
            placed[page] = Some((index, place));
        }
    }
    let pdf = Pdf::with_settings(Settings { pretty: false });
    let places = Places::of(original);
    let mut writer = Writer { original, sides, format, placed, places, pdf, numbers: Numbers::new(), tree: None };
    writer.numbers.add(Item::Catalog);
    writer.numbers.add(Item::Info);
    while let Some((number, next)) = writer.numbers.pop() {
        match next {
            Next::New(item) => writer.item(number, item)?,
            Next::Copy(object) => {
                let value = original.pdf.xref().get::<Object<'_>>(object.into());
                writer.numbers.write(&mut writer.pdf, number, value);
            }
        }
    }
    Ok(writer.pdf.finish())
}

/// A side as it comes in the file.
struct Turn<'a> {
    side: &'a Side,
    back: bool,
    depth: usize,
}

/// The sides in order. A blank one at the end is no page.
fn sides(sheets: &[Sheet]) -> Vec<Turn<'_>> {
    let both = |sheet: &'_ Sheet| [false, true].map(|back| (back, sheet.depth));
    let all = sheets.iter().flat_map(|sheet| sheet.sides.iter().zip(both(sheet)));
    let mut sides: Vec<Turn<'_>> = all.map(|(side, (back, depth))| Turn { side, back, depth }).collect();
    sides.pop_if(|last| last.side.is_blank());
    sides
}

impl Turn<'_> {
    /// The pages of this side, and where they stand on it.
    fn pages(&self, original: &Original, format: Format) -> Vec<(usize, Placement)> {
        let cells = format.places(self.side.0.len());
        let pages = self.side.0.iter().zip(cells).enumerate();
        let pages = pages.filter_map(|(index, (page, cell))| {
            let page = (*page)?;
            let shift = format.shift(index, self.back, self.depth);
            Some((page, format.place(original.size(page)?, cell, shift)))
        });
        pages.collect()
    }
}

/// What the new file has besides copies.
enum Item<'a> {
    Catalog,
    Info,
    Tree,
    /// A side, by index.
    Side(usize),
    /// What is drawn on a side.
    Drawing(Content),
    Link(Area, Destination<'a>),
    /// A page, by index, as a form.
    Form(usize),
}

/// Where a link of the new file leads.
enum Destination<'a> {
    /// To a point of a side.
    Side(Ref, (f64, f64)),
    Outside(MaybeRef<Object<'a>>),
}

struct Writer<'a> {
    original: &'a Original,
    sides: Vec<Turn<'a>>,
    format: Format,
    /// Where each page stands.
    placed: Vec<Option<(usize, Placement)>>,
    places: Places<'a>,
    pdf: Pdf,
    numbers: Numbers<Item<'a>>,
    /// The tree of pages, and the numbers of the sides in it.
    tree: Option<(Ref, Vec<Ref>)>,
}

impl<'a> Writer<'a> {
    fn item(&mut self, number: Ref, item: Item<'a>) -> Result<(), Unreadable> {
        match item {
            Item::Catalog => self.catalog(number),
            Item::Info => self.info(number),
            Item::Tree => self.page_tree(number),
            Item::Side(index) => self.side(number, index),
            Item::Drawing(content) => {
                let drawn = deflate(&content.finish());
                self.pdf.stream(number, &drawn).filter(Filter::FlateDecode);
            }
            Item::Link(area, destination) => self.link(number, area, destination),
            Item::Form(page) => self.form(number, page)?,
        }
        Ok(())
    }

    /// The layers that the old file hides stay hidden, and its colours are meant for the same press.
    fn catalog(&mut self, number: Ref) {
        let old = self.original.catalog();
        let tree = self.numbers.add(Item::Tree);
        let mut catalog = self.pdf.catalog(number);
        catalog.pages(tree);
        for key in ["OCProperties", "OutputIntents"] {
            if let Some(value) = old.get_raw::<Object<'_>>(key) {
                self.numbers.value(catalog.insert(Name(key.as_bytes())), &value);
            }
        }
    }

    fn info(&mut self, number: Ref) {
        let mut info = self.pdf.document_info(number);
        if let Some(title) = &self.original.pdf.metadata().title {
            info.pair(Name(b"Title"), Str(title));
        }
        info.pair(Name(b"Creator"), Str(concat!("bogoseo ", env!("CARGO_PKG_VERSION")).as_bytes()));
    }

    fn page_tree(&mut self, number: Ref) {
        let sides: Vec<Ref> = (0..self.sides.len()).map(|index| self.numbers.add(Item::Side(index))).collect();
        // As many as a page tree's number can tell; a file of more could not be read in the first place.
        self.pdf.pages(number).kids(sides.iter().copied()).count(sides.len() as i32);
        self.tree = Some((number, sides));
    }

    fn side(&mut self, number: Ref, index: usize) {
        let mut drawing = Content::new();
        let mut forms: Vec<(String, Ref)> = Vec::new();
        let mut links = Vec::new();
        let pages = self.original.pdf.pages();
        for (page, place) in self.sides[index].pages(self.original, self.format) {
            let upright = Boxes::of(&pages[page]).upright;
            let (page_links, stamps) = annotations::of(&pages[page], &self.places);
            drawing.save_state();
            clip(&mut drawing, place.clip);
            drawing.transform(upright.then(place.matrix).0.map(|it| it as f32));
            let name = format!("P{}", forms.len());
            drawing.x_object(Name(name.as_bytes()));
            forms.push((name, self.numbers.add(Item::Form(page))));
            for stamp in stamps {
                self.stamp(&mut drawing, &mut forms, &stamp);
            }
            drawing.restore_state();
            links.extend(
                page_links.into_iter().filter_map(|link| self.moved(link, upright.then(place.matrix), place.clip)),
            );
        }
        marks::draw(&mut drawing, &self.format);
        let links: Vec<Ref> = links.into_iter().map(|(area, to)| self.numbers.add(Item::Link(area, to))).collect();
        let drawing = self.numbers.add(Item::Drawing(drawing));
        let Format { paper, trimmed, .. } = self.format;
        let mut page = self.pdf.page(number);
        if let Some((tree, _)) = &self.tree {
            page.parent(*tree);
        }
        page.media_box(Rect::new(0.0, 0.0, paper.width as f32, paper.height as f32));
        page.trim_box(rect(trimmed));
        page.bleed_box(rect(self.format.bled()));
        page.contents(drawing);
        let mut resources = page.resources();
        let mut objects = resources.x_objects();
        for (name, form) in &forms {
            objects.pair(Name(name.as_bytes()), *form);
        }
        objects.finish();
        resources.finish();
        if !links.is_empty() {
            page.annotations(links);
        }
    }

    fn stamp(&mut self, drawing: &mut Content, forms: &mut Vec<(String, Ref)>, stamp: &Stamp<'_>) {
        // A form always has a number of its own: it is a stream.
        let MaybeRef::Ref(form) = stamp.form else { return };
        let name = format!("P{}", forms.len());
        drawing.save_state();
        drawing.transform(stamp.matrix.0.map(|it| it as f32));
        drawing.x_object(Name(name.as_bytes()));
        drawing.restore_state();
        forms.push((name, self.numbers.copy(form)));
    }

    /// A link as it lies on its side. One that leads to a page that stands nowhere, or that can't be seen, goes.
    fn moved(&self, link: Link<'a>, matrix: Matrix, clip: Area) -> Option<(Area, Destination<'a>)> {
        let area = matrix.area(link.area).shared(clip);
        if area.is_empty() {
            return None;
        }
        let destination = match link.target {
            Target::Outside(action) => Destination::Outside(action),
            Target::Inside(to) => {
                let (side, place) = (*self.placed.get(to.page)?)?;
                let boxes = Boxes::of(self.original.pdf.pages().get(to.page)?);
                let (x, y) = match to.at {
                    Some((x, y)) => boxes.upright.then(place.matrix).point(x, y),
                    None => place.matrix.point(0.0, boxes.size.height),
                };
                Destination::Side(*self.tree.as_ref()?.1.get(side)?, (x, y))
            }
        };
        Some((area, destination))
    }

    fn link(&mut self, number: Ref, area: Area, destination: Destination<'a>) {
        let mut link = self.pdf.annotation(number);
        link.subtype(AnnotationType::Link).rect(rect(area)).border(0.0, 0.0, 0.0, None);
        match destination {
            Destination::Outside(action) => self.numbers.value(link.insert(Name(b"A")), &action),
            Destination::Side(side, (x, y)) => {
                let mut action = link.action();
                action.action_type(ActionType::GoTo);
                action.destination().page(side).xyz(x as f32, y as f32, None);
            }
        }
    }

    /// A page as a form. Its content is copied as it is, still packed; only one in several pieces is put together.
    fn form(&mut self, number: Ref, index: usize) -> Result<(), Unreadable> {
        let original = self.original;
        let page = &original.pdf.pages()[index];
        let boxes = Boxes::of(page);
        match contents(page).ok_or(Unreadable(index))? {
            Contents::One(stream) => {
                let data = stream.raw_data();
                let mut form = self.pdf.form_xobject(number, &data);
                form.bbox(rect(boxes.bleed));
                const PACKING: [&str; 3] = ["Filter", "DecodeParms", "DP"];
                for key in PACKING {
                    if let Some(value) = stream.dict().get_raw::<Object<'_>>(key) {
                        self.numbers.value(form.insert(Name(key.as_bytes())), &value);
                    }
                }
                page_entries(&mut self.numbers, &mut form, page);
            }
            Contents::Joined(content) => {
                let data = deflate(&content);
                let mut form = self.pdf.form_xobject(number, &data);
                form.bbox(rect(boxes.bleed));
                form.filter(Filter::FlateDecode);
                page_entries(&mut self.numbers, &mut form, page);
            }
        }
        Ok(())
    }
}

/// What a page's content needs: its resources, often shared with others, and the group that its transparent parts are mixed in.
fn page_entries<'a>(numbers: &mut Numbers<Item<'a>>, form: &mut pdf_writer::Dict<'_>, page: &Page<'a>) {
    if let Some(resources) = inherited(page, "Resources").and_then(|node| node.get_raw::<Object<'a>>("Resources")) {
        numbers.value(form.insert(Name(b"Resources")), &resources);
    }
    let Some(group) = page.raw().get::<Dict<'a>>("Group") else { return };
    let mut target = form.insert(Name(b"Group")).dict();
    numbers.entries(&mut target, &group, &[&["I".as_bytes()], APART].concat());
    // A page's group is always isolated (ISO 32000-1, 11.4.7); a form's says so.
    target.pair(Name(b"I"), true);
}

/// The content of a page.
enum Contents<'a> {
    One(Stream<'a>),
    Joined(Vec<u8>),
}

fn contents<'a>(page: &Page<'a>) -> Option<Contents<'a>> {
    let pieces = match page.raw().get::<Object<'a>>("Contents") {
        None | Some(Object::Null(_)) => return Some(Contents::Joined(Vec::new())),
        Some(Object::Stream(stream)) => return Some(Contents::One(stream)),
        Some(Object::Array(pieces)) => pieces,
        Some(_) => return None,
    };
    let mut streams = piece_streams(page, &pieces)?;
    if streams.len() == 1 {
        return streams.pop().map(Contents::One);
    }
    let mut joined = Vec::new();
    for stream in streams {
        joined.extend_from_slice(&stream.decoded_data().ok()?);
        // A piece ends between two words, though no blank need stand there.
        joined.push(b'\n');
    }
    Some(Contents::Joined(joined))
}

fn piece_streams<'a>(page: &Page<'a>, pieces: &Array<'a>) -> Option<Vec<Stream<'a>>> {
    let pieces = pieces.raw_iter().map(|piece| match piece {
        MaybeRef::Ref(object) => page.xref().get::<Stream<'a>>(object.into()),
        MaybeRef::NotRef(_) => None,
    });
    pieces.collect()
}

fn clip(drawing: &mut Content, area: Area) {
    let Rect { x1, y1, x2, y2 } = rect(area);
    drawing.rect(x1, y1, x2 - x1, y2 - y1).clip_nonzero().end_path();
}

fn rect(area: Area) -> Rect {
    Rect::new(area.x0 as f32, area.y0 as f32, area.x1 as f32, area.y1 as f32)
}

/// The effort of compression: what is packed here is small.
const LEVEL: u32 = 6;

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    // Writing to memory can't fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
