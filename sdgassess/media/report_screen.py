"""A report on a terminal: the blocks that are set on paper, as the blocks of a screen.

What is said comes from the same place on both. A terminal draws no charts: what a chart shows
stands in a table or in sentences beside it, and voices are told one by one. Room to write by hand
is left out; what stands there already is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from sdgassess.document import blocks as paper
from sdgassess.document import screen
from sdgassess.document.charts.voices import Voices
from sdgassess.document.passage import line_of
from sdgassess.document.runs import Runs
from sdgassess.language import Words
from sdgassess.text import width

_SHORT = 18
"""A cell of a name or a number is no wider than this; what is wider runs on."""
_SIDE = 46
"""How many columns may stand beside the one that runs on."""
_BELOW = "    "
_PART = 2
"""The level of the head of a part; deeper ones stand within it."""


def screen_of(blocks: Iterable[paper.Block], words: Words) -> screen.Screen:
    """The blocks of a report as those of a screen.

    Args:
        blocks: a part of a report, or all of it.
        words: the fixed words, in the language of the report.
    """
    return tuple(told for block in blocks for told in _block(block, words))


def _block(block: paper.Block, words: Words) -> Iterator[screen.Block]:
    """One block."""
    match block:
        case paper.Heading(level, runs):
            yield screen.Head(_line(runs), minor=level > _PART)
        case paper.Table():
            yield from _table(block)
        case paper.Together(inner):
            told = screen_of(inner, words)
            if not all(isinstance(each, screen.Head) for each in told):
                yield from told
        case paper.Beside(left, right):
            yield from screen_of((*left, *right), words)
        case paper.Bullets() | paper.Choices():
            yield from _list(block)
        case paper.Figure(Voices(alt=alt)):  # nowhere else is it told who sees what
            yield from map(screen.item, alt.split("\n")[1:])
        case paper.Figure() | paper.NewPage():
            pass
        case _:
            yield from _words(block, words)


def _words(
    block: paper.Paragraph | paper.Counts | paper.Quotation | paper.WritingLines, words: Words
) -> Iterator[screen.Block]:
    """A block of words."""
    match block:
        case paper.Paragraph(runs):
            yield screen.Prose(_line(runs), strong=all(run.strong for run in runs))
        case paper.Counts(counts):
            yield screen.Strip(tuple(f"{count.number} {count.words}" for count in counts))
        case paper.Quotation(quote, source):
            yield screen.Prose(f"{words.quoted(_line((quote,)))} – {_line(source)}", lead=_BELOW)
        case paper.WritingLines(_, _, written) if written:
            yield screen.Prose(f"{_line(block.full_label)}: {_line(written)}")
        case _:
            pass


def _list(block: paper.Bullets | paper.Choices) -> Iterator[screen.Block]:
    """The points of a list, or the answers of a form behind a box each."""
    if isinstance(block, paper.Bullets):
        yield from (screen.item(_line(item)) for item in block.items)
        return
    for choice in block.choices:
        box = "[x]" if choice.ticked else "[ ]"
        yield screen.item(f"{choice.mark} {_line(choice.runs)}", f"{box} ")


def _line(runs: Runs) -> str:
    """Words in a line; those in another language say so."""
    return "".join(map(line_of, runs)).replace("\N{NO-BREAK SPACE}", " ")


def _table(table: paper.Table) -> Iterator[screen.Block]:
    """A table: in columns where one of them at most runs on, else told row by row."""
    heads = [_line(head) for head in table.head]
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    used = [place for place in range(len(heads)) if any(row[place].strip() for row in rows)]
    heads, rows = [heads[n] for n in used], [[row[n] for n in used] for row in rows]
    is_form = any(cell.room for row in table.rows for cell in row)
    if not rows or len(heads) < (2 if is_form else 1):
        return
    sizes = [max(width(row[place]) for row in rows) for place in range(len(heads))]
    stretch = sizes.index(max(sizes))
    beside = [size for place, size in enumerate(sizes) if place != stretch]
    if all(size <= _SHORT for size in beside) and sum(beside) <= _SIDE:
        flat = ([cell.replace("\n", " ") for cell in row] for row in rows)
        told = (screen.Row(tuple(row), "; ".join(_said(heads, row))) for row in flat)
        yield screen.Rows(tuple(told), stretch, tuple(heads))
        return
    named = 2 if len(heads) > 2 and sizes[0] <= _SHORT and sizes[1] > _SHORT else 1
    for row in rows:
        yield screen.item("  ".join(filter(str.strip, row[:named])))
        facts = [
            (sizes[place] <= _SHORT, f"{heads[place]}: {row[place].strip()}")
            for place in range(named, len(row))
            if row[place].strip()
        ]
        for are_short, group in groupby(facts, key=itemgetter(0)):
            lines = [fact for _, fact in group]
            for line in [", ".join(lines)] if are_short else lines:
                yield screen.Prose(line, lead=_BELOW)


def _said(heads: Sequence[str], row: Sequence[str]) -> Iterator[str]:
    """The cells of a row, each but the first with the head of its column."""
    for place, (head, cell) in enumerate(zip(heads, row, strict=True)):
        if cell.strip():
            yield f"{head}: {cell.strip()}" if place else cell.strip()


def _cell(cell: paper.Cell) -> str:
    """The words of a cell, set in below the parts that it belongs to."""
    boxes = f"{cell.steps.boxes} " if cell.steps is not None else ""
    return "  " * cell.depth + boxes + _line(cell.runs)
