"""The text of a level as it can be read alone, away from the levels below it.

Anchors build on each other: *As 3, and it has survived an election* says nothing to somebody who
does not see what 3 was. Where all levels stand below each other that is good writing; wherever one
level is told alone, the level that it builds on is said in its place.
"""

from __future__ import annotations

import re
from fractions import Fraction

from sdgassess.model.question import Option, Question, Text

_BUILDS_ON = re.compile(r"\w+ (\d+(?:[.,]\d+)?), (?=\S)")
"""A word, the level that is built on, a comma: `As 3, `, `Som 3, `."""


def standalone_text(question: Question, option: Option) -> Text:
    """What a level means, with the words of each level that it builds on.

    Args:
        question: the question whose levels they are.
        option: the level that is told.

    Returns:
        In each language the text itself, or the texts one behind the other. A number that is no
        lower level of the question is left as it is.
    """
    return Text({lang: _in_full(question, option, lang) for lang in option.text.words})


def _in_full(question: Question, option: Option, language: str) -> str:
    """The same in one language."""
    wording = option.text.words[language]
    mention = _BUILDS_ON.match(wording)
    below = _level_below(question, option, mention[1]) if mention else None
    if mention is None or below is None or language not in below.text.words:
        return wording
    base = _in_full(question, below, language).rstrip(" .;")
    return f"{base}, {wording[mention.end() :]}"


def _level_below(question: Question, option: Option, number: str) -> Option | None:
    """The level of a question that a number names, where it is lower than the one that says it."""
    value = Fraction(number.replace(",", "."))
    if value >= option.value or question.several:
        return None
    return question.option(value)
