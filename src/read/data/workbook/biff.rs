//! The records of an XLS file (MS-XLS, BIFF8): each a number, a length and its bytes.

use super::xml::Damaged;

/// A record, and where the one after it begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    /// What it is, of [`kind`].
    pub kind: u16,
    /// What it holds.
    pub data: &'a [u8],
    /// Where the next one begins.
    pub next: usize,
}

/// The records that are read.
pub(super) mod kind {
    pub(crate) const FORMULA: u16 = 0x0006;
    pub(crate) const EOF: u16 = 0x000A;
    pub(crate) const DATE_MODE: u16 = 0x0022;
    pub(crate) const FILE_PASS: u16 = 0x002F;
    pub(crate) const CONTINUE: u16 = 0x003C;
    pub(crate) const COLUMN: u16 = 0x007D;
    pub(crate) const BOUND_SHEET: u16 = 0x0085;
    pub(crate) const MUL_RK: u16 = 0x00BD;
    pub(crate) const RICH_STRING: u16 = 0x00D6;
    pub(crate) const XF: u16 = 0x00E0;
    pub(crate) const MERGED: u16 = 0x00E5;
    pub(crate) const SST: u16 = 0x00FC;
    pub(crate) const LABEL_SST: u16 = 0x00FD;
    pub(crate) const NUMBER: u16 = 0x0203;
    pub(crate) const LABEL: u16 = 0x0204;
    pub(crate) const BOOL_ERROR: u16 = 0x0205;
    pub(crate) const STRING: u16 = 0x0207;
    pub(crate) const ROW: u16 = 0x0208;
    pub(crate) const WINDOW: u16 = 0x023E;
    pub(crate) const RK: u16 = 0x027E;
    pub(crate) const FORMAT: u16 = 0x041E;
    pub(crate) const BOF: u16 = 0x0809;
}

/// The record that begins here; `None` at the end.
pub(super) fn record(stream: &[u8], at: usize) -> Option<Record<'_>> {
    let kind = short(stream, at)?;
    let length = usize::from(short(stream, at + 2)?);
    let data = stream.get(at + 4..at + 4 + length)?;
    Some(Record { kind, data, next: at + 4 + length })
}

/// A record and what goes on from it in the records behind it, as pieces; and where the record after them begins.
pub(super) fn continued<'a>(stream: &'a [u8], first: Record<'a>) -> (Vec<&'a [u8]>, usize) {
    let mut pieces = vec![first.data];
    let mut next = first.next;
    while let Some(record) = record(stream, next).filter(|record| record.kind == kind::CONTINUE) {
        pieces.push(record.data);
        next = record.next;
    }
    (pieces, next)
}

/// Two bytes as a number.
pub(super) fn short(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes as a number.
pub(super) fn long(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Eight bytes as a number with decimals.
pub(super) fn double(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at.checked_add(8)?)?.try_into().ok()?))
}

/// A number in four bytes: whole, or the upper half of one with decimals; a hundredth of it, where it says so.
pub(super) fn packed(data: &[u8], at: usize) -> Option<f64> {
    let packed = long(data, at)?;
    let number = match packed & 2 {
        0 => f64::from_bits(u64::from(packed & !3) << 32),
        _ => f64::from(packed.cast_signed() >> 2),
    };
    Some(if packed & 1 == 0 { number } else { number / 100.0 })
}

/// What an error of a formula is called.
pub(super) fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#VALUE!",
    }
}

/// A text that begins within a record: its letters are counted in one or two bytes.
pub(super) fn string(data: &[u8], at: usize, wide_count: bool) -> Result<String, Damaged> {
    let pieces = [data.get(at..).ok_or(Damaged)?];
    super::strings::Strings::new(&pieces).string(wide_count)
}
