"""Voices: each person's answer to a question, and how far apart they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.charts.scale import Scale
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.text import one_line


class VoiceMark(NamedTuple):
    """One voice.

    Attributes:
        level: None for *does not know*, and for *does not apply here*.
        role: only where there is consent.
        applies: whether the question applies, to whoever it is.
    """

    level: Level | None
    role: str = ""
    applies: bool = True

    @property
    def place(self) -> tuple[bool, bool, Level]:
        """By what voices are put in order: levels from the lowest, don't know, not applicable."""
        return not self.applies, self.level is None, self.level or 0


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


class Voices(NamedTuple):
    """The voices to some questions.

    Attributes:
        title: what is shown, in a few words.
        alt: every voice, in sentences.
        scale: the scale of the questions.
        rows: the questions, in order; at least one.
    """

    title: str
    alt: str
    scale: Scale
    rows: tuple[VoiceRow, ...]


def voices(rows: Sequence[VoiceRow], scale: Scale, words: Words) -> Voices:
    """The voices with their numbers in words."""
    alt = "\n".join([scale.sentence(words), *(_row_sentences(row, words) for row in rows)])
    return Voices(words("Voices and how far apart they are"), alt, scale, tuple(rows))


def _row_sentences(row: VoiceRow, words: Words) -> str:
    """Every voice of a question, the recorded level, whether they are far apart."""
    named = Counter(voice for voice in _in_order(row) if voice.role)
    answers = [_voices_of_role(voice, n, words) for voice, n in named.items()]
    answers += _counts([voice for voice in row.voices if not voice.role], words)
    listed = ", ".join(answers) or words("no voices")
    sentences = [f"{one_line(row.title)}: {listed}."]
    if row.recorded is not None:
        sentences.append(words("Recorded: {level}.", level=written_number(row.recorded, words)))
    if row.disagreement:
        sentences.append(words("The voices are far apart: talk about it."))
    return " ".join(sentences)


def _in_order(row: VoiceRow) -> list[VoiceMark]:
    """The voices from the lowest level up, then who does not know, then whom it is not for."""
    return sorted(row.voices, key=lambda voice: voice.place)


def _voices_of_role(voice: VoiceMark, n: int, words: Words) -> str:
    """The voices of a role at one level: in a large room many are equal."""
    level = words("don't know") if voice.level is None else written_number(voice.level, words)
    if not voice.applies:
        level = words("it does not apply")
    return f"{counted(one_line(voice.role), n)} {level}"


def counted(role: str, n: int) -> str:
    """A role, and how many of it where that is more than one."""
    return role if n == 1 else f"{n} × {role}"


def _counts(anonymous: Sequence[VoiceMark], words: Words) -> list[str]:
    """How many voices without a role stand at each level."""
    counts = Counter(voice.level for voice in anonymous if voice.applies)
    ruling_out = sum(not voice.applies for voice in anonymous)
    singular, plural = "one voice at level {level}", "{n} voices at level {level}"
    at_levels = [
        words.plural(singular, plural, counts[level], level=written_number(level, words))
        for level in sorted(level for level in counts if level is not None)
    ]
    if counts[None]:
        at_levels.append(words.plural("one does not know", "{n} do not know", counts[None]))
    if ruling_out:
        singular, plural = "one says that it does not apply", "{n} say that it does not apply"
        at_levels.append(words.plural(singular, plural, ruling_out))
    return at_levels
