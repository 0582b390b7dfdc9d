"""Going back into a round of unseen votes that was left before it was opened."""

from __future__ import annotations

from sdgassess.interview.state.phases import AtQuestion
from sdgassess.interview.state.rounds import (
    asked_in_turn,
    people_without_vote,
    round_gone_on_with,
    round_left,
)
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_told_apart
from sdgassess.model.profile import Participant
from sdgassess.model.question import Question


def people_asked(sitting: Sitting, question: Question) -> tuple[Participant, ...]:
    """Who is asked in a round on a question, in order."""
    questionnaire = sitting.setting.questionnaire
    return asked_in_turn(questionnaire, question, sitting.assessed, sitting.answering)


def people_due(sitting: Sitting, question: Question) -> tuple[Participant, ...]:
    """Whose vote in the round on a question is still due."""
    answer = sitting.assessed.answers.get(question.id)
    return people_without_vote(people_asked(sitting, question), answer)


def gone_on_with(sitting: Sitting, question: Question) -> Sitting:
    """The sitting in the round where it was left; whose votes are still due is said."""
    setting, due = sitting.setting, people_due(sitting, question)
    phase = round_gone_on_with(
        setting.questionnaire,
        question,
        sitting.assessed,
        sitting.answering,
        len(sitting.history),
    )
    if due:
        people = people_told_apart(setting, due, sitting.assessed.participants)
        sitting = sitting.saying(
            setting.words(
                "{id}, unseen; still to answer: {people}.", id=question.id, people=people
            )
        )
    return sitting.at(phase)


def round_returned_to(sitting: Sitting) -> Sitting:
    """The sitting in the round that was left at the question it has come to, if one was."""
    phase = sitting.phase
    if not isinstance(phase, AtQuestion) or not round_left(sitting.assessed, phase.id):
        return sitting
    return gone_on_with(sitting, sitting.question(phase.id))
