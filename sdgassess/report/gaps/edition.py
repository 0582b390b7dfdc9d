"""What a gap report tells of, and how its words become lines of a document."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.document.blocks import (
    Paragraph,
    Quotation,
    Run,
    Runs,
)
from sdgassess.document.figures import written_number, written_when
from sdgassess.language import Words
from sdgassess.model.question import Level, Quote, Text
from sdgassess.phrases.levels import level_mark
from sdgassess.report.gaps.candidates import GapReport
from sdgassess.scoring.score import Score
from sdgassess.text import one_line


class Assessed(NamedTuple):
    """One assessment with what follows from it, in one language.

    Attributes:
        report: the score, the references it is held against, the priorities.
        words: the fixed words.
        file: the profile's name, without folders.
        mark: the digest of the profile's file, so that a print can be traced to it.
    """

    report: GapReport
    words: Words
    file: str
    mark: str

    @property
    def score(self) -> Score:
        """The score."""
        return self.report.score

    def say(self, text: Text, *, strong: bool = False) -> Run:
        """A text of the questionnaire, tagged where it is not in the document's language."""
        said, language = text.in_language(self.words.language)
        return Run(one_line(said), language if language != self.words.language else None, strong)

    def written(self, text: str) -> Run:
        """What people wrote into the profile, tagged with the language that it is kept in."""
        language = self.score.profile.language
        return Run(one_line(text), language if language != self.words.language else None)

    def noted(self, text: str | None) -> Run | None:
        """The same where there is something."""
        return self.written(text) if text else None

    def spoken(self, text: Text) -> str:
        """The same as plain words, for sentences that are made of several."""
        return self.say(text).text

    def title(self, node: str) -> str:
        """The name of a factor or any other part of the questionnaire."""
        return self.spoken(self.score.questionnaire.nodes[node].title)

    def question(self, question: str) -> Run:
        """A question as it is asked."""
        return self.say(self.score.questionnaire.questions[question].text)

    def mark_of(self, question: str) -> str:
        """A question's level, or the mark that stands in its place."""
        level = self.score.level(question)
        if level is not None:
            return written_number(level, self.words)
        found = self.score.questions.get(question)
        return level_mark(None, found.state if found else None)

    def anchor(self, question: str, level: Level | None) -> Run | None:
        """What a level of a question means; None where there is no such level."""
        option = None
        if level is not None:
            option = self.score.questionnaire.questions[question].option(level)
        return self.say(option.text) if option is not None else None

    def quotation(self, quote: Quote) -> Quotation:
        """A document's own words, tagged with its language, with title, year and line."""
        source = self.score.questionnaire.source(quote.source)
        spoken = source.language if source else None
        said = Run(one_line(quote.quote), spoken if spoken != self.words.language else None)
        where: Runs = (Run(f"[{quote.source}]"),)
        if source is not None:
            dated = one_line(source.dated)
            day = written_when(dated, self.words) or dated
            where = (self.say(source.title), Run(f", {day} [{quote.source}]"))
        return Quotation(said, where)


def paragraph(text: str, *, small: bool = False) -> Paragraph:
    """A paragraph of plain words in the document's language."""
    return Paragraph((Run(text),), small)


def labelled(label: str, *runs: Run) -> Paragraph:
    """A paragraph that begins with a label that stands out."""
    return Paragraph((Run(f"{label}: ", strong=True), *runs))


def strong(text: str) -> Paragraph:
    """A short line that stands out, above what it names."""
    return Paragraph((Run(text, strong=True),))
