"""The heat map: factor by year, with numbers in the cells; line by line where it is read aloud.

Colour says nothing here: a cell has its number, a shade of as many dots, and a sign for how it
stands to the year before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.questions import Direction
from sdgassess.language import N_
from sdgassess.model.question import Level
from sdgassess.report.years.edition import YearsPage
from sdgassess.report.years.factor_phrases import (
    as_scored,
    as_scored_title,
    by_column,
    factors_title,
    nothing_alike,
    scored_otherwise,
    without_quick,
)
from sdgassess.text import number, pad, width

_SIGNS = {
    Direction.UP: "↑",
    Direction.DOWN: "↓",
    Direction.SAME: "=",
    Direction.NOT_COMPARABLE: " ",
}
_WORDS = {
    Direction.UP: N_("higher than in {year}"),
    Direction.DOWN: N_("lower than in {year}"),
    Direction.SAME: N_("as in {year}"),
}
_SHADES = (" ", "░", "▒", "▓", "█")
_TOO_FEW = "–"
_LEAST_TITLE = 20
_TAIL = 9
"""The columns behind the last year: first against last, and how much is compared."""


class _Look(NamedTuple):
    """How a table is drawn.

    Attributes:
        heads: the heads of its columns.
        shaded: whether cells are shaded.
        size: how wide a cell is.
        lead: how wide the ids are.
    """

    heads: Sequence[str]
    shaded: bool
    size: int
    lead: int


def write_factors(told: YearsPage) -> None:
    """Every factor on the questions that were answered alike in every profile."""
    told.page.heading(factors_title(told))
    if told.years.compared:
        (_sentences if told.linear else _table)(told)
    else:
        told.page.text(nothing_alike(told), "  ")
    for sentence in without_quick(told):
        told.page.text(sentence)


def _table(told: YearsPage) -> None:
    """The heat map, as wide as it may be; in several blocks where it is wider than the page."""
    page, years = told.page, told.years
    rows = [one for one in years.factors if one.compared]
    look = _look(told, rows)
    room = max((page.columns - look.lead - _TAIL) // (look.size + 1), 1)
    every = range(len(years.columns))
    spare = page.columns - look.lead - _TAIL - len(every) * (look.size + 1)
    titled = spare >= _LEAST_TITLE
    for start in range(0, len(every), room):
        block = every[start : start + room]
        heads = " ".join(pad(f" {look.heads[place]}", look.size) for place in block)
        page.text((" " * look.lead + heads).rstrip())
        for one in rows:
            _row(told, one, look, block, titled=titled)
    if not titled:
        names = (f"{one.id} {page.say(years.rules.nodes[one.id].title)}" for one in rows)
        page.text("; ".join(names))
    _legend(told, look)
    if any(one.too_few for one in rows):
        page.text(told.words("– too few questions in common for a level"))


def _row(told: YearsPage, one: FactorYears, look: _Look, block: range, *, titled: bool) -> None:
    """One factor in some of the columns; its end behind the last."""
    cells = " ".join(pad(_cell(told, one, place, look), look.size) for place in block)
    last = block[-1] == len(told.years.columns) - 1
    line = pad(one.id, look.lead) + cells + (_end(told, one) if last else "")
    if titled:
        told.page.text(told.page.say(told.years.rules.nodes[one.id].title), line + "  ")
    else:
        told.page.text(line.rstrip())


def _look(told: YearsPage, rows: Sequence[FactorYears]) -> _Look:
    """The fullest way to draw the table in which all columns fit, else the barest."""
    marks = max(len(_number(level)) for one in rows for level in one.levels)
    scale = [option.value for option in told.years.rules.scale]
    can_shade = len(scale) == len(_SHADES)
    lead = max(width(one.id) for one in told.years.factors) + 1
    for narrow, shaded in ((False, can_shade), (False, False), (True, False)):
        heads = told.shorts(narrow=narrow)
        size = max(marks + 2 * shaded + 1, *(len(head) + 1 for head in heads))
        if lead + len(heads) * (size + 1) + _TAIL <= told.page.columns:
            break
    return _Look(heads, shaded, size, lead)


def _cell(told: YearsPage, one: FactorYears, place: int, look: _Look) -> str:
    """One cell: how it stands to the year before, the level, and its shade."""
    sign = " "
    if place and not told.across:
        sign = _SIGNS[one.between(place - 1, place)]
    level = one.levels[place]
    scale = [option.value for option in told.years.rules.scale]
    shade = _SHADES[scale.index(level)] * 2 if look.shaded and level in scale else ""
    return f"{sign}{_TOO_FEW if one.too_few else _number(level)}{shade}"


def _end(told: YearsPage, one: FactorYears) -> str:
    """The end of a row: first against last, and how many of the questions are compared."""
    last = len(told.years.columns) - 1
    whole = "" if told.across or last == 1 else f" {_SIGNS[one.between(0, last)]} "
    questions = len(told.years.rules.factors[one.id].questions)
    return f"{whole} {len(one.compared)}/{questions}"


def _legend(told: YearsPage, look: _Look) -> None:
    """What the signs mean."""
    words, page = told.words, told.page
    if not told.across:
        page.text(words("↑ higher, ↓ lower, = unchanged since the year before"))
        if len(told.years.columns) > 2:
            page.text(words("The sign behind the last year: first against last."))
    if look.shaded:
        shown = told.years.rules.scale
        page.text(
            "  ".join(
                f"{_SHADES[place] * 2} {number(option.value)}"
                for place, option in enumerate(shown)
                if place
            )
        )
    page.text(words("3/6: three of the factor's six questions could be compared.  ? no level"))


def _sentences(told: YearsPage) -> None:
    """The same, a sentence per factor."""
    page, last = told.page, len(told.years.columns) - 1
    for one in told.years.factors:
        if not one.compared:
            continue
        title = page.say(told.years.rules.nodes[one.id].title)
        levels = by_column(told, one.levels)
        if one.too_few:
            levels = told.words("too few questions in common for a level")
        whole = one.between(0, last)
        said = [f"{one.id} {title}: {levels}"]
        if not told.across and whole in _WORDS:
            said.append(told.words(_WORDS[whole], year=told.label(0)))
        questions = len(told.years.rules.factors[one.id].questions)
        said.append(
            told.words("{n} of {all} questions compared", n=len(one.compared), all=questions)
        )
        page.item("; ".join(said))


def write_as_scored(told: YearsPage) -> None:
    """The factors that were scored otherwise then, with both figures and the reason."""
    apart = scored_otherwise(told)
    if not apart:
        return
    told.page.heading(as_scored_title(told))
    for one in apart:
        told.page.item(as_scored(told, one))


def _number(level: Level | None) -> str:
    """A level, or the mark that there is none."""
    return "?" if level is None else number(level)
