"""What stands out between years: what moved most, why it fell, what is no longer known.

A fall is either a fall or better knowledge, and both are common; who answered was asked once,
and what they said stands in the later profile, with the date it is about.
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
        earlier_answer: what it says.
    """

    column: int
    earlier: int
    earlier_answer: EarlierAnswer


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
        return self.explanations[-1].earlier_answer.change if self.explanations else None


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
    every = (_mover(years, question) for question in years.paths)
    return tuple(sorted((mover for mover in every if mover), key=lambda mover: -mover.steps))


def better_backed(years: Years) -> tuple[Move, ...]:
    """What is answered as the first time and only better backed: never progress."""
    return tuple(move for move in years.first_to_last.moves.values() if move.better_backed)


def new_unknowns(years: Years) -> tuple[Surprise, ...]:
    """What had a level the last time it was asked alike, and is unknown now."""
    every = (_surprise(years, question, unknown_now=True) for question in years.paths)
    return tuple(surprise for surprise in every if surprise is not None)


def now_known(years: Years) -> tuple[Surprise, ...]:
    """What was unknown the last time it was asked alike, and has a level now."""
    every = (_surprise(years, question, unknown_now=False) for question in years.paths)
    return tuple(surprise for surprise in every if surprise is not None)


def explanations(years: Years, question: str) -> tuple[Explanation, ...]:
    """What the profiles say about why an answer differs, oldest first.

    Only what is about the date of an earlier profile among those compared is taken.
    """
    dates = [column.score.profile.date for column in years.columns]
    reasons = []
    for place, column in enumerate(years.columns):
        answer = column.score.profile.answers.get(question)
        earlier = answer.was if answer else None
        if earlier is None or earlier.change is None or earlier.date not in dates[:place]:
            continue
        reasons.append(Explanation(place, dates.index(earlier.date), earlier))
    return tuple(reasons)


def _mover(years: Years, question: str) -> Mover | None:
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
    *before, last = years.paths[question]
    if last.because is not (Because.UNKNOWN if unknown_now else None):
        return None
    telling = (None, Because.UNKNOWN)
    places = [place for place, at in enumerate(before) if at.because in telling]
    if not places or (before[places[-1]].because is None) is not unknown_now:
        return None
    return Surprise(question, places[-1])
