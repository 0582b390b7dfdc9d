"""One row of the ladder: what a factor stands at, and the same in sentences."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from sdgassess.language import Words
from sdgassess.model.question import Level
from sdgassess.report.charts.pen import plain
from sdgassess.report.charts.scale import Scale, figure


class QuestionMark(NamedTuple):
    """One question of a factor that has a level.

    Attributes:
        level: the level that it was answered with.
        backed: the level that evidence or agreement carries; None where none does.
    """

    level: Level
    backed: Level | None = None

    @property
    def carried(self) -> bool:
        """Whether the answered level is backed whole."""
        return self.backed is not None and self.backed >= self.level


class Target(NamedTuple):
    """A picked priority: the question, where it stands, where it should be next."""

    question: str
    now: Level | None
    target: Level


class LadderRow(NamedTuple):
    """One factor.

    Attributes:
        title: its name.
        level: its load-bearing level, after gates; None where it has none.
        without: the word that stands there instead, such as `no level yet`.
        answered: its level before gates as it was answered: the outline.
        backed: its level before gates as far as it is backed: the filling.
        before_gate: its level before the gate that caps it, where one does.
        gate: what that gate is about.
        interval: what it could turn out to be; shown only where the two ends differ.
        questions: its questions that have a level.
        unanswered: how many of its questions have none, though they apply.
        targets: the picked priorities among its questions.
        last_year: its level the year before.
        strong: whether its name stands out.
    """

    title: str
    level: Level | None
    without: str = ""
    answered: Level | None = None
    backed: Level | None = None
    before_gate: Level | None = None
    gate: str = ""
    interval: tuple[Level, Level] | None = None
    questions: tuple[QuestionMark, ...] = ()
    unanswered: int = 0
    targets: tuple[Target, ...] = ()
    last_year: Level | None = None
    strong: bool = False

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


def said_row(row: LadderRow, scale: Scale, words: Words) -> str:
    """Everything that a row shows, in sentences."""
    title = plain(row.title)
    if row.level is None:
        said = [f"{title}: {plain(row.without)}."]
    else:
        level, name = figure(row.level, words), plain(scale.name(row.level))
        said = [
            words("{title}: level {level}, {name}.", title=title, level=level, name=name)
            if name
            else words("{title}: level {level}.", title=title, level=level)
        ]
    return " ".join([*said, *_said_levels(row, words), *_said_questions(row, words)])


def _said_levels(row: LadderRow, words: Words) -> list[str]:
    """What is said of the factor as a whole."""
    said = []
    if row.outline is not None:
        said.append(words("Answered: {level}.", level=figure(row.outline, words)))
    if row.backed is not None and row.level is not None:
        said.append(words("Backed: {level}.", level=figure(row.backed, words)))
    if row.level is not None and row.before_gate is not None:
        before, after = figure(row.before_gate, words), figure(row.level, words)
        said.append(words("A gate takes it from {before} to {after}.", before=before, after=after))
        if row.gate:
            said.append(words("The gate: {gate}.", gate=plain(row.gate)))
    if row.open_between:
        low, high = (figure(end, words) for end in row.open_between)
        said.append(words("It could be anything from {low} to {high}.", low=low, high=high))
    if row.last_year is not None:
        said.append(words("Last year: {level}.", level=figure(row.last_year, words)))
    return said


def _said_questions(row: LadderRow, words: Words) -> list[str]:
    """What is said of its questions: how many stand where, and the picked ones."""
    said = []
    if row.questions:
        one, many = "one question at level {level}", "{n} questions at level {level}"
        counts = sorted(Counter(question.level for question in row.questions).items())
        told = [words.plural(one, many, n, level=figure(at, words)) for at, n in counts]
        said.append(words("Its questions: {counts}.", counts=", ".join(told)))
        short = sum(not question.carried for question in row.questions)
        one, many = "One of them is not backed.", "{n} of them are not backed."
        said += [words.plural(one, many, short)] if short else []
    if row.unanswered:
        one, many = "One question without a level.", "{n} questions without a level."
        said.append(words.plural(one, many, row.unanswered))
    return said + [said_target(target, words) for target in row.targets]


def said_target(target: Target, words: Words) -> str:
    """A picked priority in a sentence."""
    question, to = plain(target.question), figure(target.target, words)
    if target.now is None:
        return words("Target for {question}: {to}.", question=question, to=to)
    now = figure(target.now, words)
    return words("Target for {question}: from {now} to {to}.", question=question, now=now, to=to)
