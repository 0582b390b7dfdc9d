"""Profiles side by side on one screen: several municipalities, or groups of one place.

Municipalities stand in alphabetical order and are never ranked; of groups of one place what they
see differently comes first, as it is what there is to talk about.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.agreement import Nearness
from sdgassess.analysis.years.factors import FactorYears
from sdgassess.document.screen import (
    MORE,
    Block,
    Command,
    Commands,
    Gap,
    Head,
    Key,
    Prose,
    Row,
    Rows,
    Screen,
    Strip,
    Title,
)
from sdgassess.numbers import between, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import BASES
from sdgassess.phrases.rows import some
from sdgassess.report.years.across import side_finding
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factor_phrases import all_alike_title, by_column, factors_title
from sdgassess.report.years.summary import notes, span
from sdgassess.report.years.together import (
    agreement_words,
    apart_title,
    levels_words,
    questions_by_nearness,
)

_FACTORS = 16
_APART = 6
_IDS = 12
_COLUMNS = 12
"""Beside so many profiles a row has a number each; of more their lowest and highest."""


def side_blocks(edition: YearsEdition, upcoming: str) -> Screen:
    """The whole screen.

    Args:
        edition: the profiles side by side, and the language they are told in.
        upcoming: the command that comes next.
    """
    return tuple(_blocks(edition, upcoming))


def _blocks(edition: YearsEdition, upcoming: str) -> Iterator[Block]:
    """The parts of the screen in their order."""
    words = edition.words
    yield Title((span(edition), words(BASES[edition.years.columns[-1].score.basis])))
    columns = range(len(edition.years.columns))
    if len(columns) <= _COLUMNS:
        yield Strip(tuple(edition.head(column) for column in columns))
    for note in notes(edition):
        yield Prose(note.text)
    yield Gap()
    if edition.together:
        yield Prose(" ".join(agreement_words(edition)), strong=True)
        yield from _apart(edition)
    else:
        yield Prose(f"{side_finding(edition)}.", strong=True)
    yield from _factors(edition)
    yield from _nearness(edition)
    yield Gap()
    yield Commands((Command(words(labels.NEXT), upcoming), Command(words(labels.MORE), MORE)))


def _apart(edition: YearsEdition) -> Iterator[Block]:
    """The questions on which they stand furthest apart, in words."""
    questions = questions_by_nearness(edition).get(Nearness.APART, [])
    if not questions:
        return
    yield Head(apart_title(edition))
    for question in questions[:_APART]:
        text = edition.line(edition.years.rules.questions[question].text)
        yield Prose(
            f"{question}  {text}: {levels_words(edition, question)}", lead="  ", hanging="    "
        )
    if questions[_APART:]:
        yield Key(edition.words(labels.MORE_ROWS, n=len(questions) - _APART))


def _factors(edition: YearsEdition) -> Iterator[Block]:
    """Each factor with the level of each profile; of many, the lowest and the highest."""
    factors = [f for f in edition.years.factors if f.compared and not f.too_few]
    if not factors:
        return
    yield Head(factors_title(edition))
    columns = range(len(edition.years.columns))
    if len(columns) > _COLUMNS:
        heads: tuple[str, ...] = ("", edition.words("range"), "")
    else:
        heads = ("", *edition.short_heads(narrow=False), "")
    rows = tuple(_factor(edition, factor) for factor in factors[:_FACTORS])
    yield Rows(rows, stretch=len(heads) - 1, heads=heads, most=1)
    if factors[_FACTORS:]:
        yield Key(edition.words(labels.MORE_ROWS, n=len(factors) - _FACTORS))


def _factor(edition: YearsEdition, factor: FactorYears) -> Row:
    """One factor."""
    words = edition.words
    title = edition.line(edition.years.rules.nodes[factor.id].title)
    marks = ["?" if level is None else written_number(level, words) for level in factor.levels]
    if len(marks) > _COLUMNS:
        known = sorted(level for level in factor.levels if level is not None)
        ends = [written_number(level, words) for level in (known[0], known[-1])] if known else []
        marks = [between(ends[0], ends[-1], words) if len(set(ends)) > 1 else "".join(ends[:1])]
        spoken = marks[0]
    else:
        spoken = by_column(edition, factor.levels)
    name = " " * factor.depth + factor.id
    return Row((name, *marks, title), f"{factor.id} {title}: {spoken}", factor.depth)


def _nearness(edition: YearsEdition) -> Iterator[Block]:
    """On which questions all stand alike."""
    same = questions_by_nearness(edition).get(Nearness.SAME, [])
    if same:
        yield Gap()
        yield Prose(f"{all_alike_title(edition)}: {some(same, _IDS, edition.words)}")
