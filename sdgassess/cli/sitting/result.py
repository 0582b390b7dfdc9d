"""The words of a result for the end of a sitting, taken from the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.consequences import Consequences, Standing
from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.own_way import own_way
from sdgassess.analysis.priorities import NO_PRIORITIES, Priorities
from sdgassess.document.line import Emphasis, Line
from sdgassess.interview.state.screen import Strong
from sdgassess.language import Words
from sdgassess.media.report_screen import screen_of
from sdgassess.media.terminal import lines_of
from sdgassess.model.question import Level
from sdgassess.model.reference import Reference
from sdgassess.report.edition import Edition
from sdgassess.report.gaps.candidates import strong
from sdgassess.report.gaps.choice import candidate_blocks
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.screens.score import score_parts
from sdgassess.report.screens.what_if import candidate_consequences
from sdgassess.scoring.score import Score
from sdgassess.scoring.supposition import answer_at, score_if

_SCREEN = 20
"""How many lines a part has at most, so that it fits a window with its prompt below it."""


@dataclass(frozen=True)
class ReportedResult:
    """A result in the words of the reports (`sdgassess.interview.state.setting`).

    Attributes:
        ways: ways of working, one of which may be the room's own.
        aloud: whether rows are told in words, as where they are read aloud.
    """

    ways: tuple[Reference, ...] = ()
    aloud: bool = False

    def result(
        self, score: Score, priorities: Priorities, words: Words, width: int
    ) -> tuple[tuple[str, ...], ...]:
        """What stands strong, then the screen of the verb `score`, in parts that fit a window."""
        edition = Edition(words, score, linear=self.aloud)
        parts = (
            tuple(strong(edition, priorities)),
            *score_parts(edition, own_way(score, self.ways)),
        )
        told = (lines_of(part, width, linear=self.aloud) for part in parts if part)
        return tuple(_windows(tuple(told)))

    def candidate(
        self, score: Score, candidate: Candidate, words: Words, width: int
    ) -> tuple[str, ...]:
        """A candidate as a report tells it, without references."""
        edition = GapEdition(words, GapReport(score, (), NO_PRIORITIES), file="", digest="")
        screen = screen_of(candidate_blocks(edition, candidate), words)
        return _sitting_lines(lines_of(screen, width, linear=self.aloud))

    def consequences(
        self, score: Score, question: str, target: Level, words: Words, width: int
    ) -> tuple[str, ...]:
        """What `score --with` says of one question, without a command behind it."""
        answer = answer_at(score, question, target)
        supposed = score if answer is None else score_if(score, {question: answer})
        standings = (Standing(each, own_way(each, self.ways)) for each in (score, supposed))
        edition = Edition(words, Consequences(*standings), linear=self.aloud)
        screen = candidate_consequences(edition, question)
        return _sitting_lines(lines_of(screen, width, linear=self.aloud))


def _windows(parts: Sequence[Sequence[Line]]) -> Iterator[tuple[str, ...]]:
    """Parts below each other, as many as fit a window; one that is longer has its own."""
    window: list[Line] = []
    for part in parts:
        if window and len(window) + 1 + len(part) > _SCREEN:
            yield _sitting_lines(window)
            window = []
        window += [*([Line("")] if window else []), *part]
    yield _sitting_lines(window)


def _sitting_lines(lines: Iterable[Line]) -> tuple[str, ...]:
    """Lines as a sitting shows them; what is heavier than plain is strong."""
    return tuple(
        Strong(line.text) if line.emphasis is not Emphasis.PLAIN else line.text for line in lines
    )
