//! What can go wrong while something is printed.

use super::problems;
use crate::diag::particle::{and, subject};
use crate::diag::printing::{Ability, told};
use crate::diag::words::{listed, say};

problems! {
    /// What can go wrong while something is printed.
    pub enum PrintProblem in lang {
        /// No address of a printer.
        Address { address: String } = Error "printer-address" {
            ko: say!("`{address}`: 인쇄기의 주소가 아닙니다").help("`ipp://주소/ipp/print`처럼 적어 주세요."),
            en: say!("`{address}` is no address of a printer").help("Write it as `ipp://host/ipp/print`."),
        }

        /// Nobody named a printer, and there is no default.
        NoPrinter { server: String, reason: String } = Error "no-printer" {
            ko: say!("기본 인쇄기를 찾을 수 없습니다 ({server}{})", told(reason)).help("`--printer ipp://주소/ipp/print`로 인쇄기를 정해 주세요."),
            en: say!("there is no default printer ({server}{})", told(reason)).help("Name one: `--printer ipp://host/ipp/print`."),
        }

        /// It talks only in secret.
        Secret { printer: String } = Error "printer-encrypted" {
            ko: say!("`{printer}`: 암호화된 연결(ipps)은 아직 쓸 수 없습니다").help("`ipp://`로 시작하는 주소를 쓰거나, 그 인쇄기를 인쇄 서버(CUPS)에 등록해 주세요."),
            en: say!("`{printer}`: encrypted connections (ipps) can't be made yet").help("Use its `ipp://` address, or add the printer to a print server (CUPS)."),
        }

        /// No connection can be made.
        Unreachable { printer: String, reason: String } = Error "printer-unreachable" {
            ko: say!("인쇄기 `{printer}`에 연결할 수 없습니다{}. 아무것도 보내지 않았습니다", told(reason)).help("인쇄기가 켜져 있는지, 주소가 맞는지 확인해 주세요."),
            en: say!("the printer `{printer}` can't be reached{}; nothing was sent", told(reason)).help("Check that it is switched on, and its address."),
        }

        /// It does not answer.
        Silent { printer: String, seconds: u64 } = Error "printer-silent" {
            ko: say!("인쇄기 {} {seconds}초 동안 대답하지 않습니다. 인쇄할 것을 보내지 않았습니다", subject(printer)).help("인쇄기를 껐다 켜거나, `--timeout`으로 더 오래 기다려 주세요."),
            en: say!("the printer `{printer}` has not answered for {seconds} seconds; nothing was sent to be printed").help("Switch it off and on, or wait longer with `--timeout`."),
        }

        /// Something else answers.
        NotAPrinter { printer: String, reason: String } = Error "not-a-printer" {
            ko: say!("`{printer}`에서 인쇄기답지 않은 대답이 왔습니다{}", told(reason)).help("주소의 끝부분을 확인해 주세요. 대부분 `/ipp/print`입니다."),
            en: say!("what answers at `{printer}` is no printer{}", told(reason)).help("Check the end of the address; mostly it is `/ipp/print`."),
        }

        /// It wants to know who asks.
        Denied { printer: String } = Error "printer-denied" {
            ko: say!("인쇄기 {} 허락하지 않습니다", subject(printer)).help("인쇄기나 인쇄 서버의 관리자에게 사용 권한을 물어보세요."),
            en: say!("the printer `{printer}` does not allow it").help("Ask who runs it to let you print."),
        }

        /// It takes no jobs at present.
        NotAccepting { printer: String, reasons: Vec<String> } = Error "printer-not-accepting" {
            ko: say!("인쇄기({printer})가 지금은 작업을 받지 않습니다{}", told(&reasons.join(", "))),
            en: say!("the printer ({printer}) takes no jobs at present{}", told(&reasons.join(", "))),
        }

        /// It takes neither PDF nor pictures of pages.
        NoFormat { printer: String, offers: Vec<String> } = Error "printer-format" {
            ko: say!("인쇄기({printer})가 PDF도 쪽의 그림(`image/pwg-raster`)도 받지 않습니다").help(format!("받는 형식: {}. 다른 인쇄기를 쓰거나, 그 인쇄기를 인쇄 서버(CUPS)에 등록해 주세요. 서버가 형식을 바꾸어 보냅니다.", listed(offers, lang))),
            en: say!("the printer ({printer}) takes neither PDF nor pictures of pages (`image/pwg-raster`)").help(format!("It takes {}. Use another one, or add it to a print server (CUPS), which translates.", listed(offers, lang))),
        }

        /// It takes pictures, but none that can be made.
        NoPictures { printer: String, offers: Vec<String> } = Error "printer-pictures" {
            ko: say!("인쇄기({printer})가 PDF를 받지 않고, 쪽의 그림도 만들 수 있는 종류(`srgb_8`, `sgray_8`)로는 받지 않습니다")
                .help(format!("{}그 인쇄기를 인쇄 서버(CUPS)에 등록해 주세요. 서버가 형식을 바꾸어 보냅니다.", if offers.is_empty() { String::new() } else { format!("받는 종류: {}. ", listed(offers, lang)) })),
            en: say!("the printer ({printer}) takes no PDF, and no pictures of pages that can be made (`srgb_8`, `sgray_8`)")
                .help(format!("{}Add it to a print server (CUPS), which translates.", if offers.is_empty() { String::new() } else { format!("It takes {}. ", listed(offers, lang)) })),
        }

        /// Pages that can't be drawn whole.
        NotDrawn { pages: Vec<String> } = Error "pages-not-drawn" {
            ko: say!("인쇄기가 PDF를 받지 않아 쪽을 그림으로 보내야 하는데, 온전히 그릴 수 없는 쪽이 있습니다: {}", listed(pages, lang))
                .help("글꼴이 PDF에 들어 있지 않거나 그림을 읽을 수 없습니다. 글꼴을 넣어 PDF를 다시 만들거나, 인쇄 서버(CUPS)를 거쳐 인쇄해 주세요."),
            en: say!("the printer takes no PDF but pictures of its pages, and these can't be drawn whole: {}", listed(pages, lang))
                .help("They use fonts that aren't in the PDF, or pictures that can't be read. Make the PDF again with its fonts, or print through a print server (CUPS)."),
        }

        /// More dots than can be drawn.
        TooManyDots { paper: String, resolution: u16 } = Error "too-many-dots" {
            ko: say!("용지 {paper}를 이 인쇄기가 받는 {resolution} dpi로는 그릴 수 없습니다").help("더 작은 용지를 쓰거나, 인쇄 서버(CUPS)를 거쳐 인쇄해 주세요."),
            en: say!("paper of {paper} can't be drawn with the {resolution} dpi that this printer takes").help("Use smaller paper, or print through a print server (CUPS)."),
        }

        /// It can't do what is asked.
        Cannot { what: Ability, asked: String, offers: Vec<String> } = Error "printer-cannot" {
            ko: say!("인쇄기가 할 수 없습니다: {} `{asked}`", what.name(lang)).help_if((!offers.is_empty()).then(|| format!("할 수 있는 것: {}", listed(offers, lang)))),
            en: say!("the printer can't do this: {} `{asked}`", what.name(lang)).help_if((!offers.is_empty()).then(|| format!("It can do {}", listed(offers, lang)))),
        }

        /// It refuses the job.
        Refused { printer: String, status: u16, message: String, names: Vec<String> } = Error "job-refused" {
            ko: say!("인쇄기 {} 작업을 거절했습니다: {} ({status:#06x})", subject(printer), if message.is_empty() { "이유를 말하지 않음" } else { message.as_str() })
                .help_if((!names.is_empty()).then(|| format!("받아들이지 않은 것: {}", listed(names, lang)))),
            en: say!("the printer `{printer}` refuses the job: {} ({status:#06x})", if message.is_empty() { "it does not say why" } else { message.as_str() })
                .help_if((!names.is_empty()).then(|| format!("It does not accept {}", listed(names, lang)))),
        }

        /// The connection was lost while a job was printed.
        Lost { printer: String, reason: String, last: String } = Error "printer-lost" {
            ko: say!("인쇄기 {} 연결이 끊겼습니다{}", and(printer), told(reason)).help(format!("인쇄기가 마지막으로 한 말: {last}. 다시 보내지 않았으니, 무엇이 나왔는지 확인하고 다시 인쇄해 주세요.")),
            en: say!("the printer `{printer}` was lost{}", told(reason)).help(format!("What it said last: {last}. Nothing was sent again; see what came out before you print again.")),
        }

        /// The printer gave the job up.
        Failed { last: String, message: String } = Error "job-failed" {
            ko: say!("인쇄하지 못했습니다. {last}{}", told(message)),
            en: say!("it was not printed; {last}{}", told(message)),
        }

        /// It was cancelled here.
        Cancelled { last: String } = Error "job-cancelled" {
            ko: say!("인쇄를 취소했습니다. {last}"),
            en: say!("printing was cancelled; {last}"),
        }

        /// It was cancelled at the printer.
        CancelledThere { last: String } = Error "job-cancelled-there" {
            ko: say!("인쇄기에서 작업을 취소했습니다. {last}"),
            en: say!("the job was cancelled at the printer; {last}"),
        }
    }
}
