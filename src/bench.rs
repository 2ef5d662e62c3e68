//! What benches time and the front door doesn't offer: single stages of the line, each on what the stage before it gave.

#![allow(clippy::exhaustive_structs, reason = "nobody but the benches is promised anything")]

use std::error::Error;
use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::build::{Make, Run, Set};
use crate::check::check;
use crate::diag::Findings;
use crate::model::len::Len;
use crate::model::report::{Report, Text};
use crate::model::source::{FileId, Span};
use crate::print::impose::{Job, Layout, Original, impose};
use crate::read::files::{Files, Folder, Memory};
use crate::regenerate::diff::compare;
use crate::regenerate::rebuild::{Again, Rebuild};
use crate::set::font::{FaceStack, Fonts};
use crate::set::text::{Fill, Inline, Mode, Shaped, Shaper, TextFaces, lines};
use crate::set::theme::Theme;
use crate::set::typeset::{Blocks, typeset};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The files of a report, by path.
pub type Stored = Vec<(PathBuf, Vec<u8>)>;

/// A report that was read.
#[derive(Debug)]
pub struct Read(Report);

impl Read {
    /// Reads a report.
    pub fn new(folder: impl Folder + 'static) -> Result<Read> {
        let mut run = Run::new(Files::new(folder));
        run.read().map(Read).ok_or_else(|| run.end().text(Default::default()).into())
    }

    /// One whose parts are those of this one, so many times over.
    pub fn repeated(&self, times: usize) -> Read {
        let parts = std::iter::repeat_n(&self.0.parts, times).flatten().cloned().collect();
        Read(Report { parts, ..self.0.clone() })
    }

    /// Checks it; how much was found.
    pub fn check(&self) -> usize {
        check(&self.0).len()
    }
}

/// What the check of a report finds, without setting it in pages; what is wrong with its definition, where that can't be read.
pub fn checked(folder: impl Folder + 'static) -> Findings {
    let mut run = Run::new(Files::new(folder));
    if let Some(report) = run.read() {
        check(&report).into_iter().for_each(|found| run.sink.push(found));
    }
    run.end()
}

/// What the stages of a build took.
#[derive(Debug)]
pub struct Stages {
    /// Files to the report as meant; template and fonts; chapters and pages; the PDF.
    pub taken: [Duration; 4],
    /// How many pages there are.
    pub pages: usize,
    /// How many bytes the PDF has.
    pub bytes: usize,
}

/// Builds a report, stage by stage.
pub fn stages(folder: impl Folder + 'static) -> Result<Stages> {
    let begun = Instant::now();
    let mut run = Run::new(Files::new(folder));
    let report = run.read().ok_or("the report has errors: see `bogoseo check`")?;
    let read = begun.elapsed();
    let (fonts, theme) = run.theme(&report).ok_or("no template")?;
    let themed = begun.elapsed();
    let set = typeset(&report, &theme, &fonts, Blocks::Dropped);
    let laid_out = begun.elapsed();
    let made = run.write(set, &fonts, Make::default()).ok_or("the writer refuses")?;
    let taken = [read, themed - read, laid_out - themed, begun.elapsed() - laid_out];
    Ok(Stages { taken, pages: made.pages, bytes: made.pdf.len() })
}

/// A template and its fonts, opened, to set small reports with.
#[derive(Debug)]
pub struct Setter(Fonts, Theme);

impl Setter {
    /// Opens the template that a report names.
    pub fn new(folder: impl Folder + 'static) -> Result<Setter> {
        let mut run = Run::new(Files::new(folder));
        let report = run.read().ok_or("the report has errors")?;
        let (fonts, theme) = run.theme(&report).ok_or("the template has errors")?;
        Ok(Setter(fonts, theme))
    }

    /// Reads a report and sets it in pages; how many there are.
    pub fn set(&self, folder: impl Folder + 'static) -> Result<usize> {
        let report = Run::new(Files::new(folder)).read().ok_or("the report has errors")?;
        Ok(black_box(typeset(&report, &self.1, &self.0, Blocks::Dropped)).document.pages.len())
    }
}

/// Paragraphs of body text.
#[derive(Debug)]
pub struct Paragraphs {
    fonts: Fonts,
    style: TextFaces,
    texts: Vec<Text>,
}

/// A line of body text: 160 mm of 15 pt, in millionths of an em.
const MEASURE: i64 = 30_236_000;

impl Paragraphs {
    /// These paragraphs in a bundled face.
    pub fn new(texts: impl IntoIterator<Item = String>) -> Result<Paragraphs> {
        let mut fonts = Fonts::new(&[]).0;
        let face =
            fonts.find("Noto Serif KR", 400, &[]).and_then(|face| FaceStack::new(vec![face])).ok_or("no font")?;
        let style = TextFaces { regular: face.clone(), bold: face, inline: Inline::NONE, together: Arc::default() };
        let nowhere = Span { file: FileId(0), start: 0, end: 0 };
        let texts = texts.into_iter().map(|text| Text::plain(text, nowhere)).collect();
        Ok(Paragraphs { fonts, style, texts })
    }

    /// Shapes them on one thread.
    pub fn shape(&self) -> ShapedParagraphs {
        let mut shaper = Shaper::new(&self.fonts);
        ShapedParagraphs(self.texts.iter().map(|text| shaper.shape(text, &self.style).0).collect())
    }
}

/// Paragraphs that were shaped.
#[derive(Debug)]
pub struct ShapedParagraphs(Vec<Arc<Shaped>>);

impl ShapedParagraphs {
    /// Breaks them on one thread; how many lines there are.
    pub fn break_lines(&self) -> usize {
        let fill = Fill {
            mode: Mode::Justified,
            blank_stretch: 160_000,
            blank_limit: 160_000 * 4,
            blank_shrink: 70_000,
            letter_stretch: 30_000,
            letter_shrink: 30_000,
            letter_shrink_limit: 60_000,
            runt: 2,
            evenness: 1_000_000,
            ..Fill::NATURAL
        };
        self.0.iter().map(|shaped| black_box(lines(shaped, MEASURE, &fill)).len()).sum()
    }
}

/// The files that a report reads, so that the disk is not measured.
pub fn stored(folder: impl Folder + 'static) -> Result<Stored> {
    let mut run = Run::new(Files::new(folder).keeping());
    let report = run.read().ok_or("the report has errors: see `bogoseo check`")?;
    run.set(&report).ok_or("the report has errors: see `bogoseo check`")?;
    Ok(run.files.kept().into_iter().collect())
}

/// A report that is built again and again.
#[derive(Debug, Default)]
pub struct Rebuilder(Rebuild);

impl Rebuilder {
    /// Builds it with what the last build left.
    pub fn build(&mut self, files: &Stored) -> Result<()> {
        let mut run = Run::new(Files::new(Memory::new(files.iter().cloned())));
        let report = run.read().ok_or("the report has errors")?;
        let Again::Set(set, fonts) = self.0.set(report, &mut run.files, &mut run.sink) else {
            return Err("nothing was set".into());
        };
        black_box(run.write(*set, fonts, Make::default()).ok_or("the writer refuses")?);
        Ok(())
    }

    /// Forgets what the writer remembers of streams and fonts.
    pub fn forget_streams() {
        comemo::evict(0);
    }
}

/// Reads, sets and compares two reports; how many changes there are.
pub fn compared(old: &Stored, new: &Stored) -> Result<usize> {
    let set = |files: &Stored| Set::of(Run::new(Files::new(Memory::new(files.iter().cloned())))).ok();
    let (old, new) = rayon::join(|| set(old), || set(new));
    let (old, new) = (old.ok_or("the report has errors")?, new.ok_or("the report has errors")?);
    Ok(black_box(compare(old.side(), new.side())).changes.len())
}

/// A PDF on sheets, and how it came about.
#[derive(Debug)]
pub struct OnSheets {
    /// How long it took to open the PDF.
    pub opened: Duration,
    /// How many pages it has.
    pub pages: usize,
    /// How many sheets they stand on.
    pub sheets: usize,
    /// How many bytes the sheets have.
    pub bytes: usize,
}

/// Puts a PDF on sheets, as a booklet or four pages a side.
pub fn on_sheets(pdf: Vec<u8>, booklet: bool) -> Result<OnSheets> {
    let begun = Instant::now();
    let original = Original::open(pdf, "pages.pdf").map_err(|problem| format!("{problem:?}"))?;
    let opened = begun.elapsed();
    let pages: Vec<usize> = (0..original.page_count()).collect();
    let job = Job {
        layout: if booklet { Layout::Booklet } else { Layout::FourUp },
        paper: None,
        binding: Len::ZERO,
        creep: Len::from_mm(0.1),
        signature: None,
        chapters_right: 0,
        cover: false,
        marks: false,
    };
    let imposed = impose(&original, &pages, &job, "pages.pdf").map_err(|problem| format!("{problem:?}"))?;
    Ok(OnSheets { opened, pages: imposed.pages, sheets: imposed.sheets, bytes: imposed.bytes.len() })
}
