"""The questionnaire on paper: empty or filled from a profile, for everybody or for one role.

Every question that is asked stands on it once, in the order of the questionnaire, every anchor in
full. A factor with more than a few questions begins on a page of its own; smaller ones follow
each other and are kept whole. What somebody answers alone, and what is
filled in already, takes as little paper as can be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sdgassess.document.blocks import (
    Block,
    Document,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Together,
)
from sdgassess.document.runs import Run
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.profile import Participant, Profile
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire, Role
from sdgassess.model.unscored import ContextQuestion
from sdgassess.phrases.choosing import IN_ORDER, passed_in_order
from sdgassess.phrases.levels import assessed_name
from sdgassess.phrases.terms import footer_of
from sdgassess.report.form.context import setting_table, style_blocks
from sdgassess.report.form.filled import EMPTY, Filling
from sdgassess.report.form.front import Front, front_page, scope_words
from sdgassess.report.form.languages import speech
from sdgassess.report.form.question import Asking, question_blocks
from sdgassess.text import one_line

FEW = 3
"""Up to so many questions a factor shares its page with others."""

_DEEPEST = 6
"""The deepest heading that every format has."""


STAMP = dt.date(2026, 1, 1)
"""What stamps an empty form, which has no day of its own: today would be other bytes each day."""


class FormWish(NamedTuple):
    """What kind of form is wanted.

    Attributes:
        quick: only the core questions.
        profile: what it is filled from; None for an empty form.
        role: only what is put to this role; None for everybody.
        person: whose form it is, by the id of a participant; None where that is written by hand.
        beside: the second language.
        look: the municipality's own look.
    """

    quick: bool = False
    profile: Profile | None = None
    role: Role | None = None
    person: str | None = None
    beside: Words | None = None
    look: Look = Look()


def form(questionnaire: Questionnaire, words: Words, wish: FormWish) -> Document:
    """Compose a form.

    Args:
        questionnaire: what is asked; the one that the profile answers, where there is one.
        words: the document's language.
        wish: what kind of form.

    Returns:
        A document for any of the writers.
    """
    making = _Making(questionnaire, words, wish)
    front = making.front()
    title = front.speech.first.text(questionnaire.title).text
    place = [assessed_name(wish.profile)] if wish.profile else []
    named = f"{one_line(questionnaire.id)} {questionnaire.version}"
    return Document(
        title=" · ".join((*place, title)),
        language=words.language,
        subject=words("Questionnaire to fill in by hand: {scope}", scope=scope_words(front)),
        footer=footer_of(" · ".join((*place, named, scope_words(front))), questionnaire, words),
        date=wish.profile.date if wish.profile else STAMP,
        blocks=(*front_page(front), *_single_breaks(making.body())),
        look=wish.look,
        compact=True,
        by_pen=front.alone,
        fill_in=True,
    )


def _single_breaks(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with no page left empty between two of them."""
    before: Block | None = None
    for block in blocks:
        if block != before or not isinstance(block, NewPage):
            yield block
        before = block


def questions_on(questionnaire: Questionnaire, wish: FormWish, words: Words) -> tuple[str, ...]:
    """The ids of the questions that a form holds, in order; none where nothing fits the wish."""
    return tuple(question.id for question in _Making(questionnaire, words, wish).questions)


class _Making:
    """A form in the making: what is asked, and how each part of it is laid out."""

    def __init__(self, questionnaire: Questionnaire, words: Words, wish: FormWish) -> None:
        """Find what is asked."""
        self._questionnaire = questionnaire
        self._wish = wish
        self._speech = speech(words, wish.beside)
        profile = wish.profile
        self._filling = Filling(questionnaire, profile, words) if profile else None
        # A form that somebody fills in alone; one that is filled already is read by others. On
        # one that is for a person nothing stands of what others answered.
        is_filled = profile is not None and bool(profile.answers) and wish.person is None
        self._alone = wish.role is not None and not is_filled
        # As little paper as can be; a room that fills it in has each factor on a page of its own.
        self._flows = self._alone or bool(profile and profile.answers)
        self.questions = tuple(filter(self._is_asked, questionnaire.questions.values()))
        self._ids = frozenset(question.id for question in self.questions)
        self._asking = Asking(self._speech, marked=not wish.quick, alone=self._alone)

    def front(self) -> Front:
        """What the first page speaks of."""
        return Front(
            questionnaire=self._questionnaire,
            speech=self._speech,
            quick=self._wish.quick,
            role=self._wish.role,
            questions=self.questions,
            profile=self._wish.profile,
            alone=self._alone,
            person=self._person(),
        )

    def _person(self) -> Participant | None:
        """The participant whose form it is."""
        people = self._wish.profile.participants if self._wish.profile else ()
        return next((person for person in people if person.id == self._wish.person), None)

    def body(self) -> Iterator[Block]:
        """Everything behind the first page."""
        if not self._flows:
            yield NewPage()
        yield from self._setting(None)
        for part in self._questionnaire.parts:
            yield from self._part(part, 2, ())
        if self._questionnaire.style and self._wish.role is None:
            profile = self._wish.profile
            answers = profile.style if profile else {}
            if not self._flows:
                yield NewPage()
            yield from style_blocks(self._speech, self._questionnaire.style, answers)

    def _is_asked(self, question: Question) -> bool:
        """Whether a question is on this form."""
        role = self._wish.role
        if self._wish.quick and not question.core:
            return False
        if role is not None and question.roles and role.id not in question.roles:
            return False
        return self._filling is None or self._filling.asked(question)

    def _part(self, node: Node, level: int, above: tuple[Block, ...]) -> Iterator[Block]:
        """A part of the tree; heads above it wait for the first factor that has questions."""
        if not any(question.id in self._ids for question in node.all_questions()):
            return
        title = (Run(f"{one_line(node.id)}  "), *self._speech.text(node.title))
        heads: tuple[Block, ...] = (*above, Heading(min(level, _DEEPEST), title))
        if passed_in_order(node):
            order = self._speech.fixed(IN_ORDER, part=node.title)
            heads = (*heads, Paragraph(order, small=True))
        questions = [question for question in node.asked if question.id in self._ids]
        if questions:
            yield from self._factor(node, heads, questions, level + 1)
            heads = ()
        for part in node.parts:
            used = any(question.id in self._ids for question in part.all_questions())
            yield from self._part(part, level + 1, heads)
            heads = () if used else heads

    def _factor(
        self, node: Node, heads: tuple[Block, ...], questions: list[Question], level: int
    ) -> Iterator[Block]:
        """A factor: its heads, the setting that belongs to it, its questions."""
        first, *rest = [self._question(question, level) for question in questions]
        opening = (*heads, *self._setting(node.id), *first)
        if self._flows:  # a question stays whole, a factor need not
            yield Together(opening)
            yield from (Together(blocks) for blocks in rest)
            return
        if len(questions) <= FEW:
            yield Together((*opening, *(block for blocks in rest for block in blocks)))
            return
        yield NewPage()
        yield Together(opening)
        yield from (Together(blocks) for blocks in rest)

    def _question(self, question: Question, level: int) -> tuple[Block, ...]:
        """One question with what is written at it, and the setting asked before it."""
        filling = self._filling
        open_yet = filling is None or filling.open_condition(question)
        blocks = question_blocks(
            self._asking,
            question,
            min(level, _DEEPEST),
            filling.at(question) if filling and not self._alone else EMPTY,
            condition=open_yet,
        )
        return (*self._setting(question.id), *blocks)

    def _setting(self, before: str | None) -> tuple[Block, ...]:
        """The questions about the setting that come before a part or question."""
        questions = self._setting_before(before)
        answers = self._wish.profile.context if self._wish.profile else {}
        filling = self._filling
        conditional = {q.id for q in questions if filling is None or filling.open_condition(q)}
        table = setting_table(self._speech, questions, answers, conditional)
        return (table,) if questions else ()

    def _setting_before(self, before: str | None) -> tuple[ContextQuestion, ...]:
        """Which they are; a role's form has none, since they are put to everybody together."""
        if self._wish.role is not None:
            return ()
        return tuple(
            question
            for question in self._questionnaire.context
            if (question.in_quick or not self._wish.quick)
            and self._stands(question, before)
            and self._is_put(question)
        )

    def _is_put(self, question: ContextQuestion) -> bool:
        """Whether a question about the setting is asked, or was answered already."""
        filling = self._filling
        return filling is None or question.id in filling.profile.context or filling.asked(question)

    def _stands(self, question: ContextQuestion, before: str | None) -> bool:
        """Whether a question about the setting stands before a part or question, or at the start.

        What belongs to the frame stands before the first question that is counted of it.
        """
        rules = self._questionnaire
        if question.frame and rules.counted_of(question.id):
            counted = rules.first_counted(question.id, [asked.id for asked in self.questions])
            return before is not None and before == counted
        placed = question.before in rules.nodes or question.before in rules.questions
        return (question.before if placed else None) == before
