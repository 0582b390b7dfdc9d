"""A gap report as PDF against WeasyPrint and headless Chromium on the same content, in one run.

Run with `python benchmarks/print_report.py [ROUNDS]`. Each row is a whole process: ours reads the
profile, scores it, holds it against every reference and prints; the others only print the HTML
that was made of the same report beforehand. All take turns, so that a machine whose speed drifts
does not decide. The ratio quoted is the median of the rounds, theirs to ours.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pikepdf

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = max((ROOT / "profiles" / "examples").glob("*.yaml"))
BUDGET = 0.8
ENVIRONMENT = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
"""An installed program is compiled once and for all: the first run here keeps what it compiles."""
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def commands(folder: Path) -> dict[str, list[str]]:
    """The command of each row; each writes a PDF of its name into a folder."""
    html = folder / "report.html"
    report = [sys.executable, "-m", "sdgassess", "report", str(EXAMPLE), "--force", "-o"]
    subprocess.run([*report, str(html)], check=True, capture_output=True)
    rows = {
        "sdgassess": [*report, str(folder / "sdgassess.pdf")],
        "WeasyPrint": [
            sys.executable,
            "-c",
            WEASYPRINT,
            str(html),
            str(folder / "WeasyPrint.pdf"),
        ],
    }
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("Chromium is not here, so that it is left out")
        return rows
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    rows["Chromium"] = [
        chromium,
        *quiet,
        f"--user-data-dir={folder / 'browser'}",
        "--no-pdf-header-footer",
        f"--print-to-pdf={folder / 'Chromium.pdf'}",
        html.as_uri(),
    ]
    return rows


def timed(command: list[str]) -> float:
    """Seconds of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def main() -> None:
    """Time every row in turns and print medians, sizes, and how much longer the others take."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        rows = commands(folder)
        for command in rows.values():
            timed(command)
        seconds: dict[str, list[float]] = {name: [] for name in rows}
        for _ in range(rounds):
            for name, command in rows.items():
                seconds[name].append(timed(command))
        ours = seconds["sdgassess"]
        print(f"{'whole process':14} {'ms':>6} {'ratio':>6} {'pages':>6} {'KB':>6}")
        for name, taken in seconds.items():
            file = folder / f"{name}.pdf"
            with pikepdf.open(file) as opened:
                pages = len(opened.pages)
            ratio = statistics.median(one / our for one, our in zip(taken, ours, strict=True))
            median = statistics.median(taken) * 1000
            size = file.stat().st_size / 1024
            print(f"{name:14} {median:6.0f} {ratio:6.2f} {pages:6} {size:6.0f}")
        print(f"budget of ours: {BUDGET * 1000:.0f} ms, and below both of the others")


if __name__ == "__main__":
    main()
