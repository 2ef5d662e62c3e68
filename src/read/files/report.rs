//! The files of a report: read when they are first named, and kept by id.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::folder::{Disk, Folder, LARGEST, Memory, Refusal, on_disk};
use super::form;
use super::path::{Relative, relative};
use super::problem;
use crate::diag::{Diagnostic, Diagnostics, FileProblem, Relation};
use crate::model::source::{FileId, Source, SourceMap, Span};
use crate::read::composed::{Composed, compose};

/// What a report's own file is called in its folder.
const REPORT: &str = "report.toml";

/// A report as its path names it: a folder with a `report.toml`, or such a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReportPath {
    /// The report's folder.
    pub folder: PathBuf,
    /// Its own file within it.
    pub file: PathBuf,
}

impl ReportPath {
    /// The report at this path; nothing is read.
    pub(crate) fn of(path: &Path) -> ReportPath {
        let path = on_disk(path);
        let path = path.as_path();
        let named_as_file = path.extension().is_some_and(|extension| extension == "toml") && !path.is_dir();
        let (folder, file) = match path.file_name() {
            Some(file) if named_as_file || path.is_file() => (path.parent().unwrap_or(Path::new("")), file.into()),
            _ => (path, PathBuf::from(REPORT)),
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        ReportPath { folder: folder.to_path_buf(), file }
    }
}

/// The files of a report.
#[derive(Debug)]
pub(crate) struct Files {
    /// The texts that were read.
    pub sources: SourceMap,
    folder: Box<dyn Folder>,
    /// The report's own file, relative to the folder.
    report: PathBuf,
    /// The template's folder, where one is given instead of the report's choice.
    template: Option<Box<dyn Folder>>,
    /// The bytes of what was read, by path within the report's folder; `None` where nobody asked for them to be kept.
    kept: Option<Mutex<BTreeMap<PathBuf, Vec<u8>>>>,
}

/// A file name and the place that it is written at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NamedAt<'a> {
    /// The name, relative to the file that it is written in.
    pub name: &'a str,
    /// Where it is written.
    pub span: Span,
}

impl Files {
    /// For the report at this path. Nothing is read yet.
    pub(crate) fn of_report(path: &Path) -> Files {
        let ReportPath { folder, file } = ReportPath::of(path);
        Files::named(Disk::new(folder), file)
    }

    /// For the report in a folder whose own file is `report.toml`.
    pub(crate) fn new(folder: impl Folder + 'static) -> Files {
        Files::named(folder, REPORT.into())
    }

    /// Files held in memory, `report.toml` among them.
    pub(crate) fn in_memory(files: impl IntoIterator<Item = (impl Into<PathBuf>, impl Into<Vec<u8>>)>) -> Files {
        Files::new(Memory::new(files))
    }

    fn named(folder: impl Folder + 'static, report: PathBuf) -> Files {
        Files { sources: SourceMap::default(), folder: Box::new(folder), report, template: None, kept: None }
    }

    /// Keeping the bytes of every file that is read, as [`Files::kept`] gives them.
    pub(crate) fn keeping(self) -> Files {
        Files { kept: Some(Mutex::default()), ..self }
    }

    /// The files that were read so far, byte for byte, by path within the report's folder: together a report that builds again. Its own
    /// file is called `report.toml`, and a template from elsewhere stands where the report finds it.
    pub(crate) fn kept(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let kept = self.kept.as_ref().map(|kept| kept.lock().unwrap_or_else(PoisonError::into_inner).clone());
        let mut kept = kept.unwrap_or_default();
        if let Some(data) = kept.remove(&self.report) {
            // Unless a part is called so: then the report keeps its own name, by which it was built.
            let own = if kept.contains_key(Path::new(REPORT)) { self.report.clone() } else { REPORT.into() };
            kept.insert(own, data);
        }
        kept
    }

    /// Keeps a file of the report that is read elsewhere, if files are kept at all.
    pub(crate) fn keep(&self, path: &Path, data: &[u8]) {
        if let Some(kept) = &self.kept {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.insert(path.to_path_buf(), data.to_vec());
        }
    }

    /// Reads a file of the report's folder.
    fn fetch(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let data = match self.folder.read(path, LARGEST) {
            Err(Refusal::NotFound) => match form::otherwise(self.folder.as_ref(), path) {
                Some(written) => self.folder.read(&written, LARGEST)?,
                None => return Err(Refusal::NotFound),
            },
            read => read?,
        };
        self.keep(path, &data);
        Ok(data)
    }

    /// With the template in this folder instead of the one that the report names.
    pub(crate) fn with_template(self, folder: Option<Box<dyn Folder>>) -> Files {
        Files { template: folder, ..self }
    }

    /// Reads the template in the given folder, else the one of this name beside the report; `None` where neither stands. An
    /// unreadable one is reported.
    pub(crate) fn read_template(&mut self, name: &str, sink: &mut Diagnostics) -> Option<Option<FileId>> {
        const FILE: &str = "template.toml";
        let beside = Path::new("templates").join(name).join(FILE);
        let (folder, path) = match &self.template {
            Some(folder) => (folder.as_ref(), Path::new(FILE)),
            None => (self.folder.as_ref(), beside.as_path()),
        };
        let shown = folder.shown(path);
        let written = || form::otherwise(folder, path);
        let read = match folder.read(path, LARGEST) {
            Err(Refusal::NotFound) => {
                written().map_or(Err(Refusal::NotFound), |written| folder.read(&written, LARGEST))
            }
            read => read,
        };
        match read {
            Ok(data) => {
                self.keep(&beside, &data);
                Some(self.add_text(path, shown, data, None, sink))
            }
            Err(Refusal::NotFound) if self.template.is_none() => None,
            Err(refusal) => {
                let shown = shown.to_string_lossy().into_owned();
                sink.push(Diagnostic::without_place(self.problem(refusal, path, &shown)));
                Some(None)
            }
        }
    }

    /// Reads the template of a name beside the report, for one that builds on it.
    pub(crate) fn read_base(&mut self, name: &str, sink: &mut Diagnostics) -> Option<Option<FileId>> {
        let given = self.template.take();
        let read = self.read_template(name, sink);
        self.template = given;
        read
    }

    /// The font files in the `fonts` folders of the report and of the given template, by the names that messages use.
    pub(crate) fn read_fonts(&self) -> Vec<(String, Vec<u8>)> {
        let is_font = |name: &String| {
            let extension = Path::new(name).extension().map(|extension| extension.to_ascii_lowercase());
            extension.is_some_and(|extension| ["ttf", "otf", "ttc"].iter().any(|known| extension == *known))
        };
        let fonts = Path::new("fonts");
        let folders = self.template.iter().chain([&self.folder]);
        let files = folders.flat_map(|folder| {
            let names = folder.names(fonts).into_iter().filter(is_font);
            names.filter_map(move |name| {
                let path = fonts.join(name);
                Some((folder.shown(&path).to_string_lossy().into_owned(), folder.read(&path, LARGEST).ok()?))
            })
        });
        files.collect()
    }

    /// The name of the report's folder.
    pub(crate) fn report_name(&self) -> String {
        self.folder.name()
    }

    /// Reads the report's own file.
    pub(crate) fn read_report(&mut self, sink: &mut Diagnostics) -> Option<FileId> {
        let path = self.report.clone();
        match self.fetch(&path) {
            Ok(data) => self.add_text(&path, self.folder.shown(&path), data, None, sink),
            Err(refusal) => {
                sink.push(Diagnostic::without_place(self.problem(refusal, &path, &self.shown(&path))));
                None
            }
        }
    }

    /// Reads a text file that another file names.
    pub(crate) fn read_text(&mut self, at: NamedAt<'_>, sink: &mut Diagnostics) -> Option<FileId> {
        let (path, data) = self.read(at, sink)?;
        self.add_text(&path, self.folder.shown(&path), data, Some(at.span), sink)
    }

    /// Reads the bytes of a file that another file names; with the path that messages name it by.
    pub(crate) fn read_bytes(&self, at: NamedAt<'_>, sink: &mut Diagnostics) -> Option<(PathBuf, Vec<u8>)> {
        let (path, data) = self.read(at, sink)?;
        Some((self.folder.shown(&path), data))
    }

    /// Adds the text of a data file of the report, or of one of its sheets, whose name then stands after the file's.
    pub(crate) fn add_data(&mut self, path: &Path, sheet: Option<&str>, text: Composed) -> FileId {
        let mut shown = self.folder.shown(path);
        if let Some(sheet) = sheet {
            shown.as_mut_os_string().push(format!(" ({sheet})"));
        }
        self.sources.add(Source::inside_report(shown, path, text.text, text.written))
    }

    /// The report's own file, where it was read.
    pub(crate) fn report_file(&self) -> Option<FileId> {
        self.file_at(&self.report)
    }

    /// The text at a path within the report's folder, where it was read.
    pub(crate) fn file_at(&self, path: &Path) -> Option<FileId> {
        self.sources.iter().find(|(_, source)| source.inside() == path).map(|(file, _)| file)
    }

    /// The path that [`Files::kept`] has a text under.
    pub(crate) fn kept_as(&self, file: FileId) -> PathBuf {
        let path = self.sources.get(file).map_or(Path::new(""), Source::inside);
        let renamed = path == self.report && !self.kept().contains_key(path);
        if renamed { REPORT.into() } else { path.to_path_buf() }
    }

    fn read(&self, at: NamedAt<'_>, sink: &mut Diagnostics) -> Option<(PathBuf, Vec<u8>)> {
        let path = locate(at, &self.sources, sink)?;
        match self.fetch(&path) {
            Ok(data) => Some((path, data)),
            Err(refusal) => {
                sink.report(self.problem(refusal, &path, at.name), at.span);
                None
            }
        }
    }

    fn add_text(
        &mut self,
        path: &Path,
        shown: PathBuf,
        data: Vec<u8>,
        named: Option<Span>,
        sink: &mut Diagnostics,
    ) -> Option<FileId> {
        let text = match String::from_utf8(data) {
            Ok(text) => text,
            Err(error) => {
                let byte = error.utf8_error().valid_up_to();
                let name = shown.to_string_lossy().into_owned();
                // Kept with what can be read of it, so that the message can show the place.
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let file = self.sources.add(Source::inside_report(shown, path, text, None));
                let span = Span { file, start: byte as u32, end: byte as u32 + 1 };
                let diagnostic = Diagnostic::new(FileProblem::NotUtf8 { name, byte }, span);
                sink.push(named.into_iter().fold(diagnostic, |it, named| it.related(named, Relation::NamedHere)));
                return None;
            }
        };
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        let Composed { text, written } = compose(text);
        Some(self.sources.add(Source::inside_report(shown, path, text, written)))
    }

    fn problem(&self, refusal: Refusal, path: &Path, name: &str) -> FileProblem {
        problem(refusal, self.folder.as_ref(), path, name, LARGEST)
    }

    fn shown(&self, path: &Path) -> String {
        self.folder.shown(path).to_string_lossy().into_owned()
    }
}

/// Where a file lies that another file names, relative to the report's folder; one file has one such path.
pub(crate) fn locate(at: NamedAt<'_>, sources: &SourceMap, sink: &mut Diagnostics) -> Option<PathBuf> {
    let from = sources.get(at.span.file).map_or(Path::new(""), Source::inside);
    let name = at.name.to_owned();
    let problem = match relative(from, at.name) {
        Relative::Inside(path) => return Some(path),
        Relative::Outside => FileProblem::OutsideReport { name },
        Relative::Backslash => FileProblem::Backslash { slashed: at.name.replace('\\', "/"), name },
    };
    sink.report(problem, at.span);
    None
}
