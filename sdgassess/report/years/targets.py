"""What became of the picks: whether the target was reached, and whose it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.targets import Aim, Outcome, aims
from sdgassess.document.blocks import Block, Cell, Table, Together, heading, table_head, words_cell
from sdgassess.document.runs import Runs, plain_runs
from sdgassess.language import N_
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.move_phrases import reason_between
from sdgassess.text import number

OUTCOMES = {
    Outcome.REACHED: N_("reached in {year}"),
    Outcome.ON_THE_WAY: N_("on the way in {year}"),
    Outcome.NOT_YET: N_("not yet in {year}"),
    Outcome.NOT_COMPARABLE: N_("cannot be compared"),
}
"""What became of a target; the year is that of the profile which tells."""


def picks(edition: YearsEdition) -> Iterator[Block]:
    """Each year's picks and what came of them, the latest first; nothing where none were made."""
    picked = aims(edition.years)
    for column in sorted({aim.earlier for aim in picked}, reverse=True):
        table = _table(edition, [aim for aim in picked if aim.earlier == column])
        yield Together((heading(picks_title(edition, column)), table))


def picks_title(edition: YearsEdition, column: int) -> str:
    """The head over the picks of one profile."""
    return edition.words("Picked in {year}: what came of it", year=edition.label(column))


def _table(edition: YearsEdition, picked: Sequence[Aim]) -> Table:
    """The picks of one year."""
    words = edition.words
    return Table(
        plain_runs(words("Picks, and whether the target was reached")),
        table_head(words("Target"), words("Question"), words("Who"), words("By when")),
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
        words_cell(outcome_line(edition.in_signs, aim)),
        words_cell((edition.say(question.text),)),
        words_cell(who),
        words_cell(by),
    )


def outcome_line(edition: YearsEdition, aim: Aim) -> str:
    """The question, the target, what became of it, and the levels that say so."""
    words = edition.words
    name = aim.pick.question
    if aim.question != name:
        name = words("{id} (now {now})", id=name, now=aim.question)
    if aim.target is not None:
        name = words("{id} to {target}", id=name, target=number(aim.target))
    outcome = words(OUTCOMES[aim.outcome], year=edition.label(aim.later))
    if aim.because is not None:
        first, last = edition.label(aim.earlier), edition.label(aim.later)
        remark = reason_between(aim.because, aim.when, first, last, words)
    elif aim.target is None:
        remark = words("no target was set")
    else:
        remark = _levels(edition, aim)
    return f"{name}: {outcome} ({remark})"


def _levels(edition: YearsEdition, aim: Aim) -> str:
    """Where it stood, and where it stands."""
    before, after = ("?" if level is None else number(level) for level in (aim.before, aim.after))
    if not edition.linear:
        return f"{before} → {after}"
    if aim.before is None:
        before = edition.words("no level")
    return f"{edition.in_year(before, aim.earlier)}, {edition.in_year(after, aim.later)}"
