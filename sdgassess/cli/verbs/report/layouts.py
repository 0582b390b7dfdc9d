"""What a report can be: its layouts, the formats of each, and the options that go with each.

Codes: P606 several profiles for one's layout · P607 an option of another layout · P608 the name of
a source.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from sdgassess.cli.printing import CALENDAR, SLIDES, TABLES
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
    ACTIONS = "actions"
    BRIEF = "brief"


DOCUMENTS = (".pdf", ".html", ".docx", ".md")

FORMATS = {
    Layout.GAPS: (*DOCUMENTS, SLIDES, *TABLES),
    Layout.POSTER: (".pdf", *TABLES),
    Layout.YEARS: (*DOCUMENTS, SLIDES, *TABLES),
    Layout.BRIEF: (*DOCUMENTS, *TABLES),
    Layout.ACTIONS: (*DOCUMENTS, CALENDAR, *TABLES),
}

_LAYOUTS_OF = {
    "--headline": (Layout.POSTER,),
    "--paper": (Layout.POSTER,),
    "--ink": (Layout.POSTER,),
    "--across": (Layout.YEARS,),
    "--against": (Layout.GAPS, Layout.POSTER),
}
"""The options that go with some layouts only."""


def layout_of(wanted: str | None, paths: Sequence[Path], output: Path | None = None) -> Layout:
    """What is printed: as named, else years for several profiles or a folder, else gaps.

    A calendar can hold only what was agreed, so its name says enough.

    Raises:
        UsageRefused: a report on one profile is asked for several (P606).
    """
    several = len(paths) > 1 or any(path.is_dir() for path in paths)
    is_calendar = output is not None and output.suffix.lower() == CALENDAR
    unnamed = Layout.ACTIONS if is_calendar else Layout.YEARS if several else Layout.GAPS
    layout = Layout(wanted) if wanted else unnamed
    if several and layout is not Layout.YEARS:
        second = paths[1] if len(paths) > 1 else paths[0]
        raise UsageRefused(Problem("P606", Where(str(second)), {"layout": layout.value}))
    return layout


def other_layouts(printed: Layout, output: Path) -> tuple[str, ...]:
    """The options for what else of the same profile can be had in the format of a name."""
    if printed is Layout.YEARS:
        return ()
    suffix = output.suffix.lower()
    return tuple(
        f"--layout {layout.value}"
        for layout, formats in FORMATS.items()
        if suffix in formats and layout is not Layout.YEARS
    )


def refuse_misplaced(layout: Layout, options: Mapping[str, object]) -> None:
    """Refuse an option that goes with other layouts only (P607).

    Args:
        layout: what is printed.
        options: what was given for each such option; what is empty was not given.

    Raises:
        UsageRefused: one does not go with it.
    """
    for option, value in options.items():
        layouts = _LAYOUTS_OF[option]
        if value and layout not in layouts:
            names = tuple(fitting.value for fitting in layouts)
            facts: dict[str, Fact] = {"option": option, "layout": names}
            raise UsageRefused(Problem("P607", Where(), facts))


def default_output(first: Path | None, layout: Layout) -> Path:
    """The file to write where nobody named one: a PDF named after the profile or the folder."""
    if first is None:
        return Path(f"{layout.value}.pdf")
    stem = first.resolve().name if first.is_dir() else first.stem
    return Path(f"{stem}-{layout.value}.pdf")
