"""Changes in words: from which level to which, the text that is reached, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years_moves import (
    Explained,
    Moved,
    better_backed,
    moved,
    new_unknowns,
    now_known,
)
from sdgassess.analysis.years_questions import Direction, Move, Standing
from sdgassess.language import N_
from sdgassess.model.profile import WasChange
from sdgassess.report.level_words import legend
from sdgassess.report.years_page import YearsPage
from sdgassess.report.years_reasons import reason_between
from sdgassess.text import number, one_line

CHANGES = {
    WasChange.WORSE: N_("It got worse"),
    WasChange.KNOWN_BETTER: N_("It is known better, not worse"),
    WasChange.CHANGED: N_("Why it differs"),
}
"""What was said of a change, in a word."""


def write_changes(told: YearsPage) -> None:
    """What stands lower and why, what stands higher, what is only better backed or unknown."""
    words, every = told.page.words, moved(told.years)
    lower = [one for one in every if one.direction is Direction.DOWN]
    higher = [one for one in every if one.direction is Direction.UP]
    _list(told, words("What stands lower"), lower)
    _list(told, words("What stands higher"), higher)
    _better_backed(told)
    _surprises(told)


def _list(told: YearsPage, title: str, questions: Sequence[Moved]) -> None:
    """Questions that moved one way, with their texts."""
    if not questions:
        return
    told.page.heading(title)
    if not told.linear:
        told.page.text(legend(told.page.words), "  ")
    if any(there.apart and there.level is not None for there in _every_place(told, questions)):
        told.page.text(told.page.words("(2): asked otherwise then, and not compared"), "  ")
    for one in questions:
        _entry(told, one)


def _every_place(told: YearsPage, questions: Sequence[Moved]) -> Iterator[Standing]:
    """Where some questions stood, in every profile."""
    for one in questions:
        yield from told.years.paths[one.question]


def _entry(told: YearsPage, one: Moved) -> None:
    """One question: where it stood, since when it moved, the text of its level, and why."""
    page = told.page
    asked = told.years.question(one.question)
    since = "; ".join(_since(told, one))
    page.text(f"{one.question}  {told.path(one.question)}  ({since})", "  - ", strong=True)
    page.text(page.say(asked.text), "    ")
    level = told.years.paths[one.question][-1].level
    option = asked.option(level) if level is not None else None
    if option is not None:
        reached, text = number(option.value), page.say(option.text)
        page.text(page.words("Level {level}: {text}", level=reached, text=text), "    ")
    for said in one.explained:
        page.text(_why(told, said), "    ")
    if not one.explained and one.direction is Direction.DOWN:
        page.text(page.words("Nobody noted whether it got worse or is known better."), "    ")


def _since(told: YearsPage, one: Moved) -> Iterator[str]:
    """How far it moved since the last time and since the first."""
    words = told.page.words
    for pair, move in one.moves:
        if move.direction is Direction.UP:
            few, more = "one step up since {year}", "{n} steps up since {year}"
            yield words.plural(few, more, move.steps, year=told.label(pair.then))
        else:
            yield words.plural(
                "one step down since {year}",
                "{n} steps down since {year}",
                move.steps,
                year=told.label(pair.then),
            )


def _why(told: YearsPage, said: Explained) -> str:
    """What a profile says about the difference."""
    change = said.was.change
    assert change is not None, "only what says why is explained"
    words = told.page.words
    why = words(CHANGES[change])
    text = f"{why} ({told.label(said.column)})"
    return f"{text}: {one_line(said.was.reason)}" if said.was.reason else f"{text}."


def _better_backed(told: YearsPage) -> None:
    """What is answered as before and only better backed."""
    found = better_backed(told.years)
    page, words = told.page, told.page.words
    if found:
        page.heading(words("Only better backed: the answers are the same"))
    for move in found:
        page.item(f"{move.question}  {_backing(told, move)}")


def _backing(told: YearsPage, move: Move) -> str:
    """From which backed level to which."""
    before, after = move.then.backed, move.now.backed
    low = number(before) if before is not None else "?"
    high = number(after) if after is not None else "?"
    return told.page.words("backed {low} then and {high} now", low=low, high=high)


def _surprises(told: YearsPage) -> None:
    """What is not known any more, and what is known now."""
    page, words, years = told.page, told.page.words, told.years
    gone, found = new_unknowns(years), now_known(years)
    answers = years.columns[-1].score.profile.answers
    if gone:
        page.heading(words("Not known any more"))
    for one in gone:
        there = years.paths[one.question][one.column]
        then, year = told.mark(there), told.label(one.column)
        line = f"{one.question}  " + words("{level} in {year}, unknown now", level=then, year=year)
        who = answers[one.question].who_knows if one.question in answers else None
        page.item(line + (" " + words("(ask: {who})", who=one_line(who)) if who else ""))
    if found:
        page.heading(words("Known now"))
    for one in found:
        now, year = told.mark(years.paths[one.question][-1]), told.label(one.column)
        line = words("unknown in {year}, {level} now", level=now, year=year)
        page.item(f"{one.question}  {line}")


def write_not_compared(told: YearsPage) -> None:
    """What could not be compared between first and last, by reason."""
    page, words, whole = told.page, told.page.words, told.years.whole
    first, last = told.label(whole.then), told.label(whole.now)
    groups: dict[str, list[str]] = {}
    for move in whole.having(Direction.NOT_COMPARABLE):
        assert move.because is not None, "what is not comparable has its reason"
        reason = reason_between(move.because, move.when, first, last, words)
        shown = f"{move.question}{_nearly(told, move)}"
        groups.setdefault(reason, []).append(shown)
    if groups:
        page.heading(words("Not compared between {first} and {last}", first=first, last=last))
    for reason, questions in groups.items():
        page.item(f"{reason}: {', '.join(questions)}")


def _nearly(told: YearsPage, move: Move) -> str:
    """Both levels of what the authors call nearly the same: shown, never counted."""
    if not move.approximate or move.then.level is None or move.now.level is None:
        return ""
    then, now = number(move.then.level), number(move.now.level)
    return " " + told.page.words("({then} then, {now} now, roughly)", then=then, now=now)
