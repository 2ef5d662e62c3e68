//! Archives as spreadsheets are: written for the laws and for the benches.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// An archive of these parts, deflated.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    for (name, data) in parts {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(data).expect("memory can be written to");
        let deflated = encoder.finish().expect("memory can be written to");
        let mut crc = flate2::Crc::new();
        crc.update(data);
        let mut header = Vec::new();
        for field in [20_u16, 0x800, 8, 0, 0] {
            header.extend(field.to_le_bytes());
        }
        for field in [crc.sum(), deflated.len() as u32, data.len() as u32] {
            header.extend(field.to_le_bytes());
        }
        header.extend((name.len() as u16).to_le_bytes());
        header.extend([0, 0]);
        let at = file.len() as u32;
        file.extend(b"PK\x03\x04");
        file.extend(&header);
        file.extend(name.as_bytes());
        file.extend(&deflated);
        list.extend(b"PK\x01\x02\x14\x00");
        list.extend(&header);
        list.extend([0; 10]);
        list.extend(at.to_le_bytes());
        list.extend(name.as_bytes());
    }
    let (count, begins) = (parts.len() as u16, file.len() as u32);
    file.extend(&list);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend((list.len() as u32).to_le_bytes());
    file.extend(begins.to_le_bytes());
    file.extend([0, 0]);
    file
}
