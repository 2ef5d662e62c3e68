//! Pictures that are small to send and large to unpack.

/// A PNG of one grey, of whatever size its header says, with its pixels packed.
pub(crate) fn png(width: u32, height: u32, rows: u32) -> Vec<u8> {
    use std::io::Write;
    let chunk = |name: &[u8], body: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(&[name, body].concat());
        [&(body.len() as u32).to_be_bytes()[..], name, body, &crc.sum().to_be_bytes()].concat()
    };
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..rows {
        packed.write_all(&vec![0; width as usize + 1]).expect("memory");
    }
    let pixels = packed.finish().expect("memory");
    [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &header), chunk(b"IDAT", &pixels), chunk(b"IEND", b"")].concat()
}

pub(crate) fn laughs() -> String {
    let entity = |level: usize| format!("<!ENTITY l{level} '{}'>", format!("&l{};", level - 1).repeat(10));
    let entities: String = (1..12).map(entity).collect();
    format!(
        "<!DOCTYPE svg [<!ENTITY l0 'M0 0 L1 1'>{entities}]><svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='&l11;'/></svg>"
    )
}

pub(crate) fn doubled(levels: usize) -> String {
    let group = |level: usize| format!("<g id='g{level}'>{}</g>", format!("<use href='#g{}'/>", level - 1).repeat(2));
    let groups: String = (1..levels).map(group).collect();
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><g id='g0'><rect width='1' height='1'/></g>{groups}</svg>"
    )
}

pub(crate) fn nested(levels: usize) -> String {
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'>{}{}</svg>",
        "<g>".repeat(levels),
        "</g>".repeat(levels)
    )
}
