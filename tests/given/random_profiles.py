"""Random profiles of the real questionnaire, for laws."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from sdgassess.model.profile import (
    Agreement,
    Answer,
    ContextAnswer,
    Evidence,
    EvidenceKind,
    Participant,
    Period,
    Profile,
    Scope,
    State,
    StyleAnswer,
    Voice,
)
from tests.given.chance import Chance, seeded
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

ROLES = ("politician", "executive", "coordinator", "line-manager", "partner")
PEOPLE = tuple(
    Participant(f"{role[0]}{n}", role, unit)
    for role in ROLES
    for n, unit in ((1, "Skole"), (2, "Teknik"), (3, None))
)
STATES = (State.UNKNOWN, State.NOT_APPLICABLE, State.LATER, State.NOT_ASKED)
SHAPES = ("level", "level", "level", "state", "voices", "agreed")
FIRST_DAY = dt.date(2023, 1, 1)
LAST_DAY = dt.date(2027, 1, 1)


def _level(chance: Chance) -> int:
    """A level of the questionnaire's scale."""
    return chance.randint(0, 4)


def _voice(chance: Chance) -> Voice:
    """One voice of one participant: mostly a level."""
    person = chance.choice(PEOPLE)
    if not chance.randint(0, 5):
        return Voice(person.role, state=State.UNKNOWN, by=person.id)
    return Voice(person.role, _level(chance), by=chance.maybe(lambda: person.id))


def _evidence(chance: Chance) -> Evidence:
    """Minutes of any kind, fresh or stale, on the day of the profile or without a date."""
    days = (FIRST_DAY, profile().date, LAST_DAY)
    day = chance.choice(days) if not chance.randint(0, 5) else None
    later = FIRST_DAY + dt.timedelta(chance.randint(0, (LAST_DAY - FIRST_DAY).days))
    return Evidence(
        chance.choice(tuple(EvidenceKind)),
        "Referat",
        date=chance.maybe(lambda: Period.of(day or later)),
    )


def _answer(chance: Chance) -> Answer:
    """One answer of any shape that a file may hold."""
    shape = chance.choice(SHAPES)
    if shape == "state":
        return Answer(state=chance.choice(STATES))
    proof = chance.several(lambda: _evidence(chance), 2)
    least = int(shape == "voices")
    heard = tuple(_voice(chance) for _ in range(chance.randint(least, 6)))
    if shape == "voices":
        return Answer(evidence=proof, voices=heard)
    agreed = None
    if shape == "agreed":
        agreed = Agreement(tuple(chance.sample(ROLES, chance.randint(1, len(ROLES)))))
    return Answer(_level(chance), evidence=proof, voices=heard, agreed=agreed)


def _profile(chance: Chance) -> Profile:
    """A profile: a few factors answered densely, so that levels, caps and gates occur."""
    rules = nordic()
    given: dict[str, Answer] = {}
    for factor in sorted(chance.sample(sorted(rules.factors), chance.randint(1, 4))):
        for question in rules.nodes[factor].questions:
            if chance.randint(0, 7):
                given[question.id] = _answer(chance)
    share: ContextAnswer = chance.choice((*range(5), State.UNKNOWN))
    context = {"project-share": share} if chance.randint(0, 1) else {}
    style: dict[str, StyleAnswer] = {}
    if chance.randint(0, 1):
        poles = (*range(-2, 3), "neither-yet")
        style["coordination"] = {"start": chance.choice(poles), "dialogue": chance.choice(poles)}
    return profile(context=context)._replace(
        answers=given,
        participants=PEOPLE,
        scope=chance.choice(tuple(Scope)),
        style=style,
    )


def answered_throughout(chance: Chance) -> Profile:
    """A profile of which nearly every question is answered, as one that was assessed whole."""
    answers = {q: _answer(chance) for q in nordic().questions if chance.randint(0, 7)}
    people = tuple(person for person in PEOPLE if person.role != "partner")
    return _profile(chance)._replace(answers=answers, participants=people)


def profiles() -> st.SearchStrategy[Profile]:
    """Profiles of the questionnaire that ships; a few questions are never answered."""
    return seeded(_profile)
