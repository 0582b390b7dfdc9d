"""An answer file: what one person answered alone and sent back (format answers/1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sdgassess.model.profile import Municipality, PersonConsent, QuestionnaireRef, Scope, Voice


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """What one person answered, and to which invitation.

    Attributes:
        id: drawn by chance when the person began: `r-` and 32 hexadecimal digits.
        revision: how often it had been saved; the newest of several has the highest.
        saved: when it was saved, in universal time: `2026-03-01T10:22:05Z`.
        questionnaire: what was answered.
        fingerprint: of the questionnaire that was answered, 64 hexadecimal digits.
        place: who is assessed: the name, country and code of the profile.
        date: the date of the profile.
        group: the group of the profile; None where it has none.
        scope: every question, or the core ones.
        role: the person's role.
        slot: which of the invitations this is; None where they are not told apart.
        unit: where the person works; None where it is not said.
        language: the language that the questions were read in.
        consent: what the person said yes or no to.
        answers: what they answered, by question: a voice each, with their role, by their slot.
    """

    id: str
    revision: int
    saved: str
    questionnaire: QuestionnaireRef
    fingerprint: str
    place: Municipality
    date: dt.date
    scope: Scope
    role: str
    language: str
    consent: PersonConsent
    answers: Mapping[str, Voice]
    group: str | None = None
    slot: str | None = None
    unit: str | None = None
