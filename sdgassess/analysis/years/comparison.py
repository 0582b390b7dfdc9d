"""Several profiles side by side: one municipality's years, or several municipalities.

Only what was asked alike is compared, and the rest is explained (model.md: Comparing years).
Everything is ordinal: higher, lower, the same, and counts of steps.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from sdgassess.analysis.versions.lineage import Kinship, newest
from sdgassess.analysis.years.factors import FactorYears, Path, factor_years
from sdgassess.analysis.years.questions import (
    Because,
    Direction,
    Kins,
    Lineage,
    Move,
    Standing,
    hold,
    standing,
    stood,
)
from sdgassess.analysis.years.wording import same_words, wording_of
from sdgassess.model.node import Band
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.evaluation import band_of
from sdgassess.scoring.hearing import roles_heard
from sdgassess.scoring.score import Score


class Column(NamedTuple):
    """One profile among those compared: the file's name as it was given, and its score."""

    file: str
    score: Score


class Summary(NamedTuple):
    """How many questions went which way between two profiles, and by how many steps.

    Of those that could not be compared, some may have been asked only in a year between the two;
    `asked` counts the questions that at least one of the two asked.
    """

    up: int
    down: int
    same: int
    not_comparable: int
    steps_up: int
    steps_down: int
    better_backed: int
    asked: int

    @property
    def comparable(self) -> int:
        """How many questions could be compared."""
        return self.up + self.down + self.same


class Pair(NamedTuple):
    """Two of the profiles held against each other.

    Attributes:
        earlier: the place of the one among the columns.
        later: the place of the other.
        moves: the verdict on every question that any of the profiles asked.
        asked: how many questions at least one of the two asked.
    """

    earlier: int
    later: int
    moves: Mapping[str, Move]
    asked: int

    def having(self, direction: Direction) -> tuple[Move, ...]:
        """The questions with a verdict."""
        return tuple(move for move in self.moves.values() if move.direction is direction)

    @property
    def summary(self) -> Summary:
        """The counts."""
        up, down = self.having(Direction.UP), self.having(Direction.DOWN)
        return Summary(
            up=len(up),
            down=len(down),
            same=len(self.having(Direction.SAME)),
            not_comparable=len(self.having(Direction.NOT_COMPARABLE)),
            steps_up=sum(move.steps for move in up),
            steps_down=sum(move.steps for move in down),
            better_backed=sum(move.better_backed for move in self.moves.values()),
            asked=self.asked,
        )


class Years:
    """Profiles side by side, with everything that may be said about the way between them.

    Attributes:
        columns: the profiles, in the order that they were handed in.
        rules: the newest version of the questionnaire among them.
        paths: where each question that any of them asked stood, profile by profile; those of
            older versions last.
        together: whether they are assessments of one place at one time, by several groups.
    """

    def __init__(self, columns: Sequence[Column], *, together: bool = False) -> None:
        """Hold profiles side by side.

        Args:
            columns: two or more profiles of one questionnaire, in any of its versions; years in
                the order of their dates.
            together: whether they are assessments of one place at one time, by several groups.
        """
        assert len(columns) > 1, "one profile alone is compared with nothing"
        self.columns = tuple(columns)
        self.together = together
        self._lineage = Lineage()
        self._scope = _scope(column.score for column in columns)
        scores = [column.score for column in columns]
        self.rules: Questionnaire = newest(score.questionnaire for score in reversed(scores))
        self._kins = [self._lineage.kins(score.questionnaire, self.rules) for score in scores]
        self._ways = _paths(scores, self.rules, self._kins, self._asked_at_the_end())
        self.paths: Mapping[str, Path] = {
            question: path
            for question, path in self._ways.items()
            if question in self._scope
            or any(standing.because is not Because.NOT_ASKED for standing in path)
        }

    @cached_property
    def factors(self) -> tuple[FactorYears, ...]:
        """Each factor on the compared questions, and as scored then."""
        scores = [column.score for column in self.columns]
        return factor_years(scores, self.rules, self._kins, self._ways)

    def bands(self, factor: FactorYears) -> tuple[Band | None, ...]:
        """The named range that a factor's compared level lies in, profile by profile."""
        node = self.rules.nodes.get(factor.id)
        rule = node.roll_up if node is not None else None
        return tuple(
            None if rule is None or level is None else rule.band(level) for level in factor.levels
        )

    def bands_as_scored(self, factor: FactorYears) -> tuple[Band | None, ...]:
        """The named range that a factor lay in as it was scored then, by the rules of then."""
        results = ((c.score.questionnaire, c.score.scored.get(factor.id)) for c in self.columns)
        return tuple(
            None if result is None else band_of(questionnaire, result)
            for questionnaire, result in results
        )

    @cached_property
    def neighbours(self) -> tuple[Pair, ...]:
        """Each profile held against the one before it."""
        before = pairwise(range(len(self.columns) - 1))
        return (*(self._pair(earlier, later) for earlier, later in before), self.latest)

    @cached_property
    def first_to_last(self) -> Pair:
        """The last profile held against the first, with a verdict on every question there was.

        What only a year in between asked is gone by the last.
        """
        ends = self._ends
        return ends._replace(moves={q: ends.moves.get(q) or self._apart(q) for q in self.paths})

    @cached_property
    def _ends(self) -> Pair:
        """The last profile held against the first, with what the two of them asked."""
        last = len(self.columns) - 1
        return self.latest if last == 1 else self._pair(0, last)

    @cached_property
    def latest(self) -> Pair:
        """The last profile held against the one before it."""
        last = len(self.columns) - 1
        return self._pair(last - 1, last)

    @cached_property
    def compared(self) -> tuple[str, ...]:
        """The questions of the newest version that every profile answered alike."""
        return tuple(
            question
            for question in self.rules.questions
            if question in self.paths
            and all(standing.because is None for standing in self.paths[question])
        )

    @cached_property
    def roles(self) -> tuple[tuple[str, ...], ...]:
        """The roles that were heard, profile by profile, in the questionnaire's order."""
        order = {role.id: place for place, role in enumerate(self.rules.roles)}
        columns = (roles_heard(column.score.profile) for column in self.columns)
        return tuple(
            tuple(sorted(roles, key=lambda role: order.get(role, len(order)))) for roles in columns
        )

    @property
    def roles_differ(self) -> bool:
        """Whether other roles answered in some profile than in another.

        A profile that notes nobody tells nothing.
        """
        return len({frozenset(roles) for roles in self.roles if roles}) > 1

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that were answered, each once, in the order of the columns."""
        return tuple(dict.fromkeys(column.score.questionnaire.version for column in self.columns))

    def question(self, question: str) -> Question:
        """A question in the newest version that asks it, among those that were answered.

        Where the last profile was asked otherwise, its own words are meant: its level is theirs.
        """
        last = self.columns[-1].score.questionnaire.questions.get(question)
        if last is not None and (
            question not in self.rules.questions or self._otherwise(question)
        ):
            return last
        versions = (column.score.questionnaire for column in self.columns)
        return newest(rules for rules in versions if question in rules.questions).questions[
            question
        ]

    def _otherwise(self, question: str) -> bool:
        """Whether the last profile has a level on what was not asked alike."""
        last = self.paths[question][-1]
        return last.level is not None and last.because is not None

    def _asked_at_the_end(self) -> frozenset[str]:
        """The questions that the last profile is held against the others by."""
        return frozenset((*self._ends.moves, *self.latest.moves))

    def _apart(self, question: str) -> Move:
        """A question that the first and the last profile are not held against each other by."""
        before, after = (self.columns[i].score for i in (0, -1))
        ends = standing(before, question), standing(after, question)
        new = question in after.questionnaire.questions
        because = Because.ADDED if new else Because.REMOVED
        return Move(question, *ends, Direction.NOT_COMPARABLE, because=because)

    def _pair(self, earlier: int, later: int) -> Pair:
        """Two of the profiles held against each other."""
        before, after = self.columns[earlier].score, self.columns[later].score
        moves = {
            question: move
            for question, move in hold(before, after, self._lineage).items()
            if question in self._scope or not move.is_unasked
        }
        scope = _scope((before, after))
        count = sum(question in scope or not move.is_unasked for question, move in moves.items())
        return Pair(earlier, later, moves, count)


def _scope(scores: Iterable[Score]) -> frozenset[str]:
    """The questions that at least one of some profiles was asked; a quick scan asks fewer."""
    return frozenset(question for score in scores for question in score.questions)


def _path(scores: Sequence[Score], kins: Sequence[Kins], question: str) -> Path:
    """Where one question of the newest version stood, profile by profile.

    The last profile with a level on it tells what words are meant; where another one says that it
    answered others, that level is not comparable.
    """
    kin_of = [table[question] for table in kins]
    path = [stood(score, question, related) for score, related in zip(scores, kin_of, strict=True)]
    quoted = [
        place
        for place, at in enumerate(path)
        if at.because is None and kin_of[place].reason is Kinship.SAME
    ]
    if quoted:
        *earlier, last = quoted
        meant = wording_of(scores[last], question)
        for place in earlier:
            if not same_words(wording_of(scores[place], question), meant):
                path[place] = path[place]._replace(because=Because.OTHER_WORDS)
    return tuple(map(_one, path))


@lru_cache(maxsize=1024)
def _one(at: Standing) -> Standing:
    """The first of equal standings, so that thousands of profiles hold it once among them."""
    return at


def _paths(
    scores: Sequence[Score], rules: Questionnaire, kins: Sequence[Kins], ends: frozenset[str]
) -> dict[str, Path]:
    """Where each question stood: those of the newest version, then what only older ones asked.

    What went over into a newer question stands there, unless two older profiles are held
    against each other by it.
    """
    paths = {question: _path(scores, kins, question) for question in rules.questions}
    for score, table in zip(scores, kins, strict=True):
        claimed = {related.older for related in table.values()}
        for question in score.questionnaire.questions:
            if question not in paths and (question not in claimed or question in ends):
                paths[question] = tuple(standing(year, question) for year in scores)
    return paths
