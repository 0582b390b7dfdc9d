"""The verb that shows where a municipality stands."""

from __future__ import annotations

from sdgassess.cli.opening import open_scored
from sdgassess.cli.options import (
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
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import linear, print_json, print_screen


def run_score(
    *,
    file: ProfilePath,
    show_all: ShowAll = False,
    basis: BasisWord = "answered",
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    plain: PlainLines = False,
    no_pager: NoPager = False,
    debug: Debug = False,
) -> None:
    """Score a profile and show the screen or the JSON document.

    Raises:
        InputRefused: the profile is missing, malformed or invalid.
    """
    opened, result = open_scored(file, basis, questionnaire, lang)
    if as_json:
        from sdgassess.report.results.scores import score_result

        print_json(score_result(result, opened.file, opened.words.language))
        return
    from sdgassess.cli.ways import answered_way
    from sdgassess.report.edition import Edition
    from sdgassess.report.screens.score import score_blocks

    edition = Edition(opened.words, result, linear=linear(plain=plain))
    screen = score_blocks(edition, answered_way(result), quoted(opened.file))
    if show_all:
        from sdgassess.cli.details import score_screen

        screen = score_screen(opened, edition, screen)
    print_screen(screen, plain=plain, paged=not no_pager)
