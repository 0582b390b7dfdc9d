"""What stays the same during a sitting: the questionnaire, the language, the day, the width."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.passage import line_of, tagged
from sdgassess.interview.state.begun import BegunSitting
from sdgassess.interview.state.last_year import LastYear
from sdgassess.language import Words
from sdgassess.model.profile import Profile
from sdgassess.model.question import Level, Option, Question, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Reference
from sdgassess.phrases.levels import NONE_OF_THEM
from sdgassess.scoring.score import Score
from sdgassess.text import (
    visible,
    width,
    wrap,
)

NARROWEST = 24
SEPARATOR = " · "
"""What stands between the parts of a row."""


@dataclass(frozen=True)
class Setting:
    """What a sitting is held with.

    Attributes:
        questionnaire: what is asked.
        words: the fixed sentences.
        language: the language of the questionnaire's texts.
        today: the day, which the engine never asks a clock for.
        quick: whether only core questions are asked.
        width: how many columns a line may take.
        onward: commands to name at the end, ready to be typed.
        workshop: whether a room answers: wider, the question alone first, pauses between blocks.
        aloud: whether lines are read aloud or piped: words in the place of signs.
        quiet: whether the line of keys below a screen is silenced; `?` says the keys all the same.
        show_previous: whether last year's answer is shown before this year's is given.
        saved: when the profile was saved last, for a sitting that goes on.
        last_year: what of last year's profile may be held against this one.
        result_words: the words of a result; without it none is shown at the end.
        only: the ids of what alone is asked, of the setting too; None means all in scope.
        ways: ways of working, one of which may turn out to be the room's own.
        begun: the profiles in the folder where a new one would be written, newest first.
        file_of: the name of the file that a new profile goes into; None says none.
        prints: whether what was agreed can be printed at the end.
        height: how many lines the window has; None where there is none.
        close: whether anchors stand close together in a workshop too, to fit the window.
    """

    questionnaire: Questionnaire
    words: Words
    language: str
    today: dt.date
    quick: bool = False
    width: int = 80
    onward: tuple[str, ...] = ()
    workshop: bool = False
    aloud: bool = False
    quiet: bool = False
    show_previous: bool = False
    saved: dt.datetime | None = None
    last_year: LastYear | None = None
    result_words: ResultWords | None = None
    ways: tuple[Reference, ...] = ()
    only: frozenset[str] | None = None
    begun: tuple[BegunSitting, ...] = ()
    file_of: Callable[[Profile], str] | None = None
    prints: bool = False
    height: int | None = None
    close: bool = False

    def wrapped(self, text: str, indent: str = "", hanging: str | None = None) -> tuple[str, ...]:
        """Visible text as lines of this width.

        Below a label that takes more than a third of the width the text hangs by two columns.
        """
        columns = max(self.width, NARROWEST)
        if hanging is None and 3 * width(indent) > columns:
            hanging = "  "
        return tuple(wrap(text, columns, indent, hanging))

    def fitted(self, lines: Sequence[str]) -> tuple[str, ...]:
        """Lines of a wider window as lines of this one."""
        return tuple(
            part
            for line in lines
            for part in ((line,) if width(line) <= self.width else self.wrapped(line))
        )

    def prompted(self, prompt: str) -> tuple[tuple[str, ...], str]:
        """A prompt in lines of this width: those above it, and the last, which is typed behind.

        What Enter means, in brackets at its end, stays together where a line can hold it.
        """
        if width(prompt) < max(self.width, NARROWEST):
            return (), prompt
        asks, bracket, enter = prompt.rstrip().rpartition(" (")
        if bracket and width(enter) + 2 < max(self.width, NARROWEST):
            return self.wrapped(asks), f"({enter} "
        *above, last = self.wrapped(prompt.rstrip())
        return tuple(above), f"{last} "

    def listed(self, label: str, text: str) -> tuple[str, ...]:
        """A line that begins with its label, wrapped with a hanging indent."""
        return self.wrapped(text, f"{label}  ")

    def keys(self, text: str) -> tuple[str, ...]:
        """What can be typed, broken between its parts and not within them."""
        lines: list[str] = []
        for part in text.split(SEPARATOR):
            joined = self.spaced(f"{lines[-1]}{SEPARATOR}{part}") if lines else part
            if lines and width(joined) <= self.width:
                lines[-1] = joined
            else:
                lines.append(part)
        return tuple(line for part in lines for line in self.wrapped(part))

    def key_line(self, text: str) -> tuple[str, ...]:
        """The line of keys below a screen; none while it is silenced."""
        return () if self.quiet else self.keys(text)

    def spaced(self, text: str) -> str:
        """A row of parts, with commas between them where it is read aloud."""
        return text.replace(SEPARATOR, ", ") if self.aloud else text

    def spoken(self, text: Text) -> str:
        """A text of the questionnaire, harmless; marked where it is in another language."""
        wording, language = text.in_language(self.language)
        return self.marked(wording, language)

    def marked(self, wording: str, language: str) -> str:
        """Words, harmless; marked where they are in another language than the sitting's."""
        return line_of(tagged(visible(wording).strip(), language, self.language))

    def plain(self, text: Text) -> str:
        """A text of the questionnaire as it is stored: unmarked, as written."""
        return text.in_language(self.language)[0]

    def anchors(self, options: Sequence[Option]) -> tuple[tuple[str, ...], str]:
        """The anchor texts of a question, all in one language, and that language.

        Half-translated anchors cannot be held against each other, so where one is missing in
        the language of the sitting the whole set is shown in a language that has them all.
        """
        language = shared_language([option.text for option in options], self.language)
        return tuple(option.text.in_language(language)[0] for option in options), language

    def anchor(self, question: Question, option: Option) -> str:
        """The anchor text of one option, in the language its set is shown in."""
        texts, language = self.anchors(question.options)
        if option in question.options:
            return texts[question.options.index(option)]
        return option.text.in_language(language)[0] or self.words(NONE_OF_THEM)


def shared_language(texts: Sequence[Text], wanted: str) -> str:
    """The wanted language where every text has it, else English, else any that all have."""
    everywhere = [set(text.words) for text in texts]
    for language in (wanted, "en", *(texts[0].words if texts else {})):
        if all(language in languages for languages in everywhere):
            return language
    return wanted


class ResultWords(Protocol):
    """Says a result in lines of a width, in the language that is spoken at the moment."""

    def result(
        self, score: Score, priorities: Priorities, words: Words, width: int
    ) -> tuple[tuple[str, ...], ...]:
        """What stands strong, then the result, in parts that each fit a window; at least one."""

    def consequences(
        self, score: Score, question: str, target: Level, words: Words, width: int
    ) -> tuple[str, ...]:
        """What would follow if a question stood at a target; nothing is recorded.

        Args:
            score: the result as it is.
            question: the question's id.
            target: the level that it is raised to.
            words: the fixed words.
            width: how many columns a line may take.
        """

    def candidate(
        self, score: Score, candidate: Candidate, words: Words, width: int
    ) -> tuple[str, ...]:
        """One candidate: where it stands, the next level's text, the reasons, the step.

        Args:
            score: the result it comes from.
            candidate: the candidate.
            words: the fixed words.
            width: how many columns a line may take.
        """
