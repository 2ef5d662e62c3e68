//! Answers of printers: any bytes as an IPP message.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| bogoseo::fuzz::answer(data));
