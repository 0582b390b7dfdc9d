"""The heat map: factor by year, with numbers in the cells; line by line where it is read aloud.

Colour says nothing here: a cell has its number, a shade of as many dots, and a sign for how it
stands to the year before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.questions import Direction
from sdgassess.document.page import Page
from sdgassess.language import N_, Words
from sdgassess.model.question import Level
from sdgassess.numbers import written_number
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factor_phrases import (
    as_scored,
    as_scored_title,
    behind_changes,
    by_column,
    factors_title,
    no_factors,
    ranges,
    scored_otherwise,
    without_quick,
)
from sdgassess.text import pad, width

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
_DEEPEST = 5
"""How many times a sentence is set in at most."""
_TAIL = 9
"""The columns behind the last year: first against last, and how much is compared."""


class _Layout(NamedTuple):
    """How a table is laid out.

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


def write_factors(page: Page, edition: YearsEdition) -> None:
    """Every factor on the questions that were answered alike in every profile."""
    if not edition.years.factors:
        return
    page.heading(factors_title(edition))
    if not any(factor.compared for factor in edition.years.factors):
        page.text(no_factors(edition), "  ")
    elif edition.linear:
        _sentences(page, edition)
    else:
        _table(page, edition)
    for sentence in (*ranges(edition), *behind_changes(edition)):
        page.item(sentence)
    for sentence in without_quick(edition):
        page.text(sentence)


def _table(page: Page, edition: YearsEdition) -> None:
    """The heat map, as wide as it may be; in several blocks where it is wider than the page."""
    rows = [factor for factor in edition.years.factors if factor.compared]
    layout = _layout(page, edition, rows)
    columns = range(len(edition.years.columns))
    fitting = max((page.columns - layout.lead - _TAIL) // (layout.size + 1), 1)
    spare = page.columns - layout.lead - _TAIL - len(columns) * (layout.size + 1)
    titled = spare >= _LEAST_TITLE
    for start in range(0, len(columns), fitting):
        block = columns[start : start + fitting]
        heads = " ".join(pad(f" {layout.heads[column]}", layout.size) for column in block)
        page.text((" " * layout.lead + heads).rstrip())
        for factor in rows:
            line = _row(edition, factor, layout, block)
            if titled:
                page.text(_title(edition, factor), line + "  ")
            else:
                page.text(line.rstrip())
    if not titled:
        page.text("; ".join(f"{factor.id} {_title(edition, factor)}" for factor in rows))
    _legend(page, edition, layout)
    if any(factor.too_few for factor in rows):
        page.text(edition.words("– too few questions in common for a level"))


def _layout(page: Page, edition: YearsEdition, rows: Sequence[FactorYears]) -> _Layout:
    """The fullest way to lay the table out in which all columns fit, else the barest."""
    marks = max(len(_number(level, edition.words)) for factor in rows for level in factor.levels)
    can_shade = len(edition.years.rules.scale) == len(_SHADES)
    lead = max(width(_indented(factor)) for factor in edition.years.factors) + 1
    for narrow, shaded in ((False, can_shade), (False, False), (True, False)):
        heads = edition.short_heads(narrow=narrow)
        size = max(marks + 2 * shaded + 1, *(len(head) + 1 for head in heads))
        if lead + len(heads) * (size + 1) + _TAIL <= page.columns:
            break
    return _Layout(heads, shaded, size, lead)


def _row(edition: YearsEdition, factor: FactorYears, layout: _Layout, block: range) -> str:
    """One factor in some of the columns; its end behind the last."""
    cells = " ".join(pad(_cell(edition, factor, column, layout), layout.size) for column in block)
    last = block[-1] == len(edition.years.columns) - 1
    return pad(_indented(factor), layout.lead) + cells + (_end(edition, factor) if last else "")


def _indented(factor: FactorYears) -> str:
    """A part's id, set in by its depth."""
    return " " * factor.depth + factor.id


def _cell(edition: YearsEdition, factor: FactorYears, column: int, layout: _Layout) -> str:
    """One cell: how it stands to the year before, the level, and its shade."""
    sign = " "
    if column and not edition.across:
        sign = _SIGNS[factor.between(column - 1, column)]
    level = factor.levels[column]
    scale = [option.value for option in edition.years.rules.scale]
    shade = _SHADES[scale.index(level)] * 2 if layout.shaded and level in scale else ""
    return f"{sign}{_TOO_FEW if factor.too_few else _number(level, edition.words)}{shade}"


def _end(edition: YearsEdition, factor: FactorYears) -> str:
    """The end of a row: first against last, and how many of the questions are compared."""
    last = len(edition.years.columns) - 1
    sign = "" if edition.across or last == 1 else f" {_SIGNS[factor.between(0, last)]} "
    questions = edition.asked_of(factor.id)
    return f"{sign} {len(factor.compared)}/{questions}"


def _title(edition: YearsEdition, factor: FactorYears) -> str:
    """A factor's name."""
    return edition.line(edition.years.rules.nodes[factor.id].title)


def _legend(page: Page, edition: YearsEdition, layout: _Layout) -> None:
    """What the signs mean."""
    words = edition.words
    if not edition.across:
        page.text(words("↑ higher, ↓ lower, = unchanged since the year before"))
        if len(edition.years.columns) > 2:
            page.text(words("The sign behind the last year: first against last."))
    if layout.shaded:
        levels = zip(_SHADES, edition.years.rules.scale, strict=True)
        keys = [f"{shade * 2} {written_number(option.value, words)}" for shade, option in levels]
        page.text("  ".join(keys[1:]))  # the lowest level has no shade
    page.text(words("3/6: three of {the_part}'s six questions could be compared.  ? no level"))


def _sentences(page: Page, edition: YearsEdition) -> None:
    """The same, a sentence per factor."""
    words, last = edition.words, len(edition.years.columns) - 1
    for factor in edition.years.factors:
        if not factor.compared:
            continue
        levels = by_column(edition, factor.levels)
        if factor.too_few:
            levels = words("too few questions in common for a level")
        parts = [f"{factor.id} {_title(edition, factor)}: {levels}"]
        direction = factor.between(0, last)
        if not edition.across and direction in _WORDS:
            parts.append(words(_WORDS[direction], year=edition.label(0)))
        questions = edition.asked_of(factor.id)
        share = words("{n} of {all} questions compared", n=len(factor.compared), all=questions)
        page.item("; ".join((*parts, share)), indent=2 + 2 * min(factor.depth, _DEEPEST))


def write_as_scored(page: Page, edition: YearsEdition) -> None:
    """The factors that were scored otherwise then, with both figures and the reason."""
    factors = scored_otherwise(edition)
    if factors:
        page.heading(as_scored_title(edition))
    for factor in factors:
        page.item(as_scored(edition, factor))


def _number(level: Level | None, words: Words) -> str:
    """A level, or the mark that there is none."""
    return "?" if level is None else written_number(level, words)
