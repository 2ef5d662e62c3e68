//! Texts of an XLS file, which may go on over several records (MS-XLS 2.5.293, 2.5.294).

use super::xml::Damaged;

/// Texts in the pieces of a record, read one after the other.
pub(super) struct Strings<'a> {
    pieces: &'a [&'a [u8]],
    piece: usize,
    at: usize,
}

impl<'a> Strings<'a> {
    /// From the beginning of the first piece.
    pub(crate) fn new(pieces: &'a [&'a [u8]]) -> Strings<'a> {
        Strings { pieces, piece: 0, at: 0 }
    }

    /// Passes over so many bytes, which may go on over pieces.
    pub(crate) fn skip(&mut self, mut count: usize) -> Result<(), Damaged> {
        while count > 0 {
            let left = self.left()?;
            let taken = left.min(count);
            self.at += taken;
            count -= taken;
        }
        Ok(())
    }

    /// How many bytes this piece still has; goes on to the next where it has none.
    fn left(&mut self) -> Result<usize, Damaged> {
        while self.pieces.get(self.piece).ok_or(Damaged)?.len() <= self.at {
            self.piece += 1;
            self.at = 0;
        }
        Ok(self.pieces[self.piece].len() - self.at)
    }

    fn byte(&mut self) -> Result<u8, Damaged> {
        self.left()?;
        let byte = self.pieces[self.piece][self.at];
        self.at += 1;
        Ok(byte)
    }

    fn number(&mut self, bytes: usize) -> Result<usize, Damaged> {
        let mut number = 0;
        for place in 0..bytes {
            number |= usize::from(self.byte()?) << (8 * place);
        }
        Ok(number)
    }

    /// The text that begins here; its letters are counted in one or two bytes.
    pub(crate) fn string(&mut self, wide_count: bool) -> Result<String, Damaged> {
        let letters = self.number(if wide_count { 2 } else { 1 })?;
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { self.number(2)? } else { 0 };
        let spoken = if flags & 4 != 0 { self.number(4)? } else { 0 };
        let text = self.letters(letters, flags & 1 != 0)?;
        // What says how stretches look, and how the text is spoken.
        self.skip(runs * 4 + spoken)?;
        Ok(text)
    }

    /// Letters of one byte or two. Where they go on in a new piece, it says anew which.
    fn letters(&mut self, count: usize, wide: bool) -> Result<String, Damaged> {
        let mut units: Vec<u16> = Vec::new();
        let (mut wide, mut missing) = (wide, count);
        while missing > 0 {
            let piece = self.piece;
            self.left()?;
            if self.piece != piece {
                wide = self.byte()? & 1 != 0;
                if self.at >= self.pieces[self.piece].len() {
                    continue;
                }
            }
            let rest = &self.pieces[self.piece][self.at..];
            let size = if wide { 2 } else { 1 };
            // Half a letter at the end of a piece is none.
            let taken = (rest.len() / size).min(missing);
            if taken == 0 {
                return Err(Damaged);
            }
            match wide {
                true => {
                    units.extend(rest[..taken * 2].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])))
                }
                false => units.extend(rest[..taken].iter().map(|&byte| u16::from(byte))),
            }
            self.at += taken * size;
            missing -= taken;
        }
        Ok(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_on_over_records() {
        // Four letters, narrow; the third and fourth stand in the next piece, which says that they are wide.
        let pieces: [&[u8]; 2] = [&[4, 0, 0, b'a', b'b'], &[1, 0x00, 0xAC, b'd', 0, 1, 0, 0, b'z']];
        let mut strings = Strings::new(&pieces);
        assert_eq!(strings.string(true).ok().as_deref(), Some("ab가d"));
        assert_eq!(strings.string(true).ok().as_deref(), Some("z"));
        assert!(strings.string(true).is_err());
        // The letters of a text may all stand in the piece behind its count.
        let pieces: [&[u8]; 2] = [&[1, 0, 0], &[1, 0x00, 0xAC]];
        assert_eq!(Strings::new(&pieces).string(true).ok().as_deref(), Some("가"));
    }
}
