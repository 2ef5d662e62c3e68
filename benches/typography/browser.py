"""Chromium without a window: what a page comes to, and a picture of it."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Without a window, without anything said to the net.
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync --hide-scrollbars --virtual-time-budget=20000""".split()


def run(*arguments: str) -> str:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        sys.exit(f"none of {', '.join(NAMES)} is installed")
    with tempfile.TemporaryDirectory() as profile:
        command = [program, *FLAGS, f"--user-data-dir={profile}", *arguments]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)
    if done.returncode != 0:
        sys.exit(f"Chromium failed: {done.stderr[-2000:]}")
    return done.stdout


def dump_dom(page: Path) -> str:
    """The page as its scripts have left it."""
    return run("--dump-dom", page.as_uri())


def picture(page: Path, width: int, height: int, scale: int, target: Path) -> None:
    """The page as a PNG of so many CSS pixels, each of `scale` by `scale` dots."""
    run(f"--screenshot={target}", f"--window-size={width},{height}", f"--force-device-scale-factor={scale}", page.as_uri())


def font_faces(data: dict, fonts: Path) -> str:
    """The style rules that make the report's own font files known by their family."""
    rule = '@font-face {{ font-family: "{}"; font-weight: {}; src: url("{}") }}'
    files = ((known["family"], known["weight"], (fonts / known["file"]).resolve().as_uri()) for known in data["files"])
    return "\n".join(rule.format(*file) for file in files)
