//! Fitting: the gentlest tightening that saves a page, searched over one scale.
//!
//! Officials do this by hand, closing gaps first, then line spacing, then letter spacing, then type. `place` is pure, so the
//! search is a bisection over the steps of the template's order.

use crate::model::len::{Len, Ratio};
use crate::set::chapter::Section;
use crate::set::layout::{Context, Scale};
use crate::set::theme::{MeansSpec, Theme, millionths};

use super::even::evened;
use super::{PlacedPage, pages};

/// Steps for each means. Finer steps are not visible; line spacing goes down by one and a half points of percent a step.
const STEPS: i64 = 14;

/// How a chapter was tightened or opened up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fitting {
    /// The scale it is set at.
    pub scale: Scale,
    /// The line spacing of its body text.
    pub leading: Ratio,
    /// The type size of its body text.
    pub size: Len,
}

/// What a chapter is, as far as its pages are fitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fits {
    /// A project: it stands on one page.
    Project,
    /// Status sections: they take another page rather than be crushed.
    Status,
    /// Anything else.
    Other,
}

/// A page that is emptier than a part of so many is opened up.
const EMPTY: i64 = 3;
/// Pages of a chapter whose last is emptier than a part of so many are filled evenly.
const UNEVEN: i64 = 2;
/// Of no more pages than this.
const MOST_EVENED: usize = 4;

/// A chapter's pages, tightened where that takes fewer of them; those that it leaves empty are opened up. And how.
pub(crate) fn fit(sections: &[Section], theme: &Theme, fits: Fits) -> (Vec<PlacedPage>, Option<Fitting>) {
    let set = |scale: Scale| sections.iter().flat_map(|section| sheets(section, theme, scale)).collect::<Vec<_>>();
    let natural = set(Scale::default());
    let height = |page: &PlacedPage| theme.paper(page.landscape).text_area().1;
    match (&natural[..], fits) {
        ([page], Fits::Project) if page.frame.height < full_enough(theme, page.landscape) => {
            open_up(theme, natural, set)
        }
        ([page], Fits::Status) if page.frame.height < height(page) / EMPTY => open_up(theme, natural, set),
        // Each section begins a page, and no setting is tighter than that.
        (pages, _) if pages.len() == sections.len() => (natural, None),
        (_, Fits::Status) => tighten_or_even(sections, theme, natural, set),
        _ => tighten(&tightening(theme), natural, theme, set),
    }
}

/// Status sections tightened as far as the template lets them be; where that saves no page, their pages filled evenly and opened up.
fn tighten_or_even(
    sections: &[Section],
    theme: &Theme,
    natural: Vec<PlacedPage>,
    set: impl Fn(Scale) -> Vec<PlacedPage>,
) -> (Vec<PlacedPage>, Option<Fitting>) {
    let least = Ratio::from_f64(theme.def.tighten.part_gaps.clamp(0.0, 1.0));
    let mild =
        |scale: &Scale| Scale { gaps: scale.gaps.max(least), tables: scale.tables, ..Scale::default() } == *scale;
    let scales: Vec<Scale> = tightening(theme).into_iter().take_while(mild).collect();
    let (pages, fitting) = tighten(&scales, natural, theme, set);
    let ([section], Some(last)) = (sections, pages.last()) else { return (pages, fitting) };
    let height = theme.paper(section.landscape).text_area().1;
    if fitting.is_some() || pages.len() > MOST_EVENED || last.frame.height >= height / UNEVEN {
        return (pages, fitting);
    }
    let Some(even) = evened(section, theme, Scale::default(), &pages) else { return (pages, None) };
    let fullest = |pages: &[PlacedPage]| pages.iter().map(|page| page.frame.height).max();
    let full_enough = full_enough(theme, section.landscape);
    let (mut best, mut opened) = (even, None);
    for step in 1..=STEPS {
        let scale = looser(theme, step);
        match evened(section, theme, scale, &best) {
            Some(even) if fullest(&even) <= Some(full_enough) => (best, opened) = (even, Some(scale)),
            _ => break,
        }
    }
    (best, opened.map(|scale| Fitting::new(theme, scale)))
}

pub(super) fn sheets(section: &Section, theme: &Theme, scale: Scale) -> impl Iterator<Item = PlacedPage> {
    let landscape = section.landscape;
    let (width, height) = theme.paper(landscape).text_area();
    pages(&section.block, &Context { scale }, width, height)
        .into_iter()
        .map(move |frame| PlacedPage { landscape, frame })
}

/// The scales by which a chapter may be tightened, the gentlest first.
fn tightening(theme: &Theme) -> Vec<Scale> {
    let most = STEPS * theme.def.tighten.order.len() as i64;
    (0..=most).map(|step| tighter(theme, step)).collect()
}

/// The gentlest of some scales that takes as few pages as the tightest.
fn tighten(
    scales: &[Scale],
    natural: Vec<PlacedPage>,
    theme: &Theme,
    set: impl Fn(Scale) -> Vec<PlacedPage>,
) -> (Vec<PlacedPage>, Option<Fitting>) {
    let Some(most) = scales.len().checked_sub(1).filter(|most| *most > 0) else { return (natural, None) };
    let tightest = set(scales[most]);
    if tightest.len() >= natural.len() {
        return (natural, None);
    }
    // From `low` the chapter takes too many pages, from `high` it doesn't.
    let (mut low, mut high) = (0, most);
    let mut best = tightest;
    while high - low > 1 {
        let middle = (low + high) / 2;
        let tried = set(scales[middle]);
        if tried.len() <= best.len() {
            (high, best) = (middle, tried);
        } else {
            low = middle;
        }
    }
    (best, Some(Fitting::new(theme, scales[high])))
}

/// The widest opening that leaves the page no fuller than is full enough.
fn open_up(
    theme: &Theme,
    natural: Vec<PlacedPage>,
    set: impl Fn(Scale) -> Vec<PlacedPage>,
) -> (Vec<PlacedPage>, Option<Fitting>) {
    let height = full_enough(theme, natural[0].landscape);
    let (mut low, mut high) = (0, STEPS + 1);
    let mut best = natural;
    while high - low > 1 {
        let middle = (low + high) / 2;
        let tried = set(looser(theme, middle));
        if matches!(&tried[..], [page] if page.frame.height <= height) {
            (low, best) = (middle, tried);
        } else {
            high = middle;
        }
    }
    (best, (low > 0).then(|| Fitting::new(theme, looser(theme, low))))
}

fn full_enough(theme: &Theme, landscape: bool) -> Len {
    theme.paper(landscape).text_area().1.scale(Ratio::from_f64(theme.def.loosen.below.clamp(0.0, 1.0)))
}

impl Fitting {
    fn new(theme: &Theme, scale: Scale) -> Fitting {
        let body = &theme.def.item[0].text;
        let leading = Ratio::from_f64(body.leading).times(scale.leading);
        Fitting { scale, leading, size: body.size.scale(scale.size) }
    }

    /// Whether it is tighter than the template's natural setting; the size of type in tables is one of a range.
    pub(crate) fn is_tight(&self) -> bool {
        let Scale { gaps, leading, size, letters, tables: _ } = self.scale;
        gaps < Ratio::ONE || leading < Ratio::ONE || size < Ratio::ONE || letters > 0
    }
}

/// The scale after some steps, one means after the other in the template's order.
fn tighter(theme: &Theme, step: i64) -> Scale {
    let limits = &theme.def.tighten;
    let mut scale = Scale::default();
    for (index, means) in limits.order.iter().enumerate() {
        let done = (step - index as i64 * STEPS).clamp(0, STEPS);
        let towards = |least: f64| Ratio::from_f64(1.0 - (1.0 - least.clamp(0.0, 1.0)) * done as f64 / STEPS as f64);
        match means {
            MeansSpec::Gaps => scale.gaps = towards(limits.gaps),
            MeansSpec::Leading => scale.leading = towards(limits.leading / theme.def.item[0].text.leading),
            // In whole thousandths of an em, as lines are filled.
            MeansSpec::Letters => scale.letters = millionths(limits.letters.max(0.0)) * done / STEPS / 1000 * 1000,
            MeansSpec::Size => scale.size = towards(limits.size),
            MeansSpec::Tables => scale.tables = towards(limits.tables),
        }
    }
    scale
}

/// The scale after some steps: gaps and line spacing open up together.
fn looser(theme: &Theme, step: i64) -> Scale {
    let limits = &theme.def.loosen;
    let most_leading = limits.leading / theme.def.item[0].text.leading;
    let towards = |most: f64| Ratio::from_f64(1.0 + (most.max(1.0) - 1.0) * step as f64 / STEPS as f64);
    Scale { gaps: towards(limits.gaps), leading: towards(most_leading), ..Scale::default() }
}
