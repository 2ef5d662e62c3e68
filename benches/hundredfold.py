#!/usr/bin/env python3
"""Makes a report of many times the departments of another: hundredfold.py REPORT TARGET [TIMES, 100]"""

import re
import shutil
import sys
from pathlib import Path


def main(report: Path, target: Path, times: int) -> None:
    if target.exists():
        sys.exit(f"{target} is there already")
    shutil.copytree(report, target, ignore=shutil.ignore_patterns("departments"))
    (target / "departments").mkdir()
    definition = (report / "report.toml").read_text(encoding="utf-8")
    listed = re.search(r"^departments *= *\[(.*?)^\]", definition, re.M | re.S)
    if listed is None:
        sys.exit(f"{report}/report.toml lists no departments")
    names = re.findall(r'"departments/(.+?)\.toml"', listed[1])
    lines = []
    for time in range(1, times + 1):
        for name in names:
            copy = f"departments/{name}-{time:03}.toml"
            shutil.copyfile(report / f"departments/{name}.toml", target / copy)
            lines.append(f'  "{copy}",\n')
    whole = definition[: listed.start(1)] + "\n" + "".join(lines) + definition[listed.end(1) :]
    (target / "report.toml").write_text(whole, encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) == 4 else 100)
