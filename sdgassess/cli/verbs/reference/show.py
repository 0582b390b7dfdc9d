"""The verb that shows one reference with every point and its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import tree_of, value_of
from sdgassess.cli.options import AsJson, Debug, Lang
from sdgassess.cli.paths import is_path, shelf_for
from sdgassess.cli.terminal.streams import print_json, print_next, print_screen
from sdgassess.files.load import load_reference, questionnaire_for
from sdgassess.language import N_
from sdgassess.phrases.terms import words_about
from sdgassess.report.questionnaires.references import reference_blocks


def run_reference_show(
    *,
    name: Annotated[str, typer.Argument(metavar="ID|PATH", help=N_("Which reference."))],
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show one reference with every point and its source.

    Raises:
        InputRefused: there is no such reference, or its file is broken.
    """
    shelf = shelf_for(Path(name))
    loaded = load_reference(Path(name) if is_path(name) else name, None, shelf)
    reference = value_of(loaded)
    questionnaire = value_of(questionnaire_for(reference.questionnaire, shelf))
    language = spoken_language(lang, None, questionnaire.complete_languages)
    words = words_about(questionnaire, language)
    if as_json:
        print_json(tree_of(loaded))
        return
    print_screen(reference_blocks(reference, questionnaire, words))
    print_next("sdgassess reference list", words)
