"""Years on a terminal: who and when, what moved, factors as a heat map, changes in words.

Only what was asked alike is compared; what was not is named with the reason. Where it is read
aloud, or where nobody looks at a terminal, the same is told line by line.
"""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.report.level_words import SCOPES
from sdgassess.report.line import Line
from sdgassess.report.years_beside import write_patterns, write_style
from sdgassess.report.years_changes import write_changes, write_not_compared
from sdgassess.report.years_page import YearsPage
from sdgassess.report.years_said import (
    answered,
    asked_how,
    ends,
    from_to,
    in_short,
    notes,
    role,
    span,
)
from sdgassess.report.years_side import write_differences
from sdgassess.report.years_table import write_as_scored, write_factors
from sdgassess.report.years_targets import write_targets
from sdgassess.text import one_line, width


def years_screen(told: YearsPage) -> list[Line]:
    """The whole page of several profiles."""
    told.page.title(span(told))
    told.page.text(asked_how(told))
    _columns(told)
    _warnings(told)
    if not told.across:
        _in_short(told)
        write_targets(told)
    write_factors(told)
    write_patterns(told)
    if told.across:
        write_differences(told)
    else:
        _year_by_year(told)
        write_changes(told)
    write_as_scored(told)
    if not told.across:
        write_not_compared(told)
    write_style(told)
    return told.page.lines


def _columns(told: YearsPage) -> None:
    """Each profile: when, how much was asked and answered, who was heard."""
    page, words, years = told.page, told.words, told.years
    places = range(len(years.columns))
    page.blank()
    heads = [told.head(place) for place in places]
    size = max(width(head) for head in heads)
    for place, head in zip(places, heads, strict=True):
        said = told.dotted.join(_column(told, place))
        if told.linear:
            page.text(f"{head}: {said}")
        else:
            page.pair(head, said, size, 0)
    if not told.years.roles_differ and any(years.roles):
        roles = ", ".join(role(told, one) for one in max(years.roles, key=len))
        page.text(words("Heard each time: {roles}", roles=roles))


def _column(told: YearsPage, place: int) -> Iterator[str]:
    """What is said of one profile."""
    words, years = told.words, told.years
    score = years.columns[place].score
    yield score.profile.date.isoformat()
    yield words(SCOPES[score.profile.scope])
    if len(years.versions) > 1:
        yield words("version {version}", version=one_line(score.questionnaire.version))
    yield answered(told, place)
    roles = ", ".join(role(told, one) for one in years.roles[place])
    if years.roles_differ or not roles:
        yield words("Heard: {roles}", roles=roles or words("nobody noted"))


def _warnings(told: YearsPage) -> None:
    """What to keep in mind: quick scans, other people, other versions."""
    found = tuple(notes(told))
    if found:
        told.page.blank()
    for note in found:
        told.page.warning(note.text)


def _in_short(told: YearsPage) -> None:
    """The counts, first against last."""
    told.page.heading(ends(told))
    for sentence in in_short(told):
        told.page.item(sentence)


def _year_by_year(told: YearsPage) -> None:
    """Each year against the one before it, in counts."""
    pairs = told.years.neighbours
    if len(pairs) == 1:
        return
    told.page.heading(told.words("From year to year"))
    for pair in pairs:
        told.page.item(from_to(told, pair))
