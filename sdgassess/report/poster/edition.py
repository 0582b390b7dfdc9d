"""The edition of a poster: a score, what was chosen, and how much of it the poster shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.conclusion import is_inconclusive
from sdgassess.analysis.own_way import OwnWay
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.poster import Headline, PosterRung
from sdgassess.document.runs import Run
from sdgassess.model.question import Level, Text
from sdgassess.numbers import written_number
from sdgassess.report.edition import Edition
from sdgassess.scoring.score import Score
from sdgassess.text import before_picture


class Chosen(NamedTuple):
    """The questions to begin with, and whether the room picked them."""

    candidates: tuple[Candidate, ...] = ()
    picked: bool = False


@dataclass(frozen=True)
class PosterEdition(Edition[Score]):
    """A score as a poster tells it.

    Attributes:
        priorities: what follows from the score, and what the room picked.
        headline: the question that a workshop begins with, with or without today's levels, or
            what it found.
        most_rows: how many factors a sheet bears.
        own_way: one's own way of working, where the style names one; told with the finding alone.
    """

    priorities: Priorities
    headline: Headline = Headline.QUESTION
    most_rows: int = 12
    own_way: OwnWay | None = None

    @property
    def score(self) -> Score:
        """The score."""
        return self.subject

    @property
    def with_levels(self) -> bool:
        """Whether today's levels are drawn; else people mark them by hand."""
        return self.headline is not Headline.QUESTION

    @cached_property
    def chosen(self) -> Chosen:
        """What the room picked, else what is suggested; nothing before the workshop.

        Nothing is suggested where too little is known, or most is to be talked about first.
        A pick stands also where the questionnaire has no rules for priorities.
        """
        if self.headline is not Headline.FINDING:
            return Chosen()
        score, priorities = self.score, self.priorities
        candidates = {candidate.question: candidate for candidate in priorities.chosen}
        picked = tuple(
            candidates.get(pick.question)
            or Candidate(pick.question, score.level(pick.question), pick.target, (), None)
            for pick in score.profile.priorities
            if pick.question in score.questionnaire.questions
        )
        if picked:
            return Chosen(picked, picked=True)
        return Chosen(() if priorities.picked or is_inconclusive(score) else priorities.chosen)

    def short(self, text: Text, longest: int) -> Run:
        """A questionnaire's text on one line, of at most so many characters."""
        return shortened(self.say(text), longest)

    def rung(self, level: Level) -> PosterRung:
        """A level with its figure."""
        return PosterRung(level, written_number(level, self.words))

    def rung_or_none(self, level: Level | None) -> PosterRung | None:
        """A level with its figure; None where there is no level."""
        return None if level is None else self.rung(level)


def shortened(run: Run, longest: int) -> Run:
    """A run of at most so many characters."""
    return run._replace(text=cut(run.text, longest))


def cut(text: str, longest: int) -> str:
    """A text of at most so many characters; a longer one ends after a whole word, with dots."""
    if len(text) <= longest:
        return text
    start = text[: before_picture(text, longest - 1)]
    if " " in start[longest // 2 :]:  # a first word that fills the line is cut in its middle
        start = start.rsplit(" ", 1)[0]
    return start.rstrip(" ,;:–-") + "…"
