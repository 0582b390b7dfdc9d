"""A page of lines for a terminal: words with an emphasis, never colours or escape sequences.

Whoever prints decides what an emphasis looks like, if it looks like anything: meaning is always in
the words, so that a pipe, a screen reader and a projector get the same page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sdgassess.document.line import Emphasis, Line
from sdgassess.document.passage import passage_line
from sdgassess.language import Words
from sdgassess.model.question import Text
from sdgassess.text import (
    pad,
    visible,
    width,
    wrap,
)


@dataclass
class Page:
    """Lines being written for a number of columns, in one language.

    Attributes:
        words: the fixed words.
        columns: how wide the terminal is.
        lines: what is written so far.
    """

    words: Words
    columns: int
    lines: list[Line] = field(default_factory=list)

    def title(self, text: str) -> None:
        """The name of the page."""
        self._wrapped(text, "", Emphasis.TITLE)

    def heading(self, text: str) -> None:
        """The head of a part, after an empty line."""
        self.blank()
        self._wrapped(text, "", Emphasis.HEADING)

    def text(
        self, text: str, indent: str = "", hanging: str | None = None, *, strong: bool = False
    ) -> None:
        """A paragraph; `hanging` begins its second and later lines."""
        self._wrapped(text, indent, Emphasis.STRONG if strong else Emphasis.PLAIN, hanging)

    def warning(self, text: str) -> None:
        """A paragraph that must not be missed; its words say so themselves."""
        self._wrapped(text, "", Emphasis.WARNING)

    def item(self, text: str, marker: str = "- ", indent: int = 2) -> None:
        """One point of a list."""
        self._wrapped(text, " " * indent + marker, Emphasis.PLAIN)

    def pair(self, key: str, value: str, columns: int, indent: int = 2) -> None:
        """A word and what it stands at, values aligned; below each other where it is narrow."""
        lead = " " * indent + pad(key, columns) + "  "
        if self.columns - width(lead) >= 16:
            self._wrapped(value, lead, Emphasis.PLAIN)
            return
        self._wrapped(key, " " * indent, Emphasis.PLAIN)
        self._wrapped(value, " " * (indent + 2), Emphasis.PLAIN)

    def blank(self) -> None:
        """An empty line, never two."""
        if self.lines and self.lines[-1].text:
            self.lines.append(Line(""))

    def say(self, text: Text) -> str:
        """A questionnaire's text on one line; marked where it is not in the page's language."""
        return passage_line(text, self.words.language)

    def _wrapped(
        self, text: str, indent: str, emphasis: Emphasis, hanging: str | None = None
    ) -> None:
        """Add text as wrapped lines."""
        for line in wrap(visible(text), self.columns, indent, hanging):
            self.lines.append(Line(line, emphasis))


def plain(lines: list[Line]) -> str:
    """The page as bare text."""
    return "".join(line.text + "\n" for line in lines)
