"""Workbooks that somebody answered in: read by the ids of their rows, each slip by its cell.

Whoever answers sees one sheet and picks from lists; what else an office program lets them do to
it is noticed: rows that changed places refuse the file, a cell that is no answer is left out.

Codes: P702 no workbook of ours · P704 moved rows · P713 no answer in this cell · P714 words where
nothing is answered · P715 no date · P718 what the invitation was has been changed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sdgassess.files.build.values import date_of, period_of
from sdgassess.files.read.ids import fits_id, fits_version
from sdgassess.files.read.spreadsheet import Spreadsheet, Tab, spreadsheet
from sdgassess.files.returned.answer_file import digest
from sdgassess.language import LANGUAGES
from sdgassess.model.answer_file import AnswerFile
from sdgassess.model.answer_workbook import (
    ABOUT_SHEET,
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
from sdgassess.model.arrival import Arrival, Doubt, ReturnKind
from sdgassess.model.profile import (
    Evidence,
    EvidenceKind,
    Municipality,
    Period,
    PersonConsent,
    QuestionnaireRef,
    Scope,
    State,
    Voice,
)
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Fact, Problem, Where
from sdgassess.text import cleaned, clipped

UNDATED = "1970-01-01T00:00:00Z"
"""When a workbook was saved that does not say when."""

_ID = re.compile(r"r-[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_BETWEEN = re.compile(r"\s[–—-]\s")
"""What parts a mark from its words; an office program may have changed the dash."""
_FIRST_DAY = dt.date(1899, 12, 30)
"""The day from which workbooks count days."""
_A_DAY = range(20_000, 80_000)
"""Numbers that are days: from 1954 to 2119; smaller ones are years."""
_MOST_SHOWN = 40


def answer_workbook(
    raw: bytes,
    name: str,
    questionnaire: Questionnaire,
    period_typed: Callable[[str], Period | None] = period_of,
) -> Arrival:
    """Read a workbook that came back.

    Args:
        raw: its bytes.
        name: how messages call it.
        questionnaire: what it should answer.
        period_typed: the year, month or day that a text names as people type it, or None.
    """
    book, problem = spreadsheet(raw, name)
    if book is None:
        return _unusable(name, problem or Problem("P703", Where(name)))
    about = book.tab(ABOUT_SHEET)
    if about is None:
        return _unusable(name, Problem("P702", Where(name)))
    head = _Head(about, name)
    if head.problem is not None:
        return _unusable(name, head.problem)
    sheets = [tab for tab in book.tabs if tab.name not in (ABOUT_SHEET, CHOICES_SHEET)]
    if not sheets:
        return _unusable(name, Problem("P702", Where(name)))
    rows, moved = _rows(sheets[0], head.questions, name)
    if moved is not None:
        return _unusable(name, moved)
    return _arrival(book, head, _Reading(sheets[0], rows, name, questionnaire, period_typed))


def _unusable(name: str, problem: Problem) -> Arrival:
    """A workbook of which nothing can be taken."""
    place = problem.facts.get("cell")
    doubt = Doubt(None, None if place is None else str(place), problem)
    return Arrival(name, ReturnKind.WORKBOOK, None, doubts=(doubt,))


class _Head:
    """What the invitation was.

    Attributes:
        questions: the ids of the rows from top to bottom.
        problem: what was changed in it; None where nothing was.
    """

    def __init__(self, tab: Tab, name: str) -> None:
        """Read the hidden sheet."""
        rows = sorted({row for row, _ in tab.cells})
        pairs = [(tab.cell(row, 0), tab.cell(row, 1)) for row in rows]
        self.questions = tuple(value for key, value in pairs if key == About.QUESTION)
        self._values = {key: value for key, value in pairs if key != About.QUESTION}
        self.problem = self._changed(name)

    def __getitem__(self, key: About) -> str | None:
        """What stands under a key; None where nothing does."""
        return self._values.get(key) or None

    def _changed(self, name: str) -> Problem | None:
        """The first key whose value cannot be what an invitation had written."""
        fits = {
            About.FORMAT: self[About.FORMAT] == WORKBOOK_FORMAT,
            About.ID: _ID.fullmatch(self[About.ID] or "") is not None,
            About.FINGERPRINT: _SHA256.fullmatch(self[About.FINGERPRINT] or "") is not None,
            About.DATE: date_of(self[About.DATE]) is not None,
            About.SCOPE: self[About.SCOPE] in {scope.value for scope in Scope},
            About.QUESTIONNAIRE: fits_id(self[About.QUESTIONNAIRE] or ""),
            About.VERSION: fits_version(self[About.VERSION] or ""),
            About.NAME: self[About.NAME] is not None,
            About.ROLE: fits_id(self[About.ROLE] or ""),
            About.SLOT: self[About.SLOT] is None or fits_id(self[About.SLOT] or ""),
            About.LANGUAGE: self[About.LANGUAGE] in LANGUAGES,
        }
        wrong = next((key for key, is_fine in fits.items() if not is_fine), None)
        return None if wrong is None else Problem("P718", Where(name), {"key": wrong.value})


def _rows(tab: Tab, questions: Sequence[str], name: str) -> tuple[dict[str, int], Problem | None]:
    """The row of each question, or what is wrong with their order."""
    wanted = set(questions)
    standing = [
        (row, tab.cell(row, column))
        for row, column in sorted(tab.cells)
        if column == AnswerColumn.ID and tab.cell(row, column) in wanted
    ]
    rows = {identity: row for row, identity in standing}
    for (row, identity), expected in zip(standing, questions, strict=False):
        if identity != expected:
            cell = tab.place(row, AnswerColumn.ID)
            facts: dict[str, Fact] = {"cell": cell, "id": identity, "expected": expected}
            if expected not in rows:
                facts["why"] = "missing"
            return {}, Problem("P704", Where(name), facts)
    if len(standing) != len(questions):
        missing = next((each for each in questions if each not in rows), questions[-1])
        facts = {"expected": missing, "why": "missing"}
        return {}, Problem("P704", Where(name), facts)
    return rows, None


class _Reading(NamedTuple):
    """The sheet with the answers.

    Attributes:
        tab: the sheet.
        rows: the row of each question.
        name: how messages call the file.
        questionnaire: what it should answer.
        period_typed: the year, month or day that a text names, or None.
    """

    tab: Tab
    rows: dict[str, int]
    name: str
    questionnaire: Questionnaire
    period_typed: Callable[[str], Period | None]

    def doubt(self, code: str, cell: tuple[int, int], question: str | None) -> Doubt:
        """A cell that is left out."""
        place, word = self.tab.place(*cell), clipped(self.tab.cell(*cell), _MOST_SHOWN)
        facts: dict[str, Fact] = {"cell": place, "found": word, "id": question or ""}
        if question is None:
            facts["why"] = "showing"
        return Doubt(question, place, Problem(code, Where(self.name), facts))


def _arrival(book: Spreadsheet, head: _Head, reading: _Reading) -> Arrival:
    """The workbook as an answer file, with what is left out."""
    voices: dict[str, Voice] = {}
    doubts: list[Doubt] = []
    for identity, row in reading.rows.items():
        question = reading.questionnaire.questions.get(identity)
        if question is None:
            continue
        voice = _voice(reading, question, row, head[About.ROLE] or "")
        if isinstance(voice, Doubt):
            doubts.append(voice)
        elif voice is not None:
            voices[identity] = voice._replace(by=head[About.SLOT])
    consent = PersonConsent(
        _yes(reading, SHOW_BY_ROLE, doubts), _yes(reading, SHOW_COMMENTS, doubts)
    )
    date = date_of(head[About.DATE])
    assert date is not None, "the head is checked before anything is built"
    answers = AnswerFile(
        id=head[About.ID] or "",
        revision=0,
        saved=_saved(book.modified),
        questionnaire=QuestionnaireRef(head[About.QUESTIONNAIRE] or "", head[About.VERSION] or ""),
        fingerprint=head[About.FINGERPRINT] or "",
        place=Municipality(head[About.NAME] or "", head[About.COUNTRY], code=head[About.CODE]),
        date=date,
        scope=Scope(head[About.SCOPE] or ""),
        role=head[About.ROLE] or "",
        language=head[About.LANGUAGE] or "en",
        consent=consent,
        answers=voices,
        group=head[About.GROUP],
        slot=head[About.SLOT],
        unit=_words(head[About.UNIT] or ""),
    )
    return Arrival(
        reading.name, ReturnKind.WORKBOOK, answers, content_digest(answers), tuple(doubts)
    )


def content_digest(answers: AnswerFile) -> str:
    """SHA-256 of what is answered, whenever it was saved: saving alone says nothing new."""
    from dataclasses import replace  # noqa: PLC0415 - only where files come back

    return digest(replace(answers, revision=0, saved=UNDATED))


def _saved(modified: str | None) -> str:
    """When a workbook was saved, in whole seconds of universal time."""
    moment = re.sub(r"[.][0-9]+(?=Z$)", "", modified or "")
    try:
        dt.datetime.fromisoformat(moment)
    except ValueError:
        return UNDATED
    return moment if _MOMENT.fullmatch(moment) else UNDATED


def _voice(reading: _Reading, question: Question, row: int, role: str) -> Voice | Doubt | None:
    """What a row answers, the cell that is none, or nothing."""
    tab = reading.tab
    word = tab.cell(row, AnswerColumn.ANSWER)
    if not word:
        beside = [
            column
            for column in (AnswerColumn.REASON, AnswerColumn.COMMENT, AnswerColumn.EVIDENCE)
            if tab.cell(row, column)
        ]
        return reading.doubt("P714", (row, beside[0]), question.id) if beside else None
    spoken = _spoken(question, _BETWEEN.split(word, maxsplit=1)[0].strip(), role)
    if spoken is None:
        return reading.doubt("P713", (row, AnswerColumn.ANSWER), question.id)
    day = tab.cell(row, AnswerColumn.DATE)
    date = _period(day, reading.period_typed) if day else None
    if day and date is None:
        return reading.doubt("P715", (row, AnswerColumn.DATE), question.id)
    title = _words(tab.cell(row, AnswerColumn.EVIDENCE))
    evidence = (Evidence(EvidenceKind.DOCUMENT, title, date=date),) if title else ()
    reason = _words(tab.cell(row, AnswerColumn.REASON))
    return spoken._replace(
        comment=_words(tab.cell(row, AnswerColumn.COMMENT)),
        reason=reason if spoken.state is State.NOT_APPLICABLE else None,
        evidence=evidence,
    )


def _spoken(question: Question, mark: str, role: str) -> Voice | None:
    """The answer that a mark stands for; None where it stands for none."""
    if mark == UNKNOWN_MARK:
        return Voice(role, state=State.UNKNOWN)
    if mark in (NOT_APPLICABLE_MARK, "–", "—"):
        return Voice(role, state=State.NOT_APPLICABLE)
    if question.several:
        ids = {(option.id or "").casefold(): option.id or "" for option in question.options}
        chosen = [word.casefold() for word in re.split(r"[\s,;]+", mark) if word]
        if chosen == ["0"]:
            return Voice(role, options=())
        fits = bool(chosen) and all(word in ids for word in chosen)
        return (
            Voice(role, options=tuple(ids[word] for word in dict.fromkeys(chosen)))
            if fits
            else None
        )
    for option in question.options:
        if question.label(option).casefold() == mark.replace(",", ".").casefold():
            named = question.named(option)
            return Voice(role, level=None if named else option.value, options=named)
    return None


def _period(word: str, typed: Callable[[str], Period | None]) -> Period | None:
    """A year, a month or a day: typed, or as a number that counts days."""
    if word.isdecimal() and int(word) in _A_DAY:
        return Period.of(_FIRST_DAY + dt.timedelta(days=int(word)))
    return typed(word)


def _words(text: str) -> str | None:
    """Free words without signs that nobody sees."""
    return cleaned(text).strip() or None


def _yes(reading: _Reading, row_id: str, doubts: list[Doubt]) -> bool:
    """What was said to showing; anything but a clear yes is a no."""
    for row in _rows_of(reading.tab, row_id):
        word = reading.tab.cell(row, AnswerColumn.ANSWER).casefold()
        if word in YES.values():
            return True
        if word and word not in NO.values():
            doubts.append(reading.doubt("P713", (row, AnswerColumn.ANSWER), None))
    return False


def _rows_of(tab: Tab, identity: str) -> Iterator[int]:
    """The rows whose id is this one."""
    for row, column in sorted(tab.cells):
        if column == AnswerColumn.ID and tab.cell(row, column) == identity:
            yield row
