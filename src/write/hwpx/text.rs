//! Texts to runs: every character in its look, figures of pages filled in, labels and signs as wide as they were set.

use std::ops::Range;

use crate::model::len::{Len, Ratio};
use crate::set::font::FaceId;
use crate::set::layout::measured::SetText;
use crate::set::layout::{AnchorId, Color, LinkTarget, TextBlock};
use crate::set::text::{BreakKind, Class, Glyph, Run};

use super::Writer;
use super::look::{CharLook, Script};
use super::styles::FaceUse;
use super::xml::{escaped, put, units};

/// Characters of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    /// The characters; a forced line break is `\n`.
    pub text: String,
    /// Their look.
    pub look: CharLook,
    /// Where they lead.
    pub link: Option<LinkTarget>,
}

/// How a text is set: its size and line spacing, and how far apart its letters stand, in percent of their size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// Size and line spacing.
    pub set: SetText,
    /// Letter spacing.
    pub spacing: i64,
}

/// The closest and the widest that the format sets letters, in percent of their size.
const SPACINGS: std::ops::RangeInclusive<i64> = -50..=50;
/// What is added to a letter by features of a face is less than this, in millionths of an em.
const SPREAD: i64 = 10_000;
/// How wide the format sets a blank, in millionths of an em, whatever the face says.
const BLANK: i64 = 500_000;
/// A syllable, which are all of one width in Korean faces.
const SYLLABLE: char = '가';
/// How far a syllable advances in 함초롬바탕 and 함초롬돋움, which come with 한글: taken where the folder of fonts doesn't have the face itself.
const HANCOM: i64 = 970_000;
/// A tab to which dots lead.
pub(super) const DOTTED: char = '\u{b}';
/// A blank that never ends a line.
const NO_BREAK: char = '\u{a0}';

impl Writer<'_> {
    /// The pieces of a text.
    pub(super) fn pieces(&mut self, text: &TextBlock, setting: Setting) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let forced: Vec<u32> = text
            .shaped
            .breaks
            .iter()
            .filter(|found| found.kind == BreakKind::Forced)
            .map(|found| found.glyph)
            .collect();
        for run in &text.shaped.runs {
            let base = self.char_look(text, run, setting);
            for index in run.glyphs.clone() {
                let Some(cluster) = cluster(text, index) else { continue };
                let link = text.links.iter().find(|link| link.glyphs.contains(&index));
                if let Some((page, digits)) = link.and_then(|link| Some((link, link.page.as_ref()?)))
                    && digits.0.contains(&index)
                {
                    if index == digits.0.start {
                        let number = match &page.link.target {
                            LinkTarget::Anchor(anchor) => self.page_of(*anchor),
                            LinkTarget::Address(_) => String::new(),
                        };
                        push(&mut pieces, &number, base, Some(page.link.target.clone()));
                    }
                    continue;
                }
                let link = link.map(|link| link.link.target.clone());
                if forced.contains(&(index + 1)) {
                    push(&mut pieces, "\n", base, link);
                    continue;
                }
                let (extra, blanks) = self.spread(text, run, index, cluster);
                let spacing = (base.spacing + extra).clamp(*SPACINGS.start(), *SPACINGS.end());
                let look = CharLook { spacing, ..base };
                push(&mut pieces, cluster, look, link.clone());
                push(&mut pieces, &NO_BREAK.to_string().repeat(blanks), look, link);
            }
        }
        pieces
    }

    /// The look of a run of a text.
    fn char_look(&mut self, text: &TextBlock, run: &Run, setting: Setting) -> CharLook {
        let FaceUse { font, bold, ratio } = self.face(run.face);
        let script = match run.raise.shift {
            0 => Script::None,
            shift if shift > 0 => Script::Raised,
            _ => Script::Lowered,
        };
        let size = if script == Script::None { i64::from(run.raise.size) } else { 1_000_000 };
        let accents = text.style.accent;
        let colors = [text.style.color, accents[0], accents[1], accents[2]];
        let color: Color = colors[usize::from(run.accent).min(colors.len() - 1)];
        CharLook {
            height: units(setting.set.size),
            color,
            font,
            bold,
            ratio,
            spacing: setting.spacing,
            relative: ((size + 5_000) / 10_000).clamp(10, 250),
            underline: run.underline,
            script,
        }
    }

    /// How a face is named and set. Where the template says which face 한글 has in its stead, that one is set as wide as the template's own (장평), so that lines
    /// hold what they hold on our pages.
    pub(super) fn face(&mut self, id: FaceId) -> FaceUse {
        let (fonts, theme) = (self.fonts, self.theme);
        self.styles.face(id, || {
            let face = fonts.face(id);
            let Some(name) = theme.hancom(&face.family) else {
                let (name, bold) = face.menu_name();
                return (name, bold, 100);
            };
            let theirs = fonts.advance_of(name, SYLLABLE).unwrap_or(HANCOM).max(1);
            let own = face.character_advance(SYLLABLE).unwrap_or(theirs);
            (name.to_owned(), face.weight >= 600, (own * 100 / theirs).clamp(50, 200))
        })
    }

    /// How much further than it comes a glyph's neighbour stands, in percent, and how many blanks that takes beside it: labels are spread, titles tracked.
    fn spread(&self, text: &TextBlock, run: &Run, index: u32, cluster: &str) -> (i64, usize) {
        let glyph = text.shaped.glyphs[index as usize];
        let mut characters = cluster.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else { return (0, 0) };
        let exact = matches!(character, '가'..='힣' | ' ');
        let Some(natural) = self.advances.of(run.face, character) else { return (0, 0) };
        if character == ' ' && glyph.advance == 0 {
            // A blank that was typed between two letters that are spread: it is part of what parts them.
            return (0, 0);
        }
        let typed = self.typed_blanks(text, index) * self.blank(run.face);
        let extra = i64::from(glyph.advance) - natural * i64::from(run.raise.size) / 1_000_000 - typed;
        // Features of a face narrow brackets and set figures alike: that is the face's own affair.
        if extra.abs() < SPREAD || (!exact && (extra < 4 * SPREAD || glyph.class == Class::Sign)) {
            return (0, 0);
        }
        let blank = self.blank(run.face).max(1);
        let most = SPACINGS.end() * 10_000;
        let blanks = (0..16).find(|blanks| extra - blanks * blank <= most * (blanks + 1)).unwrap_or(16);
        let each = (extra - blanks * blank) / (blanks + 1);
        ((each + if each < 0 { -5_000 } else { 5_000 }) / 10_000, blanks as usize)
    }

    /// The blanks behind a glyph that take no room of their own, since its letters are spread.
    fn typed_blanks(&self, text: &TextBlock, index: u32) -> i64 {
        let after = text.shaped.glyphs[index as usize + 1..].iter();
        after.take_while(|glyph| glyph.class == Class::Blank && glyph.advance == 0).count() as i64
    }

    /// The letter spacing at which a text takes no more lines than it was set in, where lines are filled with what fits: the means by which lines were filled
    /// better, letter by letter, are not the document's.
    pub(super) fn fitting_spacing(&self, text: &TextBlock, set: SetText, width: Len, lines: usize) -> i64 {
        /// Beyond, letters touch.
        const MOST: i64 = 14;
        let base = -set.letters / 10_000;
        if width <= Len::ZERO {
            return base;
        }
        let fits = |spacing: &i64| self.greedy_lines(text, set, width, *spacing) <= lines;
        (base - MOST..=base).rev().find(fits).unwrap_or(base)
    }

    /// The lines of a text where each takes the words that fit.
    fn greedy_lines(&self, text: &TextBlock, set: SetText, width: Len, spacing: i64) -> usize {
        let em = set.size.as_milli().max(1);
        // Faces of other machines are a little wider in their signs and figures: a line isn't counted upon to be filled to its end.
        let measure = (i128::from(width.as_milli()) * 970_000 / i128::from(em)) as i64 - text.margins.sum();
        let forced =
            |index: u32| text.shaped.breaks.iter().any(|found| found.kind == BreakKind::Forced && found.glyph == index);
        let (mut lines, mut line, mut word, mut blanks) = (1, 0, 0, 0);
        for run in &text.shaped.runs {
            for index in run.glyphs.clone() {
                if forced(index) {
                    (lines, line, word, blanks) = (lines + 1, 0, 0, 0);
                }
                let advance = self.advance(text, run, index) + spacing * i64::from(run.raise.size) / 100;
                if text.shaped.glyphs[index as usize].class == Class::Blank {
                    (line, word, blanks) = (line + blanks + word, 0, if word > 0 { advance } else { blanks + advance });
                    continue;
                }
                word += advance;
                if line + blanks + word > measure && line > 0 {
                    (lines, line, blanks) = (lines + 1, 0, 0);
                }
                if word > measure {
                    (lines, word) = (lines + 1, advance);
                }
            }
        }
        lines
    }

    /// How far a glyph advances in a program that knows no features.
    fn advance(&self, text: &TextBlock, run: &Run, index: u32) -> i64 {
        let glyph: Glyph = text.shaped.glyphs[index as usize];
        let Some(character) = cluster(text, index).and_then(|cluster| cluster.chars().next()) else { return 0 };
        let natural = self.advances.of(run.face, character);
        match natural {
            _ if matches!(character, '가'..='힣') => i64::from(glyph.advance),
            Some(_) if character == ' ' && glyph.advance == 0 => 0,
            Some(natural) if character == ' ' => self.blank(run.face) + i64::from(glyph.advance) - natural,
            Some(natural) => natural * i64::from(run.raise.size) / 1_000_000,
            None => i64::from(glyph.advance),
        }
    }

    /// How far a blank of a face advances.
    fn blank(&self, face: FaceId) -> i64 {
        BLANK * self.styles.known_ratio(face) / 100
    }

    /// The width of a text on one line in a program that knows no features.
    pub(super) fn width(&self, text: &TextBlock, size: Len) -> Len {
        let advances = text.shaped.runs.iter().flat_map(|run| run.glyphs.clone().map(move |index| (run, index)));
        size.scale(Ratio::millionths(advances.map(|(run, index)| self.advance(text, run, index)).sum()))
    }

    /// The printed number of the page that a place stands on; nothing where it has none.
    pub(super) fn page_of(&self, anchor: AnchorId) -> String {
        self.numbers.get(&anchor).map(u32::to_string).unwrap_or_default()
    }

    /// Widens the end of a sign by what it lacks to a width, in thousandths of a point.
    pub(super) fn widened(pieces: &mut Vec<Piece>, lack: Len, size: Len) {
        let Some(last) = pieces.last().cloned() else { return };
        let em = size.scale(Ratio::millionths(last.look.relative * 10_000)).as_milli().max(1);
        let percent = lack.as_milli() * 100 / em;
        let count: i64 = pieces.iter().map(|piece| piece.text.chars().count() as i64).sum();
        let each = (percent / count.max(1)).clamp(*SPACINGS.start(), *SPACINGS.end());
        let rest = percent - each * (count - 1);
        for piece in pieces.iter_mut() {
            piece.look.spacing = (piece.look.spacing + each).clamp(*SPACINGS.start(), *SPACINGS.end());
        }
        // The last character takes what division left over.
        let Some(mut tail) = pieces.pop() else { return };
        let Some(end) = tail.text.pop() else { return };
        if !tail.text.is_empty() {
            pieces.push(tail.clone());
        }
        tail.text = end.to_string();
        tail.look.spacing = (last.look.spacing + rest).clamp(*SPACINGS.start(), *SPACINGS.end());
        pieces.push(tail);
    }

    /// Runs of pieces; answers the number of the first one's look, which an empty paragraph has too.
    pub(super) fn runs(&mut self, pieces: &[Piece], out: &mut String) {
        let mut link: Option<(LinkTarget, u64)> = None;
        for piece in pieces {
            let number = self.styles.chars.number(piece.look);
            if piece.link.as_ref() != link.as_ref().map(|(target, _)| target) {
                if let Some((_, id)) = link.take() {
                    field_end(out, number, id);
                }
                if let Some(target) = &piece.link {
                    link = Some((target.clone(), self.link_begin(out, number, target)));
                }
            }
            put!(*out, r#"<hp:run charPrIDRef="{number}"><hp:t>"#);
            text(out, &piece.text);
            out.push_str("</hp:t></hp:run>");
        }
        if let (Some((_, id)), Some(last)) = (link, pieces.last()) {
            let number = self.styles.chars.number(last.look);
            field_end(out, number, id);
        }
    }

    /// Begins a link to a place of the document.
    pub(super) fn link_begin(&mut self, out: &mut String, characters: usize, target: &LinkTarget) -> u64 {
        let id = self.next_id();
        put!(*out, r#"<hp:run charPrIDRef="{characters}"><hp:ctrl><hp:fieldBegin id="{id}" type="HYPERLINK" name="" "#);
        put!(*out, r#"editable="0" dirty="0" zorder="-1" fieldid="{id}" metaTag=""><hp:parameters cnt="5" name="">"#);
        out.push_str(r#"<hp:integerParam name="Prop">0</hp:integerParam>"#);
        let (command, category) = match target {
            LinkTarget::Anchor(anchor) => (format!("?{};0;0;0;", bookmark(*anchor)), "HWPHYPERLINK_TYPE_HWP"),
            // What the command's own signs are is said with a backslash.
            LinkTarget::Address(address) => {
                let escaped = address.replace('\\', "\\\\").replace(':', "\\:").replace(';', "\\;");
                (format!("{escaped};1;0;0;"), "HWPHYPERLINK_TYPE_URL")
            }
        };
        for (name, value) in [
            ("Command", command.as_str()),
            ("Category", category),
            ("TargetType", "HWPHYPERLINK_TARGET_BOOKMARK"),
            ("DocOpenType", "HWPHYPERLINK_JUMP_CURRENTTAB"),
        ] {
            put!(*out, r#"<hp:stringParam name="{name}">{}</hp:stringParam>"#, escaped(value));
        }
        out.push_str("</hp:parameters></hp:fieldBegin></hp:ctrl></hp:run>");
        id
    }
}

/// Ends a field.
pub(super) fn field_end(out: &mut String, characters: usize, id: u64) {
    put!(*out, r#"<hp:run charPrIDRef="{characters}"><hp:ctrl><hp:fieldEnd beginIDRef="{id}" fieldid="{id}"/>"#);
    out.push_str("</hp:ctrl></hp:run>");
}

/// What a place is called among the bookmarks.
pub(super) fn bookmark(anchor: AnchorId) -> String {
    match anchor {
        AnchorId::Section([part, 0, _]) => format!("편 {}", part + 1),
        AnchorId::Section([part, department, 0]) => format!("편 {} 부서 {department}", part + 1),
        AnchorId::Section([part, department, project]) => format!("편 {} 부서 {department} 사업 {project}", part + 1),
        AnchorId::Block(place) => format!("표와 그림 {}", place + 1),
    }
}

/// The text of a glyph's cluster; `None` for further glyphs of it.
fn cluster(text: &TextBlock, index: u32) -> Option<&str> {
    let glyphs = &text.shaped.glyphs;
    let index = index as usize;
    let start = glyphs.get(index)?.start;
    if index > 0 && glyphs[index - 1].start == start {
        return None;
    }
    let end = glyphs[index..].iter().map(|glyph| glyph.start).find(|&other| other > start);
    let range: Range<usize> = start as usize..end.map_or(text.shaped.text.len(), |end| end as usize);
    text.shaped.text.get(range)
}

fn push(pieces: &mut Vec<Piece>, text: &str, look: CharLook, link: Option<LinkTarget>) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.look == look && last.link == link => last.text.push_str(text),
        _ => pieces.push(Piece { text: text.to_owned(), look, link }),
    }
}

/// Characters within a run: what the format has elements for besides.
pub(super) fn text(out: &mut String, text: &str) {
    for part in text.split_inclusive(['\n', '\t', DOTTED, NO_BREAK]) {
        let mut plain = part.chars();
        let end = plain.next_back();
        let element = match end {
            Some('\n') => "<hp:lineBreak/>",
            Some('\t') => r#"<hp:tab width="4000" leader="0" type="2"/>"#,
            Some(DOTTED) => r#"<hp:tab width="4000" leader="3" type="2"/>"#,
            Some(NO_BREAK) => "<hp:nbSpace/>",
            _ => "",
        };
        out.push_str(&escaped(if element.is_empty() { part } else { plain.as_str() }));
        out.push_str(element);
    }
}
