//! What messages call the abilities of printers, and what keeps them.

use super::words::Lang;

/// Something that not every printer can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ability {
    /// Several copies.
    Copies,
    /// Both sides.
    Sides,
    /// Copies one after another, or page by page.
    Collation,
    /// Staples.
    Staples,
    /// A tray of this name.
    Tray,
    /// Paper of this size.
    Paper,
    /// Grey instead of colours.
    Monochrome,
}

impl Ability {
    /// Its name.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Ability::Copies => lang.choose("부수", "copies"),
            Ability::Sides => lang.choose("양면 인쇄", "both sides"),
            Ability::Collation => lang.choose("부별 인쇄", "collation"),
            Ability::Staples => lang.choose("스테이플", "staples"),
            Ability::Tray => lang.choose("용지함", "tray"),
            Ability::Paper => lang.choose("용지", "paper"),
            Ability::Monochrome => lang.choose("흑백 인쇄", "black and white"),
        }
    }
}

/// A reason of a state in words: `media-empty-error`. `None` for what is no news.
pub(crate) fn reason(keyword: &str, lang: Lang) -> Option<String> {
    let bare =
        ["-error", "-warning", "-report"].into_iter().find_map(|end| keyword.strip_suffix(end)).unwrap_or(keyword);
    let (ko, en) = match bare {
        "job-completed-successfully" | "job-printing" | "job-incoming" | "job-data-insufficient" | "none" => {
            return None;
        }
        "media-empty" => ("용지가 없음", "out of paper"),
        "media-needed" => ("용지를 넣어야 함", "needs paper"),
        "media-low" => ("용지가 얼마 없음", "low on paper"),
        "media-jam" => ("용지가 걸림", "paper jam"),
        "toner-empty" | "marker-supply-empty" => ("토너가 없음", "out of toner"),
        "toner-low" | "marker-supply-low" => ("토너가 얼마 없음", "low on toner"),
        "door-open" | "cover-open" | "interlock-open" => ("덮개가 열림", "open"),
        "input-tray-missing" => ("용지함이 빠짐", "tray missing"),
        "output-area-full" => ("나온 종이가 가득 참", "full of printed paper"),
        "output-area-almost-full" => ("나온 종이가 거의 참", "nearly full of printed paper"),
        "paused" | "moving-to-paused" => ("일시 정지", "paused"),
        "printer-stopped" | "printer-stopped-partly" | "stopped-partly" => {
            ("인쇄기가 멈춤", "the printer stands still")
        }
        "offline" | "shutdown" => ("꺼져 있음", "switched off"),
        "connecting-to-device" => ("인쇄기에 연결하는 중", "connecting"),
        "spool-area-full" => ("저장 공간이 가득 참", "no room for jobs"),
        "job-canceled-by-user" => ("사용자가 취소함", "cancelled by its user"),
        "job-canceled-at-device" | "job-canceled-by-operator" => ("인쇄기에서 취소함", "cancelled at the printer"),
        "aborted-by-system" => ("인쇄기가 그만둠", "given up by the printer"),
        "document-format-error" | "unsupported-document-format" => ("문서를 읽지 못함", "can't read the document"),
        "document-access-error" => ("문서를 받지 못함", "did not get the document"),
        "processing-to-stop-point" => ("멈추는 중", "stopping"),
        "queued-in-device" => ("인쇄기에서 기다리는 중", "waits in the printer"),
        other => return Some(other.to_owned()),
    };
    Some(lang.choose(ko, en).to_owned())
}

/// A reason after a sentence, if there is one.
pub(super) fn told(reason: &str) -> String {
    if reason.is_empty() { String::new() } else { format!(" ({reason})") }
}
