"""Problems put together: each told once, in the order of the file."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.files.document import Document
from sdgassess.problem import Problem, Severity, Where


def placed(document: Document, problems: Sequence[Problem]) -> list[Problem]:
    """Problems without a place of their own belong to the line that names the questionnaire."""
    where = document.where(("questionnaire",))
    return [
        problem if problem.where.file else problem._replace(where=where) for problem in problems
    ]


def once(shape: Sequence[Problem], rules: Sequence[Problem]) -> list[Problem]:
    """Problems of shape and of rules; where both speak of one place, the rule says it better."""
    told = {_place(problem.where) for problem in rules if problem.severity is Severity.ERROR}
    return [*(problem for problem in shape if _place(problem.where) not in told), *rules]


def in_order(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems in the order of the file, those of other files after it."""
    return tuple(sorted(problems, key=lambda p: (p.where.line or 0, p.where.column or 0)))


def _place(where: Where) -> tuple[str, int | None, int | None]:
    """A place, to compare."""
    return where.file, where.line, where.column
