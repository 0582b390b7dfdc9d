"""A profile of eight people in four roles who answered alone: their answers are sealed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping

from sdgassess.model.profile import (
    Answer,
    Municipality,
    Participant,
    Profile,
    QuestionnaireRef,
    Returned,
    Scope,
    State,
    Voice,
)
from tests.given.questionnaires import nordic

ROLES = {"p": "politician", "x": "executive", "c": "coordinator", "l": "line-manager"}
EIGHT = ("p1", "p2", "x1", "x2", "c1", "l1", "l2", "l3")
DISPUTED = {"CORE2": "x13 x23 c12 l10 l21 l30", "POL1": "p14 p24 x12 x22 c12"}
"""What is seen differently, the widest first: a person, and the level that they see."""
UNKNOWN, TOO_FEW = "BUD1", "LED1"
AGENDA = (*DISPUTED, UNKNOWN, TOO_FEW)
"""What a room has to agree on, in its order; on everything else all of them see level 2."""


def person(identity: str) -> Participant:
    """Somebody whose answers came back."""
    digest = hashlib.sha256(identity.encode()).hexdigest()
    returned = Returned(f"r-{digest[:32]}", 1, "2026-03-01T10:22:05Z", digest)
    return Participant(identity, ROLES[identity[0]], returned=returned)


def sent_in(
    *, sealed: bool = True, consent: bool | None = None, scope: Scope = Scope.QUICK
) -> Profile:
    """The profile that their answers were merged into."""
    rules = nordic()
    answers = {
        question.id: Answer(state=State.LATER if sealed else None, voices=voices)
        for question in rules.questions.values()
        if question.core and (voices := tuple(_voices(question.id, question.roles, sealed=sealed)))
    }
    return Profile(
        Municipality("Prøveby", "DK", code="0999"),
        dt.date(2026, 3, 12),
        QuestionnaireRef(rules.id, rules.version),
        answers=answers,
        scope=scope,
        language="da",
        consent=consent,
        participants=tuple(map(person, EIGHT)),
        context={asked.id: 5 for asked in rules.context if asked.frame},
    )


def _voices(question: str, roles: tuple[str, ...], *, sealed: bool) -> list[Voice]:
    """What each of them says to a question."""
    levels: Mapping[str, int] = {who: 2 for who in EIGHT if ROLES[who[0]] in roles}
    if question in DISPUTED:
        levels = {said[:2]: int(said[2]) for said in DISPUTED[question].split()}
    if question == TOO_FEW:
        levels = {"x1": 2}
    if question == UNKNOWN:
        return [Voice(ROLES[who[0]], state=State.UNKNOWN, by=who, sealed=sealed) for who in levels]
    return [Voice(ROLES[who[0]], level, by=who, sealed=sealed) for who, level in levels.items()]
