"""A profile in which one person answered alone: it comes back like any answer file.

Codes: P712 answers of nobody in particular, or of several people.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from sdgassess.files.catalogue import Shelf
from sdgassess.files.load import load_profile
from sdgassess.files.returned.answer_workbook import UNDATED, content_digest
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.arrival import Arrival, Doubt, ReturnKind
from sdgassess.model.profile import (
    Answer,
    Participant,
    PersonConsent,
    Profile,
    QuestionnaireRef,
    State,
    Voice,
)
from sdgassess.problem import Problem, Where, has_errors

_STATES = (State.UNKNOWN, State.NOT_APPLICABLE)
"""What somebody can answer instead of a level."""
_UNKNOWN_WORDS = "0" * 64
"""The fingerprint of a questionnaire that is not the one that is merged into."""


def own_profile(
    path: Path,
    answered: tuple[QuestionnaireRef, str],
    questionnaire: Path | None = None,
    shelf: Shelf | None = None,
) -> Arrival:
    """Read a profile of one person.

    Args:
        path: its file.
        answered: what should be answered: the questionnaire, and its fingerprint.
        questionnaire: a questionnaire file of one's own, where one was named.
        shelf: where else it is looked for.
    """
    name = str(path)
    loaded = load_profile(path, questionnaire, shelf)
    profile = loaded.value
    if profile is None or has_errors(loaded.problems):
        doubts = (Doubt(None, _line(each), each) for each in loaded.problems)
        return Arrival(name, ReturnKind.PROFILE, None, doubts=tuple(doubts))
    if len(profile.participants) != 1:
        people = len(profile.participants)
        why = {"why": "nobody"} if not people else {"n": people}
        problem = Problem("P712", Where(name), why)
        return Arrival(name, ReturnKind.PROFILE, None, doubts=(Doubt(None, None, problem),))
    ref, digits = answered
    print_of = digits if profile.questionnaire == ref else _UNKNOWN_WORDS
    answers = _answer_file(profile, profile.participants[0], path, print_of)
    return Arrival(name, ReturnKind.PROFILE, answers, content_digest(answers))


def _line(problem: Problem) -> str | None:
    """The line of a problem, as a place."""
    return None if problem.where.line is None else str(problem.where.line)


def _answer_file(
    profile: Profile, person: Participant, path: Path, fingerprint: str
) -> AnswerFile:
    """A profile as the answer file of the one person who takes part in it."""
    said = person.consent or PersonConsent(profile.consent)
    # Whoever said nothing said no yes; the room that this comes into may have said one.
    consent = PersonConsent(said.by_role is True, said.comments is True)
    voices = {key: _voice(answer, person) for key, answer in profile.answers.items()}
    return AnswerFile(
        id=_identity(person, path),
        revision=0,
        saved=_saved(path),
        questionnaire=profile.questionnaire,
        fingerprint=fingerprint,
        place=profile.municipality,
        date=profile.date,
        scope=profile.scope,
        role=person.role,
        language=profile.language or "en",
        consent=consent,
        answers={key: voice for key, voice in voices.items() if voice is not None},
        group=profile.group,
        slot=person.id,
        unit=person.unit,
    )


def _identity(person: Participant, path: Path) -> str:
    """What tells one person's profile from another's, also when it comes again."""
    whose = "\n".join((person.id, person.role, person.unit or "", path.stem))
    return f"r-{hashlib.sha256(whose.encode('utf-8', 'replace')).hexdigest()[:32]}"


def _saved(path: Path) -> str:
    """When a file was saved, in whole seconds of universal time."""
    try:
        moment = dt.datetime.fromtimestamp(int(path.stat().st_mtime), dt.UTC)
    except (OSError, ValueError, OverflowError):
        return UNDATED
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _voice(answer: Answer, person: Participant) -> Voice | None:
    """What one person answered: in the room's place, or as a voice; None where nothing."""
    own = [voice for voice in answer.voices if voice.by in (person.id, None)]
    if answer.level is not None or answer.state in _STATES or not own:
        if answer.level is None and answer.state not in _STATES:
            return None
        level = None if answer.options is not None else answer.level
        spoken = Voice(person.role, level, answer.state, person.id, answer.options)
        spoken = spoken._replace(reason=answer.reason)
    else:
        spoken = own[-1]._replace(role=person.role, by=person.id, sealed=False)
    comments = [each for each in (answer.comment, *(v.comment for v in own)) if each]
    evidence = (*answer.evidence, *(item for voice in own for item in voice.evidence))
    comment = "\n".join(dict.fromkeys(comments)) or None
    return spoken._replace(comment=comment, evidence=tuple(dict.fromkeys(evidence)))
