"""The verb that holds a profile against references."""

from __future__ import annotations

from sdgassess.cli.opening import open_scored
from sdgassess.cli.options import (
    Against,
    AsJson,
    BasisWord,
    Debug,
    Lang,
    ProfilePath,
    QuestionnairePath,
)
from sdgassess.cli.references import gap_report
from sdgassess.cli.terminal.streams import columns, print_json, print_page
from sdgassess.report.gaps.screen import gaps_screen
from sdgassess.report.results.scores import gaps_result


def run_gaps(
    *,
    file: ProfilePath,
    against: Against = None,
    basis: BasisWord = "answered",
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Hold a profile against references and show what to choose from.

    Raises:
        InputRefused: the profile or a reference is missing or broken, or of another questionnaire.
    """
    opened, result = open_scored(file, basis, questionnaire, lang)
    report = gap_report(result, opened, against or ())
    if as_json:
        print_json(gaps_result(report, opened.file, opened.words.language))
        return
    print_page(gaps_screen(report, opened.words, columns(), every_point=bool(against)))
