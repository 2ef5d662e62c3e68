//! Small PDFs made for the tests.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

/// A page to be made: what its dictionary says besides its content.
pub(crate) fn page(entries: Dictionary) -> Dictionary {
    let mut page = dictionary! {
        "Type" => "Page",
        "MediaBox" => vec![0.into(), 0.into(), 200.into(), 300.into()],
    };
    set(&mut page, entries);
    page
}

/// Sets entries, in place of those that are there.
pub(crate) fn set(dictionary: &mut Dictionary, entries: Dictionary) {
    for (key, value) in entries {
        dictionary.set(key, value);
    }
}

/// A PDF of these pages; each says its number in a font that all share.
pub(crate) fn pdf(pages: Vec<Dictionary>) -> Document {
    let mut document = Document::with_version("1.5");
    let tree = document.new_object_id();
    let font = document.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let mut kids: Vec<Object> = Vec::new();
    for (index, mut page) in pages.into_iter().enumerate() {
        if !page.has(b"Contents") {
            let text = format!("BT /F1 20 Tf 50 100 Td (page{}) Tj ET", index + 1);
            page.set("Contents", document.add_object(Stream::new(Dictionary::new(), text.into_bytes())));
        }
        page.set("Parent", tree);
        kids.push(document.add_object(page).into());
    }
    let count = kids.len() as i64;
    let resources = dictionary! { "Font" => dictionary! { "F1" => font } };
    let root = dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count, "Resources" => resources };
    document.objects.insert(tree, root.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", catalog);
    document
}

/// So many pages alike.
pub(crate) fn plain(pages: usize) -> Document {
    pdf((0..pages).map(|_| page(Dictionary::new())).collect())
}

pub(crate) fn bytes(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("memory can be written to");
    bytes
}
