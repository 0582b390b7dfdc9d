"""What came back from one person, in whatever kind of file, read and not yet merged."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.answer_file import AnswerFile
from sdgassess.problem import Problem


class ReturnKind(StrEnum):
    """What people send back: an answer file, a workbook, a profile of their own."""

    ANSWERS = "answers"
    WORKBOOK = "workbook"
    PROFILE = "profile"


class Doubt(NamedTuple):
    """One answer that is left out, or a file that is.

    Attributes:
        question: the question's id; None where the whole file is meant.
        place: the cell or the line; None where the whole file is meant.
        problem: what is doubtful.
    """

    question: str | None
    place: str | None
    problem: Problem


class Arrival(NamedTuple):
    """A file that came back.

    Attributes:
        file: the name as it was given.
        kind: what it is.
        answers: what it says, without what is doubtful; None where it cannot be used at all.
        sha256: of what it says; equal where the same was said.
        doubts: the answers that are left out; or what makes the file unreadable.
    """

    file: str
    kind: ReturnKind
    answers: AnswerFile | None
    sha256: str = ""
    doubts: tuple[Doubt, ...] = ()
