"""The rule by which the lines of every setter are counted."""

from dataclasses import dataclass, field

# A last line with no more letters than this is lonely.
LONELY_LETTERS = 2
# How far before the measure's edge a line may end that still reaches it, and how far beyond without sticking out, in em: Typst
# hangs the sign at a line's end into the margin.
SHORT, HANGING = 0.05, 0.3
# What reading boxes back may add to the distance of letters, in em.
# Letters closer than this, in em, show.
TIGHT = 0.03
READING = 0.0005
# Signs as wide as a syllable, half of it empty: how much of that belongs to the gap beside them each setter sees differently, and a
# PDF doesn't say. Gaps beside them aren't counted.
WIDE_SIGNS = "「」『』【】《》〈〉"


@dataclass
class Line:
    """A line as it was set, and what is wrong with it."""

    words: list
    last: bool
    reaches: bool
    sticks_out: bool
    split: str = ""  # The word that its end cuts.
    parted: str = ""  # The date, amount or short bracket that its end parts.
    lonely: bool = False
    gaps: list[float] = field(default_factory=list)
    spare: float = 0.0  # What it leaves of the measure, in em.
    letters: float = 0.0  # Added between two letters, in em.
    tight: bool = False  # Whether its letters are closer than `TIGHT`.

    @property
    def text(self) -> str:
        return " ".join(word[0] for word in self.words)

    @property
    def unfilled(self) -> bool:
        return not self.last and not self.reaches

    @property
    def gaps_if_filled(self) -> list[float]:
        """Its gaps as they would be if blanks alone filled the line."""
        return [gap + self.spare / (len(self.words) - 1) for gap in self.gaps] if self.unfilled else self.gaps


def is_address(word: str) -> bool:
    return "://" in word


def judge(paragraph: dict, lines: list, data: dict) -> list[Line]:
    """Every line of a paragraph judged; `data` is what the bench wrote."""
    measure = data["measure"] / data["size"]
    text = paragraph["text"]
    natural = {}
    at = 0
    for word, x0, x1 in paragraph["natural"][0]:
        at = text.index(word, at)
        natural[at] = (word, x1 - x0)
        at += len(word)
    judged = []
    at = 0
    for index, words in enumerate(lines):
        last, right = index + 1 == len(lines), max((word[2] for word in words), default=0)
        line = Line(words, last, right >= measure - SHORT, right > measure + HANGING, spare=measure - right)
        added = between = 0
        for word, x0, x1 in words:
            at = text.index(word, at)
            if natural.get(at, ("", 0))[0] == word and not set(word) & set(WIDE_SIGNS):
                added += x1 - x0 - natural[at][1]
                between += len(word) - 1
            at += len(word)
        line.letters = added / between if between else 0.0
        line.tight = line.letters < -TIGHT - READING
        pairs = [(before, after) for before, after in zip(words, words[1:]) if not beside_wide_sign(before[0], after[0])]
        line.gaps = [after[1] - before[2] for before, after in pairs]
        if not last and text[at] != " ":
            line.split = whole_word(text, at)
        elif at + 1 in paragraph["together"]:
            line.parted = f"{whole_word(text, at)} {whole_word(text, at + 1)}"
        line.lonely = last and index > 0 and sum(map(str.isalnum, line.text)) <= LONELY_LETTERS
        judged.append(line)
    return judged


def beside_wide_sign(before: str, after: str) -> bool:
    return before[-1] in WIDE_SIGNS or after[0] in WIDE_SIGNS


def whole_word(text: str, at: int) -> str:
    """The word around or before a place."""
    end = text.find(" ", at)
    return text[text.rfind(" ", 0, at) + 1 : end if end >= 0 else len(text)]
