//! Small PDFs on sheets of paper, and what came of them.

use crate::diag::PdfProblem;
use crate::model::len::Len;
use crate::print::impose::{Imposed, Job, Layout, Original, impose};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

pub(crate) use crate::laws::support::pdfs::*;

/// The id of a page, from 0.
pub(crate) fn page_id(document: &Document, index: u32) -> ObjectId {
    document.get_pages()[&(index + 1)]
}

pub(crate) fn catalog(document: &mut Document) -> &mut Dictionary {
    document.catalog_mut().expect("a catalog")
}

/// A plain job.
pub(crate) fn job(layout: Layout) -> Job {
    Job {
        layout,
        paper: None,
        binding: Len::ZERO,
        creep: Len::ZERO,
        signature: None,
        chapters_right: 0,
        cover: false,
        marks: false,
    }
}

/// Puts all pages of a PDF on sheets.
pub(crate) fn try_impose(data: Vec<u8>, job: &Job) -> Result<Imposed, PdfProblem> {
    let original = Original::open(data, "a.pdf")?;
    let all: Vec<usize> = (0..original.page_count()).collect();
    impose(&original, &all, job, "a.pdf")
}

/// Puts all pages of a PDF on sheets, and reads those with another reader.
pub(crate) fn imposed(document: Document, job: &Job) -> Document {
    let imposed = try_impose(bytes(document), job).expect("it can be put on sheets");
    Document::load_mem(&imposed.bytes).expect("sheets can be read")
}

/// What stands on a side, each with its matrix: `(page1, [1, 0, 0, 1, 0, 0])`.
pub(crate) fn drawn(document: &Document, side: u32) -> Vec<(String, [f32; 6])> {
    let page = page_id(document, side);
    let content = document.get_page_content(page).expect("content");
    let content = Content::decode(&content).expect("operators");
    let resources = document.get_dictionary(page).and_then(|page| page.get(b"Resources")).expect("resources");
    let resources = document.dereference(resources).expect("they are there").1.as_dict().expect("a dictionary");
    let mut drawn = Vec::new();
    let mut matrix = [0.0; 6];
    for operation in content.operations {
        match operation.operator.as_str() {
            "cm" => {
                for (number, operand) in matrix.iter_mut().zip(&operation.operands) {
                    *number = operand.as_float().expect("a number");
                }
            }
            "Do" => {
                let name = operation.operands[0].as_name().expect("a name");
                let forms = resources.get(b"XObject").and_then(Object::as_dict).expect("forms");
                let form = document.get_object(forms.get(name).and_then(Object::as_reference).expect("a form"));
                let form = form.and_then(Object::as_stream).expect("a stream");
                let data = form.get_plain_content().expect("it can be unpacked");
                drawn.push((shown(&String::from_utf8_lossy(&data)), matrix));
            }
            _ => {}
        }
    }
    drawn
}

/// The text in the first brackets.
fn shown(content: &str) -> String {
    content.split('(').nth(1).and_then(|rest| rest.split(')').next()).unwrap_or_default().to_owned()
}
