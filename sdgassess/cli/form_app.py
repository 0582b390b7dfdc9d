"""The verb `form` with its options and help, attached to the others by `attach_form`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sdgassess.cli.help import SpokenCommand
from sdgassess.cli.options import CONTEXT, Debug, Lang, LogoFile, NameLine, Overwrite
from sdgassess.language import N_


def attach_form(app: typer.Typer) -> None:
    """Add the verb to the others."""
    app.command(
        "form",
        cls=SpokenCommand,
        context_settings=CONTEXT,
        help=N_(
            "The questionnaire to fill in by hand: empty, or filled from a profile.\n\n"
            "Without -o it is a PDF in this folder."
        ),
    )(_form)


def _form(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help=N_("A profile to fill it from.")),
    ] = None,
    quick: Annotated[
        bool | None,
        typer.Option("--quick/--full", help=N_("Only the core questions, or all of them.")),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--role",
            metavar="ROLE",
            help=N_("Only what is put to this role: its id, its letter or its title."),
        ),
    ] = None,
    beside: Annotated[
        Literal["da", "sv", "en"] | None,
        typer.Option("--beside", help=N_("A second language, beside the first.")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=N_("The file to write; the name ends in .pdf, .html, .docx or .md."),
        ),
    ] = None,
    questionnaire: Annotated[
        str | None,
        typer.Option(
            "--questionnaire",
            metavar="PATH|ID@VERSION",
            help=N_("Another questionnaire than the newest one that ships."),
        ),
    ] = None,
    logo: LogoFile = None,
    name_line: NameLine = None,
    force: Overwrite = False,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Write a form."""
    from sdgassess.cli.form_verb import Asked, run_form

    run_form(Asked(file, quick, role, beside, output, force, questionnaire, logo, name_line, lang))
