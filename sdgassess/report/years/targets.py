"""What became of the picks: whether the target was reached, and whose it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.targets import Aim, aims
from sdgassess.document.blocks import Block, Cell, Table, Together, heading, table_head, words_cell
from sdgassess.document.runs import Runs, plain_runs
from sdgassess.phrases import labels
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.move_phrases import outcome_line, picks_title


def picks(edition: YearsEdition) -> Iterator[Block]:
    """Each year's picks and what came of them, the latest first; nothing where none were made."""
    picked = aims(edition.years)
    for column in sorted({aim.earlier for aim in picked}, reverse=True):
        table = _table(edition, [aim for aim in picked if aim.earlier == column])
        yield Together((heading(picks_title(edition, column)), table))


def _table(edition: YearsEdition, picked: Sequence[Aim]) -> Table:
    """The picks of one year."""
    words = edition.words
    return Table(
        plain_runs(words("Picks, and whether the target was reached")),
        table_head(
            words(labels.TARGET), words(labels.QUESTION), words(labels.WHO), words(labels.BY_WHEN)
        ),
        tuple(_row(edition, aim) for aim in picked),
        (3.6, 3.2, 2, 1.9),
        dense=True,
    )


def _row(edition: YearsEdition, aim: Aim) -> tuple[Cell, ...]:
    """One pick: what came of it, what is asked, who and by when; a dash where nobody said."""
    score, nothing = edition.years.columns[aim.earlier].score, plain_runs("–")
    question = score.questionnaire.questions[aim.pick.question]
    who: Runs = (edition.written(aim.pick.who, score.profile),) if aim.pick.who else nothing
    by: Runs = (edition.by_when(aim.pick.by, score.profile),) if aim.pick.by else nothing
    return (
        words_cell(outcome_line(edition, aim)),
        words_cell((edition.say(question.text),)),
        words_cell(who),
        words_cell(by),
    )
