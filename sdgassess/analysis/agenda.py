"""What a room has to agree on: what is disputed, then what nobody knew, then what few answered."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from sdgassess.model.profile import Answer, Profile, State
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import QuestionResult, question_result
from sdgassess.scoring.disclosure import distance_to_order_by
from sdgassess.scoring.hearing import people_present
from sdgassess.scoring.score import Score

FEWEST = 2
"""So many must have named a level, where so many were there whom the question is put to."""


class Why(StrEnum):
    """Why a question is on the agenda; in the order in which they are talked about."""

    DISPUTED = "disputed"
    UNKNOWN = "unknown"
    TOO_FEW = "too-few"


def agenda(
    questionnaire: Questionnaire, profile: Profile, asked: Iterable[str]
) -> tuple[tuple[str, Why], ...]:
    """The questions that a room has to agree on, disagreement first, the widest first.

    What the room has agreed on already is not among them, whoever saw it otherwise.

    Args:
        questionnaire: the rules.
        profile: what was answered; sealed voices count for nothing.
        asked: the ids of what is asked of this profile, in order.
    """
    items: list[tuple[QuestionResult, Why]] = []
    for identity in asked:
        question = questionnaire.questions[identity]
        result = question_result(questionnaire, question, profile)
        why = _why(question, profile, result)
        if why is not None:
            items.append((result, why))
    order = list(Why)

    def place(item: tuple[QuestionResult, Why]) -> tuple[int, tuple[object, ...]]:
        result, why = item
        distance = distance_to_order_by(profile, result) if why is Why.DISPUTED else ()
        width = tuple(-steps for steps in distance)
        return order.index(why), width

    return tuple((result.id, why) for result, why in sorted(items, key=place))


def to_talk_about(score: Score) -> list[str]:
    """What is seen differently, the widest first; what a room agreed on it has talked about."""
    disputed = [question for question, result in score.questions.items() if result.disagreement]
    return sorted(
        disputed,
        key=lambda question: distance_to_order_by(score.profile, score.questions[question]),
        reverse=True,
    )


def to_find_out(score: Score) -> list[str]:
    """What nobody knew, core questions first."""
    unknown = [q for q, result in score.questions.items() if result.state is State.UNKNOWN]
    return sorted(unknown, key=lambda q: not score.questionnaire.questions[q].core)


def _why(question: Question, profile: Profile, result: QuestionResult) -> Why | None:
    """Why a question is on the agenda; None where it is not."""
    answer = profile.answers.get(question.id) or Answer()
    if answer.agreed is not None:
        return None
    if result.disagreement:
        return Why.DISPUTED
    if result.state is State.UNKNOWN:
        return Why.UNKNOWN
    if answer.level is not None or answer.state in (State.NOT_APPLICABLE, State.NOT_ASKED):
        return None
    levels = sum(voice.level is not None for voice in answer.open_voices)
    return Why.TOO_FEW if levels < min(FEWEST, _put_to(question, profile)) else None


def _put_to(question: Question, profile: Profile) -> int:
    """How many of those who took part the question is put to, and did not say it cannot be."""
    answer = profile.answers.get(question.id) or Answer()
    exempt = {voice.by for voice in answer.open_voices if voice.state is State.NOT_APPLICABLE}
    return sum(
        (not question.roles or person.role in question.roles) and person.id not in exempt
        for person in people_present(profile)
    )
