"""What tests of forms share: forms by wish, and everything that stands on one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from sdgassess.document.blocks import (
    Beside,
    Block,
    Bullets,
    Cell,
    Choices,
    Document,
    Heading,
    Paragraph,
    Run,
    Table,
    Together,
    WritingLines,
    text_of,
)
from sdgassess.language import Words
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.report.form.form import FormWish, form
from tests.given.questionnaires import nordic

DAY = dt.date(2026, 11, 21)
ROLES = {role.id: role for role in nordic().roles}
LANGUAGES = ("da", "sv", "en")


def form_of(language: str = "da", **wish: Any) -> Document:
    """A form of the questionnaire that ships."""
    return form(nordic(), Words(language), FormWish(**wish))


def blocks_of(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block, those that hold others and those in them, in order."""
    for block in blocks:
        yield block
        if isinstance(block, Together):
            yield from blocks_of(block.blocks)
        elif isinstance(block, Beside):
            yield from blocks_of((*block.left, *block.right))


def runs_of(document: Document) -> Iterator[Run]:
    """Every passage on a form, in order."""
    for block in blocks_of(document.blocks):
        match block:
            case Heading() | Paragraph():
                yield from block.runs
            case Bullets(items):
                yield from (run for item in items for run in item)
            case Choices(_, choices):
                yield from (run for choice in choices for run in choice.runs)
            case WritingLines():
                yield from (*block.full_label, *block.written)
            case Table():
                yield from (*block.caption, *(run for head in block.head for run in head))
                yield from (run for row in block.rows for cell in row for run in cell.runs)
            case _:
                continue


def cell_words(cell: Cell) -> str:
    """The words of a cell, with plain spaces."""
    return text_of(cell.runs).replace("\u00a0", " ")


def said(document: Document) -> str:
    """Every word on a form, a passage a line."""
    return "\n".join(run.text for run in runs_of(document))


def asked(document: Document, questionnaire: Questionnaire | None = None) -> list[str]:
    """The ids of the questions on a form, in order, as their headings name them."""
    ids = (questionnaire or nordic()).questions
    heads = (text_of(b.runs).split() for b in blocks_of(document.blocks) if isinstance(b, Heading))
    return [words[0] for words in heads if words[0] in ids]


def put_to(role: Role) -> list[str]:
    """The questions of the questionnaire that are put to a role."""
    questions = nordic().questions.values()
    return [one.id for one in questions if not one.roles or role.id in one.roles]


def after(document: Document, question: str) -> list[Block]:
    """The blocks of one question, from its heading to the next."""
    blocks = list(blocks_of(document.blocks))
    heads = [n for n, block in enumerate(blocks) if isinstance(block, Heading)]
    first = next(n for n in heads if text_of(_heading(blocks[n]).runs).split()[0] == question)
    return blocks[first : next((n for n in heads if n > first), len(blocks))]


def _heading(block: Block) -> Heading:
    assert isinstance(block, Heading)
    return block
