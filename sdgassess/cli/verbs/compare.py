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
    PlainLines,
    QuestionnairePath,
    Together,
)
from sdgassess.cli.terminal.streams import columns, linear, print_json, print_page
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
    basis: BasisWord = "answered",
    plain: PlainLines = False,
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
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
    from sdgassess.report.years.screen import years_screen

    edition = YearsEdition(words, years, across=beside, linear=linear(plain=plain))
    print_page(years_screen(edition, columns()))
