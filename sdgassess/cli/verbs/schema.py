"""The verb that prints the JSON Schema of a format."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from sdgassess.cli.language import spoken_language
from sdgassess.cli.opening import named_questionnaire, value_of
from sdgassess.cli.options import Debug, Lang
from sdgassess.cli.terminal.streams import print_json
from sdgassess.files.read.schema import schema_of
from sdgassess.language import N_
from sdgassess.report.questionnaires.editor_schema import profile_schema_for


def run_schema(
    *,
    kind: Annotated[
        Literal["profile", "questionnaire", "reference", "answers"],
        typer.Argument(
            metavar="[profile|questionnaire|reference|answers]", help=N_("Which format.")
        ),
    ] = "profile",
    of: Annotated[
        str | None,
        typer.Option(
            "--of",
            metavar="ID",
            help=N_("For profiles of this questionnaire, with its ids and texts."),
        ),
    ] = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Print a JSON Schema.

    Raises:
        InputRefused: there is no such questionnaire.
    """
    schema = schema_of(kind)
    if of is not None:
        questionnaire = value_of(named_questionnaire(of))
        language = spoken_language(lang, None, questionnaire.complete_languages)
        schema = profile_schema_for(schema_of("profile"), questionnaire, language)
    print_json(schema)
