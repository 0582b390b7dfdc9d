"""Tables of a Word file: a marked head row that repeats, rows that stay whole, fixed widths.

Two columns of a form are a table too, one that only lays out a page and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from sdgassess.document.blocks import Cell, Table
from sdgassess.document.palette import SHADES, on_shade
from sdgassess.document.runs import Runs, plain_runs, text_of
from sdgassess.media.word.styles import CELL, DENSE_CELL, INK
from sdgassess.media.word.text import Destination, element, write_runs
from sdgassess.text import visible

_LINE, _RULE = "8C8C8C", "5B5B5B"
_RULED = ("top", "bottom", "insideH")
_GRID = "Table Grid"
_BETWEEN = 12.0
"""Points between two columns that only lay out."""
_USUAL = 9.0
"""Points of the words in a table whose style does not say how large they are."""
_LETTER = 0.7
"""How wide a letter is at most, on average over a word, as a share of its size."""
_EDGES = 12.0
"""Points at both sides of a cell's words."""
_WORDS = (18, 8)
"""Letters of the longest word that no column breaks: a function such as “kommunaldirektøren”, or
where there is no room for that an id, a year, the head of a number."""
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def write_table(destination: Destination, table: Table, language: str) -> None:
    """Write a table; its caption stands above it already.

    Args:
        destination: where it goes, at the end.
        table: the table.
        language: the document's.
    """
    written: WordTable = destination.container.add_table(1 + len(table.rows), len(table.head))
    if _GRID in destination.file.styles:
        written.style = destination.file.styles[_GRID]
    written.autofit = False
    _describe(written, table)
    cell_style = destination.file.styles[DENSE_CELL if table.dense else CELL]
    widths = _widths(table, destination.width, _points(cell_style))
    for column, width in zip(written.columns, widths, strict=True):
        column.width = Pt(width)
    head, *rows = written.rows
    style = str(cell_style.style_id)
    _write_head(head, table, language, style)
    for row, cells in zip(rows, table.rows, strict=True):
        _write_row(row, cells, table, language, style)
    for row in (head, *rows):
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)


def _points(style: Any) -> float:
    """How large the words of a style are: as it says, or as what it is based on says."""
    while style is not None:
        if style.font.size:
            return float(style.font.size / Pt(1))
        style = style.base_style
    return _USUAL


def _widths(table: Table, width: float, size: float) -> list[float]:
    """How wide the columns are, in points: by their shares, but no usual word is broken in two.

    What a narrow page or a wide letter takes from one column, the wider ones give.
    """
    widths = [width * share / sum(table.shares) for share in table.shares]
    least = next((floors for floors in _floors(table, size) if sum(floors) < width), widths)
    while (lacking := _excess(least, widths)) >= 1:
        spare = _excess(widths, least)
        widths = [
            floor if wide <= floor else wide - (wide - floor) * lacking / spare
            for floor, wide in zip(least, widths, strict=True)
        ]
    return widths


def _excess(widths: Sequence[float], others: Sequence[float]) -> float:
    """By how much some of these widths exceed those beside them, all together."""
    return sum(max(wide - other, 0) for wide, other in zip(widths, others, strict=True))


def _floors(table: Table, size: float) -> Iterator[list[float]]:
    """How wide columns must be for words of so many letters: for long ones, else for short."""
    columns = list(zip(table.head, *(_runs_of(row) for row in table.rows), strict=True))
    lengths = [
        [len(word) for runs in column for word in text_of(runs).split()] for column in columns
    ]
    for longest in _WORDS:
        yield [
            max((length for length in column if length <= longest), default=0) * size * _LETTER
            + _EDGES
            for column in lengths
        ]


def _runs_of(row: tuple[Cell, ...]) -> tuple[Runs, ...]:
    """The words of a row."""
    return tuple(cell.runs for cell in row)


def _describe(written: WordTable, table: Table) -> None:
    """Lines, head row and head column, and words for whoever cannot see it."""
    properties = written._tbl.tblPr
    borders = element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in _RULED:
            borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=_LINE))
        else:
            borders.append(element(f"w:{side}", val="nil"))
    properties.insert_element_before(borders, *_AFTER_BORDERS)
    _drop(properties, "w:tblLook")
    first = "1" if table.row_heads else "0"
    look = element("w:tblLook", val="0620" if not table.row_heads else "06A0", firstRow="1")
    for name, value in (("firstColumn", first), ("lastRow", "0"), ("lastColumn", "0")):
        look.set(qn(f"w:{name}"), value)
    look.set(qn("w:noHBand"), "1")
    look.set(qn("w:noVBand"), "1")
    properties.append(look)
    caption = visible(table.spoken_name)
    properties.append(element("w:tblCaption", val=caption))
    properties.append(element("w:tblDescription", val=caption))


def _write_head(row: _Row, table: Table, language: str, style: str) -> None:
    """The head row: marked, repeated on every page, never broken."""
    _keep_whole(row)
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for place, (cell, runs) in enumerate(zip(row.cells, table.head, strict=True)):
        middle = bool(table.rows) and table.rows[0][place].numeric
        _fill(cell, runs, language, _Typography(style, strong=True, middle=middle))
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        cell.paragraphs[0].paragraph_format.keep_with_next = True
        borders = element("w:tcBorders")
        borders.append(element("w:bottom", val="single", sz="12", space="0", color=INK))
        cell._tc.get_or_add_tcPr().insert_element_before(borders, "w:shd", "w:vAlign")


def _write_row(
    row: _Row, cells: tuple[Cell, ...], table: Table, language: str, style: str
) -> None:
    """One row, high enough to be written in."""
    _keep_whole(row)
    room = max((cell.room for cell in cells), default=0)
    if room:
        row.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
        row.height = Mm(8 * room)
    for place, (cell, content) in enumerate(zip(row.cells, cells, strict=True)):
        head = table.row_heads and place == 0
        colour = _shade(cell, content.shade) if content.shade is not None else None
        strong = head and not table.dense
        typography = _Typography(style, strong, content.numeric, colour)
        boxes = plain_runs(f"{content.steps.boxes}\N{NO-BREAK SPACE} ") if content.steps else ()
        _fill(cell, (*boxes, *content.runs), language, typography)
        if content.depth:
            inset = Mm(3 * min(content.depth, 5))
            cell.paragraphs[0].paragraph_format.left_indent = inset


class _Typography(NamedTuple):
    """How the words of a cell are set: in which style, by its id, and how they stand out."""

    style: str
    strong: bool = False
    middle: bool = False
    colour: str | None = None


def _fill(cell: _Cell, runs: Runs, language: str, typography: _Typography) -> None:
    """The words of one cell."""
    paragraph = cell.paragraphs[0]
    paragraph._p.style = typography.style
    if typography.middle:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write_runs(paragraph, runs, language, strong=typography.strong, colour=typography.colour)


def _shade(cell: _Cell, shade: int) -> str:
    """Darken a cell's ground and line it; hands back the ink that is read on it."""
    properties = cell._tc.get_or_add_tcPr()
    borders = element("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=_RULE))
    properties.append(borders)
    ground = SHADES[shade].lstrip("#").upper()
    properties.append(element("w:shd", val="clear", color="auto", fill=ground))
    return on_shade(shade).lstrip("#").upper()


def _keep_whole(row: _Row) -> None:
    """A row never breaks across pages."""
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def add_columns(
    destination: Destination, shares: tuple[float, float], alt: str
) -> tuple[tuple[_Cell, float], ...]:
    """Add two columns at the end of a file or a cell.

    Args:
        destination: where they go.
        shares: how wide they are against each other.
        alt: what a screen reader says of them.

    Returns:
        The cell of each, left one first, and how many points of it can be written on.
    """
    table: WordTable = destination.container.add_table(1, 2)
    table.autofit = False
    properties = table._tbl.tblPr
    _drop(properties, "w:tblLook")
    _drop(properties, "w:tblStyle")
    edges = element("w:tblCellMar")
    for side, points in (("left", 0.0), ("right", _BETWEEN)):
        edges.append(element(f"w:{side}", w=str(round(points * 20)), type="dxa"))
    properties.append(edges)
    marks = ("firstRow", "lastRow", "firstColumn", "lastColumn")
    properties.append(element("w:tblLook", val="0600", **dict.fromkeys(marks, "0")))
    properties.append(element("w:tblDescription", val=alt))
    widths = [destination.width * share / sum(shares) for share in shares]
    (row,) = table.rows
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for column, cell, width in zip(table.columns, row.cells, widths, strict=True):
        column.width = cell.width = Pt(width)
    return tuple((cell, width - _BETWEEN) for cell, width in zip(row.cells, widths, strict=True))


def _drop(properties: Any, tag: str) -> None:
    """Take out what python-docx puts into every table; ours stands in its place, or nothing."""
    for node in properties.findall(qn(tag)):
        properties.remove(node)
