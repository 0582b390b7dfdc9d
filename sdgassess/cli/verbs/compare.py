"""The verb that compares years of one municipality, or several municipalities side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sdgassess.cli.gathering import Mode, alphabetical, gather, note_left_out, words_for, years_of
from sdgassess.cli.opening import typed_profile
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
from sdgassess.cli.terminal.streams import linear, print_json, print_screen
from sdgassess.language import N_
from sdgassess.problem import Problem, UsageRefused
from sdgassess.scoring.evaluation import Basis

if TYPE_CHECKING:
    from sdgassess.document.screen import Screen
    from sdgassess.report.years.edition import YearsEdition


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
    again = " ".join([*map(quoted, paths[:-1]), typed_profile(paths[-1], questionnaire)])
    screen = _screen(edition, again)
    if show_all:
        from sdgassess.cli.details import years_screen

        screen = years_screen(edition, screen)
    print_screen(screen, plain=plain, paged=not no_pager)


def _screen(edition: YearsEdition, again: str) -> Screen:
    """The short screen; `again` is how the next command names the profiles."""
    columns = edition.years.columns
    if edition.across:
        from sdgassess.report.screens.side import side_blocks

        if edition.together:
            return side_blocks(edition, f"sdgassess gaps {quoted(columns[-1].file)}")
        return side_blocks(edition, f"sdgassess report {again} --across")
    from sdgassess.cli.ways import answered_way
    from sdgassess.report.screens.years import picture, years_blocks

    ways = {place: answered_way(columns[place].score) for place in picture(edition)}
    return years_blocks(edition, ways, again)
