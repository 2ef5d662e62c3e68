//! What fuzzers feed and the front door doesn't take: foreign PDFs and what printers answer.

use crate::diag::Diagnostics;
use crate::model::len::Len;
use crate::print::impose::{Job, Layout, Original, impose};
use crate::print::ipp::message::Message;
use crate::print::preview;
use crate::write::attachments;

/// A PDF put on sheets, its first page drawn, its attached files looked through.
pub fn pdf(data: Vec<u8>) {
    let job = Job {
        layout: Layout::Booklet,
        paper: None,
        binding: Len::ZERO,
        creep: Len::ZERO,
        signature: None,
        chapters_right: 1,
        cover: false,
        marks: true,
    };
    if let Ok(original) = Original::open(data.clone(), "a.pdf") {
        let pages: Vec<usize> = (0..original.page_count()).take(8).collect();
        let _ = impose(&original, &pages, &job, "a.pdf");
        preview::draw(data.clone(), &[0], 20);
    }
    let _ = attachments::read("a.pdf", data, &mut Diagnostics::new());
}

/// A printer's answer.
pub fn answer(data: &[u8]) {
    let _ = Message::decode(data);
}
