"""What stands out between years: what moved most, why it fell, what is no longer known.

A fall is either a fall or better knowledge, and both are common; who answered was asked once
(domain model §3.15), and what they said stands in the later profile, with the date it is about.
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.analysis.years.comparison import Pair, Years
from sdgassess.analysis.years.questions import Because, Direction, Move
from sdgassess.model.profile import EarlierAnswer, WasChange


class Explanation(NamedTuple):
    """What a profile says about why an answer differs from an earlier one of those compared.

    Attributes:
        column: the profile that says it, by its place.
        earlier: the profile that it is about.
        was: what it says.
    """

    column: int
    earlier: int
    was: EarlierAnswer


class Mover(NamedTuple):
    """A question that stands higher or lower than the last time, or than the first time.

    Attributes:
        question: its id.
        direction: which way since the last time; where that is unchanged, since the first.
        moves: since the last time and since the first, as far as it moved, each with its pair.
        explained: why, as far as the profiles say.
    """

    question: str
    direction: Direction
    moves: tuple[tuple[Pair, Move], ...]
    explanations: tuple[Explanation, ...]

    @property
    def steps(self) -> int:
        """How far it moved at most."""
        return max(move.steps for _, move in self.moves)

    @property
    def change(self) -> WasChange | None:
        """Why it differs, in a word, as the latest profile says that speaks of it."""
        return self.explanations[-1].was.change if self.explanations else None


class Surprise(NamedTuple):
    """A question that is unknown now and had a level once, or the other way round.

    Attributes:
        question: its id.
        column: the latest earlier profile that knew it, or didn't.
    """

    question: str
    column: int


_MOVED = (Direction.UP, Direction.DOWN)


def movers(years: Years) -> tuple[Mover, ...]:
    """The questions that moved since the last time or since the first, most steps first.

    Between equals the order of the questionnaire decides.
    """
    found = (_moved(years, question) for question in years.paths)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: -one.steps))


def better_backed(years: Years) -> tuple[Move, ...]:
    """What is answered as the first time and only better backed: never progress."""
    return tuple(move for move in years.first_to_last.moves.values() if move.better_backed)


def new_unknowns(years: Years) -> tuple[Surprise, ...]:
    """What had a level the last time it was asked alike, and is unknown now."""
    found = (_surprise(years, question, unknown_now=True) for question in years.paths)
    return tuple(one for one in found if one is not None)


def now_known(years: Years) -> tuple[Surprise, ...]:
    """What was unknown the last time it was asked alike, and has a level now."""
    found = (_surprise(years, question, unknown_now=False) for question in years.paths)
    return tuple(one for one in found if one is not None)


def explanations(years: Years, question: str) -> tuple[Explanation, ...]:
    """What the profiles say about why an answer differs, oldest first.

    Only what is about the date of an earlier profile among those compared is taken.
    """
    dates = [column.score.profile.date for column in years.columns]
    said = []
    for place, column in enumerate(years.columns):
        answer = column.score.profile.answers.get(question)
        was = answer.was if answer else None
        if was is not None and was.change is not None and was.date in dates[:place]:
            said.append(Explanation(place, dates.index(was.date), was))
    return tuple(said)


def _moved(years: Years, question: str) -> Mover | None:
    """One question, where it moved."""
    alone = len(years.columns) == 2
    pairs = (years.latest,) if alone else (years.latest, years.first_to_last)
    ways = [(pair, pair.moves.get(question)) for pair in pairs]
    moves = tuple((pair, move) for pair, move in ways if move and move.direction in _MOVED)
    if not moves:
        return None
    return Mover(question, moves[0][1].direction, moves, explanations(years, question))


def _surprise(years: Years, question: str, *, unknown_now: bool) -> Surprise | None:
    """A question whose last answer is unknown after a level, or a level after unknown."""
    *before, now = years.paths[question]
    if now.because is not (Because.UNKNOWN if unknown_now else None):
        return None
    said = (None, Because.UNKNOWN)
    asked = [place for place, there in enumerate(before) if there.because in said]
    if not asked or (before[asked[-1]].because is None) is not unknown_now:
        return None
    return Surprise(question, asked[-1])
