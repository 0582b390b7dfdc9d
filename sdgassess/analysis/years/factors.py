"""Factors year by year: on what every year answered alike, and as scored then, kept apart.

A factor may stand higher only because fewer, other or easier questions were answered. So its
levels are computed anew on the questions that are comparable and known in every year, by the
newest rules, gates included; what was scored then is shown beside that and never compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
        parent: the nearest scored part above it; None at the top.
        depth: how many scored parts stand above it.
        upper: whether it adds parts; what is left out then stands with those.
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
    parent: str | None = None
    depth: int = 0
    upper: bool = False

    @property
    def scored_otherwise(self) -> bool:
        """Whether any year was scored otherwise than it stands on the compared questions."""
        return self.levels != self.as_scored

    def between(self, earlier: int, later: int) -> Direction:
        """Whether the compared level is higher, lower or the same in another year."""
        before, after = self.levels[earlier], self.levels[later]
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
        The scored parts of the newest version in its order, upper ones before their parts, then
        those that older versions had.
    """
    left_out = {
        question: tuple(_reasons(question, paths[question])) for question in rules.questions
    }
    shared = [question for question, reasons in left_out.items() if not reasons]
    anew = _levels(scores, [rules] * len(scores), shared, kins, paths)
    lasting = _without_few(rules, shared)
    above = anew
    if len(lasting) < len(shared):
        above = _levels(scores, [rules] * len(scores), lasting, kins, paths)
    lost = (
        key
        for score in scores
        for key in score.questionnaire.scored_above
        if key not in rules.scored_above
    )
    every = (*rules.scored_above, *dict.fromkeys(lost))
    otherwise = _otherwise(scores, rules, shared, kins, paths)
    basis = _Basis(scores, rules, kins, left_out, anew, otherwise)
    upper = _Upper(basis, frozenset(lasting), above)
    return tuple(
        _upper(key, upper) if _is_upper(key, basis) else _factor(key, basis) for key in every
    )


def _without_few(rules: Questionnaire, shared: Sequence[str]) -> list[str]:
    """The shared questions without those of parts that have too few of them for a level."""
    own = {key: [q.id for q in node.questions] for key, node in rules.factors.items()}
    few = {
        question
        for key, questions in own.items()
        if not enough(rules.factors[key], [q for q in questions if q in shared])
        for question in questions
    }
    return [question for question in shared if question not in few]


def _is_upper(key: str, basis: _Basis) -> bool:
    """Whether a scored part adds parts, in the newest version that has it."""
    versions = (basis.rules, *(score.questionnaire for score in reversed(basis.scores)))
    return next(bool(v.nodes[key].parts) for v in versions if key in v.scored_above)


def _place(key: str, basis: _Basis) -> tuple[str, ...]:
    """The scored parts above a part, in the newest version that has it."""
    versions = (basis.rules, *(score.questionnaire for score in reversed(basis.scores)))
    return next(v.scored_above[key] for v in versions if key in v.scored_above)


class _Upper(NamedTuple):
    """What parts above others are told from.

    Attributes:
        basis: what every factor is told from.
        lasting: the compared questions of the parts that have enough of them for a level.
        levels: for each year, the levels on those questions.
    """

    basis: _Basis
    lasting: frozenset[str]
    levels: Sequence[Mapping[str, Level | None]]


def _upper(key: str, upper: _Upper) -> FactorYears:
    """One part above others over the years, on what its parts are compared on."""
    basis = upper.basis
    results = [score.scored.get(key) for score in basis.scores]
    node = basis.rules.nodes.get(key)
    questions = [question.id for question in node.all_questions()] if node else []
    compared = tuple(question for question in questions if question in upper.lasting)
    few = bool(compared) and node is not None and not enough(node, compared)
    status = tuple(result.rolled.status if result else None for result in results)
    levels = [None if few or not compared else year.get(key) for year in upper.levels]
    above = _place(key, basis)
    return FactorYears(
        id=key,
        levels=_as_covered(node, levels, status),
        as_scored=tuple(result.level if result else None for result in results),
        status=status,
        compared=compared,
        left_out=(),
        rules_changed=key in basis.otherwise and not few,
        set_changed=any(
            parts_changed(node, score.questionnaire) for score in basis.scores if node
        ),
        too_few=few,
        parent=above[-1] if above else None,
        depth=len(above),
        upper=True,
    )


class _Basis(NamedTuple):
    """What every factor is told from.

    Attributes:
        scores: one per year.
        rules: the newest version.
        kins: for each year, what the newest questions are to the version answered then.
        left_out: why each question of the newest version is left out; empty where it is compared.
        anew: for each year, the factors' levels on the compared questions.
        otherwise: the factors that older rules give another level on the same questions.
    """

    scores: Sequence[Score]
    rules: Questionnaire
    kins: Sequence[Kins]
    left_out: Mapping[str, tuple[LeftOut, ...]]
    anew: Sequence[Mapping[str, Level | None]]
    otherwise: frozenset[str]


def _factor(key: str, basis: _Basis) -> FactorYears:
    """One factor over the years."""
    results = [score.factors.get(key) for score in basis.scores]
    node = basis.rules.factors.get(key)
    questions = [question.id for question in node.questions] if node else []
    compared = tuple(q for q in questions if not basis.left_out[q])
    few = bool(compared) and node is not None and not enough(node, compared)
    before = zip(basis.scores, basis.kins, strict=True)
    status = tuple(result.rolled.status if result else None for result in results)
    levels = [None if few else levels.get(key) for levels in basis.anew]
    above = _place(key, basis)
    return FactorYears(
        id=key,
        levels=_as_covered(node, levels, status),
        as_scored=tuple(result.level if result else None for result in results),
        status=status,
        compared=compared,
        left_out=(
            *(reason for q in questions for reason in basis.left_out[q]),
            *_no_longer_asked(node, basis),
        ),
        rules_changed=key in basis.otherwise and not few,
        set_changed=any(set_changed(node, score.questionnaire, table) for score, table in before),
        too_few=few,
        parent=above[-1] if above else None,
        depth=len(above),
    )


def _no_longer_asked(node: Node | None, basis: _Basis) -> Iterator[LeftOut]:
    """What older versions asked of a factor and the newest does not, with the years of it."""
    places: dict[tuple[str, Because], list[int]] = {}
    for place, (score, table) in enumerate(zip(basis.scores, basis.kins, strict=True)):
        for why in no_longer_asked(node, score.questionnaire, basis.rules, table) if node else ():
            places.setdefault(why, []).append(place)
    for (question, because), columns in places.items():
        yield LeftOut(question, because, tuple(columns))


def _levels(
    scores: Sequence[Score],
    ruled: Sequence[Questionnaire],
    shared: Sequence[str],
    kins: Sequence[Kins],
    paths: Mapping[str, Path],
) -> list[dict[str, Level | None]]:
    """Each factor's level on the shared questions, year by year, each year by some rules."""
    levels = []
    for place, (score, rules) in enumerate(zip(scores, ruled, strict=True)):
        results = {
            q: _on_newest_scale(score, q, kins[place][q].older, paths[q][place]) for q in shared
        }
        levels.append(_anew(score, rules, results))
    return levels


def _otherwise(
    scores: Sequence[Score],
    rules: Questionnaire,
    shared: Sequence[str],
    kins: Sequence[Kins],
    paths: Mapping[str, Path],
) -> frozenset[str]:
    """The factors that an older version's rules give another level on the same answers."""
    if all(score.questionnaire.version == rules.version for score in scores):
        return frozenset()
    older = [as_ruled(rules, score.questionnaire) for score in scores]
    by_older = _levels(scores, older, shared, kins, paths)
    by_newest = _levels(scores, [rules] * len(scores), shared, kins, paths)
    pairs = list(zip(by_older, by_newest, strict=True))
    return frozenset(k for k in rules.scored_above for a, b in pairs if a.get(k) != b.get(k))


def _reasons(question: str, path: Path) -> Iterator[LeftOut]:
    """Why a question is not comparable in every year, by reason."""
    reasons = [standing.because for standing in path]
    for because in dict.fromkeys(reasons):
        if because is not None:
            places = tuple(place for place, reason in enumerate(reasons) if reason is because)
            yield LeftOut(question, because, places)


def _anew(
    score: Score, rules: Questionnaire, results: Mapping[str, QuestionResult]
) -> dict[str, Level | None]:
    """Each factor's level in one year on the shared questions, by the newest rules."""
    nodes = Evaluation(rules, score.profile, results, score.basis).nodes()
    return {key: node.level for key, node in nodes.items()}


def _on_newest_scale(
    score: Score, question: str, older: str | None, standing: Standing
) -> QuestionResult:
    """A question's result under its newest id and on its newest scale."""
    result = score.questions[older or question]
    return result._replace(id=question, answered=standing.answered, backed=standing.backed)


def parts_changed(node: Node, older: Questionnaire) -> bool:
    """Whether an older version added other parts to a part above them."""
    before = older.nodes.get(node.id)
    if before is None or before.roll_up is None:
        return False
    return {part.id for part in before.parts} != {part.id for part in node.parts}


def set_changed(node: Node | None, older: Questionnaire, kins: Kins) -> bool:
    """Whether an older version asked other questions of a factor, however they were worded.

    Args:
        node: the factor in the newest version; None where that has none.
        older: the other version.
        kins: what the newest questions are to it.
    """
    factor = older.factors.get(node.id) if node else None
    if node is None or factor is None:
        return False
    newest = sorted(kins[question.id].older or "" for question in node.questions)
    return newest != sorted(question.id for question in factor.questions)


def no_longer_asked(
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
    factor = older.factors.get(node.id)
    own = {question.id for question in node.questions}
    claimed = {related.older for related in kins.values()}
    replaced = {tomb.id for tomb in rules.retired if tomb.replaced_by}
    for question in factor.questions if factor else ():
        if question.id in own or question.id in {kins[q].older for q in own if _same(kins, q)}:
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


def fewest_in_common(node: Node) -> int:
    """How many questions two profiles need in common for a level of a part.

    Args:
        node: a part that is rolled up.

    Returns:
        What its roll-up declares as `common`, a number or a share of its questions, but never more
        than it has; one where nothing is declared.
    """
    assert node.roll_up is not None, "only scored parts are compared"
    questions = sum(1 for _ in node.all_questions())
    declared = node.roll_up.common
    if declared is None:
        declared = ceil((node.roll_up.common_share or 0) * questions)
    return max(min(declared, questions), 1)


def enough(node: Node, compared: Sequence[str]) -> bool:
    """Whether the compared questions are as many as the part's roll-up asks to have in common.

    Args:
        node: the part.
        compared: the questions of it that are compared.
    """
    return len(compared) >= fewest_in_common(node)


def _as_covered(
    node: Node | None, levels: Sequence[Level | None], status: Sequence[LevelStatus | None]
) -> tuple[Level | None, ...]:
    """Levels on the compared questions, without those of profiles that `coverage` gives none.

    Where the roll-up declares `common`, that alone decides on how few questions a level stands.

    Args:
        node: the part; None where the newest version has none.
        levels: on the compared questions, profile by profile.
        status: whether the part had a level then, likewise.
    """
    rule = node.roll_up if node else None
    if rule is None or rule.common is not None or rule.common_share is not None:
        return tuple(levels)
    return tuple(
        None if scored is LevelStatus.INSUFFICIENT else level
        for level, scored in zip(levels, status, strict=True)
    )


def as_ruled(rules: Questionnaire, older: Questionnaire) -> Questionnaire:
    """The newest questions under the roll-ups, core questions and gates of an older version."""
    gates = [
        gate
        for gate in older.gates
        if gate.caps in rules.nodes
        and all(
            subject.id in rules.questions or subject.id in rules.nodes
            for subject in gate.lowest_of
        )
    ]
    parts = tuple(_ruled(part, older) for part in rules.parts)
    return rules._replace(parts=parts, gates=tuple(gates))


def _ruled(node: Node, older: Questionnaire) -> Node:
    """One node and those below it as an older version ruled them."""
    as_older = older.nodes.get(node.id)
    core = {question.id: question.core for question in older.questions.values()}
    return node._replace(
        roll_up=as_older.roll_up
        if as_older and as_older.roll_up and node.roll_up
        else node.roll_up,
        questions=tuple(
            question._replace(core=core.get(question.id, question.core))
            for question in node.questions
        ),
        parts=tuple(_ruled(part, older) for part in node.parts),
    )
