"""What tests of forms share: forms by wish, and everything that stands on one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sdgassess.document.blocks import Block, Document, Heading
from sdgassess.document.runs import text_of
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.phrases.terms import words_about
from sdgassess.report.form.form import FormWish, form
from tests.given.documents import blocks_of
from tests.given.questionnaires import nordic

DAY = dt.date(2026, 11, 21)
ROLES = {role.id: role for role in nordic().roles}


def form_of(language: str = "da", **wish: Any) -> Document:
    """A form of the questionnaire that ships."""
    return form(nordic(), words_about(nordic(), language), FormWish(**wish))


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
