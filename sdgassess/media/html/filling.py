"""A form on a page: what of it can be filled in on the screen, kept in the browser, and printed.

Boxes and lines are those of the paper; each becomes a field in its place. Without the page's own
script it can still be filled in and printed, and nothing is kept.
"""

from __future__ import annotations

import hashlib
from typing import Any, NamedTuple

from sdgassess.document.blocks import Document, Table
from sdgassess.document.runs import Runs, text_of
from sdgassess.language import Words
from sdgassess.media.html.drafts import FORGET, FORGET_REALLY, FORGOTTEN, TAKEN_UP

SCRIPTS = ("answers/keeping.js", "answers/form.js")
"""The page's own script, in parts."""

_BOXES = {"☐": False, "☑": True}
_ROOM_FOR_A_NUMBER = "_______"


class Piece(NamedTuple):
    """A piece of a cell: words, a box with its words, or room for a number.

    Attributes:
        kind: `words`, `box` or `room`.
        runs: the words.
        ticked: whether a box is ticked already.
    """

    kind: str
    runs: Runs
    ticked: bool = False

    @property
    def words(self) -> str:
        """What it says, in letters alone."""
        return text_of(self.runs).strip()


def pieces(runs: Runs) -> list[Piece]:
    """The words of a cell, with each box and each room for a number as a piece of its own."""
    found: list[Piece] = []
    for run in runs:
        if run.text[:1] in _BOXES:
            rest = run.text[1:].lstrip("\u00a0")
            words = (run._replace(text=rest),) if rest else ()
            found.append(Piece("box", words, _BOXES[run.text[:1]]))
        elif run.text == _ROOM_FOR_A_NUMBER:
            found.append(Piece("room", ()))
        elif found and found[-1].kind != "room":
            found[-1] = found[-1]._replace(runs=(*found[-1].runs, run))
        else:
            found.append(Piece("words", (run,)))
    return found


def can_be_filled(runs: Runs) -> bool:
    """Whether a cell has boxes or room for a number."""
    return any(run.text[:1] in _BOXES or run.text == _ROOM_FOR_A_NUMBER for run in runs)


def cell_label(table: Table, row: int, column: int, piece: Piece) -> str:
    """What a listener hears of a field in a table: what is asked, and what the field says."""
    cells = table.rows[row]
    asked = next((text_of(cell.runs) for cell in cells if not can_be_filled(cell.runs)), "")
    own = piece.words or text_of(table.head[column])
    return ": ".join(part for part in dict.fromkeys((asked, own)) if part)


def page_data(document: Document, words: Words) -> dict[str, Any]:
    """What the script is told: under which key a draft is kept, and its sentences.

    The key holds a checksum of all that the form asks, so that no draft gets into other boxes.
    """
    asked = hashlib.sha256(repr(document.blocks).encode()).hexdigest()
    return {
        "key": f"sdgassess form {document.title} {asked}",
        "words": {
            "kept": words("Kept in this browser."),
            "not_kept": words("Not kept: this browser keeps nothing. Save it as a file."),
            "saved": words("Saved as {file}, where downloads go.", file="{file}"),
            "taken_up": words(TAKEN_UP),
            "forget": words(FORGET_REALLY),
            "forgotten": words(FORGOTTEN),
        },
    }


def fixed_words(words: Words) -> dict[str, str]:
    """What stands above a form that can be filled in."""
    return {
        "filling": words(
            "You can fill it in here on the screen, or print it. What you fill in is kept in this "
            "browser alone; save it as a file to keep it for good or to send it."
        ),
        "save": words("Save it, filled in, as a file"),
        "print": words("Print it"),
        "forget": words(FORGET),
    }
