"""The gap report composed: the finding, the choice, what to talk about, practice, the annex."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.conclusion import talk_is_the_finding
from sdgassess.document.blocks import (
    Block,
    Document,
    Look,
    NewPage,
)
from sdgassess.phrases.levels import assessed_name
from sdgassess.phrases.terms import footer_of
from sdgassess.report.gaps.answers import answers_part, out_of_scope
from sdgassess.report.gaps.choice import choice_part
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.factors import factors_part
from sdgassess.report.gaps.front import first_page, report_title
from sdgassess.report.gaps.method import limits_part
from sdgassess.report.gaps.quotations import quotations_part
from sdgassess.report.gaps.references import practice_part
from sdgassess.report.gaps.risks import risks_part
from sdgassess.report.gaps.style import style_part
from sdgassess.report.gaps.talk import talk_part


def gap_report_document(edition: GapEdition, look: Look) -> Document:
    """The whole gap report.

    Args:
        edition: the assessment with references and priorities.
        look: the municipality's own look.

    Returns:
        A document whose first page is complete in itself. A profile without any answer has a
        first page that says so, and its method.
    """
    profile, words = edition.profile, edition.words
    head = report_title(profile, words)
    rules = edition.score.questionnaire
    year, name = profile.date.year, assessed_name(profile)
    subject = f"{edition.line(rules.report_title or rules.title)}, {year}"
    foot = f"{name} · {subject}"
    if rules.report_footer:
        foot = footer_of(f"{name} · {year}", rules, words)
    return Document(
        title=head,
        language=words.language,
        subject=subject,
        footer=foot,
        date=profile.date,
        blocks=tuple(_blocks(edition)),
        look=look,
    )


def _blocks(edition: GapEdition) -> Iterator[Block]:
    """All parts; those that need a level are left out where there is none."""
    yield from first_page(edition)
    if edition.score.has_levels:
        yield NewPage()
        parts = (choice_part, talk_part)
        if talk_is_the_finding(edition.score):
            parts = (talk_part, choice_part)
        for part in parts:
            yield from part(edition)
        yield from risks_part(edition)
        yield from practice_part(edition)
    else:
        yield from talk_part(edition)
    yield from limits_part(edition)
    if edition.score.has_levels:
        yield from _annex(edition)
    else:
        yield from out_of_scope(edition)


def _annex(edition: GapEdition) -> Iterator[Block]:
    """What the pages before rest on, so that it can be looked up and explained."""
    yield from factors_part(edition)
    yield from style_part(edition)
    yield from answers_part(edition)
    yield from out_of_scope(edition)
    yield from quotations_part(edition)
