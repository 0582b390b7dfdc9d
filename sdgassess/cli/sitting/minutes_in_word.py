"""Minutes as a file for Word, which cannot be added to: gathered, and written at the end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from sdgassess.cli.paths import free_path
from sdgassess.document.blocks import Block, Bullets, Document, heading, paragraph, strong_line
from sdgassess.document.runs import Runs, plain_runs
from sdgassess.files.write.refusal import refusal
from sdgassess.files.write.rights import Rights
from sdgassess.files.write.writer import write_new
from sdgassess.language import Words
from sdgassess.media.office import not_installed

_HEAD, _ITEM, _BELOW = "#", "- ", "  - "
"""How lines of minutes begin: heads, items, and what was said below one."""

SUFFIX = ".docx"
"""What a file that is written for Word is called."""


class MinutesInWord:
    """Lines of minutes that become a file for Word when the sitting is left.

    Attributes:
        path: where it will be written; another name where that is taken.
        new: True: nothing stands in it before.
        is_written: whether it was written.
    """

    new = True

    def __init__(self, path: Path, rights: Rights | None) -> None:
        """Keep the place in mind.

        Raises:
            WriteRefused: there is no such folder.
            UsageRefused: what Word files are written with is not installed.
        """
        folder = path.parent
        if not folder.is_dir():
            error = FileNotFoundError(2, "No such folder", str(folder))
            raise refusal(error, path)
        _refuse_without_packages()
        self.path = free_path(path)
        self.is_written = False
        self._rights = rights
        self._text = ""
        self._words = Words("en")

    def speak(self, words: Words) -> None:
        """Know the language that the minutes are in."""
        self._words = words

    def add(self, text: str) -> None:
        """Keep lines for the end."""
        self._text += text

    def close(self) -> None:
        """Write the file; where nothing was noted there is none.

        Raises:
            WriteRefused: it cannot be written.
        """
        if self._text:
            from sdgassess.media.word.report import report_docx

            document = minutes_document(self._text.splitlines(), self._words)
            self.path = free_path(self.path)
            write_new(self.path, report_docx(document, self._words), self._rights)
            self.is_written = True


def _refuse_without_packages() -> None:
    """Refuse now what would be refused at the end, when the sitting is over."""
    for module, package in (("docx", "python-docx"), ("resvg_py", "resvg-py")):
        if find_spec(module) is None:
            raise not_installed(SUFFIX, package)


def minutes_document(lines: Iterable[str], words: Words) -> Document:
    """The lines of minutes as a document: heads, what was noted, and lists of what was said."""
    written = list(lines)
    title = next((line.lstrip("# ") for line in written if line.startswith("# ")), "")
    return Document(
        title=title,
        language=words.language,
        subject=words("Minutes of a sitting"),
        footer=title,
        date=dt.date.today(),  # noqa: DTZ011 - minutes are of the day they are taken
        blocks=tuple(_blocks(written)),
    )


def _blocks(lines: Iterable[str]) -> Iterator[Block]:
    """The blocks; an item with items of its own is a head above a list of them."""
    items: list[Runs] = []
    for line, after in pairwise((*lines, "")):
        heads = line.startswith(_ITEM) and after.startswith(_BELOW)
        if line.lstrip().startswith(_ITEM) and not heads:
            items.append(plain_runs(line.lstrip().removeprefix(_ITEM)))
            continue
        if items:
            yield Bullets(tuple(items))
            items = []
        if line.startswith(_HEAD):
            level = 1 + line.startswith("##")
            yield heading(line.lstrip(_HEAD).strip(), level)
        elif heads:
            yield strong_line(line.removeprefix(_ITEM))
        elif line:
            yield paragraph(line)
    if items:
        yield Bullets(tuple(items))
