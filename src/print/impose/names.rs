//! What the pages of a PDF are called: printed numbers, bookmarks, the names of places.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, String as PdfString};

use super::original::{Original, id, name};

/// A bookmark, and the pages up to the next one that is not below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    /// Its text.
    pub title: String,
    /// How many bookmarks stand above it.
    pub level: usize,
    /// Its pages, from 0.
    pub pages: Range<usize>,
}

/// A point on a page, in the page's own coordinates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Destination {
    pub page: usize,
    pub at: Option<(f64, f64)>,
}

/// More entries of a tree than any document has; a broken one may lead in circles.
const MOST: usize = 200_000;

impl Original {
    /// What readers call its pages: printed numbers, or their places counted from 1 where it doesn't say.
    pub(crate) fn labels(&self) -> Vec<String> {
        let mut labels: Vec<String> = (1..=self.page_count()).map(|number| number.to_string()).collect();
        let mut ranges: BTreeMap<usize, Dict<'_>> = BTreeMap::new();
        if let Some(root) = self.catalog().get::<Dict<'_>>("PageLabels") {
            for (first, value) in tree(root, "Nums").into_iter().filter_map(|(key, value)| {
                Some((usize::try_from(key.into_number()?.as_i64()).ok()?, value.into_dict()?))
            }) {
                ranges.insert(first, value);
            }
        }
        let ends: Vec<usize> = ranges.keys().skip(1).copied().chain([labels.len()]).collect();
        for ((first, range), end) in ranges.iter().zip(ends) {
            let style = name(range, "S");
            let prefix = range.get::<PdfString<'_>>("P").map(|prefix| text(&prefix)).unwrap_or_default();
            let start = range.get::<i32>("St").and_then(|start| u32::try_from(start).ok()).unwrap_or(1);
            for (number, label) in (start..).zip(labels.iter_mut().take(end).skip(*first)) {
                *label = format!("{prefix}{}", numeral(number, &style));
            }
        }
        labels
    }

    /// Its bookmarks in order, each with its pages.
    pub(crate) fn sections(&self) -> Vec<Section> {
        let places = Places::of(self);
        let mut sections: Vec<Section> = Vec::new();
        let outlines = self.catalog().get::<Dict<'_>>("Outlines");
        let mut waiting: Vec<(usize, Dict<'_>)> =
            outlines.and_then(|root| root.get::<Dict<'_>>("First")).map(|first| (0, first)).into_iter().collect();
        let mut seen = HashSet::new();
        while let Some((level, item)) = waiting.pop() {
            if item.obj_id().is_some_and(|id| !seen.insert(id)) || sections.len() > MOST {
                continue;
            }
            waiting.extend(item.get::<Dict<'_>>("Next").map(|next| (level, next)));
            waiting.extend(item.get::<Dict<'_>>("First").map(|first| (level + 1, first)));
            let title = item.get::<PdfString<'_>>("Title").map(|title| text(&title)).unwrap_or_default();
            if let Some(Destination { page, .. }) = places.of_link(&item) {
                sections.push(Section { title, level, pages: page..page });
            }
        }
        // What comes next and is not below, looked for from behind: the nearest of those that none after them is above.
        let mut after: Vec<(usize, usize)> = Vec::new();
        for section in sections.iter_mut().rev() {
            let (level, start) = (section.level, section.pages.start);
            while after.pop_if(|(other, _)| *other > level).is_some() {}
            let end = after.last().map_or(self.page_count(), |(_, start)| *start);
            // Two bookmarks on one page share it.
            section.pages = start..end.max(start + 1);
            after.push((level, start));
        }
        sections
    }
}

/// The places that links and bookmarks lead to.
pub(super) struct Places<'a> {
    pages: HashMap<ObjectIdentifier, usize>,
    named: HashMap<Vec<u8>, Object<'a>>,
}

impl<'a> Places<'a> {
    pub(crate) fn of(original: &'a Original) -> Places<'a> {
        let pages = original.pdf.pages().iter().enumerate();
        let pages = pages.filter_map(|(index, page)| Some((id(page)?, index))).collect();
        let catalog = original.catalog();
        let mut named = HashMap::new();
        if let Some(dict) = catalog.get::<Dict<'_>>("Dests") {
            named.extend(dict.keys().filter_map(|key| Some((key.as_ref().to_vec(), dict.get(key.as_ref())?))));
        }
        if let Some(root) = catalog.get::<Dict<'_>>("Names").and_then(|names| names.get::<Dict<'_>>("Dests")) {
            for (key, value) in tree(root, "Names") {
                named.extend(key.into_string().map(|key| (key.as_bytes().to_vec(), value)));
            }
        }
        Places { pages, named }
    }

    /// Where a link or bookmark leads, if that is in this document.
    pub(crate) fn of_link(&self, link: &Dict<'_>) -> Option<Destination> {
        if let Some(destination) = link.get::<Object<'_>>("Dest") {
            return self.destination(&destination);
        }
        let action = link.get::<Dict<'_>>("A").filter(|action| name(action, "S") == b"GoTo")?;
        self.destination(&action.get::<Object<'_>>("D")?)
    }

    fn destination(&self, destination: &Object<'_>) -> Option<Destination> {
        match destination {
            Object::Array(array) => self.explicit(array),
            Object::Name(name) => self.explicit(&array(self.named.get(name.as_ref())?)?),
            Object::String(name) => self.explicit(&array(self.named.get(name.as_bytes())?)?),
            _ => None,
        }
    }

    /// `[page /XYZ left top zoom]`, `[page /FitH top]` and the like.
    fn explicit(&self, array: &Array<'_>) -> Option<Destination> {
        let mut entries = array.raw_iter();
        let page = match entries.next()? {
            MaybeRef::Ref(page) => *self.pages.get(&page.into())?,
            MaybeRef::NotRef(number) => usize::try_from(number.into_i32()?).ok()?,
        };
        let MaybeRef::NotRef(Object::Name(kind)) = entries.next()? else { return None };
        // A place left out is `null`: as it was on the page before.
        let numbers: Vec<f64> = entries.map(|entry| number(entry).unwrap_or_default()).collect();
        let at = match (kind.as_ref(), numbers.as_slice()) {
            (b"XYZ", [left, top, ..]) => Some((*left, *top)),
            (b"FitH" | b"FitBH", [top, ..]) => Some((0.0, *top)),
            (b"FitR", [left, _, _, top]) => Some((*left, *top)),
            _ => None,
        };
        Some(Destination { page, at })
    }
}

fn number(entry: MaybeRef<Object<'_>>) -> Option<f64> {
    match entry {
        MaybeRef::NotRef(object) => Some(object.into_number()?.as_f64()),
        MaybeRef::Ref(_) => None,
    }
}

/// A destination stands by itself, or in a dictionary as `D`.
fn array<'a>(object: &Object<'a>) -> Option<Array<'a>> {
    match object {
        Object::Array(array) => Some(array.clone()),
        Object::Dict(dict) => dict.get::<Array<'_>>("D"),
        _ => None,
    }
}

/// The entries of a name tree or number tree (ISO 32000-1, 7.9.6 and 7.9.7).
fn tree<'a>(root: Dict<'a>, leaves: &str) -> Vec<(Object<'a>, Object<'a>)> {
    let mut entries = Vec::new();
    let mut waiting = vec![root];
    let mut seen = HashSet::new();
    while let Some(node) = waiting.pop() {
        if node.obj_id().is_some_and(|id| !seen.insert(id)) || entries.len() > MOST || seen.len() > MOST {
            continue;
        }
        if let Some(kids) = node.get::<Array<'a>>("Kids") {
            waiting.extend(kids.iter::<Dict<'a>>().collect::<Vec<_>>().into_iter().rev());
        }
        if let Some(pairs) = node.get::<Array<'a>>(leaves) {
            let mut pairs = pairs.iter::<Object<'a>>();
            while let (Some(key), Some(value)) = (pairs.next(), pairs.next()) {
                entries.push((key, value));
            }
        }
    }
    entries
}

/// A text string: UTF-16 or UTF-8 with its mark, else single bytes (ISO 32000-2, 7.9.2.2).
fn text(string: &PdfString<'_>) -> String {
    match string.as_bytes() {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}

/// A number in a style of page labels (ISO 32000-1, table 159); without a style there is none.
fn numeral(number: u32, style: &[u8]) -> String {
    match style {
        b"D" => number.to_string(),
        b"R" => roman(number),
        b"r" => roman(number).to_lowercase(),
        b"A" => letters(number),
        b"a" => letters(number).to_lowercase(),
        _ => String::new(),
    }
}

fn roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 100_000 {
        return number.to_string();
    }
    let mut written = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            written += sign;
            number -= value;
        }
    }
    written
}

/// A to Z, then AA to ZZ, and so on.
fn letters(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'A' + (index % 26) as u8);
    std::iter::repeat_n(letter, (index / 26).min(100) as usize + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_those_of_the_standard() {
        for (number, style, written) in
            [(14, "D", "14"), (14, "R", "XIV"), (2026, "r", "mmxxvi"), (1, "A", "A"), (28, "a", "bb"), (3, "", "")]
        {
            assert_eq!(numeral(number, style.as_bytes()), written);
        }
    }
}
