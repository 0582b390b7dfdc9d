"""The verb that shows one questionnaire whole, or a part of it."""

from __future__ import annotations

from typing import Annotated

import typer

from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import named_questionnaire, tree_of, value_of
from sdgassess.cli.options import AsJson, Debug, Lang
from sdgassess.cli.paths import is_path
from sdgassess.cli.shell import quoted
from sdgassess.cli.terminal.streams import print_json, print_next, print_screen
from sdgassess.language import N_
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)
from sdgassess.report.questionnaires.whole import questionnaire_blocks


def run_questionnaire_show(
    *,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID|ID@VERSION|PATH]", help=N_("Which; the newest one that ships if not.")
        ),
    ] = None,
    part: Annotated[
        str | None,
        typer.Option("--part", metavar="ID", help=N_("Only this part or question.")),
    ] = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show a questionnaire whole, or one part of it.

    Raises:
        InputRefused: there is no such questionnaire, or its file is broken.
        UsageRefused: it has no such part.
    """
    loaded = named_questionnaire(name)
    questionnaire = value_of(loaded)
    language = spoken_language(lang, None, questionnaire.complete_languages)
    words = words_about(questionnaire, language)
    node = None if part is None else _part_id(questionnaire, part)
    if as_json:
        print_json(tree_of(loaded))
        return
    print_screen(questionnaire_blocks(questionnaire, words, node))
    version = f"{questionnaire.id}@{questionnaire.version}"
    own = name if name is not None and is_path(name) else version
    print_next(f"sdgassess form --questionnaire {quoted(own)}", words)


def _part_id(questionnaire: Questionnaire, word: str) -> str:
    """A node or question in whatever case it was typed."""
    for name in (*questionnaire.nodes, *questionnaire.questions):
        if name.lower() == word.lower():
            return name
    facts: dict[str, Fact] = {"id": word, "near": tuple(questionnaire.factors)}
    raise UsageRefused(Problem("P506", Where(), facts))
