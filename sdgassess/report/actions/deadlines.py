"""The days that something agreed is due, for a calendar."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from sdgassess.analysis.picks import day_due, is_past
from sdgassess.document.calendar import Calendar, CalendarDay
from sdgassess.document.runs import Run
from sdgassess.model.profile import Priority
from sdgassess.phrases import labels
from sdgassess.phrases.levels import assessed_name
from sdgassess.report.gaps.edition import GapEdition
from sdgassess.text import one_line


def deadlines(edition: GapEdition) -> Calendar:
    """What is agreed, still open, and due on a day; what is due in other words has no day.

    Args:
        edition: the assessment with what the room picked.
    """
    profile, words = edition.profile, edition.words
    return Calendar(
        title=words(labels.WHAT_WAS_AGREED, name=assessed_name(profile)),
        language=words.language,
        date=profile.date,
        days=tuple(_days(edition)),
    )


def _days(edition: GapEdition) -> Iterator[CalendarDay]:
    """Each day, in the order of the picks."""
    for pick in edition.profile.priorities:
        day = day_due(pick)
        if day is None or is_past(pick):
            continue
        title = f"{assessed_name(edition.profile)}: {edition.question(pick.question).text}"
        if pick.who:
            title = f"{one_line(pick.who)} · {title}"
        yield CalendarDay(_id(edition, pick), day, title, "\n".join(_lines(edition, pick)))


def _id(edition: GapEdition, pick: Priority) -> str:
    """An id that stays while the assessment and the question do, whatever else is changed."""
    profile = edition.profile
    matter = (assessed_name(profile), profile.date.isoformat(), pick.question)
    return f"{hashlib.sha256(repr(matter).encode()).hexdigest()[:32]}@sdgassess"


def _lines(edition: GapEdition, pick: Priority) -> Iterator[str]:
    """What to know about it."""
    words, profile = edition.words, edition.profile
    anchor = edition.anchor(pick.question, pick.target)
    if anchor is not None:
        yield words("Target: {text}", text=anchor.text)
    for label, text in (
        (words(labels.FIRST_MOVE), pick.first_move),
        (words(labels.HOW_WE_WILL_KNOW), pick.known_by),
    ):
        if text:
            written: Run = edition.passage(text, profile)
            yield f"{label}: {written.text}"
