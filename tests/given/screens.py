"""Whole pages of a terminal as text: the short screens with everything below them."""

from __future__ import annotations

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.priorities import NO_PRIORITIES
from sdgassess.document.line import plain_text
from sdgassess.document.screen import Screen, with_details
from sdgassess.language import Words
from sdgassess.media.report_screen import screen_of
from sdgassess.media.terminal import lines_of
from sdgassess.report.edition import Edition
from sdgassess.report.explain.screen import explain_blocks
from sdgassess.report.gaps.details import score_details
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.screens.score import every_answer, score_blocks
from sdgassess.report.screens.side import side_blocks
from sdgassess.report.screens.years import years_blocks
from sdgassess.report.years.details import side_details, together_details, years_details
from sdgassess.report.years.edition import YearsEdition
from sdgassess.scoring.score import Score


def text_of_screen(screen: Screen, columns: int = 80, *, linear: bool = False) -> str:
    """A screen as it is printed in a window of a width."""
    return plain_text(lines_of(screen, columns, linear=linear))


def score_page(score: Score, words: Words, columns: int = 80) -> str:
    """Everything about a score."""
    edition = Edition(words, score)
    report = GapEdition(words, GapReport(score, (), NO_PRIORITIES), "p.yaml", "")
    details = (*every_answer(edition), *screen_of(score_details(report), words))
    return text_of_screen(with_details(score_blocks(edition, None, "p.yaml"), details), columns)


def explain_page(score: Score, words: Words, columns: int, about: str | None) -> str:
    """Everything about one part, question or rule."""
    return text_of_screen(explain_blocks(Edition(words, score), about, "p.yaml"), columns)


def years_page(edition: YearsEdition, columns: int = 80) -> str:
    """Everything about several profiles."""
    short, details = years_blocks(edition, {}, "a.yaml b.yaml"), years_details
    if edition.across:
        short = side_blocks(edition, "sdgassess report a.yaml b.yaml --across")
        details = together_details if edition.together else side_details
    screen = with_details(short, screen_of(details(edition), edition.words))
    return text_of_screen(screen, columns, linear=edition.linear)
