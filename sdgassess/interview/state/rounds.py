"""A round of unseen votes: who is asked in it, who has not voted yet, whether it is still closed.

A round leaves its trace in the file alone: voices that are sealed. So it is found again whatever
ended the sitting, in whatever terminal the next one is held.
"""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.interview.state.phases import AtQuestion, InTurn, Revealing
from sdgassess.model.profile import Answer, Participant, Profile
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire


def asked_in_turn(
    questionnaire: Questionnaire, question: Question, profile: Profile, answering: Sequence[str]
) -> tuple[Participant, ...]:
    """Who is asked one after the other: those here whose role the question is put to.

    Args:
        questionnaire: whose roles speak in its order.
        question: what is asked; put to nobody in particular, or to nobody who is here, everybody
            is asked.
        profile: who is here.
        answering: ids of those who answer from now on; empty means all who are here.
    """
    order = [role.id for role in questionnaire.roles]
    present = [
        person for person in profile.participants if not answering or person.id in answering
    ]
    present.sort(
        key=lambda person: order.index(person.role) if person.role in order else len(order)
    )
    wanted = [person for person in present if person.role in question.roles]
    return tuple(wanted or present)


def people_without_vote(
    people: Sequence[Participant], answer: Answer | None
) -> tuple[Participant, ...]:
    """Those of some people whose vote in a round is still due."""
    voters = {voice.by for voice in (answer or Answer()).sealed_voices}
    return tuple(person for person in people if person.id not in voters)


def round_left(profile: Profile, question: str) -> bool:
    """Whether a round on a question was left before it was opened.

    What people answered alone and sent in is sealed too, and is no round that somebody left.
    """
    answer = profile.answers.get(question)
    present = {person.id for person in profile.participants if person.returned is None}
    return answer is not None and any(voice.by in present for voice in answer.sealed_voices)


def round_gone_on_with(
    questionnaire: Questionnaire,
    question: Question,
    profile: Profile,
    answering: Sequence[str],
    begun: int,
) -> InTurn | Revealing | AtQuestion:
    """Where a round goes on: at the first one whose vote is due, else before it is opened.

    Args:
        questionnaire: whose roles speak in its order.
        question: what the round is about.
        profile: who is here, and the sealed votes.
        answering: ids of those who answer from now on; empty means all who are here.
        begun: after how many changes of the sitting this part of the round begins.

    Returns:
        The question itself where nobody is here who could be asked, or could open the round.
    """
    people = asked_in_turn(questionnaire, question, profile, answering)
    due = people_without_vote(people, profile.answers.get(question.id))
    if not people:
        return AtQuestion(question.id)
    if not due:
        return Revealing(question.id, begun)
    return InTurn(question.id, begun, people.index(due[0]), anew=True)
