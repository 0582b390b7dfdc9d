"""How a profile stands in its file: which keys, in which order, what is left out.

The tree that comes out reads back as the same profile. What is absent stays absent (`None`, empty
lists of evidence, `unsure: false`), while an empty text, or an empty choice, is something that was
said and is kept. The order of keys is that of `docs/files.md`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from sdgassess.model.profile import (
    Agreement,
    Answer,
    EarlierAnswer,
    Evidence,
    Judgement,
    Municipality,
    Origin,
    ParkedAnswer,
    Participant,
    Period,
    Priority,
    Profile,
    QuestionnaireRef,
    UnmappedAnswer,
    Voice,
)
from sdgassess.model.question import Level
from sdgassess.text import is_exact

FORMAT = "sdgassess/profile/1"

Tree = dict[str, Any]
"""Dicts, lists, text, whole numbers, true/false and None: what the strict reader gives."""

_Part = TypeVar("_Part")

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class LaidOut(NamedTuple):
    """A profile and its tree."""

    profile: Profile
    tree: Tree


def profile_tree(profile: Profile, earlier: LaidOut | None = None) -> Tree:
    """The plain tree of a profile, in the order in which it is written.

    Args:
        profile: what to lay out.
        earlier: the same profile as it was before: answers that are still the very same share
            their trees with it, so that a room of many is not laid out anew with every answer.

    Returns:
        A tree for the format `sdgassess/profile/1`; `scope` is always there.
    """
    return _tree(
        {
            "format": FORMAT,
            "subject" if profile.subject else "municipality": _municipality(profile.municipality),
            "date": profile.date,
            "group": profile.group,
            "scope": profile.scope,
            "questionnaire": _questionnaire(profile.questionnaire),
            "language": profile.language,
            "status": profile.status,
            "consent": _tree({"by-role": profile.consent, "network": profile.network_consent})
            or None,
            "participants": [_participant(person) for person in profile.participants] or None,
            "units-covered": profile.units_covered or None,
            "from": _origin(profile.origin),
            "context": _plain(profile.context) or None,
            "style": _plain(profile.style) or None,
            "answers": _answers(profile.answers, earlier),
            "judgement": _each(_judgement, profile.judgement) or None,
            "priorities": [_priority(pick) for pick in profile.priorities] or None,
            "parked": _each(_parked, profile.parked) or None,
            "unmapped": _each(_unmapped, profile.unmapped) or None,
            "amended-because": [
                _tree({"date": entry.date, "reason": entry.reason})
                for entry in profile.amended_because
            ]
            or None,
        }
    )


def _answers(answers: Mapping[str, Answer], earlier: LaidOut | None) -> Tree:
    """The answers, with the trees of those that are the same object as before."""
    if earlier is None:
        return _each(answer_tree, answers)
    before, trees = earlier.profile.answers, earlier.tree["answers"]
    return {
        _plain_scalar(key): trees[_plain_scalar(key)]
        if answer is before.get(key)
        else answer_tree(answer)
        for key, answer in answers.items()
    }


def answer_tree(answer: Answer) -> Tree:
    """The plain tree of one answer."""
    return _tree(
        {
            "asked": answer.asked,
            "level": answer.level if answer.options is None else None,
            "options": answer.options,
            "state": answer.state,
            "means": answer.means,
            "count": None if answer.count is None else answer.count._asdict(),
            "evidence": [_evidence(item) for item in answer.evidence] or None,
            "voices": [_voice(voice) for voice in answer.voices] or None,
            "agreed": _agreed(answer.agreed),
            "comment": answer.comment,
            "reason": answer.reason,
            "who-knows": answer.who_knows,
            "unsure": answer.unsure or None,
            "was": _was(answer.was),
        }
    )


def opens(path: tuple[str | int, ...]) -> bool:
    """Whether a map or list at a path gets a line per entry even where one line would hold it.

    So stand the things that grow, or that people read down: answers, evidence, voices, picks.
    """
    if len(path) < 2:
        return not path or path[0] in _OPEN
    return path[-1] in {"evidence", "voices"} or (len(path) == 2 and path[0] in _OPEN_WITHIN)


_OPEN_WITHIN = {"answers", "parked", "unmapped"}
_OPEN = {*_OPEN_WITHIN, "participants", "style", "judgement", "priorities", "amended-because"}


def level_notation(level: Level) -> int | str:
    """A level as files write it: a whole number, else a decimal as text, exactly.

    A share that no decimal can hold (a third) is written as a share, `1/3`.
    """
    if level.denominator == 1:
        return level.numerator
    rest, twos, fives = level.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{level.numerator}/{level.denominator}"
    places = max(twos, fives)
    digits = str(abs(level.numerator) * 10**places // level.denominator).rjust(places + 1, "0")
    return f"{'-' if level < 0 else ''}{digits[:-places]}.{digits[-places:]}"


def _tree(entries: Mapping[str, object]) -> Tree:
    """The entries that are there, with values as the reader would give them."""
    return {
        key: value if type(value) in {dict, list} else _plain(value)  # those are plain already
        for key, value in entries.items()
        if value is not None
    }


def _each(make: Callable[[_Part], Tree], parts: Mapping[str, _Part]) -> Tree:
    return {_plain_scalar(key): make(part) for key, part in parts.items()}


def _plain(value: Any) -> Any:
    """A value as a tree holds it."""
    if isinstance(value, str) or is_exact(value):
        return _plain_scalar(value)
    if isinstance(value, Mapping):
        return {_plain_scalar(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    return _plain_scalar(value)


def _plain_scalar(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return _HALF_CHARACTER.sub("\ufffd", value)  # half a surrogate pair fits in no UTF-8 file
    if is_exact(value):
        return level_notation(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _municipality(municipality: Municipality) -> Tree:
    return _tree(
        {
            "name": municipality.name,
            "country": municipality.country,
            "inhabitants": municipality.inhabitants,
            "governing-form": municipality.governing_form,
            "code": municipality.code,
            "formerly": municipality.formerly or None,
        }
    )


def _questionnaire(ref: QuestionnaireRef) -> Tree:
    return _tree({"id": ref.id, "version": ref.version})


def _participant(person: Participant) -> Tree:
    consent, returned = person.consent, person.returned
    return _tree(
        {
            "id": person.id,
            "role": person.role,
            "unit": person.unit,
            "invited": person.invited or None,
            "consent": None
            if consent is None
            else _tree({"by-role": consent.by_role, "comments": consent.comments}) or None,
            "returned": None if returned is None else _tree(returned._asdict()),
        }
    )


def _origin(origin: Origin | None) -> Tree | None:
    return None if origin is None else _tree({"file": origin.file, "date": origin.date})


def _judgement(judgement: Judgement) -> Tree:
    return _tree(
        {
            "stake": judgement.stake,
            "influence": judgement.influence,
            "can-start": judgement.can_start,
        }
    )


def _priority(pick: Priority) -> Tree:
    return _tree(
        {
            "question": pick.question,
            "target": pick.target,
            "who": pick.who,
            "by": pick.by,
            "first-move": pick.first_move,
            "known-by": pick.known_by,
            "status": pick.status,
            "on": pick.on,
            "because": pick.because,
        }
    )


def _parked(parked: ParkedAnswer) -> Tree:
    return answer_tree(parked.answer) | {"because": _plain(parked.because)}


def _unmapped(unmapped: UnmappedAnswer) -> Tree:
    return answer_tree(unmapped.answer) | {"questionnaire": _questionnaire(unmapped.questionnaire)}


def _evidence(item: Evidence) -> Tree:
    date = None if item.date is None else _period(item.date)
    return _tree({"kind": item.kind, "title": item.title, "ref": item.ref, "date": date})


def _period(period: Period) -> str | int:
    """A year alone is a whole number to the reader."""
    return period.year if period.month is None else str(period)


def _voice(voice: Voice) -> Tree:
    return _tree(
        {
            "role": voice.role,
            "level": voice.level if voice.options is None else None,
            "options": voice.options,
            "state": voice.state,
            "by": voice.by,
            "sealed": voice.sealed or None,
            "comment": voice.comment,
            "reason": voice.reason,
            "evidence": [_evidence(item) for item in voice.evidence] or None,
        }
    )


def _agreed(agreement: Agreement | None) -> Tree | None:
    if agreement is None:
        return None
    return _tree({"by": agreement.by, "reason": agreement.reason, "dissent": agreement.dissent})


def _was(earlier: EarlierAnswer | None) -> Tree | None:
    if earlier is None:
        return None
    return _tree(
        {
            "level": earlier.level if earlier.options is None else None,
            "options": earlier.options,
            "state": earlier.state,
            "date": earlier.date,
            "change": earlier.change,
            "reason": earlier.reason,
        }
    )
