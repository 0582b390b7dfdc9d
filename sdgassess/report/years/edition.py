"""How several profiles are told of: what each is called, marks, ways from level to level.

What is written for a terminal and what is printed say everything in these same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from sdgassess.analysis.years.comparison import Years
from sdgassess.analysis.years.questions import Because, Standing
from sdgassess.document.page import Page
from sdgassess.document.passage import passage_line
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.profile import State
from sdgassess.model.question import Text
from sdgassess.phrases.levels import MARKS, STATES
from sdgassess.text import number, one_line

_STATES = {
    Because.UNKNOWN: State.UNKNOWN,
    Because.NOT_APPLICABLE: State.NOT_APPLICABLE,
    Because.NOT_ASKED: State.NOT_ASKED,
}


class YearsTold:
    """Several profiles, told of in one language.

    Attributes:
        words: the fixed words.
        years: what is told.
        across: whether they are several municipalities, which are never ranked.
        linear: whether it is told in words instead of signs, as where it is read aloud.
    """

    def __init__(
        self, words: Words, years: Years, *, across: bool = False, linear: bool = False
    ) -> None:
        """Tell of several profiles."""
        self.words = words
        self.years = years
        self.across = across
        self.linear = linear

    def say(self, text: Text) -> str:
        """A questionnaire's text on one line; marked where it is in another language."""
        return passage_line(text, self.words.language)

    def node(self, name: str) -> Node | None:
        """A factor, or the factor that a question belongs to, in the newest version with it."""
        scored = (column.score.questionnaire for column in reversed(self.years.columns))
        for rules in (self.years.rules, *scored):
            found = rules.nodes.get(name) or rules.factor_of.get(name)
            if found is not None:
                return found
        return None

    @property
    def dotted(self) -> str:
        """What parts of a line are separated by; a pause where they are read aloud."""
        return ", " if self.linear else " · "

    @property
    def numbered(self) -> bool:
        """Whether columns have numbers, because what they are called is too long for a head."""
        return self.across or not self._one_a_year

    @cached_property
    def _one_a_year(self) -> bool:
        """Whether the year alone tells the profiles apart."""
        found = [column.score.profile.date.year for column in self.years.columns]
        return len(set(found)) == len(found)

    def label(self, column: int) -> str:
        """How a profile is called in a sentence: its year, its date, or its municipality.

        Where another profile is called the same, its number stands behind that.
        """
        called = self._names[column]
        return called if self._names.count(called) == 1 else f"{called} ({column + 1})"

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """How every profile is called, one after the other."""
        return tuple(self._called(place) for place in range(len(self.years.columns)))

    def head(self, column: int) -> str:
        """How a profile is called where its number, if it has one, stands before it."""
        return f"{column + 1}. {self._names[column]}" if self.numbered else self.label(column)

    def _called(self, column: int) -> str:
        """How a profile is called, whatever the others are called."""
        profile = self.years.columns[column].score.profile
        name, day = one_line(profile.municipality.name), profile.date.isoformat()
        if not self.across:
            return day[:4] if self._one_a_year else day
        others = [one.score.profile.municipality.name for one in self.years.columns]
        alone = others.count(profile.municipality.name) == 1
        return name if alone else f"{name} {day}"

    def labels(self, columns: tuple[int, ...]) -> str:
        """Several profiles in a row."""
        return ", ".join(self.label(column) for column in columns)

    def shorts(self, *, narrow: bool) -> list[str]:
        """How each profile is called at the head of a table."""
        every = range(len(self.years.columns))
        if self.numbered:
            return [str(place + 1) for place in every]
        called = [self.label(place) for place in every]
        digits = [year[2:] for year in called]
        return digits if narrow and len(set(digits)) == len(digits) else called

    def mark(self, there: Standing) -> str:
        """A level or the mark in its place; in brackets where it was not asked alike."""
        if there.level is None:
            state = _STATES.get(there.because or Because.NOT_ASKED, State.NOT_ASKED)
            return self.words(STATES[state]) if self.linear else MARKS[state]
        level = number(there.level)
        return level if there.because is None else f"({level})"

    def path(self, question: str, *, brief: bool = False) -> str:
        """Where a question stood, profile by profile; in brief, in the first and the last."""
        marks = [self.mark(there) for there in self.years.paths[question]]
        if brief:
            ends = marks[0], marks[-1]
            if not self.linear:
                return " → ".join(ends)
            say = self.words
            places = zip(ends, (0, len(marks) - 1), strict=True)
            return ", ".join(
                say("{what} in {when}", what=a, when=self.label(i)) for a, i in places
            )
        return self.runs(marks) if self.linear else " → ".join(marks)

    def runs(self, values: Sequence[str], apart: str = ", ") -> str:
        """What held in each profile; neighbouring years of the same are said as one.

        Args:
            values: one for each profile.
            apart: what stands between them.
        """
        ends: list[tuple[int, int]] = []
        for place, value in enumerate(values):
            if ends and not self.across and values[ends[-1][0]] == value:
                ends[-1] = ends[-1][0], place
            else:
                ends.append((place, place))
        words = self.words
        return apart.join(
            words("{what} in {when}", what=values[first], when=self._span(first, last))
            for first, last in ends
        )

    def _span(self, first: int, last: int) -> str:
        """From one profile to another."""
        if first == last:
            return self.label(first)
        if last == first + 1:
            return self.words("{first} and {last}", first=self.label(first), last=self.label(last))
        return f"{self.label(first)}–{self.label(last)}"


class YearsPage(YearsTold):
    """The page of several profiles.

    Attributes:
        page: what is written on.
    """

    def __init__(
        self, page: Page, years: Years, across: bool = False, linear: bool = False
    ) -> None:
        """Tell of several profiles on a page, in its language."""
        super().__init__(page.words, years, across=across, linear=linear)
        self.page = page
