"""The edition of a gap report: one assessment with what follows from it, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import ReferenceComparison
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.blocks import Quotation
from sdgassess.document.passage import tagged
from sdgassess.document.runs import Run, Runs
from sdgassess.document.screen import SUPPOSED
from sdgassess.model.profile import Priority, Profile
from sdgassess.model.question import Level, Quote
from sdgassess.numbers import written_number, written_when
from sdgassess.phrases.agreements import status_runs
from sdgassess.phrases.anchors import standalone_text
from sdgassess.phrases.quotes import translation_words
from sdgassess.report.edition import Edition
from sdgassess.scoring.score import Score
from sdgassess.text import one_line


@dataclass(frozen=True)
class GapEdition(Edition[GapReport]):
    """One assessment, the references it is held against, and the priorities.

    Attributes:
        file: the profile's name, without folders.
        digest: the digest of the profile's file, so that a print can be traced to it.
    """

    file: str
    digest: str

    @property
    def score(self) -> Score:
        """The score."""
        return self.subject.score

    @property
    def profile(self) -> Profile:
        """What was answered."""
        return self.score.profile

    @property
    def against(self) -> tuple[ReferenceComparison, ...]:
        """The references it is held against."""
        return self.subject.against

    @property
    def priorities(self) -> Priorities:
        """What to work on next, picked or suggested."""
        return self.subject.priorities

    @property
    def any_part_known(self) -> bool:
        """Whether any part has a level."""
        return any(part.level is not None for part in self.score.scored.values())

    def title(self, node: str) -> str:
        """The name of a factor or any other part; marked where it holds a supposed level."""
        part = self.score.scored.get(node)
        holds = part is not None and self.score.supposed & part.levels.keys()
        return self.line(self.score.questionnaire.nodes[node].title) + (SUPPOSED if holds else "")

    def factor_of(self, question: str) -> str:
        """The name of the factor that a question belongs to."""
        return self.line(self.score.questionnaire.factor_of[question].title)

    def question(self, question: str) -> Run:
        """A question as it is asked."""
        return self.say(self.score.questionnaire.questions[question].text)

    def mark_of(self, question: str) -> str:
        """A question's level, or the mark that stands in its place."""
        part = self.score.scored.get(question)
        level = self.score.level(question) if part is None else part.level
        if level is not None:
            sign = SUPPOSED if question in self.score.supposed else ""
            return written_number(level, self.words) + sign
        result = self.score.questions.get(question)
        return self.mark(None, result.state if result else None)

    def standing(self, question: str) -> Runs:
        """A question with where it stands."""
        lead = Run(f"{question}, {self.mark_of(question)}: ", strong=True)
        return lead, self.question(question)

    def status(self, pick: Priority) -> Runs:
        """That a pick is done, and when, or dropped, and why; empty where it is open."""
        because = self.passage(pick.because, self.profile) if pick.because else Run("")
        return status_runs(pick, because, self.words)

    def anchor(self, question: str, level: Level | None) -> Run | None:
        """What a level of a question means, in full; None where there is no such level."""
        if level is None:
            return None
        asked = self.score.questionnaire.questions[question]
        options = self.score.answers_at(question) if level == self.score.level(question) else ()
        if options and asked.by_id:
            return self.say(asked.choice(self.score.chosen(question)).text)
        option = asked.option(level)
        return None if option is None else self.say(standalone_text(asked, option))

    def quotation(self, quote: Quote) -> Quotation:
        """A document's own words, tagged with its language, with title, year and line."""
        wording, address = one_line(quote.quote), f"[{quote.source}]"
        source = self.score.questionnaire.source(quote.source)
        if source is None:
            return Quotation(Run(wording), (Run(address),))
        dated = one_line(source.dated)
        day = written_when(dated, self.words) or dated
        translation = translation_words(quote.quote, quote.gloss, self.words)
        return Quotation(
            tagged(wording, source.language, self.words.language),
            (
                *((Run(f"{translation}; "),) if translation else ()),
                self.say(source.title),
                Run(f", {day} {address}"),
            ),
        )
