"""A questionnaire's scale as it is told: beneath charts, and in a line among the method."""

from __future__ import annotations

from typing import Any

from sdgassess.document.charts.scale import Rung, Scale
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.numbers import written_number
from sdgassess.report.edition import Edition


def chart_scale(edition: Edition[Any], rules: Questionnaire) -> Scale:
    """The scale with its names; where there is none, the values of the questions."""
    if rules.scale:
        rungs = (Rung(option.value, edition.line(option.text)) for option in rules.scale)
        return Scale(tuple(rungs))
    questions = rules.questions.values()
    values = {option.value for question in questions for option in question.options}
    return Scale(tuple(Rung(value) for value in sorted(values)))


def scale_line(edition: Edition[Any], rules: Questionnaire) -> str:
    """What the levels are called; empty where they have no names."""
    words = edition.words
    return "; ".join(
        f"{written_number(option.value, words)} {edition.line(option.text)}"
        for option in rules.scale
    )
