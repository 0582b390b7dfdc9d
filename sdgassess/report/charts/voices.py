"""Voices: a dot for each person's answer to a question, and how far apart they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.outline import outlined
from sdgassess.report.charts.paper import Paper
from sdgassess.report.charts.scale import Scale, figure, said_scale
from sdgassess.report.document import Chart
from sdgassess.text import one_line


class VoiceMark(NamedTuple):
    """One voice: its level, None for *does not know*; its role only where there is consent."""

    level: Level | None
    role: str = ""


class VoiceRow(NamedTuple):
    """One question.

    Attributes:
        title: the question, or its name.
        voices: who answered what; without consent a role is empty for all of them.
        recorded: the level that the room agreed on or that follows from the voices.
        disagreement: whether the voices are so far apart that they should be talked about.
    """

    title: str
    voices: tuple[VoiceMark, ...]
    recorded: Level | None = None
    disagreement: bool = False


def voices(rows: Sequence[VoiceRow], scale: Scale, words: Words, paper: Paper = Paper()) -> Chart:
    """Draw voices and their spread.

    Args:
        rows: the questions, in order; at least one.
        scale: the scale of the questions.
        words: the language of fixed words.
        paper: for which room and ink.

    Returns:
        The chart; its alt text holds every voice.
    """
    alt = "\n".join([said_scale(scale, words), *(_said(row, words) for row in rows)])
    return outlined(words("Voices and how far apart they are"), alt, paper)


def _said(row: VoiceRow, words: Words) -> str:
    """Every voice of a question."""
    levels = ", ".join("?" if v.level is None else figure(v.level, words) for v in row.voices)
    return f"{one_line(row.title)}: {levels}."
