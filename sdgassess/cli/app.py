"""The verbs with their options and help; each body hands over to its own module.

Heavy imports stay inside the bodies, so that `--help` costs no more than Typer itself. Help texts
are marked here and translated in `sdgassess.cli.help`, once the language is known.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sdgassess import __version__
from sdgassess.cli.groups import questionnaire_app, reference_app
from sdgassess.cli.help import SpokenCommand, SpokenGroup
from sdgassess.cli.options import (
    CONTEXT,
    AsJson,
    BasisWord,
    Debug,
    ForARoom,
    Lang,
    LastYearFile,
    MinutesFile,
    PlainLines,
    ProfileFile,
    QuestionnaireFile,
    ShowPrevious,
)
from sdgassess.cli.printing import printing_app
from sdgassess.language import N_

app = typer.Typer(
    name="sdgassess",
    cls=SpokenGroup,
    context_settings=CONTEXT,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    help=N_(
        "Assess how a municipality governs its work with the SDGs / Agenda 2030.\n\n"
        "Start with `sdgassess demo`, or with `sdgassess assess` for your own municipality."
    ),
)


def _version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        typer.echo(f"sdgassess {__version__}")
        raise typer.Exit


@app.callback()
def _everything(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=N_("Show the version.")),
    ] = False,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Hold the options that every verb shares."""


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_(
        "Interview a municipality: start a profile, or go on where it stopped.\n\n"
        "Every answer is saved before the next question appears."
    ),
)
def assess(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help=N_("The profile to start or go on with; without it, named after the place."),
        ),
    ] = None,
    quick: Annotated[
        bool | None,
        typer.Option("--quick/--full", help=N_("Only the core questions, or all of them.")),
    ] = None,
    workshop: ForARoom = False,
    last_year: LastYearFile = None,
    show_previous: ShowPrevious = False,
    log: MinutesFile = None,
    plain: PlainLines = False,
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Run the interview."""
    from sdgassess.cli.verbs.assess import Asked, run_assess

    asked = Asked(file, quick, workshop, plain, questionnaire, lang, last_year, log)
    run_assess(asked._replace(show_previous=show_previous))


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("Where a municipality stands, on one screen, with what holds it back."),
)
def score(
    file: ProfileFile,
    basis: BasisWord = "answered",
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show the score."""
    from sdgassess.cli.opening import Asked
    from sdgassess.cli.verbs.score import run_score

    run_score(Asked(file, basis, questionnaire, lang, as_json))


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("How a level came about, answer by answer, and the cheapest steps to raise it."),
)
def explain(
    file: ProfileFile,
    about: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help=N_("A factor, question or pattern; without it, all.")),
    ] = None,
    basis: BasisWord = "answered",
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Explain a level."""
    from sdgassess.cli.opening import Asked
    from sdgassess.cli.verbs.explain import run_explain

    run_explain(Asked(file, basis, questionnaire, lang, as_json), about)


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("Hold a profile against references, point by point, and see what to work on."),
)
def gaps(
    file: ProfileFile,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            metavar="REF",
            help=N_("A reference's id or file; may be repeated. Default: all documented ones."),
        ),
    ] = None,
    basis: BasisWord = "answered",
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Show the gaps."""
    from sdgassess.cli.opening import Asked
    from sdgassess.cli.verbs.gaps import run_gaps

    run_gaps(Asked(file, basis, questionnaire, lang, as_json), against or [])


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("What moved from year to year, on what was asked alike; or several municipalities."),
)
def compare(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="FILE|FOLDER…", help=N_("Profiles, sorted by their dates.")),
    ],
    across: Annotated[
        bool,
        typer.Option("--across", help=N_("Municipalities side by side; nobody is ranked.")),
    ] = False,
    basis: BasisWord = "answered",
    plain: PlainLines = False,
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Compare profiles."""
    from sdgassess.cli.verbs.compare import Asked, run_compare

    run_compare(Asked(paths, across, basis, plain, questionnaire, lang, as_json))


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("Check profiles, questionnaires and references: every problem with its place."),
)
def check(
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE|FOLDER…", help=N_("What to check."))
    ],
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Check files."""
    from sdgassess.cli.verbs.check import run_check

    run_check(paths, questionnaire, lang, as_json)


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_(
        "Take a profile over to a newer version of its questionnaire; nothing is dropped.\n\n"
        "Without --apply it is only said what would become of each answer."
    ),
)
def migrate(
    file: ProfileFile,
    to: Annotated[
        str,
        typer.Option("--to", metavar="VERSION|PATH", help=N_("The newer version, or its file.")),
    ],
    apply: Annotated[
        bool, typer.Option("--apply", help=N_("Write it; the old file is kept beside."))
    ] = False,
    questionnaire: QuestionnaireFile = None,
    lang: Lang = None,
    as_json: AsJson = False,
    debug: Debug = False,
) -> None:
    """Take a profile over."""
    from sdgassess.cli.verbs.migrate import Asked, run_migrate

    run_migrate(Asked(file, to, apply, questionnaire, lang, as_json))


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("The JSON Schema of a format, or of the profiles of one questionnaire, for editors."),
)
def schema(
    kind: Annotated[
        Literal["profile", "questionnaire", "reference"],
        typer.Argument(help=N_("Which format.")),
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
    """Print a schema."""
    from sdgassess.cli.verbs.show import run_schema

    run_schema(kind, of, lang)


@app.command(
    cls=SpokenCommand,
    context_settings=CONTEXT,
    help=N_("The whole tour on a fictional municipality, with the results kept in a folder."),
)
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[FOLDER]", help=N_("Where the results are kept."))
    ] = Path("sdgassess-demo"),
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Run the tour."""
    from sdgassess.cli.verbs.demo import run_demo

    run_demo(folder, lang)


app.add_typer(printing_app)
app.add_typer(questionnaire_app, name="questionnaire")
app.add_typer(reference_app, name="reference")
