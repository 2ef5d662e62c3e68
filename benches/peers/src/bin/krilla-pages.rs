//! 4,000 pages of text through krilla, characters to glyphs one to one, as the other writers do. Writes to the file named.

use std::error::Error;

use bogoseo_peers::{LEADING, LINES, PAGE, PAGES, SIZE, START, font, line, target};
use krilla::Document;
use krilla::geom::Point;
use krilla::page::PageSettings;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

fn main() -> Result<(), Box<dyn Error>> {
    let data = font()?;
    let face = FontRef::new(&data)?;
    let (charmap, metrics) = (face.charmap(), face.glyph_metrics(Size::new(1.0), LocationRef::default()));
    let font = Font::new(data.clone().into(), 0).ok_or("krilla refuses the font")?;
    let mut document = Document::new();
    for page in 0..PAGES {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("no page size")?;
        let mut target = document.start_page_with(settings);
        let mut surface = target.surface();
        for number in 0..LINES {
            let text = line(page, number);
            let glyphs: Vec<KrillaGlyph> = text
                .char_indices()
                .map(|(at, character)| {
                    let glyph = charmap.map(character).unwrap_or_default();
                    let advance = metrics.advance_width(glyph).unwrap_or_default();
                    let range = at..at + character.len_utf8();
                    KrillaGlyph::new(GlyphId::new(glyph.to_u32()), advance, 0.0, 0.0, 0.0, range, None)
                })
                .collect();
            let start = Point::from_xy(START.0, START.1 + LEADING * number as f32);
            surface.draw_glyphs(start, &glyphs, font.clone(), &text, SIZE, false);
        }
        surface.finish();
    }
    std::fs::write(target()?, document.finish().map_err(|error| format!("{error:?}"))?)?;
    Ok(())
}
