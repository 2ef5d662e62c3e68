//! What a printer is sent: the PDF, or where it takes none pictures of the pages, which every IPP Everywhere printer takes (PWG 5100.14).

use super::printer::Capabilities;
use super::ticket::offers;
use super::value::Value;
use crate::diag::PrintProblem;
use crate::print::raster::{Backs, Colours, Kind, SheetBack};

/// What a printer is sent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Format {
    /// The PDF as it is.
    Pdf,
    /// Pictures of its pages.
    Pictures(Kind),
}

const PDF: &str = "application/pdf";
const RASTER: &str = "image/pwg-raster";

impl Format {
    /// What the protocol calls it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Format::Pdf => PDF,
            Format::Pictures(_) => RASTER,
        }
    }
}

/// The first that it takes. `paper`: what it calls the paper, and its size in hundredths of a millimetre; `sides`: what was settled.
pub(super) fn choose(
    printer: &Capabilities,
    (media, size): (&str, (i32, i32)),
    sides: Option<&str>,
    monochrome: bool,
) -> Result<Format, PrintProblem> {
    const FORMATS: &str = "document-format-supported";
    const TYPES: &str = "pwg-raster-document-type-supported";
    const RESOLUTIONS: &str = "pwg-raster-document-resolution-supported";
    if printer.has(FORMATS, PDF) {
        return Ok(Format::Pdf);
    }
    if !printer.has(FORMATS, RASTER) {
        return Err(PrintProblem::NoFormat { printer: printer.name(), offers: offers(printer, FORMATS) });
    }
    let resolution = resolution(printer.get(RESOLUTIONS));
    // What is not said to be taken is not tried: other pixels than a printer takes are pages full of noise.
    let Some((colours, resolution)) = colours(&printer.words(TYPES), monochrome).zip(resolution) else {
        return Err(PrintProblem::NoPictures { printer: printer.name(), offers: offers(printer, TYPES) });
    };
    let backs = sides.filter(|&sides| sides != "one-sided").map(|sides| Backs {
        tumble: sides == "two-sided-short-edge",
        wanted: wanted(printer.words("pwg-raster-document-sheet-back").first().copied()),
    });
    Ok(Format::Pictures(Kind { media: media.to_owned(), size, resolution, colours, backs }))
}

fn colours(types: &[&str], monochrome: bool) -> Option<Colours> {
    let can = |name: &str| types.contains(&name);
    match (can("srgb_8"), can("sgray_8")) {
        (true, false) => Some(Colours::Srgb),
        (true, true) if !monochrome => Some(Colours::Srgb),
        (_, true) => Some(Colours::Grey),
        (false, false) => None,
    }
}

/// Dots an inch from which on letters of a report are as sharp as they are read.
const SHARP: u16 = 300;

/// The coarsest that is sharp, else the finest. Of one that is finer one way than the other the coarser counts.
fn resolution(values: &[Value]) -> Option<(u16, u16)> {
    let known = values.iter().filter_map(|value| match value {
        Value::Resolution(across, along) => Some((u16::try_from(*across).ok()?, u16::try_from(*along).ok()?)),
        _ => None,
    });
    let known: Vec<(u16, u16)> = known.filter(|&(across, along)| across > 0 && along > 0).collect();
    let coarser = |(across, along): (u16, u16)| across.min(along);
    let sharp = known.iter().copied().filter(|&it| coarser(it) >= SHARP);
    // Of the same sharpness the one with the fewest dots.
    let sharp = sharp.min_by_key(|&(across, along)| (across.min(along), across.max(along)));
    sharp.or_else(|| known.iter().copied().max_by_key(|&it| coarser(it)))
}

/// What isn't said is as fronts are.
fn wanted(word: Option<&str>) -> SheetBack {
    match word {
        Some("flipped") => SheetBack::Flipped,
        Some("rotated") => SheetBack::Rotated,
        Some("manual-tumble") => SheetBack::ManualTumble,
        _ => SheetBack::Normal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolutions_are_sharp_and_no_finer_than_need_be() {
        let chosen = |known: &[(i32, i32)]| {
            resolution(&known.iter().map(|&(across, along)| Value::Resolution(across, along)).collect::<Vec<_>>())
        };
        assert_eq!(chosen(&[(150, 150), (1200, 1200), (600, 600), (360, 360)]), Some((360, 360)));
        assert_eq!(chosen(&[(600, 300), (300, 300)]), Some((300, 300)));
        assert_eq!(chosen(&[(600, 200), (203, 203)]), Some((203, 203)));
        assert_eq!(chosen(&[(0, 300), (-1, 5)]), None);
        assert_eq!(resolution(&[]), None);
    }

    #[test]
    fn colours_stay_where_they_can_unless_grey_is_asked_for() {
        for (types, monochrome, chosen) in [
            (&["black_1", "sgray_8", "srgb_8"][..], false, Some(Colours::Srgb)),
            (&["srgb_8", "sgray_8"], true, Some(Colours::Grey)),
            (&["sgray_8"], false, Some(Colours::Grey)),
            (&["srgb_8"], true, Some(Colours::Srgb)),
            (&["black_1", "cmyk_8"], false, None),
        ] {
            assert_eq!(colours(types, monochrome), chosen, "{types:?}");
        }
    }
}
