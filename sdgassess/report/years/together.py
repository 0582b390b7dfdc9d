"""Assessments of one place side by side: how far the groups agree, and on what they do not.

What lies further apart comes first: it is what there is to talk about.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.years.agreement import (
    FEWEST_FOR_KAPPA,
    Agreeing,
    Nearness,
    agreement,
    nearness,
)
from sdgassess.document.blocks import Block, Bullets, bullets, heading, paragraph
from sdgassess.document.runs import Run, Runs
from sdgassess.language import Words
from sdgassess.numbers import written_number
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.factor_phrases import all_alike_title, no_factors, not_compared_by_all
from sdgassess.report.years.moves import question_name


def agreement_words(edition: YearsEdition) -> Iterator[str]:
    """On how many questions they stand alike, near, apart; and beyond chance."""
    words = edition.words
    agreeing: Agreeing = agreement(edition.years, edition.years.rules.questions)
    if not agreeing.n:
        yield no_factors(edition)
        return
    yield words(
        "Questions that all answered: {n}. At the same level: {same} ({share} %), one level "
        "apart: {adjacent}, further apart: {apart}.",
        n=agreeing.n,
        same=agreeing.same,
        share=round(100 * agreeing.same / agreeing.n),
        adjacent=agreeing.adjacent,
        apart=agreeing.apart,
    )
    yield _beyond_chance(agreeing, words)


def _beyond_chance(agreeing: Agreeing, words: Words) -> str:
    """Kappa with what it means, or why there is none: what chance alone gives looks like it."""
    if agreeing.kappa is not None:
        return words(
            "Agreement beyond chance: {kappa}, on {n} questions (weighted kappa: 1 is all alike, "
            "0 what chance alone would give; steps further apart weigh more).",
            kappa=written_number(round(agreeing.kappa, 2), words),
            n=agreeing.n,
        )
    if agreeing.n < FEWEST_FOR_KAPPA:
        return words(
            "On fewer than {fewest} questions agreement cannot be told from chance.",
            fewest=FEWEST_FOR_KAPPA,
        )
    return words("Everybody stands at one level, so agreement cannot be told from chance.")


def apart_title(edition: YearsEdition) -> str:
    """The head over what there is to talk about."""
    return edition.words("Further apart: talk about these")


def questions_by_nearness(edition: YearsEdition) -> dict[Nearness, list[str]]:
    """The questions by how near the assessments stand, those furthest apart first."""
    groups: dict[Nearness, list[str]] = {}
    for question in edition.years.paths:
        groups.setdefault(nearness(edition.years, question), []).append(question)
    return groups


def levels_words(edition: YearsEdition, question: str) -> str:
    """Where each of them stands on a question."""
    return edition.separator.join(
        f"{edition.label(column)} {edition.mark_of(standing)}"
        for column, standing in enumerate(edition.years.paths[question])
    )


def together_part(edition: YearsEdition) -> Iterator[Block]:
    """How far they agree, then the questions by how near they stand, those far apart first."""
    words, groups = edition.words, questions_by_nearness(edition)
    yield heading(words("How far they agree"))
    yield bullets(agreement_words(edition))
    titles = {
        Nearness.APART: apart_title(edition),
        Nearness.ADJACENT: words("One level apart"),
    }
    for kind, title in titles.items():
        if questions := groups.get(kind):
            yield heading(title)
            yield Bullets(tuple(_levels(edition, question) for question in questions))
    if same := groups.get(Nearness.SAME):
        yield heading(all_alike_title(edition))
        marks = (
            f"{question} {edition.mark_of(edition.years.paths[question][0])}" for question in same
        )
        yield paragraph(", ".join(marks))
    if lacking := groups.get(Nearness.NOT_COMPARABLE):
        yield heading(not_compared_by_all(edition))
        yield paragraph(", ".join(lacking))


def _levels(edition: YearsEdition, question: str) -> Runs:
    """A question, and where each of them stands on it."""
    return (*question_name(edition, question), Run(f" – {levels_words(edition, question)}"))
