"""What came back from one person, in whatever kind of file, read and not yet merged."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.answer_file import AnswerFile
from sdgassess.problem import Problem, Severity

_TYPED = ("found", "level", "quoted", "text", "entry")
"""The facts of a problem that quote what somebody typed."""
_OF_THE_FILE = ("P041", "P042", "P718")
"""Problems that quote no answer, but what kind of file it is."""
_UNSAID = "…"


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

    def unquoted(self) -> Doubt:
        """The same doubt without what somebody typed.

        A merge is told before anything is opened, and each file is one person's: whoever may know
        what stands in it opens it at the place.
        """
        problem = self.problem
        where = problem.where._replace(excerpt=None)
        if problem.code in _OF_THE_FILE:
            return self._replace(problem=problem._replace(where=where))
        facts = {
            name: _UNSAID if name in _TYPED else fact
            for name, fact in problem.facts.items()
            if name != "quoted"
        }
        return self._replace(problem=problem._replace(where=where, facts=facts))


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

    def unquoted(self) -> Arrival:
        """The same file, of which nothing is told but what is wrong and where.

        What is only odd, such as a level without evidence, would tell the level of one person.
        """
        errors = [doubt for doubt in self.doubts if doubt.problem.severity is Severity.ERROR]
        return self._replace(doubts=tuple(doubt.unquoted() for doubt in errors))
