"""What one person is asked alone, as a workbook: a row a question, each with a list to pick from.

The questions and what can be said are those of the page. The anchors stand in full beside the
list, since programs cut long entries of a list off.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.answer_book import AnswerBook, BookColumn, BookRow
from sdgassess.document.answer_page import (
    COMMENT_IF_ANY,
    EVIDENCE_DATE,
    EVIDENCE_TITLE,
    WHY_NOT,
    AnswerPage,
    PageQuestion,
)
from sdgassess.document.margins import PAGE_NUMBER
from sdgassess.document.passage import line_of
from sdgassess.document.runs import Runs
from sdgassess.language import Words
from sdgassess.model.answer_workbook import (
    ABOUT_SHEET,
    BETWEEN,
    CHOICES_SHEET,
    NO,
    NOT_APPLICABLE_MARK,
    SHOW_BY_ROLE,
    SHOW_COMMENTS,
    UNKNOWN_MARK,
    WORKBOOK_FORMAT,
    YES,
    About,
    AnswerColumn,
)
from sdgassess.model.question import Question
from sdgassess.phrases import labels
from sdgassess.report.invite.page import Invitation, answer_page


def answer_book(invitation: Invitation, words: Words, identity: str) -> AnswerBook:
    """Compose the workbook that somebody answers in.

    Args:
        invitation: who is asked what.
        words: the language.
        identity: drawn by chance: `r-` and 32 hexadecimal digits.
    """
    page = answer_page(invitation, words)
    ids = [question.id for section in page.sections for question in section.questions]
    return AnswerBook(
        title=page.title,
        language=words.language,
        date=invitation.profile.date,
        tab=words("Answers"),
        columns=_columns(words),
        answer=AnswerColumn.ANSWER,
        rows=tuple(_rows(page, invitation, words)),
        about=tuple(_about(page, identity, ids)),
        about_tab=ABOUT_SHEET,
        choices_tab=CHOICES_SHEET,
        page=words(PAGE_NUMBER, n="{n}", m="{m}"),
        hint=(words("Pick one of the list"), words("Or leave the cell empty.")),
    )


def _columns(words: Words) -> tuple[BookColumn, ...]:
    """The columns, by their place."""
    columns = {
        AnswerColumn.ID: BookColumn(words("Number"), 10),
        AnswerColumn.QUESTION: BookColumn(words(labels.QUESTION), 62),
        AnswerColumn.ANSWER: BookColumn(words("Answer: pick from the list"), 44, open=True),
        AnswerColumn.REASON: BookColumn(words(WHY_NOT), 24, open=True),
        AnswerColumn.COMMENT: BookColumn(words(COMMENT_IF_ANY), 32, open=True),
        AnswerColumn.EVIDENCE: BookColumn(words(EVIDENCE_TITLE), 28, open=True),
        AnswerColumn.DATE: BookColumn(words(EVIDENCE_DATE), 18, open=True),
    }
    return tuple(columns[place] for place in AnswerColumn)


def _rows(page: AnswerPage, invitation: Invitation, words: Words) -> Iterator[BookRow]:
    """What to know, every question under its heads, and what may be shown."""
    yield BookRow("", _line(page.heading), head=True)
    yield BookRow("", page.whose)
    for runs in (*page.purpose, *page.advice):
        yield BookRow("", _line(runs))
    yield BookRow("", words("Save the file under the same name and send it back."))
    for section in page.sections:
        for head in section.heads:
            yield BookRow("", _line(head.runs), head=True)
        for note in section.notes:
            yield BookRow("", _line(note))
        for question in section.questions:
            yield _question(question, invitation.questionnaire.questions[question.id])
    yield BookRow("", page.showing.head, head=True)
    picks = (YES[words.language], NO[words.language])
    yield BookRow(SHOW_BY_ROLE, page.showing.by_role, picks)
    yield BookRow(SHOW_COMMENTS, page.showing.comments, picks)


def _question(asked: PageQuestion, question: Question) -> BookRow:
    """A question with its anchors in full, and the list of them."""
    labels = [question.label(option) for option in question.options]
    anchors = [
        f"{label}{BETWEEN}{_line(choice.runs)}"
        for label, choice in zip(labels, asked.choices, strict=True)
    ]
    marks = (*(("0",) if asked.several else ()), UNKNOWN_MARK, NOT_APPLICABLE_MARK)
    instead = [
        f"{mark}{BETWEEN}{_line(choice.runs)}"
        for mark, choice in zip(marks, asked.instead, strict=True)
    ]
    lines = (_line(asked.runs), *map(_line, asked.notes), *anchors)
    return BookRow(asked.id, "\n".join(lines), (*anchors, *instead), typed=asked.several)


def _line(runs: Runs) -> str:
    """Words in a cell; where some are in another language, that is said before them."""
    return "".join(line_of(run) for run in runs)


def _about(page: AnswerPage, identity: str, ids: list[str]) -> Iterator[tuple[str, str]]:
    """What the invitation was; what the assessment does not have has no row."""
    head, place, rules = page.head, page.head["place"], page.head["questionnaire"]
    values = {
        About.FORMAT: WORKBOOK_FORMAT,
        About.ID: identity,
        About.QUESTIONNAIRE: rules["id"],
        About.VERSION: rules["version"],
        About.FINGERPRINT: rules["fingerprint"],
        About.NAME: place["name"],
        About.COUNTRY: place["country"],
        About.CODE: place["code"],
        **{
            key: head[key.value]
            for key in (About.DATE, About.GROUP, About.SCOPE, About.SLOT, About.ROLE)
        },
        About.UNIT: head["unit"],
        About.LANGUAGE: head["language"],
    }
    yield from ((key.value, value) for key, value in values.items() if value is not None)
    yield from ((About.QUESTION.value, question) for question in ids)
