"""What was found wrong in a file, as it is told: in order, each once, many as one.

A question that reads otherwise than what was `asked` is a warning of its own. Where most of a
profile's questions do, nobody mended a sentence: it was answered with another file that calls
itself the same version, and that is said once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

from sdgassess.files.read.source import SourceFile
from sdgassess.problem import Fact, Problem, Severity, Where

_STALE = "P153"
_FEWEST = 3
"""From how many questions on it is no accident."""


def stale_words_as_one(
    source: SourceFile, problems: Sequence[Problem], questionnaire: str
) -> list[Problem]:
    """The problems of a profile, with stale questions told as one where they are most of it.

    Args:
        source: the profile.
        problems: what was found.
        questionnaire: the file of the questionnaire that it names.
    """
    stale = [problem for problem in problems if problem.code == _STALE]
    answers = source.data.get("answers")
    entries = answers.values() if isinstance(answers, dict) else ()
    quoting = sum(isinstance(answer, dict) and "asked" in answer for answer in entries)
    if len(stale) < _FEWEST or 2 * len(stale) <= quoting:
        return list(problems)
    facts: dict[str, Fact] = {
        "count": len(stale),
        "asked": quoting,
        "other": Path(questionnaire).name,
    }
    where = source.where(("questionnaire",))
    together = Problem("P154", where, facts, Severity.WARNING)
    return [*(problem for problem in problems if problem.code != _STALE), together]


def placed(source: SourceFile, problems: Sequence[Problem]) -> list[Problem]:
    """Problems without a place of their own belong to the line that names the questionnaire."""
    where = source.where(("questionnaire",))
    return [
        problem if problem.where.file else problem._replace(where=where) for problem in problems
    ]


def without_repeats(shape: Sequence[Problem], rules: Sequence[Problem]) -> list[Problem]:
    """Problems of shape and of rules; where both speak of one place, the rule says it better."""
    ruled = {_place(problem.where) for problem in rules if problem.severity is Severity.ERROR}
    return [*(problem for problem in shape if _place(problem.where) not in ruled), *rules]


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file, those of other files after it."""
    return tuple(sorted(problems, key=lambda p: (p.where.line or 0, p.where.column or 0)))


def _place(where: Where) -> tuple[str, int | None, int | None]:
    """A place, to compare."""
    return where.file, where.line, where.column


def without_follow_ons(source: SourceFile, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of a profile without the warnings on answers that have an error."""
    answers = source.data.get("answers")
    if not isinstance(answers, dict):
        return list(problems)
    starts = [source.where(("answers", key), key=True).line or 0 for key in answers]

    def answer_at(problem: Problem) -> int:
        """Which answer a problem stands in; 0 before the first."""
        return bisect_right(starts, problem.where.line or 0)

    broken = {answer_at(p) for p in problems if p.severity is Severity.ERROR} - {0}
    return [p for p in problems if p.severity is Severity.ERROR or answer_at(p) not in broken]
