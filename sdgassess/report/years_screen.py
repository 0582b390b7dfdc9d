"""Years on a terminal: who and when, what moved, factors as a heat map, changes in words.

Only what was asked alike is compared; what was not is named with the reason. Where it is read
aloud, or where nobody looks at a terminal, the same is told line by line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sdgassess.analysis.years_moves import moved
from sdgassess.analysis.years_questions import Direction
from sdgassess.model.profile import WasChange
from sdgassess.report.level_words import BASES, SCOPES
from sdgassess.report.line import Line
from sdgassess.report.years_beside import write_patterns, write_style
from sdgassess.report.years_changes import write_changes, write_not_compared
from sdgassess.report.years_page import YearsPage
from sdgassess.report.years_side import write_differences
from sdgassess.report.years_table import write_as_scored, write_factors
from sdgassess.report.years_targets import write_targets
from sdgassess.text import one_line, width

_NAMED = 6
_PATHS = 5
"""In how many columns a question's way is shown whole where several stand in a line."""


def years_screen(told: YearsPage) -> list[Line]:
    """The whole page of several profiles."""
    _head(told)
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


def _head(told: YearsPage) -> None:
    """Which municipality, from when to when; which questionnaire, which basis."""
    words, page, years = told.page.words, told.page, told.years
    first, last = years.columns[0].score, years.columns[-1].score
    if told.across:
        page.title(words("Side by side, in alphabetical order: no ranking"))
    else:
        name = one_line(last.profile.municipality.name)
        start, end = first.profile.date.isoformat(), last.profile.date.isoformat()
        page.title(words("{name}, {start} to {end}", name=name, start=start, end=end))
    versions = ", ".join(one_line(version) for version in years.versions)
    parts = (f"{one_line(years.rules.id)} {versions}", words(BASES[last.basis]))
    page.text(told.dotted.join(parts))


def _columns(told: YearsPage) -> None:
    """Each profile: when, how much was asked and answered, who was heard."""
    page, words, years = told.page, told.page.words, told.years
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
        roles = ", ".join(_role(told, role) for role in max(years.roles, key=len))
        page.text(words("Heard each time: {roles}", roles=roles))


def _column(told: YearsPage, place: int) -> Iterator[str]:
    """What is said of one profile."""
    words, years = told.page.words, told.years
    score = years.columns[place].score
    yield score.profile.date.isoformat()
    yield words(SCOPES[score.profile.scope])
    if len(years.versions) > 1:
        yield words("version {version}", version=one_line(score.questionnaire.version))
    known = sum(one.state is None for one in score.questions.values())
    yield words("{known} of {all} questions answered", known=known, all=len(score.questions))
    roles = ", ".join(_role(told, role) for role in years.roles[place])
    if years.roles_differ or not roles:
        yield words("Heard: {roles}", roles=roles or words("nobody noted"))


def _role(told: YearsPage, role: str) -> str:
    """A role's name."""
    title = next((one.title for one in told.years.rules.roles if one.id == role), None)
    return told.page.say(title) if title else one_line(role)


def _warnings(told: YearsPage) -> None:
    """What to keep in mind: quick scans, other people, other versions."""
    words, page, years = told.page.words, told.page, told.years
    quick = [i for i, column in enumerate(years.columns) if column.score.profile.quick]
    notes = []
    if quick and len(quick) < len(years.columns):
        one = "{years} is a quick scan: it is held against the others only on what both asked."
        many = "{years} are quick scans: held against the others only on what both asked."
        notes.append(words.plural(one, many, len(quick), years=told.labels(tuple(quick))))
    if years.roles_differ:
        notes.append(_other_roles(told))
    if len(years.versions) > 1:
        notes.append(
            words("The questionnaire has changed in between: only what was asked alike counts.")
        )
    if notes:
        page.blank()
    for note in notes:
        page.warning(note)


def _other_roles(told: YearsPage) -> str:
    """Who was not heard in which profile; a level may differ for that alone (model §3.15)."""
    words, years = told.page.words, told.years
    every = dict.fromkeys(role.id for role in years.rules.roles)
    ever = [role for role in every if any(role in heard for heard in years.roles)]
    lacking: dict[str, list[int]] = {}
    for place, heard in enumerate(years.roles):
        missing = [_role(told, role) for role in ever if role not in heard]
        if heard and missing:
            lacking.setdefault(", ".join(missing), []).append(place)
    said = "; ".join(
        words("{years} without {roles}", years=told.labels(tuple(where)), roles=roles)
        for roles, where in lacking.items()
    )
    return words(
        "Other roles answered ({who}): a level may differ because others were asked.", who=said
    )


def _in_short(told: YearsPage) -> None:
    """The counts, first against last."""
    words, page, whole = told.page.words, told.page, told.years.whole
    first, last, found = told.label(whole.then), told.label(whole.now), whole.summary
    page.heading(words("In short: {last} against {first}", first=first, last=last))
    counts = words(
        "{comparable} of {all} questions can be compared: {up} higher, {down} lower, "
        "{same} unchanged.",
        comparable=found.comparable,
        all=len(whole.moves),
        up=found.up,
        down=found.down,
        same=found.same,
    )
    steps = words("Steps up: {up}. Steps down: {down}.", up=found.steps_up, down=found.steps_down)
    page.item(f"{counts} {steps}")
    _moved_most(told)
    _why_lower(told)
    if found.better_backed:
        one = "One answer is the same and only better backed: that is no step up."
        many = "{n} answers are the same and only better backed: that is no step up."
        page.item(words.plural(one, many, found.better_backed))


def _moved_most(told: YearsPage) -> None:
    """The questions that moved two steps or more, first against last."""
    moves = [one for one in told.years.whole.moves.values() if one.steps > 1]
    most = sorted(moves, key=lambda one: -one.steps)[:_NAMED]
    if most:
        brief = len(told.years.columns) > _PATHS
        named = "; ".join(f"{one.question} {told.path(one.question, brief=brief)}" for one in most)
        told.page.item(told.page.words("Moved most: {questions}.", questions=named))


def _why_lower(told: YearsPage) -> None:
    """How many of those that stand lower got worse, and how many are only known better."""
    lower = [one for one in moved(told.years) if one.direction is Direction.DOWN]
    why = Counter(one.change for one in lower)
    if not lower:
        return
    words = told.page.words
    said = (
        (words("{n} got worse", n=why[WasChange.WORSE]), WasChange.WORSE),
        (words("{n} only known better", n=why[WasChange.KNOWN_BETTER]), WasChange.KNOWN_BETTER),
        (words("{n} for another reason", n=why[WasChange.CHANGED]), WasChange.CHANGED),
        (words("{n} with no reason noted", n=why[None]), None),
    )
    parts = ", ".join(text for text, change in said if why[change])
    told.page.item(words("Lower than the last time or the first: {why}.", why=parts))


def _year_by_year(told: YearsPage) -> None:
    """Each year against the one before it, in counts."""
    words, page, years = told.page.words, told.page, told.years
    if len(years.neighbours) == 1:
        return
    page.heading(words("From year to year"))
    for pair in years.neighbours:
        found = pair.summary
        page.item(
            words(
                "{first} to {last}: {comparable} compared, {up} higher, {down} lower, "
                "{same} unchanged; {apart} not comparable.",
                first=told.label(pair.then),
                last=told.label(pair.now),
                comparable=found.comparable,
                up=found.up,
                down=found.down,
                same=found.same,
                apart=found.not_comparable,
            )
        )
