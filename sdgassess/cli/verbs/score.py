"""The verb that shows where a municipality stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

from sdgassess.cli.opening import OpenProfile, open_scored
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
from sdgassess.cli.terminal.streams import linear, print_json, print_screen
from sdgassess.language import N_
from sdgassess.scoring.score import Score


class _Output(NamedTuple):
    """How a result is printed."""

    as_json: bool
    show_all: bool
    plain: bool
    paged: bool


def run_score(
    *,
    file: ProfilePath,
    show_all: ShowAll = False,
    supposed: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="ID=LEVEL,…",
            help=N_("Show what would follow if these questions stood so; nothing is saved."),
        ),
    ] = None,
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
        UsageRefused: what is supposed is no question, or not on its scale.
    """
    opened, result = open_scored(file, basis, questionnaire, lang)
    if supposed is not None:
        _print_consequences(
            opened, result, supposed, _Output(as_json, show_all, plain, not no_pager)
        )
        return
    if as_json:
        from sdgassess.report.results.scores import score_result

        print_json(score_result(result, opened.file, opened.words.language))
        return
    from sdgassess.cli.ways import answered_way
    from sdgassess.report.edition import Edition
    from sdgassess.report.screens.score import score_blocks

    edition = Edition(opened.words, result, linear=linear(plain=plain))
    screen = score_blocks(edition, answered_way(result), opened.typed)
    if show_all:
        from sdgassess.cli.details import score_screen

        screen = score_screen(opened, edition, screen)
    print_screen(screen, plain=plain, paged=not no_pager)


def _print_consequences(
    opened: OpenProfile, today: Score, lines: Sequence[str], output: _Output
) -> None:
    """What would follow if questions stood elsewhere; nothing is written anywhere."""
    from sdgassess.cli.supposing import supposed_answers
    from sdgassess.scoring.supposition import score_if

    answers = supposed_answers(today, lines)
    supposed = score_if(today, answers)
    if output.as_json:
        from sdgassess.report.results.scores import score_if_result

        levels = {question: option.value for question, option in answers.items()}
        language = opened.words.language
        print_json(score_if_result(today, supposed, levels, opened.file, language))
        return
    from sdgassess.analysis.consequences import Consequences, Standing
    from sdgassess.cli.ways import answered_way
    from sdgassess.report.edition import Edition
    from sdgassess.report.screens.what_if import what_if_blocks

    spoken = linear(plain=output.plain)
    consequences = Consequences(
        Standing(today, answered_way(today)), Standing(supposed, answered_way(supposed))
    )
    edition = Edition(opened.words, consequences, linear=spoken)
    screen = what_if_blocks(edition, tuple(answers), opened.typed)
    if output.show_all:
        from sdgassess.cli.details import score_screen

        screen = score_screen(opened, Edition(opened.words, supposed, linear=spoken), screen)
    print_screen(screen, plain=output.plain, paged=output.paged)
