//! Paragraphs: their look, what begins with them, their runs.

use crate::model::len::Len;
use crate::set::layout::{Color, TextBlock};

use super::Writer;
use super::flow::Pending;
use super::look::{CharLook, ParaAlign, ParaLook};
use super::text::{Piece, Setting, bookmark, field_end};
use super::xml::{escaped, put, units};
use crate::set::layout::Context;
use crate::set::layout::measured::SetText;

impl ParaLook {
    /// One that asks for nothing.
    pub(super) const PLAIN: ParaLook = ParaLook {
        align: ParaAlign::Left,
        left: 0,
        right: 0,
        hanging: 0,
        before: 0,
        leading: 100,
        outline: None,
        with_next: false,
        orphans: false,
        tab: None,
        border: 0,
    };
}

/// The command of a contents field: made from headings of the first level, dots leading to the page, lines that are links.
const CONTENTS: &str = "TableOfContents:set:140:ContentsMake:uint:31 ContentsStyles:wstring:0: ContentsLevel:int:1 \
                        ContentsAutoTabRight:int:1 ContentsLeader:int:3 ContentsHyperlink:bool:1  ";

impl Writer<'_> {
    /// A paragraph of a text.
    pub(super) fn paragraph(&mut self, look: ParaLook, text: &TextBlock, pieces: &[Piece]) {
        let characters = match pieces.first() {
            Some(piece) => piece.look,
            None => self.empty_look(text),
        };
        let characters = self.styles.chars.number(characters);
        let mut runs = String::new();
        let (begins, ends) = std::mem::take(&mut self.pending.contents);
        let field = begins.then(|| self.contents_begin(&mut runs, characters));
        self.contents = field.or(self.contents);
        self.runs(pieces, &mut runs);
        if let Some(id) = self.contents.take_if(|_| ends) {
            field_end(&mut runs, characters, id);
        }
        self.pending.places.extend(text.anchor);
        // The style carries the text's own look: of an item its text, not its sign.
        let own = pieces.last().map_or(characters, |piece| self.styles.chars.number(piece.look));
        let para = self.placed(look);
        let style = self.styles.style(text.style.spec, para, own);
        self.put_paragraph(para, style, characters, &runs);
    }

    /// A paragraph that only stands there: a rule, or an empty cell.
    pub(super) fn empty(&mut self, look: ParaLook) {
        self.holding(look, "");
    }

    /// A paragraph around an object, no higher than that.
    pub(super) fn holding(&mut self, look: ParaLook, object: &str) {
        let characters = self.small();
        let para = self.placed(look);
        let runs = match object {
            "" => String::new(),
            object => format!(r#"<hp:run charPrIDRef="{characters}">{object}<hp:t/></hp:run>"#),
        };
        self.put_paragraph(para, 0, characters, &runs);
    }

    /// The number of the smallest characters, which give a paragraph hardly any height.
    pub(super) fn small(&mut self) -> usize {
        self.styles.chars.number(CharLook::plain(100, Color { rgb: [0; 3] }))
    }

    /// The look of a text that says nothing.
    fn empty_look(&mut self, text: &TextBlock) -> CharLook {
        let set = SetText::of(text, &Context::default());
        let pieces = self.pieces(text, Setting { set, spacing: 0 });
        pieces.first().map_or(CharLook::plain(units(set.size), text.style.color), |piece| piece.look)
    }

    /// The number of a paragraph's look, with the gap that is to stand above it.
    fn placed(&mut self, look: ParaLook) -> usize {
        let gap = std::mem::replace(&mut self.pending.gap, Len::ZERO);
        let with_next = self.pending.with_next;
        let look = ParaLook { before: look.before + units(gap), with_next, ..look };
        self.styles.tabs.number(look.tab);
        self.styles.paras.number(look)
    }

    fn put_paragraph(&mut self, para: usize, style: usize, characters: usize, runs: &str) {
        let id = self.next_id();
        let page = u8::from(std::mem::take(&mut self.pending.page));
        put!(self.out, r#"<hp:p id="{id}" paraPrIDRef="{para}" styleIDRef="{style}" pageBreak="{page}" "#);
        self.out.push_str(r#"columnBreak="0" merged="0">"#);
        let section = std::mem::take(&mut self.pending.section);
        let places = std::mem::take(&mut self.pending.places);
        self.out.push_str(&section);
        for place in &places {
            let name = escaped(&bookmark(*place));
            put!(
                self.out,
                r#"<hp:run charPrIDRef="{characters}"><hp:ctrl><hp:bookmark name="{name}"/></hp:ctrl></hp:run>"#
            );
        }
        if runs.is_empty() {
            put!(self.out, r#"<hp:run charPrIDRef="{characters}"/>"#);
        }
        self.out.push_str(runs);
        self.out.push_str("</hp:p>");
    }

    /// Begins the contents, which whoever opens the document may have made anew.
    fn contents_begin(&mut self, out: &mut String, characters: usize) -> u64 {
        let id = self.next_id();
        put!(
            *out,
            r#"<hp:run charPrIDRef="{characters}"><hp:ctrl><hp:fieldBegin id="{id}" type="TABLEOFCONTENTS" name="" "#
        );
        put!(*out, r#"editable="1" dirty="0" zorder="-1" fieldid="{id}" metaTag=""><hp:parameters cnt="2" name="">"#);
        out.push_str(r#"<hp:integerParam name="Prop">8</hp:integerParam>"#);
        put!(*out, r#"<hp:stringParam name="Command" xml:space="preserve">{CONTENTS}</hp:stringParam>"#);
        out.push_str("</hp:parameters></hp:fieldBegin></hp:ctrl></hp:run>");
        id
    }

    /// What the next paragraph is to begin with, kept while a cell is written.
    pub(super) fn take_pending(&mut self) -> Pending {
        std::mem::take(&mut self.pending)
    }

    /// The paragraphs that are written within a cell; at least one, since a cell without is broken.
    pub(super) fn cell_body(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let outside = std::mem::take(&mut self.out);
        write(self);
        if self.out.is_empty() {
            self.empty(ParaLook::PLAIN);
        }
        self.pending = Pending::default();
        std::mem::replace(&mut self.out, outside)
    }
}
