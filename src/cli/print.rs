//! `bogoseo print`: a PDF or a report to a printer.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::diff::both;
use super::environment::{self, Environment};
use super::output::{Answer, Failure, tell};
use super::progress::{Progress, Work};
use super::sheet_args::{PrintArgs, SheetArgs, SidesArg};
use super::sheets;
use crate::build::Run;
use crate::diag::{Lang, PrintProblem};
use crate::print::impose::Layout;
use crate::print::impose::geometry::{Size, usual};
use crate::print::ipp::{
    Address, Done, Format, JobState, Orders, Printer, Settled, Sides, Status, Ticket, job, ticket,
};
use crate::print::raster::{self, Kind, NotDrawn};
use crate::regenerate::diff;

/// Makes what is to be printed, asks the printer what it can do, and prints where nothing speaks against it.
pub(super) fn run(args: &PrintArgs, environment: &Environment) -> Result<Answer, Failure> {
    let mut run = Run::new(args.input.files());
    let progress = Progress::begin(environment, args.quiet, Work::Setting);
    let changed = args.changed_since.as_ref().map(|old| changed_pages(args, old, environment));
    let changed = match changed {
        Some(None) => {
            progress.end();
            return Ok(Answer::Findings);
        }
        known => known.flatten(),
    };
    let prepared = prepare(args, changed.as_deref(), &mut run);
    progress.end();
    if prepared.as_ref().is_some_and(|prepared| prepared.bytes.is_empty()) {
        tell(
            environment.lang.choose("달라진 쪽이 없어 인쇄하지 않았습니다\n", "no page differs: nothing was printed\n"),
        );
        return Ok(Answer::Clean);
    }
    let done = prepared.and_then(|prepared| run.sink.ok_each(print(args, environment, prepared)));
    environment.tell(run.end(), args.quiet);
    Ok(if done.is_some() { Answer::Clean } else { Answer::Findings })
}

/// What is to be printed.
struct Prepared {
    /// A PDF; empty where no page differs.
    bytes: Vec<u8>,
    name: String,
    paper: Size,
    layout: Layout,
}

/// The pages that differ from an older state of the report, from 0; `None` after saying why that can't be told.
fn changed_pages(args: &PrintArgs, old: &Path, environment: &Environment) -> Option<Vec<usize>> {
    let (old, new) = both(old, &args.input.input, environment)?;
    Some(diff::pages(old.side(), new.side()).changed.into_iter().map(|(page, _)| page).collect())
}

fn prepare(args: &PrintArgs, changed: Option<&[usize]>, run: &mut Run) -> Option<Prepared> {
    let input = sheets::finish(&args.input, run)?;
    let name = input.name.clone();
    let layout = args.layout.map_or(Layout::OneUp, Layout::from);
    // What nobody wants changed goes as it is.
    let as_it_is =
        (args.layout.is_none() && changed.is_none() && args.sheets.leaves_pages_alone()).then(|| input.bytes.clone());
    let (original, shown) = sheets::open(input, &mut run.sink)?;
    if let Some(bytes) = as_it_is {
        let sizes = (0..original.page_count()).filter_map(|page| original.size(page));
        return Some(Prepared { bytes, name, paper: usual(sizes)?, layout });
    }
    let mut pages = sheets::pages(&original, args.sheets.pages.as_deref(), &mut run.sink)?;
    pages.retain(|page| changed.is_none_or(|changed| changed.contains(page)));
    if pages.is_empty() {
        return Some(Prepared { bytes: Vec::new(), name, paper: Size { width: 0.0, height: 0.0 }, layout });
    }
    let imposed = sheets::sheets(&original, &pages, (layout, &args.sheets), &shown, &mut run.sink)?;
    Some(Prepared { bytes: imposed.bytes, name, paper: imposed.paper, layout })
}

fn print(args: &PrintArgs, environment: &Environment, prepared: Prepared) -> Result<Done, Vec<PrintProblem>> {
    let one = |problem| vec![problem];
    let printer = printer(args).map_err(one)?;
    let capabilities = printer.capabilities().map_err(one)?;
    let ticket = self::ticket(args, &prepared);
    let Settled { attributes, format } = ticket::settle(&ticket, &capabilities)?;
    let document = match &format {
        Format::Pdf => prepared.bytes,
        Format::Pictures(kind) => pictures(prepared.bytes, kind, args.quiet, environment).map_err(one)?,
    };
    let cancel = Arc::new(AtomicBool::new(false));
    let handler = Arc::clone(&cancel);
    // Without it Ctrl-C ends the program as always; the job then goes on, which is no reason not to print.
    let _ = ctrlc::set_handler(move || handler.store(true, Ordering::Relaxed));
    let mut teller = Teller { environment, quiet: args.quiet, last: None };
    let mut told = |status: &Status| teller.tell(status);
    let mut orders = Orders { told: &mut told, cancel, lang: environment.lang };
    let done = job::print(&printer, &capabilities, &ticket.name, attributes, (format.name(), document), &mut orders);
    teller.end();
    let done = done.map_err(one)?;
    if !args.quiet {
        tell(&summary(&printer, &done, &format, environment.lang));
    }
    Ok(done)
}

/// The pages as pictures.
fn pictures(pdf: Vec<u8>, kind: &Kind, quiet: bool, environment: &Environment) -> Result<Vec<u8>, PrintProblem> {
    let progress = Progress::begin(environment, quiet, Work::Drawing);
    let drawn = raster::write(pdf, kind);
    progress.end();
    drawn.map_err(|why| match why {
        NotDrawn::Lacking(pages) => {
            PrintProblem::NotDrawn { pages: pages.iter().map(|page| format!("#{}", page + 1)).collect() }
        }
        NotDrawn::Unreadable => PrintProblem::NotDrawn { pages: Vec::new() },
        NotDrawn::TooLarge => {
            let (width, height) = (kind.size.0 / 100, kind.size.1 / 100);
            PrintProblem::TooManyDots { paper: format!("{width}×{height} mm"), resolution: kind.resolution.0 }
        }
    })
}

/// The printer that is named, or the default one of the print server.
fn printer(args: &PrintArgs) -> Result<Printer, PrintProblem> {
    let (user, patience) = (environment::user(), Duration::from_secs(args.timeout));
    if let Some(named) = &args.printer {
        return Ok(Printer::new(Address::parse(named)?, &user, patience));
    }
    let server = environment::print_server().and_then(|name| Address::server(&name));
    Printer::default_of(server.unwrap_or_else(Address::local_server), &user, patience)
}

fn ticket(args: &PrintArgs, prepared: &Prepared) -> Ticket {
    let hundredths = |points: f64| (points * 2540.0 / 72.0).round() as i32;
    let booklet = prepared.layout == Layout::Booklet;
    let sides = args.sides.map(|sides| match sides {
        SidesArg::One => Sides::One,
        SidesArg::Both => Sides::Both,
    });
    Ticket {
        name: prepared.name.clone(),
        paper: (hundredths(prepared.paper.width), hundredths(prepared.paper.height)),
        copies: i32::from(args.copies.get()),
        // A booklet on one side is none.
        sides: sides.or(booklet.then_some(Sides::Both)),
        collate: args.collate.then_some(true).or(args.uncollated.then_some(false)),
        staple: args.staple,
        booklet,
        tray: args.tray.clone(),
        monochrome: args.monochrome,
    }
}

impl SheetArgs {
    /// Whether pages are all printed as they are.
    fn leaves_pages_alone(&self) -> bool {
        let SheetArgs { pages, paper, binding, creep: _, signature: _, chapters_right, cover, marks } = self;
        pages.is_none()
            && paper.is_none()
            && *binding == crate::model::len::Len::ZERO
            && chapters_right.is_none()
            && !cover
            && !marks
    }
}

/// Tells how a job goes on: in one line of a terminal, else a line for each change of state.
struct Teller<'a> {
    environment: &'a Environment,
    quiet: bool,
    last: Option<Status>,
}

impl Teller<'_> {
    fn tell(&mut self, status: &Status) {
        let told = status.told(self.environment.lang);
        let news = self.last.as_ref().is_none_or(|last| (last.state, &last.reasons) != (status.state, &status.reasons));
        match (self.quiet, self.environment.terminal) {
            (true, _) => {}
            // The last line says so.
            _ if status.state == JobState::Completed => {}
            (false, true) => tell(&format!("\r\x1b[K{told}")),
            (false, false) if news => tell(&format!("{told}\n")),
            (false, false) => {}
        }
        self.last = Some(status.clone());
    }

    /// Takes the line away.
    fn end(&self) {
        if !self.quiet && self.environment.terminal && self.last.is_some() {
            tell("\r\x1b[K");
        }
    }
}

fn summary(printer: &Printer, done: &Done, format: &Format, lang: Lang) -> String {
    let told = done.last.as_ref().map(|status| status.told(lang)).unwrap_or_default();
    let how = match format {
        Format::Pdf => String::new(),
        Format::Pictures(Kind { resolution: (dpi, _), .. }) => lang.choose(
            format!(" (PDF를 받지 않는 인쇄기라 쪽을 {dpi} dpi 그림으로 보냄)"),
            format!(" (as pictures of {dpi} dpi, since it takes no PDF)"),
        ),
    };
    format!("{}: {told}{how}\n", printer.shown())
}
