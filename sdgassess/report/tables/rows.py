"""What every table for programs shares: its heads, and whose row it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sdgassess.document.sheets import Column, Row, Rows, Sheet, Value
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.score import Score
from sdgassess.text import one_line, visible

WHOSE = ("profile", "place", "date")
"""The first columns of every table about profiles."""


class Numbered(NamedTuple):
    """A profile by the number that all tables call it by, counted from 1."""

    number: int
    score: Score

    @property
    def whose(self) -> Row:
        """The cells below `WHOSE`."""
        profile = self.score.profile
        return self.number, one_line(profile.municipality.name), profile.date


def table(name: str, heads: Sequence[str], compose: Callable[[], Iterable[Row]]) -> Sheet:
    """A table of a name, with its columns and what composes its rows."""
    columns = tuple(Column(head, 0) for head in heads)
    return Sheet(id=name, name=name, columns=columns, rows=Rows(compose))


def listed(ids: Iterable[str]) -> Value:
    """Ids with a space between."""
    return " ".join(ids) or None


def line(text: str | None) -> Value:
    """Free words on one line, or nothing."""
    return one_line(text) if text else None


def lines(text: str | None) -> Value:
    """Free words in the lines that they were written in, or nothing."""
    return (visible(text).strip() or None) if text else None


def questionnaire_of(rules: Questionnaire) -> str:
    """A questionnaire with its version, as it is named everywhere: a version alone is a number."""
    return f"{rules.id}@{rules.version}"
