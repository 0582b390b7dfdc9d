"""What came of the years, part by part: how many stand higher, which stand lower or as before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.factors import FactorYears
from sdgassess.analysis.years.questions import Direction
from sdgassess.document.passage import passage_line
from sdgassess.language import N_
from sdgassess.phrases.rows import in_a_row, some
from sdgassess.report.finding import PARTS_OF_ALL
from sdgassess.report.years.edition import YearsEdition

_NAMES = 3
_IDS = 10
_SINCE = {
    Direction.UP: N_("higher than in {year}"),
    Direction.DOWN: N_("lower than in {year}"),
    Direction.SAME: N_("as in {year}"),
}


def parts_moved(ends: YearsEdition) -> Iterator[str]:
    """How many parts stand higher, which stand lower, and which as before; on a screen.

    Args:
        ends: the two profiles that are compared.
    """
    words, year = ends.words, ends.label(0)
    moved = {direction: _parts(ends, direction) for direction in _SINCE}
    up, down, same = (len(moved[way]) for way in (Direction.UP, Direction.DOWN, Direction.SAME))
    every = up + down + same
    factors = [factor for factor in ends.years.factors if not factor.upper]
    if every == 1:
        (factor,) = (factor for ways in moved.values() for factor in ways)
        message = _SINCE[factor.between(0, 1)]
        yield f"{part_title(ends, factor)}: {words(message, year=year)}."
    elif every < len(factors) and not up and not down and every:
        message = N_(
            "{n} of {all} {many_parts} can be compared: "
            "none stands higher or lower than in {year}."
        )
        yield words(message, n=every, all=len(factors), year=year)
    elif every and not up and not down:
        yield words("No {one_part} stands higher or lower than in {year}.", year=year)
    elif every:
        yield _higher(ends, up, every, year)
        if down:
            yield words("Lower: {factors}.", factors=_named(ends, moved[Direction.DOWN]))
        if same:
            yield words("Unchanged: {factors}.", factors=_named(ends, moved[Direction.SAME]))


def questions_moved(ends: YearsEdition) -> str:
    """On how many questions that rests, and how many of them stand higher or lower."""
    summary = ends.years.first_to_last.summary
    return ends.words(
        "{comparable} of {all} questions compared: {up} higher, {down} lower, {same} unchanged.",
        comparable=summary.comparable,
        all=summary.asked,
        up=summary.up,
        down=summary.down,
        same=summary.same,
    )


def headline_of_parts(edition: YearsEdition) -> str | None:
    """The same as a title, without ids; None where no part moved, or one alone is compared."""
    words, year = edition.words, edition.label(0)
    up, down, same = (_parts(edition, direction) for direction in _SINCE)
    every = len(up) + len(down) + len(same)
    if every < 2 or not (up or down):
        return None
    sentences = [_higher(edition, len(up), every, year).rstrip(".")]
    if down:
        named = words(PARTS_OF_ALL, n=len(down), all=every)
        if len(down) <= _NAMES:
            named = _named(edition, down)
        lower = words("Lower: {factors}.", factors=named).rstrip(".")
        sentences.append(lower[:1].lower() + lower[1:])
    return " – ".join(sentences)


def _higher(edition: YearsEdition, up: int, every: int, year: str) -> str:
    """How many parts stand higher."""
    words = edition.words
    if not up:
        return words("No {one_part} stands higher than in {year}.", year=year)
    singular = "One of {all} {many_parts} stands higher than in {year}."
    plural = "{n} of {all} {many_parts} stand higher than in {year}."
    return words.plural(singular, plural, up, all=every, year=year)


def _parts(edition: YearsEdition, direction: Direction) -> list[FactorYears]:
    """The factors that moved one way from the first profile to the last, upper parts apart."""
    last = len(edition.years.columns) - 1
    return [
        factor
        for factor in edition.years.factors
        if not factor.upper
        and is_comparable(edition, factor)
        and factor.between(0, last) is direction
    ]


def is_comparable(edition: YearsEdition, factor: FactorYears) -> bool:
    """Whether a part can be compared, and the newest version has it."""
    known = factor.compared or factor.upper
    return bool(known) and not factor.too_few and factor.id in edition.years.rules.nodes


def _named(edition: YearsEdition, factors: Sequence[FactorYears]) -> str:
    """A few factors by name; many by their ids."""
    if len(factors) > _NAMES:
        return some([factor.id for factor in factors], _IDS, edition.words)
    return in_a_row([part_title(edition, factor) for factor in factors])


def part_title(edition: YearsEdition, factor: FactorYears) -> str:
    """The name of a factor."""
    return passage_line(edition.years.rules.nodes[factor.id].title, edition.words.language)
