"""The verb that compares years of one municipality, or several municipalities side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sdgassess.cli.gathering import Mode, alphabetical, gather, note_left_out, words_for, years_of
from sdgassess.cli.options import (
    Across,
    AsJson,
    BasisWord,
    Debug,
    Lang,
    NoPager,
    PlainLines,
    QuestionnairePath,
    ShowAll,
    Together,
)
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import columns, linear, print_json, print_next, print_page
from sdgassess.language import N_
from sdgassess.problem import Problem, UsageRefused
from sdgassess.scoring.evaluation import Basis


def run_compare(
    *,
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FILE|FOLDER…", help=N_("Profiles, sorted by their dates.")),
    ],
    across: Across = False,
    together: Together = False,
    show_all: ShowAll = False,
    basis: BasisWord = "answered",
    plain: PlainLines = False,
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    no_pager: NoPager = False,
    debug: Debug = False,
) -> None:
    """Compare profiles and show the page or the JSON document.

    Raises:
        InputRefused: a file is broken, or two of them cannot stand side by side.
        UsageRefused: there are fewer than two, or several municipalities unasked.
    """
    wish = Mode.ACROSS if across else Mode.TOGETHER if together else Mode.YEARS
    if across and together:
        raise UsageRefused(Problem("P544"))
    gathering = gather(paths, questionnaire, wish)
    words = words_for(gathering, lang)
    note_left_out(gathering, paths, words)
    profiles = gathering.profiles
    if gathering.mode is Mode.ACROSS:
        profiles = alphabetical(profiles, words.language)
    years = years_of(profiles, Basis(basis), gathering.mode)
    beside = gathering.mode is not Mode.YEARS
    if as_json:
        from sdgassess.report.results.years import compare_result

        print_json(compare_result(years, across=beside, left_out=gathering.left_out))
        return
    from sdgassess.report.years.edition import YearsEdition

    edition = YearsEdition(words, years, across=beside, linear=linear(plain=plain))
    paged = not (plain or no_pager)
    again = " ".join(quoted(path) for path in paths)
    if show_all or beside:
        from sdgassess.report.years.screen import years_screen

        print_page(years_screen(edition, columns()), paged=paged)
        if gathering.mode is Mode.TOGETHER:
            print_next(f"sdgassess gaps {quoted(years.columns[-1].file)}", words)
        else:
            wide = " --across" if beside else ""
            print_next(f"sdgassess report {again}{wide}", words)
        return
    from sdgassess.cli.ways import answered_way
    from sdgassess.media.terminal import lines_of
    from sdgassess.report.screens.years import picture, years_blocks

    ways = {place: answered_way(years.columns[place].score) for place in picture(edition)}
    screen = years_blocks(edition, ways, again)
    print_page(lines_of(screen, columns(), linear=edition.linear), paged=paged)
