"""What an older version asked of a factor, and whether it ruled otherwise on the same answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from sdgassess.analysis.years_questions import Because, Kins
from sdgassess.model.node import Node
from sdgassess.model.questionnaire import Questionnaire

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
