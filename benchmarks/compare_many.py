"""Comparing many profiles of one municipality against only reading them, in pairs, in one run.

Run with `python benchmarks/compare_many.py [PROFILES] [PAIRS]`. Both are whole processes on the
same files: one reads and checks them all, the other is `sdgassess compare` with its page. The
ratio quoted is the median of the pairs; the budget is that of `docs/decisions.md`.
"""

from __future__ import annotations

import datetime as dt
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = max((ROOT / "profiles" / "examples").glob("*.yaml"))
BUDGET = 3.0
READ = """
import sys
from pathlib import Path
from sdgassess.files.catalogue import profiles_in
from sdgassess.files.load import load_profile
for path in profiles_in(Path(sys.argv[1])):
    assert load_profile(path).value is not None
"""


def timed(command: list[str]) -> float:
    """Seconds of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def write(folder: Path, count: int) -> None:
    """A profile a month, each a little different from the one before."""
    text = EXAMPLE.read_text("utf-8")
    day = next(line for line in text.split("\n") if line.startswith("date: "))
    for n in range(count):
        date = dt.date(2017 + n // 12, n % 12 + 1, 12).isoformat()
        changed = text.replace(day, f"date: {date}").replace(
            "    level: 2\n", f"    level: {n % 5}\n", 1 + n % 7
        )
        (folder / f"{date}.yaml").write_text(changed, "utf-8")


def main() -> None:
    """Write the files, time both in turn, print medians and the median ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), count)
        read = [sys.executable, "-c", READ, name]
        compare = [sys.executable, "-m", "sdgassess", "compare", name]
        timed(read)
        reading, comparing, ratios = [], [], []
        for _ in range(pairs):
            reading.append(timed(read))
            comparing.append(timed(compare))
            ratios.append(comparing[-1] / reading[-1])
    print(
        f"{count} profiles: read {statistics.median(reading):.2f} s, "
        f"compare {statistics.median(comparing):.2f} s, "
        f"ratio {statistics.median(ratios):.2f}  budget {BUDGET}"
    )


if __name__ == "__main__":
    main()
