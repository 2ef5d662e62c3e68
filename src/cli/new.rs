//! `bogoseo new`: a report begun, from nothing or from last year's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::offset;

use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::NewArgs;
use crate::build::Run;
use crate::diag::{Diagnostics, Findings, Lang, Problem, RenewProblem};
use crate::model::report::TO_FILL;
use crate::regenerate::renew::{self, CarryOver};
use crate::set::font::Fonts;
use crate::set::theme::Theme;
use crate::write::attachments;
use crate::write::output::{Refused, unpack, unwritten};

/// What a new report begins with.
struct Begun {
    /// Its files, by path.
    files: Vec<(String, Vec<u8>)>,
    /// Those of them that still hold last year's figures.
    kept: BTreeSet<PathBuf>,
    /// How many places remain to be filled in.
    marks: usize,
}

/// Writes the files of the new report, all or none.
pub(super) fn run(args: &NewArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut sink = Diagnostics::new();
    let (begun, mut findings) = match &args.from {
        Some(from) => match attachments::open(from, &mut sink) {
            Some(files) => {
                let mut run = Run { files: files.keeping(), sink };
                let begun = carried_over(args, &mut run);
                (begun, run.end())
            }
            None => (None, Findings { found: sink.finish(), ..Findings::default() }),
        },
        None => {
            let begun = from_nothing(args, &mut sink);
            (begun, Findings { found: sink.finish(), ..Findings::default() })
        }
    };
    let mut sink = Diagnostics::new();
    let written = begun.and_then(|begun| sink.ok_each(written(&args.name, &begun.files)).map(|()| begun));
    findings.found.list.extend(sink.finish().list);
    environment.tell(findings, true);
    let Some(begun) = written else { return Ok(Answer::Findings) };
    tell(&summary(&args.name, begun.files.len(), begun.marks, environment.lang));
    if !begun.kept.is_empty() {
        tell(&still_old(&begun.kept, environment.lang));
    }
    Ok(Answer::Clean)
}

/// The files that a template begins with.
fn from_nothing(args: &NewArgs, sink: &mut Diagnostics) -> Option<Begun> {
    let files = renew::start(&args.template, args.year.unwrap_or_else(this_year), sink)?;
    let left = |(_, data): &(String, Vec<u8>)| String::from_utf8_lossy(data).matches(TO_FILL).count();
    let marks = files.iter().map(left).sum();
    Some(Begun { files, kept: BTreeSet::new(), marks })
}

/// The files of a report, its definitions carried over to a year, else to the next.
fn carried_over(args: &NewArgs, run: &mut Run) -> Option<Begun> {
    let report = run.read()?;
    let (_, theme) = run.theme(&report)?;
    let Some(from) = renew::year(&report) else {
        run.sink.report(RenewProblem::YearUnknown {}, report.cover.title.origin.span);
        return None;
    };
    let carry = CarryOver { from, to: args.year.unwrap_or(from + 1), words: &theme.def.carry_over };
    let mut kept = run.files.kept();
    // What the program brings along need not be in every report.
    kept.retain(|path, data| !Theme::is_bundled(path, data));
    for font in Fonts::read(&run.files) {
        let name = Path::new(&font.name).file_name().map(PathBuf::from).unwrap_or_default();
        kept.insert(Path::new("fonts").join(name), font.data.to_vec());
    }
    let renewed = renew::renew(&run.files, kept, carry);
    Some(Begun { files: listed(renewed.files), kept: renewed.kept, marks: renewed.marks })
}

/// Files with the paths that they are written at.
fn listed(files: BTreeMap<PathBuf, Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    files.into_iter().map(|(path, data)| (slashed(&path), data)).collect()
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn written(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Vec<Problem>> {
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file() {
        return Err(vec![RenewProblem::Exists { path: folder.to_string_lossy().into_owned() }.into()]);
    }
    let all = files.iter().map(|(path, data)| (path.as_str(), &data[..]));
    unpack(folder, all, false).map(|_| ()).map_err(|refused| refused.into_iter().map(problem).collect())
}

fn problem(refused: Refused) -> Problem {
    match refused {
        Refused::Exists(path) | Refused::Outside(path) => {
            RenewProblem::Exists { path: path.to_string_lossy().into_owned() }.into()
        }
        Refused::System(path, error) => unwritten(&path, &error).into(),
    }
}

fn summary(folder: &Path, files: usize, marked: usize, lang: Lang) -> String {
    let shown = folder.display();
    // Commands stand alone on their lines, to be pasted as they are.
    let commands = format!("  bogoseo check {0}\n  bogoseo build {0}\n", pasteable(folder));
    match lang {
        Lang::Ko => format!(
            "{shown}: 파일 {files}개, 채울 곳 {marked}곳({TO_FILL})\n다음 명령으로 살펴보고 만듭니다.\n{commands}"
        ),
        Lang::En => {
            format!(
                "{shown}: {files} files, {marked} places to fill in ({TO_FILL})\nThese look at it and make it:\n{commands}"
            )
        }
    }
}

/// A path as a shell takes it for one word.
fn pasteable(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/._-:~\\".contains(c);
    if path.chars().all(plain) && !path.starts_with(['-', '~']) {
        return path;
    }
    if cfg!(windows) { format!("\"{path}\"") } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// Says which data files are as they were.
fn still_old(files: &BTreeSet<PathBuf>, lang: Lang) -> String {
    let files: Vec<String> = files.iter().map(|path| slashed(path)).collect();
    let files = files.join(", ");
    lang.choose(
        format!(
            "작년 자료 그대로인 파일이 있습니다: {files}. 올해 자료로 바꾸고 표의 기준일(`as-of`)을 적어 주세요.\n"
        ),
        format!(
            "these files still hold last year's figures: {files}; replace them, and give their tables a day (`as-of`)\n"
        ),
    )
}

/// The year by the system's clock, in Korea's time: nine hours ahead.
fn this_year() -> u16 {
    let year = offset(9).to_datetime(Timestamp::now()).year();
    year.clamp(1990, 2099).unsigned_abs()
}
