"""A reference profile: points that a municipality can be held against, each with its reason."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.question import Level, Text


class ReferenceKind(StrEnum):
    """Where the points come from.

    Documents; a construction that says so; one's own targets; or a saved profile held up as one.
    """

    DOCUMENTED = "documented"
    ARCHETYPE = "archetype"
    TARGET = "target"
    PROFILE = "profile"


class Confidence(StrEnum):
    """How firmly a point is documented (model.md: References).

    A: a concrete device or fact. B: self-description. C: a researcher's characterisation.
    """

    A = "A"
    B = "B"
    C = "C"


class Point(NamedTuple):
    """What a reference shows on one question, or on a part.

    Attributes:
        at_least: the lower bound; None where only an upper bound is documented.
        at_most: the upper bound, only where the text itself sets one.
        confidence: how firmly; None for constructed points.
        quote: the words it rests on, verbatim.
        source: `document:line`.
        cites: a published work it rests on, where it rests on no quote.
        dated: when the source spoke, or the year that the quote is about.
        note: the scope or reading that belongs to it.
        reason: why it is a point, where it is constructed.
        gloss: a translation of the quote, ours.
        style: the positions, each with its axis, that it is about alone; empty for any.
    """

    at_least: Level | None = None
    at_most: Level | None = None
    confidence: Confidence | None = None
    quote: str | None = None
    source: str | None = None
    cites: str | None = None
    dated: str | None = None
    note: Text | None = None
    reason: Text | None = None
    gloss: Text | None = None
    style: tuple[tuple[str, str], ...] = ()


class StylePosition(NamedTuple):
    """Where a reference stands on a style axis, with its words.

    `position` names positions or options of the axis: one, or several where the axis allows it.
    """

    position: tuple[str, ...]
    quote: str | None = None
    source: str | None = None
    note: Text | None = None
    item: str | None = None
    gloss: Text | None = None


class Reference(NamedTuple):
    """A reference profile.

    `scope` says what the points are about (a whole municipality, a unit, one start), `dated`
    when its documents spoke.
    """

    id: str
    kind: ReferenceKind
    name: Text
    questionnaire: QuestionnaireRef
    scope: Text
    dated: str | None = None
    country: str | None = None
    points: Mapping[str, Point] = {}
    style: Mapping[str, tuple[StylePosition, ...]] = {}
