//! Pictures in the file: made ready for print side by side before the first page is drawn, each once.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use krilla::Data;
use krilla::geom::Size;
use krilla::image::{BitsPerComponent, CustomImage, Image, ImageColorspace};
use krilla::surface::Surface;
use rayon::prelude::*;

use crate::model::len::Len;
use crate::model::picture::{Content, Part};
use crate::model::report::Picture;
use crate::set::document::{Page, Press};
use crate::set::layout::LeafKind;
use crate::write::picture::{Pixels, Print, Wanted};

use super::{Standard, svg};

/// The pictures of a document, by their file and the part of it that is shown.
pub(super) struct Images {
    ready: BTreeMap<(PathBuf, Part), Image>,
}

/// A picture to be made ready, and the largest it stands anywhere.
struct Placed {
    picture: Arc<Picture>,
    part: Part,
    extent: (Len, Len),
}

/// Pictures of more pixels than this are made ready one after the other, so that memory doesn't grow with the cores.
const MANY_PIXELS: u64 = 16_000_000;

impl Images {
    /// Makes the pictures of these pages ready.
    pub(crate) fn prepare(pages: &[Page], press: Press, standard: Standard) -> Images {
        let mut placed: BTreeMap<(PathBuf, Part), Placed> = BTreeMap::new();
        for leaf in pages.iter().flat_map(|page| &page.leaves) {
            let LeafKind::Picture { picture, part, width, height, .. } = &leaf.kind else { continue };
            let known = placed.entry((picture.path.clone(), *part)).or_insert_with(|| Placed {
                picture: picture.clone(),
                part: *part,
                extent: (Len::ZERO, Len::ZERO),
            });
            known.extent = (known.extent.0.max(*width), known.extent.1.max(*height));
        }
        let (large, small): (Vec<_>, Vec<_>) = placed.into_iter().partition(|(_, placed)| placed.is_large());
        let ready = |(key, placed): (_, Placed)| Some((key, placed.image(press, standard)?));
        let mut all: BTreeMap<_, _> = small.into_par_iter().filter_map(ready).collect();
        all.extend(large.into_iter().filter_map(ready));
        Images { ready: all }
    }

    /// Draws a picture from the origin on.
    pub(crate) fn draw(&self, picture: &Picture, part: Part, width: Len, height: Len, surface: &mut Surface) {
        let Some(size) = Size::from_wh(width.to_pt(), height.to_pt()) else { return };
        match &picture.content {
            Content::Drawing(drawing) => svg::draw(drawing, part, size, surface),
            Content::Raster(_) => {
                let Some(image) = self.ready.get(&(picture.path.clone(), part)) else { return };
                surface.draw_image(image.clone(), size);
            }
        }
    }
}

impl Placed {
    fn is_large(&self) -> bool {
        u64::from(self.picture.size.0) * u64::from(self.picture.size.1) > MANY_PIXELS
    }

    /// The image; none of a drawing, which needs none.
    fn image(&self, press: Press, standard: Standard) -> Option<Image> {
        let Content::Raster(raster) = &self.picture.content else { return None };
        let pixels = |extent: Len, has: u32| match press.resolution {
            0 => has,
            resolution => dots(extent, resolution),
        };
        let wanted = Wanted {
            part: self.part,
            pixels: (pixels(self.extent.0, self.part.width), pixels(self.extent.1, self.part.height)),
            spare: press.spare,
            quality: press.quality,
            opaque: standard.is_pdf_14(),
        };
        // It was decoded before, when it was looked at.
        match raster.print(self.picture.size, &wanted).ok()? {
            Print::Jpeg(data) => Image::from_jpeg(Data::from(data), false).ok(),
            Print::Pixels(pixels, profile) => Image::from_custom(Embedded::new(&pixels, profile), false).ok(),
        }
    }
}

/// The dots that a press sets on a length, rounded up.
fn dots(length: Len, resolution: u32) -> u32 {
    const MILLI_INCH: i64 = 72_000;
    let dots = (length.at_least_zero().as_milli() * i64::from(resolution) + MILLI_INCH - 1) / MILLI_INCH;
    u32::try_from(dots).unwrap_or(u32::MAX).max(1)
}

/// Pixels as the writer takes them.
#[derive(Clone, Hash)]
struct Embedded(Arc<Channels>);

#[derive(Hash)]
struct Channels {
    size: (u32, u32),
    is_grey: bool,
    colours: Vec<u8>,
    opacity: Option<Vec<u8>>,
    profile: Option<Vec<u8>>,
}

impl Embedded {
    fn new(pixels: &Pixels, profile: Option<Vec<u8>>) -> Embedded {
        let (colours, opacity) = pixels.split();
        let is_grey = pixels.channels <= 2;
        Embedded(Arc::new(Channels { size: pixels.size, is_grey, colours, opacity, profile }))
    }
}

impl CustomImage for Embedded {
    fn color_channel(&self) -> &[u8] {
        &self.0.colours
    }

    fn alpha_channel(&self) -> Option<&[u8]> {
        self.0.opacity.as_deref()
    }

    fn bits_per_component(&self) -> BitsPerComponent {
        BitsPerComponent::Eight
    }

    fn size(&self) -> (u32, u32) {
        self.0.size
    }

    fn icc_profile(&self) -> Option<&[u8]> {
        self.0.profile.as_deref()
    }

    fn color_space(&self) -> ImageColorspace {
        if self.0.is_grey { ImageColorspace::Luma } else { ImageColorspace::Rgb }
    }
}
