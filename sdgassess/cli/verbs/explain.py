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
from sdgassess.cli.terminal.streams import linear, print_json, print_screen
from sdgassess.language import N_
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.edition import Edition
from sdgassess.report.explain.screen import explain_blocks, explainable
from sdgassess.report.screens.explain import factor_blocks, parts_blocks
from sdgassess.scoring.score import Score


def run_explain(
    *,
    file: ProfilePath,
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help=N_(
                "What to explain: the id of a part, a question or a risk pattern; without it, "
                "each part in short."
            ),
        ),
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
    """Explain a factor, question or pattern of a profile; each part in short without a name.

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
    edition = Edition(opened.words, result, linear=linear(plain=plain))
    name = opened.typed
    if show_all or (node is not None and node not in result.factors):
        screen = explain_blocks(edition, node, name)
    elif node is None:
        screen = parts_blocks(edition, name)
    else:
        screen = factor_blocks(edition, node, name)
    print_screen(screen, plain=plain, paged=not no_pager)


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
