//! `bogoseo new`: a report begun, from nothing or from last year's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::NewArgs;
use crate::diag::{Diagnostic, Diagnostics, Findings, Lang, LayoutProblem, Problem, RenewProblem, Severity, to_text};
use crate::model::report::TO_FILL;
use crate::model::source::SourceMap;
use crate::read::files::Files;
use crate::regenerate::renew::{self, CarryOver, Renewed};
use crate::set::font::Fonts;
use crate::set::theme::Theme;
use crate::write::attachments;
use crate::write::output::{Refused, unpack};

/// Writes the files of the new report, all or none.
pub(super) fn run(args: &NewArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut sink = Diagnostics::new();
    let mut sources = SourceMap::default();
    let (mut kept, mut marks) = (BTreeSet::new(), 0);
    let files = match &args.from {
        Some(from) => match attachments::open(from, &mut sink) {
            Some(opened) => {
                let mut read = opened.keeping();
                let renewed = carried_over(args.year, &mut read, &mut sink);
                sources = read.sources;
                renewed.map(|renewed| {
                    (kept, marks) = (renewed.kept, renewed.marks);
                    listed(renewed.files)
                })
            }
            None => None,
        },
        None => {
            let files = renew::start(&args.template, args.year.unwrap_or_else(this_year), &mut sink);
            let left = |(_, data): &(String, Vec<u8>)| String::from_utf8_lossy(data).matches(TO_FILL).count();
            marks = files.iter().flatten().map(left).sum();
            files
        }
    };
    let written = files.and_then(|files| written(&args.name, &files, &mut sink).then_some(files.len()));
    let Findings { mut list, more } = sink.finish();
    list.retain(|found| found.severity == Severity::Error);
    tell(&to_text(&Findings { list, more }, &sources, environment.style()));
    match written {
        Some(files) => {
            tell(&summary(&args.name, files, marks, environment.lang));
            if !kept.is_empty() {
                tell(&still_old(&kept, environment.lang));
            }
            Ok(Answer::Clean)
        }
        None => Ok(Answer::Findings),
    }
}

/// The files of a report, its definitions carried over to a year, else to the next.
fn carried_over(to: Option<u16>, files: &mut Files, sink: &mut Diagnostics) -> Option<Renewed> {
    let report = crate::read(files, sink)?;
    let mut fonts = Fonts::load(files, sink);
    let theme = Theme::load(&report.template, &mut fonts, files, sink)?;
    let Some(from) = renew::year(&report) else {
        sink.report(RenewProblem::YearUnknown {}, report.cover.title.origin.span);
        return None;
    };
    let carry = CarryOver { from, to: to.unwrap_or(from + 1), words: &theme.def.carry_over };
    let mut kept = files.kept();
    // What the program brings along need not be in every report.
    kept.retain(|path, data| !Theme::is_bundled(path, data));
    for font in Fonts::read(files) {
        let name = Path::new(&font.name).file_name().map(PathBuf::from).unwrap_or_default();
        kept.insert(Path::new("fonts").join(name), font.data.to_vec());
    }
    Some(renew::renew(files, kept, carry))
}

/// Files with the paths that they are written at.
fn listed(files: BTreeMap<PathBuf, Vec<u8>>) -> Vec<(String, Vec<u8>)> {
    files.into_iter().map(|(path, data)| (slashed(&path), data)).collect()
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn written(folder: &Path, files: &[(String, Vec<u8>)], sink: &mut Diagnostics) -> bool {
    if folder.read_dir().is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file() {
        let path = folder.to_string_lossy().into_owned();
        sink.push(Diagnostic::without_place(RenewProblem::Exists { path }));
        return false;
    }
    let all = files.iter().map(|(path, data)| (path.as_str(), &data[..]));
    let written = unpack(folder, all, false);
    let refused = written.as_ref().err().into_iter().flatten();
    refused.for_each(|why| sink.push(Diagnostic::without_place(problem(why))));
    written.is_ok()
}

fn problem(refused: &Refused) -> Problem {
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    match refused {
        Refused::Exists(path) | Refused::Outside(path) => RenewProblem::Exists { path: shown(path) }.into(),
        Refused::System(path, error) => LayoutProblem::Output { path: shown(path), reason: error.to_string() }.into(),
    }
}

fn summary(folder: &Path, files: usize, marked: usize, lang: Lang) -> String {
    let folder = folder.display();
    match lang {
        Lang::Ko => {
            format!("{folder}: 파일 {files}개, 채울 곳 {marked}곳({TO_FILL}). `bogoseo build {folder}`로 만듭니다.\n")
        }
        Lang::En => {
            format!(
                "{folder}: {files} files, {marked} places to fill in ({TO_FILL}); `bogoseo build {folder}` makes it\n"
            )
        }
    }
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
    const DAY: u64 = 86_400;
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs()) + 9 * 3_600;
    let mut days = seconds / DAY;
    let mut year = 1970;
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = if leap { 366 } else { 365 };
        if days < length || year == 2099 {
            return year;
        }
        (days, year) = (days - length, year + 1);
    }
}
