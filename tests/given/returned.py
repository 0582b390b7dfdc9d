"""What people send back: answer files, workbooks and profiles, for one made-up municipality."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter

from sdgassess.files.catalogue import questionnaire_path, shipped_questionnaires
from sdgassess.files.fingerprint import fingerprint
from sdgassess.files.load import questionnaire_for
from sdgassess.model.answer_workbook import (
    ABOUT_SHEET,
    SHOW_BY_ROLE,
    SHOW_COMMENTS,
    WORKBOOK_FORMAT,
    About,
)
from tests.given.questionnaires import nordic

ROLES = {
    "p": "politician",
    "x": "executive",
    "c": "coordinator",
    "l": "line-manager",
    "e": "partner",
}
DATE = "2026-03-12"
PLACE = "Bækby"


@cache
def words_of_the_questionnaire() -> str:
    """The fingerprint of the questionnaire that ships."""
    assert questionnaire_path(shipped_questionnaires()[-1]).is_file()
    source = questionnaire_for(shipped_questionnaires()[-1]).source
    assert source is not None
    return fingerprint(source.data)


def identity(slot: str) -> str:
    """The id of somebody's file."""
    return f"r-{slot.encode().hex():0>32}"


def page(slot: str, answers: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """An answer file; an answer may be a level alone."""
    rules = nordic()
    return {
        "format": "sdgassess/answers/1",
        "id": identity(slot),
        "revision": 1,
        "saved": "2026-03-01T10:22:05Z",
        "questionnaire": {
            "id": rules.id,
            "version": rules.version,
            "fingerprint": words_of_the_questionnaire(),
        },
        "place": {"name": PLACE},
        "date": DATE,
        "scope": "quick",
        "slot": slot,
        "role": ROLES[slot[0]],
        "unit": None,
        "language": "da",
        "consent": {"by-role": False, "comments": True},
        "answers": {
            key: answer if isinstance(answer, dict) else {"level": answer}
            for key, answer in answers.items()
        },
        **more,
    }


def sent(folder: Path, *pages: dict[str, Any]) -> list[Path]:
    """Answer files in a folder, each called by its slot and number."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number, tree in enumerate(pages):
        path = folder / f"{tree.get('slot')}-{number}.json"
        path.write_text(json.dumps(tree, ensure_ascii=False, indent=1), "utf-8")
        paths.append(path)
    return paths


def waiting(folder: Path, *slots: str, more: str = "", answers: str = "answers: {}\n") -> Path:
    """A profile that some people were invited for, with somebody's remark in it."""
    people = "".join(f"  - {{id: {slot}, role: {ROLES[slot[0]]}}}\n" for slot in slots)
    lines = [
        "format: sdgassess/profile/1",
        f"municipality: {{name: {PLACE}}}",
        f"date: {DATE}",
        "language: da",
        "scope: quick",
        f'questionnaire: {{id: {nordic().id}, version: "{nordic().version}"}}',
    ]
    text = "\n".join(lines) + "\n" + more
    text += f"participants:  # whom we asked\n{people}" if slots else ""
    path = folder / "p.yaml"
    path.write_text(text + answers, "utf-8")
    return path


Cells = dict[tuple[int, int], Any]


def about(
    slot: str, questions: list[str], more: Mapping[str, str | None] | None = None
) -> list[tuple[str, str]]:
    """The hidden sheet of a workbook."""
    values: dict[str, str | None] = {
        About.FORMAT: WORKBOOK_FORMAT,
        About.ID: identity(slot),
        About.QUESTIONNAIRE: nordic().id,
        About.VERSION: nordic().version,
        About.FINGERPRINT: words_of_the_questionnaire(),
        About.NAME: PLACE,
        About.DATE: DATE,
        About.SCOPE: "quick",
        About.SLOT: slot,
        About.ROLE: ROLES[slot[0]],
        About.LANGUAGE: "da",
        **(more or {}),
    }
    rows = [(str(key), value) for key, value in values.items() if value is not None]
    return [*rows, *((About.QUESTION.value, question) for question in questions)]


def book(
    slot: str,
    answers: Mapping[str, str | int | float | tuple[Any, ...]],
    *,
    change: Callable[[Cells], None] | None = None,
    showing: tuple[str, str] = ("nej", "ja"),
    head: Mapping[str, str | None] | None = None,
) -> bytes:
    """A workbook that somebody filled in: an answer, or answer, reason, comment, title, date.

    Args:
        slot: whose it is.
        answers: a row each, in this order.
        change: what somebody did to the cells besides.
        showing: what is said to showing answers by role, and comments.
        head: what stands otherwise in the hidden sheet.
    """
    cells: Cells = {(0, 0): "Nummer", (0, 1): "Spørgsmål", (0, 2): "Svar"}
    row = 2
    for question, answer in answers.items():
        cells[row, 0], cells[row, 1] = question, "…"
        columns = answer if isinstance(answer, tuple) else (answer,)
        cells |= {(row, 2 + place): word for place, word in enumerate(columns) if word != ""}
        row += 1
    for key, word in zip((SHOW_BY_ROLE, SHOW_COMMENTS), showing, strict=True):
        row += 1
        cells[row, 0], cells[row, 2] = key, word
    if change is not None:
        change(cells)
    raw = io.BytesIO()
    workbook = xlsxwriter.Workbook(raw, {"in_memory": True})
    sheet = workbook.add_worksheet("Svar")
    for (line, column), word in cells.items():
        if isinstance(word, str) and not word.startswith("="):
            sheet.write_string(line, column, word)
        else:
            sheet.write(line, column, word)
    hidden = workbook.add_worksheet(ABOUT_SHEET)
    for line, pair in enumerate(about(slot, [*answers], head)):
        hidden.write_row(line, 0, pair)
    hidden.very_hidden()
    workbook.close()
    return raw.getvalue()
