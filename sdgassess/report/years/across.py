"""Several municipalities side by side in print: where they stand alike, and where not.

They stand in alphabetical order; nobody is ranked, and nothing moves between them.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import Block, Bullets, Count, Counts, Paragraph, heading, paragraph
from sdgassess.document.runs import Run
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factor_phrases import all_alike_title, not_compared_by_all
from sdgassess.report.years.front import count_not_comparable, warnings
from sdgassess.report.years.moves import question_name
from sdgassess.report.years.summary import alike, questionnaire_and_basis, span


def side_front(edition: YearsEdition) -> tuple[Block, ...]:
    """What is alike, which municipalities, the figures, and what to keep in mind."""
    names = edition.labels(range(len(edition.years.columns)))
    return (
        heading(side_finding(edition), 1),
        Paragraph((Run(names, strong=True), Run(f" · {questionnaire_and_basis(edition)}"))),
        paragraph(span(edition)),
        Counts(tuple(_counts(edition))),
        *warnings(edition),
    )


def side_finding(edition: YearsEdition) -> str:
    """On how many questions they stand alike."""
    words, n = edition.words, len(edition.years.columns)
    compared, same = len(edition.years.compared), len(alike(edition))
    if not compared:
        return words("{n} assessments side by side: no answer in common", n=n)
    if not same:
        return words(
            "{n} assessments side by side: at different levels on all {compared} questions",
            n=n,
            compared=compared,
        )
    return words(
        "{n} assessments side by side: on {alike} of {compared} questions at the same level",
        n=n,
        alike=same,
        compared=compared,
    )


def _counts(edition: YearsEdition) -> Iterator[Count]:
    """How many questions are at one level, at several, and not comparable."""
    words, years = edition.words, edition.years
    same = len(alike(edition))
    different = len(years.compared) - same
    not_comparable = len(years.paths) - len(years.compared)
    singular, plural = "question at the same level", "questions at the same level"
    yield Count(str(same), words.plural(singular, plural, same))
    singular, plural = "question at different levels", "questions at different levels"
    yield Count(str(different), words.plural(singular, plural, different))
    yield count_not_comparable(not_comparable, words)


def side_by_side(edition: YearsEdition) -> Iterator[Block]:
    """The questions that all stand at one level on, and those that cannot be compared."""
    years, same = edition.years, alike(edition)
    if same:
        marks = {question: edition.mark_of(years.paths[question][0]) for question in same}
        yield heading(all_alike_title(edition))
        yield Bullets(
            tuple(
                (*question_name(edition, question), Run(f" – {mark}"))
                for question, mark in marks.items()
            )
        )
    not_compared = [question for question in years.paths if question not in years.compared]
    if not_compared:
        yield heading(not_compared_by_all(edition))
        yield paragraph(", ".join(not_compared))
