"""Answer files: read strictly, built, and written so that equal content is equal text."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from sdgassess.files.build.profile import build_voice
from sdgassess.files.build.values import date_of, is_period, period_of
from sdgassess.files.load import LoadedFile
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.findings import in_order
from sdgassess.files.read.json_reader import parse_json
from sdgassess.files.read.reader import read_bytes
from sdgassess.files.read.schema import check_schema
from sdgassess.files.read.source import SourceFile
from sdgassess.files.splice.layout import level_notation
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.profile import (
    Evidence,
    Municipality,
    PersonConsent,
    QuestionnaireRef,
    Scope,
    Voice,
)
from sdgassess.model.question import Level
from sdgassess.problem import Problem, has_errors

FORMAT = "sdgassess/answers/1"
"""What an answer file says under `format`."""

MOST_BYTES = 1_000_000
"""Bytes of an answer file: sixty answers with long comments have about 100,000."""

_SCHEMA = "answers"


def load_answer_file(path: Path) -> LoadedFile[AnswerFile]:
    """Read and check an answer file; whether it fits a profile is not asked here.

    Args:
        path: the file; folders, devices and pipes are refused without being opened.
    """
    raw, problem = read_bytes(path, str(path), MOST_BYTES)
    if raw is None:
        return LoadedFile(None, None, (problem,) if problem else ())
    return answer_file(raw, str(path))


def answer_file(raw: bytes, name: str) -> LoadedFile[AnswerFile]:
    """Check and build an answer file.

    Args:
        raw: its bytes.
        name: how messages call it.
    """
    source, problems = parse_json(raw, name)
    if source is None:
        return LoadedFile(None, None, in_order(problems))
    problems = [*problems, *_checked(source)]
    value = None if has_errors(problems) else _built(source.data)
    return LoadedFile(value, source, in_order(problems))


def answer_file_text(file: AnswerFile) -> str:
    """An answer file as text: keys in the order of the alphabet, nothing that is not said.

    The same content is the same text, however the file was laid out that it came from.
    """
    tree: dict[str, Any] = {
        "format": FORMAT,
        "id": file.id,
        "revision": file.revision,
        "saved": file.saved,
        "questionnaire": {**file.questionnaire._asdict(), "fingerprint": file.fingerprint},
        "place": {
            "name": file.place.name,
            "country": file.place.country,
            "code": file.place.code,
        },
        "date": file.date.isoformat(),
        "group": file.group,
        "scope": file.scope.value,
        "slot": file.slot,
        "role": file.role,
        "unit": file.unit,
        "language": file.language,
        "consent": {"by-role": file.consent.by_role, "comments": file.consent.comments},
        "answers": {key: _answer(voice) for key, voice in file.answers.items()},
    }
    return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(file: AnswerFile) -> str:
    """SHA-256 of what an answer file says: what `returned` remembers of it."""
    import hashlib  # noqa: PLC0415 - only where files come back

    return hashlib.sha256(answer_file_text(file).encode()).hexdigest()


def _checked(source: SourceFile) -> list[Problem]:
    """What is wrong with a file that could be read."""
    file = Entry(source)
    found = file["format"]
    if found.word is not None and found.word != FORMAT:
        return [found.problem("P042", found=found.shown, wanted=FORMAT)]
    return [*check_schema(source, _SCHEMA), *_unreal_days(file)]


def _unreal_days(file: Entry) -> list[Problem]:
    """What is written like a date or a moment, and is none."""
    dates = [file["date"]]
    for _, answer in file["answers"].entries():
        dates += [item["date"] for item in answer["evidence"].items()]
    unreal = [each for each in dates if is_period(each.value) and period_of(each.value) is None]
    saved = file["saved"]
    if saved.word is not None and _is_unreal_moment(saved.word):
        unreal.append(saved)
    return [each.problem("P110", found=each.shown) for each in unreal]


def _is_unreal_moment(word: str) -> bool:
    """Whether a word is written like a moment, and there is none such."""
    if len(word) != len("2026-03-01T10:22:05Z"):
        return False
    try:
        dt.datetime.fromisoformat(word)
    except ValueError:
        return True
    return False


def _built(tree: dict[str, Any]) -> AnswerFile:
    """An answer file from a tree that has been checked."""
    named, place, date = tree["questionnaire"], tree["place"], date_of(tree["date"])
    assert date is not None, "days are checked before anything is built"
    whose = {"role": tree["role"], "by": tree.get("slot")}
    return AnswerFile(
        id=tree["id"],
        revision=tree["revision"],
        saved=tree["saved"],
        questionnaire=QuestionnaireRef(named["id"], named["version"]),
        fingerprint=named["fingerprint"],
        place=Municipality(place["name"], place.get("country"), code=place.get("code")),
        date=date,
        scope=Scope(tree["scope"]),
        role=tree["role"],
        language=tree["language"],
        consent=PersonConsent(tree["consent"]["by-role"], tree["consent"]["comments"]),
        answers={key: build_voice({**answer, **whose}) for key, answer in tree["answers"].items()},
        group=tree.get("group"),
        slot=tree.get("slot"),
        unit=tree.get("unit"),
    )


def _answer(voice: Voice) -> dict[str, Any]:
    """One answer without what the head of the file says of all."""
    entries = {
        "level": None
        if voice.level is None or voice.options is not None
        else _number(voice.level),
        "options": None if voice.options is None else list(voice.options),
        "state": None if voice.state is None else voice.state.value,
        "comment": voice.comment,
        "reason": voice.reason,
        "evidence": [_evidence(item) for item in voice.evidence] or None,
    }
    return {key: value for key, value in entries.items() if value is not None}


def _evidence(item: Evidence) -> dict[str, str]:
    """One thing that backs an answer."""
    date = None if item.date is None else str(item.date)
    entries = {"kind": item.kind.value, "title": item.title, "ref": item.ref, "date": date}
    return {key: value for key, value in entries.items() if value is not None}


def _number(level: Level) -> int | float | str:
    """A level as a number of JSON; as text where no short decimal holds it exactly."""
    notation = level_notation(level)
    if isinstance(notation, int):
        return notation
    return float(notation) if "/" not in notation and _is_short(notation) else notation


def _is_short(notation: str) -> bool:
    """Whether a decimal comes back from a float digit by digit."""
    return repr(float(notation)) == notation
