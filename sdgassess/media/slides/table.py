"""A table on a slide: a native one, its columns in their shares."""

from __future__ import annotations

from pptx.slide import Slide as PowerPointSlide
from pptx.util import Inches, Length

from sdgassess.document.runs import plain_runs
from sdgassess.document.slides import SlideTable
from sdgassess.media.slides.text import write_lines

_HEAD, _TALLEST = Inches(0.5), Inches(1)
"""How tall the row of heads is, and how tall others are at most."""
Place = tuple[Length, Length, Length, Length]
"""Left, top, width and height on a slide."""


def write_table(page: PowerPointSlide, table: SlideTable, place: Place, language: str) -> None:
    """Write a table where the layout has its place for one thing."""
    left, top, width, height = place
    rows = len(table.rows) + 1
    frame = page.shapes.add_table(rows, len(table.head), left, top, width, height)
    grid = frame.table
    every = sum(table.shares)
    for column, share in enumerate(table.shares):
        grid.columns[column].width = Length(width * share // every)
    grid.rows[0].height = _HEAD
    for row in range(1, rows):
        grid.rows[row].height = min(Length((height - _HEAD) // (rows - 1)), _TALLEST)
    for column, head in enumerate(table.head):
        write_lines(grid.cell(0, column).text_frame, [plain_runs(head)], language)
    for number, cells in enumerate(table.rows, 1):
        for column, runs in enumerate(cells):
            write_lines(grid.cell(number, column).text_frame, [runs], language)
