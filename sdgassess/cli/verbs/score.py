"""The verb that shows where a municipality stands."""

from __future__ import annotations

from sdgassess.cli.opening import open_scored
from sdgassess.cli.options import AsJson, BasisWord, Debug, Lang, ProfilePath, QuestionnairePath
from sdgassess.cli.paths import quoted
from sdgassess.cli.terminal.streams import columns, print_json, print_page


def run_score(
    *,
    file: ProfilePath,
    basis: BasisWord = "answered",
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Score a profile and show the screen or the JSON document.

    Raises:
        InputRefused: the profile is missing, malformed or invalid.
    """
    opened, result = open_scored(file, basis, questionnaire, lang)
    if as_json:
        from sdgassess.report.results.scores import score_result

        print_json(score_result(result, opened.file))
        return
    from sdgassess.report.score import score_screen

    print_page(score_screen(result, opened.words, columns(), quoted(opened.file)))
