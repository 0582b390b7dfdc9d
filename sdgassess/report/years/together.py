"""Assessments of one place side by side: how far the groups agree, and on what they do not.

What lies further apart comes first: it is what there is to talk about.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.agreement import Agreeing, Nearness, agreement, nearness
from sdgassess.document.page import Page
from sdgassess.numbers import written_number
from sdgassess.report.years.edition import YearsEdition


def write_agreement(page: Page, edition: YearsEdition) -> None:
    """How far they agree, in counts."""
    words, years = edition.words, edition.years
    page.heading(words("How far they agree"))
    for sentence in _counts(edition, agreement(years, years.rules.questions)):
        page.item(sentence)


def _counts(edition: YearsEdition, agreeing: Agreeing) -> Iterator[str]:
    """On how many questions they stand alike, near, apart; and beyond chance."""
    words = edition.words
    if not agreeing.n:
        yield words("No question was answered alike in all of them.")
        return
    yield words(
        "Questions that all answered: {n}. At the same level: {same}, one level apart: "
        "{adjacent}, further apart: {apart}.",
        n=agreeing.n,
        same=agreeing.same,
        adjacent=agreeing.adjacent,
        apart=agreeing.apart,
    )
    if agreeing.kappa is not None:
        kappa = written_number(round(agreeing.kappa, 2), words)
        yield words("Agreement beyond chance (weighted kappa, at most 1): {kappa}.", kappa=kappa)


def write_nearness(page: Page, edition: YearsEdition) -> None:
    """The questions by how near the assessments stand: those far apart with their texts."""
    words, years = edition.words, edition.years
    near = {question: nearness(years, question) for question in years.paths}
    titles = {
        Nearness.APART: words("Further apart: talk about these"),
        Nearness.ADJACENT: words("One level apart"),
    }
    for kind, title in titles.items():
        questions = [question for question in near if near[question] is kind]
        if questions:
            page.heading(title)
        for question in questions:
            levels = edition.separator.join(
                f"{edition.label(column)} {edition.mark_of(standing)}"
                for column, standing in enumerate(years.paths[question])
            )
            page.item(f"{question}  {levels}")
            page.text(edition.line(years.rules.questions[question].text), "    ")
    same = [question for question in near if near[question] is Nearness.SAME]
    if same:
        page.heading(words("All at the same level"))
        marks = (f"{question} {edition.mark_of(years.paths[question][0])}" for question in same)
        page.text(", ".join(marks), "  ")
    lacking = [question for question in near if near[question] is Nearness.NOT_COMPARABLE]
    if lacking:
        page.heading(words("Not compared: not answered alike by all"))
        page.text(", ".join(lacking), "  ")
