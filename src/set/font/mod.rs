//! The fonts of a run: found by family and weight, opened once, shared by all threads.

mod bundled;
mod face;

pub(crate) use face::{Face, FaceData, FeatureTag, Metrics};

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics, LayoutProblem};
use crate::read::files::Files;

/// A face of the run's [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct FaceId(u16);

impl FaceId {
    /// Its place among the run's faces.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A font file of the user's own: beside the report, or given by option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FontFile {
    /// Its name, for messages.
    pub name: String,
    /// Its bytes.
    pub data: Arc<Vec<u8>>,
}

/// The faces that a run uses, each opened when a style first asks for it.
#[derive(Debug)]
pub(crate) struct Fonts {
    faces: Vec<Face>,
    known: Vec<Known>,
}

/// A face that could be opened.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    /// Its family, as templates name it.
    pub family: String,
    /// Its weight, 100 to 900; of a variable one, the one that it has by itself.
    pub weight: u16,
    /// The weights that a variable face can be opened at.
    pub weights: Option<RangeInclusive<u16>>,
    /// What else its family is called: in other languages, such as `나눔명조`.
    pub families: Vec<String>,
    /// What it alone is called: `NanumMyeongjo ExtraBold`.
    pub own_names: Vec<String>,
    /// The file it stands in.
    pub file: String,
    /// Where its bytes are.
    pub data: FaceData,
    /// Its index in a collection.
    pub index: u32,
    /// Whether the program brings it along.
    pub bundled: bool,
}

impl Known {
    /// The weight that it has which is nearest to this one.
    fn nearest_to(&self, weight: u16) -> u16 {
        self.weights.as_ref().map_or(self.weight, |range| weight.clamp(*range.start(), *range.end()))
    }
}

/// Whether two names of fonts are one: programs differ in their blanks, hyphens and capitals.
fn is_same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> Vec<char> {
        let letters = name.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '-' | '_'));
        letters.flat_map(char::to_lowercase).collect()
    };
    one == other || letters(one) == letters(other)
}

impl Fonts {
    /// The bundled faces and those in the report's and its template's `fonts` folders. Files that hold no readable font are warned of.
    pub(crate) fn load(files: &Files, sink: &mut Diagnostics) -> Fonts {
        let (fonts, unreadable) = Fonts::new(&Fonts::read(files));
        Fonts::warn(unreadable, sink);
        fonts
    }

    /// The font files in the report's and its template's `fonts` folders.
    pub(crate) fn read(files: &Files) -> Vec<FontFile> {
        let files = files.read_fonts().into_iter();
        files.map(|(name, data)| FontFile { name, data: Arc::new(data) }).collect()
    }

    /// Warns of files that hold no readable font.
    pub(crate) fn warn(unreadable: Vec<String>, sink: &mut Diagnostics) {
        for name in unreadable {
            sink.push(Diagnostic::without_place(LayoutProblem::FontUnreadable { name }));
        }
    }

    /// The bundled faces and the user's own; a user's family goes before a bundled one of the same name.
    /// Files that hold no readable font are returned by name.
    pub(crate) fn new(own: &[FontFile]) -> (Fonts, Vec<String>) {
        let mut known = Vec::new();
        let mut unreadable = Vec::new();
        for file in own {
            let faces = face::inspect(file);
            if faces.is_empty() {
                unreadable.push(file.name.clone());
            }
            known.extend(faces);
        }
        known.extend(bundled::known());
        (Fonts { faces: Vec::new(), known }, unreadable)
    }

    /// Every face that a template can name.
    pub(crate) fn known(&self) -> &[Known] {
        &self.known
    }

    /// The face of a family nearest to a weight, shaped with these features; `None` if there is no such family or its file is broken.
    pub(crate) fn find(&mut self, family: &str, weight: u16, features: &[FeatureTag]) -> Option<FaceId> {
        let distance = |known: &&Known| {
            let own = known.nearest_to(weight);
            (own.abs_diff(weight), !known.bundled && own != weight)
        };
        let nearest = self.called(family).into_iter().min_by_key(distance)?;
        let (family, weight) = (nearest.family.clone(), nearest.nearest_to(weight));
        let is_open = |face: &Face| {
            face.family == family && face.weight == weight && face.file == nearest.file && face.has_features(features)
        };
        if let Some(open) = self.faces.iter().position(is_open) {
            return Some(FaceId(open as u16));
        }
        let face = Face::open(nearest, weight, features)?;
        self.faces.push(face);
        Some(FaceId((self.faces.len() - 1) as u16))
    }

    /// How far a character advances in a family of the report's or template's own, in millionths of an em; nothing where they have no such family.
    pub(crate) fn advance_of(&self, family: &str, character: char) -> Option<i64> {
        let known = self.called(family).into_iter().find(|known| !known.bundled)?;
        Face::open(known, known.weight, &[])?.character_advance(character)
    }

    /// The faces of a family of this name in any language; else the ones that alone are called so.
    fn called(&self, name: &str) -> Vec<&Known> {
        let of_family = |known: &&Known| {
            is_same_name(&known.family, name) || known.families.iter().any(|family| is_same_name(family, name))
        };
        let found: Vec<&Known> = self.known.iter().filter(of_family).collect();
        if !found.is_empty() {
            return found;
        }
        // The names that bundled files have beside their English one are asked for only here.
        let mut found = Vec::new();
        for known in &self.known {
            let names = known.bundled.then(|| face::names(known.data.bytes(), known.index)).flatten();
            let of = |names: &[String]| names.iter().any(|own| is_same_name(own, name));
            if of(&known.own_names) || names.is_some_and(|names| of(&names.families) || of(&names.own)) {
                found.push(known);
            }
        }
        found
    }

    /// Whether a name is that of a family, of which a weight can be asked, and not that of one face.
    pub(crate) fn is_family(&self, name: &str) -> bool {
        let weights: BTreeSet<u16> = self.called(name).iter().map(|known| known.weight).collect();
        let is_variable = self.called(name).iter().any(|known| known.weights.is_some());
        let is_family = |known: &&Known| {
            is_same_name(&known.family, name) || known.families.iter().any(|it| is_same_name(it, name))
        };
        weights.len() > 1 || is_variable || self.known.iter().any(|known| is_family(&known))
    }

    /// A face by its id.
    pub(crate) fn face(&self, id: FaceId) -> &Face {
        &self.faces[id.index()]
    }

    /// The faces opened so far, in the order of their ids.
    pub(crate) fn faces(&self) -> &[Face] {
        &self.faces
    }
}

/// Faces in the order they are asked for a character; the first one sets the line's metrics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FaceStack(Vec<FaceId>);

impl FaceStack {
    /// A stack of at least one face.
    pub(crate) fn new(faces: Vec<FaceId>) -> Option<FaceStack> {
        (!faces.is_empty()).then_some(FaceStack(faces))
    }

    /// The face that sets the line's metrics.
    pub(crate) fn primary(&self) -> FaceId {
        self.0[0]
    }

    /// All of them, in the order they are asked.
    pub(crate) fn faces(&self) -> &[FaceId] {
        &self.0
    }

    /// The first face that has a character.
    pub(crate) fn face_for(&self, character: char, fonts: &Fonts) -> Option<FaceId> {
        self.0.iter().copied().find(|&id| fonts.face(id).has(character))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bundled_families_have_the_characters_of_council_reports() {
        let (mut fonts, unreadable) = Fonts::new(&[]);
        assert!(unreadable.is_empty());
        for (family, weight) in [("Noto Serif KR", 400), ("Noto Serif KR", 700), ("Pretendard GOV", 600)] {
            let id = fonts.find(family, weight, &[]).expect("bundled");
            for character in "가힣뷁舊字■□○·※「」【】→㎡△ⅠⅡ①㉮‘’“”~".chars() {
                assert!(fonts.face(id).has(character), "{family} {weight} lacks {character}");
            }
        }
    }

    #[test]
    fn the_nearest_weight_of_a_family_is_taken_and_opened_once() {
        let (mut fonts, _) = Fonts::new(&[]);
        let heavy = fonts.find("Pretendard GOV", 900, &[]).expect("bundled");
        assert_eq!(fonts.face(heavy).weight, 800);
        assert_eq!(fonts.find("pretendard gov", 800, &[]), Some(heavy));
        assert_eq!(fonts.find("No Such Family", 400, &[]), None);
    }
}
