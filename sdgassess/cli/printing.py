"""The verbs that print, with their options and help; each body hands over to its own module."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sdgassess.cli.help import SpokenCommand
from sdgassess.cli.options import (
    CONTEXT,
    BasisWord,
    Debug,
    Lang,
    LogoFile,
    NameLine,
    Overwrite,
    QuestionnaireFile,
)
from sdgassess.cli.verbs.target.declared import declare_target
from sdgassess.language import N_

printing_app = typer.Typer()
"""Holds the verbs until they are put beside the others."""


@printing_app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_(
        "Print a gap report, a workshop poster, or years held against each other.\n\n"
        "The name after -o says the format: .pdf, .html, .docx or .md; .xlsx, .csv and .json "
        "hold everything that the report rests on."
    ),
)
def report(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…", help=N_("A profile; several, or a folder, for a comparison.")
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=N_("The file to write; without it, a PDF named after the profile."),
        ),
    ] = None,
    layout: Annotated[
        Literal["gaps", "poster", "years"] | None,
        typer.Option(
            "--layout", help=N_("What to print; gaps for one profile, years for several.")
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="REF",
            help=N_("A reference's id or file; may be repeated. Default: all documented ones."),
        ),
    ] = None,
    headline: Annotated[
        Literal["question", "marked", "finding"] | None,
        typer.Option(
            "--headline",
            help=N_(
                "On the poster: a question and empty rows before the workshop, the same with "
                "today's levels, or the finding after it."
            ),
        ),
    ] = None,
    paper: Annotated[
        Literal["a3", "a4"] | None, typer.Option("--paper", help=N_("The poster's paper."))
    ] = None,
    ink: Annotated[
        Literal["colour", "mono"] | None,
        typer.Option("--ink", help=N_("The poster in colour, or in black only.")),
    ] = None,
    across: Annotated[
        bool,
        typer.Option("--across", help=N_("Municipalities side by side; nobody is ranked.")),
    ] = False,
    logo: LogoFile = None,
    name_line: NameLine = None,
    force: Overwrite = False,
    basis: BasisWord = "answered",
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Print."""
    from sdgassess.cli.verbs.report.asked import Asked
    from sdgassess.cli.verbs.report.run import run_report

    asked = Asked(paths, output, layout, against or (), basis, across, headline, paper, ink)
    run_report(
        asked._replace(
            logo=logo, name_line=name_line, force=force, questionnaire=questionnaire, lang=lang
        )
    )


@printing_app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_(
        "The questionnaire to fill in by hand: empty, or filled from a profile.\n\n"
        "Without -o it is a PDF in this folder."
    ),
)
def form(
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
    from sdgassess.cli.verbs.form import Asked, run_form

    run_form(Asked(file, quick, role, beside, output, force, questionnaire, logo, name_line, lang))


declare_target(printing_app)
