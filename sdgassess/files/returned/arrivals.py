"""Whatever people send back: told apart by what it holds, and read.

Codes: P701 an archive · P719 none of what can come back.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from sdgassess.files.build.values import period_of
from sdgassess.files.catalogue import Shelf, beginning
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
_PROFILE = b"sdgassess/profile/"
_SUFFIXES = (".json", ".xlsx", ".yaml", ".yml", ".zip")


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
    name = str(path)
    raw, problem = read_bytes(path, name, MOST_BYTES)
    if raw is None:
        return _unusable(path, problem or Problem("P001", Where(name)))
    if is_archive(raw):
        return answer_workbook(raw, name, invited.questionnaire, invited.period_typed)
    if raw.startswith(_OLD_OFFICE):
        return _unusable(path, Problem("P703", Where(name)))
    text = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")) or path.suffix.lower() == ".json":
        if len(raw) > MOST_BYTES_OF_A_PAGE:
            return _unusable(path, Problem("P005", Where(name), {"most": MOST_BYTES_OF_A_PAGE}))
        return _from_page(answer_file(raw, name), name, invited.questionnaire)
    rules = invited.questionnaire
    answered = QuestionnaireRef(rules.id, rules.version), invited.fingerprint
    return own_profile(path, answered, invited.path, invited.shelf)


def arrivals_in(folder: Path) -> Iterator[Path]:
    """The files of a folder, and of those below it, that may have come back.

    Hidden ones are passed over, and so is what is nothing of ours: other tables, other YAML.
    """
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent) / name
            if not name.startswith(".") and _may_have_come_back(path):
                yield path


def _may_have_come_back(path: Path) -> bool:
    """Whether a file of a folder is meant to be merged."""
    suffix = path.suffix.lower()
    if suffix not in _SUFFIXES:
        return False
    if suffix in (".yaml", ".yml"):
        return _PROFILE in beginning(path)
    if suffix == ".json":
        return FORMAT.rpartition("/")[0].encode() in beginning(path)
    return True


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
