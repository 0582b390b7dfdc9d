"""The distribution of questions over levels: how many stand where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.charts.scale import Rung
from sdgassess.language import N_, Words
from sdgassess.text import one_line

CAPTION = N_("How many questions stand where.")
"""What the chart shows."""


class LevelCount(NamedTuple):
    """How many questions stand at a level; `backed`: of them, how many are backed there.

    `backed` is None where a questionnaire has no rules for what backs an answer.
    """

    rung: Rung
    questions: int
    backed: int | None


class StateCount(NamedTuple):
    """How many questions are in a state without a level, and its word, such as `unknown`."""

    word: str
    questions: int


class Distribution(NamedTuple):
    """The distribution.

    Attributes:
        title: what it shows, in a few words.
        alt: every count in it, in sentences.
        levels: every level of the scale, in order, those without a question too.
        states: the questions without a level, by their state.
    """

    title: str
    alt: str
    levels: tuple[LevelCount, ...]
    states: tuple[StateCount, ...]


def distribution(
    levels: Sequence[LevelCount], states: Sequence[StateCount], words: Words
) -> Distribution:
    """The distribution with its numbers in words."""
    sentences = [
        words(CAPTION),
        *(_level_sentence(count, words) for count in levels),
        *(f"{one_line(count.word)}: {count.questions}." for count in states),
    ]
    title = words("Questions by level")
    return Distribution(title, "\n".join(sentences), tuple(levels), tuple(states))


def _level_sentence(count: LevelCount, words: Words) -> str:
    """How many questions stand at a level, and how many of them are backed."""
    sentence = f"{count.rung.label(words)}: {count.questions}"
    if count.questions and count.backed is not None:
        sentence += ", " + words("{n} of them backed", n=count.backed)
    return f"{sentence}."
