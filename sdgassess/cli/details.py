"""Everything about assessments on a screen: the short screen, and below it parts of the report.

Loaded only where it is asked for: the parts of a report know tables, charts and quotations.
"""

from __future__ import annotations

from pathlib import PurePath

from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.priorities import NO_PRIORITIES
from sdgassess.cli.opening import OpenProfile
from sdgassess.document.screen import Screen, with_details
from sdgassess.media.report_screen import screen_of
from sdgassess.report.edition import Edition
from sdgassess.report.gaps.details import gap_details, score_details
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.points import points_part
from sdgassess.report.screens.gaps import points_blocks
from sdgassess.report.screens.score import every_answer
from sdgassess.report.years.details import side_details, together_details, years_details
from sdgassess.report.years.edition import YearsEdition
from sdgassess.scoring.score import Score


def score_screen(opened: OpenProfile, edition: Edition[Score], short: Screen) -> Screen:
    """The short screen of a score with everything below it."""
    report = GapReport(edition.subject, (), NO_PRIORITIES)
    details = screen_of(score_details(_edition(opened, report)), opened.words)
    return with_details(short, (*every_answer(edition), *details) if details else ())


def gaps_screen(opened: OpenProfile, report: GapReport, short: Screen) -> Screen:
    """The short screen of gaps with everything below it."""
    details = screen_of(gap_details(_edition(opened, report)), opened.words)
    return with_details(short, details)


def points_screen(opened: OpenProfile, edition: Edition[GapReport], file: str) -> Screen:
    """References that were named, with every point."""
    points = points_part(_edition(opened, edition.subject), every_point=True)
    return points_blocks(edition, screen_of(points, opened.words), file)


def years_screen(edition: YearsEdition, short: Screen) -> Screen:
    """The short screen of several profiles with everything below it."""
    details = years_details
    if edition.across:
        details = together_details if edition.together else side_details
    return with_details(short, screen_of(details(edition), edition.words))


def _edition(opened: OpenProfile, report: GapReport) -> GapEdition:
    """The assessment as a report tells it."""
    name = PurePath(opened.file).name
    return GapEdition(opened.words, report, name, opened.source.digest)
