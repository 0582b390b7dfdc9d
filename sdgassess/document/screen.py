"""A screen: the blocks of a result, without a width, a colour or an escape sequence.

Whoever composes one says what comes first and what may be left out; the terminal as a medium
(`sdgassess.media.terminal`) lays it out, or tells it row by row where it is read aloud. Nothing
here knows tables for paper or charts, so that a verb with a screen starts without them; what was
composed for paper becomes a screen in `sdgassess.media.report_screen`.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeVar, cast


class Title(NamedTuple):
    """The name of the screen, in parts: who, when, what kind."""

    parts: tuple[str, ...]


class Strip(NamedTuple):
    """Short facts in a row, such as how much is known and by whom."""

    parts: tuple[str, ...]


class Prose(NamedTuple):
    """A sentence or several.

    Attributes:
        text: the sentences; a line feed begins a new line.
        strong: whether they stand out, as the finding does.
        lead: what the first line begins with: spaces, a sign, an id.
        hanging: what the other lines begin with; as many spaces where not given.
    """

    text: str
    strong: bool = False
    lead: str = ""
    hanging: str | None = None


class Key(NamedTuple):
    """What signs mean; nothing where rows are said in words."""

    text: str


class Head(NamedTuple):
    """The head of a part; an empty line goes before it.

    Attributes:
        text: its words.
        aside: what the part rests on.
        minor: whether it heads a part of a part, or is a sentence: no capitals then.
    """

    text: str
    aside: str = ""
    minor: bool = False


class Gap(NamedTuple):
    """An empty line."""


class Steps(NamedTuple):
    """A level at a glance: how many of the steps above the lowest are reached."""

    reached: int
    of: int

    @property
    def boxes(self) -> str:
        """The steps as letters, for whatever draws nothing: those that are reached are full."""
        return "■" * self.reached + "□" * (self.of - self.reached)


class Several(NamedTuple):
    """Things in a cell, of which as many are shown as there is room for."""

    items: tuple[str, ...]


Cell = str | Steps | Several


class Row(NamedTuple):
    """One row.

    Attributes:
        cells: what stands in its columns.
        spoken: what is said in their place where rows are told one by one; without it the cells.
        depth: how far it is set in where it has lines of its own, as a part of the row above.
    """

    cells: tuple[Cell, ...]
    spoken: str = ""
    depth: int = 0


class Rows(NamedTuple):
    """Rows with the same columns.

    Attributes:
        rows: at least one.
        stretch: the column that takes what room there is; its text may run on.
        heads: what its columns are called, where that is said.
        most: to how many lines the stretching text is cut; 0 where it may run on.
    """

    rows: tuple[Row, ...]
    stretch: int
    heads: tuple[str, ...] = ()
    most: int = 0


class Grid(NamedTuple):
    """Rows of the same kind, several beside each other where there is room."""

    rows: tuple[Row, ...]


MORE = "--all"
"""What is added to a command to be shown everything."""

SUPPOSED = "*"
"""What marks a level that nobody answered, and a part that it is rolled up into."""


class Command(NamedTuple):
    """What can be typed next, and what it is for."""

    purpose: str
    typed: str


class Commands(NamedTuple):
    """What comes next: on one line where they fit, else one below the other."""

    commands: tuple[Command, ...]


Piece = TypeVar("Piece")

Block = Title | Strip | Prose | Key | Head | Gap | Rows | Grid | Commands
Screen = tuple[Block, ...]


def item(text: str, marker: str = "- ", depth: int = 1) -> Prose:
    """One point of a list, set in by its depth."""
    return Prose(text, lead="  " * depth + marker)


def respelled(value: Piece, spell: Callable[[str], str]) -> Piece:
    """A screen, or a piece of one, with every text in it spelled otherwise.

    Args:
        value: blocks, rows, cells or texts.
        spell: how a text is spelled, as where a terminal lacks the finer signs.
    """
    if isinstance(value, str):
        return cast("Piece", spell(value))
    if isinstance(value, tuple):
        pieces = [respelled(each, spell) for each in value]
        make = getattr(type(value), "_make", tuple)
        return cast("Piece", make(pieces))
    return value


def with_details(screen: Screen, details: Screen) -> Screen:
    """A short screen with everything below it, before what can be typed next.

    Args:
        screen: the short one; its last block is what can be typed next.
        details: what it left out.
    """
    *short, last = screen
    if not isinstance(last, Commands) or not details:
        return screen
    commands = tuple(command for command in last.commands if command.typed != MORE)
    return (*short, *details, Gap(), Commands(commands))
