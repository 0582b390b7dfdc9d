"""One problem in the place of many: a profile that was answered on another text than there is.

A question that reads otherwise than what was `asked` is a warning of its own. Where most of a
profile's questions do, nobody mended a sentence: it was answered with another file that calls
itself the same version.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sdgassess.files.document import Document
from sdgassess.problem import Fact, Problem, Severity

_STALE = "P153"
_FEWEST = 3
"""From how many questions on it is no accident."""


def told_together(
    document: Document, problems: Sequence[Problem], questionnaire: str
) -> list[Problem]:
    """The problems of a profile, with stale questions told as one where they are most of it.

    Args:
        document: the profile.
        problems: what was found.
        questionnaire: the file of the questionnaire that it names.
    """
    stale = [problem for problem in problems if problem.code == _STALE]
    answers = document.data.get("answers")
    entries = answers.values() if isinstance(answers, dict) else ()
    asked = sum(isinstance(one, dict) and "asked" in one for one in entries)
    if len(stale) < _FEWEST or 2 * len(stale) <= asked:
        return list(problems)
    facts: dict[str, Fact] = {
        "count": len(stale),
        "asked": asked,
        "other": Path(questionnaire).name,
    }
    where = document.where(("questionnaire",))
    told = Problem("P154", where, facts, Severity.WARNING)
    return [*(one for one in problems if one.code != _STALE), told]
