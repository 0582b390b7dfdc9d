"""What is said in the opening where a profile begins from last year's.

What came over, why a date is too early, who was here last year. Levels, states, setting and style
are answered anew, and so is consent. Name and country are known, so the date is asked first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.people import people_in_words
from sdgassess.model.profile import PickStatus, Profile
from sdgassess.numbers import written_number, written_when
from sdgassess.phrases.agreements import STATUS, status_words
from sdgassess.phrases.labels import ID_TO_TARGET
from sdgassess.text import one_line


def came_over(setting: Setting, profile: Profile) -> tuple[str, ...]:
    """What a new profile begins with, to be said before its date is asked."""
    words, place = setting.words, profile.municipality
    name = one_line(place.name) + (f" ({place.country})" if place.country else "")
    lines = list(setting.wrapped(words("{One_subject}: {name}.", name=name)))
    if profile.origin is not None and profile.origin.date is not None:
        sentence = words(
            "It follows the assessment of {date}. A lower answer is held against last year's; v "
            "shows last year's answer once this year's is given.",
            date=profile.origin.date.isoformat(),
        )
        lines += setting.wrapped(sentence)
    lines += _agreed_then(setting)
    n = len(profile.priorities)
    if n:
        sentence = words.plural("{n} target came over.", "{n} targets came over.", n)
        lines += setting.wrapped(sentence)
    return (*lines, *_did_not_come_over(setting))


def _agreed_then(setting: Setting) -> Iterator[str]:
    """What was agreed last year, so that the sitting begins with it: what, who, by when, done?"""
    words, last = setting.words, setting.last_year
    if last is None or not last.agreed:
        return
    yield from setting.wrapped(words("Agreed last year:"))
    for pick, text in last.agreed:
        label = one_line(pick.question)
        if pick.target is not None:
            target = written_number(pick.target, words, 9)
            label = words(ID_TO_TARGET, id=label, target=target)
        by = written_when(one_line(pick.by), words) or one_line(pick.by) if pick.by else ""
        parts = (
            setting.spoken(text) if text else "",
            one_line(pick.who or ""),
            by,
            status_words(pick, words) or words(STATUS[PickStatus.OPEN]),
        )
        yield from setting.listed(label, " · ".join(part for part in parts if part))


def _did_not_come_over(setting: Setting) -> tuple[str, ...]:
    """The picks of last year that this year's questions have no place for, by id."""
    words, last, lines = setting.words, setting.last_year, list[str]()
    if last is not None and last.left_picks:
        sentence = words(
            "Picked last year, and not asked alike now, so not taken over: {ids}.",
            ids=", ".join(last.left_picks),
        )
        lines += setting.wrapped(sentence)
    if last is not None and last.aimless_picks:
        sentence = words(
            "Came over without last year's target, as the levels are others: {ids}.",
            ids=", ".join(last.aimless_picks),
        )
        lines += setting.wrapped(sentence)
    return tuple(lines)


def too_early(sitting: Sitting, date: dt.date) -> str | None:
    """Why a date cannot be this year's, or None: it must come after last year's."""
    last = sitting.setting.last_year
    if last is None or date > last.date:
        return None
    return sitting.setting.words(
        "{date} is not after last year's assessment of {last}. Type a later date.",
        date=date.isoformat(),
        last=last.date.isoformat(),
    )


def who_was_here(sitting: Sitting) -> tuple[tuple[str, ...], str]:
    """Who took part last year, and the question who is here: Enter may mean the same people."""
    setting, words = sitting.setting, sitting.setting.words
    last = setting.last_year
    if last is None or not last.participants or sitting.assessed.participants != last.participants:
        return (), words("Who is here? (Enter = skip) ")
    people = people_in_words(setting, last.participants)
    sentence = words("Last year: {people}.", people=people)
    return setting.wrapped(sentence), words("Who is here? (Enter = the same) ")
