"""Factors year by year: on what every year answered alike, and as scored then, kept apart.

A factor may stand higher only because fewer, other or easier questions were answered. So its
levels are computed anew on the questions that are comparable and known in every year, by the
newest rules, gates included; what was scored then is shown beside that and never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import NamedTuple

from sdgassess.analysis.years.questions import (
    Because,
    Direction,
    Kins,
    Standing,
)
from sdgassess.model.node import Node
from sdgassess.model.question import Level
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.evaluation import Evaluation
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score


class LeftOut(NamedTuple):
    """Why a question does not count in a comparison of several years.

    Attributes:
        question: its id.
        because: what is the matter.
        columns: in which years, by their place.
    """

    question: str
    because: Because
    columns: tuple[int, ...]


class FactorYears(NamedTuple):
    """One factor over the years.

    Attributes:
        id: the factor.
        levels: by year, on the compared questions alone; None where they give none or are too few.
        as_scored: by year, as it was scored then, by the rules and on the questions of then.
        status: by year, whether it had a level then; None where it was not there.
        compared: the questions that every year answered and that were asked alike.
        left_out: the other questions, with what older versions asked of it, each with the reason.
        rules_changed: whether an older version's rules give another level on those questions.
        set_changed: whether an older version asked other questions of it.
        too_few: whether the compared questions are too few for a level.
    """

    id: str
    levels: tuple[Level | None, ...]
    as_scored: tuple[Level | None, ...]
    status: tuple[LevelStatus | None, ...]
    compared: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    rules_changed: bool = False
    set_changed: bool = False
    too_few: bool = False

    @property
    def scored_otherwise(self) -> bool:
        """Whether any year was scored otherwise than it stands on the compared questions."""
        return self.levels != self.as_scored

    def between(self, then: int, now: int) -> Direction:
        """Whether the compared level is higher, lower or the same in another year."""
        before, after = self.levels[then], self.levels[now]
        if before is None or after is None:
            return Direction.NOT_COMPARABLE
        if before == after:
            return Direction.SAME
        return Direction.UP if after > before else Direction.DOWN


Path = tuple[Standing, ...]
"""Where one question stood, year by year."""


def factor_years(
    scores: Sequence[Score], rules: Questionnaire, kins: Sequence[Kins], paths: Mapping[str, Path]
) -> tuple[FactorYears, ...]:
    """Every factor over the years.

    Args:
        scores: one per year.
        rules: the newest version among them, which the compared levels are computed by.
        kins: for each year, what the newest questions are to the version answered then.
        paths: where each question of the newest version stood, year by year.

    Returns:
        The factors of the newest version in its order, then those that older versions had.
    """
    left = {question: tuple(_reasons(question, paths[question])) for question in rules.questions}
    shared = [question for question, reasons in left.items() if not reasons]
    anew = _levels(scores, [rules] * len(scores), shared, kins, paths)
    lost = (key for one in scores for key in one.questionnaire.factors if key not in rules.factors)
    every = (*rules.factors, *dict.fromkeys(lost))
    held = _Held(scores, rules, kins, left, anew, _otherwise(scores, rules, shared, kins, paths))
    return tuple(_factor(key, held) for key in every)


class _Held(NamedTuple):
    """What every factor is told from.

    Attributes:
        scores: one per year.
        rules: the newest version.
        kins: for each year, what the newest questions are to the version answered then.
        left: why each question of the newest version is left out; empty where it is compared.
        anew: for each year, the factors' levels on the compared questions.
        otherwise: the factors that older rules give another level on the same questions.
    """

    scores: Sequence[Score]
    rules: Questionnaire
    kins: Sequence[Kins]
    left: Mapping[str, tuple[LeftOut, ...]]
    anew: Sequence[Mapping[str, Level | None]]
    otherwise: frozenset[str]


def _factor(key: str, held: _Held) -> FactorYears:
    """One factor over the years."""
    results = [one.factors.get(key) for one in held.scores]
    node = held.rules.factors.get(key)
    questions = [question.id for question in node.questions] if node else []
    compared = tuple(q for q in questions if not held.left[q])
    few = bool(compared) and node is not None and not enough(node, compared)
    before = zip(held.scores, held.kins, strict=True)
    return FactorYears(
        id=key,
        levels=tuple(None if few else one.get(key) for one in held.anew),
        as_scored=tuple(result.level if result else None for result in results),
        status=tuple(result.rolled.status if result else None for result in results),
        compared=compared,
        left_out=(*(reason for q in questions for reason in held.left[q]), *_gone(node, held)),
        rules_changed=key in held.otherwise and not few,
        set_changed=any(set_changed(node, one.questionnaire, table) for one, table in before),
        too_few=few,
    )


def _gone(node: Node | None, held: _Held) -> Iterator[LeftOut]:
    """What older versions asked of a factor and the newest does not, with the years of it."""
    found: dict[tuple[str, Because], list[int]] = {}
    for place, (one, table) in enumerate(zip(held.scores, held.kins, strict=True)):
        for why in gone(node, one.questionnaire, held.rules, table) if node else ():
            found.setdefault(why, []).append(place)
    for (question, because), places in found.items():
        yield LeftOut(question, because, tuple(places))


def _levels(
    scores: Sequence[Score],
    ruled: Sequence[Questionnaire],
    shared: Sequence[str],
    kins: Sequence[Kins],
    paths: Mapping[str, Path],
) -> list[dict[str, Level | None]]:
    """Each factor's level on the shared questions, year by year, each year by some rules."""
    found = []
    for place, (one, rules) in enumerate(zip(scores, ruled, strict=True)):
        results = {q: _as_now(one, q, kins[place][q].older, paths[q][place]) for q in shared}
        found.append(_anew(one, rules, results))
    return found


def _otherwise(
    scores: Sequence[Score],
    rules: Questionnaire,
    shared: Sequence[str],
    kins: Sequence[Kins],
    paths: Mapping[str, Path],
) -> frozenset[str]:
    """The factors that an older version's rules give another level on the same answers."""
    if all(one.questionnaire.version == rules.version for one in scores):
        return frozenset()
    older = [as_ruled(rules, one.questionnaire) for one in scores]
    then = _levels(scores, older, shared, kins, paths)
    now = _levels(scores, [rules] * len(scores), shared, kins, paths)
    pairs = list(zip(then, now, strict=True))
    return frozenset(k for k in rules.factors for a, b in pairs if a.get(k) != b.get(k))


def _reasons(question: str, path: Path) -> Iterator[LeftOut]:
    """Why a question is not comparable in every year, by reason."""
    apart = [there.because for there in path]
    for because in dict.fromkeys(apart):
        if because is not None:
            places = tuple(place for place, found in enumerate(apart) if found is because)
            yield LeftOut(question, because, places)


def _anew(
    score: Score, rules: Questionnaire, results: Mapping[str, QuestionResult]
) -> dict[str, Level | None]:
    """Each factor's level in one year on the shared questions, by the newest rules."""
    nodes = Evaluation(rules, score.profile, results, score.basis).nodes()
    return {key: nodes[key].level for key in rules.factors if key in nodes}


def _as_now(score: Score, question: str, older: str | None, there: Standing) -> QuestionResult:
    """A question's result under its newest id and on its newest scale."""
    then = score.questions[older or question]
    return then._replace(id=question, answered=there.answered, backed=there.backed)


_FEWEST = 2
"""One question alone says nothing of a factor, unless it is the only core one."""


def set_changed(node: Node | None, older: Questionnaire, kins: Kins) -> bool:
    """Whether an older version asked other questions of a factor, however they were worded.

    Args:
        node: the factor in the newest version; None where that has none.
        older: the other version.
        kins: what the newest questions are to it.
    """
    then = older.factors.get(node.id) if node else None
    if node is None or then is None:
        return False
    now = sorted(kins[question.id].older or "" for question in node.questions)
    return now != sorted(question.id for question in then.questions)


def gone(
    node: Node, older: Questionnaire, rules: Questionnaire, kins: Kins
) -> Iterator[tuple[str, Because]]:
    """The questions that an older version asked of a factor and that no longer belong to it.

    Args:
        node: the factor in the newest version.
        older: the other version.
        rules: the newest version.
        kins: what the newest questions are to the older version.

    Yields:
        Each with the reason: moved to another factor, replaced by other questions, or removed.
    """
    then = older.factors.get(node.id)
    here = {question.id for question in node.questions}
    claimed = {found.older for found in kins.values()}
    replaced = {one.id for one in rules.retired if one.replaced_by}
    for question in then.questions if then else ():
        if question.id in here or question.id in {kins[q].older for q in here if _same(kins, q)}:
            continue
        if question.id in rules.questions:
            yield question.id, Because.MOVED
        elif question.id in claimed or question.id in replaced:
            yield question.id, Because.REPLACED
        else:
            yield question.id, Because.REMOVED


def _same(kins: Kins, question: str) -> bool:
    """Whether a question only has another id, so that its older one is not gone."""
    return kins[question].comparable.value == "exact"


def enough(node: Node, compared: Sequence[str]) -> bool:
    """Whether the compared questions are enough for a level.

    They are where they hold every core question, as a quick scan does, or else as many as the
    factor's own coverage asks of its core questions, and more than one.

    Args:
        node: the factor.
        compared: the questions of it that are compared.
    """
    assert node.roll_up is not None, "only factors are compared"
    cores = [question.id for question in node.questions if question.core]
    if cores and set(cores) <= set(compared):
        return True
    return len(compared) >= max(ceil(node.roll_up.coverage * len(cores)), _FEWEST)


def as_ruled(rules: Questionnaire, older: Questionnaire) -> Questionnaire:
    """The newest questions under the roll-ups, core questions and gates of an older version."""
    gates = [
        gate
        for gate in older.gates
        if gate.caps in rules.nodes
        and all(one.id in rules.questions or one.id in rules.nodes for one in gate.lowest_of)
    ]
    parts = tuple(_ruled(part, older) for part in rules.parts)
    return replace(rules, parts=parts, gates=tuple(gates))


def _ruled(node: Node, older: Questionnaire) -> Node:
    """One node and those below it as an older version ruled them."""
    then = older.nodes.get(node.id)
    core = {question.id: question.core for question in older.questions.values()}
    return node._replace(
        roll_up=then.roll_up if then and then.roll_up and node.roll_up else node.roll_up,
        questions=tuple(one._replace(core=core.get(one.id, one.core)) for one in node.questions),
        parts=tuple(_ruled(part, older) for part in node.parts),
    )
