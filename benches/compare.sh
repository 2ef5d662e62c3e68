#!/usr/bin/env bash
# Times bogoseo and its peers in one run, whole processes: compare.sh [RUNS, 5]. Peers that aren't installed are named as missing.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=${1:-5}
target=${CARGO_TARGET_DIR:-target}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure LABEL FILE COMMAND...: least and median seconds, peak memory and the size of FILE.
measure() {
    local label=$1 file=$2
    shift 2
    : >"$work/times"
    for _ in $(seq "$runs"); do
        rm -f "$file"
        if ! /usr/bin/time -q -f '%e %U %S %M' -a -o "$work/times" "$@" >"$work/said" 2>&1; then
            printf '%-46s failed: %s\n' "$label" "$(head -n 1 "$work/said")"
            return
        fi
    done
    sort -n "$work/times" | awk -v label="$label" -v size="$(stat -c %s "$file")" -v pages="$(pages "$file")" '
        { wall[NR] = $1; cpu[NR] = $2 + $3; if ($4 > peak) peak = $4 }
        END { printf "%-46s %6s %8.2f %8.2f %8.2f %8.0f %10.0f\n", label, pages, wall[1], wall[int((NR + 1) / 2)], cpu[int((NR + 1) / 2)], peak / 1000, size / 1000 }'
}

pages() { pdfinfo "$1" 2>/dev/null | awk '/^Pages/ { print $2 }'; }

head_line() { printf '\n%-46s %6s %8s %8s %8s %8s %10s\n' "$1" pages 'least s' median 'CPU s' 'peak MB' 'file kB'; }

missing() { printf '%-46s missing: %s\n' "$1" "$2"; }

[ -x /usr/bin/time ] || { echo "/usr/bin/time is needed (Debian's package time)" >&2; exit 2; }
cargo build --release --bin bogoseo
bogoseo=$target/release/bogoseo
peers=$target/release
if ! CARGO_TARGET_DIR=$target cargo build --release --manifest-path benches/peers/Cargo.toml; then
    echo "the peers' package doesn't build here; what it makes is missing below"
    peers=/nonexistent
fi

echo "$(nproc) cores, $runs runs each, one after the other"
benches/hundredfold.py reports/mapo-2021 "$work/hundredfold"
for report in reports/mapo-2021 "$work/hundredfold"; do
    name=$(basename "$report")
    head_line "$name"
    measure 'bogoseo, PDF/A-2a and PDF/UA-1' "$work/b.pdf" "$bogoseo" build "$report" -q -o "$work/b.pdf"
    if ! command -v typst >/dev/null; then
        missing typst 'cargo install typst-cli --locked'
    else
        cargo bench -q --bench records -- typst "$report" "$work/$name.typ"
        compile=(typst compile --font-path fonts --ignore-system-fonts)
        label=$(typst --version | cut -d' ' -f1-2)
        measure "$label, tagged" "$work/t.pdf" "${compile[@]}" "$work/$name.typ" "$work/t.pdf"
        measure "$label, PDF/A-2a and PDF/UA-1" "$work/t.pdf" "${compile[@]}" --pdf-standard a-2a,ua-1 "$work/$name.typ" "$work/t.pdf"
    fi
done

head_line '4,000 pages of text'
for writer in krilla printpdf genpdf; do
    program=$peers/$writer-pages
    if [ -x "$program" ]; then
        measure "$writer" "$work/w.pdf" "$program" "$work/w.pdf"
    else
        missing "$writer" "benches/peers isn't built"
    fi
done
