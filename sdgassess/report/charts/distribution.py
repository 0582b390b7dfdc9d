"""The distribution of questions over levels: how many stand where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.report.charts.outline import outlined
from sdgassess.report.charts.paper import Paper
from sdgassess.report.charts.scale import Rung, figure
from sdgassess.report.document import Chart
from sdgassess.text import one_line


class LevelCount(NamedTuple):
    """How many questions stand at a level; `backed`: of them, how many are backed there."""

    rung: Rung
    questions: int
    backed: int | None = None


class OtherCount(NamedTuple):
    """How many questions have no level, and the word for why, such as `unknown`."""

    word: str
    questions: int


def distribution(
    levels: Sequence[LevelCount],
    others: Sequence[OtherCount],
    words: Words,
    paper: Paper = Paper(),
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
    said = [f"{figure(c.rung.value, words)} {c.rung.name}: {c.questions}." for c in levels]
    said += [f"{one_line(other.word)}: {other.questions}." for other in others]
    return outlined(words("Questions by level"), "\n".join(said), paper)
