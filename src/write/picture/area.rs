//! Fewer pixels: each is the mean of the area that it covers, exactly, in whole numbers, so that every machine gives the same.

use super::Pixels;

impl Pixels {
    /// The same picture in fewer pixels; in as many where it has no more.
    ///
    /// What is see-through weighs less in a mean, so that colours which nobody sees don't stain the edges of those that are seen.
    pub(super) fn shrunk(self, (width, height): (u32, u32)) -> Pixels {
        let (width, height) = (width.clamp(1, self.size.0), height.clamp(1, self.size.1));
        if (width, height) == self.size {
            return self;
        }
        let Pixels { size, channels, bytes } = self;
        let across = Shares::new(size.0, width);
        let down = Shares::new(size.1, height);
        let row_length = width as usize * channels;
        let mut sums = vec![0u64; row_length];
        let mut line = vec![0u64; row_length];
        let mut shrunk = Vec::with_capacity(row_length * height as usize);
        let whole = u64::from(size.0) * u64::from(size.1);
        for (row, pixels) in bytes.chunks_exact(size.0 as usize * channels).enumerate() {
            sum_row(pixels, channels, &across, &mut line);
            for (target, weight) in down.of(row as u32) {
                sums.iter_mut().zip(&line).for_each(|(sum, value)| *sum += value * weight);
                let is_last = (row as u64 + 1) * u64::from(height) >= (u64::from(target) + 1) * u64::from(size.1);
                if is_last {
                    finish_row(&mut sums, channels, whole, &mut shrunk);
                }
            }
        }
        Pixels { size: (width, height), channels, bytes: shrunk }
    }
}

/// How much of each of some pixels in a row falls to each of fewer, which share its length evenly.
struct Shares {
    from: u64,
    to: u64,
}

impl Shares {
    fn new(from: u32, to: u32) -> Shares {
        Shares { from: from.into(), to: to.into() }
    }

    /// The one or two that a pixel falls to, and its weight in each; the weights in one of them sum up to the number of pixels.
    fn of(&self, pixel: u32) -> impl Iterator<Item = (u32, u64)> {
        let (start, end) = (u64::from(pixel) * self.to, (u64::from(pixel) + 1) * self.to);
        let (first, border) = (start / self.from, (start / self.from + 1) * self.from);
        let (own, rest) = (end.min(border) - start, end.saturating_sub(border));
        [(first as u32, own), (first as u32 + 1, rest)].into_iter().filter(|&(_, weight)| weight > 0)
    }
}

/// A row's weighted sums for each of fewer pixels; colours weighted by their opacity, where there is one.
fn sum_row(pixels: &[u8], channels: usize, across: &Shares, line: &mut [u64]) {
    line.fill(0);
    let has_opacity = channels.is_multiple_of(2);
    for (column, pixel) in pixels.chunks_exact(channels).enumerate() {
        for (target, weight) in across.of(column as u32) {
            let sums = &mut line[target as usize * channels..][..channels];
            if has_opacity {
                let opacity = weight * u64::from(pixel[channels - 1]);
                sums.iter_mut()
                    .zip(&pixel[..channels - 1])
                    .for_each(|(sum, &value)| *sum += opacity * u64::from(value));
                sums[channels - 1] += opacity;
            } else {
                sums.iter_mut().zip(pixel).for_each(|(sum, &value)| *sum += weight * u64::from(value));
            }
        }
    }
}

/// Sums of an area become its means, rounded; the sums begin anew.
fn finish_row(sums: &mut [u64], channels: usize, whole: u64, into: &mut Vec<u8>) {
    let has_opacity = channels.is_multiple_of(2);
    for pixel in sums.chunks_exact_mut(channels) {
        let opacity = pixel[channels - 1];
        for (channel, sum) in pixel.iter().enumerate() {
            let weight = if has_opacity && channel < channels - 1 { opacity.max(1) } else { whole };
            into.push(((sum + weight / 2) / weight) as u8);
        }
        pixel.fill(0);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_pixel_is_the_mean_of_its_area() {
        let row = Pixels { size: (3, 1), channels: 1, bytes: vec![0, 90, 240] };
        assert_eq!(row.clone().shrunk((1, 1)).bytes, [110]);
        // One and a half pixels each.
        assert_eq!(row.shrunk((2, 1)).bytes, [30, 190]);
        let clear = Pixels { size: (2, 1), channels: 2, bytes: vec![10, 255, 200, 0] };
        assert_eq!(clear.shrunk((1, 1)).bytes, [10, 128], "what nobody sees doesn't count");
    }

    proptest! {
        #[test]
        fn one_colour_stays_what_it_is(
            size in (1..40u32, 1..40u32), to in (1..50u32, 1..50u32), pixel in proptest::collection::vec(1..=255u8, 1..=4),
        ) {
            let bytes = pixel.repeat((size.0 * size.1) as usize);
            let shrunk = Pixels { size, channels: pixel.len(), bytes }.shrunk(to);
            prop_assert_eq!(shrunk.size, (to.0.min(size.0), to.1.min(size.1)));
            prop_assert_eq!(shrunk.bytes, pixel.repeat((shrunk.size.0 * shrunk.size.1) as usize));
        }
    }
}
