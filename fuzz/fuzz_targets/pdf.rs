//! Foreign PDFs: any bytes put on sheets, drawn as a picture, and looked through for attached sources.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| bogoseo::fuzz::pdf(data.to_vec()));
