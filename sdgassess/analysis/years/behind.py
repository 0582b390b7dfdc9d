"""The single answers behind a change: without the move of one a part would stand elsewhere.

A part may stand higher since one answer does, and two people who rate alike may differ on that
one. So the last year is computed again with one answer at a time put back to where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.comparison import Years
from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.questions import Direction
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.evaluation import Evaluation, level_on


def behind(years: Years, factor: FactorYears) -> tuple[str, ...]:
    """The answers each of which, put back alone, gives a part another level in the last year.

    Args:
        years: one municipality's profiles, oldest first.
        factor: one of its parts, compared between the first and the last.

    Returns:
        Question ids of the newest version in its order. None where the level did not change, where
        the part adds parts, or where no answer alone makes the difference.
    """
    last = len(years.columns) - 1
    moved = factor.between(0, last) in (Direction.UP, Direction.DOWN)
    if not moved or factor.upper or factor.id not in years.rules.factors:
        return ()
    node, score = years.rules.factors[factor.id], years.columns[last].score
    now, then = ({q: _result(years, q, place) for q in years.compared} for place in (last, 0))
    evaluation = Evaluation(years.rules, score.profile, now, score.basis)
    level = evaluation.level(node)
    return tuple(
        question
        for question in _deciding(years.rules, factor.id)
        if question in now
        and level_on(now[question], score.basis) != level_on(then[question], score.basis)
        and Evaluation(
            years.rules, score.profile, {**now, question: then[question]}, score.basis
        ).level(node)
        != level
    )


def _result(years: Years, question: str, place: int) -> QuestionResult:
    """Where a compared question stood in one year, on the newest scale."""
    standing = years.paths[question][place]
    return QuestionResult(question, answered=standing.answered, backed=standing.backed)


def _deciding(rules: Questionnaire, factor: str) -> Iterator[str]:
    """The questions that a part's level is made of, then those that its gates look at."""
    own = [question.id for question in rules.factors[factor].questions]
    yield from own
    for gate in rules.gates:
        for subject in gate.lowest_of if gate.caps == factor else ():
            node = rules.nodes.get(subject.id)
            below = [q.id for q in node.all_questions()] if node is not None else [subject.id]
            yield from (question for question in below if question not in own)
