//! The parts of the package: pictures, the list of parts, what the document is called.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::model::len::Len;
use crate::model::picture::{Part, Raster};
use crate::model::report::Picture;
use crate::model::structure::Structure;
use crate::set::document::{Document, Label, Page, Press};
use crate::set::layout::Frame;
use crate::write::picture::{Print, Wanted};

use super::Draw;
use super::package::Part as PackagePart;
use super::styles::Styles;
use super::xml::{DECLARATION, NAMESPACES, escaped, put};

/// The pictures of a document, in the order in which they are first shown.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    files: Vec<File>,
    known: HashMap<(PathBuf, Part), usize>,
}

/// What a picture's file holds.
#[derive(Debug)]
enum File {
    /// Its bytes.
    Ready(Vec<u8>, Kind),
    /// What is to be drawn.
    Drawn(Box<Frame>),
}

/// Kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Jpeg,
}

impl Kind {
    /// What its name ends with, and its type.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Kind::Png => ("png", "image/png"),
            Kind::Jpeg => ("jpg", "image/jpg"),
        }
    }
}

/// Dots an inch of drawings.
const RESOLUTION: u16 = 300;

impl Pictures {
    /// The number of a picture of pixels, made ready for the size at which it is first shown.
    pub(super) fn raster(
        &mut self,
        picture: &Picture,
        raster: &Raster,
        part: Part,
        extent: (Len, Len),
        press: Press,
    ) -> usize {
        let key = (picture.path.clone(), part);
        if let Some(&known) = self.known.get(&key) {
            return known;
        }
        let dots = |length: Len, has: u32| match press.resolution {
            0 => has,
            resolution => {
                let dots = (length.at_least_zero().as_milli() * i64::from(resolution) + 71_999) / 72_000;
                u32::try_from(dots).unwrap_or(u32::MAX).max(1)
            }
        };
        let pixels = (dots(extent.0, part.width), dots(extent.1, part.height));
        let Press { spare, quality, .. } = press;
        let wanted = Wanted { part, pixels, spare, quality, opaque: false };
        // It was decoded before, when it was looked at.
        let file = match raster.print(picture.size, &wanted) {
            Ok(Print::Jpeg(data)) => File::Ready(data, Kind::Jpeg),
            Ok(Print::Pixels(pixels, profile)) => File::Ready(pixels.png(profile), Kind::Png),
            Err(_) => File::Ready(raster.data.clone(), Kind::Png),
        };
        self.known.insert(key, self.files.len());
        self.files.push(file);
        self.files.len() - 1
    }

    /// The number of what is to be drawn.
    pub(super) fn drawn(&mut self, frame: Frame) -> usize {
        self.files.push(File::Drawn(Box::new(frame)));
        self.files.len() - 1
    }

    /// All of them as files: what is drawn stands on a page of its own, whose picture it is.
    pub(super) fn finish(
        self,
        document: &Document,
        draw: Draw<'_>,
    ) -> Option<Vec<(Vec<u8>, &'static str, &'static str)>> {
        let mut pages = Vec::new();
        for file in &self.files {
            let File::Drawn(frame) = file else { continue };
            pages.push(Page {
                width: frame.width,
                height: frame.height,
                leaves: frame.leaves.clone(),
                chapter: 0,
                label: Label::Name(String::new()),
            });
        }
        let mut drawn = Vec::new();
        if !pages.is_empty() {
            let sheet = Document {
                pages,
                title: document.title.clone(),
                structures: vec![Structure::default()],
                press: document.press,
                ..Document::default()
            };
            drawn = draw(sheet, RESOLUTION);
        }
        let mut drawn = drawn.into_iter();
        let files = self.files.into_iter().map(|file| match file {
            File::Ready(data, kind) => Some((data, kind)),
            File::Drawn(_) => Some((drawn.next().flatten()?, Kind::Png)),
        });
        let named = |(data, kind): (Vec<u8>, Kind)| (data, kind.names().0, kind.names().1);
        files.map(|file| file.map(named)).collect()
    }
}

/// The parts of a document.
pub(super) fn parts(
    document: &Document,
    styles: &Styles,
    sections: Vec<String>,
    pictures: Vec<(Vec<u8>, &'static str, &'static str)>,
) -> Vec<PackagePart> {
    let mut parts = Vec::new();
    let mut add = |path: &str, data: Vec<u8>, stored: bool| parts.push(PackagePart { path: path.into(), data, stored });
    add("mimetype", b"application/hwp+zip".to_vec(), true);
    add("version.xml", version().into_bytes(), false);
    let content = content(document, sections.len(), &pictures);
    add("Contents/header.xml", super::header::header(styles, sections.len()).into_bytes(), false);
    let preview = preview(&sections);
    for (index, section) in sections.into_iter().enumerate() {
        let section = format!("{DECLARATION}<hs:sec{NAMESPACES}>{section}</hs:sec>");
        add(&format!("Contents/section{index}.xml"), section.into_bytes(), false);
    }
    for (index, (data, end, _)) in pictures.into_iter().enumerate() {
        add(&format!("BinData/image{}.{end}", index + 1), data, true);
    }
    add("Preview/PrvText.txt", preview.into_bytes(), false);
    add("settings.xml", settings().into_bytes(), false);
    add("Contents/content.hpf", content.into_bytes(), false);
    add("META-INF/container.xml", container().into_bytes(), false);
    let manifest =
        format!(r#"{DECLARATION}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#);
    add("META-INF/manifest.xml", manifest.into_bytes(), false);
    parts
}

fn version() -> String {
    let mut out = String::from(DECLARATION);
    out.push_str(
        r#"<hv:HCFVersion xmlns:hv="http://www.hancom.co.kr/hwpml/2011/version" tagetApplication="WORDPROCESSOR" "#,
    );
    put!(out, r#"major="5" minor="1" micro="0" buildNumber="1" os="1" xmlVersion="1.4" application="bogoseo" "#);
    put!(out, r#"appVersion="{}"/>"#, env!("CARGO_PKG_VERSION"));
    out
}

fn container() -> String {
    let mut out = String::from(DECLARATION);
    out.push_str(r#"<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container" "#);
    out.push_str(r#"xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf"><ocf:rootfiles>"#);
    out.push_str(r#"<ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>"#);
    out.push_str(r#"<ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/>"#);
    out.push_str("</ocf:rootfiles></ocf:container>");
    out
}

fn settings() -> String {
    let mut out = String::from(DECLARATION);
    out.push_str(r#"<ha:HWPApplicationSetting xmlns:ha="http://www.hancom.co.kr/hwpml/2011/app" "#);
    out.push_str(r#"xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0">"#);
    out.push_str(r#"<ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>"#);
    out
}

/// What the document is called, and the list of its parts.
fn content(document: &Document, sections: usize, pictures: &[(Vec<u8>, &str, &str)]) -> String {
    let [title, author] = [&document.title, &document.author].map(|text| escaped(text));
    let dates = document.date.map(|date| {
        let (year, month, day) = (date.year, date.month, date.day);
        let shown: String = [month, day].iter().flatten().map(|number| format!(" {number}.")).collect();
        let (month, day) = (month.unwrap_or(1), day.unwrap_or(1));
        (format!("{year}.{shown}"), format!("{year:04}-{month:02}-{day:02}T00:00:00Z"))
    });
    let mut out = format!(r#"{DECLARATION}<opf:package{NAMESPACES} version="" unique-identifier="" id="">"#);
    put!(out, "<opf:metadata><opf:title>{title}</opf:title><opf:language>ko</opf:language>");
    let mut said = vec![("creator", author.clone()), ("lastsaveby", author)];
    if let Some((shown, exact)) = dates {
        said.extend([("CreatedDate", exact.clone()), ("ModifiedDate", exact), ("date", shown)]);
    }
    for (name, value) in said {
        put!(out, r#"<opf:meta name="{name}" content="text">{value}</opf:meta>"#);
    }
    out.push_str("</opf:metadata><opf:manifest>");
    let mut item = |id: &str, path: &str, kind: &str, more: &str| {
        put!(out, r#"<opf:item id="{id}" href="{path}" media-type="{kind}"{more}/>"#);
    };
    item("version", "version.xml", "application/xml", "");
    item("header", "Contents/header.xml", "application/xml", "");
    for (index, (_, end, kind)) in (1..).zip(pictures) {
        item(&format!("image{index}"), &format!("BinData/image{index}.{end}"), kind, r#" isEmbeded="1""#);
    }
    for index in 0..sections {
        item(&format!("section{index}"), &format!("Contents/section{index}.xml"), "application/xml", "");
    }
    item("settings", "settings.xml", "application/xml", "");
    out.push_str(r#"</opf:manifest><opf:spine><opf:itemref idref="header" linear="yes"/>"#);
    for index in 0..sections {
        put!(out, r#"<opf:itemref idref="section{index}" linear="yes"/>"#);
    }
    out.push_str("</opf:spine></opf:package>");
    out
}

/// The most characters of the text that file managers show.
const PREVIEW: usize = 1000;

/// The beginning of the text, as file managers show it.
fn preview(sections: &[String]) -> String {
    let mut out = String::new();
    for paragraph in sections.iter().flat_map(|section| section.split("</hp:p>")) {
        for text in paragraph.split("<hp:t>").skip(1) {
            let text = text.split("</hp:t>").next().unwrap_or_default();
            let mut within = false;
            out.extend(text.chars().filter(|character| {
                let is_text = !within && *character != '<';
                within = if within { *character != '>' } else { *character == '<' };
                is_text
            }));
        }
        if !out.is_empty() && !out.ends_with('\n') {
            out.push_str("\r\n");
        }
        if out.chars().count() > PREVIEW {
            break;
        }
    }
    let text = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    text.chars().take(PREVIEW).collect()
}
