#!/usr/bin/env python3
"""Sets the paragraphs with Chromium and reads word boxes back from its layout: chromium.py DATA FONTS > LINES"""

import html
import json
import re
import sys
import tempfile
from pathlib import Path

from browser import dump_dom, font_faces
from record import to_lines

# A word wider than the measure is cut rather than left to stick out, as the other setters do. Boxes come character by character, as
# the layout has them before it draws: `geometricPrecision` keeps widths from being rounded to pixels.
PAGE = """<!doctype html><html lang="ko"><meta charset="utf-8"><style>
%(faces)s
p { width: %(measure)spt; font: %(weight)s %(size)spt/%(leading)s %(families)s; font-feature-settings: %(features)s;
    margin: 0 0 1em; text-rendering: geometricPrecision; word-break: keep-all; overflow-wrap: break-word; text-align: justify }
</style><body>%(paragraphs)s<script type="application/json" id="boxes"></script><script>
document.fonts.ready.then(() => {
  const range = document.createRange();
  const boxes = [...document.querySelectorAll('p')].map(paragraph => {
    const text = paragraph.firstChild, found = [];
    for (let at = 0; at < text.data.length; at++) {
      if (text.data[at] == ' ') continue;
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const box = range.getBoundingClientRect();
      found.push([text.data[at], box.left, box.right, box.bottom]);
    }
    return found;
  });
  document.getElementById('boxes').textContent = JSON.stringify(boxes);
});
</script>"""
# CSS: 96 pixels are 72 points.
POINTS = 72 / 96


def main(data_file: Path, fonts: Path) -> None:
    data = json.loads(data_file.read_text(encoding="utf-8"))
    paragraphs = [paragraph["text"] for paragraph in data["paragraphs"]]
    page = PAGE % {
        **data,
        "faces": font_faces(data, fonts),
        "families": ", ".join(json.dumps(family) for family in data["families"]),
        "features": ", ".join(json.dumps(tag) for tag in data["features"]) or "normal",
        "paragraphs": "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs),
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "lines.html"
        file.write_text(page, encoding="utf-8")
        dom = dump_dom(file)
    found = re.search(r'id="boxes">(.*?)</script>', dom, re.S)
    if found is None or not found[1]:
        sys.exit("Chromium gave no boxes")
    boxes = [[(text, x0 * POINTS, x1 * POINTS, y * POINTS) for text, x0, x1, y in one] for one in json.loads(found[1])]
    lines = [to_lines(text, one, data["size"]) for text, one in zip(paragraphs, boxes)]
    json.dump(lines, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
