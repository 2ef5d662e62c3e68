#!/usr/bin/env python3
"""Sets the paragraphs with Typst and reads word boxes back from its PDF: typst.py DATA FONTS [whole-words] > LINES"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from record import pdf_words, to_lines

# Text comes as strings, so that no sign of it is markup. Every paragraph has a page of its own; all else is Typst's default.
SOURCE = """
#let data = json("data.json")
#set page(width: data.measure * 1pt + 20pt, height: auto, margin: 10pt)
#set text(font: data.families, weight: data.weight, size: data.size * 1pt, features: data.features, lang: "ko")
#set par(justify: true)
#WHOLE
#for paragraph in data.paragraphs {
  page(block(width: data.measure * 1pt, par(paragraph.text)))
}
"""
WHOLE_WORDS = r'#show regex("\S+"): box'


def main(data_file: Path, fonts: Path, whole: bool) -> None:
    data = json.loads(data_file.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "data.json").write_text(json.dumps(data), encoding="utf-8")
        (work / "lines.typ").write_text(SOURCE.replace("#WHOLE", WHOLE_WORDS if whole else ""), encoding="utf-8")
        command = ["typst", "compile", "--font-path", fonts, "--ignore-system-fonts", work / "lines.typ", work / "lines.pdf"]
        subprocess.run(command, check=True)
        pages = pdf_words(work / "lines.pdf")
    if len(pages) != len(data["paragraphs"]):
        sys.exit(f"Typst made {len(pages)} pages of {len(data['paragraphs'])} paragraphs")
    texts = (paragraph["text"] for paragraph in data["paragraphs"])
    json.dump([to_lines(text, words, data["size"]) for text, words in zip(texts, pages)], sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), len(sys.argv) == 4)
