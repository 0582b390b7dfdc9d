"""What an answer becomes when something is said about it: pure functions over `Answer`.

Comment, evidence and voices outlive a changed answer; a level takes the place of a state and the
other way round. An answer that only holds a comment or evidence is `later`: it was touched, and
its question is still to be answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdgassess.interview.state.route import is_settled
from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Participant,
    Profile,
    State,
    Voice,
)
from sdgassess.model.question import BackedBy, Level, Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.hearing import people_present
from sdgassess.typed.people import numbered


def with_level(
    answer: Answer | None,
    level: Level,
    wording: str,
    means: str,
    options: tuple[str, ...] | None = None,
) -> Answer:
    """The answer at a level, with the words it was given to.

    Args:
        answer: what stands there already.
        level: where it stands from now on.
        wording: the question as it was put.
        means: the words that were chosen.
        options: the ids that were chosen, where ids name answers.
    """
    return replace(
        answer or Answer(),
        level=level,
        options=options,
        state=None,
        asked=wording,
        means=means,
        reason=None,
        who_knows=None,
    )


def with_state(answer: Answer | None, state: State, wording: str | None) -> Answer:
    """The answer in a state; an agreement falls away, for it is about a level."""
    before = answer or Answer()
    return replace(
        before,
        level=None,
        options=None,
        means=None,
        agreed=None,
        state=state,
        asked=wording,
        reason=before.reason if state is State.NOT_APPLICABLE else None,
        who_knows=before.who_knows if state is State.UNKNOWN else None,
    )


def with_comment(answer: Answer | None, comment: str, wording: str) -> Answer:
    """The answer with a line of comment added below what is there."""
    touched = _touched(answer, wording)
    lines = [touched.comment.rstrip("\n"), comment] if touched.comment else [comment]
    return replace(touched, comment="\n".join(lines))


def with_evidence(answer: Answer | None, evidence: Evidence, wording: str) -> Answer:
    """The answer with one more piece of evidence."""
    touched = _touched(answer, wording)
    return replace(touched, evidence=(*touched.evidence, evidence))


def _touched(answer: Answer | None, wording: str) -> Answer:
    """The answer as it is, or `later` where there is nothing that could stand alone."""
    if answer is not None and is_settled(answer):
        return answer
    return replace(answer or Answer(), state=State.LATER, asked=wording)


def with_answer(profile: Profile, question: str, answer: Answer | None) -> Profile:
    """The profile with an answer, or without one; the order of the others stays.

    Where a file had put an answer aside although its question is asked, the new one takes its
    place: no question stands among both.
    """
    answers = dict(profile.answers)
    if answer is None:
        answers.pop(question, None)
        return profile._replace(answers=answers)
    answers[question] = answer
    parked = {key: aside for key, aside in profile.parked.items() if key != question}
    return profile._replace(answers=answers, parked=parked)


def wants_evidence(questionnaire: Questionnaire, question: Question, profile: Profile) -> bool:
    """Whether a level goes beyond what it carries without evidence, and no document is named.

    Level 3 needs a document, level 4 a sign of use (model.md: Answered and backed); what
    perception backs is not asked for papers. Where there is no level but voices, what they come
    to counts.
    """
    rules = questionnaire.backing
    level = question_result(questionnaire, question, profile).answered
    if rules is None or level is None or question.backed_by is BackedBy.PERCEPTION:
        return False
    answer = profile.answers[question.id]
    named = any(item.kind is not EvidenceKind.ORAL for item in answer.evidence)
    return level > rules.carries["none"] and not named


def with_people(voices: Sequence[Voice], people: Sequence[Participant]) -> tuple[Voice, ...]:
    """The voices with who spoke, where that is beyond doubt.

    It is where a role has as many voices as people here: then they spoke in their order.
    """
    named: list[Voice] = []
    for voice in voices:
        of_role = [spoken for spoken in voices if spoken.role == voice.role]
        present = [person for person in people if person.role == voice.role]
        if voice.by is None and len(of_role) == len(present):
            place = [spoken is voice for spoken in of_role].index(True)
            named.append(voice._replace(by=present[place].id))
        else:
            named.append(voice)
    return tuple(named)


def with_voices(answer: Answer | None, spoken: Sequence[Voice], wording: str) -> Answer:
    """The answer with voices; what a role said before gives way to what it says now.

    What somebody else said sealed stays. A level that the room recorded stays beside them, with
    its agreement; a state gives way.
    """
    before = answer or Answer()
    roles = {voice.role for voice in spoken}
    people = {voice.by for voice in spoken if voice.by is not None}
    silent = tuple(
        voice
        for voice in before.voices
        if (voice.sealed and voice.by not in people) or voice.role not in roles
    )
    return _speaking(before, (*silent, *spoken), wording)


def with_own_voice(answer: Answer | None, voice: Voice, wording: str) -> Answer:
    """The answer with one person's voice in the place of what that person said before."""
    before = answer or Answer()
    rest = tuple(earlier for earlier in before.voices if earlier.by != voice.by)
    return _speaking(before, (*rest, voice), wording)


def with_sealed_voice(answer: Answer | None, voice: Voice, wording: str) -> Answer:
    """The answer with one person's vote in a closed round, in the place of the one before it.

    Everything that was there before the round stays, what that person said openly too: until the
    round is opened nothing follows from it.
    """
    before = answer or Answer()
    rest = tuple(
        earlier for earlier in before.voices if not earlier.sealed or earlier.by != voice.by
    )
    voices = (*rest, voice._replace(sealed=True))
    if is_settled(before):
        return replace(before, voices=voices)
    return replace(before, voices=voices, state=State.LATER, asked=wording)


def opened(answer: Answer, wording: str) -> Answer:
    """The answer with its round opened: every vote takes the place of what that person said."""
    votes = tuple(voice._replace(sealed=False) for voice in answer.sealed_voices)
    people, roles = {voice.by for voice in votes}, {voice.role for voice in votes}
    rest = tuple(
        voice
        for voice in answer.open_voices
        if voice.by not in people and (voice.by is not None or voice.role not in roles)
    )
    return _speaking(answer, (*rest, *votes), wording)


def _speaking(before: Answer, voices: tuple[Voice, ...], wording: str) -> Answer:
    """The answer with these voices, its question as it was put, and no state."""
    return replace(before, voices=voices, asked=wording, state=None, reason=None, who_knows=None)


def with_arrivals(
    profile: Profile, named: Sequence[Participant]
) -> tuple[Profile, tuple[Participant, ...]]:
    """The profile with people who have come in, and those people with their ids.

    Whoever was invited and is not heard yet is one of them where role and unit fit, before
    somebody new is.

    Args:
        profile: whose participants are known.
        named: who came in, as they were typed.
    """
    present, joined = {person.id for person in people_present(profile)}, list[Participant]()
    for person in named:
        awaited = (
            each
            for each in profile.participants
            if each.id not in present
            and each.role == person.role
            and person.unit in (None, each.unit)
        )
        invitee = next(awaited, None)
        if invitee is None:
            (comer,) = numbered([person], profile.participants)
            people = (*profile.participants, comer)
        else:
            comer = invitee._replace(invited=False)
            people = tuple(comer if each == invitee else each for each in profile.participants)
        profile = profile._replace(participants=people)
        present.add(comer.id)
        joined.append(comer)
    return profile, tuple(joined)


def without_person(profile: Profile, person: Participant) -> Profile:
    """The profile without somebody and without what they said."""
    answers: dict[str, Answer] = {}
    for question, answer in profile.answers.items():
        remaining = without_voice(answer, person.id)
        if remaining is not None:
            answers[question] = remaining
    people = tuple(each for each in profile.participants if each != person)
    return profile._replace(answers=answers, participants=people)


def without_voice(answer: Answer, person: str) -> Answer | None:
    """The answer without one person's voice; None where nothing is left of it."""
    voices = tuple(voice for voice in answer.voices if voice.by != person)
    if len(voices) == len(answer.voices):
        return answer
    remaining = replace(answer, voices=voices)
    if voices or answer.level is not None or answer.state is not None:
        return remaining
    if not (answer.comment or answer.evidence):
        return None
    return replace(remaining, state=State.LATER, agreed=None)
