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
    Heading,
    Run,
    Runs,
    Table,
    plain_runs,
)
from sdgassess.document.figures import written_level
from sdgassess.document.passage import (
    HOLE,
    around,
    own_words,
    passage,
)
from sdgassess.model.question import Level
from sdgassess.report.years.edition import YearsTold
from sdgassess.report.years.move_phrases import (
    ask,
    backing,
    known_now,
    steps_since,
    unexplained,
    unknown_now,
    who_knows,
    why,
)
from sdgassess.report.years.tables import words_cell


def moves(told: YearsTold) -> tuple[Block, ...]:
    """What stands lower and higher, what is only better backed, what is known no more or now."""
    words, every = told.words, movers(told.years)
    lower = [one for one in every if one.direction is Direction.DOWN]
    higher = [one for one in every if one.direction is Direction.UP]
    return (
        *_list(told, words("What stands lower"), lower, Direction.DOWN),
        *_list(told, words("What stands higher"), higher, Direction.UP),
        *_better_backed(told),
        *_surprises(told),
    )


def _list(
    told: YearsTold, title: str, questions: Sequence[Mover], way: Direction
) -> tuple[Block, ...]:
    """Questions that moved one way, in a table; a fall has a column of its own for why."""
    if not questions:
        return ()
    words, fell = told.words, way is Direction.DOWN
    now = words("Now ({year})", year=told.label(len(told.years.columns) - 1))
    why_head = (words("Why"),) if fell else ()
    head = (words("Id"), words("Question"), words("Before"), now, *why_head)
    table = Table(
        plain_runs(words("From which words to which")),
        tuple(plain_runs(one) for one in head),
        tuple(_row(told, one, fell=fell) for one in questions),
        (1.25, 3, 2.6, 2.6, 2.8) if fell else (1.25, 3.5, 3.2, 3.3),
        dense=True,
    )
    return (Heading(2, plain_runs(title)), table)


def _row(told: YearsTold, one: Mover, *, fell: bool) -> tuple[Cell, ...]:
    """One question: what is asked, how far it moved, its levels before and now, and why."""
    pair, move = _of_direction(one)
    since = "; ".join(steps_since(told, one))
    text = passage(told.years.question(one.question).text, told.words.language)
    asked = (text, Run(f" – {since}"))
    before = _level(told, one.question, move.before.level, told.label(pair.earlier))
    now = _level(told, one.question, told.years.paths[one.question][-1].level)
    reasons = _why(told, one)
    if fell:
        last: tuple[Runs, ...] = (now, reasons or plain_runs(unexplained(told)))
    else:
        last = ((*now, Run(" – "), *reasons) if reasons else now,)
    cells: tuple[Runs, ...] = (plain_runs(one.question), asked, before, *last)
    return tuple(words_cell(cell) for cell in cells)


def _of_direction(one: Mover) -> tuple[Pair, Move]:
    """The widest of its moves that goes the way it is listed under."""
    return [(pair, move) for pair, move in one.moves if move.direction is one.direction][-1]


def _level(told: YearsTold, question: str, level: Level | None, year: str | None = None) -> Runs:
    """A level with its words, and of which year it is."""
    assert level is not None, "what moved has a level at both ends"
    option = told.years.question(question).option(level)
    lead = (
        Run(written_level(level, told.words), strong=True),
        Run(f" ({year}) " if year else " "),
    )
    return (*lead, passage(option.text, told.words.language)) if option else lead


def _why(told: YearsTold, one: Mover) -> Runs:
    """What the profiles say about why it moved; nothing where they say nothing."""
    runs: list[Run] = []
    for place, said in enumerate(one.explanations):
        runs += [Run(" "), *_reason(told, said)] if place else _reason(told, said)
    return tuple(runs)


def _reason(told: YearsTold, said: Explanation) -> Runs:
    """One profile's reason, in its own words and language."""
    ours, theirs = why(told, said)
    if theirs is None:
        return (Run(f"{ours}."),)
    language = told.years.columns[said.column].score.profile.language
    return (Run(f"{ours}: "), own_words(theirs, language, told.words.language))


def question_name(told: YearsTold, question: str) -> Runs:
    """A question's id and what is asked."""
    asked = passage(told.years.question(question).text, told.words.language)
    return (Run(question, strong=True), Run(" "), asked)


def _better_backed(told: YearsTold) -> tuple[Block, ...]:
    """What is answered as before and only better backed."""
    found = better_backed(told.years)
    if not found:
        return ()
    items = tuple(
        (*question_name(told, move.question), Run(f" – {backing(told, move)}")) for move in found
    )
    title = told.words("Only better backed: the answers are the same")
    return (Heading(2, plain_runs(title)), Bullets(items))


def _surprises(told: YearsTold) -> Iterator[Block]:
    """What is not known any more, and what is known now."""
    gone, found = new_unknowns(told.years), now_known(told.years)
    if gone:
        yield Heading(2, plain_runs(told.words("Not known any more")))
        items = ((*_item(told, one, unknown_now(told, one)), *_ask(told, one)) for one in gone)
        yield Bullets(tuple(items))
    if found:
        yield Heading(2, plain_runs(told.words("Known now")))
        yield Bullets(tuple(_item(told, one, known_now(told, one)) for one in found))


def _item(told: YearsTold, one: Surprise, sentence: str) -> Runs:
    """A question and what is said of it."""
    return (*question_name(told, one.question), Run(f" – {sentence}"))


def _ask(told: YearsTold, one: Surprise) -> Runs:
    """Who could be asked, in the words and the language of the last profile."""
    who = who_knows(told, one)
    if who is None:
        return ()
    language = told.years.columns[-1].score.profile.language
    return (Run(" "), *around(ask(told, HOLE), own_words(who, language, told.words.language)))
