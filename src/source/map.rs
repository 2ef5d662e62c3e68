//! The files of a run: read when they are first named, and kept by id.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::folder::{Folder, LARGEST, Refusal};
use super::path::{Relative, relative};
use super::{FileId, Position, Source, Span};
use crate::diag::{Diagnostic, Diagnostics, FileProblem, Relation, nearest};

/// What a report's own file is called in its folder.
const REPORT: &str = "report.toml";

/// The files of a run.
#[derive(Debug)]
pub struct SourceMap {
    folder: Folder,
    /// The report's own file, relative to the folder.
    report: PathBuf,
    /// The template's folder, where one is given instead of the report's choice.
    template: Option<Folder>,
    files: Vec<Source>,
    /// The bytes of what was read, by path within the report's folder; `None` where nobody asked for them to be kept.
    kept: Option<Mutex<BTreeMap<PathBuf, Vec<u8>>>>,
}

impl Default for SourceMap {
    fn default() -> Self {
        SourceMap::new()
    }
}

/// A file name and the place that it is written at.
#[derive(Clone, Copy, Debug)]
pub struct NamedAt<'a> {
    /// The name, relative to the file that it is written in.
    pub name: &'a str,
    /// Where it is written.
    pub span: Span,
}

impl SourceMap {
    /// Without a report: for texts that are added one by one.
    pub fn new() -> SourceMap {
        SourceMap::in_memory(std::iter::empty::<(PathBuf, Vec<u8>)>())
    }

    /// For the report at this path: a folder with a `report.toml`, or such a file. Nothing is read yet.
    pub fn of_report(path: &Path) -> SourceMap {
        let named_as_file = path.extension().is_some_and(|extension| extension == "toml") && !path.is_dir();
        let (folder, report) = match path.file_name() {
            Some(file) if named_as_file || path.is_file() => (path.parent().unwrap_or(Path::new("")), file.into()),
            _ => (path, PathBuf::from(REPORT)),
        };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        SourceMap::new_in(Folder::Disk(folder.to_path_buf()), report)
    }

    /// For a file that stands alone, of which only [`SourceMap::read_own`] is asked.
    pub(super) fn of_file(path: &Path) -> SourceMap {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = path.file_name().map(PathBuf::from).unwrap_or_default();
        SourceMap::new_in(Folder::Disk(folder.to_path_buf()), name)
    }

    /// The bytes of the report's own file, at most `limit`.
    pub(super) fn read_own(&self, limit: u64, sink: &mut Diagnostics) -> Option<Vec<u8>> {
        let read = self.folder.read_up_to(&self.report, limit);
        let problem = |refusal| self.problem(refusal, &self.report, &self.shown(&self.report), limit);
        read.map_err(|refusal| sink.push(Diagnostic::without_place(problem(refusal)))).ok()
    }

    /// Files held in memory, `report.toml` among them.
    pub fn in_memory(files: impl IntoIterator<Item = (impl Into<PathBuf>, impl Into<Vec<u8>>)>) -> SourceMap {
        let files: BTreeMap<PathBuf, Vec<u8>> =
            files.into_iter().map(|(path, data)| (path.into(), data.into())).collect();
        SourceMap::new_in(Folder::Memory(files), REPORT.into())
    }

    fn new_in(folder: Folder, report: PathBuf) -> SourceMap {
        SourceMap { folder, report, template: None, files: Vec::new(), kept: None }
    }

    /// Keeping the bytes of every file that is read, as [`SourceMap::kept`] gives them.
    pub fn keeping(self) -> SourceMap {
        SourceMap { kept: Some(Mutex::default()), ..self }
    }

    /// The files that were read so far, byte for byte, by path within the report's folder: together a report that builds again. Its own
    /// file is called `report.toml`, and a template from elsewhere stands where the report finds it.
    pub fn kept(&self) -> BTreeMap<PathBuf, Vec<u8>> {
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
    pub fn keep(&self, path: &Path, data: &[u8]) {
        if let Some(kept) = &self.kept {
            let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
            kept.insert(path.to_path_buf(), data.to_vec());
        }
    }

    /// Reads a file of the report's folder.
    fn fetch(&self, path: &Path) -> Result<Vec<u8>, Refusal> {
        let data = self.folder.read(path)?;
        self.keep(path, &data);
        Ok(data)
    }

    /// With the template in this folder instead of the one that the report names.
    pub fn with_template(self, folder: Option<&Path>) -> SourceMap {
        SourceMap { template: folder.map(|folder| Folder::Disk(folder.to_path_buf())), ..self }
    }

    /// Reads the template in the given folder, else the one of this name beside the report; `None` where neither stands. An
    /// unreadable one is reported.
    pub fn read_template(&mut self, name: &str, sink: &mut Diagnostics) -> Option<Option<FileId>> {
        const FILE: &str = "template.toml";
        let beside = Path::new("templates").join(name).join(FILE);
        let (folder, path) = match &self.template {
            Some(folder) => (folder, Path::new(FILE)),
            None => (&self.folder, beside.as_path()),
        };
        let shown = folder.shown(path);
        match folder.read(path) {
            Ok(data) => {
                self.keep(&beside, &data);
                Some(self.add_text(path, shown, data, None, sink))
            }
            Err(Refusal::NotFound) if self.template.is_none() => None,
            Err(refusal) => {
                let shown = shown.to_string_lossy().into_owned();
                sink.push(Diagnostic::without_place(self.problem(refusal, path, &shown, LARGEST)));
                Some(None)
            }
        }
    }

    /// The font files in the `fonts` folders of the report and of the given template, by the names that messages use.
    pub fn read_fonts(&self) -> Vec<(String, Vec<u8>)> {
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
                Some((folder.shown(&path).to_string_lossy().into_owned(), folder.read(&path).ok()?))
            })
        });
        files.collect()
    }

    /// The report's folder; of a report in memory, none.
    pub fn root(&self) -> &Path {
        match &self.folder {
            Folder::Disk(root) => root,
            Folder::Memory(_) => Path::new(""),
        }
    }

    /// The name of the report's folder.
    pub fn report_name(&self) -> String {
        self.folder.name()
    }

    /// Reads the report's own file.
    pub fn read_report(&mut self, sink: &mut Diagnostics) -> Option<FileId> {
        let path = self.report.clone();
        match self.fetch(&path) {
            Ok(data) => self.add_text(&path, self.folder.shown(&path), data, None, sink),
            Err(refusal) => {
                sink.push(Diagnostic::without_place(self.problem(refusal, &path, &self.shown(&path), LARGEST)));
                None
            }
        }
    }

    /// Reads a text file that another file names.
    pub fn read_text(&mut self, at: NamedAt<'_>, sink: &mut Diagnostics) -> Option<FileId> {
        let (path, data) = self.read(at, sink)?;
        self.add_text(&path, self.folder.shown(&path), data, Some(at.span), sink)
    }

    /// Reads the bytes of a file that another file names; with the path that messages name it by.
    pub fn read_bytes(&self, at: NamedAt<'_>, sink: &mut Diagnostics) -> Option<(PathBuf, Vec<u8>)> {
        let (path, data) = self.read(at, sink)?;
        Some((self.folder.shown(&path), data))
    }

    /// Where a file lies that another file names, relative to the report's folder; one file has one such path.
    pub fn locate(&self, at: NamedAt<'_>, sink: &mut Diagnostics) -> Option<PathBuf> {
        let from = self.get(at.span.file).map_or(Path::new(""), Source::inside);
        let name = at.name.to_owned();
        let problem = match relative(from, at.name) {
            Relative::Inside(path) => return Some(path),
            Relative::Outside => FileProblem::OutsideReport { name },
            Relative::Backslash => FileProblem::Backslash { slashed: at.name.replace('\\', "/"), name },
        };
        sink.report(problem, at.span);
        None
    }

    /// Adds the text of a data file of the report, or of one of its sheets, whose name then stands after the file's.
    pub fn add_data(&mut self, path: &Path, sheet: Option<&str>, text: String) -> FileId {
        let mut shown = self.folder.shown(path);
        if let Some(sheet) = sheet {
            shown.as_mut_os_string().push(format!(" ({sheet})"));
        }
        self.add(Source::inside_report(shown, path, text))
    }

    /// Adds a text that was not read from the report's folder.
    pub fn add(&mut self, source: Source) -> FileId {
        // A run has far fewer files than an id can tell apart: each must be named in one that is at most 64 MiB.
        let id = FileId(self.files.len() as u32);
        self.files.push(source);
        id
    }

    /// A file, if it is one of this run.
    pub fn get(&self, file: FileId) -> Option<&Source> {
        self.files.get(file.0 as usize)
    }

    /// The definition files that were read, by the paths that [`SourceMap::kept`] has them under.
    pub fn definitions(&self) -> Vec<(FileId, PathBuf)> {
        let kept = self.kept();
        let own = if kept.contains_key(&self.report) { self.report.clone() } else { REPORT.into() };
        let path =
            |source: &Source| if source.inside() == self.report { own.clone() } else { source.inside().to_path_buf() };
        let all = self.files.iter().zip(0..).map(|(source, id)| (FileId(id), path(source)));
        let is_definition =
            |path: &Path| path.extension().is_some_and(|it| it == "toml") && !path.starts_with("templates");
        all.filter(|(_, path)| is_definition(path)).collect()
    }

    /// A file's text; empty for a file of another run.
    pub fn text(&self, file: FileId) -> &str {
        self.get(file).map_or("", |source| &source.text)
    }

    /// A file's path; empty for a file of another run.
    pub fn path(&self, file: FileId) -> &Path {
        self.get(file).map_or(Path::new(""), |source| &source.path)
    }

    /// What a definition calls a file: its path within the report's folder, without `.toml`.
    pub fn called(&self, file: FileId) -> Option<String> {
        let path = self.get(file)?.inside().with_extension("");
        Some(path.to_string_lossy().replace('\\', "/"))
    }

    /// Where a span begins and ends, as people count.
    pub fn positions(&self, span: Span) -> Option<(Position, Position)> {
        let source = self.get(span.file)?;
        Some((source.position(span.start as usize), source.position(span.end as usize)))
    }

    fn read(&self, at: NamedAt<'_>, sink: &mut Diagnostics) -> Option<(PathBuf, Vec<u8>)> {
        let path = self.locate(at, sink)?;
        match self.fetch(&path) {
            Ok(data) => Some((path, data)),
            Err(refusal) => {
                sink.report(self.problem(refusal, &path, at.name, LARGEST), at.span);
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
                let file = self.add(Source::inside_report(shown, path, text));
                let span = Span { file, start: byte as u32, end: byte as u32 + 1 };
                let diagnostic = Diagnostic::new(FileProblem::NotUtf8 { name, byte }, span);
                sink.push(named.into_iter().fold(diagnostic, |it, named| it.related(named, Relation::NamedHere)));
                return None;
            }
        };
        let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
        Some(self.add(Source::inside_report(shown, path, text)))
    }

    fn problem(&self, refusal: Refusal, path: &Path, name: &str, limit: u64) -> FileProblem {
        let name = name.to_owned();
        match refusal {
            Refusal::NotFound => FileProblem::NotFound { like: self.like(path, &name), name },
            Refusal::NotAFile => FileProblem::NotAFile { name },
            Refusal::TooLarge => FileProblem::TooLarge { name, limit },
            Refusal::Unreadable(reason) => FileProblem::Unreadable { name, reason },
        }
    }

    /// The name as written, with its last part as the file is called that was probably meant.
    fn like(&self, path: &Path, name: &str) -> Option<String> {
        let last = path.file_name()?.to_string_lossy().into_owned();
        let names = self.folder.names(path.parent()?);
        let like = nearest(&last, names.iter().map(String::as_str))?;
        Some(format!("{}{like}", name.strip_suffix(&last)?))
    }

    fn shown(&self, path: &Path) -> String {
        self.folder.shown(path).to_string_lossy().into_owned()
    }
}
