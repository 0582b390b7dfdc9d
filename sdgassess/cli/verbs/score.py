"""The verb that shows where a municipality stands."""

from __future__ import annotations

from sdgassess.cli.opening import Asked, scored, typed
from sdgassess.cli.terminal.streams import columns, print_json, print_page


def run_score(asked: Asked) -> None:
    """Score a profile and show the screen or the JSON document."""
    opened, result = scored(asked)
    if asked.as_json:
        from sdgassess.report.results.scores import score_result

        print_json(score_result(result, opened.file))
        return
    from sdgassess.report.score import score_screen

    print_page(score_screen(result, opened.words, columns(), typed(opened.file)))
