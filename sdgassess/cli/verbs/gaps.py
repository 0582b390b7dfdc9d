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
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import columns, linear, print_json, print_next, print_page


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
    paged = not (plain or no_pager)
    if show_all or against:  # who names a reference wants its words, point by point
        from sdgassess.report.gaps.screen import gaps_screen

        lines = gaps_screen(report, opened.words, columns(), every_point=bool(against))
        print_page(lines, paged=paged)
        print_next(f"sdgassess report {quoted(opened.file)}", opened.words)
        return
    from sdgassess.media.terminal import lines_of
    from sdgassess.report.edition import Edition
    from sdgassess.report.screens.gaps import gaps_blocks

    screen = gaps_blocks(Edition(opened.words, report), quoted(opened.file))
    print_page(lines_of(screen, columns(), linear=linear(plain=plain)), paged=paged)
