//! `bogoseo extract`: the files out of a PDF.

use std::path::{Path, PathBuf};

use super::environment::Environment;
use super::output::{Answer, Failure, tell};
use super::regenerate_args::ExtractArgs;
use crate::diag::{AttachmentProblem, Diagnostics, Findings, Lang, Problem};
use crate::read::pdf_file;
use crate::write::attachments;
use crate::write::output::{Refused, unpack, unwritten};

/// Takes out all files of a PDF, or none and says why.
pub(super) fn run(args: &ExtractArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut sink = Diagnostics::new();
    let folder = args.output.clone().unwrap_or_else(|| folder(&args.file));
    let Some((files, written)) = extract(args, &folder, &mut sink) else {
        environment.tell(Findings { found: sink.finish(), ..Findings::default() }, args.quiet);
        return Ok(Answer::Findings);
    };
    if !args.quiet {
        let folder = folder.display();
        tell(&match environment.lang {
            Lang::Ko => format!("{folder}: 파일 {files}개 (새로 쓴 것 {written}개)\n"),
            Lang::En => format!("{folder}: {files} files ({written} written)\n"),
        });
    }
    Ok(Answer::Clean)
}

/// How many files there are, and how many were written.
fn extract(args: &ExtractArgs, folder: &Path, sink: &mut Diagnostics) -> Option<(usize, usize)> {
    let data = sink.ok(pdf_file::read(&args.file))?;
    let files = attachments::read(&args.file.to_string_lossy(), data, sink)?;
    let all = files.iter().map(|file| (file.path.as_str(), &file.data[..]));
    let written = unpack(folder, all, args.force);
    let written = written.map_err(|all| all.into_iter().map(problem).collect::<Vec<_>>());
    Some((files.len(), sink.ok_each(written)?))
}

/// The PDF's name without its ending.
fn folder(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(PathBuf::from).unwrap_or_default();
    // A file without an ending can't share its name with a folder.
    if stem.as_os_str() == file.file_name().unwrap_or_default() { stem.with_extension("files") } else { stem }
}

fn problem(refused: Refused) -> Problem {
    let shown = |path: PathBuf| path.to_string_lossy().into_owned();
    match refused {
        Refused::Exists(path) => AttachmentProblem::Exists { path: shown(path) }.into(),
        Refused::Outside(path) => AttachmentProblem::Outside { name: shown(path) }.into(),
        Refused::System(path, error) => unwritten(&path, &error).into(),
    }
}
