"""The arguments and options that verbs share, each with its one help text.

The texts are marked here and translated in `sdgassess.cli.commands`, once the language is known.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sdgassess.language import N_

ROLE_HELP = N_("Only what is put to this role: its id, its letter or its title.")


def _nearest_language(ctx: typer.Context, lang: str | None) -> str | None:
    """The language named at the verb, else the one named before it."""
    above = ctx.parent
    while lang is None and above is not None:
        lang, above = above.params.get("lang"), above.parent
    return lang


LanguageCode = Literal["da", "sv", "en"]
"""One of `sdgassess.language.LANGUAGES`, as the parser needs it."""

ProfilePath = Annotated[Path, typer.Argument(metavar="FILE", help=N_("A profile (YAML)."))]
BasisWord = Annotated[
    Literal["answered", "backed"],
    typer.Option(
        "--basis",
        help=N_("Which levels the rules run on: as answered, or as far as they are backed."),
    ),
]
QuestionnairePath = Annotated[
    Path | None,
    typer.Option(
        "--questionnaire",
        metavar="PATH",
        help=N_("A questionnaire file of your own, instead of the one that ships."),
    ),
]
Lang = Annotated[
    LanguageCode | None,
    typer.Option("--lang", callback=_nearest_language, help=N_("The language to speak.")),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        "--against",
        metavar="REF",
        help=N_("A reference's id or file; may be repeated. Default: all documented ones."),
    ),
]
Across = Annotated[
    bool, typer.Option("--across", help=N_("{Many_subjects} side by side; nobody is ranked."))
]
Together = Annotated[
    bool,
    typer.Option(
        "--together",
        help=N_("Several assessments of one place, by several groups, side by side."),
    ),
]
QuickOrFull = Annotated[
    bool | None,
    typer.Option("--quick/--full", help=N_("Only the core questions, or all of them.")),
]
IntoFolder = Annotated[
    Path, typer.Option("--to", metavar="FOLDER", help=N_("Where the files go."))
]
AsJson = Annotated[bool, typer.Option("--json", help=N_("One JSON document on standard output."))]
PlainLines = Annotated[
    bool,
    typer.Option(
        "--plain",
        help=N_("Line by line, without line editing or any escape sequence: for screen readers."),
    ),
]
ShowAll = Annotated[
    bool, typer.Option("--all", help=N_("Everything, instead of the short screen."))
]
NoPager = Annotated[
    bool,
    typer.Option("--no-pager", help=N_("Print at once, also what is taller than the window.")),
]
Debug = Annotated[
    bool, typer.Option("--debug", help=N_("Show the traceback if the program itself fails."))
]
LogoPath = Annotated[
    Path | None,
    typer.Option("--logo", metavar="FILE", help=N_("Your own logo: a PNG, JPEG or SVG file.")),
]
NameLine = Annotated[
    str | None,
    typer.Option("--name-line", metavar="TEXT", help=N_("A line beside the logo.")),
]
TemplatePath = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help=N_("Your own Word or PowerPoint template, for .docx and .pptx."),
    ),
]
Overwrite = Annotated[bool, typer.Option("--force", help=N_("Replace a file of the same name."))]
