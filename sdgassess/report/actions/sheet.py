"""The action sheet: one page for each owner, with what was agreed and room to follow it up."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.priorities import USUAL_PICKS
from sdgassess.document.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    Look,
    NewPage,
    Paragraph,
    Table,
    Together,
    WritingLines,
    heading,
    labelled,
    paragraph,
    table_head,
)
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.model.profile import PickStatus, Priority
from sdgassess.numbers import written_date, written_number
from sdgassess.phrases import labels
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.actions.owner import Owner, owners
from sdgassess.report.gaps.edition import GapEdition

_FOLLOW_UPS = 2
"""How many times there is room to write what became of it."""
_MOST = 5
"""Agreements that a sheet has room for before there are any."""


def action_sheet(edition: GapEdition, look: Look) -> Document:
    """What was agreed, a page for each function that has something to do.

    Args:
        edition: the assessment with what the room picked.
        look: the municipality's own look.

    Returns:
        A document; where nothing is picked yet, one page to write agreements on.
    """
    words, profile = edition.words, edition.profile
    title = words(labels.WHAT_WAS_AGREED, name=assessed_name(profile))
    day = written_date(profile.date, words)
    return Document(
        title=title,
        language=words.language,
        subject=words("Agreed after the assessment of {date}", date=day),
        footer=f"{assessed_name(profile)} · {day}",
        date=profile.date,
        blocks=tuple(_blocks(edition, title)),
        look=look,
    )


def _blocks(edition: GapEdition, title: str) -> Iterator[Block]:
    """The title, and every owner on a page of their own."""
    words, profile = edition.words, edition.profile
    yield Heading(1, plain_runs(title))
    yield paragraph(
        words("Agreed after the assessment of {date}", date=written_date(profile.date, words)),
        small=True,
    )
    everybody = owners(profile)
    if not everybody:
        yield from _empty(edition)
    for place, owner in enumerate(everybody):
        if place:
            yield NewPage()
        yield from _page(edition, owner)


def _empty(edition: GapEdition) -> Iterator[Block]:
    """Room for as many agreements as the questionnaire lets a room make."""
    words, rules = edition.words, edition.score.questionnaire.priorities
    yield paragraph(words("Nothing is agreed yet; there is room here to write it."))
    for number in range(1, min(max(rules.picks if rules else USUAL_PICKS, 1), _MOST) + 1):
        yield Together(
            (
                heading(words("Agreement {n}", n=number)),
                WritingLines(words(labels.WHAT), 1),
                WritingLines(words(labels.WHO_BY_FUNCTION), 1),
                WritingLines(words(labels.BY_WHEN), 1),
                WritingLines(words(labels.FIRST_MOVE_SOON), 1),
                WritingLines(words(labels.HOW_WE_WILL_KNOW), 1),
            )
        )


def _page(edition: GapEdition, owner: Owner) -> Iterator[Block]:
    """What one function takes on."""
    words, profile = edition.words, edition.profile
    if owner.who is None:
        yield heading(words("Nobody has taken this on yet"))
        yield WritingLines(words(labels.WHO_BY_FUNCTION), 1)
    else:
        yield Heading(2, (edition.written(owner.who, profile),))
    for pick in owner.picks:
        yield Together(tuple(_agreement(edition, pick)))


def _agreement(edition: GapEdition, pick: Priority) -> Iterator[Block]:
    """One agreement: to raise what, how far, by when, how it begins, and what became of it."""
    words, profile = edition.words, edition.profile
    yield Heading(3, (edition.question(pick.question),))
    if aim := _aim(edition, pick):
        yield Paragraph(aim)
    if pick.status is PickStatus.DROPPED:
        because = edition.passage(pick.because, profile) if pick.because else Run("")
        yield labelled(words("Dropped"), because)
        return
    if pick.status is PickStatus.DONE:
        yield labelled(words("Done"), Run(written_date(pick.on, words) if pick.on else ""))
        return
    by_when = edition.by_when(pick.by, profile) if pick.by else None
    yield _line(words(labels.BY_WHEN), by_when, 1)
    yield _line(words(labels.FIRST_MOVE_SOON), _passage(edition, pick.first_move), 2)
    yield _line(words(labels.HOW_WE_WILL_KNOW), _passage(edition, pick.known_by), 1)
    yield _follow_up(edition)


def _aim(edition: GapEdition, pick: Priority) -> Runs:
    """From which level to which, and what the target means; empty where there is no target."""
    words, target = edition.words, pick.target
    if target is None:
        return ()
    level, there = edition.score.level(pick.question), written_number(target, words)
    lead = words(labels.AT_LEVEL, level=there)
    if level is not None and level >= target:
        lead = words(labels.REACHED_LEVEL, level=there)
    elif level is not None:
        lead = words(labels.FROM_LEVEL_TO_LEVEL, here=edition.mark_of(pick.question), there=there)
    anchor = edition.anchor(pick.question, target)
    if anchor is None:
        return (Run(lead.rstrip(":"), strong=True),)
    return (Run(f"{lead} ", strong=True), anchor)


def _passage(edition: GapEdition, text: str | None) -> Run | None:
    """What the room wrote, in its lines; None where it wrote nothing."""
    return edition.passage(text, edition.profile) if text else None


def _line(label: str, agreed: Run | None, lines: int) -> WritingLines:
    """What was agreed, or so many lines to write it on."""
    return WritingLines(label, 0 if agreed else lines, (agreed,) if agreed else ())


def _follow_up(edition: GapEdition) -> Table:
    """Room to write what became of it, each time that it is looked at again."""
    words = edition.words
    row = (Cell(room=1),) * 3
    return Table(
        caption=plain_runs(words("Followed up")),
        head=table_head(words("Day"), words("What has happened"), words("What is in the way")),
        rows=(row,) * _FOLLOW_UPS,
        shares=(1, 3, 3),
        row_heads=False,
    )
