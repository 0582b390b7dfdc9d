"""A workbook that one person answers in, before it is a file: rows to answer, and what to pick."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class BookColumn(NamedTuple):
    """A column: its head, how wide it is in letters, and whether people write in it."""

    head: str
    width: int
    open: bool = False


class BookRow(NamedTuple):
    """A row.

    Attributes:
        id: what it is called; nothing for a row that is only read.
        words: what it asks or says.
        choices: what can be picked; a row that has none is not answered.
        typed: whether something else than one of the choices may be typed.
        head: whether it is a head above others.
    """

    id: str
    words: str
    choices: tuple[str, ...] = ()
    typed: bool = False
    head: bool = False


class AnswerBook(NamedTuple):
    """A workbook to answer in.

    Attributes:
        title: for the properties of the file and the head of every page.
        language: `da`, `sv` or `en`.
        date: the day that stamps the file.
        tab: what people read on the tab.
        columns: the columns; the first holds ids, the second words.
        answer: the place of the column that is picked in.
        rows: the rows below the heads.
        about: what is remembered of the invitation, on a sheet that nobody sees, key by key.
        about_tab: what that sheet is called.
        choices_tab: what the sheet is called that holds what can be picked.
        page: the number of a page and of pages, with `{n}` and `{m}` in their place.
        hint: a title and a sentence for whoever types what cannot be picked.
    """

    title: str
    language: str
    date: dt.date
    tab: str
    columns: tuple[BookColumn, ...]
    answer: int
    rows: tuple[BookRow, ...]
    about: tuple[tuple[str, str], ...]
    about_tab: str
    choices_tab: str
    page: str
    hint: tuple[str, str]
