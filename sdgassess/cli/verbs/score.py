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
from sdgassess.cli.terminal.streams import columns, linear, print_json, print_next, print_page


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
    paged = not (plain or no_pager)
    if show_all:
        from sdgassess.report.score import score_screen

        lines = score_screen(result, opened.words, columns(), quoted(opened.file))
        print_page(lines, paged=paged)
        print_next(f"sdgassess gaps {quoted(opened.file)}", opened.words)
        return
    from sdgassess.cli.ways import answered_way
    from sdgassess.media.terminal import lines_of
    from sdgassess.report.edition import Edition
    from sdgassess.report.screens.score import score_blocks

    way = answered_way(result)
    screen = score_blocks(Edition(opened.words, result), way, quoted(opened.file))
    print_page(lines_of(screen, columns(), linear=linear(plain=plain)), paged=paged)
