"""The languages that a form speaks: one, or two side by side, each passage tagged with its own.

The first language is the document's. What is said in the second carries its code, and so does a
text that a questionnaire lacks in the language that was wished for.
"""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.document.passage import tagged
from sdgassess.document.runs import Run, Runs
from sdgassess.language import Words
from sdgassess.model.question import Text
from sdgassess.text import one_line

BETWEEN = " / "
"""What stands between the two languages where they share a line."""


class Side(NamedTuple):
    """One of the languages of a form.

    Attributes:
        words: the fixed words in it.
        document: the language of the document, which needs no tag.
    """

    words: Words
    document: str

    def text(self, text: Text, *, strong: bool = False) -> Run:
        """A text of the questionnaire, tagged where it is not in the document's language."""
        words, language = text.in_language(self.words.language)
        return tagged(one_line(words), language, self.document, strong=strong)

    def fixed(self, message: str, *, strong: bool = False, **facts: object) -> Run:
        """A fixed sentence, which was marked for translation where it is written.

        Args:
            message: the English source.
            strong: whether it stands out.
            facts: what it mentions; a text is said in this language.
        """
        translated = {name: self._fact(fact) for name, fact in facts.items()}
        return tagged(
            self.words(message, **translated), self.words.language, self.document, strong=strong
        )

    def plural(self, singular: str, plural: str, n: int) -> Run:
        """A fixed sentence about a number."""
        return tagged(self.words.plural(singular, plural, n), self.words.language, self.document)

    def _fact(self, fact: object) -> object:
        """What a sentence mentions, in this language."""
        if isinstance(fact, Text):
            return one_line(fact.in_language(self.words.language)[0])
        return fact


class Speech(NamedTuple):
    """All that a form speaks: the document's language first."""

    sides: tuple[Side, ...]

    @property
    def first(self) -> Side:
        """The document's language."""
        return self.sides[0]

    @property
    def words(self) -> Words:
        """The words of the document's language."""
        return self.first.words

    @property
    def double(self) -> bool:
        """Whether there are two languages."""
        return len(self.sides) > 1

    def text(self, text: Text, *, strong: bool = False) -> Runs:
        """A text in every language, in one line; said once where both say the same."""
        return joined(tuple(side.text(text, strong=strong) for side in self.sides))

    def fixed(self, message: str, *, strong: bool = False, **facts: object) -> Runs:
        """A fixed sentence in every language, in one line."""
        return joined(tuple(side.fixed(message, strong=strong, **facts) for side in self.sides))

    def plural(self, singular: str, plural: str, n: int) -> Runs:
        """A fixed sentence about a number, in every language."""
        return joined(tuple(side.plural(singular, plural, n) for side in self.sides))


def speech(words: Words, beside: Words | None = None) -> Speech:
    """The languages of a form: the document's, and perhaps a second one beside it."""
    first = Side(words, words.language)
    return Speech((first,) if beside is None else (first, Side(beside, words.language)))


def joined(runs: Runs, between: str = BETWEEN) -> Runs:
    """Passages in one line; one that says what the first said is left out."""
    fresh = [run for run in runs[1:] if run.text != runs[0].text]
    return runs[:1] + tuple(part for run in fresh for part in (Run(between), run))
