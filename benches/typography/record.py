"""Lines as every setter gives them: a list of words per line, each its text and its left and right edge in em."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

# Boxes whose tops differ by less than this part of the size stand on one line.
SAME_LINE = 0.5


def pdf_words(file: Path) -> list[list[tuple[str, float, float, float]]]:
    """Per page, the boxes that poppler finds in a PDF: text, left, right and bottom in points, in the PDF's order."""
    command = ["pdftotext", "-bbox", file, "-"]
    page_tree = subprocess.run(command, check=True, capture_output=True).stdout
    pages = []
    for page in ElementTree.fromstring(page_tree).iter("{http://www.w3.org/1999/xhtml}page"):
        words = page.iter("{http://www.w3.org/1999/xhtml}word")
        pages.append([(w.text or "", float(w.get("xMin")), float(w.get("xMax")), float(w.get("yMax"))) for w in words])
    return pages


def to_lines(text: str, boxes: list[tuple[str, float, float, float]], size: float) -> list[list[list]]:
    """Boxes of a paragraph as lines of words, its left edge at 0. A word of the text that is in several boxes of one line is put
    together; a box that spans two words is an error, as is any other text than the one that was given."""
    left = min((box[1] for box in boxes), default=0)
    lines: list[list[list]] = []
    at, bottom = 0, None
    for box_text, x0, x1, y in sorted_boxes(boxes, size):
        begins = at == 0 or text[at - 1] == " " or text[at] == " "
        at += text[at:].startswith(" ")
        if not text.startswith(box_text, at):
            sys.exit(f"other text than was given: {box_text!r} where {text[at : at + 20]!r} is due")
        at += len(box_text)
        new_line = bottom is None or y - bottom > SAME_LINE * size
        if new_line:
            lines.append([])
            bottom = y
        edges = [(x0 - left) / size, (x1 - left) / size]
        if begins or new_line:
            lines[-1].append([box_text, *edges])
        else:
            word = lines[-1][-1]
            word[0], word[2] = word[0] + box_text, edges[1]
    if at != len(text):
        sys.exit(f"text that was given is missing: {text[at:]!r}")
    return lines


def sorted_boxes(boxes: list[tuple[str, float, float, float]], size: float) -> list[tuple[str, float, float, float]]:
    """Boxes line by line from left to right; a fallback face's box is a little higher or lower than its neighbours."""
    rows: list[list[tuple[str, float, float, float]]] = []
    for box in sorted(boxes, key=lambda box: box[3]):
        if rows and box[3] - rows[-1][0][3] <= SAME_LINE * size:
            rows[-1].append(box)
        else:
            rows.append([box])
    return [box for row in rows for box in sorted(row, key=lambda box: box[1])]


# The setters in the order in which they are shown: name and label.
SETTERS = {
    "bogoseo": "bogoseo",
    "typst": "Typst",
    "chromium": "Chromium",
    "greedy": "greedy",
    "typst-whole": "Typst, each word in a box",
}


def load(folder: Path) -> tuple[dict, dict[str, list]]:
    """What the bench wrote, and every setter's lines paragraph by paragraph, those that are missing left out."""
    data = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    set_by = {name: [one[name] for one in data["paragraphs"]] for name in ("bogoseo", "greedy")}
    for name in SETTERS:
        file = folder / f"{name}.json"
        if file.exists():
            set_by[name] = json.loads(file.read_text(encoding="utf-8"))
    return data, {name: set_by[name] for name in SETTERS if name in set_by}
