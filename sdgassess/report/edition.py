"""An edition: a subject, and the language it is told in.

Whatever a deliverable tells of, it says texts, marks and people's own words in the same way. What
is told only of gaps or only of years is added in `report.gaps.edition` and `report.years.edition`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sdgassess.document.passage import own_day, own_passage, own_words, passage, passage_line
from sdgassess.document.runs import Run
from sdgassess.language import Words
from sdgassess.model.profile import Profile, State
from sdgassess.model.question import Level, Text
from sdgassess.phrases.levels import STATES, level_mark

Subject = TypeVar("Subject")


@dataclass(frozen=True, eq=False, repr=False)
class Edition(Generic[Subject]):
    """A subject, told in one language.

    Attributes:
        words: the fixed words.
        subject: what is told of.
        linear: whether it is told in words instead of signs, as where it is read aloud.
    """

    words: Words
    subject: Subject
    linear: bool = field(default=False, kw_only=True)

    def say(self, text: Text, *, strong: bool = False) -> Run:
        """A text of the questionnaire, tagged where it is not in the reader's language."""
        return passage(text, self.words.language, strong=strong)

    def line(self, text: Text) -> str:
        """The same within a sentence or a name of ours, where only letters can say so."""
        return passage_line(text, self.words.language)

    def written(self, text: str, profile: Profile) -> Run:
        """What people wrote into a profile, tagged with the language that it is kept in."""
        return own_words(text, profile.language, self.words.language)

    def passage(self, text: str, profile: Profile) -> Run:
        """The same in the lines that it was written in."""
        return own_passage(text, profile.language, self.words.language)

    def by_when(self, text: str, profile: Profile) -> Run:
        """A day in the reader's words, or what people wrote in place of one."""
        return own_day(text, profile.language, self.words)

    def mark(self, level: Level | None, state: State | None) -> str:
        """A level, or what stands in its place: a mark, or the state in words."""
        if level is None and self.linear:
            return self.words(STATES[state or State.NOT_ASKED])
        return level_mark(level, state, self.words)
