"""What moved, question by question, in print: from which words to which, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.years.comparison import Pair
from sdgassess.analysis.years.moves import (
    Explanation,
    Mover,
    Surprise,
    better_backed,
    movers,
    new_unknowns,
    now_known,
)
from sdgassess.analysis.years.questions import Direction, Move
from sdgassess.document.blocks import (
    Block,
    Bullets,
    Cell,
    Table,
    heading,
    paragraph,
    table_head,
    words_cell,
)
from sdgassess.document.passage import HOLE, around
from sdgassess.document.runs import Run, Runs, plain_runs
from sdgassess.model.question import Level
from sdgassess.numbers import written_level
from sdgassess.phrases import labels
from sdgassess.phrases.anchors import standalone_text
from sdgassess.report.years.edition import YearsEdition
from sdgassess.report.years.move_phrases import (
    backing,
    newly_known,
    no_longer_known,
    steps_since,
    unexplained,
    who_knows,
    whom_to_ask,
    why,
)


def moves(edition: YearsEdition) -> Iterator[Block]:
    """What stands lower and higher, what is only better backed, what is known no more or now."""
    words, questions = edition.words, movers(edition.years)
    lower = [mover for mover in questions if mover.direction is Direction.DOWN]
    higher = [mover for mover in questions if mover.direction is Direction.UP]
    yield from _list(edition, words("What stands lower"), lower, Direction.DOWN)
    yield from _list(edition, words("What stands higher"), higher, Direction.UP)
    yield from _better_backed(edition)
    yield from _no_longer_known(edition)
    yield from _newly_known(edition)


def _list(
    edition: YearsEdition, title: str, questions: Sequence[Mover], direction: Direction
) -> Iterator[Block]:
    """Questions that moved one way, in a table; a fall has a column of its own for why.

    Of several falls that nobody explains it is said once, in place of a column.
    """
    if not questions:
        return
    words, fell = edition.words, direction is Direction.DOWN
    is_unexplained = fell and not any(mover.explanations for mover in questions)
    if is_unexplained and len(questions) > 1:
        fell = False
    after = words("Now ({year})", year=edition.label(len(edition.years.columns) - 1))
    reasons = (words(labels.WHY),) if fell else ()
    yield heading(title)
    yield Table(
        plain_runs(words("From which words to which")),
        table_head(
            words(labels.ID), words(labels.QUESTION), words(labels.BEFORE), after, *reasons
        ),
        tuple(_row(edition, mover, fell=fell) for mover in questions),
        (1.25, 3, 2.6, 2.6, 2.8) if fell else (1.25, 3.5, 3.2, 3.3),
        dense=True,
    )
    if is_unexplained and not fell:
        # behind the table: before it, it would part the table from its heading
        yield paragraph(unexplained(edition))


def _row(edition: YearsEdition, mover: Mover, *, fell: bool) -> tuple[Cell, ...]:
    """One question: what is asked, how far it moved, its levels before and now, and why."""
    question, (pair, move) = mover.question, _widest_move(mover)
    steps = "; ".join(steps_since(edition, mover))
    wording = edition.say(edition.years.question(question).text)
    before = _level(edition, question, move.before.level, pair.earlier)
    after = _level(edition, question, edition.years.paths[question][-1].level)
    reasons = _reasons(edition, mover)
    if fell:
        rest: tuple[Runs, ...] = (after, reasons or plain_runs(unexplained(edition)))
    else:
        rest = ((*after, Run(" – "), *reasons) if reasons else after,)
    return (
        words_cell(question),
        words_cell((wording, Run(f" – {steps}"))),
        words_cell(before),
        *(words_cell(runs) for runs in rest),
    )


def _widest_move(mover: Mover) -> tuple[Pair, Move]:
    """The widest of its moves that goes the way it is listed under."""
    return [(pair, move) for pair, move in mover.moves if move.direction is mover.direction][-1]


def _level(
    edition: YearsEdition, question: str, level: Level | None, place: int | None = None
) -> Runs:
    """A level with its words, and of which column it is; of the last one where none is named."""
    assert level is not None, "what moved has a level at both ends"
    column = len(edition.years.columns) - 1 if place is None else place
    option = edition.answer(question, level, column)
    lead = (
        Run(written_level(level, edition.words), strong=True),
        Run(" " if place is None else f" ({edition.label(place)}) "),
    )
    if option is None:
        return lead
    return *lead, edition.say(standalone_text(edition.years.question(question), option))


def _reasons(edition: YearsEdition, mover: Mover) -> Runs:
    """What the profiles say about why it moved; nothing where they say nothing."""
    runs: list[Run] = []
    for explanation in mover.explanations:
        runs += [*((Run(" "),) if runs else ()), *_reason(edition, explanation)]
    return tuple(runs)


def _reason(edition: YearsEdition, explanation: Explanation) -> Runs:
    """One profile's reason, in its own words and language."""
    ours, theirs = why(edition, explanation)
    if theirs is None:
        return (Run(f"{ours}."),)
    profile = edition.years.columns[explanation.column].score.profile
    return Run(f"{ours}: "), edition.written(theirs, profile)


def question_name(edition: YearsEdition, question: str) -> Runs:
    """A question's id and what is asked."""
    wording = edition.say(edition.years.question(question).text)
    return Run(question, strong=True), Run(" "), wording


def _better_backed(edition: YearsEdition) -> Iterator[Block]:
    """What is answered as before and only better backed."""
    questions = better_backed(edition.years)
    if questions:
        yield heading(edition.words("Only better backed: the answers are the same"))
        yield Bullets(
            tuple(_item(edition, move.question, backing(edition, move)) for move in questions)
        )


def _no_longer_known(edition: YearsEdition) -> Iterator[Block]:
    """What is not known any more, and who could be asked."""
    surprises = new_unknowns(edition.years)
    if surprises:
        yield heading(edition.words(labels.NOT_KNOWN_ANY_MORE))
        items = (
            _item(edition, surprise.question, no_longer_known(edition, surprise))
            + _who_to_ask(edition, surprise)
            for surprise in surprises
        )
        yield Bullets(tuple(items))


def _newly_known(edition: YearsEdition) -> Iterator[Block]:
    """What is known now."""
    surprises = now_known(edition.years)
    if surprises:
        yield heading(edition.words("Known now"))
        items = (
            _item(edition, surprise.question, newly_known(edition, surprise))
            for surprise in surprises
        )
        yield Bullets(tuple(items))


def _item(edition: YearsEdition, question: str, sentence: str) -> Runs:
    """A question and what is said of it."""
    return (*question_name(edition, question), Run(f" – {sentence}"))


def _who_to_ask(edition: YearsEdition, surprise: Surprise) -> Runs:
    """Who could be asked, in the words and the language of the last profile."""
    who = who_knows(edition, surprise)
    if who is None:
        return ()
    name = edition.written(who, edition.years.columns[-1].score.profile)
    return (Run(" "), *around(whom_to_ask(edition, HOLE), name))
