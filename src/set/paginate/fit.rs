//! Fitting: the gentlest tightening that saves a page, searched over one scale.
//!
//! Officials do this by hand, closing gaps first, then line spacing, then letter spacing, then type. `place` is pure, so the
//! search is a bisection over the steps of the template's order.

use crate::model::len::{Len, Ratio};
use crate::set::chapter::Section;
use crate::set::layout::{Context, Scale};
use crate::set::theme::{MeansSpec, Theme, millionths};

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

/// A chapter's pages, tightened where that takes fewer of them; a project that leaves much of its page empty is opened up. And how.
pub(crate) fn fit(sections: &[Section], theme: &Theme, is_project: bool) -> (Vec<PlacedPage>, Option<Fitting>) {
    let set = |scale: Scale| sections.iter().flat_map(|section| sheets(section, theme, scale)).collect::<Vec<_>>();
    let natural = set(Scale::default());
    match &natural[..] {
        [page] if is_project && page.frame.height < full_enough(theme, page.landscape) => open_up(theme, natural, set),
        // Each section begins a page, and no setting is tighter than that.
        pages if pages.len() == sections.len() => (natural, None),
        _ => tighten(theme, natural, set),
    }
}

fn sheets(section: &Section, theme: &Theme, scale: Scale) -> impl Iterator<Item = PlacedPage> {
    let landscape = section.landscape;
    let (width, height) = theme.paper(landscape).text_area();
    pages(&section.block, &Context { scale }, width, height)
        .into_iter()
        .map(move |frame| PlacedPage { landscape, frame })
}

/// The gentlest tightening that takes as few pages as the tightest.
fn tighten(
    theme: &Theme,
    natural: Vec<PlacedPage>,
    set: impl Fn(Scale) -> Vec<PlacedPage>,
) -> (Vec<PlacedPage>, Option<Fitting>) {
    let most = STEPS * theme.def.tighten.order.len() as i64;
    let tightest = set(tighter(theme, most));
    if tightest.len() >= natural.len() {
        return (natural, None);
    }
    // From `low` the chapter takes too many pages, from `high` it doesn't.
    let (mut low, mut high) = (0, most);
    let mut best = tightest;
    while high - low > 1 {
        let middle = (low + high) / 2;
        let tried = set(tighter(theme, middle));
        if tried.len() <= best.len() {
            (high, best) = (middle, tried);
        } else {
            low = middle;
        }
    }
    (best, Some(Fitting::new(theme, tighter(theme, high))))
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
