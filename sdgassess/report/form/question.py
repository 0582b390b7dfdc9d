"""One question on a form: its words, its anchors with boxes to tick, room for what backs it.

In one language the anchors stand beside the room to write. In two they stand beside each other,
row by row, so that people who read different languages put one cross at one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.document.blocks import (
    Beside,
    Block,
    Cell,
    Choice,
    Choices,
    Heading,
    Paragraph,
    Table,
    WritingLines,
)
from sdgassess.document.runs import Run, Runs, text_of
from sdgassess.language import N_
from sdgassess.model.profile import State
from sdgassess.model.question import Option, Question
from sdgassess.model.unscored import ContextQuestion
from sdgassess.phrases import labels
from sdgassess.phrases.choosing import HIGHEST, choosing_rule
from sdgassess.phrases.conditions import condition_words
from sdgassess.phrases.levels import answer_mark
from sdgassess.report.form.filled import EMPTY, Filled
from sdgassess.report.form.languages import Speech, joined

CORE = "●"
"""Marks a core question; what it means is said on the first page."""

BOXES = {False: "☐", True: "☑"}
"""A box in a table, empty and ticked."""

NOT_KNOWN = {False: N_("Nobody here knows"), True: labels.I_DO_NOT_KNOW}
"""What a room says, and somebody alone, who cannot know what others know."""
_NOT_APPLICABLE = N_("Does not apply here (why: as a comment)")
_NO_ANSWER = "?", "–"
NONE_OF_THESE = N_("None of these")
_EVIDENCE = N_("Evidence: title, and where it is")
_REMARK = labels.COMMENT
_SHARES = (2, 1)
"""How wide the anchors are against the room to write."""
_SHARES_ALONE = (5, 2)
"""The same on what one person fills in: most anchors then stand on one line."""
_LONG = 240
"""Longer than this, what is written already would fill the narrow column to its end."""


class Asking(NamedTuple):
    """What the questions of a form have in common.

    Attributes:
        speech: the languages.
        marked: whether core questions are marked; not where there are no others.
        alone: whether somebody answers alone, not a room.
    """

    speech: Speech
    marked: bool = True
    alone: bool = False


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
    speech = asking.speech
    label = f"{question.id} {CORE}" if question.core and asking.marked else question.id
    notes = _notes(speech, question, condition=condition)
    if speech.double:
        caption = _in_a_line(notes) or speech.fixed(N_("Put one cross."))
        return (
            Heading(level, (Run(label),)),
            _two_languages(asking, question, filled, caption),
            Beside(*_halves(_room(asking, filled)), (1.4, 1)),
        )
    text = speech.text(question.text)
    beside, below = _short_and_long(_room(asking, filled))
    choices = Choices(text_of(text), _choices(asking, question, filled), question.several)
    return (
        Heading(level, (Run(f"{label}  "), *text)),
        *(Paragraph(note, small=True) for note in notes),
        Beside((choices,), beside, _SHARES_ALONE if asking.alone else _SHARES),
        *below,
    )


def _choices(asking: Asking, question: Question, filled: Filled) -> tuple[Choice, ...]:
    """Every anchor in full, lowest first, then what can be ticked instead."""
    side = asking.speech.first
    anchors = [
        Choice(
            answer_mark(question, option, side.words),
            (side.text(option.text),),
            _is_ticked(question, option, filled),
        )
        for option in question.options
    ]
    instead = [
        Choice(mark, (side.fixed(message),), ticked, instead=mark in _NO_ANSWER)
        for mark, message, ticked in _instead(asking, question, filled)
    ]
    return (*anchors, *instead)


def _instead(
    asking: Asking, question: Question, filled: Filled
) -> Iterator[tuple[str, str, bool]]:
    """What can be ticked instead of an answer: its mark, its words, whether it is ticked."""
    if question.several:
        yield "0", NONE_OF_THESE, filled.options == ()
    unknown, not_applicable = _NO_ANSWER
    yield unknown, NOT_KNOWN[asking.alone], filled.state is State.UNKNOWN
    yield not_applicable, _NOT_APPLICABLE, filled.state is State.NOT_APPLICABLE


def _is_ticked(question: Question, option: Option, filled: Filled) -> bool:
    """Whether an answer was chosen: by its id where ids name answers, else by its level."""
    if filled.options is not None:
        return option.id in filled.options
    return not question.by_id and option.value == filled.level


def _notes(speech: Speech, question: Question, *, condition: bool) -> tuple[Runs, ...]:
    """When a question is asked, and how it is answered where not as most are."""
    rule = choosing_rule(question)
    notes = (
        only_if(speech, question) if condition else (),
        speech.fixed(rule) if rule != HIGHEST else (),
    )
    return tuple(note for note in notes if note)


def _in_a_line(notes: tuple[Runs, ...]) -> Runs:
    """Notes one after the other."""
    return tuple(run for n, note in enumerate(notes) for run in ((Run(" · "),) * bool(n)) + note)


def only_if(speech: Speech, question: Question | ContextQuestion) -> Runs:
    """The condition in words, in every language; nothing where there is none."""
    if question.ask_if is None:
        return ()
    conditions = [(side, condition_words(question.ask_if, side.words)) for side in speech.sides]
    return joined(
        tuple(side.fixed(N_("Only if {condition}"), condition=c) for side, c in conditions)
    )


def _room(asking: Asking, filled: Filled) -> tuple[Block, ...]:
    """Room for evidence and a remark, with what stands there, and the voices.

    Somebody alone names one document for an answer, if any: their rules are lower than their boxes
    then, and the form is a sheet shorter.
    """
    speech = asking.speech
    voices = tuple(Paragraph((Run(line),), small=True) for line in filled.voices)
    lines = 1 if speech.double else 2
    return (
        _lines(speech, _EVIDENCE, 1 if asking.alone else lines, filled.evidence),
        _lines(speech, _REMARK, lines, filled.remark),
        *voices,
    )


def _short_and_long(room: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What fits beside the anchors, and what is so long that it goes below them."""
    long = tuple(
        block
        for block in room
        if isinstance(block, WritingLines) and len(text_of(block.written)) > _LONG
    )
    return tuple(block for block in room if block not in long), long


def _lines(speech: Speech, label: str, lines: int, written: Runs) -> WritingLines:
    """Room to write under a label; one line less where something stands there already."""
    first = speech.first.fixed(label)
    second = speech.sides[1].fixed(label) if speech.double else None
    if second is not None and second.text == first.text:
        second = None
    free = max(lines - 1, 1) if written else lines
    return WritingLines(first.text, free, written, second)


def _two_languages(asking: Asking, question: Question, filled: Filled, caption: Runs) -> Table:
    """Question and anchors in a table with a column for each language."""
    speech = asking.speech
    rows = [
        _row(
            _anchor(speech, option),
            answer_mark(question, option, speech.words),
            ticked=_is_ticked(question, option, filled),
        )
        for option in question.options
    ]
    for mark, message, ticked in _instead(asking, question, filled):
        texts = tuple((side.fixed(message),) for side in speech.sides)
        rows.append(_row(texts, mark, ticked=ticked))
    return Table(
        caption=caption,
        head=(
            speech.fixed(labels.ANSWER if question.by_id else labels.LEVEL),
            *((side.text(question.text, strong=True),) for side in speech.sides),
        ),
        rows=tuple(rows),
        shares=(0.24, 1, 1),
    )


def _anchor(speech: Speech, option: Option) -> tuple[Runs, ...]:
    """An anchor in each language."""
    return tuple((side.text(option.text),) for side in speech.sides)


def _row(texts: tuple[Runs, ...], mark: str, *, ticked: bool) -> tuple[Cell, ...]:
    """A row to tick: its box and mark, and its words in each language."""
    strong = tuple(tuple(run._replace(strong=ticked) for run in runs) for runs in texts)
    return (Cell((Run(f"{BOXES[ticked]}\u00a0{mark}"),)), *(Cell(runs) for runs in strong))


def _halves(room: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Evidence on the left, all the rest on the right."""
    return room[:1], room[1:]
