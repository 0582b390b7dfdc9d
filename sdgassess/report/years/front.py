"""The front of the year comparison: what came out in a sentence, what to keep in mind, figures."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import Block, Count, Counts, Paragraph, bullets, heading
from sdgassess.document.runs import Run
from sdgassess.language import Words
from sdgassess.numbers import written_date
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.finding import headline_of_parts
from sdgassess.report.years.summary import (
    in_short,
    in_short_title,
    notes,
    questionnaire_and_basis,
    span,
)
from sdgassess.report.years.targets import picks


def front(edition: YearsEdition, every: YearsEdition, left_out: str = "") -> Iterator[Block]:
    """The finding, who and when, the figures, and in short what stands out: on one basis.

    Args:
        edition: the profiles that all of it stands on.
        every: all of the profiles: what was agreed, and why something fell, may stand in any.
        left_out: which profiles it does not stand on, and why; empty where there are none.
    """
    lead = Run(written_span(edition), strong=True)
    yield heading(finding(edition), 1)
    yield Paragraph((lead, Run(f" · {questionnaire_and_basis(edition)}")))
    yield Counts(tuple(_counts(edition)))
    if left_out:
        yield bullets([left_out])
    yield from warnings(edition)
    yield from picks(every.in_signs)
    if sentences := tuple(in_short(edition, every)):
        yield heading(in_short_title(edition))
        yield bullets(sentences)


def written_span(edition: YearsEdition) -> str:
    """Which municipality, from when to when, with dates as people write them."""
    return span(edition, lambda day: written_date(day, edition.words))


def finding(edition: YearsEdition) -> str:
    """What came out, in one true sentence: the last profile against the first."""
    words, pair = edition.words, edition.years.first_to_last
    summary, year = pair.summary, edition.label(pair.earlier)
    if not summary.comparable:
        last = edition.label(pair.later)
        return words("{last} and {first} have no answer in common", last=last, first=year)
    if not summary.up and not summary.down:
        singular = "The one question that can be compared stands as in {year}"
        plural = "All {n} questions that can be compared stand as in {year}"
        return words.plural(singular, plural, summary.same, year=year)
    if (parts := headline_of_parts(edition)) is not None:
        return parts
    directions = _directions(edition, summary.up, summary.down)
    question = _most_moved(edition)
    if question is None:
        return directions
    text = edition.line(edition.years.rules.questions[question].text)
    return words("{finding}; most moved: “{question}”", finding=directions, question=text)


def _directions(edition: YearsEdition, up: int, down: int) -> str:
    """How many questions went which way."""
    words, year = edition.words, edition.label(0)
    if up and down:
        singular = "One question stands higher and {down} lower than in {year}"
        plural = "{n} questions stand higher and {down} lower than in {year}"
        return words.plural(singular, plural, up, down=down, year=year)
    if up:
        few = "One question stands higher than in {year}, none lower"
        more = "{n} questions stand higher than in {year}, none lower"
        return words.plural(few, more, up, year=year)
    few = "One question stands lower than in {year}, none higher"
    more = "{n} questions stand lower than in {year}, none higher"
    return words.plural(few, more, down, year=year)


def _most_moved(edition: YearsEdition) -> str | None:
    """The question that moved the most steps of its own scale; None where several did."""
    moves = edition.years.first_to_last.moves.values()
    known = [m for m in moves if m.steps and m.question in edition.years.rules.questions]
    known.sort(key=lambda move: -move.steps)
    if not known or (len(known) > 1 and known[0].steps == known[1].steps):
        return None
    return known[0].question


def _counts(edition: YearsEdition) -> Iterator[Count]:
    """How many questions went which way; steps of different scales are never added up."""
    words, summary = edition.words, edition.years.first_to_last.summary
    singular, plural = "question higher", "questions higher"
    yield Count(str(summary.up), words.plural(singular, plural, summary.up))
    singular, plural = "question lower", "questions lower"
    yield Count(str(summary.down), words.plural(singular, plural, summary.down))
    singular, plural = "question unchanged", "questions unchanged"
    yield Count(str(summary.same), words.plural(singular, plural, summary.same))
    yield count_not_comparable(summary.not_comparable, words)


def count_not_comparable(questions: int, words: Words) -> Count:
    """How many questions cannot be compared, as a number of the first page."""
    singular, plural = "question not comparable", "questions not comparable"
    return Count(str(questions), words.plural(singular, plural, questions))


def warnings(edition: YearsEdition) -> Iterator[Block]:
    """What to keep in mind, as bullets; nothing where there is nothing."""
    sentences = list(reminders(edition))
    if sentences:
        yield bullets(sentences)


def reminders(edition: YearsEdition) -> Iterator[str]:
    """What to keep in mind; roles are named only where everybody said yes to that."""
    for note in notes(edition):
        hidden = note.names_roles and not all_agreed(edition)
        yield unnamed_roles(edition) if hidden else note.text


def all_agreed(edition: YearsEdition) -> bool:
    """Whether every profile that notes roles may show answers by role (model.md: Consent)."""
    pairs = zip(edition.years.columns, edition.years.roles, strict=True)
    return all(bool(column.score.profile.consent) for column, roles in pairs if roles)


def unnamed_roles(edition: YearsEdition) -> str:
    """That other roles answered, without naming one."""
    return edition.words(
        "Not the same roles answered each time: a level may differ because others were asked."
    )
