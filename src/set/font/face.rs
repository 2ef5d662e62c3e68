//! One face: its bytes, its metrics, and the shaper made for it.

use std::sync::Arc;

use harfrust::{Direction, Feature, ShapePlan, Shaper, ShaperData, ShaperInstance, Tag, script};
use skrifa::instance::Size;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider};

use super::{FontFile, Known};

/// A font file's bytes.
#[derive(Clone)]
pub(crate) enum FaceData {
    /// Compiled into the program.
    Static(&'static [u8]),
    /// Read from a file.
    Shared(Arc<Vec<u8>>),
}

impl FaceData {
    /// The bytes.
    pub(crate) fn bytes(&self) -> &[u8] {
        match self {
            FaceData::Static(bytes) => bytes,
            FaceData::Shared(bytes) => bytes,
        }
    }
}

impl std::fmt::Debug for FaceData {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.bytes().len())
    }
}

/// Vertical metrics of a face, in millionths of an em.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Metrics {
    /// Above the baseline.
    pub ascent: i64,
    /// Below the baseline, as a positive number.
    pub descent: i64,
    /// How high capitals stand, by which faces of one line are matched; 0 where the face doesn't say.
    pub capitals: i64,
}

/// An OpenType feature by its tag: `halt`, `tnum`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FeatureTag(pub [u8; 4]);

/// An opened face.
pub(crate) struct Face {
    /// Its family.
    pub family: String,
    /// Its weight.
    pub weight: u16,
    /// The file it stands in.
    pub file: String,
    /// Its bytes.
    pub data: FaceData,
    /// Its index in a collection.
    pub index: u32,
    /// Units of its em square.
    pub units_per_em: i64,
    /// Its vertical metrics.
    pub metrics: Metrics,
    /// Whether it is a variable face, opened at its weight.
    pub variable: bool,
    shaper_data: ShaperData,
    instance: Option<ShaperInstance>,
    features: Vec<Feature>,
    plan: ShapePlan,
}

/// The axis of weight, in variable fonts.
const WEIGHT: &str = "wght";

impl Face {
    /// Opens a face with OpenType features switched on beside the usual ones, a variable one at this weight; `None` if its tables are broken.
    pub(super) fn open(known: &Known, weight: u16, features: &[FeatureTag]) -> Option<Face> {
        let font = FontRef::from_index(known.data.bytes(), known.index).ok()?;
        let variable = known.weights.is_some();
        let at: &[(&str, f32)] = if variable { &[(WEIGHT, f32::from(weight))] } else { &[] };
        let location = font.axes().location(at);
        let instance = variable.then(|| ShaperInstance::from_variations(&font, at.iter().copied()));
        let metrics = font.metrics(Size::unscaled(), &location);
        let units_per_em = i64::from(metrics.units_per_em);
        if units_per_em == 0 {
            return None;
        }
        let (ascent, descent) = typographic_extent(&font).unwrap_or((metrics.ascent, metrics.descent));
        let millionths = |units: f32| (f64::from(units) * 1e6 / units_per_em as f64).round() as i64;
        let shaper_data = ShaperData::new(&font);
        let features: Vec<Feature> = features.iter().map(|tag| Feature::new(Tag::new(&tag.0), 1, ..)).collect();
        let plan = {
            let shaper = shaper_data.shaper(&font).instance(instance.as_ref()).build();
            let korean = "ko".parse().ok();
            ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::HANGUL), korean.as_ref(), &features)
        };
        Some(Face {
            family: known.family.clone(),
            weight,
            file: known.file.clone(),
            data: known.data.clone(),
            index: known.index,
            variable,
            instance,
            units_per_em,
            metrics: Metrics {
                ascent: millionths(ascent),
                descent: millionths(-descent),
                capitals: millionths(metrics.cap_height.unwrap_or_default()),
            },
            shaper_data,
            features,
            plan,
        })
    }

    /// Whether it has a glyph for a character.
    pub(crate) fn has(&self, character: char) -> bool {
        self.font().is_some_and(|font| font.charmap().map(character).is_some())
    }

    /// A glyph that shows nothing and isn't the blank between words, by its id; `None` where it has none.
    pub(crate) fn filler(&self) -> Option<u32> {
        const BLANKS: [char; 4] = ['\u{200b}', '\u{2002}', '\u{2003}', '\u{3000}'];
        let font = self.font()?;
        let glyph = |blank: char| font.charmap().map(blank).filter(|glyph| glyph.to_u32() != 0);
        let blank = glyph(' ');
        BLANKS.into_iter().filter_map(glyph).find(|found| Some(*found) != blank).map(|found| found.to_u32())
    }

    /// How far a glyph advances by itself, in ems.
    pub(crate) fn advance(&self, glyph: u32) -> Option<f32> {
        let font = self.font()?;
        let at: &[(&str, f32)] = if self.variable { &[(WEIGHT, f32::from(self.weight))] } else { &[] };
        let location = font.axes().location(at);
        let units = font.glyph_metrics(Size::unscaled(), &location).advance_width(skrifa::GlyphId::new(glyph))?;
        Some(units / self.units_per_em as f32)
    }

    /// A shaper over its bytes; made once for many texts.
    pub(crate) fn shaper(&self) -> Option<Shaper<'_>> {
        Some(self.shaper_data.shaper(&self.font()?).instance(self.instance.as_ref()).build())
    }

    /// The plan that every text is shaped by: Korean, left to right. Hangul's features apply to syllables and
    /// jamo only, so that Latin and digits in Korean text need no plan of their own.
    pub(crate) fn plan(&self) -> &ShapePlan {
        &self.plan
    }

    /// The features its plan was made with, which shaping asks for again.
    pub(crate) fn features(&self) -> &[Feature] {
        &self.features
    }

    /// Whether it was opened with these features.
    pub(super) fn has_features(&self, features: &[FeatureTag]) -> bool {
        self.features.iter().map(|feature| feature.tag.to_be_bytes()).eq(features.iter().map(|tag| tag.0))
    }

    /// What word processors call it: a family of at most four styles, and whether it is the bold one of them.
    pub(crate) fn menu_name(&self) -> (String, bool) {
        let strings = |id| {
            let font = self.font()?;
            font.localized_strings(id).english_or_first().map(|name| name.to_string())
        };
        let family = strings(StringId::FAMILY_NAME).unwrap_or_else(|| self.family.clone());
        let is_bold = strings(StringId::SUBFAMILY_NAME).is_some_and(|style| style.starts_with("Bold"));
        (family, is_bold)
    }

    /// How far a character advances by itself, without features, as programs set it that know none: in millionths of an em. Nothing for what it has no glyph for.
    pub(crate) fn character_advance(&self, character: char) -> Option<i64> {
        let glyph = self.font()?.charmap().map(character)?;
        Some((f64::from(self.advance(glyph.to_u32())?) * 1e6).round() as i64)
    }

    /// The parsed font.
    pub(crate) fn font(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(self.data.bytes(), self.index).ok()
    }
}

impl std::fmt::Debug for Face {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.family, self.weight)
    }
}

/// The typographic ascender and descender of OS/2, which enclose the Hangul body; hhea's include room for accents.
fn typographic_extent(font: &FontRef<'_>) -> Option<(f32, f32)> {
    use skrifa::raw::TableProvider;
    let os2 = font.os2().ok()?;
    Some((f32::from(os2.s_typo_ascender()), f32::from(os2.s_typo_descender())))
}

/// The faces in a font file or collection; none if it is broken.
pub(super) fn inspect(file: &FontFile) -> Vec<Known> {
    let count = match skrifa::raw::FileRef::new(&file.data) {
        Ok(skrifa::raw::FileRef::Collection(collection)) => collection.len(),
        Ok(skrifa::raw::FileRef::Font(_)) => 1,
        Err(_) => 0,
    };
    (0..count).filter_map(|index| inspect_face(file, index)).collect()
}

fn inspect_face(file: &FontFile, index: u32) -> Option<Known> {
    let font = FontRef::from_index(&file.data, index).ok()?;
    let family = [StringId::TYPOGRAPHIC_FAMILY_NAME, StringId::FAMILY_NAME]
        .into_iter()
        .find_map(|id| font.localized_strings(id).english_or_first())?
        .to_string();
    let Names { families, own } = names(&file.data, index)?;
    let axis = font.axes().get_by_tag(skrifa::Tag::new(b"wght"));
    let whole = |weight: f32| weight.round().clamp(1.0, 1000.0) as u16;
    Some(Known {
        family,
        weight: axis.as_ref().map_or(font.attributes().weight.value(), |axis| axis.default_value()).round() as u16,
        weights: axis.map(|axis| whole(axis.min_value())..=whole(axis.max_value())),
        families,
        own_names: own,
        file: file.name.clone(),
        data: FaceData::Shared(file.data.clone()),
        index,
        bundled: false,
    })
}

/// What a file calls its face, in every language.
pub(super) struct Names {
    /// Its family.
    pub families: Vec<String>,
    /// It alone.
    pub own: Vec<String>,
}

/// What a face is called; `None` if its file is broken.
pub(super) fn names(data: &[u8], index: u32) -> Option<Names> {
    let font = FontRef::from_index(data, index).ok()?;
    let all = |id| font.localized_strings(id).map(|name| name.to_string()).collect::<Vec<String>>();
    let typographic = all(StringId::TYPOGRAPHIC_FAMILY_NAME);
    let (old, mut own) = (all(StringId::FAMILY_NAME), all(StringId::FULL_NAME));
    own.extend(all(StringId::POSTSCRIPT_NAME));
    // Where weights of one family are told apart by a name of their own, the old family is one of few faces.
    let families = if typographic.is_empty() {
        old
    } else {
        own.extend(old);
        typographic
    };
    Some(Names { families, own })
}
