"""Whatever people send back: told apart by what it holds, and read.

Codes: P701 an archive · P722 none of what can come back.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sdgassess.files.build.values import period_of
from sdgassess.files.catalogue import BEGINNING, Shelf, beginning, raise_if_shut
from sdgassess.files.load import LoadedFile
from sdgassess.files.read.entry import Entry
from sdgassess.files.read.reader import read_bytes
from sdgassess.files.read.spreadsheet import MOST_BYTES, is_archive
from sdgassess.files.returned.answer_file import FORMAT, answer_file, digest
from sdgassess.files.returned.answer_file import MOST_BYTES as MOST_BYTES_OF_A_PAGE
from sdgassess.files.returned.answer_workbook import answer_workbook
from sdgassess.files.returned.own_profile import own_profile
from sdgassess.files.rules.answers import (
    AnswerEntry,
    Answers,
    answered_questions_exist,
    levels_are_on_the_scale,
    options_are_answers,
)
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.arrival import Arrival, Doubt, ReturnKind
from sdgassess.model.profile import Period, QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Problem, Where

_RULES = (answered_questions_exist, levels_are_on_the_scale, options_are_answers)
_UNANSWERED = ("later", "not-asked")
"""What a page keeps in a draft where there are words, and no answer yet."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_PROFILE, _ANSWERS = b"sdgassess/profile/", FORMAT.rpartition("/")[0].encode()
_YAML = (".yaml", ".yml")
_PAPER = (b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")
"""How a sheet begins that was scanned or photographed: PDF, JPEG, PNG, TIFF."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NOT_OURS = (".", "~$")
"""How names begin that are hidden, or that an office program keeps while a file is open."""


class Invited(NamedTuple):
    """What people were invited to answer.

    Attributes:
        questionnaire: the questionnaire.
        fingerprint: its own, 64 hexadecimal digits.
        path: its file, where one was named.
        shelf: where else it is looked for.
        period_typed: the year, month or day that a text names as people type it, or None.
    """

    questionnaire: Questionnaire
    fingerprint: str
    path: Path | None = None
    shelf: Shelf | None = None
    period_typed: Callable[[str], Period | None] = period_of


def arrival(path: Path, invited: Invited) -> Arrival:
    """Read one file that came back; what is told of it quotes no answer.

    Args:
        path: an answer file, a workbook or a profile.
        invited: what it should answer.
    """
    return _read(path, invited).unquoted()


def _read(path: Path, invited: Invited) -> Arrival:
    """A file that came back, with everything that is wrong or odd in it."""
    name, rules = str(path), invited.questionnaire
    raw, problem = read_bytes(path, name, MOST_BYTES)
    if raw is None:
        return _unusable(path, problem or Problem("P001", Where(name)))
    problem = _unreadable(raw, path)
    if problem is not None:
        return _unusable(path, problem)
    if is_archive(raw):
        return answer_workbook(raw, name, rules, invited.period_typed)
    if _is_from_page(raw, path):
        return _from_page(answer_file(raw, name), name, rules)
    answered = QuestionnaireRef(rules.id, rules.version), invited.fingerprint
    return own_profile(path, answered, invited.path, invited.shelf)


def _unreadable(raw: bytes, path: Path) -> Problem | None:
    """Why no answers can be in a file, told by how it begins; None where they may be."""
    where, text = Where(str(path)), _text(raw)
    if not text and path.suffix.lower() == ".xlsx":
        return Problem("P703", where)
    if text.startswith(_PAPER):
        return Problem("P722", where, {"why": "paper"})
    if text.startswith(b"<"):
        return Problem("P722", where, {"why": "page"})
    if raw.startswith(_OLD_OFFICE):
        return Problem("P703", where)
    if _is_from_page(raw, path):
        is_long = len(raw) > MOST_BYTES_OF_A_PAGE
        return Problem("P005", where, {"most": MOST_BYTES_OF_A_PAGE}) if is_long else None
    is_ours = is_archive(raw) or path.suffix.lower() in _YAML or _PROFILE in raw[:BEGINNING]
    return None if is_ours else Problem("P722", where)


def _is_from_page(raw: bytes, path: Path) -> bool:
    """Whether a file means to be what a page saved."""
    is_json = _text(raw).startswith((b"{", b"[")) or path.suffix.lower() == ".json"
    return is_json and not is_archive(raw)


def _text(raw: bytes) -> bytes:
    """Bytes without the mark and the space before them."""
    return raw.removeprefix(b"\xef\xbb\xbf").lstrip()


def arrivals_in(folder: Path) -> Iterator[Path]:
    """The files of a folder, and of those below it, that may have come back.

    What is nothing of ours is passed over, other YAML and other text; see `passed_over_in`.
    """
    return (path for path in _files_in(folder) if _may_have_come_back(path))


def passed_over_in(folder: Path) -> Iterator[Path]:
    """The other files of a folder and of those below it; hidden ones are not named either."""
    return (path for path in _files_in(folder) if not _may_have_come_back(path))


def _files_in(folder: Path) -> Iterator[Path]:
    """Every file of a folder, and of those below it, that is not hidden.

    Raises:
        OSError: a folder may not be looked into; passing it over would call it empty.
    """
    for parent, folders, names in os.walk(folder, onerror=raise_if_shut):
        folders[:] = sorted(name for name in folders if not name.startswith(_NOT_OURS))
        yield from (
            Path(parent) / name for name in sorted(names) if not name.startswith(_NOT_OURS)
        )


def _may_have_come_back(path: Path) -> bool:
    """Whether a file of a folder is meant to be merged; one that got lost on its way is, too."""
    suffix = path.suffix.lower()
    if suffix in _YAML:
        return _PROFILE in beginning(path)
    if suffix == ".json":
        head = beginning(path)
        return not head or head.startswith(_UTF_16) or _ANSWERS in head
    if suffix == ".txt":
        head = beginning(path)
        return _ANSWERS in head or _PROFILE in head
    return suffix in (".xlsx", ".zip")


def _unusable(path: Path, problem: Problem) -> Arrival:
    """A file of which nothing can be taken."""
    kinds = {".xlsx": ReturnKind.WORKBOOK, ".yaml": ReturnKind.PROFILE, ".yml": ReturnKind.PROFILE}
    kind = kinds.get(path.suffix.lower(), ReturnKind.ANSWERS)
    return Arrival(str(path), kind, None, doubts=(Doubt(None, None, problem),))


def _from_page(loaded: LoadedFile[AnswerFile], name: str, rules: Questionnaire) -> Arrival:
    """An answer file without the answers that are none of its questions'."""
    file, source = loaded.value, loaded.source
    if file is None or source is None:
        doubts = tuple(Doubt(None, _line(each), each) for each in loaded.problems)
        return Arrival(name, ReturnKind.ANSWERS, None, doubts=doubts)
    top = Entry(source)
    doubtful: dict[str, Doubt] = {}
    for key, entry in top["answers"].entries():
        question = rules.questions.get(key)
        by_id = question is not None and question.by_id
        answer = AnswerEntry(key, "answers", entry, question, [], [], by_id)
        answers = Answers([answer], top, rules)
        problem = next((each for rule in _RULES for each in rule(answers)), None)
        if problem is None and entry["state"].word in _UNANSWERED:
            problem = entry.problem_at_key("P714", why="page", id=key)
        if problem is not None:
            doubtful[key] = Doubt(key, _line(problem), problem)
    return Arrival(
        name, ReturnKind.ANSWERS, _without(file, doubtful), digest(file), (*doubtful.values(),)
    )


def _without(file: AnswerFile, doubtful: dict[str, Doubt]) -> AnswerFile:
    """The file without the answers that are left out."""
    from dataclasses import replace  # noqa: PLC0415 - only where something is left out

    answers = {key: voice for key, voice in file.answers.items() if key not in doubtful}
    return replace(file, answers=answers) if doubtful else file


def _line(problem: Problem) -> str | None:
    """The line of a problem, as a place."""
    return None if problem.where.line is None else str(problem.where.line)
