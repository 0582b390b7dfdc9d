"""The verb that holds a profile against references."""

from __future__ import annotations

from sdgassess.cli.opening import open_scored
from sdgassess.cli.options import (
    Against,
    AsJson,
    BasisWord,
    Debug,
    Lang,
    NoPager,
    PlainLines,
    ProfilePath,
    QuestionnairePath,
    ShowAll,
)
from sdgassess.cli.references import gap_report
from sdgassess.cli.terminal.streams import linear, print_json, print_screen


def run_gaps(
    *,
    file: ProfilePath,
    against: Against = None,
    show_all: ShowAll = False,
    basis: BasisWord = "answered",
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    plain: PlainLines = False,
    no_pager: NoPager = False,
    debug: Debug = False,
) -> None:
    """Hold a profile against references and show what to choose from.

    Raises:
        InputRefused: the profile or a reference is missing or broken, or of another questionnaire.
    """
    opened, result = open_scored(file, basis, questionnaire, lang)
    report = gap_report(result, opened, against or ())
    if as_json:
        from sdgassess.report.results.scores import gaps_result

        print_json(gaps_result(report, opened.file, opened.words.language))
        return
    from sdgassess.report.edition import Edition
    from sdgassess.report.screens.gaps import gaps_blocks

    name = opened.typed
    edition = Edition(opened.words, report, linear=linear(plain=plain))
    screen = gaps_blocks(edition, name)
    if show_all:
        from sdgassess.cli.details import gaps_screen

        screen = gaps_screen(opened, report, screen)
    elif against:  # who names a reference wants its words, point by point
        from sdgassess.cli.details import points_screen

        screen = points_screen(opened, edition, name)
    print_screen(screen, plain=plain, paged=not no_pager)
