"""Sheets beside the form: one person's answers on one page, and how many chose what.

Both stand in the order of the form, which is the order in which `assess --enter` takes rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from sdgassess.document.blocks import (
    Beside,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Table,
    WritingLines,
    words_cell,
)
from sdgassess.document.runs import Run, plain_runs
from sdgassess.language import Words
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import written_date
from sdgassess.phrases import labels
from sdgassess.phrases.levels import answer_mark, assessed_name
from sdgassess.phrases.terms import footer_of
from sdgassess.report.edition import Edition
from sdgassess.report.form.form import STAMP, FormWish, questions_on
from sdgassess.text import one_line

_UNKNOWN, _NOT_APPLICABLE = "?", "-"


class SheetKind(StrEnum):
    """What a sheet is for: one person's answers, or counting everybody's."""

    ANSWERS = "answers"
    TALLY = "tally"


def sheet(questionnaire: Questionnaire, words: Words, wish: FormWish, kind: SheetKind) -> Document:
    """A sheet of every question on a form, a row each.

    Args:
        questionnaire: what is asked.
        words: the document's language.
        wish: which questions, of which profile; a second language is not printed.
        kind: what it is for.

    Returns:
        A document for any of the writers.
    """
    edition = Edition(words, questionnaire)
    profile = wish.profile
    title = words("Counting sheet") if kind is SheetKind.TALLY else words("Answer sheet")
    name = assessed_name(profile) if profile else ""
    place = [name] if name else []
    ref = f"{one_line(questionnaire.id)} {questionnaire.version}"
    role = [edition.line(wish.role.title)] if wish.role else []
    return Document(
        title=" · ".join((title, *place)),
        language=words.language,
        subject=title,
        footer=footer_of(" · ".join((*place, ref, *role)), questionnaire, words),
        date=profile.date if profile else STAMP,
        blocks=tuple(_blocks(edition, wish, kind, title)),
        look=wish.look,
        compact=True,
    )


def _blocks(
    edition: Edition[Questionnaire], wish: FormWish, kind: SheetKind, title: str
) -> Iterator[Block]:
    """Whose it is, how it is used, and a row for each question."""
    words, profile, rules = edition.words, wish.profile, edition.subject
    yield Heading(1, plain_runs(title))
    name = (Run(assessed_name(profile), strong=True),) if profile else ()
    day = (Run(written_date(profile.date, words), strong=True),) if profile else ()
    role = (edition.say(wish.role.title, strong=True),) if wish.role else ()
    yield Beside(
        (_line(words(labels.SUBJECT), name), _line(words("Role"), role)),
        (_line(words(labels.DATE), day), _last_line(words, kind)),
        (2, 1),
    )
    yield Paragraph(plain_runs(_use(words, kind)))
    asked = [rules.questions[key] for key in questions_on(rules, wish, words)]
    yield _table(edition, asked, kind)


def _line(label: str, written: tuple[Run, ...]) -> WritingLines:
    """A label with what stands there, or a line to write on."""
    return WritingLines(label, 0 if written else 1, written)


def _last_line(words: Words, kind: SheetKind) -> WritingLines:
    """Which person, or how many forms were counted."""
    label = (
        words("How many forms") if kind is SheetKind.TALLY else words(labels.NUMBER_ON_THE_LIST)
    )
    return _line(label, ())


def _use(words: Words, kind: SheetKind) -> str:
    """How the sheet is used."""
    if kind is SheetKind.TALLY:
        return words(
            "A stroke for each form at each question. What lies two levels apart is talked about "
            "first."
        )
    return words(
        "One cross in each row. Typed in from top to bottom with {command}: a level, ? for not "
        "known, - for does not apply, . where nothing is crossed.",
        command="sdgassess assess --enter",
    )


def _table(edition: Edition[Questionnaire], asked: Sequence[Question], kind: SheetKind) -> Table:
    """A row for each question, a column for each answer that some question has."""
    words = edition.words
    marks = [*dict.fromkeys(mark for one in asked for mark in _marks(one, words))]
    columns = (*marks, _UNKNOWN, _NOT_APPLICABLE)
    rows = tuple(
        (
            words_cell((Run(f"{one.id}  ", strong=True), edition.say(one.text))),
            *(_cell(one, mark, words) for mark in columns),
        )
        for one in asked
    )
    return Table(
        caption=plain_runs(words("In the order of the form")),
        head=(plain_runs(words(labels.QUESTION)), *(plain_runs(mark) for mark in columns)),
        rows=rows,
        shares=(8 if kind is SheetKind.TALLY else 10, *(1.0 for _ in columns)),
        row_heads=False,
        dense=True,
    )


def _marks(question: Question, words: Words) -> tuple[str, ...]:
    """What stands before each answer of a question."""
    return tuple(answer_mark(question, option, words) for option in question.options)


def _cell(question: Question, mark: str, words: Words) -> Cell:
    """Room for a cross or for strokes; a dash where the question has no such answer."""
    if mark not in (*_marks(question, words), _UNKNOWN, _NOT_APPLICABLE):
        return Cell(plain_runs("–"), numeric=True)
    return Cell(room=1)
