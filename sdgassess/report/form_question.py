"""One question on a form: its words, its anchors with boxes to tick, room for what backs it.

In one language the anchors stand beside the room to write. In two they stand beside each other,
row by row, so that people who read different languages put one cross at one place.
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.language import N_
from sdgassess.model.profile import State
from sdgassess.model.question import Option, Question, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.condition_words import condition_words
from sdgassess.report.document import (
    Beside,
    Block,
    Cell,
    Choice,
    Choices,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    WritingLines,
    text_of,
)
from sdgassess.report.form_filled import EMPTY, Filled
from sdgassess.report.form_speech import Side, Speech, joined
from sdgassess.text import number, one_line

CORE = "●"
"""Marks a core question; what it means is said on the first page."""

BOXES = {False: "☐", True: "☑"}
"""A box in a table, empty and ticked."""

_STATES = (
    (State.UNKNOWN, "?", N_("Nobody here knows")),
    (State.NOT_APPLICABLE, "–", N_("Does not apply here (why: as a remark)")),
)
_EVIDENCE = N_("Evidence: title, and where it is")
_REMARK = N_("Remark")
_HALVES = (1.75, 1)
"""How wide the anchors are against the room to write."""


class Asking(NamedTuple):
    """What the questions of a form have in common.

    Attributes:
        questionnaire: for the names of roles.
        speech: the languages.
        roles: whether it is said whom a question is put to.
    """

    questionnaire: Questionnaire
    speech: Speech
    roles: bool = True


def question_blocks(
    asking: Asking, question: Question, level: int, filled: Filled = EMPTY, *, condition: bool
) -> tuple[Block, ...]:
    """A question as it stands on the form.

    Args:
        asking: what all questions have in common.
        question: the question.
        level: the level of its heading.
        filled: what is written already.
        condition: whether the condition it is asked under is said.
    """
    note = _note(asking, question, condition=condition)
    if asking.speech.double:
        return _two_languages(asking, question, level, filled, note)
    text = asking.speech.text(question.text)
    return (
        Heading(level, (Run(f"{_called(question)}  "), *text)),
        Beside(
            (Choices(text_of(text), _choices(asking.speech.first, question, filled)),),
            (*note, *_room(asking.speech, filled)),
            _HALVES,
        ),
    )


def _called(question: Question) -> str:
    """The question's id, with the mark of a core question."""
    return f"{question.id} {CORE}" if question.core else question.id


def _choices(side: Side, question: Question, filled: Filled) -> tuple[Choice, ...]:
    """Every anchor in full, lowest first, then what can be ticked instead."""
    anchors = [
        Choice(number(one.value), (side.text(one.text),), one.value == filled.level)
        for one in question.options
    ]
    states = [
        Choice(mark, (side.fixed(said),), filled.state is state) for state, mark, said in _STATES
    ]
    return (*anchors, *states)


def _note(asking: Asking, question: Question, *, condition: bool) -> tuple[Paragraph, ...]:
    """What there is to know before answering: condition, weight, whom it is put to."""
    speech, parts = asking.speech, []
    if condition and question.ask_if is not None:
        parts.append(_only_if(speech, question))
    if question.core:
        parts.append(speech.fixed(N_("Core question")))
    if asking.roles and question.roles:
        parts.append(_put_to(asking, question))
    runs = tuple(run for n, part in enumerate(parts) for run in ((Run(" · "),) * bool(n)) + part)
    return (Paragraph(runs, small=True),) if runs else ()


def _only_if(speech: Speech, question: Question) -> Runs:
    """The condition in words, in every language."""
    assert question.ask_if is not None, "only called where there is one"
    said = [(side, condition_words(question.ask_if, side.words)) for side in speech.sides]
    return joined(tuple(side.fixed(N_("Only if {condition}"), condition=c) for side, c in said))


def _put_to(asking: Asking, question: Question) -> Runs:
    """The roles that the question is put to, in every language."""
    titles = {role.id: role.title for role in asking.questionnaire.roles}
    said = [
        side.fixed(N_("put to: {roles}"), roles=_listed(side, titles, question.roles))
        for side in asking.speech.sides
    ]
    return joined(tuple(said))


def _listed(side: Side, titles: dict[str, Text], roles: tuple[str, ...]) -> str:
    """Roles by name; by id where the questionnaire does not list one."""
    named = (side.text(titles[role]).text if role in titles else one_line(role) for role in roles)
    return ", ".join(named)


def _room(speech: Speech, filled: Filled) -> tuple[Block, ...]:
    """Room for evidence and a remark, with what stands there, and the voices."""
    voices = tuple(Paragraph((Run(line),), small=True) for line in filled.voices)
    lines = 1 if speech.double else 2
    return (
        _lines(speech, _EVIDENCE, lines, filled.evidence),
        _lines(speech, _REMARK, lines, filled.remark),
        *voices,
    )


def _lines(speech: Speech, label: str, lines: int, written: Runs) -> WritingLines:
    """Room to write under a label; one line less where something stands there already."""
    second = speech.sides[1].fixed(label) if speech.double else None
    free = max(lines - 1, 1) if written else lines
    return WritingLines(speech.first.fixed(label).text, free, written, second)


def _two_languages(
    asking: Asking, question: Question, level: int, filled: Filled, note: tuple[Paragraph, ...]
) -> tuple[Block, ...]:
    """Question and anchors in a table with a column for each language."""
    speech = asking.speech
    level_head = speech.fixed(N_("Level"))
    rows = [
        _row(_anchor(speech, one), number(one.value), one.value == filled.level)
        for one in question.options
    ]
    rows += [
        _row(tuple((side.fixed(said),) for side in speech.sides), mark, filled.state is state)
        for state, mark, said in _STATES
    ]
    asks = tuple((side.text(question.text, strong=True),) for side in speech.sides)
    table = Table(
        caption=speech.fixed(N_("Put one cross")),
        head=(level_head, *asks),
        rows=tuple(rows),
        shares=(0.16, 1, 1),
    )
    return (
        Heading(level, (Run(_called(question)),)),
        *note,
        table,
        Beside(*_halves(_room(speech, filled))),
    )


def _anchor(speech: Speech, option: Option) -> tuple[Runs, ...]:
    """An anchor in each language."""
    return tuple((side.text(option.text),) for side in speech.sides)


def _row(texts: tuple[Runs, ...], mark: str, ticked: bool) -> tuple[Cell, ...]:
    """A row to tick: its box and mark, and its words in each language."""
    strong = tuple(tuple(run._replace(strong=ticked) for run in runs) for runs in texts)
    return (Cell((Run(f"{BOXES[ticked]} {mark}"),)), *(Cell(runs) for runs in strong))


def _halves(room: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Evidence on the left, all the rest on the right."""
    return room[:1], room[1:]
