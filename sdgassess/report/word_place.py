"""A place in a Word file that blocks are written into."""

from __future__ import annotations

from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.table import _Cell


class Place(NamedTuple):
    """Where blocks are written.

    Attributes:
        into: the file, or a cell of a table that only lays out a page.
        file: the file, which knows the styles.
        width: how wide it is, in points.
    """

    into: WordDocument | _Cell
    file: WordDocument
    width: float
