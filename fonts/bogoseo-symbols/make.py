"""Makes BogoseoSymbols-Regular.ttf of the signs that the other bundled faces lack, from faces of Noto (OFL, no reserved name).

python3 make.py FOLDER OUT: FOLDER holds the four files of Debian's fonts-noto-core; fontTools is needed.
"""
import io
import sys
import unicodedata
from fontTools import merge, subset
from fontTools.ttLib import TTFont

# The first that has a sign gives it.
SOURCES = ["NotoSansMath-Regular.ttf", "NotoSansSymbols2-Regular.ttf", "NotoSansSymbols-Regular.ttf", "NotoSans-Regular.ttf"]
# Symbols; letters of other scripts, emoji and what is laid out by rules of its own are none.
BLOCKS = [(0x0149, 0x0149), (0x2010, 0x205E), (0x20A0, 0x20CF), (0x2100, 0x2BFF), (0x1F310, 0x1F5FF), (0x1F650, 0x1F67F), (0x1F780, 0x1F8FF)]
# What stands in for a sign that no face has, and blanks.
ALSO = {0x20, 0xA0}
# In the order of templates: signs that both faces of text have are never asked of this one.
HAVE = ["noto-serif-kr/NotoSerifKR-Regular.ttf", "pretendard-gov/PretendardGOV-Regular.otf"]
NAME = "Bogoseo Symbols"


def characters(path):
    return set(TTFont(path, lazy=True).getBestCmap())


def piece(path, wanted):
    options = subset.Options(layout_features=[], hinting=False, glyph_names=False, name_IDs=[], notdef_outline=True)
    options.drop_tables += ["MATH", "meta", "GDEF", "GSUB", "GPOS", "DSIG"]
    font = TTFont(path)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    out.seek(0)
    return out


def main(folder, fonts, out):
    have = set.union(*(characters(f"{fonts}/{name}") for name in HAVE))
    wanted = {code for first, last in BLOCKS for code in range(first, last + 1)}
    wanted = {code for code in wanted if unicodedata.category(chr(code)) not in ("Cn", "Cc", "Cf", "Mn", "Me")}
    left, pieces = (wanted - have) | ALSO, []
    for name in SOURCES:
        given = left & characters(f"{folder}/{name}")
        pieces.append(piece(f"{folder}/{name}", given))
        left -= given
    font = merge.Merger().merge(pieces)
    names = {1: NAME, 2: "Regular", 3: NAME + " 1.0", 4: NAME, 5: "Version 1.0", 6: "BogoseoSymbols-Regular",
             0: "Copyright 2012-2021 Google Inc. and the Noto Project Authors (https://github.com/notofonts)",
             13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
             14: "https://openfontlicense.org"}
    font["name"].names = []
    for key, value in names.items():
        font["name"].setName(value, key, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    font["head"].created = font["head"].modified = 0
    font.recalcTimestamp = False
    font.save(out)
    print(len(font.getBestCmap()), "characters; not found:", sorted(hex(code) for code in left)[:40], len(left))


main(*sys.argv[1:])
