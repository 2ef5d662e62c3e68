//! What lies on a page: links, which stay links, and stamps, notes and filled fields, which become part of the picture.

use hayro_syntax::object::{Array, Dict, MaybeRef, Object, Rect, Stream};
use hayro_syntax::page::Page;

use super::geometry::{Area, Matrix};
use super::names::{Destination, Places};
use super::original::{area, name};

/// A link of a page.
pub(super) struct Link<'a> {
    /// Where it can be clicked, in the page's coordinates.
    pub area: Area,
    /// Where it leads.
    pub target: Target<'a>,
}

/// Where a link leads.
pub(super) enum Target<'a> {
    /// To a place of the same document.
    Inside(Destination),
    /// To an address or another file: an action as it stands in the file.
    Outside(MaybeRef<Object<'a>>),
}

/// A picture that lies on a page.
pub(super) struct Stamp<'a> {
    /// The form that draws it.
    pub form: MaybeRef<Object<'a>>,
    /// From the form's outcome to the page's coordinates.
    pub matrix: Matrix,
}

/// Flags of an annotation (ISO 32000-1, table 165).
const HIDDEN: i32 = 1 << 1;
const PRINT: i32 = 1 << 2;

/// What lies on a page.
pub(super) fn of<'a>(page: &Page<'a>, places: &Places<'_>) -> (Vec<Link<'a>>, Vec<Stamp<'a>>) {
    let (mut links, mut stamps) = (Vec::new(), Vec::new());
    let Some(annotations) = page.raw().get::<Array<'a>>("Annots") else { return (links, stamps) };
    // One that is no dictionary is passed over; the others still count.
    let annotations = annotations.raw_iter().filter_map(|entry| match entry {
        MaybeRef::Ref(object) => page.xref().get::<Dict<'a>>(object.into()),
        MaybeRef::NotRef(object) => object.into_dict(),
    });
    for annotation in annotations {
        let Some(rect) = annotation.get::<Rect>("Rect").map(area) else { continue };
        let flags = annotation.get::<i32>("F").unwrap_or(0);
        match name(&annotation, "Subtype").as_slice() {
            _ if flags & HIDDEN != 0 => {}
            b"Link" => links.extend(target(&annotation, places).map(|target| Link { area: rect, target })),
            b"Popup" => {}
            _ if flags & PRINT == 0 => {}
            _ => stamps.extend(stamp(&annotation, rect)),
        }
    }
    (links, stamps)
}

fn target<'a>(annotation: &Dict<'a>, places: &Places<'_>) -> Option<Target<'a>> {
    if let Some(destination) = places.of_link(annotation) {
        return Some(Target::Inside(destination));
    }
    let action = annotation.get::<Dict<'a>>("A")?;
    let leads_out = matches!(name(&action, "S").as_slice(), b"URI" | b"GoToR");
    leads_out.then(|| annotation.get_raw::<Object<'a>>("A").map(Target::Outside)).flatten()
}

/// The normal appearance, moved and scaled into the annotation's rectangle (ISO 32000-1, 12.5.5, algorithm 8.1).
fn stamp<'a>(annotation: &Dict<'a>, rect: Area) -> Option<Stamp<'a>> {
    let appearances = annotation.get::<Dict<'a>>("AP")?;
    let (form, stream) = match appearances.get::<Object<'a>>("N")? {
        Object::Stream(stream) => (appearances.get_raw::<Object<'a>>("N")?, stream),
        Object::Dict(states) => {
            let state = name(annotation, "AS");
            (states.get_raw::<Object<'a>>(&state)?, states.get::<Stream<'a>>(&state)?)
        }
        _ => return None,
    };
    let inner = stream.dict().get::<Rect>("BBox").map(area)?;
    let own = stream.dict().get::<[f64; 6]>("Matrix").map_or(Matrix::IDENTITY, Matrix);
    let outer = own.area(inner);
    if outer.is_empty() || rect.is_empty() {
        return None;
    }
    let (from, to) = (outer.size(), rect.size());
    let scale = Matrix::scaled(to.width / from.width, to.height / from.height);
    let matrix = Matrix::moved(-outer.x0, -outer.y0).then(scale).then(Matrix::moved(rect.x0, rect.y0));
    Some(Stamp { form, matrix })
}
