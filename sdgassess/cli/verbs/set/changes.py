"""What a profile becomes when one answer, or its name, date or people are set.

An answer goes the way that it goes in a sitting: what it switches off is put aside, last year's
stands beside a lower one, a complete assessment is amended.

Codes: P110 no date · P156 no date that can be · P506 no question · P534 no level · P552 nobody
of that id · P555 not asked · P556 no role, no name, no title.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sdgassess.cli.naming import refuse_far_off
from sdgassess.cli.verbs.set.request import Request, Saying
from sdgassess.files.build.values import scale_words
from sdgassess.interview.moves.answer import SET_NOT_APPLICABLE, SET_UNKNOWN, VOICE_KEPT, record
from sdgassess.interview.moves.remarks import keep_comment, keep_evidence
from sdgassess.interview.state.phases import AtQuestion
from sdgassess.interview.state.record import (
    with_arrivals,
    with_level,
    with_own_voice,
    with_state,
    without_person,
    without_voice,
)
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_in_words
from sdgassess.model.days import EARLIEST_EVIDENCE, EARLIEST_YEAR
from sdgassess.model.profile import (
    Answer,
    Evidence,
    Participant,
    Period,
    Profile,
    State,
    Voice,
)
from sdgassess.model.question import Option, Question
from sdgassess.phrases import labels
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.text import cleaned, visible
from sdgassess.typed.dates import date_typed, period_typed
from sdgassess.typed.keys import answer_typed, evidence_typed, name_typed
from sdgassess.typed.people import people_typed


def sitting_after(sitting: Sitting, request: Request, question: str | None) -> Sitting:
    """The sitting after everything that is asked for, with what became of it said.

    Args:
        sitting: on the profile as it stands.
        request: what is to be done.
        question: the id of the question, found in the questionnaire.

    Raises:
        UsageRefused: what is asked for cannot be.
    """
    sitting = _framed(sitting, request)
    if question is None:
        return sitting
    asked = sitting.question(question)
    if AtQuestion(asked.id) not in sitting.stops and asked.ask_if is not None:
        raise UsageRefused(Problem("P555", Where(), {"id": asked.id}))
    saying = request.saying
    evidence = (
        None if saying.evidence is None else _evidence(sitting, saying.evidence, request.date)
    )
    if saying.voice is not None:
        return _voiced(sitting, asked, saying, evidence)
    return _answered(sitting, asked, saying, evidence)


def _framed(sitting: Sitting, request: Request) -> Sitting:
    """The sitting with name, date and people as they are asked for, each said."""
    words = sitting.setting.words
    if request.name is not None:
        name = " ".join(cleaned(request.name).split())
        if not name_typed(name):
            facts: dict[str, Fact] = {"typed": request.name, "why": "name"}
            raise UsageRefused(Problem("P556", Where(), facts))
        named = sitting.assessed.municipality._replace(name=name)
        sitting = _on(sitting, municipality=named).saying(f"{words(labels.SUBJECT)}: {name}")
    if request.date is not None and request.saying.evidence is None:
        day = date_typed(request.date.strip())
        if day is None:
            raise UsageRefused(Problem("P110", Where(), {"found": request.date}))
        refuse_far_off(day.isoformat(), EARLIEST_YEAR, sitting.setting.today)
        sitting = _on(sitting, date=day).saying(words("Date: {date}.", date=day.isoformat()))
    for identity in request.remove:
        person = _person(sitting.assessed, identity)
        sitting = replace(sitting, profile=without_person(sitting.assessed, person))
        sentence = words("Taken out, with what was said as that voice: {id}.", id=person.id)
        sitting = sitting.saying(sentence)
    for line in request.add:
        sitting = _with_people(sitting, line)
    return sitting


def _on(sitting: Sitting, **fields: Any) -> Sitting:
    """The sitting with some fields of its profile as they are given."""
    return replace(sitting, profile=sitting.assessed._replace(**fields))


def _with_people(sitting: Sitting, line: str) -> Sitting:
    """The sitting with people who are typed as in any sitting: `l School`, `2 politicians`."""
    setting = sitting.setting
    present = people_typed(cleaned(line), setting.questionnaire.roles)
    if present.strange or not present.people:
        letters = tuple(role.letter for role in setting.questionnaire.roles)
        strange = ", ".join(present.strange) or line
        raise UsageRefused(Problem("P556", Where(), {"typed": strange, "letters": letters}))
    profile, joined = with_arrivals(sitting.assessed, present.people)
    for person in joined:
        sitting = sitting.saying(people_in_words(setting, [person]), f"{person.id}  ")
    return replace(sitting, profile=profile)


def _person(profile: Profile, identity: str) -> Participant:
    """The participant with an id."""
    people = {person.id.lower(): person for person in profile.participants}
    if identity.lower() not in people:
        near = tuple(person.id for person in profile.participants)
        raise UsageRefused(Problem("P552", Where(), {"id": identity, "near": near}))
    return people[identity.lower()]


def _evidence(sitting: Sitting, title: str, date: str | None) -> Evidence:
    """A piece of evidence: its title, with `o`, `d` or `i` in front where that is said."""
    evidence = evidence_typed(cleaned(title))
    if evidence is None:
        raise UsageRefused(Problem("P556", Where(), {"typed": title, "why": "title"}))
    evidence = evidence if date is None else evidence._replace(date=_period(date))
    if evidence.date is not None:
        refuse_far_off(str(evidence.date), EARLIEST_EVIDENCE, sitting.setting.today)
    return evidence


def _period(date: str) -> Period:
    """A year, a month or a day."""
    period = period_typed(date)
    if period is None:
        raise UsageRefused(Problem("P110", Where(), {"found": date}))
    return period


def _option(question: Question, level: str) -> Option:
    """The answer that a level or ids stand for."""
    option = answer_typed(level.strip(), question)
    if option is None:
        facts: dict[str, Fact] = {
            "id": question.id,
            "level": level,
            "scale": scale_words(question.options),
        }
        raise UsageRefused(Problem("P534", Where(), facts))
    return option


def _answered(
    sitting: Sitting, question: Question, saying: Saying, evidence: Evidence | None
) -> Sitting:
    """The sitting with what the room says."""
    if saying.clear:
        words = sitting.setting.words
        cleared = record(sitting, question, None)
        return cleared.saying(words("{id}: the answer is taken out.", id=question.id))
    option = None if saying.level is None else _option(question, saying.level)
    if evidence is not None and evidence not in _before(sitting, question).evidence:
        sitting = keep_evidence(sitting, question, evidence)
    if saying.comment is not None and saying.comment.strip():
        sitting = keep_comment(sitting, question, saying.comment.strip())
    if option is not None:
        return _at_level(sitting, question, option)
    return _in_state(sitting, question, saying)


def _at_level(sitting: Sitting, question: Question, option: Option) -> Sitting:
    """The sitting with a level that the room recorded; an agreement on another falls away."""
    setting, before = sitting.setting, _before(sitting, question)
    means = setting.anchor(question, option)
    named = question.named(option)
    answer = with_level(before, option.value, setting.plain(question.text), means, named)
    if (before.level, before.options) == (answer.level, answer.options):
        answer = replace(answer, asked=before.asked, means=before.means)
    else:
        answer = replace(answer, agreed=None)
    label = f"{question.id} = {question.label(option)}  "
    return record(sitting.saying(visible(means).strip(), label), question, answer)


def _in_state(sitting: Sitting, question: Question, saying: Saying) -> Sitting:
    """The sitting with *unknown* or *not applicable*, where that is said."""
    words, before = sitting.setting.words, _before(sitting, question)
    wording = sitting.setting.plain(question.text)
    if saying.unknown:
        answer = with_state(before, State.UNKNOWN, wording)
        return record(sitting.saying(words(SET_UNKNOWN, id=question.id)), question, answer)
    if saying.not_applicable is not None:
        reason = cleaned(saying.not_applicable).strip() or None
        answer = replace(with_state(before, State.NOT_APPLICABLE, wording), reason=reason)
        sentence = words(SET_NOT_APPLICABLE, id=question.id)
        return record(sitting.saying(sentence), question, answer)
    return sitting


def _voiced(
    sitting: Sitting, question: Question, saying: Saying, evidence: Evidence | None
) -> Sitting:
    """The sitting with what one person says."""
    words, person = sitting.setting.words, _person(sitting.assessed, saying.voice or "")
    before = _before(sitting, question)
    if saying.clear:
        sentence = words("{id}: the voice is taken out.", id=question.id)
        return record(sitting.saying(sentence), question, without_voice(before, person.id))
    earlier = next((voice for voice in before.voices if voice.by == person.id), None)
    voice = _voice(question, saying, earlier or Voice(person.role, by=person.id))
    if voice.level is None and voice.state is None:
        raise UsageRefused(Problem("P503", Where(), {"argument": "LEVEL"}))
    if saying.comment is not None and saying.comment.strip():
        lines = (voice.comment, cleaned(saying.comment).strip())
        voice = voice._replace(comment="\n".join(filter(None, lines)))
    if evidence is not None and evidence not in voice.evidence:
        voice = voice._replace(evidence=(*voice.evidence, evidence))
    answer = with_own_voice(before, voice, sitting.setting.plain(question.text))
    if voice == earlier:
        answer = before
    elif voice.sealed:
        answer = replace(answer, state=before.state)
    sentence = words(VOICE_KEPT, id=question.id)
    return record(sitting.saying(sentence), question, answer)


def _voice(question: Question, saying: Saying, voice: Voice) -> Voice:
    """A voice with the level or state that is said; without one it stays where it is."""
    if saying.level is not None:
        option = _option(question, saying.level)
        named = question.named(option)
        return voice._replace(level=option.value, options=named, state=None, reason=None)
    if saying.unknown:
        return voice._replace(level=None, options=None, state=State.UNKNOWN, reason=None)
    if saying.not_applicable is not None:
        reason = cleaned(saying.not_applicable).strip() or None
        state = State.NOT_APPLICABLE
        return voice._replace(level=None, options=None, state=state, reason=reason)
    return voice


def _before(sitting: Sitting, question: Question) -> Answer:
    """What is kept about a question already."""
    return sitting.assessed.answers.get(question.id) or Answer()
