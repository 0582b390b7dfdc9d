"""Several municipalities side by side in print: where they stand alike, and where not.

They stand in alphabetical order; nobody is ranked, and nothing moves between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import (
    Block,
    Bullets,
    Count,
    Counts,
    Heading,
    Paragraph,
    Run,
    plain_runs,
)
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.front import warnings
from sdgassess.report.years.moves import question_name
from sdgassess.report.years.summary import asked_how, span


def side_front(told: YearsTold) -> tuple[Block, ...]:
    """What is alike, which municipalities, the figures, and what to keep in mind."""
    names = ", ".join(told.label(place) for place in range(len(told.years.columns)))
    return (
        Heading(1, plain_runs(_finding(told))),
        Paragraph((Run(names, strong=True), Run(f" · {asked_how(told)}"))),
        Paragraph(plain_runs(span(told))),
        Counts(tuple(_facts(told))),
        *warnings(told),
    )


def alike(told: YearsTold) -> tuple[str, ...]:
    """The compared questions that all stand at the same level on."""
    paths = told.years.paths
    return tuple(q for q in told.years.compared if len({one.level for one in paths[q]}) == 1)


def _finding(told: YearsTold) -> str:
    """On how many questions they stand alike."""
    words, compared = told.words, len(told.years.compared)
    if not compared:
        return words("{n} assessments side by side: no answer in common", n=_many(told))
    if not alike(told):
        return words(
            "{n} assessments side by side: at different levels on all {compared} questions",
            n=_many(told),
            compared=compared,
        )
    return words(
        "{n} assessments side by side: on {alike} of {compared} questions at the same level",
        n=_many(told),
        alike=len(alike(told)),
        compared=compared,
    )


def _many(told: YearsTold) -> int:
    """How many assessments stand side by side."""
    return len(told.years.columns)


def _facts(told: YearsTold) -> Iterator[Count]:
    """How many questions are at one level, at several, and not comparable."""
    words, same = told.words, len(alike(told))
    apart = len(told.years.compared) - same
    left = len(told.years.paths) - len(told.years.compared)
    one, many = "question at the same level", "questions at the same level"
    yield Count(str(same), words.plural(one, many, same))
    one, many = "question at different levels", "questions at different levels"
    yield Count(str(apart), words.plural(one, many, apart))
    one, many = "question not comparable", "questions not comparable"
    yield Count(str(left), words.plural(one, many, left))


def side_by_side(told: YearsTold) -> tuple[Block, ...]:
    """The questions that all stand at one level on, and those that cannot be compared."""
    words, years, same = told.words, told.years, alike(told)
    left = [question for question in years.paths if question not in years.compared]
    blocks: list[Block] = []
    if same:
        items = tuple(
            (*question_name(told, q), Run(f" – {told.mark(years.paths[q][0])}")) for q in same
        )
        blocks += [_head(words("All at the same level")), Bullets(items)]
    if left:
        ids = plain_runs(", ".join(left))
        blocks += [_head(words("Not compared: not answered alike by all")), Paragraph(ids)]
    return tuple(blocks)


def _head(text: str) -> Heading:
    """The head of a part."""
    return Heading(2, plain_runs(text))
