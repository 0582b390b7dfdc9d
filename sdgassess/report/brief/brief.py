"""The sheet for councillors: the finding, what to know of it, and a proposal for decision.

It is filled from what the room picked. What is not agreed yet has a line to write on, and where
nothing is picked the whole proposal is written by hand: the tool proposes nothing to a council.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.conclusion import is_inconclusive, talk_is_the_finding, too_little
from sdgassess.analysis.picks import is_past, pick_of
from sdgassess.document.blocks import (
    Beside,
    Block,
    Document,
    Look,
    Paragraph,
    Together,
    WritingLines,
    heading,
    paragraph,
)
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs
from sdgassess.language import N_
from sdgassess.model.profile import Priority
from sdgassess.numbers import written_date
from sdgassess.phrases import labels
from sdgassess.phrases.hearing import missing_roles
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.report.gaps.front import (
    assessed_part,
    first_find_out,
    result_part,
)


def brief(edition: GapEdition, look: Look) -> Document:
    """One sheet for those who decide.

    Args:
        edition: the assessment with what the room picked.
        look: the municipality's own look.

    Returns:
        A document that fits a page of A4, unless very much was picked.
    """
    words, profile = edition.words, edition.profile
    name, day = assessed_name(profile), written_date(profile.date, words)
    return Document(
        title=words("{name}: proposal for decision", name=name),
        language=words.language,
        subject=words("After the assessment of {date}", date=day),
        footer=f"{name} · {day}",
        date=profile.date,
        blocks=tuple(_blocks(edition)),
        look=look,
    )


def _blocks(edition: GapEdition) -> Iterator[Block]:
    """The finding, where it stands, the way of working, what is open, the proposal."""
    yield from assessed_part(edition)
    if edition.score.has_levels:
        yield heading(edition.words(labels.ON_ONE_PAGE))
        yield from result_part(edition, with_more=False)
        yield from first_find_out(edition)
    yield from _proposal(edition)


def _proposal(edition: GapEdition) -> Iterator[Block]:
    """What is to be decided, point by point, the last of them when to look again."""
    words = edition.words
    yield heading(words("Proposal for decision"))
    yield from _settled(edition)
    number = 0
    for number, point in enumerate(_points(edition), 1):
        yield Together(tuple(_numbered(number, point)))
    if _is_decided(edition):
        last = (Run(words("that what was decided is followed up {later_on}.")),)
        yield from _numbered(number + 1, (Paragraph(last),))


def _is_decided(edition: GapEdition) -> bool:
    """Whether anything is to be decided: a pick, or what is written by hand where all is known."""
    return bool(_ahead(edition)) or (
        edition.score.has_levels and not is_inconclusive(edition.score)
    )


def _ahead(edition: GapEdition) -> list[Candidate]:
    """The picks that are still to be worked on."""
    chosen = edition.priorities.chosen if edition.priorities.picked else ()
    return [candidate for candidate in chosen if _is_ahead(edition, candidate)]


def _numbered(number: int, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """A point of the proposal with its number."""
    first, *others = blocks
    if isinstance(first, Paragraph):
        yield Paragraph((Run(f"{number}. ", strong=True), *first.runs))
    elif isinstance(first, WritingLines):
        yield first._replace(label=f"{number}. {first.label}")
    yield from others


def _settled(edition: GapEdition) -> Iterator[Paragraph]:
    """What was picked and is done or dropped since; it is no longer to be decided."""
    for pick in edition.profile.priorities:
        if status := edition.status(pick):
            yield Paragraph((edition.question(pick.question), Run(" · ", strong=True), *status))


def _points(edition: GapEdition) -> Iterator[tuple[Block, ...]]:
    """A point for each open pick; else what is to be done first, or room to write."""
    words = edition.words
    ahead = _ahead(edition)
    if ahead:
        for candidate in ahead:
            yield tuple(_point(edition, candidate))
    elif not edition.score.has_levels or too_little(edition.score):
        yield (paragraph(words("that the assessment is completed before anything is decided.")),)
    elif talk_is_the_finding(edition.score):
        message = N_("that what is seen differently is talked about before anything is decided.")
        yield (paragraph(words(message)),)
    else:
        if roles := "; ".join(missing_roles(edition.score, words)):
            message = N_("that these are heard before anything is decided: {roles}.")
            yield (paragraph(words(message, roles=roles)),)
        for _ in range(edition.priorities.agreements):
            yield (
                WritingLines(words("that"), 1),
                *_who_and_when(edition, Priority("")),
            )


def _is_ahead(edition: GapEdition, candidate: Candidate) -> bool:
    """Whether a pick is still to be worked on."""
    pick = pick_of(edition.profile, candidate.question)
    return not candidate.is_reached and not (pick is not None and is_past(pick))


def _point(edition: GapEdition, candidate: Candidate) -> Iterator[Block]:
    """What is to be reached, who does it, by when, and the first move where it is agreed."""
    words, question = edition.words, candidate.question
    asked = edition.question(question)
    aim = edition.anchor(question, candidate.target)
    runs: Runs = around(words("that a step is taken on this: {question}", question=HOLE), asked)
    if aim is not None:
        reached = words("that this is reached: {level}", level=HOLE)
        quoted = aim._replace(text=words.quoted(aim.text.rstrip(".")), strong=True)
        runs = (*around(reached, quoted), Run(" ("), asked, Run(")"))
    yield Paragraph(runs)
    yield from _who_and_when(edition, pick_of(edition.profile, question) or Priority(question))


def _who_and_when(edition: GapEdition, pick: Priority) -> Iterator[Block]:
    """Who and by when, with a line to write on where it is open; the first move if agreed."""
    words, profile = edition.words, edition.profile
    who = edition.written(pick.who, profile) if pick.who else None
    by = edition.by_when(pick.by, profile) if pick.by else None
    yield Beside(
        (_agreed(words(labels.WHO_BY_FUNCTION), who),),
        (_agreed(words(labels.BY_WHEN), by),),
        (3, 2),
    )
    if pick.first_move:
        yield _agreed(words(labels.FIRST_MOVE), edition.passage(pick.first_move, profile))


def _agreed(label: str, agreed: Run | None) -> WritingLines:
    """What was agreed, or a line to write it on."""
    return WritingLines(label, 0 if agreed else 1, (agreed,) if agreed else ())
