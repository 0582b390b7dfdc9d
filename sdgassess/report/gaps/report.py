"""The gap report composed: its parts in the order of domain model §3.15."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.blocks import (
    Block,
    Document,
    Look,
    NewPage,
)
from sdgassess.model.profile import State
from sdgassess.report.gaps.edition import Assessed
from sdgassess.report.gaps.front import first_page, title
from sdgassess.report.gaps.method import answers_part, limits_part
from sdgassess.report.gaps.parts import factors_part, risks_part, style_part, voices_part
from sdgassess.report.gaps.picks import lists_part, picks_part
from sdgassess.report.gaps.references import practice_part
from sdgassess.text import one_line


def gap_report_document(told: Assessed, look: Look) -> Document:
    """The whole gap report.

    Args:
        told: the assessment with references and priorities.
        look: the municipality's own look.

    Returns:
        A document whose first page is complete in itself. A profile without any answer has a
        first page that says so, and its method.
    """
    profile, words = told.score.profile, told.words
    head = title(profile, words)
    subject = words(
        "Gap report on governing the work with the SDGs, {year}", year=profile.date.year
    )
    return Document(
        title=head,
        language=words.language,
        subject=subject,
        footer=f"{one_line(profile.municipality.name)} · {subject}",
        date=profile.date,
        blocks=tuple(_blocks(told)),
        look=look,
    )


def _blocks(told: Assessed) -> Iterator[Block]:
    """All parts; those that need a level are left out where there is none."""
    yield from first_page(told)
    if any(found.answered is not None for found in told.score.questions.values()):
        yield NewPage()
        yield from factors_part(told)
        yield from style_part(told)
        yield from risks_part(told)
        yield from voices_part(told)
        yield NewPage()
        yield from picks_part(told)
        yield from lists_part(told)
        yield from practice_part(told)
    elif any(found.state is State.UNKNOWN for found in told.score.questions.values()):
        yield from voices_part(told)
    yield from limits_part(told)
    if any(found.answered is not None for found in told.score.questions.values()):
        yield from answers_part(told)
