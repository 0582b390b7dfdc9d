"""What may be asked of a report: its layouts, the formats of each, and what goes with what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from sdgassess.cli.output import refuse_source
from sdgassess.problem import (
    Fact,
    Problem,
    UsageRefused,
    Where,
)


class Layout(StrEnum):
    """What is printed."""

    GAPS = "gaps"
    POSTER = "poster"
    YEARS = "years"


DOCUMENTS = (".pdf", ".html", ".docx", ".md")
TABLES = (".xlsx", ".csv", ".json")
"""What every layout can be had as: all that it rests on."""

FORMATS = {
    Layout.GAPS: (*DOCUMENTS, *TABLES),
    Layout.POSTER: (".pdf", *TABLES),
    Layout.YEARS: (*DOCUMENTS, *TABLES),
}


class Asked(NamedTuple):
    """What the command line asks for.

    Attributes:
        paths: one profile, or several; folders for a series of years.
        output: the file to write; without it, one named after the profile.
        layout: what is printed; by the number of profiles where not said.
        against: references to hold the profile against.
        basis: which levels the rules run on.
        across: whether several municipalities are meant.
        headline: on a poster, a question, or the finding.
        paper: the poster's paper.
        ink: colour, or black only.
        logo: the municipality's picture.
        name_line: the line beside it.
        force: whether a file of that name is replaced.
        questionnaire: a questionnaire file of one's own.
        lang: the language asked for.
    """

    paths: Sequence[Path]
    output: Path | None = None
    layout: str | None = None
    against: Sequence[str] = ()
    basis: str = "answered"
    across: bool = False
    headline: str | None = None
    paper: str | None = None
    ink: str | None = None
    logo: Path | None = None
    name_line: str | None = None
    force: bool = False
    questionnaire: Path | None = None
    lang: str | None = None


def layout_of(asked: Asked) -> Layout:
    """What is printed: as asked, else years for several profiles or a folder, else gaps.

    Raises:
        UsageRefused: a report on one profile is asked for several (P606), or an option does not
            go with the layout (P607).
    """
    several = len(asked.paths) > 1 or any(path.is_dir() for path in asked.paths)
    layout = Layout(asked.layout) if asked.layout else Layout.YEARS if several else Layout.GAPS
    if several and layout is not Layout.YEARS:
        second = asked.paths[1] if len(asked.paths) > 1 else asked.paths[0]
        raise UsageRefused(Problem("P606", Where(str(second)), {"layout": layout.value}))
    for option, layouts in _misplaced(asked):
        if layout not in layouts:
            facts: dict[str, Fact] = {
                "option": option,
                "layout": tuple(one.value for one in layouts),
            }
            raise UsageRefused(Problem("P607", Where(), facts))
    return layout


def _misplaced(asked: Asked) -> Iterator[tuple[str, tuple[Layout, ...]]]:
    """The options that were given and go with some layouts only."""
    poster = (Layout.POSTER,)
    if asked.headline is not None:
        yield "--headline", poster
    if asked.paper is not None:
        yield "--paper", poster
    if asked.ink is not None:
        yield "--ink", poster
    if asked.across:
        yield "--across", (Layout.YEARS,)
    if asked.against:
        yield "--against", (Layout.GAPS, Layout.POSTER)


def output_of(asked: Asked, layout: Layout) -> Path:
    """The file to write.

    Raises:
        UsageRefused: it is one of those that the report is made from (P608).
    """
    if asked.output is None:
        first = asked.paths[0]
        stem = first.resolve().name if first.is_dir() else first.stem
        return Path(f"{stem}-{layout.value}.pdf")
    refuse_source(asked.output, (*asked.paths, asked.logo, asked.questionnaire, *asked.against))
    return asked.output
