"""One year's answers held against another's, question by question (model.md: Comparing years).

Up and down are about answers to what was asked alike. A question that was reworded, rescaled,
added or removed in between is not comparable, whatever its levels were: a level that rose because
the question became easier is no progress. Nor is one whose own words in the two profiles differ,
though both name one version. What is only better backed is said beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from sdgassess.analysis.versions.lineage import (
    Kin,
    Kinship,
    kin,
    newest,
)
from sdgassess.analysis.years.wording import same_words, strange_words, wording_of
from sdgassess.model.profile import State, UnmappedAnswer
from sdgassess.model.question import ChangeKind, Comparable, Level, Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.version import version_order
from sdgassess.scoring.score import Score


class Direction(StrEnum):
    """How a question stands to an earlier year: up, down, same, or not to be compared."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    NOT_COMPARABLE = "not-comparable"


class Because(StrEnum):
    """Why two answers cannot be held against each other."""

    REWORDED = "reworded"
    DECLARED = "declared"
    DECLARED_ROUGHLY = "declared-roughly"
    OTHER_WORDS = "other-words"
    RESCALED = "rescaled"
    ADDED = "added"
    REMOVED = "removed"
    REPLACES = "replaces"
    MOVED = "moved"
    REPLACED = "replaced"
    NOT_ASKED = "not-asked"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


class When(StrEnum):
    """In which of two years a level is lacking."""

    EARLIER = "then"
    LATER = "now"
    BOTH = "then-and-now"


Kins = Mapping[str, Kin]
"""What each question of a newer version is to an older one, by the newer id."""


_REASONS = {
    Kinship.ADDED: Because.ADDED,
    Kinship.REMOVED: Because.REMOVED,
    Kinship.REWORDED: Because.REWORDED,
    Kinship.DECLARED: Because.DECLARED,
    Kinship.DECLARED_ROUGHLY: Because.DECLARED_ROUGHLY,
    Kinship.RESCALED: Because.RESCALED,
    Kinship.REPLACES: Because.REPLACES,
}
_STATES = {
    State.NOT_ASKED: Because.NOT_ASKED,
    State.LATER: Because.NOT_ASKED,
    State.UNKNOWN: Because.UNKNOWN,
    State.NOT_APPLICABLE: Because.NOT_APPLICABLE,
}
_NOT_ALIKE = (
    *(Because.RESCALED, Because.REWORDED),
    *(Because.DECLARED, Because.DECLARED_ROUGHLY),
)
_NOT_ANSWERED = (State.NOT_ASKED, State.LATER)
_WEIGHTIEST_FIRST = (Because.NOT_ASKED, Because.UNKNOWN, Because.NOT_APPLICABLE)


class Standing(NamedTuple):
    """Where a question stood in one year.

    Attributes:
        level: its level on the chosen basis, or None; on the newer scale where a map leads there.
        answered: its answered level, or None.
        backed: its backed level, or None.
        because: why it cannot be compared: no level, or not asked alike; None where it can be.
    """

    level: Level | None
    answered: Level | None
    backed: Level | None
    because: Because | None = None


class Move(NamedTuple):
    """One question in two years.

    Attributes:
        question: its id; the newer version's.
        before: where it stood in the one year.
        after: where it stood in the other.
        direction: up, down, same or not comparable.
        steps: how many steps up or down; 0 otherwise.
        because: why it is not comparable; None where it is.
        when: in which year a level is lacking, where that is why.
        better_backed: answered as before, and backed higher.
        approximate: the questionnaire's authors call the two nearly the same; shown, not counted.
    """

    question: str
    before: Standing
    after: Standing
    direction: Direction
    steps: int = 0
    because: Because | None = None
    when: When | None = None
    better_backed: bool = False
    approximate: bool = False

    @property
    def is_unasked(self) -> bool:
        """Whether neither of the two years has an answer, since neither asked."""
        return self.before.because is self.after.because is Because.NOT_ASKED

    @property
    def reason(self) -> str | None:
        """Why it is not comparable, in one word of the results; None where it is."""
        if self.because is None:
            return None
        return f"{self.because}-{self.when}" if self.when else self.because.value


class Lineage:
    """What the versions of one questionnaire are to each other; each pair is looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Kins] = {}

    def kins(self, older: Questionnaire, newer: Questionnaire) -> Kins:
        """What each question of the newer version is to the older one."""
        versions = older.version, newer.version
        if versions not in self._known:
            self._known[versions] = {key: kin(older, newer, key) for key in newer.questions}
        return self._known[versions]


def hold(earlier: Score, later: Score, lineage: Lineage) -> dict[str, Move]:
    """Hold one year against another.

    Args:
        earlier: the one year.
        later: the other; swapping the two mirrors every verdict.
        lineage: what the versions are to each other.

    Returns:
        A verdict for every question that either version asks, in the order of the newer one.
    """
    newer = newest((later.questionnaire, earlier.questionnaire))
    ahead = newer is later.questionnaire
    older = earlier.questionnaire if ahead else later.questionnaire
    kins = lineage.kins(older, newer)
    moves = {
        key: _move(key, earlier, later, related, ahead=ahead) for key, related in kins.items()
    }
    claimed = {related.older for related in kins.values()}
    for key in older.questions:
        if key not in claimed and key not in moves:
            because = Because.REMOVED if ahead else Because.ADDED
            before, after = standing(earlier, key), standing(later, key)
            moves[key] = Move(key, before, after, Direction.NOT_COMPARABLE, because=because)
    return moves


def standing(score: Score, question: str, levels: Mapping[Level, Level] | None = None) -> Standing:
    """Where a question stands in a score.

    Args:
        score: one year's result.
        question: the id that it had then.
        levels: a map from the levels of then to those of a newer version.
    """
    result = score.questions.get(question)
    if result is None or score.level(question) is None:
        state = (result.state if result else None) or State.NOT_ASKED
        unmapped = reason_unmapped(score, question) if state in _NOT_ANSWERED else None
        return Standing(None, None, None, unmapped or _STATES[state])
    as_scored = Standing(score.level(question), result.answered, result.backed)
    if levels is None:
        return as_scored
    level, answered, backed = (
        levels.get(value) if value is not None else None
        for value in (as_scored.level, as_scored.answered, as_scored.backed)
    )
    return Standing(level, answered, backed, None if level is not None else Because.RESCALED)


def stood(score: Score, question: str, related: Kin) -> Standing:
    """Where a question of a newer version stood in a year that answered an older one.

    Args:
        score: that year's result.
        question: the newer id.
        related: what the newer question is to the older one.

    Returns:
        Its level, on the newer scale where it was asked alike; else with the reason beside it.
    """
    if related.comparable is Comparable.EXACT:
        return standing(score, related.older or question, related.levels)
    at_the_time = standing(score, related.older or question)
    return at_the_time._replace(because=_REASONS.get(related.reason, Because.REWORDED))


def answered_alike(one: Score, other: Score, question: str, related: Kin) -> bool:
    """Whether two profiles say, as far as they say, that they answered the same words.

    Args:
        one: the result that answered the newer question.
        other: the result that answered the older one.
        question: the newer id.
        related: what the two questions are to each other; what is declared of them decides.
    """
    if related.reason is not Kinship.SAME:
        return True
    return same_words(wording_of(one, question), wording_of(other, related.older or question))


def _move(question: str, earlier: Score, later: Score, related: Kin, *, ahead: bool) -> Move:
    """One question of the newer version in both years."""
    own = Kin(Comparable.EXACT, Kinship.SAME, question)
    before = stood(earlier, question, related if ahead else own)
    after = stood(later, question, own if ahead else related)
    if related.comparable is not Comparable.EXACT:
        because = (before if ahead else after).because or Because.REWORDED
        if because is Because.ADDED and not ahead:
            because = Because.REMOVED
        near = related.comparable is Comparable.APPROXIMATE
        way = Direction.NOT_COMPARABLE
        return Move(question, before, after, way, because=because, approximate=near)
    if before.level is None or after.level is None:
        return _lacking(question, before, after)
    newest_score, oldest_score = (later, earlier) if ahead else (earlier, later)
    if not answered_alike(newest_score, oldest_score, question, related):
        way, because = Direction.NOT_COMPARABLE, Because.OTHER_WORDS
        return Move(question, before, after, way, because=because)
    return _compared(newest_score.questionnaire, question, before, after)


def _lacking(question: str, before: Standing, after: Standing) -> Move:
    """A question without a level in one of the years, or in both: the weightier reason is told."""
    way, lacks = Direction.NOT_COMPARABLE, (before.because, after.because)
    for because in _NOT_ALIKE:
        if because in lacks:
            return Move(question, before, after, way, because=because)
    because = next(reason for reason in _WEIGHTIEST_FIRST if reason in lacks)
    when = When.BOTH if before.because is after.because else None
    when = when or (When.EARLIER if before.because is because else When.LATER)
    return Move(question, before, after, way, because=because, when=when)


def _compared(rules: Questionnaire, question: str, before: Standing, after: Standing) -> Move:
    """A question with a level in both years.

    Where only the backing moved, the answer is the same, on either basis.
    """
    assert before.level is not None, "told apart by the caller"
    assert after.level is not None, "told apart by the caller"
    low, high = sorted((before.level, after.level))
    if low == high or before.answered == after.answered:
        carried = before.backed is not None and after.backed is not None
        better = carried and before.answered == after.answered and _above(after, before)
        return Move(question, before, after, Direction.SAME, better_backed=better)
    steps = rules.questions[question].steps(low, high)
    direction = Direction.UP if after.level > before.level else Direction.DOWN
    return Move(question, before, after, direction, steps)


def _above(after: Standing, before: Standing) -> bool:
    """Whether one is backed higher than the other."""
    assert after.backed is not None, "told apart by the caller"
    assert before.backed is not None, "told apart by the caller"
    return after.backed > before.backed


def reason_unmapped(score: Score, question: str) -> Because | None:
    """Why a question that stands unanswered is kept under `unmapped`; None where it is not.

    Args:
        score: the year's result.
        question: the id, which the older version asked under the same name.

    Returns:
        Removed where the version answered now has no such question, rescaled where its history
        says so since then, declared where it rules a comparison out and the answer quotes no other
        words, and else reworded.
    """
    unmapped = score.profile.unmapped.get(question)
    rules = score.questionnaire
    if (
        unmapped is None
        or unmapped.questionnaire.id != rules.id
        or unmapped.questionnaire == score.profile.questionnaire
    ):
        return None
    if unmapped.answer.state is State.NOT_ASKED:
        return None
    newer = rules.questions.get(question)
    if newer is None:
        return Because.REMOVED
    return _changed_since(unmapped, newer)


def _changed_since(unmapped: UnmappedAnswer, newer: Question) -> Because:
    """What happened to a question since it was answered; its words of then are not at hand."""
    answered = version_order(unmapped.questionnaire.version)
    since = [change for change in newer.history if version_order(change.version) > answered]
    if any(change.kind is ChangeKind.RESCALED for change in since):
        return Because.RESCALED
    wording = strange_words(unmapped.answer, newer)
    if wording.question is not None or wording.anchor is not None:
        return Because.REWORDED
    declared = {change.comparable for change in since}
    if Comparable.NONE in declared:
        return Because.DECLARED
    roughly = Comparable.APPROXIMATE in declared
    return Because.DECLARED_ROUGHLY if roughly else Because.REWORDED
