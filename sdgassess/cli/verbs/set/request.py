"""What `set` is to do to a profile, as far as it can be read before any file is opened.

Codes: P503 something is missing · P550 options that cannot stand together · P551 an option that
needs a question.
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.problem import Problem, UsageRefused, Where


class Saying(NamedTuple):
    """What is said to a question; None and False are what was not named.

    Attributes:
        level: a level, or the ids of options.
        unknown: nobody knows.
        not_applicable: why it does not apply.
        clear: whether what was said is taken out.
        evidence: the title of what shows it.
        comment: words that are added.
        voice: the participant who says it; None is the room.
    """

    level: str | None = None
    unknown: bool = False
    not_applicable: str | None = None
    clear: bool = False
    evidence: str | None = None
    comment: str | None = None
    voice: str | None = None


class Request(NamedTuple):
    """What is to be done.

    Attributes:
        question: the question's id, in any case.
        saying: what is said to it.
        name: the new name of what is assessed.
        date: the day of the assessment; with evidence the date of that.
        add: people who take part, as they are typed in a sitting.
        remove: ids of people who did not.
        undo: whether the last change is taken back.
    """

    question: str | None = None
    saying: Saying = Saying()
    name: str | None = None
    date: str | None = None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    undo: bool = False


_ANSWERS = ("LEVEL", "--unknown", "--not-applicable", "--clear")
_OF_A_QUESTION = (*_ANSWERS, "--evidence", "--comment", "--voice")


def refuse_odd(request: Request) -> None:
    """Refuse what says nothing, or two things at once.

    Raises:
        UsageRefused: options that cannot stand together, or something that is missing.
    """
    saying = request.saying
    values = (saying.level, saying.unknown, saying.not_applicable, saying.clear)
    answers = [name for name, value in zip(_ANSWERS, values, strict=True) if _named(value)]
    if len(answers) > 1:
        raise _together(*answers[:2])
    frame = _framing(request)
    if request.undo and (request.question or frame):
        raise _together("--undo", "ID" if request.question else frame[0])
    if request.question is None:
        _refuse_without_question(request, frame)
        return
    remarks = [option for option in ("evidence", "comment") if getattr(saying, option) is not None]
    if saying.clear and remarks:
        raise _together("--clear", f"--{remarks[0]}")
    if not answers and not remarks:
        raise UsageRefused(Problem("P503", Where(), {"argument": "LEVEL"}))
    if request.date is not None and saying.evidence is None and request.name is None:
        raise _together("ID", "--date")


def _refuse_without_question(request: Request, frame: list[str]) -> None:
    """Refuse what belongs to an answer without a question, and a command without a wish."""
    saying = zip(_OF_A_QUESTION, request.saying, strict=True)
    lost = [option for option, value in saying if _named(value)]
    if lost:
        raise UsageRefused(Problem("P551", Where(), {"option": lost[0]}))
    if not frame and not request.undo:
        raise UsageRefused(Problem("P503", Where(), {"argument": "ID"}))


def _framing(request: Request) -> list[str]:
    """The options about the assessment as a whole that were named."""
    values = (request.name, request.date, request.add or None, request.remove or None)
    options = ("--name", "--date", "--add", "--remove")
    return [option for option, value in zip(options, values, strict=True) if value is not None]


def _named(value: object) -> bool:
    """Whether an option was named at all; an empty text was."""
    return value is not None and value is not False


def _together(option: str, other: str) -> UsageRefused:
    """That two options cannot stand together."""
    return UsageRefused(Problem("P550", Where(), {"option": option, "other": other}))
