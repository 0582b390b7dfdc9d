"""The writer of posters: a poster, a size of paper and an ink in; the bytes of a PDF out."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from sdgassess.document.blocks import Run
from sdgassess.document.palette import (
    STANDING,
    TARGET,
    TEXT,
    Ink,
)
from sdgassess.document.poster import (
    Poster,
    PosterAgreement,
    PosterAim,
    PosterRow,
    PosterRung,
    PosterStanding,
)
from sdgassess.media.pdf.typesetting import logo_value, typeset_with_logo


class Paper(StrEnum):
    """The sizes of paper, landscape."""

    A3 = "a3"
    A4 = "a4"


__all__ = ["Ink", "Paper", "poster_pdf"]

Scale = tuple[PosterRung, ...]
"""The levels above a ladder, lowest first."""

_REGIONS = {"da": "DK", "sv": "SE", "en": "GB"}
_GRID = "#767676"
"""Darker than the grid of a chart on a screen: light grey is lost on copies."""

_INKS = {
    Ink.COLOUR: {"text": TEXT, "now": STANDING, "target": TARGET, "grid": _GRID},
    Ink.MONO: {"text": TEXT, "now": TEXT, "target": TEXT, "grid": TEXT},
}


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
        "region": _REGIONS.get(poster.language),
        "paper": paper.value,
        "ink": _INKS[ink],
        "title": poster.headline,
        "headline": [pieces(part) for part in poster.headline.split(" · ")],
        "subtitle": pieces(poster.subtitle),
        "scale": _scale(poster.scale),
        "pages": [[_row(row, poster.scale) for row in page] for page in poster.pages],
        "votes": poster.votes,
        "agreements": [_agreement(one) for one in poster.agreements],
        "how_to": list(poster.how_to),
        "key": [{"mark": entry.mark.value, "words": entry.words} for entry in poster.key],
        "footer": pieces(poster.footer),
        "labels": poster.labels._asdict(),
        "look": _look(poster),
    }
    return typeset_with_logo("poster.typ", value, poster.date)


def _look(poster: Poster) -> dict[str, Any]:
    """The municipality's logo and name line."""
    line = poster.look.name_line
    called = line or poster.labels.logo
    return {"logo": logo_value(poster.look, called), "name_line": pieces(line) if line else None}


def _place(rung: PosterRung, scale: Scale) -> float:
    """Where a level stands, from 0 at the lowest of the scale to 1 at the highest.

    Levels are steps: each is as far from the next as any other, whatever their values. What lies
    between two levels stands between them in proportion.
    """
    values = [step.value for step in scale]
    level = min(max(rung.value, values[0]), values[-1])
    below = max(place for place, value in enumerate(values[:-1]) if value <= level)
    part = (level - values[below]) / (values[below + 1] - values[below])
    return round(float((below + part) / (len(values) - 1)), 4)


def _mark(rung: PosterRung | None, scale: Scale) -> dict[str, Any] | None:
    """The place and the figure of a level, where there is one."""
    return {"at": _place(rung, scale), "figure": rung.figure} if rung else None


def _scale(scale: Scale) -> list[dict[str, Any]]:
    """The levels with their places."""
    return [
        {
            "at": _place(rung, scale),
            "figure": rung.figure,
            "name": _run(rung.name) if rung.name else None,
        }
        for rung in scale
    ]


def _row(row: PosterRow, scale: Scale) -> dict[str, Any]:
    """A row with the places of its marks."""
    return {
        "name": _run(row.name),
        "alt": row.alt,
        "standing": _standing(row.standing, scale) if row.standing else None,
        "aims": [_aim(aim, scale) for aim in row.aims],
    }


def _standing(standing: PosterStanding, scale: Scale) -> dict[str, Any]:
    """The places and figures of a factor's marks."""
    return {
        "answered": _mark(standing.answered, scale),
        "backed": _mark(standing.backed, scale),
        "capped": _mark(standing.capped, scale),
        "open": [_place(end, scale) for end in standing.open] if standing.open else None,
        "remark": standing.remark,
    }


def _aim(aim: PosterAim, scale: Scale) -> dict[str, Any]:
    """The places of a chosen question's marks, and how many steps it is."""
    return {
        "question": aim.question,
        "level": _place(aim.level, scale) if aim.level else None,
        "target": _place(aim.target, scale) if aim.target else None,
        "steps": "" if aim.steps is None else str(aim.steps),
    }


def _agreement(one: PosterAgreement) -> dict[str, Any]:
    """An agreement with its runs."""
    return {
        "title": [_run(run) for run in one.title],
        "question": [_run(run) for run in one.question],
        "aim": [_run(run) for run in one.aim],
        "who": _run(one.who) if one.who else None,
        "by": _run(one.by) if one.by else None,
        "first_move": _run(one.first_move) if one.first_move else None,
    }


def _run(run: Run) -> dict[str, Any]:
    """A run as the template reads it."""
    return {"pieces": pieces(run.text), "language": run.language, "strong": run.strong}


_LONG_WORD = re.compile(r"[^\s\-–—/]{15,}")
_NARROW_WORD = 19
"""Up to so many small letters, a word fits the narrowest column in the largest type."""

_UNBROKEN = 8
"""No more letters than these stand without a place to break in a long word."""

_JOINTS = ("ings", "heds", "hets", "ions", "skabs", "skaps", "tets", "doms", "ernes", "ernas")
"""How the first word of a Danish or Swedish compound often ends."""

_VOWELS = "aeiouyæøåäöáéíóúüœ"

_PAIR = re.compile(f"(?:[bdfgkpt]r|[bfp]l)[{_VOWELS}]", re.IGNORECASE)
"""Two consonants that are spoken as one."""

_SINGLE = re.compile(f"[^\\W\\d_{_VOWELS}][{_VOWELS}]", re.IGNORECASE)
"""What most syllables begin with."""


def pieces(text: str) -> list[str]:
    """A text in pieces that may stand on different lines; together they are the text again."""
    found = [""]
    done = 0
    for word in _LONG_WORD.finditer(text):
        first, *rest = _syllables(word.group())
        found[-1] += text[done : word.start()] + first
        found += rest
        done = word.end()
    found[-1] += text[done:]
    return found


def _syllables(word: str) -> list[str]:
    """A long word in syllables, none with too many letters; a word that fits in one piece."""
    small = sum(letter.islower() for letter in word)
    if len(word) <= _NARROW_WORD and small >= len(word) - 1:
        return [word]
    syllables = [""]
    for at, letter in enumerate(word):
        if len(syllables[-1]) >= _UNBROKEN or _begins_syllable(word, at):
            syllables.append("")
        syllables[-1] += letter
    return syllables


def _begins_syllable(word: str, at: int) -> bool:
    """Whether a syllable begins here: a consonant or two before a vowel, after an earlier vowel.

    Three letters at least stay on either side, as printers do it. An s that joins two words of a
    compound stays with the first.
    """
    if not 3 <= at <= len(word) - 3:
        return False
    if word[:at].lower().endswith(_JOINTS):
        return True
    if word[: at + 1].lower().endswith(_JOINTS):
        return False
    begins = _PAIR.match(word, at) or _SINGLE.match(word, at)
    if not begins or _PAIR.match(word, at - 1):
        return False
    return any(letter in _VOWELS for letter in word[:at].lower())
