//! The fonts of a run: found by family and weight, opened once, shared by all threads.

mod bundled;
mod face;

pub(crate) use face::{Face, FaceData, FeatureTag, Metrics};

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
    /// Its weight, 100 to 900.
    pub weight: u16,
    /// The file it stands in.
    pub file: String,
    /// Where its bytes are.
    pub data: FaceData,
    /// Its index in a collection.
    pub index: u32,
    /// Whether the program brings it along.
    pub bundled: bool,
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
        let nearest = self
            .known
            .iter()
            .filter(|known| known.family.eq_ignore_ascii_case(family))
            .min_by_key(|known| (known.weight.abs_diff(weight), !known.bundled && known.weight != weight))?;
        let (family, weight) = (nearest.family.clone(), nearest.weight);
        let is_open = |face: &Face| face.family == family && face.weight == weight && face.has_features(features);
        if let Some(open) = self.faces.iter().position(is_open) {
            return Some(FaceId(open as u16));
        }
        let face = Face::open(nearest, features)?;
        self.faces.push(face);
        Some(FaceId((self.faces.len() - 1) as u16))
    }

    /// How far a character advances in a family of the report's or template's own, in millionths of an em; nothing where they have no such family.
    pub(crate) fn advance_of(&self, family: &str, character: char) -> Option<i64> {
        let known = self.known.iter().find(|known| !known.bundled && known.family.eq_ignore_ascii_case(family))?;
        Face::open(known, &[])?.advance(character)
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
