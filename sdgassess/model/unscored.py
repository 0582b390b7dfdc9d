"""What is asked and never scored: style axes, and context that rules look at."""

from enum import StrEnum
from typing import NamedTuple

from sdgassess.model.condition import Condition
from sdgassess.model.question import Option, Text


class AxisKind(StrEnum):
    """How a style axis is answered: items between two poles, one choice, or several."""

    POLES = "poles"
    CHOICE = "choice"
    SEVERAL = "several"


class AxisItem(NamedTuple):
    """One item between two poles: from `lowest` (fully the low pole) to `highest`."""

    id: str
    text: Text
    low: Text
    high: Text
    optional: bool = False


class AxisOption(NamedTuple):
    """One choice on an axis."""

    id: str
    title: Text


class Position(NamedTuple):
    """A named place on an axis of poles, and the condition that puts a municipality there.

    `watch` lists the questions to keep an eye on for this style, with the reason in words.
    """

    id: str
    title: Text
    when: Condition
    watch: tuple[str, ...] = ()
    watch_because: Text | None = None


class Axis(NamedTuple):
    """A typology that is never good or bad (model.md: Style).

    Attributes:
        id: its key in profiles.
        title: its name.
        text: the question that is asked.
        kind: how it is answered.
        items: for poles; `reach` is the distance of each pole from the middle.
        options: for choice and several.
        positions: for poles; the first that holds is the municipality's.
    """

    id: str
    title: Text
    text: Text
    kind: AxisKind
    items: tuple[AxisItem, ...] = ()
    reach: int = 2
    options: tuple[AxisOption, ...] = ()
    positions: tuple[Position, ...] = ()


class ContextKind(StrEnum):
    """How a context question is answered."""

    CHOICE = "choice"
    NUMBER = "number"
    YES_NO = "yes-no"
    SEVERAL = "several"


class ContextQuestion(NamedTuple):
    """An unscored question that rules may look at, asked before a given part of the tree.

    With `frame` it belongs to the frame: set once, and shown beside the anchors that need it. With
    `ask_if` it is asked only where that holds, as a question is.
    """

    id: str
    text: Text
    kind: ContextKind
    options: tuple[Option, ...] = ()
    before: str | None = None
    in_quick: bool = False
    frame: bool = False
    ask_if: Condition | None = None
