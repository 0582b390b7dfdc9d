"""Changes in words: from which level to which, the text that is reached, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years_moves import (
    Moved,
    better_backed,
    moved,
    new_unknowns,
    now_known,
)
from sdgassess.analysis.years_questions import Direction, Standing
from sdgassess.report.level_words import legend
from sdgassess.report.move_words import (
    ask,
    backing,
    known_now,
    not_compared,
    not_compared_between,
    steps_since,
    unexplained,
    unknown_now,
    who_knows,
    why,
)
from sdgassess.report.years_page import YearsPage
from sdgassess.text import number


def write_changes(told: YearsPage) -> None:
    """What stands lower and why, what stands higher, what is only better backed or unknown."""
    words, every = told.words, moved(told.years)
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
        told.page.text(legend(told.words), "  ")
    if any(there.apart and there.level is not None for there in _every_place(told, questions)):
        told.page.text(told.words("(2): asked otherwise then, and not compared"), "  ")
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
    since = "; ".join(steps_since(told, one))
    page.text(f"{one.question}  {told.path(one.question)}  ({since})", "  - ", strong=True)
    page.text(told.say(asked.text), "    ")
    level = told.years.paths[one.question][-1].level
    option = asked.option(level) if level is not None else None
    if option is not None:
        reached, text = number(option.value), told.say(option.text)
        page.text(told.words("Level {level}: {text}", level=reached, text=text), "    ")
    for said in one.explained:
        page.text(why(told, said).sentence, "    ")
    if not one.explained and one.direction is Direction.DOWN:
        page.text(unexplained(told), "    ")


def _better_backed(told: YearsPage) -> None:
    """What is answered as before and only better backed."""
    found = better_backed(told.years)
    if found:
        told.page.heading(told.words("Only better backed: the answers are the same"))
    for move in found:
        told.page.item(f"{move.question}  {backing(told, move)}")


def _surprises(told: YearsPage) -> None:
    """What is not known any more, and what is known now."""
    page, words, years = told.page, told.words, told.years
    gone, found = new_unknowns(years), now_known(years)
    if gone:
        page.heading(words("Not known any more"))
    for one in gone:
        who = who_knows(told, one)
        asked = f" {ask(told, who)}" if who else ""
        page.item(f"{one.question}  {unknown_now(told, one)}{asked}")
    if found:
        page.heading(words("Known now"))
    for one in found:
        page.item(f"{one.question}  {known_now(told, one)}")


def write_not_compared(told: YearsPage) -> None:
    """What could not be compared between first and last, by reason."""
    groups = not_compared(told)
    if groups:
        told.page.heading(not_compared_between(told))
    for reason, questions in groups:
        told.page.item(f"{reason}: {', '.join(questions)}")
