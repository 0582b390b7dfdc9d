"""The edition of several profiles: what each is called, marks, ways from level to level.

What is written for a terminal and what is printed say everything in these same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePath

from sdgassess.analysis.years.comparison import Years
from sdgassess.analysis.years.questions import Because, Standing
from sdgassess.model.node import Node
from sdgassess.model.profile import State
from sdgassess.model.question import Level, Option
from sdgassess.numbers import between
from sdgassess.report.edition import Edition
from sdgassess.text import one_line

_STATES = {
    Because.UNKNOWN: State.UNKNOWN,
    Because.NOT_APPLICABLE: State.NOT_APPLICABLE,
    Because.NOT_ASKED: State.NOT_ASKED,
}


@dataclass(frozen=True)
class YearsEdition(Edition[Years]):
    """Several profiles, told of in one language.

    Attributes:
        across: whether they stand side by side, as several municipalities, which are never ranked,
            or as assessments of several groups.
    """

    across: bool = field(default=False, kw_only=True)

    @property
    def years(self) -> Years:
        """The profiles side by side."""
        return self.subject

    @property
    def together(self) -> bool:
        """Whether they are assessments of one place at one time."""
        return self.years.together

    @property
    def quick_scans(self) -> tuple[int, ...]:
        """Which of the profiles are quick scans."""
        columns = enumerate(self.years.columns)
        return tuple(place for place, column in columns if column.score.profile.quick)

    @property
    def in_signs(self) -> YearsEdition:
        """The same in signs, as in the cells of a table that has a key."""
        return replace(self, linear=False)

    def node(self, name: str) -> Node | None:
        """A factor, or the factor that a question belongs to, in the newest version with it."""
        scored = (column.score.questionnaire for column in reversed(self.years.columns))
        for rules in (self.years.rules, *scored):
            node = rules.nodes.get(name) or rules.factor_of.get(name)
            if node is not None:
                return node
        return None

    @property
    def separator(self) -> str:
        """What parts of a line are separated by; a pause where they are read aloud."""
        return ", " if self.linear else " · "

    @property
    def numbered(self) -> bool:
        """Whether columns have numbers, because what they are called is too long for a head."""
        return self.across or not self._one_a_year

    @cached_property
    def _one_a_year(self) -> bool:
        """Whether the year alone tells the profiles apart."""
        years = [column.score.profile.date.year for column in self.years.columns]
        return len(set(years)) == len(years)

    def label(self, column: int) -> str:
        """How a profile is called in a sentence: its year, its date, or its municipality.

        Where another profile is called the same, its number stands behind that.
        """
        name = self._names[column]
        return name if self._names.count(name) == 1 else f"{name} ({column + 1})"

    def labels(self, columns: Sequence[int]) -> str:
        """Several profiles in a row."""
        return ", ".join(self.label(column) for column in columns)

    def head(self, column: int) -> str:
        """How a profile is called where its number, if it has one, stands before it."""
        return f"{column + 1}. {self._names[column]}" if self.numbered else self.label(column)

    def short_heads(self, *, narrow: bool) -> list[str]:
        """How each profile is called at the head of a table."""
        columns = range(len(self.years.columns))
        if self.numbered:
            return [str(column + 1) for column in columns]
        labels = [self.label(column) for column in columns]
        digits = [year[2:] for year in labels]
        return digits if narrow and len(set(digits)) == len(digits) else labels

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """How every profile is called, whatever the others are called."""
        return tuple(self._name(column) for column in range(len(self.years.columns)))

    def _name(self, column: int) -> str:
        """Its year or its date; of several municipalities its name, if need be with its date."""
        profile = self.years.columns[column].score.profile
        name, day = one_line(profile.municipality.name), profile.date.isoformat()
        if not self.across:
            return day[:4] if self._one_a_year else day
        if self.together:
            days = {each.score.profile.date for each in self.years.columns}
            group = self._group(column)
            return group if len(days) == 1 else f"{group} {day}"
        others = [each.score.profile for each in self.years.columns]
        names = [(each.municipality.name, each.date) for each in others]
        if names.count((profile.municipality.name, profile.date)) > 1:
            return f"{name} {day} {self._group(column)}"
        alone = [each for each, _ in names].count(profile.municipality.name) == 1
        return name if alone else f"{name} {day}"

    def _group(self, column: int) -> str:
        """Which of several assessments of one place: its group, its units, or its file."""
        profile, file = self.years.columns[column].score.profile, self.years.columns[column].file
        units = ", ".join(profile.units_covered)
        return one_line(profile.group or units or PurePath(file).stem)

    def mark_of(self, standing: Standing) -> str:
        """A level or the mark in its place; in brackets where it was not asked alike."""
        state = _STATES.get(standing.because or Because.NOT_ASKED)
        mark = self.mark(standing.level, state)
        return mark if standing.level is None or standing.because is None else f"({mark})"

    def path(self, question: str, *, brief: bool = False) -> str:
        """Where a question stood, profile by profile; in brief, in the first and the last."""
        marks = [self.mark_of(standing) for standing in self.years.paths[question]]
        if not self.linear:
            return " → ".join((marks[0], marks[-1]) if brief else marks)
        if brief:
            last = len(marks) - 1
            return ", ".join((self.in_year(marks[0], 0), self.in_year(marks[-1], last)))
        return self.year_by_year(marks)

    def answer(self, question: str, level: Level, place: int) -> Option | None:
        """What stood in a column at a level, in the question's newest words; None if not known.

        Args:
            question: its id.
            level: where it stood, on the newest scale.
            place: which column; its profile names what was chosen, where levels do not tell.
        """
        rules = self.years.question(question)
        answer = self.years.columns[place].score.profile.answers.get(question)
        options = rules.standing_at(level, answer.options if answer else None)
        if rules.by_id and options:
            return rules.choice([option.id or "" for option in options])
        return next(iter(options), None)

    def asked_of(self, part: str) -> int:
        """How many questions the newest version asks at or below a part."""
        return sum(1 for _ in self.years.rules.nodes[part].all_questions())

    def in_year(self, event: str, column: int) -> str:
        """What held in one profile, read aloud."""
        return self.words("{what} in {when}", what=event, when=self.label(column))

    def year_by_year(self, values: Sequence[str], separator: str = ", ") -> str:
        """What held in each profile; neighbouring years of the same are said as one.

        Args:
            values: one for each profile.
            separator: what stands between them.
        """
        spans: list[tuple[int, int]] = []
        for column, value in enumerate(values):
            if spans and not self.across and values[spans[-1][0]] == value:
                spans[-1] = spans[-1][0], column
            else:
                spans.append((column, column))
        words = self.words
        return separator.join(
            words("{what} in {when}", what=values[first], when=self._span(first, last))
            for first, last in spans
        )

    def _span(self, first: int, last: int) -> str:
        """From one profile to another."""
        if first == last:
            return self.label(first)
        if last == first + 1:
            return self.words("{first} and {last}", first=self.label(first), last=self.label(last))
        return between(self.label(first), self.label(last), self.words)
