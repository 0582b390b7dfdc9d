"""Passages of questionnaires and of files in a line, each marked with the language that it is in.

A sentence of ours with somebody else's words inside is said with `HOLE` where those words
belong, and `around` puts them there.
"""

from __future__ import annotations

from sdgassess.document.blocks import Run, Runs
from sdgassess.document.figures import written_when
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.question import Text
from sdgassess.text import one_line

HOLE = "\ufffc"
"""What stands in a sentence for words that are put there later; no text of ours holds it."""


def passage(text: Text, words: Words, *, strong: bool = False) -> Run:
    """A questionnaire's text in the reader's language, or in the one that it has."""
    said, spoken = text.in_language(words.language)
    return Run(one_line(said), None if spoken == words.language else spoken, strong)


def own_words(text: str, language: str | None, words: Words) -> Run:
    """What somebody wrote in a profile, in the language that the profile says it is in."""
    other = language in LANGUAGES and language != words.language
    return Run(one_line(text), language if other else None)


def own_day(text: str, language: str | None, words: Words) -> Run:
    """When something is to be done: a day in the reader's words, or what somebody wrote."""
    day = written_when(one_line(text), words)
    return own_words(text, language, words) if day is None else Run(day)


def around(sentence: str, run: Run) -> Runs:
    """A sentence said with `HOLE`, with words in its place."""
    before, _, after = sentence.partition(HOLE)
    return tuple(part for part in (Run(before), run, Run(after)) if part.text)
