//! A template as written: `templates/NAME/template.toml`.

use crate::model::len::Len;
use crate::read::decode::{Factor, Named, Typed, choices, keys};

use super::chart::ChartSpec;
use super::contents::ContentsSpec;
use super::elements::{
    CaptionsSpec, GraphicSpec, HeadingSpec, ItemSpec, NoteSpec, ParagraphSpec, ReferenceSpec, TableSpec,
};
use super::framed::{ConclusionSpec, FramedSpec};
use super::furniture::{BarSpec, DivisionSpec, MarkSpec, PageNumberSpec, PartPageSpec, RunningHeadSpec, TeamSpec};
use super::labels::{BadgeSpec, LabelsSpec};
use super::names::ColorRef;
use super::styles::{ColorSpec, ExtentSpec, FontSpec, LeaderSpec, RuleSpec, SidesSpec, TextSpec};

keys! {
    /// A template: how every element of a report looks. Nothing of this stands in the program.
    pub struct TemplateSpec {
        /// The template that this one builds on, by its name: what this one says replaces, everything else is as it is there.
        base: Option<Typed>,
        /// The paper.
        page: PageSpec,
        /// The printed page number.
        page_number: PageNumberSpec,
        /// What stands above the text of every page; left out, nothing does.
        running_head: Option<RunningHeadSpec>,
        /// The mark that a report wants on every page.
        mark: MarkSpec,
        /// Colours by name.
        color: Named<ColorSpec>,
        /// Fonts by name.
        font: Named<FontSpec>,
        /// How lines are filled.
        justify: JustifySpec,
        /// What lines keep together.
        together: TogetherSpec,
        /// How marks of emphasis look.
        emphasis: EmphasisSpec,
        /// How far a chapter may be tightened.
        tighten: TightenSpec,
        /// How far a project may be opened up.
        loosen: LoosenSpec,
        /// The cover.
        cover: CoverSpec,
        /// The contents.
        contents: ContentsSpec,
        /// The title of a part on pages of its own.
        part: PartSpec,
        /// The bar of a bureau, above the banner of its first department.
        bureau: BarSpec,
        /// A department's banner.
        department: DepartmentSpec,
        /// The line that opens a department's projects.
        division: DivisionSpec,
        /// Status sections.
        status: StatusSpec,
        /// The name of a team.
        team: TeamSpec,
        /// Projects.
        project: ProjectSpec,
        /// The badges of projects.
        badge: BadgeSpec,
        /// The labels of projects.
        labels: LabelsSpec,
        /// Headings within a project.
        heading: HeadingSpec,
        /// Items of an outline, by level; deeper levels look like the last.
        item: Vec<ItemSpec>,
        /// Notes.
        note: NoteSpec,
        /// Paragraphs without a sign.
        paragraph: ParagraphSpec,
        /// Boxes: `<참고>` and what is indented below it.
        framed: FramedSpec,
        /// Boxes without a title.
        framed_plain: FramedSpec,
        /// Conclusions, in their bands.
        conclusion: ConclusionSpec,
        /// What tables and figures are called.
        caption: CaptionsSpec,
        /// How texts refer to something.
        reference: ReferenceSpec,
        /// Tables.
        table: TableSpec,
        /// Images and frames for missing pictures.
        figure: GraphicSpec,
        /// Charts.
        chart: ChartSpec,
        /// The back cover.
        back_cover: BackCoverSpec,
        /// The words of a comparison of two reports.
        comparison: super::ComparisonSpec,
        /// What is emptied where a report is carried over to another year.
        carry_over: super::CarryOverSpec,
    }
}

keys! {
    /// The paper.
    pub struct PageSpec {
        /// Its width.
        width: Len,
        /// Its height.
        height: Len,
        /// From the paper's edge to the text.
        margin: SidesSpec,
    }
}

keys! {
    /// What lines keep together, besides dates, large numbers, ranges and labels spread by blanks.
    pub struct TogetherSpec {
        /// Units, which stay with their figure where a blank parts them.
        units: Vec<Typed>,
        /// Brackets of no more characters than this stay in one piece.
        bracket: u16,
    }
}

keys! {
    /// How justified lines are filled, in em for each blank and letter.
    pub struct JustifySpec {
        /// How far a blank widens before the line counts as loose.
        blank_stretch: Factor,
        /// How far a blank widens at the utmost; a line that lacks more is left unfilled.
        blank_limit: Factor,
        /// How far a blank narrows.
        blank_shrink: Factor,
        /// How far letters move apart.
        letter_stretch: Factor,
        /// How far a blank widens before letters move further apart than that.
        blank_gape: Factor = Factor(0.26),
        /// How far letters move apart in such a line.
        letter_stretch_limit: Factor = Factor(0.06),
        /// How far letters move together.
        letter_shrink: Factor,
        /// How far letters move together at the utmost, where a chapter is tightened by its letters.
        letter_shrink_limit: Factor,
        /// How much narrower glyphs are drawn at the utmost (장평), as a share of their width; 0 leaves them alone.
        glyph_shrink: Factor = Factor(0.0),
        /// What neighbouring lines filled unlike each other weigh beside lines that are loose or tight: 1 as much, 0 nothing.
        evenness: Factor = Factor(1.0),
        /// A last line of no more letters than this is avoided.
        runt: u32 = 2,
        /// Fewer lines of a paragraph than this never stand alone at a page's foot or head.
        orphans: u32 = 2,
        /// The most that comes between two letters that are spread over a measure (균등 분할).
        spread_limit: Factor = Factor(2.5),
    }
}

keys! {
    /// How marks of emphasis look, beside bold and underline.
    pub struct EmphasisSpec {
        /// The colour of `==emphasis==`, a name from `[color]`.
        color: ColorRef,
        /// The colour of `===emphasis===`; left out, the same.
        second: Option<ColorRef>,
        /// The colour of `====emphasis====`; left out, the first.
        third: Option<ColorRef>,
        /// The size of `::small::` text, as a factor on the text's own.
        small: f64,
        /// `^^raised^^` text.
        raised: RaiseSpec,
        /// `,,lowered,,` text.
        lowered: RaiseSpec,
        /// The line below `__underlined__` text.
        underline: UnderlineSpec,
    }
}

keys! {
    /// A line below text.
    pub struct UnderlineSpec {
        /// From the baseline down to it, in em.
        below: f64,
        /// Its thickness, in em.
        width: f64,
    }
}

keys! {
    /// Size and place of raised or lowered text.
    pub struct RaiseSpec {
        /// Its size, as a factor on the text's own.
        size: f64,
        /// How far its baseline stands above the line's, in em; below it where negative.
        shift: f64,
    }
}

keys! {
    /// How far a chapter may be tightened so that it takes a page less.
    pub struct TightenSpec {
        /// The means, in the order they are used; what isn't named isn't touched.
        order: Vec<MeansSpec>,
        /// The least factor on gaps.
        gaps: f64,
        /// The least factor on gaps of parts and of departments' status sections, which are tightened by nothing else: they take another page, filled evenly,
        /// rather than be crushed.
        part_gaps: f64 = 0.6,
        /// The least line spacing of body text.
        leading: f64,
        /// How far letters of body text move together, in em; within the limit of a line.
        letters: f64,
        /// The least factor on type size.
        size: f64,
        /// The least factor on type size in tables.
        tables: f64,
    }
}

choices! {
    /// What a chapter is tightened by.
    pub enum MeansSpec {
        /// Gaps and paddings.
        Gaps = "gaps",
        /// The line spacing of body text.
        Leading = "leading",
        /// The letter spacing (자간) of body text.
        Letters = "letters",
        /// Type size.
        Size = "size",
        /// Type size in tables.
        Tables = "tables",
    }
}

keys! {
    /// How far a project that leaves much of its page empty may be opened up: gaps and line spacing together.
    pub struct LoosenSpec {
        /// Pages less full than this share are opened up, at most to it.
        below: f64,
        /// The most factor on gaps.
        gaps: f64,
        /// The widest line spacing of body text.
        leading: f64,
    }
}

keys! {
    /// The cover.
    pub struct CoverSpec {
        /// What its page is called where others have numbers.
        label: Typed,
        /// The slogan.
        slogan: TextSpec,
        /// The title.
        title: TextSpec,
        /// Above and below the title, within its rules.
        title_padding: Len,
        /// At the title's left and right, within its rules.
        title_sides: Len = Len::from_mm(6.0),
        /// The heavy rule of the title's frame.
        title_rule: RuleSpec,
        /// The fine rule inside it.
        title_fine: RuleSpec,
        /// Between the two.
        title_distance: Len,
        /// The council's session.
        session: TextSpec,
        /// The date.
        date: TextSpec,
        /// The office.
        author: TextSpec,
        /// The most room for the picture.
        picture: ExtentSpec,
        /// Shares of the spare height: above the slogan, title, session, picture and author, and below.
        spread: Vec<u32>,
        /// Between session and date.
        gap: Len,
    }
}

choices! {
    /// How parts are numbered.
    pub enum NumberingSpec {
        /// Ⅰ. Ⅱ. Ⅲ.
        Roman = "roman",
        /// 1. 2. 3.
        Arabic = "arabic",
        /// Not at all.
        None = "none",
    }
}

keys! {
    /// The title of a part on pages of its own.
    pub struct PartSpec {
        /// How parts are numbered in the contents.
        numbering: NumberingSpec,
        /// How the title looks.
        title: TextSpec,
        /// The rule below it.
        rule: RuleSpec,
        /// That rule's length.
        rule_length: Len,
        /// Between title and rule.
        rule_gap: Len,
        /// Below the rule.
        gap: Len,
        /// The bar of a part that opens with one.
        bar: BarSpec,
        /// The page of a part that opens with one.
        page: PartPageSpec,
    }
}

keys! {
    /// A department's banner.
    pub struct DepartmentSpec {
        /// The name.
        name: TextSpec,
        /// The number.
        number: TextSpec,
        /// The room for the number.
        number_width: Len,
        /// The banner's background, a name from `[color]`.
        background: ColorRef,
        /// Between banner and name.
        padding: SidesSpec,
        /// Below the banner.
        gap: Len,
    }
}

keys! {
    /// Status sections.
    pub struct StatusSpec {
        /// The title.
        title: TextSpec,
        /// Set before the title in a department.
        before: Typed,
        /// Set after it.
        after: Typed,
        /// The value at the end of the title's line.
        value: TextSpec,
        /// What leads from title to value.
        leader: LeaderSpec,
        /// Above the section.
        gap: Len,
        /// Between title and body.
        body_gap: Len,
    }
}

keys! {
    /// Projects.
    pub struct ProjectSpec {
        /// The number.
        number: TextSpec,
        /// The background of the number's square, a name from `[color]`.
        number_background: ColorRef,
        /// That square's frame; left out, it has none.
        number_frame: Option<RuleSpec>,
        /// That square's side.
        number_size: Len,
        /// The title.
        title: TextSpec,
        /// From the square's left edge to the title.
        title_indent: Len,
        /// The rule below the title.
        title_rule: RuleSpec,
        /// Between title and rule.
        title_gap: Len,
        /// The summary.
        summary: TextSpec,
        /// The summary's background, a name from `[color]`.
        summary_background: ColorRef,
        /// The summary's frame.
        summary_frame: RuleSpec,
        /// Between frame and summary.
        summary_padding: SidesSpec,
        /// Above the summary.
        summary_gap: Len,
        /// Above the body.
        body_gap: Len,
        /// Above a project that follows another on its page.
        follow_gap: Len,
    }
}

keys! {
    /// The back cover.
    pub struct BackCoverSpec {
        /// What its page is called where others have numbers.
        label: Typed,
        /// Its text.
        text: TextSpec,
        /// The most room for the picture.
        picture: ExtentSpec,
        /// Between picture and text.
        gap: Len,
        /// Shares of the spare height above and below.
        spread: Vec<u32>,
    }
}
