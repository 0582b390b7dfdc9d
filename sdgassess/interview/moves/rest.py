"""The rest of what a room disputes: offered once, at the end of a quick scan."""

from __future__ import annotations

from sdgassess.interview.state.route import applicable, is_settled
from sdgassess.interview.state.sitting import Sitting
from sdgassess.scoring.backing import question_result

MOST = 2
"""Of so many parts the rest is offered: as much as a room still has the strength for."""


def disputed_parts(sitting: Sitting) -> tuple[str, ...]:
    """The parts that a room disputes most and that have questions beyond the quick scan.

    Most disputed questions first, then the order of the tree; none outside a workshop.
    """
    setting, profile = sitting.setting, sitting.assessed
    if not setting.workshop or not setting.quick:
        return ()
    rules, disputes = setting.questionnaire, dict[str, int]()
    for question in rules.questions.values():
        answer = profile.answers.get(question.id)
        if answer is not None and len(answer.open_voices) > 1:
            apart = question_result(rules, question, profile).disagreement
            part = rules.factor_of[question.id].id
            disputes[part] = disputes.get(part, 0) + apart
    parts = sorted((part for part, n in disputes.items() if n), key=lambda part: -disputes[part])
    return tuple(part for part in parts if rest_of(sitting, part))[:MOST]


def rest_of(sitting: Sitting, part: str) -> tuple[str, ...]:
    """The questions of a part beyond the quick scan that are still open."""
    rules, profile = sitting.setting.questionnaire, sitting.assessed
    applies = applicable(rules, profile)
    return tuple(
        question.id
        for question in rules.nodes[part].all_questions()
        if not question.core
        and question.id in applies
        and not is_settled(profile.answers.get(question.id))
    )
