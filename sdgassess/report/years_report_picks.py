"""What was picked in earlier years and what came of it, in print."""

from __future__ import annotations

from sdgassess.analysis.years_targets import Aim, aims
from sdgassess.report.document import Block, Cell, Heading, Runs, Table, Together, plain_runs
from sdgassess.report.passage import own_day, own_words, passage
from sdgassess.report.years_report_table import words_cell
from sdgassess.report.years_targets import outcome_line, picked_title
from sdgassess.report.years_told import YearsTold


def picks(told: YearsTold) -> tuple[Block, ...]:
    """Each year's picks and what came of them, the latest first; nothing where none were made."""
    every = aims(told.years)
    places = sorted({aim.then for aim in every}, reverse=True)
    blocks: list[Block] = []
    for place in places:
        there = tuple(aim for aim in every if aim.then == place)
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
    score = told.years.columns[aim.then].score
    asked = score.questionnaire.questions[aim.pick.question]
    brief = YearsTold(told.words, told.years)
    return (
        words_cell(outcome_line(brief, aim)),
        words_cell((passage(asked.text, told.words),)),
        words_cell(_written(told, aim.pick.who, score.profile.language)),
        words_cell(_by(told, aim.pick.by, score.profile.language)),
    )


def _written(told: YearsTold, text: str | None, language: str | None) -> Runs:
    """What the profile says, in its language; a dash where it says nothing."""
    return (own_words(text, language, told.words),) if text else plain_runs("–")


def _by(told: YearsTold, text: str | None, language: str | None) -> Runs:
    """By when, a day in words; a dash where nothing is said."""
    return (own_day(text, language, told.words),) if text else plain_runs("–")
