"""Warnings that only follow from an error beside them are left out.

A misspelt `evidense:` is an error; that the answer then stands without evidence is not a second
thing to mend.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sdgassess.files.document import Document
from sdgassess.problem import Problem, Severity


def without_follow_ons(document: Document, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of a profile without the warnings on answers that have an error."""
    answers = document.data.get("answers")
    if not isinstance(answers, dict):
        return list(problems)
    starts = [document.where(("answers", key), key=True).line or 0 for key in answers]

    def answer_at(problem: Problem) -> int:
        """Which answer a problem stands in; 0 before the first."""
        return bisect_right(starts, problem.where.line or 0)

    broken = {answer_at(p) for p in problems if p.severity is Severity.ERROR} - {0}
    return [p for p in problems if p.severity is Severity.ERROR or answer_at(p) not in broken]
