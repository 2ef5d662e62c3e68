//! Rows of pixels packed (PWG 5102.4, 4.4): equal rows are said once, and in a row equal pixels.

/// The most rows or pixels that one byte counts.
const ROWS: usize = 256;
const PIXELS: usize = 128;

/// Puts the rows of a page after what there is; `pixel` is how many bytes each of its pixels has.
pub(crate) fn page(rows: impl Iterator<Item = Vec<u8>>, pixel: usize, out: &mut Vec<u8>) {
    let mut rows = rows.peekable();
    while let Some(row) = rows.next() {
        let mut more = 0;
        while more + 1 < ROWS && rows.next_if_eq(&row).is_some() {
            more += 1;
        }
        // At most 255.
        out.push(more as u8);
        self::row(&row, pixel, out);
    }
}

/// A row: a byte below 128 is one less than how often the next pixel stands; from 129 on it is 257 less how many pixels stand there as they are.
fn row(row: &[u8], pixel: usize, out: &mut Vec<u8>) {
    let pixels: Vec<&[u8]> = row.chunks_exact(pixel).collect();
    let mut rest = &pixels[..];
    while let [first, ..] = rest {
        let same = run(rest);
        if same > 1 {
            out.push((same - 1) as u8);
            out.extend(*first);
            rest = &rest[same..];
            continue;
        }
        let other = different(rest);
        // There is no byte for one pixel as it is; once is once.
        out.push(if other == 1 { 0 } else { (257 - other) as u8 });
        rest[..other].iter().for_each(|pixel| out.extend(*pixel));
        rest = &rest[other..];
    }
}

/// How many pixels equal the first.
fn run(pixels: &[&[u8]]) -> usize {
    pixels.iter().take(PIXELS).take_while(|&pixel| pixel == &pixels[0]).count()
}

/// How many pixels come before the first two that are equal; one at least.
fn different(pixels: &[&[u8]]) -> usize {
    let next = pixels.windows(2).take(PIXELS).position(|two| two[0] == two[1]);
    next.unwrap_or(pixels.len().min(PIXELS)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the standard says that the bytes mean, read by themselves.
    fn unpacked(mut bytes: &[u8], pixel: usize, width: usize) -> Vec<Vec<u8>> {
        let mut rows = Vec::new();
        while let [more, rest @ ..] = bytes {
            bytes = rest;
            let mut row = Vec::new();
            while row.len() < width * pixel {
                let count = usize::from(bytes[0]);
                assert_ne!(count, 128, "a byte that means nothing");
                let (stand, times) = if count < 128 { (1, count + 1) } else { (257 - count, 1) };
                let (pixels, rest) = bytes[1..].split_at(stand * pixel);
                (0..times).for_each(|_| row.extend(pixels));
                bytes = rest;
            }
            assert_eq!(row.len(), width * pixel, "no more than a row");
            (0..=*more).for_each(|_| rows.push(row.clone()));
        }
        rows
    }

    fn packed(rows: &[Vec<u8>], pixel: usize) -> Vec<u8> {
        let mut out = Vec::new();
        page(rows.iter().cloned(), pixel, &mut out);
        out
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_packed_comes_out_as_it_was(
            (pixel, rows) in (prop_oneof![Just(1_usize), Just(3)], 1_usize..700).prop_flat_map(|(pixel, width)| {
                // Few different values, so that there are runs.
                let row = proptest::collection::vec(prop_oneof![6 => Just(255_u8), 1 => 0_u8..3], width * pixel);
                let row = (row, 1_usize..600).prop_map(|(row, times)| vec![row; times]);
                (Just(pixel), proptest::collection::vec(row, 0..4).prop_map(|rows| rows.concat()))
            })
        ) {
            let width = rows.first().map_or(0, |row| row.len() / pixel);
            prop_assert_eq!(unpacked(&packed(&rows, pixel), pixel, width), rows);
        }
    }

    #[test]
    fn every_length_of_runs_and_of_what_stands_between_comes_out() {
        for length in 1..400_usize {
            let same = vec![7; length];
            let different: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            for row in [same.clone(), different.clone(), [same.clone(), different.clone(), same.clone()].concat()] {
                let width = row.len();
                assert_eq!(unpacked(&packed(std::slice::from_ref(&row), 1), 1, width), [row]);
            }
        }
    }

    #[test]
    fn a_blank_page_is_tiny() {
        let rows = vec![vec![255; 2480 * 3]; 3508];
        let packed = packed(&rows, 3);
        assert!(packed.len() < 1200, "{} bytes", packed.len());
    }

    #[test]
    fn noise_grows_by_no_more_than_a_byte_in_128_pixels_and_one_a_row() {
        let row: Vec<u8> = (0..1280_u32).map(|at| (at * 97 % 251) as u8).collect();
        assert_eq!(packed(std::slice::from_ref(&row), 1).len(), 1 + 10 + row.len());
    }
}
