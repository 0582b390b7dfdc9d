"""The writer of posters: a poster, a size of paper and an ink in; the bytes of a PDF out."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sdgassess.document.palette import STANDING, TARGET, TEXT
from sdgassess.document.poster import (
    Poster,
    PosterAgreement,
    PosterAim,
    PosterRow,
    PosterRung,
    PosterStanding,
)
from sdgassess.document.runs import Run
from sdgassess.media.pdf.line_breaks import pieces
from sdgassess.media.pdf.typesetting import REGIONS, logo_value, typeset_with_logo


class Paper(StrEnum):
    """The sizes of paper, landscape."""

    A4 = "a4"
    A3 = "a3"
    A2 = "a2"
    A1 = "a1"
    A0 = "a0"


SIZES = {
    Paper.A4: (297, 210),
    Paper.A3: (420, 297),
    Paper.A2: (594, 420),
    Paper.A1: (841, 594),
    Paper.A0: (1189, 841),
}
"""Width and height in millimetres (ISO 216)."""
MOST_ROWS = {**dict.fromkeys(Paper, 12), Paper.A2: 6}
"""How many rows a sheet bears: with more there is no room to vote, or on A2 for the names, which
are as high there as on larger paper."""


class Ink(StrEnum):
    """Whether a poster is printed in colours or in one ink."""

    COLOUR = "colour"
    MONO = "mono"


PosterScale = tuple[PosterRung, ...]
"""The levels above a ladder, lowest first."""

_GRID = "#767676"
"""Darker than the grid of a chart on a screen: light grey is lost on copies."""

_INKS = {
    Ink.COLOUR: {"text": TEXT, "now": STANDING, "target": TARGET, "grid": _GRID},
    Ink.MONO: {"text": TEXT, "now": TEXT, "target": TEXT, "grid": TEXT},
}

_DEEPEST = 4
"""How many times a name is set in at most: more would leave too little room for it."""


def poster_pdf(poster: Poster, paper: Paper = Paper.A3, ink: Ink = Ink.COLOUR) -> bytes:
    """Write a poster.

    Args:
        poster: what stands on it.
        paper: the size of the paper; everything is scaled with it.
        ink: colours, or one ink.

    Returns:
        A PDF that claims PDF/UA-1 and PDF/A-2a; the same poster gives the same bytes.

    Raises:
        UsageRefused: Typst is not installed.
        InputRefused: the logo is a picture that no PDF of this kind can hold (P609).
    """
    value = {
        "language": poster.language,
        "region": REGIONS.get(poster.language),
        "paper": SIZES[paper],
        "ink": _INKS[ink],
        "title": poster.headline,
        "headline": [pieces(part) for part in poster.headline.split(" · ")],
        "subtitle": pieces(poster.subtitle),
        "scale": _scale(poster.scale),
        "pages": [[_row(row, poster.scale) for row in page] for page in poster.pages],
        "votes": poster.votes,
        "agreements": [_agreement(agreement) for agreement in poster.agreements],
        "how_to": list(poster.how_to),
        "key": [{"mark": entry.mark.value, "words": entry.words} for entry in poster.key],
        "own_way": pieces(poster.own_way),
        "footer": pieces(poster.footer),
        "labels": poster.labels._asdict(),
        "look": _look(poster),
    }
    return typeset_with_logo("poster.typ", value, poster.date)


def _look(poster: Poster) -> dict[str, Any]:
    """The municipality's logo and name line."""
    line = poster.look.name_line
    logo = logo_value(poster.look, line or poster.labels.logo)
    return {"logo": logo, "name_line": pieces(line) if line else None}


def _place(rung: PosterRung, scale: PosterScale) -> float:
    """Where a level stands, from 0 at the lowest of the scale to 1 at the highest.

    Levels are steps: each is as far from the next as any other, whatever their values. What lies
    between two levels stands between them in proportion.
    """
    values = [step.value for step in scale]
    level = min(max(rung.value, values[0]), values[-1])
    below = max(place for place, value in enumerate(values[:-1]) if value <= level)
    part = (level - values[below]) / (values[below + 1] - values[below])
    return round(float((below + part) / (len(values) - 1)), 4)


def _mark(rung: PosterRung | None, scale: PosterScale) -> dict[str, Any] | None:
    """The place and the figure of a level, where there is one."""
    return {"at": _place(rung, scale), "figure": rung.figure} if rung else None


def _scale(scale: PosterScale) -> list[dict[str, Any]]:
    """The levels with their places."""
    return [
        {
            "at": _place(rung, scale),
            "figure": rung.figure,
            "name": _run(rung.name) if rung.name else None,
            "rule": _run(rung.rule) if rung.rule else None,
        }
        for rung in scale
    ]


def _row(row: PosterRow, scale: PosterScale) -> dict[str, Any]:
    """A row with the places of its marks."""
    return {
        "name": _run(row.name),
        "alt": row.alt,
        "depth": min(row.depth, _DEEPEST),
        "ends": [_place(end, scale) for end in row.reach] if row.reach else [0, 1],
        "standing": _standing(row.standing, scale) if row.standing else None,
        "aims": [_aim(aim, scale) for aim in row.aims],
    }


def _standing(standing: PosterStanding, scale: PosterScale) -> dict[str, Any]:
    """The places and figures of a factor's marks."""
    return {
        "answered": _mark(standing.answered, scale),
        "backed": _mark(standing.backed, scale),
        "capped": _mark(standing.capped, scale),
        "open": [_place(end, scale) for end in standing.open] if standing.open else None,
        "remark": standing.remark,
    }


def _aim(aim: PosterAim, scale: PosterScale) -> dict[str, Any]:
    """The places of a chosen question's marks, and how many steps it is."""
    return {
        "question": aim.question,
        "level": _place(aim.level, scale) if aim.level else None,
        "target": _place(aim.target, scale) if aim.target else None,
        "steps": aim.remark if aim.steps is None else str(aim.steps),
    }


def _agreement(agreement: PosterAgreement) -> dict[str, Any]:
    """An agreement with its runs."""
    return {
        "title": [_run(run) for run in agreement.title],
        "question": [_run(run) for run in agreement.question],
        "aim": [_run(run) for run in agreement.aim],
        "who": _run(agreement.who) if agreement.who else None,
        "by": _run(agreement.by) if agreement.by else None,
        "first_move": _run(agreement.first_move) if agreement.first_move else None,
        "outcome": [_run(run) for run in agreement.outcome],
    }


def _run(run: Run) -> dict[str, Any]:
    """A run as the template reads it."""
    return {"pieces": pieces(run.text), "language": run.language, "strong": run.strong}
