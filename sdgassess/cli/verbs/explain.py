"""The verb that explains a level."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

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
from sdgassess.language import N_
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.explain.screen import explain_screen, explainable
from sdgassess.scoring.score import Score


def run_explain(
    *,
    file: ProfilePath,
    about: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=N_("A part, question or pattern; without it, all.")),
    ] = None,
    show_all: ShowAll = False,
    basis: BasisWord = "answered",
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    as_json: AsJson = False,
    plain: PlainLines = False,
    no_pager: NoPager = False,
    debug: Debug = False,
) -> None:
    """Explain a factor, question or pattern of a profile; everything where none is named.

    Raises:
        InputRefused: the profile is missing, malformed or invalid.
        UsageRefused: the id is none of the questionnaire's; the nearest ones are named.
    """
    opened, result = open_scored(file, basis, questionnaire, lang)
    node = None if about is None else explainable_id(result, about)
    if as_json:
        from sdgassess.report.results.scores import explain_result

        print_json(explain_result(result, opened.file, node, opened.words.language))
        return
    paged = not (plain or no_pager)
    if show_all or node is None or node not in result.factors:
        print_page(explain_screen(result, opened.words, columns(), node), paged=paged)
        print_next(f"sdgassess gaps {quoted(opened.file)}", opened.words)
        return
    from sdgassess.media.terminal import lines_of
    from sdgassess.report.edition import Edition
    from sdgassess.report.screens.explain import factor_blocks

    screen = factor_blocks(Edition(opened.words, result), node, quoted(opened.file))
    print_page(lines_of(screen, columns(), linear=linear(plain=plain)), paged=paged)


def explainable_id(result: Score, word: str) -> str:
    """The id that somebody means: in any case, or a title in any language.

    Raises:
        UsageRefused: there is none (P506).
    """
    ids = explainable(result)
    if word.lower() in ids:
        return ids[word.lower()]
    near = [ids[name] for name in get_close_matches(word.lower(), ids, 4)]
    rules = result.questionnaire
    every = [*rules.factors, *(p.id for p in rules.patterns), *(a.id for a in rules.style)]
    facts: dict[str, Fact] = {"id": word, "near": tuple(dict.fromkeys(near or every))}
    raise UsageRefused(Problem("P506", Where(), facts))
