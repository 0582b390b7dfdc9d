"""Two columns of a form, side by side: a table that lays out a page, and is marked as that."""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table as WordTable
from docx.table import _Cell

from sdgassess.report.word_place import Place
from sdgassess.report.word_text import element

_APART = 12.0
"""Points between the two."""


def add_columns(
    place: Place, shares: tuple[float, float], said: str
) -> tuple[tuple[_Cell, float], ...]:
    """Add two columns at the end of a place.

    Args:
        place: where they go.
        shares: how wide they are against each other.
        said: what a screen reader says of them.

    Returns:
        The cell of each, left one first, and how many points of it can be written on.
    """
    table: WordTable = place.into.add_table(1, 2)
    table.autofit = False
    properties = table._tbl.tblPr
    for found in properties.findall(qn("w:tblLook")):
        properties.remove(found)
    for style in properties.findall(qn("w:tblStyle")):
        properties.remove(style)
    edges = element("w:tblCellMar")
    for side, points in (("left", 0.0), ("right", _APART)):
        edges.append(element(f"w:{side}", w=str(round(points * 20)), type="dxa"))
    properties.append(edges)
    marks = ("firstRow", "lastRow", "firstColumn", "lastColumn")
    properties.append(element("w:tblLook", val="0600", **dict.fromkeys(marks, "0")))
    properties.append(element("w:tblDescription", val=said))
    widths = [place.width * share / sum(shares) for share in shares]
    (row,) = table.rows
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for column, cell, width in zip(table.columns, row.cells, widths, strict=True):
        column.width = cell.width = Pt(width)
    return tuple((cell, width - _APART) for cell, width in zip(row.cells, widths, strict=True))
