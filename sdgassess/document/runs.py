"""Words in a line: runs that may change language or weight.

They stand apart from the blocks that hold them, so that a terminal, which has lines alone, loads
neither tables nor charts.
"""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Some words in a line.

    Attributes:
        text: visible text; never markup. A line feed begins a new line, as people wrote it.
        language: the language of these words, where it is not the document's.
        strong: whether they stand out; meaning never hangs on that alone.
    """

    text: str
    language: str | None = None
    strong: bool = False


Runs = tuple[Run, ...]
"""A line or paragraph: words that may change language or weight."""


def plain_runs(text: str) -> Runs:
    """A text as a line in the document's language."""
    return (Run(text),)


def text_of(runs: Runs) -> str:
    """The words of a line, without weight or language."""
    return "".join(run.text for run in runs)
