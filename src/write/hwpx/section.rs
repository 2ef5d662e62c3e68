//! Sections: runs of pages of one paper, with or without numbers; each chapter begins a page.

use crate::model::len::Len;
use crate::set::layout::{Block, Context, Elastic};
use crate::set::theme::Paper;
use crate::set::typeset::Flow;

use super::Writer;
use super::flow::At;
use super::look::{CharLook, Script};
use super::styles::FaceUse;
use super::xml::{put, sides, units};

/// What pages of a section have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    landscape: bool,
    numbered: bool,
}

/// Room above the text that a head line could take.
const HEAD: Len = Len::pt(28);

impl Writer<'_> {
    /// The sections of a document, each as a part.
    pub(super) fn sections(&mut self, flows: &[Flow]) -> Vec<String> {
        let mut sections = Vec::new();
        let mut kind = None;
        let mut has_numbers = false;
        for (chapter, flow) in flows.iter().enumerate() {
            (self.chapter, self.numbered) = (chapter, flow.numbered);
            for section in &flow.sections {
                let own = Kind { landscape: section.landscape, numbered: flow.numbered };
                if kind == Some(own) {
                    self.pending.page = true;
                } else {
                    self.end_section(&mut sections);
                    kind = Some(own);
                    // The first page with a number is the first one; the others go on.
                    let first = own.numbered && !has_numbers;
                    has_numbers |= own.numbered;
                    self.pending.section = self.section(own, first);
                }
                let (measure, height) = self.theme.paper(section.landscape).text_area();
                let context = Context { scale: flow.scale };
                let page = Some(height);
                let at = At { measure, left: Len::ZERO, right: Len::ZERO, context, on_page: true, page };
                self.pending.gap = Len::ZERO;
                self.block(&section.block, at);
                if is_empty(&section.block) || self.pending.page || !self.pending.section.is_empty() {
                    self.empty(super::look::ParaLook::PLAIN);
                }
            }
        }
        self.end_section(&mut sections);
        sections
    }

    fn end_section(&mut self, sections: &mut Vec<String>) {
        if !self.out.is_empty() {
            sections.push(std::mem::take(&mut self.out));
        }
    }

    /// What a section begins with: its paper, and the number of its pages.
    fn section(&mut self, kind: Kind, first: bool) -> String {
        let characters = self.small();
        let paper = self.theme.paper(kind.landscape);
        let mut out = format!(r#"<hp:run charPrIDRef="{characters}">"#);
        out.push_str(r#"<hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" "#);
        out.push_str(r#"tabStopVal="4000" tabStopUnit="HWPUNIT" outlineShapeIDRef="1" memoShapeIDRef="0" "#);
        out.push_str(
            r#"textVerticalWidthHead="0" masterPageCnt="0"><hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/>"#,
        );
        let page = u8::from(first);
        put!(out, r#"<hp:startNum pageStartsOn="BOTH" page="{page}" pic="0" tbl="0" equation="0"/>"#);
        out.push_str(
            r#"<hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" "#,
        );
        out.push_str(r#"fill="SHOW_ALL" hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/>"#);
        out.push_str(r#"<hp:lineNumberShape restartType="0" countBy="0" distance="0" startNumber="0"/>"#);
        self.paper(&mut out, kind, paper);
        notes(&mut out);
        for of in ["BOTH", "EVEN", "ODD"] {
            put!(out, r#"<hp:pageBorderFill type="{of}" borderFillIDRef="1" textBorder="PAPER" headerInside="0" "#);
            out.push_str(r#"footerInside="0" fillArea="PAPER">"#);
            sides(&mut out, "hp:offset", [1417; 4]);
            out.push_str("</hp:pageBorderFill>");
        }
        out.push_str("</hp:secPr>");
        out.push_str(
            r#"<hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/>"#,
        );
        out.push_str("</hp:ctrl></hp:run>");
        if first {
            put!(
                out,
                r#"<hp:run charPrIDRef="{characters}"><hp:ctrl><hp:newNum num="1" numType="PAGE"/></hp:ctrl></hp:run>"#
            );
        }
        if kind.numbered {
            self.page_number(&mut out);
        }
        out
    }

    fn paper(&self, out: &mut String, kind: Kind, paper: Paper) {
        let from_bottom = self.theme.def.page_number.from_bottom.min(paper.margin.bottom);
        let head = HEAD.min(paper.margin.top / 2);
        // A page on its side is the upright one, said to be turned.
        let (turned, [width, height]) = match kind.landscape {
            false => ("WIDELY", [paper.width, paper.height]),
            true => ("NARROWLY", [paper.height, paper.width]),
        };
        let [width, height] = [width, height].map(units);
        put!(*out, r#"<hp:pagePr landscape="{turned}" width="{width}" height="{height}" gutterType="LEFT_ONLY">"#);
        let margin = paper.margin;
        put!(
            *out,
            r#"<hp:margin header="{}" footer="{}" gutter="0" "#,
            units(head),
            units(margin.bottom - from_bottom)
        );
        put!(*out, r#"left="{}" right="{}" "#, units(margin.left), units(margin.right));
        put!(*out, r#"top="{}" bottom="{}"/></hp:pagePr>"#, units(margin.top - head), units(from_bottom));
    }

    /// The number of each page: native where the format can print it as the template does, else in a foot line.
    fn page_number(&mut self, out: &mut String) {
        let def = &self.theme.def.page_number;
        let characters = self.number_look();
        let format = &def.format.content;
        let (before, after) = format.split_once("{}").unwrap_or((format, ""));
        let native = match (before.trim(), after.trim()) {
            ("", "") => Some(""),
            ("-", "-") => Some("-"),
            _ => None,
        };
        match native {
            Some(side) => {
                put!(*out, r#"<hp:run charPrIDRef="{characters}"><hp:ctrl>"#);
                put!(
                    *out,
                    r#"<hp:pageNum pos="BOTTOM_CENTER" formatType="DIGIT" sideChar="{side}"/></hp:ctrl></hp:run>"#
                );
            }
            None => {
                let look =
                    super::look::ParaLook { align: super::look::ParaAlign::Center, ..super::look::ParaLook::PLAIN };
                let para = self.styles.paras.number(look);
                let (id, inside) = (self.next_id(), self.next_id());
                let [before, after] = [before, after].map(super::xml::escaped);
                put!(*out, r#"<hp:run charPrIDRef="{characters}"><hp:ctrl><hp:footer id="{id}" applyPageType="BOTH">"#);
                out.push_str(r#"<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="BOTTOM" "#);
                out.push_str(r#"linkListIDRef="0" linkListNextIDRef="0" textWidth="0" textHeight="0" hasTextRef="0" hasNumRef="0">"#);
                put!(
                    *out,
                    r#"<hp:p id="{inside}" paraPrIDRef="{para}" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">"#
                );
                put!(*out, r#"<hp:run charPrIDRef="{characters}"><hp:t>{before}</hp:t><hp:ctrl>"#);
                out.push_str(r#"<hp:autoNum num="1" numType="PAGE"><hp:autoNumFormat type="DIGIT" userChar="" "#);
                out.push_str(r#"prefixChar="" suffixChar="" supscript="0"/></hp:autoNum></hp:ctrl>"#);
                put!(*out, "<hp:t>{after}</hp:t></hp:run></hp:p></hp:subList></hp:footer></hp:ctrl></hp:run>");
            }
        }
    }

    /// The number of the characters of page numbers.
    pub(super) fn number_look(&mut self) -> usize {
        let style = self.theme.text(&self.theme.def.page_number.text, Elastic::Nothing);
        let FaceUse { font, bold, ratio } = self.face(style.faces.regular.primary());
        let look = CharLook {
            height: units(style.paragraph.size),
            color: style.paragraph.color,
            font,
            bold,
            ratio,
            spacing: 0,
            relative: 100,
            underline: false,
            script: Script::None,
        };
        self.styles.chars.number(look)
    }
}

fn is_empty(block: &Block) -> bool {
    matches!(block, Block::Stack(stack) if stack.children.is_empty())
}

/// How notes at the foot and at the end look.
fn notes(out: &mut String) {
    for (name, length, between, place) in
        [("footNotePr", "-1", 283, "EACH_COLUMN"), ("endNotePr", "14692344", 0, "END_OF_DOCUMENT")]
    {
        put!(
            *out,
            r##"<hp:{name}><hp:autoNumFormat type="DIGIT" userChar="" prefixChar="" suffixChar=")" supscript="0"/>"##
        );
        put!(*out, r##"<hp:noteLine length="{length}" type="SOLID" width="0.12 mm" color="#000000"/>"##);
        put!(*out, r#"<hp:noteSpacing betweenNotes="{between}" belowLine="567" aboveLine="850"/>"#);
        out.push_str(r#"<hp:numbering type="CONTINUOUS" newNum="1"/>"#);
        put!(*out, r#"<hp:placement place="{place}" beneathText="0"/></hp:{name}>"#);
    }
}
