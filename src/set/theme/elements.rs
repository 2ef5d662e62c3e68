//! What a template says of the elements of an outline: headings, items, notes, tables, figures.

use crate::model::len::Len;
use crate::read::decode::{Named, Typed, choices, keys};

use super::names::ColorRef;
use super::styles::{RuleSpec, SidesSpec, TextSpec};

keys! {
    /// Headings within a project.
    pub struct HeadingSpec {
        /// The sign.
        sign: Typed,
        /// How the sign looks.
        sign_text: TextSpec,
        /// How the heading looks.
        text: TextSpec,
        /// From the sign's left edge to the heading.
        indent: Len,
        /// Above it.
        gap: Len,
    }
}

keys! {
    /// Items of one level.
    pub struct ItemSpec {
        /// The sign, where the author typed `-`.
        sign: Typed,
        /// How the sign looks.
        sign_text: TextSpec,
        /// From the measure's left edge to the sign.
        indent: Len,
        /// From the sign's left edge to the text.
        hang: Len,
        /// Above the item.
        gap: Len,
        /// How it looks.
        text: TextSpec,
        /// Labels before ` : ` of neighbouring items are spread to one width where none is wider than this, in em; 0 leaves them.
        labels: f64 = 0.0,
    }
}

keys! {
    /// Notes.
    pub struct NoteSpec {
        /// How they look.
        text: TextSpec,
        /// From the measure's left edge to the sign.
        indent: Len,
        /// Above a note.
        gap: Len,
        /// Between sign and text.
        sign_gap: Len,
    }
}

keys! {
    /// Paragraphs without a sign.
    pub struct ParagraphSpec {
        /// How they look.
        text: TextSpec,
        /// Above a paragraph.
        gap: Len,
    }
}

keys! {
    /// Tables.
    pub struct TableSpec {
        /// Head cells.
        head: TextSpec,
        /// Other cells.
        body: TextSpec,
        /// Unit and date above the table.
        caption: TextSpec,
        /// How a unit is printed; `{}` is the unit.
        unit_format: Typed,
        /// How a day is printed; `{}` is the day.
        as_of_format: Typed,
        /// How a day or period that the author typed is printed.
        typed_format: Typed,
        /// The head's background, a name from `[color]`.
        head_background: ColorRef,
        /// The background of the cells that name their row.
        row_head_background: ColorRef,
        /// Rows and columns of these names are totals, where the author gives no others.
        totals: Vec<Typed>,
        /// The cells of total rows and columns.
        total: TextSpec,
        /// The background of total rows.
        total_background: ColorRef,
        /// The rules beside total rows.
        total_rule: RuleSpec,
        /// Rows of one cell, which head those below them.
        group: TextSpec,
        /// Their background.
        group_background: ColorRef,
        /// The rules between groups of rows and of columns.
        group_rule: RuleSpec,
        /// The background of every second row.
        stripe_background: ColorRef,
        /// Tables of fewer rows have no such background; 0 means none has.
        stripe_from: u32,
        /// The rule through the corner of a head with two labels.
        diagonal: RuleSpec,
        /// Items in cells, by level; deeper levels look like the last.
        item: Vec<CellItemSpec>,
        /// Cells, rows and columns that authors set off, by the name of the style.
        style: Named<CellStyleSpec>,
        /// A head on its side is no higher than this where its words allow.
        turned_height: Len,
        /// Notes in cells and below the table, and its source.
        note: TextSpec,
        /// Between a note's sign and its text.
        note_sign_gap: Len,
        /// Between the table and what stands below it.
        foot_gap: Len,
        /// How the source is printed; `{}` is the source.
        source_format: Typed,
        /// What stands above the pieces of a table on further pages.
        continued: Typed,
        /// The least between a cell's sides and its text, which gives way first where columns are too narrow for words or figures.
        least_padding: Len,
        /// The least type size that a table shrinks to where its words are still too wide.
        least_size: Len,
        /// The least type size at which one that may be turned on its side stands upright.
        upright_size: Len = Len::pt(9),
        /// Tables of so many rows below their head, and fewer, stay on one page where a page can hold them.
        whole_rows: u32 = 10,
        /// Of longer ones, fewer rows than this never stand alone before or after a page's end.
        least_rows: u32 = 2,
        /// So many rows of one name stay on one page, and fewer.
        keep_rows: u32,
        /// Whether tables of a section with the same head share their columns.
        share_columns: bool,
        /// Between tables or figures beside each other.
        beside_gap: Len,
        /// Between a cell's edge and its text.
        padding: SidesSpec,
        /// Between the two letters of a head or row's name of two syllables (`구 분`), in em, however it was typed; 0 leaves them.
        label_gap: f64 = 0.0,
        /// The least height of a row.
        row_height: Len,
        /// The rule above and below the table.
        outer: RuleSpec,
        /// The rule below the head.
        head_rule: RuleSpec,
        /// The rules between rows and columns.
        inner: RuleSpec,
        /// The rules at the left and right edge.
        sides: RuleSpec,
        /// A column whose widest text is wider than this stands at the left.
        long_text: Len,
        /// Where the figures of a column stand of which one has so many digits or more as `figures-from` says.
        figures: FiguresSpec,
        /// So many digits; smaller figures stand as other cells. 0 is for never.
        figures_from: u32,
        /// Above the table.
        gap: Len,
        /// Above a table, picture or chart, caption and all, right below another.
        block_gap: Len,
        /// Between caption and table.
        caption_gap: Len,
    }
}

choices! {
    /// Where the figures of a column stand.
    pub enum FiguresSpec {
        /// Each in the middle.
        Center = "center",
        /// At the right.
        Right = "right",
        /// Below each other by their ones, the widest in the middle.
        Decimal = "decimal",
    }
}

keys! {
    /// How cells look that an author sets off.
    pub struct CellStyleSpec {
        /// Their text; it stands where it would without.
        text: TextSpec,
        /// Their background.
        background: ColorRef,
    }
}

keys! {
    /// Items of one level in a table's cell.
    pub struct CellItemSpec {
        /// The sign, where the author typed `-`.
        sign: Typed,
        /// From the left edge to the sign.
        indent: Len,
        /// From the sign's left edge to the text.
        hang: Len,
        /// Above an item.
        gap: Len,
    }
}

keys! {
    /// What tables and figures are called.
    pub struct CaptionsSpec {
        /// Above tables.
        table: CaptionSpec,
        /// Below images and charts.
        figure: CaptionSpec,
    }
}

keys! {
    /// How texts refer to something by its name; `{}` is its number, or its title.
    pub struct ReferenceSpec {
        /// To the number of a table.
        table: Typed,
        /// To the number of an image or chart.
        figure: Typed,
        /// To the title of a project, and to what has a caption without a number.
        title: Typed,
        /// To a page.
        page: Typed,
    }
}

keys! {
    /// A caption.
    pub struct CaptionSpec {
        /// How it is printed: `{n}` is the number, `{}` what the author calls it. Without `{n}` there are no numbers.
        format: Typed,
        /// How it looks.
        text: TextSpec,
        /// Between it and what it stands beside.
        gap: Len,
    }
}

keys! {
    /// Images and frames for missing pictures.
    pub struct GraphicSpec {
        /// The text in a frame.
        text: TextSpec,
        /// The frame.
        frame: RuleSpec,
        /// The frame's background, a name from `[color]`.
        background: ColorRef,
        /// The least height of a frame.
        height: Len,
        /// The least width of a frame.
        width: Len,
        /// Between frame and text.
        padding: SidesSpec,
        /// Above the figure.
        gap: Len,
        /// Pictures.
        picture: PictureSpec,
    }
}

keys! {
    /// Pictures: how they look, and what of them a press shows.
    pub struct PictureSpec {
        /// The width of a picture, where the author gives none.
        width: Len,
        /// The frame of those that have one.
        frame: RuleSpec,
        /// The dots of an inch that a press shows; 0 leaves every picture its pixels.
        resolution: u32,
        /// The dots of an inch below which a picture looks coarse in print, which is said; 0 for never.
        coarse: u32,
        /// A picture of more pixels than this, in percent of those that can be shown, is brought down to them.
        spare: u32,
        /// How well photographs are coded that are cut or brought down: 1 to 100.
        quality: u8,
    }
}
