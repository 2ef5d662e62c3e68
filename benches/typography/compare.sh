#!/usr/bin/env bash
# Compares how bogoseo, Typst, Chromium and a first-fit setter break a report's paragraphs: compare.sh [REPORT, reports/mapo-2021].
# Prints the tables of docs/typography.md, draws its pictures anew, and leaves the poor lines of each setter in target/typography.
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
cd "$(dirname "$0")/../.."

report=${1:-reports/mapo-2021}
here=benches/typography
target=${CARGO_TARGET_DIR:-target}

need() { command -v "$1" >/dev/null || { echo "missing: $1 ($2)" >&2; exit 2; }; }
need typst 'cargo install typst-cli --locked'
need pdftotext 'poppler-utils'
need convert 'imagemagick'
need python3 'Python 3.11 or newer'

# compare MILLIMETRES COLUMNS: sets, measures and draws at one measure.
compare() {
    local work=$target/typography/$1
    mkdir -p "$work"
    cargo bench -q --bench records -- typography "$report" "$1" >"$work/data.json"
    "$here/typst.py" "$work/data.json" fonts >"$work/typst.json"
    "$here/typst.py" "$work/data.json" fonts whole-words >"$work/typst-whole.json"
    "$here/chromium.py" "$work/data.json" fonts >"$work/chromium.json"
    "$here/measure.py" "$work"
    echo
    for setter in bogoseo typst chromium greedy; do
        "$here/measure.py" "$work" "$setter" >"$work/poor-$setter.txt"
    done
    "$here/picture.py" "$work" fonts "$2" "$work/picture.png"
    convert "$work/picture.png" -dither None -colors 96 "PNG8:docs/typography/$1mm.png"
}

typst --version
chromium --version 2>/dev/null || true
mkdir -p docs/typography
compare 150 2
compare 70 4
