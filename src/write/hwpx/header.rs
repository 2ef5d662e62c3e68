//! The part with all looks: faces, characters, tabs, numbering, paragraphs, styles.

use crate::set::layout::Stroke;

use super::look::{BoxLook, CharLook, Edge, ParaLook, Script};
use super::styles::Styles;
use super::xml::{DECLARATION, NAMESPACES, color, escaped, put};

/// The kinds of letters that each have faces of their own.
const SCRIPTS: [&str; 7] = ["HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"];
/// The same, as attributes.
const OF_SCRIPTS: [&str; 7] = ["hangul", "latin", "hanja", "japanese", "other", "symbol", "user"];

/// The part, for a document of so many sections.
pub(super) fn header(styles: &Styles, sections: usize) -> String {
    let mut out = format!(r#"{DECLARATION}<hh:head{NAMESPACES} version="1.4" secCnt="{sections}">"#);
    out.push_str(r#"<hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/><hh:refList>"#);
    faces(&mut out, &styles.faces);
    list(&mut out, "borderFills", styles.boxes.all(), border);
    list(&mut out, "charProperties", styles.chars.all(), characters);
    put!(out, r#"<hh:tabProperties itemCnt="{}">"#, styles.tabs.all().len());
    for (id, tab) in styles.tabs.all().iter().enumerate() {
        match tab {
            None => put!(out, r#"<hh:tabPr id="{id}" autoTabLeft="0" autoTabRight="0"/>"#),
            Some(tab) => {
                let leader = if tab.dotted { "DOT" } else { "NONE" };
                put!(out, r#"<hh:tabPr id="{id}" autoTabLeft="0" autoTabRight="0">"#);
                let item =
                    |at: i64, unit: &str| format!(r#"<hh:tabItem pos="{at}" type="RIGHT" leader="{leader}"{unit}/>"#);
                switched(&mut out, &item(tab.at, r#" unit="HWPUNIT""#), &item(tab.at * 2, ""));
                out.push_str("</hh:tabPr>");
            }
        }
    }
    out.push_str("</hh:tabProperties>");
    numbering(&mut out);
    put!(out, r#"<hh:paraProperties itemCnt="{}">"#, styles.paras.all().len());
    for (id, para) in styles.paras.all().iter().enumerate() {
        let tab = styles.tabs.all().iter().position(|tab| *tab == para.tab).unwrap_or_default();
        paragraph(&mut out, id, para, tab);
    }
    out.push_str("</hh:paraProperties>");
    style_list(&mut out, styles);
    out.push_str("</hh:refList>");
    out.push_str(r#"<hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument>"#);
    out.push_str(r#"<hh:docOption><hh:linkinfo path="" pageInherit="0" footnoteInherit="0"/></hh:docOption>"#);
    out.push_str(r#"<hh:trackchageConfig flags="56"/></hh:head>"#);
    out
}

fn list<T>(out: &mut String, name: &str, all: &[T], one: impl Fn(&mut String, usize, &T)) {
    put!(*out, r#"<hh:{name} itemCnt="{}">"#, all.len());
    for (id, thing) in all.iter().enumerate() {
        one(out, id, thing);
    }
    put!(*out, "</hh:{name}>");
}

/// What programs read that know the format's newer unit, and what others read: it was twice as large.
fn switched(out: &mut String, new: &str, old: &str) {
    out.push_str(r#"<hp:switch><hp:case hp:required-namespace="http://www.hancom.co.kr/hwpml/2016/HwpUnitChar">"#);
    put!(*out, "{new}</hp:case><hp:default>{old}</hp:default></hp:switch>");
}

fn faces(out: &mut String, faces: &[String]) {
    put!(*out, r#"<hh:fontfaces itemCnt="{}">"#, SCRIPTS.len());
    for script in SCRIPTS {
        put!(*out, r#"<hh:fontface lang="{script}" fontCnt="{}">"#, faces.len());
        for (id, face) in faces.iter().enumerate() {
            put!(*out, r#"<hh:font id="{id}" face="{}" type="TTF" isEmbedded="0"/>"#, escaped(face));
        }
        out.push_str("</hh:fontface>");
    }
    out.push_str("</hh:fontfaces>");
}

/// Widths of rules that the format knows, in micrometres.
const WIDTHS: [i64; 16] = [100, 120, 150, 200, 250, 300, 400, 500, 600, 700, 1000, 1500, 2000, 3000, 4000, 5000];

/// The nearest width that the format knows: `0.4 mm`.
pub(super) fn width(stroke: Stroke) -> String {
    // A thousandth of a point is 0.3528 micrometres.
    let wanted = stroke.width.as_milli() * 3528 / 10_000;
    let nearest = WIDTHS.into_iter().min_by_key(|width| width.abs_diff(wanted)).unwrap_or(100);
    let (whole, part) = (nearest / 1000, nearest % 1000 / 10);
    match part % 10 {
        0 => format!("{whole}.{} mm", part / 10),
        _ => format!("{whole}.{part:02} mm"),
    }
}

fn border(out: &mut String, id: usize, look: &BoxLook) {
    let [top, right, bottom, left] = look.sides;
    put!(*out, r#"<hh:borderFill id="{}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">"#, id + 1);
    let diagonal = if look.diagonal.is_some() { "CENTER" } else { "NONE" };
    out.push_str(r#"<hh:slash type="NONE" Crooked="0" isCounter="0"/>"#);
    put!(*out, r#"<hh:backSlash type="{diagonal}" Crooked="0" isCounter="0"/>"#);
    for (name, edge, outer_first) in
        [("left", left, true), ("right", right, false), ("top", top, true), ("bottom", bottom, false)]
    {
        let (kind, stroke) = match edge {
            Edge::Line(stroke) if stroke.width.as_milli() <= 0 => ("NONE", stroke),
            Edge::Line(stroke) => ("SOLID", stroke),
            Edge::Double(stroke) if outer_first => ("THICK_SLIM", stroke),
            Edge::Double(stroke) => ("SLIM_THICK", stroke),
        };
        let (width, color) = (width(stroke), color(stroke.color.rgb));
        put!(*out, r#"<hh:{name}Border type="{kind}" width="{width}" color="{color}"/>"#);
    }
    let diagonal = look.diagonal.unwrap_or(Stroke::NONE);
    let (width, ink) = (width(diagonal), color(diagonal.color.rgb));
    put!(*out, r#"<hh:diagonal type="SOLID" width="{width}" color="{ink}"/>"#);
    if let Some(fill) = look.fill {
        let fill = color(fill.rgb);
        put!(
            *out,
            r##"<hc:fillBrush><hc:winBrush faceColor="{fill}" hatchColor="#999999" alpha="0"/></hc:fillBrush>"##
        );
    }
    out.push_str("</hh:borderFill>");
}

/// An element with the same value for every kind of letters.
fn of_scripts(out: &mut String, name: &str, value: i64) {
    put!(*out, "<hh:{name}");
    for script in OF_SCRIPTS {
        put!(*out, r#" {script}="{value}""#);
    }
    out.push_str("/>");
}

fn characters(out: &mut String, id: usize, look: &CharLook) {
    let ink = color(look.color.rgb);
    put!(*out, r#"<hh:charPr id="{id}" height="{}" textColor="{ink}" shadeColor="none" "#, look.height);
    out.push_str(r#"useFontSpace="0" useKerning="0" symMark="NONE" borderFillIDRef="1">"#);
    of_scripts(out, "fontRef", look.font as i64);
    of_scripts(out, "ratio", look.ratio);
    of_scripts(out, "spacing", look.spacing);
    of_scripts(out, "relSz", look.relative);
    of_scripts(out, "offset", 0);
    if look.bold {
        out.push_str("<hh:bold/>");
    }
    let underline = if look.underline { "BOTTOM" } else { "NONE" };
    put!(*out, r#"<hh:underline type="{underline}" shape="SOLID" color="{ink}"/>"#);
    out.push_str(r##"<hh:strikeout shape="NONE" color="#000000"/><hh:outline type="NONE"/>"##);
    out.push_str(r##"<hh:shadow type="NONE" color="#B2B2B2" offsetX="10" offsetY="10"/>"##);
    match look.script {
        Script::None => {}
        Script::Raised => out.push_str("<hh:supscript/>"),
        Script::Lowered => out.push_str("<hh:subscript/>"),
    }
    out.push_str("</hh:charPr>");
}

/// One numbering, of levels that print nothing: headings have their numbers in their text.
fn numbering(out: &mut String) {
    out.push_str(r#"<hh:numberings itemCnt="1"><hh:numbering id="1" start="0">"#);
    for level in 1..=7 {
        put!(*out, r#"<hh:paraHead start="1" level="{level}" align="LEFT" useInstWidth="0" autoIndent="0" "#);
        out.push_str(r#"widthAdjust="0" textOffsetType="PERCENT" textOffset="0" numFormat="DIGIT" "#);
        out.push_str(r#"charPrIDRef="4294967295" checkable="0"/>"#);
    }
    out.push_str("</hh:numbering></hh:numberings>");
}

fn paragraph(out: &mut String, id: usize, look: &ParaLook, tab: usize) {
    put!(*out, r#"<hh:paraPr id="{id}" tabPrIDRef="{tab}" condense="0" fontLineHeight="0" snapToGrid="0" "#);
    out.push_str(r#"suppressLineNumbers="0" checked="0">"#);
    put!(*out, r#"<hh:align horizontal="{}" vertical="BASELINE"/>"#, look.align.name());
    match look.outline {
        Some(level) => put!(*out, r#"<hh:heading type="OUTLINE" idRef="0" level="{level}"/>"#),
        None => out.push_str(r#"<hh:heading type="NONE" idRef="0" level="0"/>"#),
    }
    // As its name doesn't say, `BREAK_WORD` is what keeps Korean words whole: files of the format's own writer show it.
    let (orphans, next) = (u8::from(look.orphans), u8::from(look.with_next));
    put!(
        *out,
        r#"<hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="BREAK_WORD" widowOrphan="{orphans}" "#
    );
    put!(*out, r#"keepWithNext="{next}" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/>"#);
    out.push_str(r#"<hh:autoSpacing eAsianEng="0" eAsianNum="0"/>"#);
    let margin = |times: i64| {
        let mut out = String::from("<hh:margin>");
        let lengths =
            [("intent", -look.hanging), ("left", look.left), ("right", look.right), ("prev", look.before), ("next", 0)];
        for (name, length) in lengths {
            put!(out, r#"<hc:{name} value="{}" unit="HWPUNIT"/>"#, length * times);
        }
        put!(out, r#"</hh:margin><hh:lineSpacing type="PERCENT" value="{}" unit="HWPUNIT"/>"#, look.leading);
        out
    };
    switched(out, &margin(1), &margin(2));
    put!(*out, r#"<hh:border borderFillIDRef="{}" offsetLeft="0" offsetRight="0" offsetTop="0" "#, look.border.max(1));
    out.push_str(r#"offsetBottom="0" connect="0" ignoreMargin="0"/></hh:paraPr>"#);
}

fn style_list(out: &mut String, styles: &Styles) {
    let used: Vec<_> = styles.styles.iter().map(|style| (&style.named, style.look().unwrap_or_default())).collect();
    put!(*out, r#"<hh:styles itemCnt="{}">"#, used.len() + 1);
    let mut style = |id: usize, name: &str, english: &str, (para, character): (usize, usize)| {
        put!(*out, r#"<hh:style id="{id}" type="PARA" name="{name}" engName="{english}" paraPrIDRef="{para}" "#);
        put!(*out, r#"charPrIDRef="{character}" nextStyleIDRef="{id}" langID="1042" lockForm="0"/>"#);
    };
    style(0, "바탕글", "Normal", (0, 0));
    for (index, (named, look)) in used.into_iter().enumerate() {
        style(index + 1, &escaped(&named.name), &escaped(&named.english), look);
    }
    out.push_str("</hh:styles>");
}
