"""Problems as values: what is wrong, where, with which facts.

A problem carries a code and facts, never a sentence: its words are made at the rim, in the
reader's language (`sdgassess.phrases.problems.messages`). Functions return problems; the few
exceptions below exist to stop a run that has nothing left to return, and each carries its exit
code.
"""

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import NamedTuple

Fact = str | int | tuple[str, ...]
"""What a message can mention: a word, a whole number, or a list of words."""


class Severity(StrEnum):
    """How bad a problem is: errors make a file unusable, warnings are said and lived with."""

    ERROR = "error"
    WARNING = "warning"


class ExitCode(IntEnum):
    """What the program tells the shell (`docs/exit-codes.md`)."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    INPUT = 3
    WRITE = 4
    BUG = 70
    HANGUP = 129
    INTERRUPT = 130
    TERMINATED = 143


class Where(NamedTuple):
    """A place in a file.

    Attributes:
        file: the name as the user gave it; empty where no file is meant.
        line: counted from 1, or None where the whole file is meant.
        column: counted from 1 in characters, or None.
        excerpt: the text of that line, to be shown with a caret; None where unknown.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    excerpt: str | None = None


class Problem(NamedTuple):
    """One thing that is wrong.

    Attributes:
        code: stable and documented (`docs/problems.md`), such as `P103`.
        where: the place.
        facts: what the message mentions, by name; values may hold text from files, unsanitised.
        severity: errors fail, warnings don't.
    """

    code: str
    where: Where = Where()
    facts: Mapping[str, Fact] = {}
    severity: Severity = Severity.ERROR


def has_errors(problems: list[Problem] | tuple[Problem, ...]) -> bool:
    """Whether any of the problems makes the file unusable."""
    return any(problem.severity is Severity.ERROR for problem in problems)


class Stopped(Exception):  # noqa: N818 - it says that a run stopped, which need not be an error
    """A run that cannot go on: the problems say why, the exit code what the shell is told."""

    exit_code: ExitCode = ExitCode.INPUT

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems; their words are made at the boundary."""
        super().__init__(*(problem.code for problem in problems))
        self.problems = problems


class InputRefused(Stopped):
    """A file is missing, unreadable, malformed or invalid (exit code 3)."""

    exit_code = ExitCode.INPUT


class WriteRefused(Stopped):
    """A file cannot be written, is locked, or was changed meanwhile (exit code 4)."""

    exit_code = ExitCode.WRITE


class UsageRefused(Stopped):
    """The command line asks for something that cannot be (exit code 2)."""

    exit_code = ExitCode.USAGE
