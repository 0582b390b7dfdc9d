"""The verb that prints: a gap report, a poster, or years held against each other.

What is asked for is checked before anything is made, and a file is made whole before it is
written, so that a run that is refused leaves nothing behind.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from sdgassess.analysis.picks import due_on_no_day
from sdgassess.cli.gathering import Mode, gather
from sdgassess.cli.opening import OpenProfile, open_scored, typed_profile
from sdgassess.cli.options import (
    Across,
    Against,
    BasisWord,
    Debug,
    Lang,
    LogoPath,
    NameLine,
    Overwrite,
    QuestionnairePath,
    TemplatePath,
)
from sdgassess.cli.output import (
    look_of,
    refuse_existing,
    refuse_source,
    say_written,
    suffix_of,
    write_printed,
)
from sdgassess.cli.printing import (
    CALENDAR,
    actions_bytes,
    brief_bytes,
    empty_poster_bytes,
    gaps_bytes,
    poster_bytes,
)
from sdgassess.cli.references import gap_report
from sdgassess.cli.terminal.streams import print_next, print_text
from sdgassess.cli.verbs.report.layouts import (
    FORMATS,
    Layout,
    default_output,
    layout_of,
    other_layouts,
    refuse_misplaced,
)
from sdgassess.cli.verbs.report.years import years_bytes
from sdgassess.language import N_
from sdgassess.problem import Problem, UsageRefused, Where
from sdgassess.report.screens.score import first_levels_command
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score
from sdgassess.text import one_line


def run_report(
    *,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE…]",
            help=N_(
                "A profile; several, or a folder, for a comparison; "
                "none with --layout poster for an empty one."
            ),
        ),
    ] = None,
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
        Literal["gaps", "brief", "poster", "years", "actions"] | None,
        typer.Option(
            "--layout",
            help=N_(
                "What to print; gaps for one profile, years for several; brief is one page for "
                "those who decide; actions is what was agreed, a page for each owner."
            ),
        ),
    ] = None,
    against: Against = None,
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
        Literal["a4", "a3", "a2", "a1", "a0"] | None,
        typer.Option("--paper", help=N_("The poster's paper; a3 where nothing is said.")),
    ] = None,
    ink: Annotated[
        Literal["colour", "mono"] | None,
        typer.Option("--ink", help=N_("The poster in colour, or in black only.")),
    ] = None,
    across: Across = False,
    logo: LogoPath = None,
    name_line: NameLine = None,
    template: TemplatePath = None,
    force: Overwrite = False,
    basis: BasisWord = "answered",
    questionnaire: QuestionnairePath = None,
    lang: Lang = None,
    debug: Debug = False,
) -> None:
    """Print what is asked for into a file, and say which.

    Raises:
        UsageRefused: layout, options and format do not go together, or what a format needs is
            not installed.
        InputRefused: a profile, reference or picture is missing or broken.
        WriteRefused: a file of that name is there already, or it cannot be written.
    """
    paths = paths or []
    printed = layout_of(layout, paths, output)
    if not paths and (printed is not Layout.POSTER or headline not in (None, "question")):
        raise UsageRefused(Problem("P503", Where(), {"argument": "FILE"}))
    misplaced = {"--headline": headline, "--paper": paper, "--ink": ink}
    refuse_misplaced(printed, {**misplaced, "--across": across, "--against": against})
    path = output or default_output(paths[0] if paths else None, printed)
    if output is not None:
        refuse_source(output, (*paths, logo, template, questionnaire, *(against or ())))
    suffix = suffix_of(path, FORMATS[printed], other_layouts(printed, path))
    refuse_existing(path, force=force)
    look = look_of(logo, name_line, template, suffix)
    sources = [*paths, *(Path(reference) for reference in against or ())]
    latest = paths[-1] if paths else None
    score: Score | None = None
    if printed is Layout.YEARS:
        gathering = gather(paths, questionnaire, Mode.ACROSS if across else Mode.YEARS)
        latest = gathering.profiles[-1].path  # what was named may be a folder
        sources += [entrant.path for entrant in gathering.profiles]
        content, words = years_bytes(
            gathering, suffix, paths=paths, basis=Basis(basis), look=look, lang=lang
        )
    elif not paths:
        content, words = empty_poster_bytes(questionnaire, lang, look, paper=paper, ink=ink)
    else:
        opened, score = open_scored(paths[0], basis, questionnaire, lang)
        words, report = opened.words, gap_report(score, opened, against or ())
        if printed is Layout.GAPS:
            content = gaps_bytes(opened, report, suffix, look)
        elif printed is Layout.BRIEF:
            content = brief_bytes(opened, report, suffix, look)
        elif printed is Layout.ACTIONS:
            content = actions_bytes(opened, report, suffix, look)
        else:
            content = poster_bytes(
                opened, report, suffix, look, headline=headline, paper=paper, ink=ink
            )
    write_printed(path, content, sources, force=force)
    say_written(path, words)
    if printed is Layout.ACTIONS and suffix == CALENDAR:
        _say_left_out(opened)
    print_next(_next(latest, printed, questionnaire, score), words)


def _say_left_out(opened: OpenProfile) -> None:
    """Which agreements the calendar does not hold, since no day was set for them."""
    picks, words = due_on_no_day(opened.profile), opened.words
    if picks:
        items = [
            f"{pick.question} ({one_line(pick.by) if pick.by else words('no day')})"
            for pick in picks
        ]
        print_text(words("Due on no day, so not in the calendar: {ids}.", ids=", ".join(items)))


def _next(latest: Path | None, printed: Layout, own: Path | None, score: Score | None) -> str:
    """What can be typed next, about the newest profile that was printed; a score is one's own."""
    if latest is None:
        return "sdgassess assess"
    if score is not None and not score.has_levels:
        return first_levels_command(score, typed_profile(latest, own))
    verb = "gaps" if printed is Layout.YEARS else "target"
    return f"sdgassess {verb} {typed_profile(latest, own)}"
