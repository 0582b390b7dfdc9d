"""How many of how many over the years: counts beside answers, which no level counts."""

from __future__ import annotations

from sdgassess.analysis.years.comparison import Years
from sdgassess.model.profile import Count

Counts = tuple[Count | None, ...]
"""A question's count in each profile; None where none was noted, or it was not asked alike."""


def counts_of(years: Years, question: str) -> Counts:
    """A question's counts, profile by profile.

    Args:
        years: the profiles beside each other.
        question: its id in the newest version; another id then is another question.
    """
    path = years.paths[question]
    answers = (column.score.profile.answers.get(question) for column in years.columns)
    return tuple(
        answer.count if answer is not None and standing.because is None else None
        for answer, standing in zip(answers, path, strict=True)
    )


def counted(years: Years) -> dict[str, Counts]:
    """The questions with a count in at least two profiles, in the questionnaire's order."""
    every = {question: counts_of(years, question) for question in years.paths}
    return {
        question: counts
        for question, counts in every.items()
        if sum(count is not None for count in counts) > 1
    }
