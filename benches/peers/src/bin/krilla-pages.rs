//! 4,000 pages of text through krilla, each line shaped by harfrust as bogoseo does. Writes to the file named.

use std::error::Error;

use bogoseo_peers::{LEADING, LINES, PAGE, PAGES, SIZE, START, font, line, target};
use harfrust::{FontRef, ShapeOptions, ShaperData, UnicodeBuffer};
use krilla::Document;
use krilla::geom::Point;
use krilla::page::PageSettings;
use krilla::text::{Font, GlyphId, KrillaGlyph};

fn main() -> Result<(), Box<dyn Error>> {
    let data = font()?;
    let face = FontRef::new(&data)?;
    let shaper_data = ShaperData::new(&face);
    let shaper = shaper_data.shaper(&face).build();
    let em = shaper.units_per_em() as f32;
    let font = Font::new(data.clone().into(), 0).ok_or("krilla refuses the font")?;
    let mut document = Document::new();
    let mut buffer = UnicodeBuffer::new();
    for page in 0..PAGES {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("no page size")?;
        let mut target = document.start_page_with(settings);
        let mut surface = target.surface();
        for number in 0..LINES {
            let text = line(page, number);
            buffer.push_str(&text);
            buffer.guess_segment_properties();
            let shaped = shaper.shape(buffer, ShapeOptions::new());
            let starts = shaped.glyph_infos().iter().map(|info| info.cluster as usize);
            let ends = starts.clone().skip(1).chain([text.len()]);
            let glyphs: Vec<KrillaGlyph> = shaped
                .glyph_infos()
                .iter()
                .zip(shaped.glyph_positions())
                .zip(starts.zip(ends))
                .map(|((info, position), (start, end))| {
                    let advance = position.x_advance as f32 / em;
                    KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, 0.0, 0.0, 0.0, start..end, None)
                })
                .collect();
            let start = Point::from_xy(START.0, START.1 + LEADING * number as f32);
            surface.draw_glyphs(start, &glyphs, font.clone(), &text, SIZE, false);
            buffer = shaped.clear();
        }
        surface.finish();
    }
    std::fs::write(target()?, document.finish().map_err(|error| format!("{error:?}"))?)?;
    Ok(())
}
