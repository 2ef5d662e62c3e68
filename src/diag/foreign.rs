//! Files that are taken for data and can't be read: what they are called, and what to save them as.

use super::words::Lang;

/// A file that is no data that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// A web page, often with the name of a spreadsheet.
    Html,
    /// A web page with all that it shows, in one file.
    Mht,
    /// The XML that Excel wrote in 2003.
    Xml2003,
    /// An OpenDocument spreadsheet in one XML file.
    Fods,
    /// Any other XML.
    Xml,
    /// JSON.
    Json,
    /// SYLK, an old exchange format.
    Sylk,
    /// Excel's binary workbook.
    Xlsb,
    /// A workbook of Excel 95 or older.
    OldXls,
    /// An XLSX file that asks for a password.
    EncryptedXlsx,
    /// An XLS file that asks for a password.
    EncryptedXls,
    /// An OpenDocument file that asks for a password.
    EncryptedOds,
    /// An archive that asks for a password.
    EncryptedZip,
    /// An XLSX file without a workbook.
    BrokenXlsx,
    /// A document of Word.
    Docx,
    /// An old document of Word.
    Doc,
    /// Slides.
    Pptx,
    /// Old slides.
    Ppt,
    /// A message of Outlook.
    Mail,
    /// A document of 한글.
    Hwp,
    /// A document of 한글, in XML.
    Hwpx,
    /// A spreadsheet of Apple's Numbers.
    Numbers,
    /// An OpenDocument text.
    Odt,
    /// Another OpenDocument file.
    OtherOpenDocument,
    /// Any other archive.
    Zip,
    /// A PDF.
    Pdf,
    /// Rich text.
    Rtf,
    /// A picture.
    Picture,
}

impl Foreign {
    /// What it is called.
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Foreign::Html => lang.choose("HTML 웹 문서", "an HTML page"),
            Foreign::Mht => lang.choose("MHT 웹 문서", "an MHT page"),
            Foreign::Xml2003 => lang.choose("XML 스프레드시트 2003", "an XML Spreadsheet 2003"),
            Foreign::Fods => "FODS",
            Foreign::Xml => "XML",
            Foreign::Json => "JSON",
            Foreign::Sylk => "SYLK",
            Foreign::Xlsb => lang.choose("XLSB 바이너리 통합 문서", "an XLSB workbook"),
            Foreign::OldXls => lang.choose("엑셀 95 이전의 XLS", "an XLS of Excel 95 or older"),
            Foreign::EncryptedXlsx => lang.choose("암호를 건 XLSX", "an XLSX with a password"),
            Foreign::EncryptedXls => lang.choose("암호를 건 XLS", "an XLS with a password"),
            Foreign::EncryptedOds => lang.choose("암호를 건 ODS", "an ODS with a password"),
            Foreign::EncryptedZip => lang.choose("암호를 건 ZIP", "a ZIP with a password"),
            Foreign::BrokenXlsx => lang.choose("통합 문서가 빠진 XLSX", "an XLSX without its workbook"),
            Foreign::Docx => lang.choose("DOCX 워드 문서", "a DOCX document"),
            Foreign::Doc => lang.choose("DOC 워드 문서", "a DOC document"),
            Foreign::Pptx => lang.choose("PPTX 슬라이드", "PPTX slides"),
            Foreign::Ppt => lang.choose("PPT 슬라이드", "PPT slides"),
            Foreign::Mail => lang.choose("MSG 메일", "an MSG message"),
            Foreign::Hwp => lang.choose("HWP 한글 문서", "an HWP document"),
            Foreign::Hwpx => lang.choose("HWPX 한글 문서", "an HWPX document"),
            Foreign::Numbers => lang.choose("애플 Numbers", "a Numbers spreadsheet"),
            Foreign::Odt => lang.choose("ODT 문서", "an ODT document"),
            Foreign::OtherOpenDocument => {
                lang.choose("표가 아닌 오픈도큐먼트", "an OpenDocument file that is no spreadsheet")
            }
            Foreign::Zip => "ZIP",
            Foreign::Pdf => "PDF",
            Foreign::Rtf => "RTF",
            Foreign::Picture => lang.choose("그림", "a picture"),
        }
    }

    /// What to do so that it can be read.
    pub(crate) fn help(self, lang: Lang) -> &'static str {
        match self {
            Foreign::EncryptedXlsx | Foreign::EncryptedXls => lang.choose(
                "엑셀에서 열어 [파일] > [정보] > [통합 문서 보호]의 암호를 지우고 ‘Excel 통합 문서(.xlsx)’로 다시 저장해 주세요.",
                "Open it in Excel, take away the password and save it again as XLSX.",
            ),
            Foreign::EncryptedOds => lang.choose(
                "열어서 ‘암호로 저장’을 끄고 ODS로 다시 저장해 주세요.",
                "Open it and save it again as ODS without a password.",
            ),
            Foreign::EncryptedZip | Foreign::Zip => lang.choose(
                "압축을 풀어 안에 든 파일을 `file`에 적어 주세요.",
                "Unpack it and name the file inside in `file`.",
            ),
            Foreign::Html | Foreign::Mht | Foreign::Xml2003 | Foreign::Sylk | Foreign::Xlsb | Foreign::OldXls => lang.choose(
                "이름이 .xls여도 그렇습니다. 엑셀에서 열어 ‘Excel 통합 문서(.xlsx)’로 다시 저장해 주세요.",
                "Whatever it is called. Open it in Excel and save it again as XLSX.",
            ),
            Foreign::Fods => lang.choose("ODS로 다시 저장해 주세요.", "Save it again as ODS."),
            Foreign::Numbers => lang.choose(
                "Numbers에서 [파일] > [다음으로 내보내기] > [Excel]로 내보내 주세요.",
                "Export it from Numbers as Excel (XLSX).",
            ),
            Foreign::Doc
            | Foreign::Docx
            | Foreign::Hwp
            | Foreign::Hwpx
            | Foreign::Odt
            | Foreign::Ppt
            | Foreign::Pptx
            | Foreign::OtherOpenDocument
            | Foreign::Mail
            | Foreign::Rtf
            | Foreign::Pdf
            | Foreign::Picture => lang.choose(
                "표를 엑셀에 붙여 넣어 ‘Excel 통합 문서(.xlsx)’나 ‘CSV UTF-8’로 저장해 주세요.",
                "Copy its table into a spreadsheet and save that as XLSX or CSV (UTF-8).",
            ),
            Foreign::Xml | Foreign::Json => lang.choose(
                "내려받은 곳에서 XLSX나 CSV를 골라 받아 주세요.",
                "Where it comes from, choose XLSX or CSV instead.",
            ),
            Foreign::BrokenXlsx => lang.choose(
                "원본을 엑셀에서 열어 다시 저장해 주세요.",
                "Open the original in Excel and save it again.",
            ),
        }
    }
}
