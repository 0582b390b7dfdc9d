"""The verb that holds a profile against references."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.cli.opening import Asked, scored
from sdgassess.cli.references import gap_report
from sdgassess.cli.terminal.streams import columns, print_json, print_page
from sdgassess.report.gaps.screen import gaps_screen
from sdgassess.report.results.scores import gaps_result


def run_gaps(asked: Asked, against: Sequence[str]) -> None:
    """Hold a profile against references and show what to choose from."""
    opened, result = scored(asked)
    report = gap_report(result, opened, against)
    if asked.as_json:
        print_json(gaps_result(report, opened.file, opened.words.language))
        return
    print_page(gaps_screen(report, opened.words, columns(), every_point=bool(against)))
