"""The style axes: positions that are never good or bad, with what to keep an eye on (§3.8)."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.model.unscored import Axis, AxisKind
from sdgassess.report.charts import style_axis
from sdgassess.report.document import Block, Bullets, Figure, Heading, Run, Runs, plain_runs
from sdgassess.report.gap_report.assessed import Assessed, labelled, paragraph
from sdgassess.report.gap_report.rungs import drawn_axis
from sdgassess.report.pattern_words import position_name
from sdgassess.scoring.style import StyleResult


def style_part(told: Assessed) -> Iterator[Block]:
    """Each axis that was answered: a picture for poles, a line for choices."""
    words = told.words
    axes = {axis.id: axis for axis in told.score.questionnaire.style}
    answered = [found for found in told.score.style if found.position or found.items]
    if not answered:
        return
    yield Heading(2, plain_runs(words("Style (never good or bad)")))
    lines: list[Runs] = []
    for found in answered:
        axis = axes[found.axis]
        if axis.kind is AxisKind.POLES:
            yield from _poles(told, axis, found)
        else:
            names = ", ".join(position_name(axis, place, words) for place in found.position)
            lines.append((Run(f"{told.spoken(axis.title)}: ", strong=True), Run(names)))
    if lines:
        yield Heading(3, plain_runs(words("The other axes")))
        yield Bullets(tuple(lines))


def _poles(told: Assessed, axis: Axis, found: StyleResult) -> Iterator[Block]:
    """An axis between two poles: the position, what to keep an eye on, and the picture."""
    words = told.words
    yield Heading(3, (told.say(axis.title),))
    if not found.position:
        yield paragraph(words("Half an axis is no position: the other item is open."))
    for place in found.position:
        yield labelled(words("Position"), Run(position_name(axis, place, words)))
        known = next((p for p in axis.positions if p.id == place), None)
        if known is not None and known.watch_because is not None:
            yield labelled(words("Why keep an eye on it"), told.say(known.watch_because))
    watch = [question for question in found.watch if question in told.score.questions]
    if watch:
        yield labelled(words("Keep an eye on"))
        yield Bullets(tuple(_watched(told, question) for question in watch))
    yield Figure(style_axis(drawn_axis(told, axis, found), words))


def _watched(told: Assessed, question: str) -> Runs:
    """A question to keep an eye on, with where it stands."""
    return Run(f"{question}, {told.mark_of(question)}: ", strong=True), told.question(question)
