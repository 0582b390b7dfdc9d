"""What became of the picks, in words: whether the target was reached, and whose it was."""

from __future__ import annotations

from sdgassess.analysis.years.targets import Aim, Outcome, aims
from sdgassess.document.blocks import (
    Block,
    Cell,
    Heading,
    Runs,
    Table,
    Together,
    plain_runs,
)
from sdgassess.document.passage import own_day, own_words, passage
from sdgassess.language import N_
from sdgassess.report.years.edition import YearsPage, YearsTold
from sdgassess.report.years.move_phrases import reason_between
from sdgassess.report.years.tables import words_cell
from sdgassess.text import number, one_line

OUTCOMES = {
    Outcome.REACHED: N_("reached in {year}"),
    Outcome.ON_THE_WAY: N_("on the way in {year}"),
    Outcome.NOT_YET: N_("not yet in {year}"),
    Outcome.NOT_COMPARABLE: N_("cannot be compared"),
}
"""What became of a target; the year is that of the profile which tells."""


def write_targets(told: YearsPage) -> None:
    """Each year's picks and what came of them; nothing where nothing was picked."""
    page, every = told.page, aims(told.years)
    for place in dict.fromkeys(aim.earlier for aim in every):
        page.heading(picked_title(told, place))
        for aim in (one for one in every if one.earlier == place):
            _aim(told, aim)


def _aim(told: YearsPage, aim: Aim) -> None:
    """One pick: what came of it, the question, who and by when."""
    page, words = told.page, told.words
    page.text(outcome_line(told, aim), "  - ", strong=True)
    picked = told.years.columns[aim.earlier].score.questionnaire.questions[aim.pick.question]
    page.text(page.say(picked.text), "    ")
    said = ((words("Who"), aim.pick.who), (words("By when"), aim.pick.by))
    agreed = told.dotted.join(f"{label}: {one_line(text)}" for label, text in said if text)
    if agreed:
        page.text(agreed, "    ")


def picked_title(told: YearsTold, place: int) -> str:
    """The head over the picks of one profile."""
    return told.words("Picked in {year}: what came of it", year=told.label(place))


def outcome_line(told: YearsTold, aim: Aim) -> str:
    """The question, the target, what became of it, and the levels that say so."""
    words = told.words
    name = aim.pick.question
    if aim.question != name:
        name = words("{id} (now {now})", id=name, now=aim.question)
    if aim.target is not None:
        name = words("{id} to {target}", id=name, target=number(aim.target))
    outcome = words(OUTCOMES[aim.outcome], year=told.label(aim.later))
    if aim.because is not None:
        first, last = told.label(aim.earlier), told.label(aim.later)
        why = reason_between(aim.because, aim.when, first, last, words)
        return f"{name}: {outcome} ({why})"
    if aim.target is None:
        unset = words("no target was set")
        return f"{name}: {outcome} ({unset})"
    return f"{name}: {outcome} ({_levels(told, aim)})"


def _levels(told: YearsTold, aim: Aim) -> str:
    """Where it stood, and where it stands."""
    words = told.words
    marks = ["?" if level is None else number(level) for level in (aim.before, aim.after)]
    if not told.linear:
        return " → ".join(marks)
    if aim.before is None:
        marks[0] = words("no level")
    places = zip(marks, (aim.earlier, aim.later), strict=True)
    return ", ".join(words("{what} in {when}", what=m, when=told.label(i)) for m, i in places)


def picks(told: YearsTold) -> tuple[Block, ...]:
    """Each year's picks and what came of them, the latest first; nothing where none were made."""
    every = aims(told.years)
    places = sorted({aim.earlier for aim in every}, reverse=True)
    blocks: list[Block] = []
    for place in places:
        there = tuple(aim for aim in every if aim.earlier == place)
        head = Heading(2, plain_runs(picked_title(told, place)))
        blocks.append(Together((head, _table(told, there))))
    return tuple(blocks)


def _table(told: YearsTold, picked: tuple[Aim, ...]) -> Table:
    """The picks of one year."""
    words = told.words
    head = (words("Target"), words("Question"), words("Who"), words("By when"))
    rows = tuple(_row(told, aim) for aim in picked)
    caption = plain_runs(words("Picks, and whether the target was reached"))
    shares = (3.6, 3.2, 2, 1.9)
    return Table(caption, tuple(plain_runs(one) for one in head), rows, shares, dense=True)


def _row(told: YearsTold, aim: Aim) -> tuple[Cell, ...]:
    """One pick: what came of it, what is asked, who and by when."""
    score = told.years.columns[aim.earlier].score
    asked = score.questionnaire.questions[aim.pick.question]
    brief = YearsTold(told.words, told.years)
    return (
        words_cell(outcome_line(brief, aim)),
        words_cell((passage(asked.text, told.words.language),)),
        words_cell(_written(told, aim.pick.who, score.profile.language)),
        words_cell(_by(told, aim.pick.by, score.profile.language)),
    )


def _written(told: YearsTold, text: str | None, language: str | None) -> Runs:
    """What the profile says, in its language; a dash where it says nothing."""
    return (own_words(text, language, told.words.language),) if text else plain_runs("–")


def _by(told: YearsTold, text: str | None, language: str | None) -> Runs:
    """By when, a day in words; a dash where nothing is said."""
    return (own_day(text, language, told.words),) if text else plain_runs("–")
