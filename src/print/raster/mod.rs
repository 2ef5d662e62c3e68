//! Pages as PWG raster (PWG 5102.4): pictures with a header before each, which every IPP Everywhere printer takes.
//!
//! 1. [`Kind`]: what a printer takes. `ipp` asks it.
//! 2. Pages are drawn one after another ([`preview::sheets`]), so that no more than one is held as pixels.
//! 3. `header`: what is said before each. `pack`: its rows.

mod header;
pub(crate) mod pack;

use crate::print::preview::{self, Canvas, Paper};

/// How pages become pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kind {
    /// What the printer calls the paper: `iso_a4_210x297mm`.
    pub media: String,
    /// The paper's width and height, in hundredths of a millimetre.
    pub size: (i32, i32),
    /// Dots an inch, across the way of the paper and along it.
    pub resolution: (u16, u16),
    /// What a pixel says.
    pub colours: Colours,
    /// How the backs of sheets are printed; `None`: there is nothing on them.
    pub backs: Option<Backs>,
}

/// What a pixel says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colours {
    /// Red, green and blue of sRGB, a byte each.
    Srgb,
    /// How light it is, in a byte.
    Grey,
}

impl Colours {
    /// Bytes of a pixel.
    fn bytes(self) -> usize {
        match self {
            Colours::Srgb => 3,
            Colours::Grey => 1,
        }
    }
}

/// How backs are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Backs {
    /// Whether sheets are turned over at their short edge, rather than at the long one.
    pub tumble: bool,
    /// How the printer wants them.
    pub wanted: SheetBack,
}

/// How a printer wants the pictures of backs (PWG 5102.4, `pwg-raster-document-sheet-back`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SheetBack {
    /// As those of fronts.
    Normal,
    /// Upside down as in a mirror; of sheets that tumble, as in a mirror.
    Flipped,
    /// Turned by half, but not of sheets that tumble.
    Rotated,
    /// Turned by half of sheets that tumble.
    ManualTumble,
}

impl Backs {
    /// Whether left and right, and whether top and bottom are exchanged.
    fn exchanged(self) -> (bool, bool) {
        match (self.wanted, self.tumble) {
            (SheetBack::Normal, _) | (SheetBack::Rotated, true) | (SheetBack::ManualTumble, false) => (false, false),
            (SheetBack::Flipped, tumble) => (tumble, !tumble),
            (SheetBack::Rotated, false) | (SheetBack::ManualTumble, true) => (true, true),
        }
    }
}

/// Why pages did not become pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NotDrawn {
    /// The PDF can't be read.
    Unreadable,
    /// More pixels than can be drawn.
    TooLarge,
    /// These pages, from 0, lack fonts or pictures.
    Lacking(Vec<usize>),
}

/// The pages of a PDF.
pub(crate) fn write(pdf: Vec<u8>, kind: &Kind) -> Result<Vec<u8>, NotDrawn> {
    let paper = kind.paper().ok_or(NotDrawn::TooLarge)?;
    let mut out = header::SYNC.to_vec();
    let mut pages = Vec::new();
    let drawn = preview::sheets(pdf, paper, |place, sheet| {
        let (across, down) =
            if place % 2 == 1 { kind.backs.map_or((false, false), Backs::exchanged) } else { (false, false) };
        let sheet = if across { sheet.mirrored() } else { sheet };
        let sheet = if down { sheet.upended() } else { sheet };
        pages.push(out.len());
        header::write(kind, paper, (across, down), &mut out);
        pack::page(rows(sheet, kind.colours), kind.colours.bytes(), &mut out);
    });
    let lacking = drawn.ok_or(NotDrawn::Unreadable)?;
    // How many there are is known now.
    pages.iter().for_each(|&at| header::count(pages.len(), at, &mut out));
    if lacking.is_empty() { Ok(out) } else { Err(NotDrawn::Lacking(lacking)) }
}

/// The rows of a sheet, as bytes.
fn rows(sheet: Canvas<'_>, colours: Colours) -> impl Iterator<Item = Vec<u8>> {
    (0..sheet.height()).map(move |row| match colours {
        Colours::Srgb => sheet.row(row).flatten().collect(),
        Colours::Grey => sheet.row(row).map(light).collect(),
    })
}

/// How light a colour is (ITU-R BT.601), in 256ths that make up a whole.
fn light([red, green, blue]: [u8; 3]) -> u8 {
    let sum = u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29 + 128;
    (sum >> 8) as u8
}

impl Kind {
    /// The paper in pixels; `None` where that is more than can be drawn.
    fn paper(&self) -> Option<Paper> {
        /// More than the largest paper has at 600 dots an inch, and 1.6 GB while it is drawn.
        const MOST: u32 = 400_000_000;
        let pixels = |hundredths: i32, resolution: u16| {
            let pixels = (f64::from(hundredths) * f64::from(resolution) / 2540.0).round() as i64;
            u16::try_from(pixels).ok().filter(|&pixels| pixels > 0)
        };
        let (width, height) = (pixels(self.size.0, self.resolution.0)?, pixels(self.size.1, self.resolution.1)?);
        let within = u32::from(width) * u32::from(height) <= MOST;
        within.then_some(Paper { width, height, resolution: self.resolution })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backs_are_as_the_standard_has_them() {
        use SheetBack::{Flipped, ManualTumble, Normal, Rotated};
        // PWG 5102.4, table 9: long edge, then short edge.
        for (wanted, long, short) in [
            (Normal, (false, false), (false, false)),
            (Flipped, (false, true), (true, false)),
            (Rotated, (true, true), (false, false)),
            (ManualTumble, (false, false), (true, true)),
        ] {
            assert_eq!(Backs { tumble: false, wanted }.exchanged(), long, "{wanted:?}");
            assert_eq!(Backs { tumble: true, wanted }.exchanged(), short, "{wanted:?}");
        }
    }

    #[test]
    fn white_and_black_stay_so_in_grey() {
        assert_eq!((light([255; 3]), light([0; 3]), light([128; 3])), (255, 0, 128));
    }
}
