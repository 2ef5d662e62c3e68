//! Drawing a page's leaves: backgrounds and rules first, then content, neighbours of one element in one marked sequence.

use std::ops::Range;

use krilla::Data;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::page::Page as PageWriter;
use krilla::paint::{Fill, FillRule, Paint};
use krilla::surface::{Location, Surface};
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::{Font, GlyphId, KrillaGlyph, Tag};

use crate::model::len::{Len, Ratio};
use crate::set::document::{Document, Page};
use crate::set::font::{Face, FaceData, Fonts};
use crate::set::layout::{AnchorId, Color, Leaf, LeafKind, LinkTarget, Owner};
use crate::set::text::{Class, Glyph, Line, Shaped, Underline};

use super::images::Images;
use super::spaced::{self, Piece};
use super::{Locations, OPAQUE, path};

/// What is drawn so far, and what the tag tree needs of it.
pub(super) struct Drawing<'a> {
    document: &'a Document,
    /// With their units per em.
    pub fonts: Vec<(Option<Font>, i64)>,
    images: Images,
    glyphs: Vec<KrillaGlyph>,
    faces: &'a [Face],
    /// Whether a word is drawn whose letters stand apart.
    in_word: bool,
    /// Where the text that is drawn was typed.
    place: Option<Location>,
    pub locations: Locations,
    /// For each chapter and element, its content in drawing order.
    pub identifiers: Vec<Vec<Vec<Identifier>>>,
}

impl<'a> Drawing<'a> {
    pub(crate) fn new(document: &'a Document, fonts: &'a Fonts, images: Images) -> Drawing<'a> {
        Drawing {
            document,
            fonts: fonts.faces().iter().map(|face| (opened(face), face.units_per_em)).collect(),
            images,
            glyphs: Vec::new(),
            faces: fonts.faces(),
            in_word: false,
            place: None,
            locations: Locations::default(),
            identifiers: document.structures.iter().map(|chapter| vec![Vec::new(); chapter.nodes().len()]).collect(),
        }
    }

    pub(crate) fn page(&mut self, page: &Page, target: &mut PageWriter) {
        let mut surface = target.surface();
        self.backgrounds(page, &mut surface);
        self.content(page, &mut surface);
        surface.finish();
        for leaf in &page.leaves {
            if let LeafKind::Link { width, height, target: anchor, alt } = &leaf.kind {
                let Some(annotation) = self.link(leaf, *width, *height, anchor, alt) else { continue };
                let identifier = target.add_tagged_annotation(annotation);
                self.note(page.chapter, leaf.owner, identifier);
            }
        }
    }

    /// All filled rectangles as one artifact, those of one colour in one path.
    fn backgrounds(&self, page: &Page, surface: &mut Surface) {
        let mut run: Option<(Color, PathBuilder)> = None;
        let mut begun = false;
        for leaf in &page.leaves {
            let LeafKind::Fill { width, height, color } = leaf.kind else { continue };
            if !begun {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
                begun = true;
            }
            let Some(rect) = rect(leaf.x, leaf.y, width, height) else { continue };
            match &mut run {
                Some((current, path)) if *current == color => path.push_rect(rect),
                _ => {
                    fill_run(surface, run.take());
                    let mut path = PathBuilder::new();
                    path.push_rect(rect);
                    run = Some((color, path));
                }
            }
        }
        fill_run(surface, run);
        if begun {
            surface.end_tagged();
        }
    }

    fn content(&mut self, page: &Page, surface: &mut Surface) {
        let mut open: Option<Owner> = None;
        for leaf in &page.leaves {
            if !matches!(leaf.kind, LeafKind::Text { .. } | LeafKind::Picture { .. } | LeafKind::Path(_)) {
                continue;
            }
            let pieces = if leaf.owner == Owner::Artifact { Vec::new() } else { spaced::pieces(leaf) };
            if !pieces.is_empty() {
                if open.take().is_some() {
                    surface.end_tagged();
                }
                self.pieces(page.chapter, &pieces, surface);
                continue;
            }
            if open != Some(leaf.owner) {
                if open.is_some() {
                    surface.end_tagged();
                }
                let tag = match leaf.owner {
                    Owner::Node(_) => ContentTag::Other,
                    Owner::Artifact => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
                };
                let identifier = surface.start_tagged(tag);
                self.note(page.chapter, leaf.owner, identifier);
                open = Some(leaf.owner);
            }
            self.leaf(leaf, surface);
        }
        if open.is_some() {
            surface.end_tagged();
        }
    }

    /// Pieces of a line, each in a sequence of its own, in which it says what it reads.
    fn pieces(&mut self, chapter: usize, pieces: &[Piece], surface: &mut Surface) {
        for Piece { leaf, word } in pieces {
            let tag = match word {
                Some(word) => ContentTag::Span(SpanTag::empty().with_actual_text(Some(word))),
                None => ContentTag::Other,
            };
            let identifier = surface.start_tagged(tag);
            self.note(chapter, leaf.owner, identifier);
            self.in_word = word.is_some();
            self.leaf(leaf, surface);
            self.in_word = false;
            surface.end_tagged();
        }
    }

    fn note(&mut self, chapter: usize, owner: Owner, identifier: Identifier) {
        if let Owner::Node(node) = owner {
            self.identifiers[chapter][node.index()].push(identifier);
        }
    }

    fn leaf(&mut self, leaf: &Leaf, surface: &mut Surface) {
        match &leaf.kind {
            LeafKind::Text { shaped, line, size, color, accent, span } => {
                self.place = span.map(|span| self.locations.add(span));
                if let Some(place) = self.place {
                    surface.set_location(place);
                }
                if leaf.upward {
                    surface.push_transform(&upwards(leaf.x.to_pt(), leaf.y.to_pt()));
                }
                let narrowed = narrowing(leaf.x, line);
                if let Some(transform) = &narrowed {
                    surface.push_transform(transform);
                }
                self.line(leaf, shaped, line, *size, [*color, accent[0], accent[1], accent[2]], surface);
                if narrowed.is_some() {
                    surface.pop();
                }
                if leaf.upward {
                    surface.pop();
                }
                surface.reset_location();
            }
            LeafKind::Picture { picture, part, width, height, span } => {
                surface.set_location(self.locations.add(*span));
                surface.push_transform(&Transform::from_translate(leaf.x.to_pt(), leaf.y.to_pt()));
                self.images.draw(picture, *part, *width, *height, surface);
                surface.pop();
                surface.reset_location();
            }
            LeafKind::Path(shape) => path::draw(shape, leaf.x, leaf.y, surface),
            LeafKind::Fill { .. } | LeafKind::PageNumber { .. } | LeafKind::Anchor(_) | LeafKind::Link { .. } => {}
        }
    }

    /// A line's runs, in the text's own colour and that of emphasis.
    fn line(
        &mut self,
        leaf: &Leaf,
        shaped: &Shaped,
        line: &Line,
        size: Len,
        colors: [Color; 4],
        surface: &mut Surface,
    ) {
        let mut x = leaf.x;
        for run in &shaped.runs {
            let glyphs = run.glyphs.start.max(line.glyphs.start)..run.glyphs.end.min(line.glyphs.end);
            if glyphs.is_empty() {
                continue;
            }
            let (font, units_per_em) = &self.fonts[run.face.index()];
            let (font, units_per_em) = (font.clone(), *units_per_em);
            let scale = Scale { units_per_em, size: run.raise.size.into() };
            let (advance, visible) = self.collect(shaped, line, glyphs.start as usize..glyphs.end as usize, &scale);
            let faces = self.faces;
            let filled = if self.in_word {
                spaced::fill_gaps(&mut self.glyphs, &faces[run.face.index()], &shaped.text)
            } else {
                None
            };
            surface.set_fill(Some(fill(colors[usize::from(run.accent)])));
            if let Some(font) = font {
                let y = leaf.y - size.scale(Ratio::millionths(run.raise.shift.into()));
                let start = Point::from_xy(x.to_pt(), y.to_pt());
                let drawn = size.scale(Ratio::millionths(run.raise.size.into()));
                let text = filled.as_deref().unwrap_or(&shaped.text);
                surface.draw_glyphs(start, &self.glyphs, font, text, drawn.to_pt(), false);
            }
            let width = size.scale(Ratio::millionths(advance));
            if run.underline {
                let visible = size.scale(Ratio::millionths(visible));
                underline(shaped.underline, x, leaf.y, visible, size, surface);
            }
            x += width;
        }
    }

    /// Gathers the glyphs of a line's run for the writer; answers how far they advance, in millionths of an em, and how far without the blanks at the line's end.
    fn collect(&mut self, shaped: &Shaped, line: &Line, glyphs: Range<usize>, scale: &Scale) -> (i64, i64) {
        self.glyphs.clear();
        let (mut total, mut visible) = (0, 0);
        for index in glyphs {
            let glyph = &shaped.glyphs[index];
            let hyphen = match shaped.hyphens.is_empty() {
                true => 0,
                false if shaped.is_hidden_hyphen(index as u32, line.glyphs.end) => continue,
                false => shaped.hyphen_before(index as u32 + 1),
            };
            let letter = if index as u32 + 1 < line.visible_end { line.letter_extra } else { 0 };
            let blank = if glyph.class == Class::Blank { line.blank_extra } else { 0 };
            let own = glyph.advance + hyphen;
            total += i64::from(own + letter + blank);
            if (index as u32) < line.visible_end {
                visible = total;
            }
            self.glyphs.push(KrillaGlyph::new(
                GlyphId::new(glyph.id),
                scale.advance(own, letter + blank),
                scale.em(glyph.x),
                scale.em(glyph.y),
                0.0,
                read(shaped, index),
                self.place,
            ));
        }
        (total, visible)
    }

    fn link(&self, leaf: &Leaf, width: Len, height: Len, target: &LinkTarget, alt: &str) -> Option<Annotation> {
        let target = match target {
            LinkTarget::Anchor(anchor) => Target::Destination(destination(self.document, *anchor)?.into()),
            LinkTarget::Address(address) => Target::Action(LinkAction::new(address.to_string()).into()),
        };
        let link = LinkAnnotation::new(rect(leaf.x, leaf.y, width, height)?, target);
        Some(Annotation::new_link(link, Some(alt.to_owned())))
    }
}

/// A quarter turn against the clock round a point.
fn upwards(x: f32, y: f32) -> Transform {
    Transform::from_row(0.0, -1.0, 1.0, 0.0, x - y, x + y)
}

/// Where an anchor stands, a little above it so that its first line isn't at the window's very edge.
pub(super) fn destination(document: &Document, anchor: AnchorId) -> Option<XyzDestination> {
    let position = document.anchors.get(&anchor)?;
    Some(XyzDestination::new(position.page, Point::from_xy(position.x.to_pt(), position.y.to_pt())))
}

/// What lengths in ems of a text come to in ems of a run as it is drawn.
struct Scale {
    units_per_em: i64,
    /// The run's size, in millionths of the text's.
    size: i64,
}

impl Scale {
    /// A glyph's advance with what its line adds. It is the face's own to the last bit where nothing is added, and a whole thousandth
    /// off it where whole thousandths are, so that the writer has nothing or little to adjust.
    fn advance(&self, millionths: i32, extra: i32) -> f32 {
        let (own, extra) = (i64::from(millionths) * WHOLE / self.size, i64::from(extra) * WHOLE / self.size);
        let units = (own as f64 * self.units_per_em as f64 / WHOLE as f64).round();
        let rest = own as f64 - units * WHOLE as f64 / self.units_per_em as f64;
        let face = units as f32 / self.units_per_em as f32;
        // A few millionths are what rounding to millionths leaves.
        let added = if rest.abs() <= 3.0 { extra as f64 } else { extra as f64 + rest };
        if added == 0.0 {
            return face;
        }
        let advance = (units / self.units_per_em as f64 + added / WHOLE as f64) as f32;
        let thousandths = f64::from(face) * 1e3 + added / 1e3;
        [advance, advance.next_up(), advance.next_down()]
            .into_iter()
            .find(|advance| f64::from(advance * 1e3) == thousandths)
            .unwrap_or(advance)
    }

    fn em(&self, millionths: i32) -> f32 {
        (f64::from(millionths) / self.size as f64) as f32
    }
}

/// One, in millionths.
const WHOLE: i64 = 1_000_000;

/// The bytes of the text that a glyph reads: of a letter with marks each glyph its own, where there is one for each, so that readers who look at glyphs alone get
/// none of them twice.
fn read(shaped: &Shaped, index: usize) -> Range<usize> {
    let start = shaped.glyphs[index].start;
    let is_of_it = |glyph: &&Glyph| glyph.start == start;
    let behind = shaped.glyphs[index + 1..].iter().take_while(is_of_it).count();
    let before = shaped.glyphs[..index].iter().rev().take_while(is_of_it).count();
    let end = shaped.glyphs.get(index + behind + 1).map_or(shaped.text.len(), |next| next.start as usize);
    let all = start as usize..end;
    if before + behind == 0 {
        return all;
    }
    let mut letters = shaped.text[all.clone()].char_indices();
    match letters.clone().count() == before + behind + 1 {
        true => {
            letters.nth(before).map_or(all.clone(), |(at, letter)| all.start + at..all.start + at + letter.len_utf8())
        }
        false => all,
    }
}

/// What draws a line of narrower glyphs: all of it, from where it begins.
fn narrowing(x: Len, line: &Line) -> Option<Transform> {
    let by = line.glyph_width as f32 / WHOLE as f32;
    (i64::from(line.glyph_width) != WHOLE).then(|| Transform::from_row(by, 0.0, 0.0, 1.0, x.to_pt() * (1.0 - by), 0.0))
}

fn rect(x: Len, y: Len, width: Len, height: Len) -> Option<Rect> {
    Rect::from_xywh(x.to_pt(), y.to_pt(), width.to_pt(), height.to_pt())
}

pub(super) fn paint(color: Color) -> Paint {
    let [red, green, blue] = color.rgb;
    rgb::Color::new(red, green, blue).into()
}

pub(super) fn fill(color: Color) -> Fill {
    Fill { paint: paint(color), opacity: OPAQUE, rule: FillRule::NonZero }
}

fn fill_run(surface: &mut Surface, run: Option<(Color, PathBuilder)>) {
    let Some((color, path)) = run else { return };
    let path: Option<Path> = path.finish();
    if let Some(path) = path {
        surface.set_fill(Some(fill(color)));
        surface.draw_path(&path);
    }
}

fn underline(line: Underline, x: Len, baseline: Len, width: Len, size: Len, surface: &mut Surface) {
    let (below, thickness) = (Ratio::millionths(line.below.into()), Ratio::millionths(line.width.into()));
    let mut path = PathBuilder::new();
    if let Some(rect) = rect(x, baseline + size.scale(below), width, size.scale(thickness)) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.draw_path(&path);
    }
}

/// A face as the writer has it, a variable one at its weight.
fn opened(face: &Face) -> Option<Font> {
    let weight = [(Tag::new(b"wght"), f32::from(face.weight))];
    Font::new_variable(data(&face.data), face.index, if face.variable { &weight } else { &[] })
}

fn data(data: &FaceData) -> Data {
    match data {
        FaceData::Static(bytes) => Data::from(*bytes),
        FaceData::Shared(bytes) => Data::from(bytes.clone()),
    }
}
