//! Pictures: any bytes as a picture on a page; by its first byte it is called PNG, JPEG or WebP.
#![no_main]

#[path = "../files.rs"]
#[allow(dead_code, reason = "each target uses its part")]
mod files;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let name = match data.first() {
        Some(0xFF) => "a.jpg",
        Some(b'R') => "a.webp",
        _ => "a.png",
    };
    files::picture(name, data);
});
