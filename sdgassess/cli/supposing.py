"""Levels that are only supposed, as a command line names them: `BUD2=3,LED2=2`.

Codes: P506 no question · P534 no level · P555 not asked · P559 no id and level, or one twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sdgassess.cli.naming import question_named
from sdgassess.files.build.values import scale_words
from sdgassess.model.question import Option, Question
from sdgassess.problem import Fact, Problem, UsageRefused, Where
from sdgassess.scoring.score import Score
from sdgassess.scoring.supposition import score_if
from sdgassess.typed.keys import answer_typed

_BETWEEN = re.compile(r"[,;\s]+(?=[^,;=\s]+\s*=)|[,;\s]+$")
"""What parts two of them: a comma or a space before an id and `=`; others belong to a level."""


def supposed_answers(today: Score, lines: Iterable[str]) -> dict[str, Option]:
    """The answers that are supposed, by question.

    Args:
        today: the score as it is.
        lines: what was typed behind each `--with`.

    Raises:
        UsageRefused: an id or a level is none, or nothing is asked there.
    """
    answers: dict[str, Option] = {}
    for typed in (pair for line in lines for pair in _pairs(line)):
        word, _, level = (part.strip() for part in typed.partition("="))
        if not word or not level:
            raise UsageRefused(Problem("P559", Where(), {"typed": typed}))
        question = today.questionnaire.questions[question_named(today.questionnaire, word)]
        if question.id in answers:
            raise UsageRefused(Problem("P559", Where(), {"why": "twice", "id": question.id}))
        answers[question.id] = _option(question, level)
    _refuse_unasked(today, answers)
    return answers


def _pairs(line: str) -> Iterator[str]:
    """What was typed, an id and a level each."""
    pairs = [pair for pair in _BETWEEN.split(line.strip()) if pair.strip()]
    yield from pairs or [line]


def _option(question: Question, level: str) -> Option:
    """The answer that a level or ids stand for."""
    option = answer_typed(level, question)
    if option is None:
        facts: dict[str, Fact] = {
            "id": question.id,
            "level": level,
            "scale": scale_words(question.options),
        }
        raise UsageRefused(Problem("P534", Where(), facts))
    return option


def _refuse_unasked(today: Score, answers: dict[str, Option]) -> None:
    """Refuse a level where nothing is asked: outside a quick scan, or ruled out by answers."""
    supposed = score_if(today, answers).questions
    for question in answers:
        if question not in supposed:
            raise UsageRefused(Problem("P555", Where(), {"id": question, "why": "scope"}))
        if supposed[question].answered is None:
            raise UsageRefused(Problem("P555", Where(), {"id": question}))
