"""The groups `questionnaire` and `reference`: what ships, versions compared, a new one begun."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sdgassess.cli.help import SpokenCommand, SpokenGroup
from sdgassess.cli.options import (
    CONTEXT,
    AsJson,
    Debug,
    Lang,
)
from sdgassess.language import N_

questionnaire_app = typer.Typer(
    cls=SpokenGroup,
    context_settings=CONTEXT,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=N_("List questionnaires, show one whole, compare two versions, or begin your own."),
)
reference_app = typer.Typer(
    cls=SpokenGroup,
    context_settings=CONTEXT,
    rich_markup_mode=None,
    no_args_is_help=True,
    help=N_("List references, or show one with every point and its source."),
)


@questionnaire_app.callback()
@reference_app.callback()
def _spoken_group(lang: Lang = None) -> None:
    """Hold the language where it is named before the inner verb."""


@questionnaire_app.command(
    "list",
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("The questionnaires that ship."),
)
def questionnaire_list(lang: Lang = None, as_json: AsJson = False, debug: Debug = False) -> None:
    """List questionnaires."""
    from sdgassess.cli.verbs.show import run_questionnaire_list

    run_questionnaire_list(lang, as_json)


@questionnaire_app.command(
    "show",
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("One questionnaire whole: questions, anchors, rules and their reasons."),
)
def questionnaire_show(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID|ID@VERSION|PATH]", help=N_("Which; the newest one that ships if not.")
        ),
    ] = None,
    part: Annotated[
        str | None,
        typer.Option("--part", metavar="ID", help=N_("Only this factor or question.")),
    ] = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show a questionnaire."""
    from sdgassess.cli.verbs.show import run_questionnaire_show

    run_questionnaire_show(what, part, lang, as_json)


@questionnaire_app.command(
    "diff",
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("What became otherwise between two versions, and what that does to profiles."),
)
def questionnaire_diff(
    one: Annotated[str, typer.Argument(metavar="ID@VERSION|PATH", help=N_("The one version."))],
    other: Annotated[
        str, typer.Argument(metavar="ID@VERSION|PATH", help=N_("The other version."))
    ],
    profiles: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE|FOLDER]…", help=N_("Profiles that it may touch.")),
    ] = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Hold two versions beside each other."""
    from sdgassess.cli.verbs.diff import run_questionnaire_diff

    run_questionnaire_diff(one, other, profiles or [], lang, as_json)


@questionnaire_app.command(
    "new",
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("Begin a questionnaire of your own: a small commented file that passes the check."),
)
def questionnaire_new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help=N_("The file to write; it must not exist."))
    ],
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Begin a questionnaire."""
    from sdgassess.cli.verbs.new import run_questionnaire_new

    run_questionnaire_new(file, lang)


@reference_app.command(
    "list", cls=SpokenCommand, context_settings=CONTEXT, help=N_("The references that ship.")
)
def reference_list(lang: Lang = None, as_json: AsJson = False, debug: Debug = False) -> None:
    """List references."""
    from sdgassess.cli.verbs.show import run_reference_list

    run_reference_list(lang, as_json)


@reference_app.command(
    "show",
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("One reference: every point with its bounds, confidence, date, quote and source."),
)
def reference_show(
    what: Annotated[str, typer.Argument(metavar="ID|PATH", help=N_("Which reference."))],
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show a reference."""
    from sdgassess.cli.verbs.show import run_reference_show

    run_reference_show(what, lang, as_json)
