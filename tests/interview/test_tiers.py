"""The overview of a questionnaire with parts above parts: upper ones over theirs, set in."""

from __future__ import annotations

from collections.abc import Callable

from sdgassess.interview.engine import Interview
from tests.given.questionnaires import foreign_model

Begin = Callable[..., Interview]


def test_the_overview_shows_upper_parts_over_theirs(begin: Begin) -> None:
    interview = begin(questionnaire=foreign_model("four-tiers"))
    for line in ("Firm", "", "o"):
        step = interview.take(line)
        interview = step.interview
    rows = [line for line in step.reply if line.strip()]
    ids = [line.split()[0] for line in rows[1:]]
    assert ids[:4] == ["whole", "govern", "strategy", "policy"]
    indents = {line.split()[0]: len(line) - len(line.lstrip()) for line in rows[1:]}
    assert [indents[key] for key in ("whole", "govern", "strategy", "policy")] == [0, 1, 2, 2]
    assert "s1 . · s2 ." in next(line for line in rows if "strategy" in line)
    assert ":" not in next(line for line in rows if "govern" in line)
