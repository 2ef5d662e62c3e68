//! 4,000 pages of text through printpdf. Writes to the file named.

use std::error::Error;
use std::fs::File;
use std::io::BufWriter;

use bogoseo_peers::{LEADING, LINES, PAGE, PAGES, SIZE, START, font, line, target};
use printpdf::{Op, ParsedFont, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Pt, TextItem};

fn main() -> Result<(), Box<dyn Error>> {
    let mut document = PdfDocument::new("pages");
    let font = ParsedFont::from_bytes(&font()?, 0, &mut Vec::new()).ok_or("printpdf refuses the font")?;
    let font = PdfFontHandle::External(document.add_font(&font));
    let size = (Pt(PAGE.0), Pt(PAGE.1));
    let pages = (0..PAGES).map(|page| {
        let mut ops = vec![
            Op::StartTextSection,
            Op::SetFont { font: font.clone(), size: Pt(SIZE) },
            Op::SetLineHeight { lh: Pt(LEADING) },
            Op::SetTextCursor { pos: Point { x: Pt(START.0), y: Pt(PAGE.1 - START.1) } },
        ];
        for number in 0..LINES {
            ops.push(Op::ShowText { items: vec![TextItem::Text(line(page, number))] });
            ops.push(Op::AddLineBreak);
        }
        ops.push(Op::EndTextSection);
        PdfPage::new(size.0.into(), size.1.into(), ops)
    });
    let pages = pages.collect();
    document.with_pages(pages);
    let mut file = BufWriter::new(File::create(target()?)?);
    document.save_writer(&mut file, &PdfSaveOptions::default(), &mut Vec::new());
    Ok(())
}
