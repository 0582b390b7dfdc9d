"""What is printed, before it is HTML, PDF, Word or Markdown: blocks of words, tables and charts.

A report is composed once, as a value. Every format is written from that value, so that numbers,
wording and order never differ between them. Text in it is data: a writer escapes whatever its
format would take for markup.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sdgassess.document.charts.distribution import Distribution
from sdgassess.document.charts.heat_map import HeatMap
from sdgassess.document.charts.ladder import Ladder
from sdgassess.document.charts.small_multiples import SmallMultiples
from sdgassess.document.charts.style_axis import StyleAxis
from sdgassess.document.charts.voices import Voices
from sdgassess.document.runs import Run, Runs, plain_runs, text_of
from sdgassess.document.screen import Steps


class Heading(NamedTuple):
    """A head; level 1 is the document's title, the parts below begin at 2, none is skipped."""

    level: int
    runs: Runs


class Paragraph(NamedTuple):
    """A paragraph; `small` ones are captions, keys and remarks."""

    runs: Runs
    small: bool = False


class Bullets(NamedTuple):
    """A list without order."""

    items: tuple[Runs, ...]


class Count(NamedTuple):
    """A number, large, and what it counts."""

    number: str
    words: str


class Counts(NamedTuple):
    """Some counts side by side, each in a box."""

    counts: tuple[Count, ...]


class Cell(NamedTuple):
    """A cell of a table.

    Attributes:
        runs: its words; empty where people write.
        numeric: whether it is a number or a mark, which stands in the middle of its column.
        shade: how dark its ground is, 0 to 5, where the number in it is shown as a heat map.
        room: how many lines people have to write in it.
        depth: how many times it is set in, below the parts that it belongs to.
        steps: a level at a glance, as boxes in front of its words.
    """

    runs: Runs = ()
    numeric: bool = False
    shade: int | None = None
    room: int = 0
    depth: int = 0
    steps: Steps | None = None


class Table(NamedTuple):
    """A table with a head.

    Attributes:
        caption: what it shows; empty where a heading above says it.
        head: the head of each column; none is empty.
        rows: the cells, as many in each row as there are heads.
        shares: how wide the columns are against each other.
        row_heads: whether the first cell of a row is its head.
        dense: whether it is set smaller, for long lists at the end.
    """

    caption: Runs
    head: tuple[Runs, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]
    row_heads: bool = True
    dense: bool = False

    @property
    def spoken_name(self) -> str:
        """What it is called aloud: its caption, else the heads of its columns."""
        return text_of(self.caption) or ", ".join(map(text_of, self.head))


Chart = Ladder | Distribution | Voices | StyleAxis | HeatMap | SmallMultiples
"""What a picture shows: every kind has a `title` in a few words, and in its `alt` every number.

A chart is no picture yet: each medium draws it as it can, and says the same words beside it.
"""


_LONGEST_ALT = 8000
"""Characters: PDF/A bears 32 767 bytes, of which a character takes up to four."""


class Figure(NamedTuple):
    """A chart with a line below it that tells how to read it."""

    chart: Chart
    caption: Runs = ()

    @property
    def alt(self) -> str:
        """The numbers in words, no longer than files and screen readers bear; cut at a line."""
        if len(self.chart.alt) <= _LONGEST_ALT:
            return self.chart.alt
        text = self.chart.alt[:_LONGEST_ALT]
        return (text.rsplit("\n", 1)[0] if "\n" in text else text) + "\n…"


class Quotation(NamedTuple):
    """Words of a document, verbatim, with where they stand and what they speak of."""

    quote: Run
    source: Runs


class WritingLines(NamedTuple):
    """Room to write by hand: a label, what stands there already, and empty lines.

    `beside` is the label in a second language, where a form speaks two.
    """

    label: str
    lines: int
    written: Runs = ()
    beside: Run | None = None

    @property
    def full_label(self) -> Runs:
        """The label in every language that it is said in; nothing where there is none."""
        label = (Run(self.label),) if self.label else ()
        return (*label, Run(" / "), self.beside) if self.beside else label


class Choice(NamedTuple):
    """One answer of a form.

    Attributes:
        mark: its mark.
        runs: its words.
        ticked: whether it is ticked.
        instead: whether it stands in place of an answer; those of a question share a line on what
            is filled in with a pen.
    """

    mark: str
    runs: Runs
    ticked: bool = False
    instead: bool = False


class Choices(NamedTuple):
    """The answers of a form to tick one of, or several; `label` names what is asked."""

    label: str
    choices: tuple[Choice, ...]
    several: bool = False


class Together(NamedTuple):
    """Blocks that stay on one page."""

    blocks: tuple[Block, ...]


class Beside(NamedTuple):
    """Two columns of blocks; below each other where the page is narrow.

    `shares` is how wide the two are against each other.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    shares: tuple[float, float] = (1, 1)


class NewPage(NamedTuple):
    """What follows begins on a new page."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Counts
    | Table
    | Figure
    | Quotation
    | WritingLines
    | Choices
    | Together
    | Beside
    | NewPage
)


class Logo(NamedTuple):
    """A picture of the municipality's: its bytes and its kind, `png`, `jpeg` or `svg`."""

    picture: bytes
    kind: str


class Look(NamedTuple):
    """The municipality's own look.

    Attributes:
        logo: its logo.
        name_line: a line beside the logo.
        template: a file of the format that is written, whose styles and pages are used.
    """

    logo: Logo | None = None
    name_line: str | None = None
    template: bytes | None = None


class Document(NamedTuple):
    """A whole report.

    Attributes:
        title: the title; also in the properties of a file.
        language: `da`, `sv` or `en`.
        subject: one line about it, for the properties of a file.
        footer: what stands at the foot of every page, before the page's number.
        date: the date of the assessment; it also stamps the file, so that the same input gives
            the same bytes.
        blocks: everything, beginning with a heading of level 1.
        look: the municipality's own look.
        compact: whether it is set smaller, as a form that should fit a page a factor.
        by_pen: whether one person fills it in by hand, alone: boxes and lines are larger.
        fill_in: whether it can be filled in on a screen too.
    """

    title: str
    language: str
    subject: str
    footer: str
    date: dt.date
    blocks: tuple[Block, ...]
    look: Look = Look()
    compact: bool = False
    by_pen: bool = False
    fill_in: bool = False


def heading(text: str, level: int = 2) -> Heading:
    """A head in the document's language."""
    return Heading(level, plain_runs(text))


def paragraph(text: str, *, small: bool = False) -> Paragraph:
    """A paragraph in the document's language."""
    return Paragraph(plain_runs(text), small)


def strong_line(text: str) -> Paragraph:
    """A short line that stands out, above what it names."""
    return Paragraph((Run(text, strong=True),))


def labelled(label: str, *runs: Run) -> Paragraph:
    """A paragraph that begins with a label that stands out."""
    return Paragraph((Run(f"{label}: ", strong=True), *runs))


def bullets(lines: Iterable[str]) -> Bullets:
    """A list in the document's language."""
    return Bullets(tuple(plain_runs(line) for line in lines))


def words_cell(runs: Runs | str) -> Cell:
    """A cell of words."""
    return Cell(plain_runs(runs) if isinstance(runs, str) else runs)


@lru_cache(maxsize=1024)
def mark_cell(mark: str, shade: int | None = None) -> Cell:
    """A cell with a number or a mark; equal ones, of which a table may have many, are one."""
    return Cell(plain_runs(mark), numeric=True, shade=shade)


def table_head(*heads: str) -> tuple[Runs, ...]:
    """The heads of a table's columns in the document's language."""
    return tuple(plain_runs(head) for head in heads)
