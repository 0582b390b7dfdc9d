"""Passages of questionnaires and of files in a line, each marked with the language that it is in.

Where a writer can tag a language (HTML, PDF, Word), a passage is a `Run` that carries it. Where
there are only letters, as on a terminal or in a cell, `line_of` says it in front: `[en] A plan`.
In front, because a listener must know the language before the words come, and because a line that
is cut short would lose a mark behind it.

A sentence of ours with somebody else's words inside is said with `HOLE` where those words
belong, and `around` puts them there.
"""

from __future__ import annotations

from sdgassess.document.runs import Run, Runs
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.question import Text
from sdgassess.numbers import written_when
from sdgassess.text import one_line, own_lines

HOLE = "\ufffc"
"""What stands in a sentence for words that are put there later; no text of ours holds it."""


def passage(text: Text, language: str, *, strong: bool = False) -> Run:
    """A questionnaire's text in the reader's language, or in the one that it has."""
    wording, spoken = text.in_language(language)
    return tagged(one_line(wording), spoken, language, strong=strong)


def tagged(wording: str, spoken: str | None, language: str, *, strong: bool = False) -> Run:
    """Words as a run that carries their language where it is not the reader's.

    Args:
        wording: the words, harmless already.
        spoken: the language that they are in; None where nobody says so.
        language: the reader's language.
        strong: whether they stand out.
    """
    return Run(wording, None if spoken == language else spoken, strong)


def line_of(run: Run) -> str:
    """A run where nothing but letters can be written: `[en] A plan` where it has a language."""
    return run.text if run.language is None or not run.text else f"[{run.language}] {run.text}"


def passage_line(text: Text, language: str) -> str:
    """A questionnaire's text on one line of letters; in another language it is marked."""
    return line_of(passage(text, language))


def text_line(text: Text, words: Words) -> str:
    """The same in the language that is spoken."""
    return passage_line(text, words.language)


def own_words(text: str, spoken: str | None, language: str) -> Run:
    """What somebody wrote in a profile, on one line, in the language that the profile says."""
    return tagged(one_line(text), spoken if spoken in LANGUAGES else None, language)


def own_passage(text: str, spoken: str | None, language: str) -> Run:
    """The same in the lines that it was written in: comments, reasons, first moves."""
    return tagged(own_lines(text), spoken if spoken in LANGUAGES else None, language)


def own_day(text: str, spoken: str | None, words: Words) -> Run:
    """When something is to be done: a day in the reader's words, or what somebody wrote."""
    day = written_when(one_line(text), words)
    return own_words(text, spoken, words.language) if day is None else Run(day)


def around(sentence: str, run: Run) -> Runs:
    """A sentence said with `HOLE`, with words in its place."""
    before, _, after = sentence.partition(HOLE)
    return tuple(part for part in (Run(before), run, Run(after)) if part.text)
