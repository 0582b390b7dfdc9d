"""The verb that shows where a municipality stands."""

from __future__ import annotations

from sdgassess.cli.opening import typed
from sdgassess.cli.scored import Asked, scored
from sdgassess.cli.streams import columns, print_json, print_page


def run_score(asked: Asked) -> None:
    """Score a profile and show the screen or the JSON document."""
    opened, result = scored(asked)
    if asked.as_json:
        from sdgassess.report.results import score_result  # noqa: PLC0415 - only for programs

        print_json(score_result(result, opened.file))
        return
    from sdgassess.report.score_screen import score_screen  # noqa: PLC0415 - only for people

    print_page(score_screen(result, opened.words, columns(), typed(opened.file)))
