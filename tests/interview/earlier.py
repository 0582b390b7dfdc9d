"""Last year's assessment with the small questionnaire: a bit of everything."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from sdgassess.model.profile import (
    Answer,
    Evidence,
    EvidenceKind,
    Municipality,
    Origin,
    Participant,
    Period,
    Priority,
    Profile,
    QuestionnaireRef,
    State,
    Status,
    Voice,
)

THEN = dt.date(2025, 3, 12)
ORIGIN = Origin("2025.yaml", THEN)
MINUTES = Evidence(EvidenceKind.IN_USE, "Minutes", date=Period(2025, 1, 15))

LAST = Profile(
    municipality=Municipality("Eksempelby", "DK", 42000),
    date=THEN,
    questionnaire=QuestionnaireRef("small", "1.0"),
    language="en",
    status=Status.COMPLETE,
    consent=True,
    participants=(
        Participant("c1", "coordinator", "Strategy"),
        Participant("l1", "line-manager", "School"),
    ),
    units_covered=("School",),
    group="Managers",
    context={"project-share": 1},
    style={"committee": "all"},
    priorities=(Priority("CONT1", Fraction(2), "head of school"), Priority("GONE1")),
    answers={
        "POL1": Answer(
            voices=(
                Voice("line-manager", Fraction(1), by="l1"),
                Voice("coordinator", Fraction(3), by="c1"),
            )
        ),
        "POL2": Answer(Fraction(3), evidence=(MINUTES,), comment="Two\nlines\n"),
        "POL3": Answer(Fraction(2)),
        "POL4": Answer(state=State.UNKNOWN, who_knows="The secretary"),
        "CONT1": Answer(Fraction(1), comment="Only a comment"),
    },
)
