"""The ladder of factors: where each one stands on the scale, and what it is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.document.charts.scale import Scale
from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.numbers import TITLE_AND_LEVEL, written_number
from sdgassess.text import one_line


class QuestionLevel(NamedTuple):
    """Where one question of a factor stands.

    Attributes:
        answered: the level that it was answered with.
        backed: the level that evidence or agreement carries; None where none does.
    """

    answered: Level
    backed: Level | None = None

    @property
    def is_carried(self) -> bool:
        """Whether the answered level is backed to its full height."""
        return self.backed is not None and self.backed >= self.answered


class Pick(NamedTuple):
    """A picked priority: the question, where it stands, where it should be next."""

    question: str
    level: Level | None
    target: Level


class LadderRow(NamedTuple):
    """One factor.

    Attributes:
        title: its name.
        level: its load-bearing level, after gates; None where it has none.
        placeholder: the word that stands there instead, such as `no level yet`.
        answered: its level before gates as it was answered: the outline.
        backed: its level before gates as far as it is backed: the filling.
        before_gate: its level before the gate that caps it, where one does.
        gate: what that gate is about.
        interval: what it could turn out to be; shown only where the two ends differ.
        questions: its questions that have a level.
        unanswered: how many of its questions have none, though they apply.
        picks: the picked priorities among its questions.
        depth: how many rows above it are parts that it belongs to.
        parts: the parts that it adds, each with its name and level or what stands for that.
        reach: the lowest and the highest that it can be, where the scale goes further.
    """

    title: str
    level: Level | None
    placeholder: str = ""
    answered: Level | None = None
    backed: Level | None = None
    before_gate: Level | None = None
    gate: str = ""
    interval: tuple[Level, Level] | None = None
    questions: tuple[QuestionLevel, ...] = ()
    unanswered: int = 0
    picks: tuple[Pick, ...] = ()
    depth: int = 0
    parts: tuple[tuple[str, str], ...] = ()
    reach: tuple[Level, Level] | None = None

    @property
    def open_between(self) -> tuple[Level, Level] | None:
        """The interval, where unknown answers leave it open."""
        if self.interval is None or self.interval[0] == self.interval[1]:
            return None
        return self.interval

    @property
    def outline(self) -> Level | None:
        """Where the outline stands: the answered level before gates."""
        return None if self.level is None else self.answered

    @property
    def filling(self) -> Level | None:
        """Where the filling stands: the backed level, or the level if nothing else is given."""
        if self.level is None or self.backed is not None:
            return None if self.level is None else self.backed
        if self.answered is not None:
            return None
        return self.level if self.before_gate is None else self.before_gate


class Ladder(NamedTuple):
    """The ladder.

    Attributes:
        title: what it shows, in a few words.
        alt: every number and name in it, in sentences.
        scale: the scale that the factors stand on.
        rows: the factors, in the order in which they are to stand; at least one.
    """

    title: str
    alt: str
    scale: Scale
    rows: tuple[LadderRow, ...]


def ladder(rows: Sequence[LadderRow], scale: Scale, words: Words) -> Ladder:
    """The ladder with its numbers in words."""
    alt = "\n".join([scale.sentence(words), *(_row_sentences(row, scale, words) for row in rows)])
    return Ladder(words("Where each {one_part} stands"), alt, scale, tuple(rows))


def _row_sentences(row: LadderRow, scale: Scale, words: Words) -> str:
    """Everything that a row shows."""
    title = one_line(row.title)
    if row.level is None:
        head = f"{title}: {one_line(row.placeholder)}."
    else:
        level, name = written_number(row.level, words), one_line(scale.name(row.level))
        head = (
            words("{title}: level {level}, {name}.", title=title, level=level, name=name)
            if name
            else words(TITLE_AND_LEVEL, title=title, level=level)
        )
    return " ".join([head, *_level_sentences(row, words), *_question_sentences(row, words)])


def _level_sentences(row: LadderRow, words: Words) -> list[str]:
    """The factor itself: how far it goes, answered, backed, held by a gate, still open."""
    sentences = []
    if row.reach is not None:
        low, high = (written_number(end, words) for end in row.reach)
        sentences.append(words("Its scale goes from {low} to {high}.", low=low, high=high))
    if row.outline is not None:
        sentences.append(words("Answered: {level}.", level=written_number(row.outline, words)))
    if row.backed is not None and row.level is not None:
        sentences.append(words("Backed: {level}.", level=written_number(row.backed, words)))
    if row.level is not None and row.before_gate is not None:
        before, after = written_number(row.before_gate, words), written_number(row.level, words)
        sentences.append(
            words("A cap holds it at {after} instead of {before}.", before=before, after=after)
        )
        if row.gate:
            sentences.append(words("The cap: {gate}.", gate=one_line(row.gate)))
    if row.open_between:
        low, high = (written_number(end, words) for end in row.open_between)
        sentences.append(words("It could be anything from {low} to {high}.", low=low, high=high))
    return sentences


def _question_sentences(row: LadderRow, words: Words) -> list[str]:
    """Its parts; its questions: how many stand where, and the picked ones."""
    sentences = []
    if row.parts:
        parts = ", ".join(f"{one_line(name)} {mark}" for name, mark in row.parts)
        sentences.append(words("Its parts: {parts}.", parts=parts))
    if row.questions:
        singular, plural = "one question at level {level}", "{n} questions at level {level}"
        counts = sorted(Counter(question.answered for question in row.questions).items())
        levels = [
            words.plural(singular, plural, n, level=written_number(level, words))
            for level, n in counts
        ]
        sentences.append(words("Its questions: {counts}.", counts=", ".join(levels)))
        unbacked = sum(not question.is_carried for question in row.questions)
        singular, plural = "One of them is not backed.", "{n} of them are not backed."
        sentences += [words.plural(singular, plural, unbacked)] if unbacked else []
    if row.unanswered:
        singular, plural = "One question without a level.", "{n} questions without a level."
        sentences.append(words.plural(singular, plural, row.unanswered))
    return sentences + [_pick_sentence(pick, words) for pick in row.picks]


def _pick_sentence(pick: Pick, words: Words) -> str:
    """A picked priority."""
    question, to = one_line(pick.question), written_number(pick.target, words)
    if pick.level is None:
        return words("Target for {question}: {to}.", question=question, to=to)
    level = written_number(pick.level, words)
    if pick.level >= pick.target:
        return words("The target for {question} is reached: {to}.", question=question, to=to)
    return words("Target for {question}: from {now} to {to}.", question=question, now=level, to=to)
