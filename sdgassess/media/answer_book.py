"""A workbook that one person answers in, as an XLSX file: lists to pick from, text as text.

Only the cells that people answer in can be changed, so that rows stay in their order; there is no
password. Those cells hold text, so that a program makes no date of `2026-01` and no number of a
mark.
"""

from __future__ import annotations

import io
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from sdgassess.document.answer_book import AnswerBook, BookRow
from sdgassess.media.new_workbook import new_workbook
from sdgassess.media.office import repack, with_language
from sdgassess.media.sheet_rows import LINE, column_letters
from sdgassess.text import visible

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_HIGHEST = 400
_MOST_IN_A_TAB = 31


class _Formats(NamedTuple):
    """How cells are shown."""

    head: Any
    aside: Any
    words: Any
    title: Any
    open: Any


def answer_book_xlsx(book: AnswerBook) -> bytes:
    """Write a workbook to answer in.

    Args:
        book: its rows, and what is remembered of the invitation.

    Returns:
        The file; the same workbook gives the same bytes.

    Raises:
        UsageRefused: the package that such files are written with is not installed.
    """
    written = io.BytesIO()
    file = new_workbook(written, book.title, book.date)
    answers = file.add_worksheet(visible(book.tab)[:_MOST_IN_A_TAB])
    choices = file.add_worksheet(book.choices_tab)
    about = file.add_worksheet(book.about_tab)
    choices.hide()
    about.very_hidden()
    for row, (key, value) in enumerate(book.about):
        about.write_string(row, 0, key)
        about.write_string(row, 1, value)
    _write_answers(answers, choices, book, _formats(file))
    _set_page(answers, book)
    file.close()
    return repack(
        written.getvalue(), {"docProps/core.xml": lambda part: with_language(part, book.language)}
    )


def _formats(file: Any) -> _Formats:
    """The formats, each made once."""
    every = {"valign": "top", "text_wrap": True}
    edges = {"border": 1, "border_color": "#767676"}
    return _Formats(
        head=file.add_format({**every, "bold": True, "bottom": 2}),
        aside=file.add_format({"valign": "top", "font_color": "#4a4a4a"}),
        words=file.add_format(every),
        title=file.add_format({**every, "bold": True, "font_size": 13}),
        open=file.add_format(
            {**every, **edges, "num_format": "@", "locked": False, "bg_color": "#f1f5f9"}
        ),
    )


def _write_answers(
    page: Worksheet, choices: Worksheet, book: AnswerBook, formats: _Formats
) -> None:
    """The sheet that is answered on, and behind it what can be picked."""
    for place, column in enumerate(book.columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, visible(column.head), formats.head)
    heads = [ceil(len(column.head) / column.width) for column in book.columns]
    page.set_row(0, (max(heads) + 1) * LINE)
    lists: dict[tuple[str, ...], int] = {}
    for place, row in enumerate(book.rows, start=1):
        _write_row(page, place, row, book, formats)
        if row.choices:
            at = lists.setdefault(row.choices, len(lists))
            _offer(page, place, row, book, column_letters(at))
    for entries, at in lists.items():
        for place, entry in enumerate(entries):
            choices.write_string(place, at, visible(entry))


def _write_row(
    page: Worksheet, place: int, row: BookRow, book: AnswerBook, formats: _Formats
) -> None:
    """A row: its id, its words, and its cells to answer in."""
    words = visible(row.words)
    page.write_string(place, 0, row.id, formats.aside)
    page.write_string(place, 1, words, formats.title if row.head else formats.words)
    width = book.columns[1].width
    lines = sum(ceil(len(line) / width) or 1 for line in words.split("\n"))
    page.set_row(place, min((lines + row.head) * LINE, _HIGHEST))
    for column, each in enumerate(book.columns):
        if each.open and row.choices:
            page.write_blank(place, column, None, formats.open)


def _offer(page: Worksheet, place: int, row: BookRow, book: AnswerBook, letters: str) -> None:
    """The list of a row."""
    title, message = book.hint
    source = f"='{book.choices_tab}'!${letters}$1:${letters}${len(row.choices)}"
    page.data_validation(
        place,
        book.answer,
        place,
        book.answer,
        {
            "validate": "list",
            "source": source,
            "show_error": not row.typed,
            "error_title": title,
            "error_message": message,
        },
    )


def _set_page(page: Worksheet, book: AnswerBook) -> None:
    """What stays in sight and can be changed on the screen, and how it prints."""
    page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    page.freeze_panes(1, 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_header(f"&L{visible(book.title)[:100].replace('&', '&&')}")
    page.set_footer(f"&R{book.page.format(n='&P', m='&N')}")
