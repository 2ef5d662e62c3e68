#!/usr/bin/env python3
"""Draws the same paragraphs as four setters broke them, side by side: picture.py FOLDER FONTS COLUMNS TARGET.png"""

import html
import sys
import tempfile
from pathlib import Path

from browser import font_faces, picture
from record import SETTERS, load
from rule import Line, judge

SHOWN = ("bogoseo", "typst", "chromium", "greedy")
WIDE_GAP = 0.6  # Gaps wider than this are marked, in em.
LINES = range(2, 8)  # As many lines has a paragraph that is shown, whoever sets it.
SCALE = 2  # Dots per CSS pixel.
EM, LINE, MARGIN, BETWEEN = 15.0, 25.0, 24.0, 32.0  # In CSS pixels, as all below.
NOTE = 21.0  # From a note above a paragraph to its first baseline.
INK, MUTE, RULE = "#1d2430", "#6b7480", "#d5dae1"
SPLIT, LONELY, PARTED, TIGHT, GAP = "#d1343f", "#7a3fc4", "#0c8f6b", "#2f7fd6", "#ffdf91"
LEGEND_HEIGHT = 36.0
SIGNS = {
    "split word": f"border-top: 2px solid {SPLIT}",
    "lonely last line": f"border-top: 2px solid {LONELY}",
    "parted date, amount or bracket": f"border-top: 2px solid {PARTED}",
    "tight line": f"height: 13px; width: 2.5px; background: {TIGHT}",
    f"gap wider than {WIDE_GAP} em": f"height: 12px; background: {GAP}",
    "line left unfilled": f"border-top: 1px dashed {MUTE}",
}
NOTES = ("the largest difference", "the second largest", "where bogoseo does worst")


def trouble(lines: list[Line]) -> float:
    """What is wrong with a paragraph: every fault is one, and so is every em of its widest gap."""
    faults = sum(bool(line.split) + line.lonely + bool(line.parted) + line.unfilled + line.tight for line in lines)
    return faults + max((gap for line in lines if line.reaches for gap in line.gaps), default=0)


def choose(judged: dict[str, list[list[Line]]], texts: list[str]) -> list[int]:
    """The two paragraphs in which the setters differ most, and of the others the one in which bogoseo does worst."""
    fitting = [at for at in range(len(texts)) if all(len(judged[name][at]) in LINES for name in SHOWN)]
    first = {texts[at]: at for at in reversed(fitting)}
    troubles = {at: [trouble(judged[name][at]) for name in SHOWN] for at in sorted(first.values())}
    widest = sorted(troubles, key=lambda at: min(troubles[at]) - max(troubles[at]))[:2]
    left = [at for at in troubles if at not in widest]
    return [*widest, max(left, key=lambda at: troubles[at][0])]


class Drawing:
    """SVG elements, and the two shapes that they are made of."""

    def __init__(self) -> None:
        self.elements: list[str] = []

    def line(self, x0: float, y0: float, x1: float, y1: float, color: str, width: float, dash: str = "none") -> None:
        style = f'stroke="{color}" stroke-width="{width}" stroke-dasharray="{dash}"'
        self.elements.append(f'<line x1="{x0:.2f}" y1="{y0:.2f}" x2="{x1:.2f}" y2="{y1:.2f}" {style}/>')

    def text(self, x: float, y: float, text: str, kind: str, more: str = "") -> None:
        self.elements.append(f'<text x="{x:.2f}" y="{y:.2f}" class="{kind}" {more}>{html.escape(text)}</text>')

    def box(self, x0: float, x1: float, y: float, color: str) -> None:
        height = EM * 1.16
        self.elements.append(
            f'<rect x="{x0:.2f}" y="{y - EM * 0.9:.2f}" width="{x1 - x0:.2f}" height="{height:.2f}" fill="{color}" rx="1.5"/>'
        )

    def paragraph(self, lines: list[Line], left: float, top: float, measure: float) -> None:
        begun = False  # Whether the line above cut a word.
        for number, line in enumerate(lines):
            y = top + number * LINE
            edges = [(left + x0 * EM, left + x1 * EM) for _, x0, x1 in line.words]
            for (_, x0), (x1, _) in zip(edges, edges[1:]):
                if line.reaches and x1 - x0 > WIDE_GAP * EM:
                    self.box(x0 + 1, x1 - 1, y, GAP)
            for (word, _, _), (x0, x1) in zip(line.words, edges):
                length = f'textLength="{x1 - x0:.2f}" lengthAdjust="spacing"' if len(word) > 1 else ""
                self.text(x0, y, word, "body", length)
            under = y + EM * 0.34
            if line.split:
                self.line(edges[-1][0], under, edges[-1][1], under, SPLIT, 2)
            if begun:
                self.line(edges[0][0], under, edges[0][1], under, SPLIT, 2)
            if line.parted:
                self.line(edges[-1][0], under, edges[-1][1], under, PARTED, 2)
            if line.lonely:
                self.line(edges[0][0], under + 3, edges[-1][1], under + 3, LONELY, 2)
            if line.tight:
                self.line(left - 6, y - EM * 0.8, left - 6, y + EM * 0.2, TIGHT, 2.5)
            if line.unfilled:
                end, middle = edges[-1][1] + 4, y - EM * 0.3
                self.line(end, middle, left + measure, middle, MUTE, 1, "2 3")
            begun = bool(line.split)


def draw(data: dict, judged: dict[str, list[list[Line]]], columns: int) -> tuple[Drawing, float, float]:
    """The drawing with its width and height."""
    chosen = choose(judged, [paragraph["text"] for paragraph in data["paragraphs"]])
    measure = data["measure"] / data["size"] * EM
    drawing = Drawing()
    y = MARGIN
    for row in range(0, len(SHOWN), columns):
        names = SHOWN[row : row + columns]
        lefts = [MARGIN + column * (measure + BETWEEN) for column in range(columns)]
        top = y
        for name, left in zip(names, lefts):
            drawing.text(left, top + 14, SETTERS[name], "head")
            drawing.line(left, top + 24, left + measure, top + 24, INK, 1.2)
        y += 24
        for at, note in zip(chosen, NOTES):
            drawing.text(MARGIN, y + 22, note, "small")
            y += 22 + NOTE
            for name, left in zip(names, lefts):
                drawing.paragraph(judged[name][at], left, y, measure)
            y += (max(len(judged[name][at]) for name in names) - 1) * LINE + 14
        for left in lefts:
            drawing.line(left + measure + 3, top + 30, left + measure + 3, y, RULE, 1)
        y += BETWEEN
    return drawing, 2 * MARGIN + columns * measure + (columns - 1) * BETWEEN, y


def main(folder: Path, fonts: Path, columns: int, target: Path) -> None:
    data, set_by = load(folder)
    judged = {name: [judge(*one, data) for one in zip(data["paragraphs"], set_by[name])] for name in SHOWN}
    drawing, width, height = draw(data, judged, columns)
    families = ", ".join(f"'{family}'" for family in data["families"])
    features = ", ".join(f"'{tag}'" for tag in data["features"]) or "normal"
    legend = "".join(f'<i style="{style}"></i>{meaning}' for meaning, style in SIGNS.items())
    page = f"""<!doctype html><html lang="ko"><meta charset="utf-8"><style>{font_faces(data, fonts)}
body {{ margin: 0; background: white }} text {{ text-rendering: geometricPrecision }}
.body {{ font: {data["weight"]} {EM}px {families}; font-feature-settings: {features}; fill: {INK} }}
.head {{ font: 600 15px '{data["families"][-1]}'; fill: {INK} }} .small {{ font: 400 12px '{data["families"][-1]}'; fill: {MUTE} }}
p {{ display: flex; align-items: center; margin: 0 {MARGIN}px; font: 400 12px '{data["families"][-1]}'; color: {MUTE} }}
i {{ width: 20px; margin: 0 6px 0 18px }} i:first-child {{ margin-left: 0 }}
svg {{ display: block }}</style><svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">
{"".join(drawing.elements)}</svg><p>{legend}</p>"""
    with tempfile.TemporaryDirectory() as work:
        file = Path(work) / "picture.html"
        file.write_text(page, encoding="utf-8")
        picture(file, round(width), round(height + LEGEND_HEIGHT), SCALE, target.resolve())


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
