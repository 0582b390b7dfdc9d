"""The key of the ladder: a mark for whatever occurs in its rows."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.language import Words
from sdgassess.report.charts import marks
from sdgassess.report.charts.key import Entry
from sdgassess.report.charts.ladder_row import LadderRow
from sdgassess.report.charts.pen import Pen


def entries(rows: Sequence[LadderRow], size: float, pen: Pen, words: Words) -> list[Entry]:
    """The entries of the key.

    Args:
        rows: what is drawn.
        size: of the letters.
        pen: what it is drawn with.
        words: the language of fixed words.
    """
    return [*_of_factors(rows, size, pen, words), *_of_questions(rows, size, pen, words)]


def _of_factors(rows: Sequence[LadderRow], size: float, pen: Pen, words: Words) -> list[Entry]:
    """The marks of the factors themselves."""
    apart = any(row.outline is not None and row.outline != row.filling for row in rows)
    gated = any(row.level is not None and row.before_gate is not None for row in rows)
    named = words("factor, backed level") if apart else words("factor")
    shown = [
        (any(row.filling is not None for row in rows), marks.dot, named),
        (apart, marks.ring, words("factor, answered level")),
        (gated, marks.post, words("held here by a gate")),
        (any(row.last_year is not None for row in rows), marks.last_year, words("last year")),
        (any(row.open_between for row in rows), marks.small_box, words("still open")),
    ]
    return [Entry(marks.at_size(mark, pen, size), said) for here, mark, said in shown if here]


def _of_questions(rows: Sequence[LadderRow], size: float, pen: Pen, words: Words) -> list[Entry]:
    """The marks of the questions."""
    questions = [question for row in rows for question in row.questions]
    short = any(not question.carried for question in questions)
    named = words("a question, backed") if short else words("a question")
    shown = [
        (any(question.carried for question in questions), marks.filled_square, named),
        (short, marks.open_square, words("a question, answered only")),
        (any(row.unanswered for row in rows), marks.missing, words("a question without a level")),
        (any(row.targets for row in rows), marks.diamond, words("target of a picked question")),
    ]
    return [Entry(marks.at_size(mark, pen, size), said) for here, mark, said in shown if here]
