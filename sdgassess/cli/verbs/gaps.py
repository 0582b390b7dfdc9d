"""The verb that holds a profile against references."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.analysis.gaps import hold_against
from sdgassess.analysis.priorities import prioritise
from sdgassess.cli.opening import Asked, Opened, open_references, scored
from sdgassess.cli.terminal.streams import columns, print_json, print_page
from sdgassess.report.gaps.candidates import GapReport
from sdgassess.report.gaps.screen import gaps_screen
from sdgassess.report.results.scores import gaps_result
from sdgassess.scoring.score import Score


def run_gaps(asked: Asked, against: Sequence[str]) -> None:
    """Hold a profile against references and show what to choose from."""
    opened, result = scored(asked)
    report = gap_report(result, opened, against)
    if asked.as_json:
        print_json(gaps_result(report, opened.file, opened.words.language))
        return
    print_page(gaps_screen(report, opened.words, columns(), every_point=bool(against)))


def gap_report(result: Score, opened: Opened, against: Sequence[str]) -> GapReport:
    """A score held against references, with the priorities that follow from it."""
    references = open_references(against, opened)
    held = tuple(hold_against(result, reference) for reference in references)
    return GapReport(result, held, prioritise(result))
