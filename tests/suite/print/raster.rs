//! PWG raster read by what the standard says, without a line of the program's.

use image::RgbImage;

/// A page that a printer was given.
pub(crate) struct Page {
    pub media: String,
    pub two_sided: bool,
    pub tumble: bool,
    pub resolution: (u32, u32),
    /// Its size in points.
    pub size: (u32, u32),
    /// How many pages it is said that there are.
    pub count: u32,
    /// 18: grey, 19: sRGB.
    pub space: u32,
    /// Across and along the paper's way: 1, or -1 where exchanged.
    pub transform: (i32, i32),
    pub picture: RgbImage,
}

/// The pages of a file; panics where the file isn't as it should be.
pub(crate) fn pages(file: &[u8]) -> Vec<Page> {
    let mut rest = file.strip_prefix(b"RaS2").expect("the second version's word, big end first");
    let mut pages = Vec::new();
    while !rest.is_empty() {
        let (header, after) = rest.split_at(1796);
        let number = |at: usize| u32::from_be_bytes(header[at..at + 4].try_into().expect("four bytes"));
        let name = |at: usize| {
            let name = header[at..at + 64].split(|&byte| byte == 0).next().expect("a name");
            String::from_utf8(name.to_vec()).expect("a name is ASCII")
        };
        assert_eq!(name(0), "PwgRaster");
        let (width, height, space) = (number(372), number(376), number(400));
        let bytes = if space == 18 { 1 } else { 3 };
        assert_eq!((number(384), number(388), number(392)), (8, 8 * bytes, width * bytes), "bits and bytes");
        assert_eq!((number(396), number(420)), (0, bytes), "pixel by pixel");
        assert_eq!([464, 468, 472, 476].map(number), [0, 0, width, height]);
        let (picture, after) = picture(after, (width, height), bytes as usize);
        pages.push(Page {
            media: name(1732),
            two_sided: number(272) == 1,
            tumble: number(368) == 1,
            resolution: (number(276), number(280)),
            size: (number(352), number(356)),
            count: number(452),
            space,
            transform: (number(456) as i32, number(460) as i32),
            picture,
        });
        rest = after;
    }
    pages
}

fn picture(mut rest: &[u8], (width, height): (u32, u32), bytes: usize) -> (RgbImage, &[u8]) {
    let mut pixels = Vec::new();
    let mut rows = 0;
    while rows < height {
        let times = u32::from(rest[0]) + 1;
        rest = &rest[1..];
        let mut row = Vec::new();
        while row.len() < width as usize * bytes {
            let count = rest[0] as usize;
            assert_ne!(count, 128, "reserved");
            let (stand, repeated) = if count < 128 { (1, count + 1) } else { (257 - count, 1) };
            row.extend(rest[1..=stand * bytes].repeat(repeated));
            rest = &rest[1 + stand * bytes..];
        }
        assert_eq!(row.len(), width as usize * bytes, "a row ends where it should");
        let row: Vec<u8> = if bytes == 1 { row.iter().flat_map(|&grey| [grey; 3]).collect() } else { row };
        (0..times).for_each(|_| pixels.extend(&row));
        rows += times;
    }
    assert_eq!(rows, height, "the last row ends the page");
    (RgbImage::from_raw(width, height, pixels).expect("as many pixels as it has"), rest)
}
