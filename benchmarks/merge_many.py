"""Merging the answers of 60 people against only reading the profile, in pairs, in one run.

Run with `python benchmarks/merge_many.py [PEOPLE] [PAIRS]`. Both are whole processes: one is
`sdgassess check` of the profile that waits for them, the other `sdgassess merge` of every file,
half of them pages and half workbooks, that writes it. Medians are quoted beside the budget.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.given.questionnaires import nordic  # noqa: E402 - it lies beside this folder
from tests.given.returned import ROLES, book, page, waiting  # noqa: E402 - as above

BUDGET = 2.0


def timed(command: list[str]) -> float:
    """Seconds of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


def write(folder: Path, count: int) -> Path:
    """A profile that so many people were invited for, and what each of them sent back."""
    letters = "pxcle"
    slots = [f"{letters[n % 5]}{1 + n // 5}" for n in range(count)]
    (folder / "returned").mkdir()
    for n, slot in enumerate(slots):
        questions = [
            question.id
            for question in nordic().questions.values()
            if not question.roles or ROLES[slot[0]] in question.roles
        ]
        levels = {key: (n + place) % 5 for place, key in enumerate(questions)}
        if n % 2:
            content = book(slot, {key: f"{level} – Et svar" for key, level in levels.items()})
            (folder / "returned" / f"{slot}.xlsx").write_bytes(content)
        else:
            answers = {
                key: {"level": level, "comment": "Sådan ser jeg det herfra."}
                for key, level in levels.items()
            }
            text = json.dumps(page(slot, answers), ensure_ascii=False)
            (folder / "returned" / f"{slot}.json").write_text(text, "utf-8")
    return waiting(folder, *slots)


def main() -> None:
    """Write the files, time both in turn, print medians and the budget."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        profile = write(folder, count)
        fresh = shutil.copy(profile, folder / "fresh")
        program = [sys.executable, "-m", "sdgassess"]
        floor = [*program, "check", str(profile)]
        merge = [*program, "merge", str(profile), str(folder / "returned")]
        timed(floor)
        checking, merging = [], []
        for _ in range(pairs):
            shutil.copy(fresh, profile)
            checking.append(timed(floor))
            merging.append(timed(merge))
    print(
        f"{count} people: check {statistics.median(checking):.2f} s, "
        f"merge {statistics.median(merging):.2f} s  budget {BUDGET} s"
    )


if __name__ == "__main__":
    main()
