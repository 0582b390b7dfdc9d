"""Random profiles of the real questionnaire, for laws."""

from __future__ import annotations

import dataclasses
import datetime as dt
from fractions import Fraction

from hypothesis import strategies as st

from sdgassess.model.profile import (
    Agreement,
    Answer,
    ContextAnswer,
    Evidence,
    EvidenceKind,
    Participant,
    Profile,
    Scope,
    State,
    StyleAnswer,
    Voice,
)
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

ROLES = ("politician", "executive", "coordinator", "line-manager", "partner")
PEOPLE = tuple(
    Participant(f"{role[0]}{n}", role, unit)
    for role in ROLES
    for n, unit in ((1, "Skole"), (2, "Teknik"), (3, None))
)
levels = st.integers(0, 4).map(Fraction)
states = st.sampled_from([State.UNKNOWN, State.NOT_APPLICABLE, State.LATER, State.NOT_ASKED])


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    """One voice of one participant: mostly a level."""
    person = draw(st.sampled_from(PEOPLE))
    if draw(st.integers(0, 5)) == 0:
        return Voice(person.role, state=State.UNKNOWN, by=person.id)
    return Voice(person.role, draw(levels), by=draw(st.sampled_from([person.id, None])))


evidence = st.builds(
    Evidence,
    st.sampled_from(list(EvidenceKind)),
    st.just("Referat"),
    date=st.one_of(st.none(), st.dates(dt.date(2023, 1, 1), dt.date(2027, 1, 1))),
)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """One answer of any shape that a file may hold."""
    shape = draw(st.sampled_from(["level", "level", "level", "state", "voices", "agreed"]))
    if shape == "state":
        return Answer(state=draw(states))
    proof = tuple(draw(st.lists(evidence, max_size=2)))
    heard = tuple(draw(st.lists(voices(), min_size=int(shape == "voices"), max_size=6)))
    if shape == "voices":
        return Answer(evidence=proof, voices=heard)
    agreed = None
    if shape == "agreed":
        agreed = Agreement(tuple(draw(st.sets(st.sampled_from(ROLES), min_size=1))))
    return Answer(draw(levels), evidence=proof, voices=heard, agreed=agreed)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """A profile: a few factors answered densely, so that levels, caps and gates occur."""
    rules = nordic()
    chosen = draw(st.sets(st.sampled_from(sorted(rules.factors)), min_size=1, max_size=4))
    given: dict[str, Answer] = {}
    for factor in sorted(chosen):
        for question in rules.nodes[factor].questions:
            if draw(st.integers(0, 7)):
                given[question.id] = draw(answers())
    shares: st.SearchStrategy[ContextAnswer] = st.one_of(st.integers(0, 4), st.just(State.UNKNOWN))
    context = {"project-share": draw(shares)} if draw(st.booleans()) else {}
    style: dict[str, StyleAnswer] = {}
    if draw(st.booleans()):
        poles = st.one_of(st.integers(-2, 2), st.just("neither-yet"))
        style["coordination"] = {"start": draw(poles), "dialogue": draw(poles)}
    return dataclasses.replace(
        profile(context=context),
        answers=given,
        participants=PEOPLE,
        scope=draw(st.sampled_from(list(Scope))),
        style=style,
    )
