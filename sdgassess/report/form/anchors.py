"""The anchor sheets of a form: a factor on each, its questions beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.document.anchors import Anchor, AnchoredQuestion, AnchorSheet, AnchorSheets
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.choosing import choosing_rule
from sdgassess.phrases.levels import answer_mark, assessed_name
from sdgassess.phrases.terms import footer_of
from sdgassess.report.edition import Edition
from sdgassess.report.form.form import STAMP, FormWish, questions_on
from sdgassess.text import one_line

ABREAST = 3
"""So many questions stand beside each other and can still be read from the other side of a table;
more go on another sheet."""


def anchor_sheets(questionnaire: Questionnaire, words: Words, wish: FormWish) -> AnchorSheets:
    """The sheets of every factor that is asked about.

    Args:
        questionnaire: what is asked.
        words: the language of the sheets.
        wish: which questions, of which profile; a second language is not printed.
    """
    edition, profile = Edition(words, questionnaire), wish.profile
    asked = [questionnaire.questions[key] for key in questions_on(questionnaire, wish, words)]
    name = assessed_name(profile) if profile else ""
    ref = f"{one_line(questionnaire.id)} {one_line(questionnaire.version)}"
    footer = " · ".join(part for part in (name, ref) if part)
    rules = [words(choosing_rule(question)) for question in asked]
    return AnchorSheets(
        title=words("Anchor sheets"),
        rule=rules[0] if len(set(rules)) == 1 else "",
        language=words.language,
        date=profile.date if profile else STAMP,
        footer=footer_of(footer, questionnaire, words),
        sheets=tuple(_sheets(edition, asked)),
        look=wish.look,
    )


def _sheets(edition: Edition[Questionnaire], asked: Sequence[Question]) -> Iterator[AnchorSheet]:
    """One factor after the other, as many questions abreast as can be read."""
    by_factor: dict[str, list[Question]] = {}
    factors: dict[str, Node] = {}
    for question in asked:
        factor = edition.subject.factor_of[question.id]
        factors[factor.id] = factor
        by_factor.setdefault(factor.id, []).append(question)
    for key, questions in by_factor.items():
        pages = -(-len(questions) // ABREAST)
        each = -(-len(questions) // pages)  # as many on every sheet as can be
        for page in range(pages):
            yield AnchorSheet(
                title=edition.say(factors[key].title),
                place=f"{page + 1}/{pages}" if pages > 1 else "",
                questions=tuple(
                    _question(edition, question)
                    for question in questions[page * each : (page + 1) * each]
                ),
            )


def _question(edition: Edition[Questionnaire], question: Question) -> AnchoredQuestion:
    """A question with all its levels."""
    return AnchoredQuestion(
        question.id,
        edition.say(question.text, strong=True),
        tuple(
            Anchor(answer_mark(question, option, edition.words), edition.say(option.text))
            for option in question.options
        ),
    )
