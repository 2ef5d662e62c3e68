//! Pictures and drawings: objects that stand in a paragraph like a letter, with what a listener hears.

use crate::model::len::Len;
use crate::model::picture::{Content, Part};
use crate::model::report::Align;
use crate::model::structure::Tag;
use crate::set::layout::measured::picture_extent;
use crate::set::layout::{DrawingBlock, Frame, LeafKind, Owner, PictureBlock, Stroke};

use super::Writer;
use super::flow::At;
use super::look::{ParaAlign, ParaLook};
use super::xml::{color, escaped, put, sides, units};

/// A picture as it stands.
struct Shown {
    /// Its number among the files.
    file: usize,
    width: Len,
    height: Len,
    frame: Stroke,
    align: Align,
    alt: String,
}

impl Writer<'_> {
    /// A picture.
    pub(super) fn picture(&mut self, block: &PictureBlock, at: At) {
        let (width, height) = picture_extent(block, &at.context, at.width());
        let file = match &block.picture.content {
            Content::Raster(raster) => {
                self.pictures.raster(&block.picture, raster, block.part, (width, height), self.document.press)
            }
            Content::Drawing(_) => self.pictures.drawn(picture_frame(block, block.part, width, height)),
        };
        let alt = self.heard(block.owner);
        self.shown(Shown { file, width, height, frame: block.frame, align: block.align, alt }, at);
    }

    /// A drawing, as a picture of what it looks like.
    pub(super) fn drawing(&mut self, block: &DrawingBlock, at: At) {
        let owner = block.frame.leaves.iter().map(|leaf| leaf.owner).find(|owner| *owner != Owner::Artifact);
        let alt = owner.map(|owner| self.heard(owner)).unwrap_or_default();
        let frame = Frame::clone(&block.frame).into_artifact();
        let (width, height) = (frame.width, frame.height);
        let file = self.pictures.drawn(frame);
        self.shown(Shown { file, width, height, frame: Stroke::NONE, align: block.align, alt }, at);
    }

    /// What a listener hears of a figure.
    fn heard(&self, owner: Owner) -> String {
        match self.tag(owner) {
            Some(Tag::Figure(alt)) => alt.clone(),
            _ => String::new(),
        }
    }

    fn shown(&mut self, shown: Shown, at: At) {
        let id = self.next_id();
        let Shown { file, frame, .. } = shown;
        let [width, height] = [shown.width, shown.height].map(|length| units(length).max(1));
        let mut out = String::new();
        put!(out, r#"<hp:pic id="{id}" zOrder="{id}" numberingType="PICTURE" textWrap="TOP_AND_BOTTOM" "#);
        put!(
            out,
            r#"textFlow="BOTH_SIDES" lock="0" dropcapstyle="None" href="" groupLevel="0" instid="{id}" reverse="0">"#
        );
        put!(out, r#"<hp:offset x="0" y="0"/><hp:orgSz width="{width}" height="{height}"/>"#);
        put!(out, r#"<hp:curSz width="{width}" height="{height}"/><hp:flip horizontal="0" vertical="0"/>"#);
        put!(out, r#"<hp:rotationInfo angle="0" centerX="{}" centerY="{}" rotateimage="1"/>"#, width / 2, height / 2);
        out.push_str("<hp:renderingInfo>");
        for matrix in ["transMatrix", "scaMatrix", "rotMatrix"] {
            put!(out, r#"<hc:{matrix} e1="1" e2="0" e3="0" e4="0" e5="1" e6="0"/>"#);
        }
        out.push_str("</hp:renderingInfo>");
        if frame.width > Len::ZERO {
            let (ink, width) = (color(frame.color.rgb), units(frame.width).max(1));
            put!(out, r#"<hp:lineShape color="{ink}" width="{width}" style="SOLID" endCap="FLAT" headStyle="NORMAL" "#);
            out.push_str(
                r#"tailStyle="NORMAL" headfill="1" tailfill="1" headSz="MEDIUM_MEDIUM" tailSz="MEDIUM_MEDIUM" "#,
            );
            out.push_str(r#"outlineStyle="NORMAL" alpha="0"/>"#);
        }
        out.push_str("<hp:imgRect>");
        for (point, x, y) in [("pt0", 0, 0), ("pt1", width, 0), ("pt2", width, height), ("pt3", 0, height)] {
            put!(out, r#"<hc:{point} x="{x}" y="{y}"/>"#);
        }
        out.push_str("</hp:imgRect>");
        sides(&mut out, "hp:imgClip", [0, width, 0, height]);
        sides(&mut out, "hp:inMargin", [0; 4]);
        put!(out, r#"<hp:imgDim dimwidth="{width}" dimheight="{height}"/>"#);
        put!(
            out,
            r#"<hc:img binaryItemIDRef="image{}" bright="0" contrast="0" effect="REAL_PIC" alpha="0"/>"#,
            file + 1
        );
        out.push_str("<hp:effects/>");
        put!(
            out,
            r#"<hp:sz width="{width}" widthRelTo="ABSOLUTE" height="{height}" heightRelTo="ABSOLUTE" protect="0"/>"#
        );
        out.push_str(
            r#"<hp:pos treatAsChar="1" affectLSpacing="0" flowWithText="1" allowOverlap="0" holdAnchorAndSO="0" "#,
        );
        out.push_str(
            r#"vertRelTo="PARA" horzRelTo="PARA" vertAlign="TOP" horzAlign="LEFT" vertOffset="0" horzOffset="0"/>"#,
        );
        sides(&mut out, "hp:outMargin", [0; 4]);
        if !shown.alt.is_empty() {
            put!(out, "<hp:shapeComment>{}</hp:shapeComment>", escaped(&shown.alt));
        }
        out.push_str("</hp:pic>");
        let align = match shown.align {
            Align::Left => ParaAlign::Left,
            Align::Center => ParaAlign::Center,
            Align::Right => ParaAlign::Right,
        };
        let look = ParaLook { align, left: units(at.left), right: units(at.right), ..ParaLook::PLAIN };
        self.holding(look, &out);
    }
}

/// A picture of shapes, by itself.
fn picture_frame(block: &PictureBlock, part: Part, width: Len, height: Len) -> Frame {
    let mut frame = Frame::empty(width);
    frame.height = height;
    let kind = LeafKind::Picture { picture: block.picture.clone(), part, width, height, span: block.span };
    frame.push(Len::ZERO, Len::ZERO, Owner::Artifact, kind);
    frame
}
