"""The words of a result for the end of a sitting, taken from the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.line import Emphasis, Line
from sdgassess.document.page import Page
from sdgassess.interview.state.screen import Strong
from sdgassess.language import Words
from sdgassess.report.gaps.candidates import (
    write_candidate,
    write_late_start,
    write_overloaded,
    write_strong,
)
from sdgassess.report.score import score_screen
from sdgassess.scoring.score import Score

_NO_PRIORITIES = Priorities((), (), False, 0, (), (), (), (), ())


@dataclass(frozen=True)
class ReportedResult:
    """A result in the words of the reports (`sdgassess.interview.state.setting`).

    Attributes:
        file: the profile as it must be typed; asked for late, as it may be named late.
    """

    file: Callable[[], str]

    def strong(
        self, score: Score, priorities: Priorities, words: Words, width: int
    ) -> tuple[str, ...]:
        """What stands strong, with the text that was reached."""
        page = Page(words, width)
        write_strong(page, score, priorities)
        return _sitting_lines(page.lines)

    def result(self, score: Score, words: Words, width: int) -> tuple[str, ...]:
        """The screen of the verb `score`."""
        return _sitting_lines(score_screen(score, words, width, self.file()))

    def candidate(
        self, score: Score, candidate: Candidate, marker: str, words: Words, width: int
    ) -> tuple[str, ...]:
        """A candidate as the verb `gaps` shows it, without references."""
        page = Page(words, width)
        write_candidate(page, GapReport(score, (), _NO_PRIORITIES), candidate, marker)
        return _sitting_lines(page.lines)

    def overloaded(self, priorities: Priorities, words: Words, width: int) -> tuple[str, ...]:
        """That fewer than usual may be picked, and why."""
        page = Page(words, width)
        write_overloaded(page, priorities)
        return _sitting_lines(page.lines)

    def late_start(
        self, score: Score, priorities: Priorities, words: Words, width: int
    ) -> tuple[str, ...]:
        """What speaks against the picks."""
        page = Page(words, width)
        write_late_start(page, score, priorities)
        return _sitting_lines(page.lines)


def _sitting_lines(lines: Iterable[Line]) -> tuple[str, ...]:
    """Lines as a sitting shows them; what is heavier than plain is strong."""
    return tuple(
        Strong(line.text) if line.emphasis is not Emphasis.PLAIN else line.text for line in lines
    )
