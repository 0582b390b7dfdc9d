"""The terminal as a medium: a screen's blocks as lines of a width.

A level is a row of boxes, of which the full ones are reached: `■■□□`; meaning never hangs on a
colour. Where lines are read aloud (`linear`) a row is one sentence, and boxes are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdgassess.document.line import Emphasis, Line
from sdgassess.document.screen import (
    Cell,
    Command,
    Commands,
    Gap,
    Grid,
    Head,
    Key,
    Prose,
    Row,
    Rows,
    Screen,
    Several,
    Steps,
    Strip,
    Title,
)
from sdgassess.text import pad, visible, width, wrap

_DEEPEST = 6
_MARGIN = "  "
_BETWEEN = "  "
_APART = "    "
_HEAD = 2
"""How much wider than its column a head may be and still stand on one line."""
_NARROWEST = 24
"""Less room than this for the stretching column, and its row is told on several lines."""
_PLACE = 16
"""A text that is cut keeps at least so much."""


class _Window(NamedTuple):
    """How wide the window is, and what stands where a text is cut."""

    columns: int
    cut: str


def lines_of(screen: Screen, columns: int, *, linear: bool, cut: str = "…") -> list[Line]:
    """A screen as lines.

    Args:
        screen: what is shown.
        columns: how wide the window is.
        linear: whether rows are told one by one in words, as where they are read aloud.
        cut: what stands where a text is cut.
    """
    lines: list[Line] = []
    for block in screen:
        if isinstance(block, Gap | Head) and lines and lines[-1].text:
            lines.append(Line(""))
        lines += _lines(block, columns, cut, linear=linear)
    return lines


def _lines(block: object, columns: int, cut: str, *, linear: bool) -> Iterator[Line]:
    """One block."""
    if isinstance(block, Rows | Grid):
        yield from _rows(block, columns, cut, linear=linear)
    elif isinstance(block, Head):
        yield from _head(block, columns, linear=linear)
    elif isinstance(block, Commands):
        yield from _commands(block.commands, columns, linear=linear)
    elif isinstance(block, Key):
        if not linear:
            yield from _wrapped(block.text, columns, _MARGIN)
    elif isinstance(block, Prose | Title | Strip):
        yield from _text(block, columns, linear=linear)


def _text(block: Prose | Title | Strip, columns: int, *, linear: bool) -> Iterator[Line]:
    """Sentences, or short facts in a row."""
    if isinstance(block, Prose):
        emphasis = Emphasis.STRONG if block.strong else Emphasis.PLAIN
        yield from _wrapped(block.text, columns, block.lead, emphasis, block.hanging)
    else:
        emphasis = Emphasis.TITLE if isinstance(block, Title) else Emphasis.PLAIN
        separator = ", " if linear else " · "
        yield from _wrapped(separator.join(block.parts), columns, "", emphasis)


def _rows(block: Rows | Grid, columns: int, cut: str, *, linear: bool) -> Iterator[Line]:
    """Rows in columns, beside each other, or each in a sentence."""
    if linear:
        yield from _sentences(block.rows, columns)
    elif isinstance(block, Rows):
        yield from _table(block, columns, cut)
    else:
        yield from _grid(block, columns)


def _set_in(row: Row) -> str:
    """How far a row is set in; deeper than some parts nobody counts."""
    return " " * min(row.depth, _DEEPEST)


def _wrapped(
    text: str,
    columns: int,
    indent: str,
    emphasis: Emphasis = Emphasis.PLAIN,
    hanging: str | None = None,
) -> Iterator[Line]:
    """A text on as many lines as it needs."""
    for line in wrap(visible(text), columns, indent, hanging):
        yield Line(line, emphasis)


def _head(head: Head, columns: int, *, linear: bool) -> Iterator[Line]:
    """The head of a part: in capitals, unless it is read aloud or within another.

    What stands beside it goes below where both don't fit on a line: a mark and its meaning stay
    together.
    """
    text = head.text if linear or head.minor else head.text.upper()
    if head.aside and not linear and width(f"{text}{_BETWEEN}{head.aside}") > columns:
        yield from _wrapped(text, columns, "", Emphasis.HEADING, _MARGIN)
        yield from _wrapped(head.aside, columns, _MARGIN, Emphasis.HEADING, _MARGIN)
        return
    if head.aside:
        text += f": {head.aside}" if linear else f"{_BETWEEN}{head.aside}"
    yield from _wrapped(text, columns, "", Emphasis.HEADING, _MARGIN)


def _sentences(rows: Sequence[Row], columns: int) -> Iterator[Line]:
    """Each row in a sentence."""
    for row in rows:
        margin = _MARGIN + _set_in(row)
        yield from _wrapped(row.spoken or _spoken(row), columns, margin, hanging=margin + "  ")


def _spoken(row: Row) -> str:
    """A row's cells in a sentence."""
    texts = (", ".join(c.items) if isinstance(c, Several) else c for c in row.cells)
    return ", ".join(text for text in texts if isinstance(text, str) and text)


def _shown(cell: Cell, room: int | None = None) -> str:
    """A cell as it stands in its column; of several things what there is room for."""
    if isinstance(cell, Steps):
        return cell.boxes
    if isinstance(cell, Several):
        return _fitting(cell.items, room)
    return visible(cell)


def _fitting(items: Sequence[str], room: int | None) -> str:
    """As many things as fit, and how many more there are."""
    line = " ".join(visible(item) for item in items)
    for shown in range(len(items) - 1, 0, -1):
        if room is None or width(line) <= room:
            break
        line = " ".join([*(visible(item) for item in items[:shown]), f"+{len(items) - shown}"])
    return line


def _cut(text: str, room: int, most: int, cut: str) -> str:
    """A text cut between words to some lines of a width, which the sign for that is part of."""
    lines = wrap(text, max(room, 1))
    if len(lines) <= most:
        return text
    last = wrap(lines[most - 1], max(room - 1 - width(cut), 1))[0]
    return " ".join((*lines[: most - 1], f"{last.rstrip(' ,;:–-')} {cut}"))


def _table(table: Rows, columns: int, cut: str) -> Iterator[Line]:
    """Rows in columns; told on several lines each where the window is too narrow for that."""
    rows = [row.cells for row in table.rows]
    stretch, size = table.stretch, max(len(cells) for cells in rows)
    sizes = [
        max(width(_shown(cells[place])) for cells in rows if place < len(cells))
        for place in range(size)
    ]
    for place, head in enumerate(table.heads):
        words = [head] if place == stretch or width(head) <= sizes[place] + _HEAD else head.split()
        sizes[place] = max(sizes[place], *map(width, words), 0)
    lead = _wide(sizes[:stretch], after=True)
    trail = _wide(sizes[stretch + 1 :], before=True)
    room = columns - width(_MARGIN) - lead - trail
    if room < min(_NARROWEST, sizes[stretch]) and (lead or trail):
        if table.heads and all(row.spoken for row in table.rows):
            yield from _sentences(table.rows, columns)  # cells without their heads say nothing
            return
        for row in table.rows:
            yield from _stacked(row, stretch, columns)
        return
    sizes[stretch] = min(sizes[stretch], room)
    for heads in _heads(table, sizes):
        yield from _row(heads, sizes, table, _Window(columns, cut), Emphasis.HEADING)
    for cells in rows:
        yield from _row(cells, sizes, table, _Window(columns, cut), Emphasis.PLAIN)


def _heads(table: Rows, sizes: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """The heads of the columns, the last line of each next to its column."""
    wrapped = [
        [head] if place == table.stretch else wrap(head, max(size, 1))
        for place, (head, size) in enumerate(zip(table.heads, sizes, strict=False))
    ]
    most = max(map(len, wrapped), default=0)
    for line in zip(*([""] * (most - len(lines)) + lines for lines in wrapped), strict=True):
        yield tuple(line)


def _wide(sizes: Sequence[int], *, before: bool = False, after: bool = False) -> int:
    """How many columns some cells take, with the spaces between them and on one side."""
    if not sizes:
        return 0
    return sum(sizes) + len(_BETWEEN) * (len(sizes) - 1 + before + after)


def _row(
    cells: Sequence[Cell],
    sizes: Sequence[int],
    table: Rows,
    window: _Window,
    emphasis: Emphasis,
) -> Iterator[Line]:
    """One row in its columns; what stands behind a long text moves to its right, or below it."""
    stretch = table.stretch
    before = "".join(
        pad(_shown(cell), size) + _BETWEEN
        for cell, size in zip(cells[:stretch], sizes[:stretch], strict=True)
    )
    behind = _BETWEEN.join(
        pad(_shown(cell), size)
        for cell, size in zip(cells[stretch + 1 :], sizes[stretch + 1 :], strict=False)
    ).rstrip()
    lead = _MARGIN + before
    free = window.columns - width(lead)
    text = _shown(cells[stretch], sizes[stretch]) if len(cells) > stretch else ""
    if table.most and not isinstance(cells[stretch], Several):
        text = _cut(text, sizes[stretch] if behind else free, table.most, window.cut)
    if behind and table.heads and width(text) > sizes[stretch]:
        first, *others = wrap(text, sizes[stretch])
        yield Line((lead + pad(first, sizes[stretch]) + _BETWEEN + behind).rstrip(), emphasis)
        yield from (Line(" " * width(lead) + other, emphasis) for other in others)
    elif not behind:
        yield from _wrapped(text, window.columns, lead, emphasis, " " * width(lead))
    elif width(text) <= sizes[stretch]:
        yield Line((lead + pad(text, sizes[stretch]) + _BETWEEN + behind).rstrip(), emphasis)
    elif width(text) + len(_BETWEEN) + width(behind) <= free:
        yield Line(lead + text + _BETWEEN + behind, emphasis)
    else:
        yield from _wrapped(text, window.columns, lead, emphasis, " " * width(lead))
        yield from _wrapped(behind, window.columns, " " * width(lead), emphasis)


def _stacked(row: Row, stretch: int, columns: int) -> Iterator[Line]:
    """One row where it is narrow: what names it, then its text, then what stands behind it."""
    cells, margin = row.cells, _MARGIN + _set_in(row)
    first = " ".join(filter(None, (_shown(cell).strip() for cell in cells[:stretch])))
    indent = margin + _MARGIN if first else margin
    if first:
        yield from _wrapped(first, columns, margin)
    text = _shown(cells[stretch], max(columns - width(indent), _PLACE))
    if text:
        yield from _wrapped(text, columns, indent)
    behind = ", ".join(filter(None, (_shown(cell).strip() for cell in cells[stretch + 1 :])))
    if behind:
        yield from _wrapped(behind, columns, indent)


def _grid(grid: Grid, columns: int) -> Iterator[Line]:
    """Rows beside each other, in reading order."""
    sizes = [
        max(width(_shown(row.cells[place])) for row in grid.rows)
        for place in range(len(grid.rows[0].cells))
    ]
    texts = [
        " ".join(pad(_shown(cell), size) for cell, size in zip(row.cells, sizes, strict=True))
        for row in grid.rows
    ]
    size = max(width(text) for text in texts)
    beside = max((columns - width(_MARGIN) + len(_APART)) // (size + len(_APART)), 1)
    for start in range(0, len(texts), beside):
        line = _MARGIN + _APART.join(pad(text, size) for text in texts[start : start + beside])
        yield from _wrapped(line.strip(), columns, _MARGIN)


def _commands(commands: Sequence[Command], columns: int, *, linear: bool) -> Iterator[Line]:
    """What can be typed next; never broken, as half a command would run when it is pasted."""
    texts = [f"{command.purpose}: {visible(command.typed)}" for command in commands]
    line = texts[0]
    for text in texts[1:]:
        together = f"{line}{_APART}{text}"
        if linear or width(together) > columns:
            yield Line(line)
            line = text
        else:
            line = together
    yield Line(line)
