//! 4,000 pages of text through genpdf, which lays them out itself. Writes to the file named.

use std::error::Error;

use bogoseo_peers::{LINES, PAGES, SIZE, font, line, target};
use genpdf::elements::{PageBreak, Paragraph};
use genpdf::fonts::{FontData, FontFamily};
use genpdf::{Document, SimplePageDecorator};

fn main() -> Result<(), Box<dyn Error>> {
    let face = FontData::new(font()?, None)?;
    let family = FontFamily { regular: face.clone(), bold: face.clone(), italic: face.clone(), bold_italic: face };
    let mut document = Document::new(family);
    document.set_font_size(SIZE as u8);
    let mut decorator = SimplePageDecorator::new();
    decorator.set_margins(20);
    document.set_page_decorator(decorator);
    for page in 0..PAGES {
        for number in 0..LINES {
            document.push(Paragraph::new(line(page, number)));
        }
        document.push(PageBreak::new());
    }
    document.render_to_file(target()?)?;
    Ok(())
}
