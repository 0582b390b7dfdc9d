"""Start-up and single-profile verbs against a minimal Typer program, in pairs, in one run.

Run with `python benchmarks/startup.py [PAIRS]`. Each row compares whole processes: ours and the
floor in turn, so that a machine whose speed drifts does not decide. The ratio quoted is the median
of the pairs; the budgets are those of `docs/decisions.md`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = max((ROOT / "profiles" / "examples").glob("*.yaml"))
FLOOR = """
import typer
app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)

@app.command()
def hello(name: str = "you") -> None:
    typer.echo(f"hello {name}")

@app.command()
def bye() -> None:
    typer.echo("bye")

app()
"""
ENVIRONMENT = {**os.environ, "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": ""}
"""An installed program is compiled once and for all: the first run here keeps what it compiles."""
ROWS = (
    ("--version", ["--version"], ["--help"], 1.1),
    ("--help", ["--help"], ["--help"], 1.1),
    ("score", ["score", str(EXAMPLE)], ["hello"], 2.3),
    ("check", ["check", str(EXAMPLE)], ["hello"], 2.3),
    ("gaps", ["gaps", str(EXAMPLE)], ["hello"], 3.0),
    ("compare", ["compare", str(EXAMPLE.parent)], ["hello"], 3.0),
)


def timed(command: list[str]) -> float:
    """Seconds of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)
    return time.perf_counter() - start


def main() -> None:
    """Time every row and print the medians and the ratio of each pair's median."""
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        floor = Path(folder) / "floor.py"
        floor.write_text(FLOOR)
        print(f"{'verb':10} {'ours ms':>8} {'floor ms':>9} {'ratio':>6}  budget")
        for name, ours, theirs, budget in ROWS:
            ratios, mine, bare = [], [], []
            command = [sys.executable, "-m", "sdgassess", *ours]
            minimal = [sys.executable, str(floor), *theirs]
            timed(command)
            for _ in range(pairs):
                mine.append(timed(command))
                bare.append(timed(minimal))
                ratios.append(mine[-1] / bare[-1])
            print(
                f"{name:10} {statistics.median(mine) * 1000:8.0f} "
                f"{statistics.median(bare) * 1000:9.0f} {statistics.median(ratios):6.2f}"
                f"  {budget:.1f}"
            )


if __name__ == "__main__":
    main()
