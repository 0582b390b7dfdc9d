"""The distribution of questions over levels: how many stand where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.blocks import Chart
from sdgassess.document.palette import A4, BEFORE, PAPER, STANDING, Paper
from sdgassess.language import Words
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import SMALL, Entry, key
from sdgassess.report.charts.letters import fold, measure
from sdgassess.report.charts.pen import (
    LEADING,
    Letters,
    Look,
    Pen,
    Spot,
    picture,
    plain,
)
from sdgassess.report.charts.plot import label_room
from sdgassess.report.charts.scale import Rung, figure

_BAR = 1.15


class LevelCount(NamedTuple):
    """How many questions stand at a level; `backed`: of them, how many are backed there."""

    rung: Rung
    questions: int
    backed: int | None = None


class OtherCount(NamedTuple):
    """How many questions have no level, and the word for why, such as `unknown`."""

    word: str
    questions: int


class _Bar(NamedTuple):
    """A bar: its name, how many, how many of them are filled, whether they have a level."""

    name: str
    questions: int
    filled: int
    has_level: bool


def distribution(
    levels: Sequence[LevelCount],
    others: Sequence[OtherCount],
    words: Words,
    paper: Paper = A4,
) -> Chart:
    """Draw how many questions stand at each level.

    Args:
        levels: every level of the scale, in order, those without a question too.
        others: the questions without a level, by the word for why.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every count.
    """
    size, pen = paper.size, Pen(paper.ink)
    bars = _bars(levels, others, words)
    names = label_room([bar.name for bar in bars], paper.width, size, bold=False)
    most = max([bar.questions for bar in bars] + [1])
    left = names + size * 0.6
    room = paper.width - left - size * 0.8 - measure(str(most), size, bold=True)
    drawn, y = [], size * 0.2
    for bar in bars:
        name = fold(bar.name, names, size)
        height = max(len(name) * LEADING + 0.5, 1.8) * size
        first = y + height / 2 - (len(name) - 1) * size * LEADING / 2
        drawn.append(pen.lines((0, first), name, Letters(size)))
        drawn += _bar(bar, (left, y + height / 2), room / most, size, pen)
        y += height
    below = key(_entries(bars, levels, size, pen, words), y + size * 0.4, pen, paper)
    height = y + size * 0.4 + below.height
    svg = picture(paper.width, height, [*drawn, *below.drawn])
    return Chart(svg, words("Questions by level"), _alt(levels, bars, words), paper.width, height)


def _bars(levels: Sequence[LevelCount], others: Sequence[OtherCount], words: Words) -> list[_Bar]:
    """The levels and then what has none."""
    bars = []
    for count in levels:
        name = f"{figure(count.rung.value, words)} {plain(count.rung.name)}".rstrip()
        filled = count.questions if count.backed is None else count.backed
        bars.append(_Bar(name, count.questions, filled, True))
    return bars + [_Bar(plain(other.word), other.questions, 0, False) for other in others]


def _bar(bar: _Bar, at: Spot, unit: float, size: float, pen: Pen) -> list[str]:
    """One bar with its number: filled as far as it is backed, dashed without a level."""
    left, y = at
    tall = size * _BAR
    corner, wide = (left, y - tall / 2), bar.questions * unit
    drawn = []
    if bar.questions and not bar.has_level:
        drawn.append(pen.box(corner, (wide, tall), Look(PAPER, BEFORE, 0.8, "2.5 2")))
    elif bar.questions:
        drawn.append(pen.box(corner, (wide, tall), Look(PAPER, STANDING, size * 0.12)))
    if bar.filled:
        drawn.append(
            pen.box(corner, (bar.filled * unit, tall), Look(STANDING, STANDING, size * 0.12))
        )
    number = Letters(size, bold=True)
    return [*drawn, pen.text((left + wide + size * 0.4, y), str(bar.questions), number)]


def _entries(
    bars: Sequence[_Bar], levels: Sequence[LevelCount], size: float, pen: Pen, words: Words
) -> list[Entry]:
    """The key; none where every bar is of one kind."""
    known = any(count.backed is not None for count in levels)
    short = any(bar.has_level and bar.filled < bar.questions for bar in bars)
    without = any(bar.questions and not bar.has_level for bar in bars)
    named = words("answered and backed") if known else words("with a level")
    shown = [
        (any(bar.filled for bar in bars), Look(STANDING, STANDING, size * 0.12), named),
        (short, Look(PAPER, STANDING, size * 0.12), words("answered only")),
        (without, Look(PAPER, BEFORE, 0.8, "2.5 2"), words("without a level")),
    ]
    here = [(look, said) for occurs, look, said in shown if occurs]
    return [Entry(_swatch(look, size, pen), said, 1.8) for look, said in here]


def _swatch(look: Look, size: float, pen: Pen) -> marks.Drawing:
    """A little piece of a bar."""
    wide, tall = size * 1.6, size * SMALL

    def draw(at: Spot) -> str:
        """The piece, its middle at a place."""
        return pen.box((at[0] - wide / 2, at[1] - tall / 2), (wide, tall), look)

    return draw


def _alt(levels: Sequence[LevelCount], bars: Sequence[_Bar], words: Words) -> str:
    """Every count in words."""
    said = [words("How many questions stand where.")]
    for i, bar in enumerate(bars):
        line = f"{bar.name}: {bar.questions}"
        backed = levels[i].backed if i < len(levels) else None
        if backed is not None and bar.questions:
            line += ", " + words("{n} of them backed", n=backed)
        said.append(f"{line}.")
    return "\n".join(said)
