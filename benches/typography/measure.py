#!/usr/bin/env python3
"""Counts what every setter did to the paragraphs: measure.py FOLDER [SETTER, whose poor lines are listed]"""

import sys
from pathlib import Path
from statistics import fmean, pstdev

from record import SETTERS, load
from rule import Line, is_address, judge

# Lines are listed where a gap is wider than this, in em.
WIDE_GAP = 0.6
HEAD = """| | lines | split words | lonely last lines | parted dates, amounts, brackets | unfilled lines | tight lines \
| mean gap, em | deviation | deviation, all filled | narrowest | widest |"""


def main(folder: Path, listed: str | None) -> None:
    data, set_by = load(folder)
    paragraphs = data["paragraphs"]
    judged = {name: [judge(*one, data) for one in zip(paragraphs, lines)] for name, lines in set_by.items()}
    if listed is not None:
        list_poor(judged[listed])
        return
    print(f"{data['report']}: {len(paragraphs)} paragraphs, {data['measure'] * 25.4 / 72:.0f} mm of {data['size']:g} pt\n")
    print(HEAD)
    print("|---" + "|--:" * (HEAD.count("|") - 2) + "|")
    for name, each in judged.items():
        print(row(SETTERS[name], [line for lines in each for line in lines]))


def row(label: str, lines: list[Line]) -> str:
    splits = [line.split for line in lines if line.split]
    addresses = sum(map(is_address, splits))
    gaps = [gap for line in lines if line.reaches for gap in line.gaps]
    filled = [gap for line in lines if line.reaches or line.unfilled for gap in line.gaps_if_filled]
    cells = [
        len(lines),
        f"{len(splits) - addresses}" + (f" (+ {addresses} in addresses)" if addresses else ""),
        sum(line.lonely for line in lines),
        sum(bool(line.parted) for line in lines),
        sum(line.unfilled for line in lines),
        sum(line.tight for line in lines),
        *(f"{value:.3f}" for value in (fmean(gaps), pstdev(gaps), pstdev(filled), min(gaps), max(gaps))),
    ]
    return f"| {label} | " + " | ".join(map(str, cells)) + " |"


def list_poor(paragraphs: list[list[Line]]) -> None:
    for lines in paragraphs:
        for line in lines:
            reasons = [
                f"splits {line.split}" if line.split else "",
                f"parts {line.parted}" if line.parted else "",
                "lonely" if line.lonely else "",
                "unfilled" if line.unfilled else "",
                "sticks out" if line.sticks_out else "",
                f"gap {max(line.gaps):.2f}" if line.reaches and line.gaps and max(line.gaps) > WIDE_GAP else "",
                f"letters {line.letters:+.3f}" if line.tight else "",
            ]
            if any(reasons):
                print(f"{', '.join(filter(None, reasons))}\t{line.text}\t« {' / '.join(one.text for one in lines)}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else None)
