//! Cuts out of a file what a message shows of it: few lines, and of a very long line the part around the place.

use std::ops::Range;

use crate::model::source::Source;

/// What is shown of a file, with the marked places as bytes of it.
pub(super) struct Excerpt<'a> {
    /// The lines shown.
    pub text: &'a str,
    /// The number of the first, from 1.
    pub first_line: usize,
    /// Whether the first line is shown from its beginning.
    pub from_line_start: bool,
    /// The marks, within the text, each with the index of the place that it marks.
    pub marks: Vec<(Range<usize>, usize)>,
}

/// Bytes that one excerpt may span, so that neither a far place nor a long line costs much.
const LONGEST: usize = 4_096;
/// Bytes kept on each side of a place in a line that is too long to show whole.
const AROUND: usize = 400;
/// Characters that a mark may cover: more of them say no more.
const MARKED: usize = 60;

/// The excerpts that show these places: those near each other together, each of the others by itself.
pub(super) fn excerpts<'a>(source: &'a Source, places: &[Range<usize>]) -> Vec<Excerpt<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, place) in places.iter().enumerate() {
        let mark = marked(source, place.clone());
        let line = source.line_range(source.line_of(mark.start));
        let columns = mark.start - line.start..mark.end - line.start;
        if let Some(piece) = pieces.iter_mut().find(|piece| piece.is_near(&line, &columns)) {
            piece.shown = around(&piece.shown, &line);
            piece.columns = around(&piece.columns, &columns);
            piece.marks.push((mark, index));
        } else {
            pieces.push(Piece { shown: shown(source, line, &mark), columns, marks: vec![(mark, index)] });
        }
    }
    pieces.into_iter().map(|piece| piece.finish(source)).collect()
}

/// An excerpt being put together, its marks still counted from the beginning of the file.
struct Piece {
    shown: Range<usize>,
    /// The bytes within their lines that the marks take up.
    columns: Range<usize>,
    marks: Vec<(Range<usize>, usize)>,
}

impl Piece {
    /// Whether a mark in this line can be shown with the others: all of them must fit into the width of an excerpt.
    fn is_near(&self, line: &Range<usize>, columns: &Range<usize>) -> bool {
        around(&self.shown, line).len() <= LONGEST && around(&self.columns, columns).len() <= MARKED * 2
    }

    fn finish(self, source: &Source) -> Excerpt<'_> {
        let Piece { shown, marks, .. } = self;
        let line = source.line_of(shown.start);
        let inside = |mark: Range<usize>| mark.start - shown.start..mark.end - shown.start;
        Excerpt {
            text: &source.text[shown.clone()],
            first_line: line + 1,
            from_line_start: source.line_range(line).start == shown.start,
            marks: marks.into_iter().map(|(mark, place)| (inside(mark), place)).collect(),
        }
    }
}

fn around(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

/// The first line of a place, and not too much of that.
fn marked(source: &Source, place: Range<usize>) -> Range<usize> {
    let start = source.char_start(place.start);
    let line = source.line_range(source.line_of(start));
    // A place in a line's end is shown after its last character.
    let start = start.min(line.end.max(line.start));
    let end = source.char_start(place.end).clamp(start, line.end.max(start));
    let text = &source.text[start..end];
    let length = text.char_indices().nth(MARKED).map_or(text.len(), |(at, _)| at);
    start..start + length
}

fn shown(source: &Source, line: Range<usize>, mark: &Range<usize>) -> Range<usize> {
    if line.len() <= LONGEST {
        return line;
    }
    let start = source.char_start(mark.start.saturating_sub(AROUND)).max(line.start);
    let end = source.char_start(mark.end + AROUND).min(line.end);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_part_of_a_long_line_around_the_place() {
        let text = format!("a = \"{}여기{}\"", "가".repeat(100_000), "나".repeat(100_000));
        let source = Source::new("a", text);
        let at = source.text.find("여기").expect("just put there");
        let excerpts = excerpts(&source, std::slice::from_ref(&(at..at + 6)));
        assert_eq!(excerpts.len(), 1);
        assert!(excerpts[0].text.len() < 1_000);
        assert_eq!(&excerpts[0].text[excerpts[0].marks[0].0.clone()], "여기");
    }

    #[test]
    fn shows_far_places_apart_and_near_places_together() {
        let source = Source::new("a", format!("a=1\nb=2\n{}c=3\n", "x=1\n".repeat(5_000)));
        let end = source.text.len() - 4;
        let excerpts = excerpts(&source, &[4..5, 0..1, end..end + 1]);
        assert_eq!(excerpts.iter().map(|e| (e.first_line, e.marks.len())).collect::<Vec<_>>(), [(1, 2), (5_003, 1)]);
    }

    #[test]
    fn every_place_of_a_text_can_be_shown() {
        let source = Source::new("a", "가\r\n\r\n나\n");
        for start in 0..=source.text.len() + 2 {
            for end in start..=source.text.len() + 3 {
                assert_eq!(super::excerpts(&source, std::slice::from_ref(&(start..end))).len(), 1);
            }
        }
    }
}
