"""Whole sittings as they look on the screen, one file each.

A case begins with `# key: value` lines (language, quick, width, begins: lines typed before in an
earlier sitting, separated by `|`; last-year: `held` where there is one, `follows` where the
sitting begins from it, see `earlier`; result: yes where the result is shown at the end). Lines
with `> ` are typed, all others are expected. Set SDGASSESS_REWRITE_CASES=1 to write what is shown
now, and read the difference before keeping it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sdgassess.interview.engine import Interview
from sdgassess.interview.state.last_year import LastYear
from sdgassess.model.questionnaire import Questionnaire

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_a_sitting_looks_as_written(
    case: Path,
    begin: Callable[..., Interview],
    ruled: Questionnaire,
    play: Callable[..., tuple[list[str], list[object], object]],
    held: LastYear,
) -> None:
    written = case.read_text(encoding="utf-8").splitlines()
    head = [line for line in written if line.startswith("# ")]
    told = dict(line[2:].split(": ", 1) for line in head)
    settings: dict[str, object] = {
        "language": told.get("language", "en"),
        "quick": told.get("quick") == "yes",
        "workshop": told.get("workshop") == "yes",
        "width": int(told.get("width", "80")),
        "held": held if "last-year" in told else None,
    }
    if told.get("result") == "yes":
        settings |= {"result": True, "questionnaire": ruled}
    interview = begin(**settings, follows=told.get("last-year") == "follows")
    if "begins" in told:
        for line in told["begins"].split("|"):
            interview = interview.take(line).interview
        interview = begin(interview.profile, **settings)
    typed = [line[2:] for line in written if line.startswith("> ")]
    shown, _saved, ended = play(interview, typed)
    played = [*head, *shown, f"= {ended}"]
    if os.environ.get("SDGASSESS_REWRITE_CASES"):
        case.write_text("\n".join(played) + "\n", encoding="utf-8")
    assert played == written


def test_there_are_cases() -> None:
    assert len(CASES) >= 6
