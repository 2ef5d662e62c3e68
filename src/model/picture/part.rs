//! The part of a picture that is shown, when its sides are cut off.

/// The part of a picture that is shown, in units of its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Part {
    /// Cut off at the left.
    pub x: u32,
    /// Cut off above.
    pub y: u32,
    /// Shown, from there to the right.
    pub width: u32,
    /// Shown, from there downwards.
    pub height: u32,
}

impl Part {
    /// All of a picture.
    pub(crate) fn whole((width, height): (u32, u32)) -> Part {
        Part { x: 0, y: 0, width, height }
    }

    /// What is left when shares of the picture, in millionths, are cut off above, at the right, below and at the left; at least one unit.
    pub(crate) fn cut(self, [top, right, bottom, left]: [u32; 4]) -> Part {
        let of = |side: u32, share: u32| (u64::from(side) * u64::from(share) / 1_000_000) as u32;
        let (x, y) = (of(self.width, left), of(self.height, top));
        Part {
            x: self.x + x.min(self.width.saturating_sub(1)),
            y: self.y + y.min(self.height.saturating_sub(1)),
            width: self.width.saturating_sub(x + of(self.width, right)).max(1),
            height: self.height.saturating_sub(y + of(self.height, bottom)).max(1),
        }
    }

    /// The largest piece of these proportions, from the middle; at least one unit.
    pub(crate) fn of_ratio(self, (across, down): (u32, u32)) -> Part {
        let (across, down) = (u64::from(across.max(1)), u64::from(down.max(1)));
        let (width, height) = (u64::from(self.width), u64::from(self.height));
        let narrowed = (height * across / down).clamp(1, width) as u32;
        let lowered = (width * down / across).clamp(1, height) as u32;
        let (width, height) = if narrowed < self.width { (narrowed, self.height) } else { (self.width, lowered) };
        Part { x: self.x + (self.width - width) / 2, y: self.y + (self.height - height) / 2, width, height }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sides_are_cut_off_and_proportions_taken_from_the_middle() {
        let whole = Part::whole((400, 300));
        assert_eq!(whole.cut([100_000, 0, 0, 250_000]), Part { x: 100, y: 30, width: 300, height: 270 });
        assert_eq!(whole.of_ratio((1, 1)), Part { x: 50, y: 0, width: 300, height: 300 });
        assert_eq!(whole.of_ratio((16, 9)), Part { x: 0, y: 37, width: 400, height: 225 });
        assert_eq!(whole.of_ratio((4, 3)), whole);
    }

    proptest! {
        #[test]
        fn a_part_stays_within_and_shows_something(
            size in (1..60_000u32, 1..60_000u32),
            cut in proptest::array::uniform4(0..1_000_000u32),
            ratio in (1..1000u32, 1..1000u32),
        ) {
            let part = Part::whole(size).cut(cut).of_ratio(ratio);
            prop_assert!(part.width > 0 && part.height > 0);
            prop_assert!(part.x + part.width <= size.0 && part.y + part.height <= size.1);
        }
    }
}
