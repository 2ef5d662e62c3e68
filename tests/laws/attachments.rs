//! Files in a PDF: what is attached is read again, and what is broken, locked or of a dangerous name is refused.

use std::sync::LazyLock;

use crate::diag::Diagnostics;
use crate::laws::support::seeded;
use crate::read::files::Files;
use crate::set::document::Attachment;
use crate::set::document::Document;
use crate::set::font::Fonts;
use crate::write::attachments::read;
use crate::write::pdf::{self, Standard};
use proptest::prelude::*;

const REPORT: &str = "template = \"council\"\n[report]\ntitle = \"보고\"\nauthor = \"총무과\"\ndate = \"2021. 11.\"\n\
                      [[part]]\ntitle = \"일반현황\"\nfile = \"parts/현황.toml\"\n";

/// A document of one small report, and its fonts, set once for all tests that only write.
static SET: LazyLock<(Document, Fonts)> = LazyLock::new(|| {
    let part = "[[status]]\ntitle = '가'\nbody = '- 나'\n";

    let mut sources = Files::in_memory([("report.toml", REPORT), ("parts/현황.toml", part)]);
    let (set, fonts) =
        crate::laws::support::set(&mut sources, &mut Diagnostics::new()).expect("a report without errors");
    (set.document, fonts)
});

fn with(attachments: Vec<Attachment>) -> Vec<u8> {
    let document = Document { attachments, ..SET.0.clone() };
    pdf::write(document, &SET.1, Standard::A3aUa1).expect("a file")
}

fn file(path: &str, data: &[u8]) -> Attachment {
    Attachment { path: path.into(), data: data.to_vec() }
}

/// What is read, and the codes of what is said.
fn given_back(data: Vec<u8>) -> (Option<Vec<Attachment>>, Vec<&'static str>) {
    let mut sink = Diagnostics::new();
    let files = read("x.pdf", data, &mut sink);
    (files, sink.finish().list.iter().map(|found| found.problem.code()).collect())
}

proptest! {
    #![proptest_config(seeded(48))]

    #[test]
    fn what_is_attached_comes_back(
        files in prop::collection::btree_map("[a-z가-힣 ()_.-]{1,12}x(/[a-zⅠ①총무과]{1,4}){0,3}", prop::collection::vec(any::<u8>(), 0..2_000), 1..12)
    ) {
        let files: Vec<Attachment> = files.into_iter().map(|(path, data)| Attachment { path, data }).collect();
        prop_assert_eq!(given_back(with(files.clone())), (Some(files), vec![]));
    }

    #[test]
    fn a_broken_file_is_an_error_or_still_read(cut in 0.0..1.0f64, harm in prop::collection::vec((0.0..1.0f64, any::<u8>()), 0..40)) {
        let mut data = with(vec![file("a/b.toml", b"title = 1"), file("c.png", &[7; 5_000])]);
        for (at, byte) in harm {
            let at = (at * data.len() as f64) as usize;
            data[at] = byte;
        }
        data.truncate((data.len() as f64 * (1.0 - cut * cut)) as usize);
        let (files, codes) = given_back(data);
        prop_assert_eq!(files.is_none(), !codes.is_empty());
    }
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for path in ["../x", "/etc/x", "a/../../x", "C:\\x", "a\\..\\x", ""] {
        let (files, codes) = given_back(with(vec![file(path, b"x"), file("good", b"x")]));
        assert_eq!((files, codes), (None, vec!["attachment-outside"]), "{path:?}");
    }
}

#[test]
fn names_that_some_systems_take_for_one_are_refused() {
    let (files, codes) = given_back(with(vec![file("a.toml", b"1"), file("A.toml", b"2")]));
    assert_eq!((files, codes), (None, vec!["attachment-twice"]));
}

#[test]
fn a_file_that_unpacks_without_end_is_refused() {
    let (files, codes) = given_back(with(vec![file("zeros", &vec![0; (64 << 20) + 1])]));
    assert_eq!((files, codes), (None, vec!["attachment-too-large"]));
}

#[test]
fn a_file_that_can_not_be_unpacked_is_refused_with_its_name() {
    let mut pdf = lopdf::Document::load_mem(&with(vec![file("a.toml", &[b'a'; 500])])).expect("a readable PDF");
    let attached = |object: &&mut lopdf::Object| {
        let dict = object.as_stream().ok().map(|stream| &stream.dict);
        dict.is_some_and(|dict| dict.get_type().is_ok_and(|kind| kind == b"EmbeddedFile"))
    };
    let stream = pdf.objects.values_mut().find(attached).and_then(|it| it.as_stream_mut().ok()).expect("it is there");
    stream.dict.set("Filter", "FlateDecode");
    stream.set_content(b"not packed at all".to_vec());
    let mut data = Vec::new();
    pdf.save_to(&mut data).expect("written");
    assert_eq!(given_back(data), (None, vec!["attachment-damaged"]));
}

#[test]
fn other_files_are_refused() {
    for (data, code) in [
        (&b""[..], "not-a-pdf"),
        (b"PK\x03\x04", "not-a-pdf"),
        (b"%PDF-1.7\n", "pdf-cut-off"),
        (b"%PDF-1.7\nstartxref\n0\n%%EOF", "pdf-broken"),
    ] {
        assert_eq!(given_back(data.to_vec()), (None, vec![code]));
    }
}

#[test]
fn a_locked_file_is_an_error() {
    let mut pdf = lopdf::Document::load_mem(&with(vec![file("a", b"x")])).expect("a readable PDF");
    let id = lopdf::Object::string_literal("0123456789abcdef");
    pdf.trailer.set("ID", vec![id.clone(), id]);
    let version = lopdf::EncryptionVersion::V2 {
        document: &pdf,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).expect("a way to lock it");
    pdf.encrypt(&state).expect("locked");
    let mut data = Vec::new();
    pdf.save_to(&mut data).expect("written");
    assert_eq!(given_back(data), (None, vec!["pdf-password"]));
}
