"""What a profile becomes when people's answers come in: sealed voices, and who sent them.

Level, agreement, comment and evidence of an answer are the room's and stay as they are. Nothing is
opened here: until then an earlier open voice of the same person stands beside the new sealed one.
Where the person now leaves a question blank, a sealed voice `not-asked` says so until then. A file
in which nothing at all is answered changes nothing: whoever sent it is still awaited, and what
they had sent before stays, since an empty form is saved and sent by mistake.

Codes: P716 two files of one number that do not say the same · P717 who said what is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from sdgassess.analysis.merge.identity import (
    Assessment,
    Claim,
    claims,
    in_natural_order,
    misfit,
)
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.arrival import Arrival, Doubt
from sdgassess.model.profile import (
    FORGOTTEN,
    Answer,
    Participant,
    Profile,
    Returned,
    State,
    Voice,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Problem, Severity, Where
from sdgassess.text import cleaned


class Result(StrEnum):
    """What became of a file; only `REFUSED` is a fault."""

    NEW = "new"
    REPLACED = "replaced"
    SAME = "same"
    OLDER = "older"
    BLANK = "blank"
    REFUSED = "refused"


class Outcome(NamedTuple):
    """What became of a file.

    Attributes:
        arrival: the file.
        result: what became of it.
        slot: the participant that it is from; empty where it is refused, or blank and no number of
            its role is named in it.
        doubts: what of it was left out: answers, or the whole file.
        warnings: what is odd in it and does no harm.
    """

    arrival: Arrival
    result: Result
    slot: str = ""
    doubts: tuple[Doubt, ...] = ()
    warnings: tuple[Problem, ...] = ()


class Merge(NamedTuple):
    """A profile with what came in.

    Attributes:
        profile: what it becomes.
        outcomes: what became of each file, in the order in which they were named.
        agreed_before: by question, how many voices came in after its level was recorded.
        uninvited: who joined with their answers, and was no participant before.
    """

    profile: Profile
    outcomes: tuple[Outcome, ...]
    agreed_before: Mapping[str, int]
    uninvited: tuple[Participant, ...] = ()


def merged(assessment: Assessment, arrivals: Sequence[Arrival]) -> Merge:
    """Take in what came back; the order of the files makes no difference.

    Args:
        assessment: the profile, its questionnaire and that one's fingerprint.
        arrivals: the files, those that could not be read among them.
    """
    readable = [arrival for arrival in arrivals if arrival.answers is not None]
    filled = [arrival for arrival in readable if not _is_blank(arrival)]
    whose = {id(claim.arrival): claim for claim in claims(assessment, filled)}
    newest = _newest(whose.values())
    profile, forgotten = assessment.profile, dict[str, tuple[Doubt, ...]]()
    results = {slot: _result(profile, slot, arrival) for slot, arrival in newest.items()}
    agreed_before: dict[str, int] = {}
    for slot in sorted(newest, key=in_natural_order):
        if results[slot] in {Result.NEW, Result.REPLACED}:
            before = profile
            profile, forgotten[slot] = _with_person(assessment, profile, slot, newest[slot])
            _count_late(before, profile, slot, agreed_before)
    outcomes = tuple(
        _blank_outcome(assessment, arrival, newest.values())
        if _is_blank(arrival)
        else _outcome(arrival, whose.get(id(arrival)), newest, results, forgotten)
        for arrival in arrivals
    )
    profile = _in_order(profile, assessment.questionnaire, assessment.profile)
    known = {person.id for person in assessment.profile.participants}
    uninvited = tuple(person for person in profile.participants if person.id not in known)
    outcomes = _with_oddities(outcomes, assessment.profile)
    return Merge(profile, outcomes, agreed_before, uninvited)


def with_voices_in_order(voices: Sequence[Voice]) -> tuple[Voice, ...]:
    """Open voices where they stand, then the sealed ones by participant."""
    sealed = [voice for voice in voices if voice.sealed]
    sealed.sort(key=lambda voice: in_natural_order(voice.by or ""))
    return (*(voice for voice in voices if not voice.sealed), *sealed)


def without_empty(answer: Answer) -> Answer | None:
    """An answer, or None where nothing but the words of its question is left of it."""
    return None if replace(answer, asked=None) == Answer() else answer


def _is_blank(arrival: Arrival) -> bool:
    """Whether a file could be read and answers nothing."""
    return arrival.answers is not None and not arrival.answers.answers


def _blank_outcome(assessment: Assessment, arrival: Arrival, filled: Iterable[Arrival]) -> Outcome:
    """What becomes of a file in which nothing is answered: it is nobody's rival for a number."""
    problem = misfit(assessment, arrival)
    if problem is not None:
        return Outcome(arrival, Result.REFUSED, doubts=(Doubt(None, None, problem),))
    identity, slot = _answers(arrival).id, _slot_of_its_role(assessment, _answers(arrival))
    ranks = [_rank(each) for each in filled if _answers(each).id == identity]
    for person in assessment.profile.participants:
        before = person.returned
        if before is not None and before.id == identity:
            slot = person.id
            ranks.append((before.revision, before.saved, before.sha256))
    if any(rank > _rank(arrival) for rank in ranks):
        return Outcome(arrival, Result.OLDER, slot)
    return Outcome(arrival, Result.BLANK, slot, arrival.doubts)


def _slot_of_its_role(assessment: Assessment, answers: AnswerFile) -> str:
    """The number that a file names; empty without one, and where it is another role's."""
    roles = {person.id: person.role for person in assessment.profile.participants}
    slot = answers.slot or ""
    return slot if roles.get(slot, answers.role) == answers.role else ""


def _newest(whose: Iterable[Claim]) -> dict[str, Arrival]:
    """The newest file of each participant."""
    newest: dict[str, Arrival] = {}
    for claim in whose:
        if claim.problem is None:
            standing = newest.get(claim.slot)
            if standing is None or _rank(standing) < _rank(claim.arrival):
                newest[claim.slot] = claim.arrival
    return newest


def _rank(arrival: Arrival) -> tuple[int, str, str]:
    """What the newest of several files has most of."""
    answers = _answers(arrival)
    return answers.revision, answers.saved, arrival.sha256


def _answers(arrival: Arrival) -> AnswerFile:
    """What a file says that could be read."""
    assert arrival.answers is not None, "files that could not be read are gone"
    return arrival.answers


def _result(profile: Profile, slot: str, arrival: Arrival) -> Result:
    """What becomes of the newest file of a participant."""
    person = next((each for each in profile.participants if each.id == slot), None)
    if person is None or person.returned is None:
        return Result.NEW
    before = person.returned
    number = _rank(arrival)[:2]
    if before.sha256 == FORGOTTEN and (before.revision, before.saved) == number:
        return Result.SAME
    if before.sha256 == arrival.sha256:
        return Result.SAME
    newer = (before.revision, before.saved, before.sha256) < _rank(arrival)
    return Result.REPLACED if newer else Result.OLDER


def _with_person(
    assessment: Assessment, profile: Profile, slot: str, arrival: Arrival
) -> tuple[Profile, tuple[Doubt, ...]]:
    """The profile with one person's answers, and those that cannot be taken any more."""
    answers, questions = _answers(arrival), assessment.questionnaire.questions
    returning = any(person.id == slot and person.returned for person in profile.participants)
    doubts: list[Doubt] = []
    sections: dict[str, Answer | None] = dict(profile.every_answer)
    language = profile.language or answers.language
    for question in questions:
        standing = sections.get(question)
        voice = answers.answers.get(question)
        if returning and voice is not None and _is_forgotten(standing, answers.role, slot):
            problem = Problem("P717", Where(arrival.file), {"id": question})
            doubts.append(Doubt(question, None, problem))
            continue
        if voice is not None:
            voice = _spoken(assessment.questionnaire, question, voice, slot, answers)
        wording = questions[question].text.in_language(language)[0]
        answer = _with_voice(standing, slot, voice, answers.role, wording)
        if answer is not standing:
            sections[question] = answer
    returned = Returned(answers.id, answers.revision, answers.saved, arrival.sha256)
    profile = _with_sections(profile, sections)
    people = _with_participant(profile.participants, slot, answers, returned)
    return profile._replace(participants=people), tuple(doubts)


def _spoken(
    rules: Questionnaire, question: str, voice: Voice, slot: str, answers: AnswerFile
) -> Voice:
    """A voice as it comes in: sealed, with its worth, and a comment only with a yes to showing.

    Characters that nobody sees go from every text, whatever it came in.
    """
    level = voice.level
    if voice.options is not None:
        level = rules.questions[question].worth(voice.options)
    comment = _seen(voice.comment) if answers.consent.comments else None
    evidence = tuple(
        item._replace(title=_in_one_line(item.title), ref=_in_one_line(item.ref))
        for item in voice.evidence
    )
    voice = voice._replace(reason=_seen(voice.reason), evidence=evidence)
    return voice._replace(role=answers.role, by=slot, level=level, comment=comment, sealed=True)


def _seen(text: str | None) -> str | None:
    """A text without signs that nobody sees; None where nothing else is in it."""
    return None if text is None else cleaned(text).strip() or None


def _in_one_line(text: str | None) -> str | None:
    """The same of what is a name: a unit, a title, where something is found."""
    return " ".join((_seen(text) or "").split()) or None


def _is_forgotten(answer: Answer | None, role: str, slot: str) -> bool:
    """Whether it is no longer known which voice on a question is this person's."""
    if answer is None:
        return False
    own = any(voice.by == slot for voice in answer.voices)
    return not own and any(voice.by is None and voice.role == role for voice in answer.voices)


def _with_voice(
    answer: Answer | None, slot: str, voice: Voice | None, role: str, wording: str
) -> Answer | None:
    """An answer with one person's sealed voice in the place of an earlier sealed one."""
    before = () if answer is None else answer.voices
    rest = tuple(each for each in before if not each.sealed or each.by != slot)
    spoken = tuple(each for each in rest if each.by == slot)
    if voice is None and spoken:
        voice = Voice(role, state=State.NOT_ASKED, by=slot, sealed=True)
    if voice is not None and voice._replace(sealed=False) in spoken:
        voice = None
    voices = rest if voice is None else with_voices_in_order((*rest, voice))
    if voices == before:
        return answer
    return without_empty(replace(answer or Answer(asked=wording), voices=voices))


def _with_sections(profile: Profile, sections: Mapping[str, Answer | None]) -> Profile:
    """The profile with answers, each where it stood."""
    parked = dict(profile.parked)
    for key in parked.keys() - profile.answers.keys():
        answer = sections.get(key)
        if answer is not None:
            parked[key] = parked[key]._replace(answer=answer)
    answers = {
        key: answer
        for key, answer in sections.items()
        if answer is not None and (key in profile.answers or key not in profile.parked)
    }
    ordered = {key: answers[key] for key in profile.answers if key in answers}
    return profile._replace(answers=ordered | answers, parked=parked)


def _with_participant(
    people: Sequence[Participant], slot: str, answers: AnswerFile, returned: Returned
) -> tuple[Participant, ...]:
    """The participants with what came back from one of them, who may be new."""
    for place, person in enumerate(people):
        if person.id == slot:
            unit = person.unit or _in_one_line(answers.unit)
            sender = person._replace(
                unit=unit, consent=answers.consent, returned=returned, invited=False
            )
            return (*people[:place], sender, *people[place + 1 :])
    newcomer = Participant(
        slot, answers.role, _in_one_line(answers.unit), answers.consent, returned
    )
    return (*people, newcomer)


def _count_late(before: Profile, after: Profile, slot: str, agreed_before: dict[str, int]) -> None:
    """Count where a voice came in after a level was recorded."""
    earlier = before.answers
    for key, answer in after.answers.items():
        if answer.level is None or answer is earlier.get(key):
            continue
        if any(voice.by == slot and voice.sealed for voice in answer.voices):
            agreed_before[key] = agreed_before.get(key, 0) + 1


def _outcome(
    arrival: Arrival,
    claim: Claim | None,
    newest: Mapping[str, Arrival],
    results: Mapping[str, Result],
    forgotten: Mapping[str, tuple[Doubt, ...]],
) -> Outcome:
    """What became of one file."""
    if claim is None:
        return Outcome(arrival, Result.REFUSED, doubts=arrival.doubts)
    if claim.problem is not None:
        return Outcome(arrival, Result.REFUSED, doubts=(Doubt(None, None, claim.problem),))
    counting = newest[claim.slot]
    if counting is arrival:
        doubts = (*arrival.doubts, *forgotten.get(claim.slot, ()))
        result = results[claim.slot]
        left_out = () if result is Result.OLDER else doubts
        return Outcome(arrival, result, claim.slot, left_out)
    result = Result.SAME if counting.sha256 == arrival.sha256 else Result.OLDER
    return Outcome(arrival, result, claim.slot)


def _with_oddities(outcomes: Sequence[Outcome], before: Profile) -> tuple[Outcome, ...]:
    """The outcomes with a warning where two files of one number do not say the same.

    One of the two may have come in earlier, by the profile.
    """
    saved: dict[tuple[str, int, str], set[str]] = {}
    for person in before.participants:
        earlier = person.returned
        if earlier is not None and earlier.sha256 != FORGOTTEN:
            number = (earlier.id, earlier.revision, earlier.saved)
            saved.setdefault(number, set()).add(earlier.sha256)
    for outcome in filter(_bears_number, outcomes):
        saved.setdefault(_number(outcome.arrival), set()).add(outcome.arrival.sha256)
    return tuple(
        outcome._replace(warnings=(_edited(outcome.arrival),))
        if _bears_number(outcome) and len(saved[_number(outcome.arrival)]) > 1
        else outcome
        for outcome in outcomes
    )


def _bears_number(outcome: Outcome) -> bool:
    """Whether what became of a file depends on its number: it is somebody's, and not blank."""
    return bool(outcome.slot) and outcome.result is not Result.BLANK


def _number(arrival: Arrival) -> tuple[str, int, str]:
    """What two files have in common only where one is a copy of the other."""
    answers = _answers(arrival)
    return answers.id, answers.revision, answers.saved


def _edited(arrival: Arrival) -> Problem:
    """That one of two files with the same number was edited by hand."""
    return Problem("P716", Where(arrival.file), severity=Severity.WARNING)


def _in_order(profile: Profile, questionnaire: Questionnaire, before: Profile) -> Profile:
    """The profile with new answers in the order of the questionnaire."""
    place = {key: number for number, key in enumerate(questionnaire.questions)}
    standing = [key for key in profile.answers if key in before.answers]
    new = [key for key in profile.answers if key not in before.answers]
    new.sort(key=lambda key: place.get(key, len(place)))
    answers = {key: profile.answers[key] for key in (*standing, *new)}
    return profile._replace(answers=answers)
