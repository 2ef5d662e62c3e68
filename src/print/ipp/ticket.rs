//! What is asked of a printer: in its own words, or all that it can't do.

use super::format::{self, Format};
use super::printer::Capabilities;
use super::value::{Attribute, Value};
use crate::diag::{Ability, PrintProblem};

/// The sides that are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sides {
    /// One.
    One,
    /// Both, turned like the leaves of a book.
    Both,
}

/// What is asked of a printer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Ticket {
    /// What the job is called.
    pub name: String,
    /// Width and height of the pages, in hundredths of a millimetre.
    pub paper: (i32, i32),
    /// How many copies.
    pub copies: i32,
    /// The sides; `None`: both where the printer can.
    pub sides: Option<Sides>,
    /// Whether copies come one after another, rather than page by page; `None`: as the printer likes.
    pub collate: Option<bool>,
    /// Whether copies are stapled.
    pub staple: bool,
    /// Whether they are stapled in the fold, as booklets are.
    pub booklet: bool,
    /// The tray, as the printer calls it.
    pub tray: Option<String>,
    /// Whether colours become grey.
    pub monochrome: bool,
}

/// What was asked, as the printer can do it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Settled {
    /// The attributes of the job, in the printer's words.
    pub attributes: Vec<Attribute>,
    /// What is sent.
    pub format: Format,
}

/// Kinds of finishing (RFC 8011, 5.2.6).
const STAPLE: i32 = 4;
const SADDLE_STITCH: i32 = 8;
const STAPLE_TOP_LEFT: i32 = 20;

/// Puts it in the printer's words; or everything that it can't do.
pub(crate) fn settle(ticket: &Ticket, printer: &Capabilities) -> Result<Settled, Vec<PrintProblem>> {
    let asked = [
        takes(printer),
        copies(ticket, printer),
        sides(ticket, printer),
        collation(ticket, printer),
        staples(ticket, printer),
        media(ticket, printer),
        colours(ticket, printer),
    ];
    let mut attributes = Vec::new();
    let mut problems = Vec::new();
    for asked in asked {
        match asked {
            Ok(mut found) => attributes.append(&mut found),
            Err(problem) => problems.push(problem),
        }
    }
    let sides = attributes.iter().find(|attribute| attribute.name == "sides");
    let sides = sides.and_then(|sides| sides.values.first()?.words());
    // Where no paper fits that has been said.
    let paper = paper(ticket, printer).unwrap_or_default();
    match format::choose(printer, (paper, size(paper).unwrap_or(ticket.paper)), sides, ticket.monochrome) {
        Ok(format) if problems.is_empty() => Ok(Settled { attributes, format }),
        Ok(_) => Err(problems),
        Err(problem) => Err([vec![problem], problems].concat()),
    }
}

type Asked = Result<Vec<Attribute>, PrintProblem>;

/// Whether it takes jobs.
fn takes(printer: &Capabilities) -> Asked {
    if printer.get("printer-is-accepting-jobs") == [Value::Boolean(false)] {
        let reasons = super::printer::reasons(printer.get("printer-state-reasons"));
        return Err(PrintProblem::NotAccepting { printer: printer.name(), reasons });
    }
    Ok(Vec::new())
}

fn copies(ticket: &Ticket, printer: &Capabilities) -> Asked {
    if ticket.copies == 1 {
        return Ok(Vec::new());
    }
    match printer.get("copies-supported") {
        [Value::Range(least, most)] if (*least..=*most).contains(&ticket.copies) => {
            Ok(vec![Attribute::new("copies", Value::Integer(ticket.copies))])
        }
        [Value::Range(_, most)] => cannot(Ability::Copies, ticket.copies, vec![most.to_string()]),
        _ => cannot(Ability::Copies, ticket.copies, vec!["1".to_owned()]),
    }
}

fn sides(ticket: &Ticket, printer: &Capabilities) -> Asked {
    let (width, height) = ticket.paper;
    // The binding is at the left: of paper that lies that is a short edge.
    let both = if width > height { "two-sided-short-edge" } else { "two-sided-long-edge" };
    let can = |word: &str| printer.has("sides-supported", word);
    let word = match ticket.sides {
        Some(Sides::One) => "one-sided",
        Some(Sides::Both) if can(both) => both,
        Some(Sides::Both) => return cannot(Ability::Sides, both, offers(printer, "sides-supported")),
        None if can(both) => both,
        None => "one-sided",
    };
    if can(word) { Ok(vec![Attribute::new("sides", Value::keyword(word))]) } else { Ok(Vec::new()) }
}

fn collation(ticket: &Ticket, printer: &Capabilities) -> Asked {
    const NAME: &str = "multiple-document-handling-supported";
    let Some(collate) = ticket.collate.filter(|_| ticket.copies > 1) else { return Ok(Vec::new()) };
    let word = if collate { "separate-documents-collated-copies" } else { "separate-documents-uncollated-copies" };
    match printer.has(NAME, word) {
        true => Ok(vec![Attribute::new("multiple-document-handling", Value::keyword(word))]),
        false => cannot(Ability::Collation, word, offers(printer, NAME)),
    }
}

fn staples(ticket: &Ticket, printer: &Capabilities) -> Asked {
    if !ticket.staple {
        return Ok(Vec::new());
    }
    let supported = printer.get("finishings-supported");
    let wanted = if ticket.booklet { &[SADDLE_STITCH][..] } else { &[STAPLE_TOP_LEFT, STAPLE] };
    match wanted.iter().find(|&&finishing| supported.contains(&Value::Enum(finishing))) {
        Some(&finishing) => Ok(vec![Attribute::new("finishings", Value::Enum(finishing))]),
        None => cannot(Ability::Staples, if ticket.booklet { "saddle-stitch" } else { "staple" }, Vec::new()),
    }
}

/// Paper and tray. They go together in one attribute where a tray is asked for.
fn media(ticket: &Ticket, printer: &Capabilities) -> Asked {
    let Some(paper) = paper(ticket, printer) else {
        let (width, height) = (ticket.paper.0 / 100, ticket.paper.1 / 100);
        let media = printer.words("media-supported");
        let mut known: Vec<String> = media.into_iter().filter(|name| size(name).is_some()).map(str::to_owned).collect();
        known.dedup();
        return cannot(Ability::Paper, format!("{width}×{height} mm"), known);
    };
    let Some(tray) = &ticket.tray else { return Ok(vec![Attribute::new("media", Value::keyword(paper))]) };
    if !printer.has("media-source-supported", tray) {
        return cannot(Ability::Tray, tray, offers(printer, "media-source-supported"));
    }
    let (width, height) = size(paper).unwrap_or(ticket.paper);
    let size = vec![
        Attribute::new("x-dimension", Value::Integer(width)),
        Attribute::new("y-dimension", Value::Integer(height)),
    ];
    let members = vec![
        Attribute::new("media-size", Value::Collection(size)),
        Attribute::new("media-source", Value::keyword(tray)),
    ];
    Ok(vec![Attribute::new("media-col", Value::Collection(members))])
}

/// What the printer calls paper of the pages' size.
fn paper<'a>(ticket: &Ticket, printer: &'a Capabilities) -> Option<&'a str> {
    printer.words("media-supported").into_iter().find(|name| is_size(name, ticket.paper))
}

fn colours(ticket: &Ticket, printer: &Capabilities) -> Asked {
    const NAME: &str = "print-color-mode-supported";
    if !ticket.monochrome {
        return Ok(Vec::new());
    }
    if printer.has(NAME, "monochrome") {
        return Ok(vec![Attribute::new("print-color-mode", Value::keyword("monochrome"))]);
    }
    // One that has no colours prints without them.
    if printer.get("color-supported") == [Value::Boolean(false)] {
        return Ok(Vec::new());
    }
    cannot(Ability::Monochrome, "monochrome", offers(printer, NAME))
}

fn cannot(what: Ability, asked: impl ToString, offers: Vec<String>) -> Asked {
    Err(PrintProblem::Cannot { what, asked: asked.to_string(), offers })
}

pub(super) fn offers(printer: &Capabilities, name: &str) -> Vec<String> {
    printer.words(name).into_iter().map(str::to_owned).collect()
}

/// Sizes are rounded in many ways: as far as this they are the same, in hundredths of a millimetre.
const ROUNDING: i32 = 150;

/// Whether paper of this name is of this size, whichever way it lies.
fn is_size(name: &str, (width, height): (i32, i32)) -> bool {
    let same = |(w, h): (i32, i32)| (w - width).abs() <= ROUNDING && (h - height).abs() <= ROUNDING;
    size(name).is_some_and(|(w, h)| same((w, h)) || same((h, w)))
}

/// The size in a name such as `iso_a4_210x297mm` or `na_letter_8.5x11in`, in hundredths of a millimetre (PWG 5101.1).
fn size(name: &str) -> Option<(i32, i32)> {
    let sides = name.rsplit('_').next()?;
    // Names of ranges tell what custom paper may be, not what there is.
    if name.starts_with("custom_min") || name.starts_with("custom_max") {
        return None;
    }
    let (sides, unit) =
        [("mm", 100.0), ("in", 2540.0)].into_iter().find_map(|(unit, size)| Some((sides.strip_suffix(unit)?, size)))?;
    let (width, height) = sides.split_once('x')?;
    let hundredths = |side: &str| side.parse::<f64>().ok().map(|side| (side * unit).round() as i32);
    Some((hundredths(width)?, hundredths(height)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_paper_tell_its_size() {
        assert_eq!(size("iso_a4_210x297mm"), Some((21_000, 29_700)));
        assert_eq!(size("na_letter_8.5x11in"), Some((21_590, 27_940)));
        assert_eq!(size("custom_max_330x1200mm"), None);
        assert!(is_size("iso_a3_297x420mm", (41_996, 29_704)));
        assert!(!is_size("iso_a4_210x297mm", (21_590, 27_940)));
    }
}
