//! Images.

use std::sync::Arc;

use super::Resolver;
use super::captions::caption;
use super::text::required;
use crate::diag::{Diagnostic, Diagnostics, GraphicProblem, KeyProblem, Relation};
use crate::model::picture::Part;
use crate::model::report::{Graphic, GraphicKind, Picture, Shown};
use crate::model::source::Span;
use crate::read::decode::{Name, Named, Typed};
use crate::read::def::{CropDef, ImageDef};

/// The images of a file, in its order; its pictures are looked at side by side.
pub(super) fn images(defs: Named<ImageDef>, resolver: &mut Resolver<'_>) -> Vec<(Name, Option<Graphic>)> {
    let files: Vec<&Typed> = defs.entries.iter().filter_map(|(_, def)| def.as_ref()?.file.as_ref()).collect();
    let mut pictures = resolver.pictures.read(&files, resolver.files, resolver.sink).into_iter();
    let mut images = Vec::with_capacity(defs.entries.len());
    for (name, def) in defs.entries {
        let graphic = def.and_then(|def| {
            let picture = def.file.as_ref().and_then(|_| pictures.next().flatten());
            image(def, picture, &name, resolver.sink)
        });
        images.push((name, graphic));
    }
    images
}

/// An image: exactly one of a file, with words for it unless it is decoration, or a placeholder.
fn image(def: ImageDef, picture: Option<Arc<Picture>>, name: &Name, sink: &mut Diagnostics) -> Option<Graphic> {
    let (kind, alt) = match (&def.file, &def.placeholder) {
        (Some(_), None) => {
            let alt = alt(&def, sink);
            (GraphicKind::Picture(shown(&def, picture?, sink)), alt)
        }
        (None, Some(placeholder)) => {
            refuse_with_placeholder(&def, placeholder.span(), sink);
            let text = required(placeholder, "placeholder", sink);
            let alt = Some(text.content.clone());
            (GraphicKind::Placeholder(text), alt)
        }
        (Some(file), Some(placeholder)) => {
            exclusive(("file", file.span()), ("placeholder", placeholder.span()), sink);
            return None;
        }
        (None, None) => {
            sink.report(KeyProblem::Either { first: "file", second: "placeholder" }, def.span);
            return None;
        }
    };
    let caption = caption(def.caption.as_ref(), sink);
    if let Some(caption) = caption.as_ref().filter(|_| alt.is_none() && def.decorative.is_some()) {
        sink.report(GraphicProblem::CaptionOfDecoration {}, caption.text.origin.span);
    }
    let name_of = name.content.clone();
    Some(Graphic {
        name: name_of,
        kind,
        alt,
        width: def.width,
        height: def.height,
        caption,
        place: None,
        span: name.span,
    })
}

/// What a listener hears of a picture; nothing of decoration.
fn alt(def: &ImageDef, sink: &mut Diagnostics) -> Option<String> {
    match (&def.alt, def.decorative.as_ref().filter(|decorative| decorative.value)) {
        (Some(alt), None) => Some(required(alt, "alt", sink).content),
        (Some(alt), Some(decorative)) => {
            exclusive(("alt", alt.span()), ("decorative", decorative.span), sink);
            None
        }
        (None, Some(_)) => None,
        (None, None) => {
            sink.report(GraphicProblem::NoAlt {}, def.span);
            None
        }
    }
}

fn shown(def: &ImageDef, picture: Arc<Picture>, sink: &mut Diagnostics) -> Shown {
    let mut part = Part::whole(picture.size);
    if let Some(CropDef { top, right, bottom, left, span }) = &def.crop {
        if left.0 + right.0 >= 1_000_000 || top.0 + bottom.0 >= 1_000_000 {
            sink.report(GraphicProblem::NothingLeft {}, *span);
        }
        part = part.cut([top.0, right.0, bottom.0, left.0]);
    }
    if let Some(ratio) = &def.ratio {
        part = part.of_ratio(ratio.value.0);
    }
    Shown { picture, part, framed: def.frame.as_ref().is_some_and(|frame| frame.value) }
}

/// What says something of a picture can't be said of its placeholder, which is its own words and has its own frame.
fn refuse_with_placeholder(def: &ImageDef, placeholder: Span, sink: &mut Diagnostics) {
    let keys = [
        ("alt", def.alt.as_ref().map(Typed::span)),
        ("decorative", def.decorative.as_ref().map(|decorative| decorative.span)),
        ("crop", def.crop.as_ref().map(|crop| crop.span)),
        ("ratio", def.ratio.as_ref().map(|ratio| ratio.span)),
        ("frame", def.frame.as_ref().map(|frame| frame.span)),
    ];
    for (key, span) in keys {
        if let Some(span) = span {
            exclusive(("placeholder", placeholder), (key, span), sink);
        }
    }
}

/// Reports two keys that exclude each other, at the one that stands later.
pub(super) fn exclusive(first: (&'static str, Span), second: (&'static str, Span), sink: &mut Diagnostics) {
    let (earlier, later) = (first.1.min(second.1), first.1.max(second.1));
    let problem = KeyProblem::Exclusive { first: first.0, second: second.0 };
    sink.push(Diagnostic::new(problem, later).related(earlier, Relation::Conflict));
}
