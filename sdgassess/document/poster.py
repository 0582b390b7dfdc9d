"""What stands on a workshop poster, before it is drawn: every word, row, mark and alt text.

A poster is composed once, as a value; the writer only sets it. A page of it holds a ladder of
factors on the left and agreements to write down on the right.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from sdgassess.document.blocks import Look
from sdgassess.document.runs import Run, Runs
from sdgassess.text import Exact


class Headline(StrEnum):
    """What stands on top, and how much is told under it.

    `question`: what the workshop begins with, and empty rows. `marked`: the same question, with
    today's levels. `finding`: what the workshop found.
    """

    QUESTION = "question"
    MARKED = "marked"
    FINDING = "finding"


class PosterMark(StrEnum):
    """A mark on the ladder; each has a shape of its own."""

    BACKED = "disc"
    ANSWERED = "ring"
    CAPPED = "bar"
    OPEN = "dashes"
    CHOSEN = "dot"
    TARGET = "diamond"


class PosterRung(NamedTuple):
    """A level on the ladder.

    Attributes:
        value: where it stands.
        figure: its figure.
        name: its name, where it has one.
        rule: what it means, where the questionnaire says it.
    """

    value: Exact
    figure: str
    name: Run | None = None
    rule: Run | None = None


class PosterStanding(NamedTuple):
    """Where a factor stands today.

    Attributes:
        answered: the level that was answered; None where there is none.
        backed: the level that evidence and agreement carry.
        capped: the level that a gate holds it to, where one does.
        open: between which levels it lies, where it has no level yet.
        remark: a word in place of a level.
    """

    answered: PosterRung | None = None
    backed: PosterRung | None = None
    capped: PosterRung | None = None
    open: tuple[PosterRung, PosterRung] | None = None
    remark: str = ""


class PosterAim(NamedTuple):
    """A question that was chosen.

    Attributes:
        question: its id.
        level: where it stands.
        target: where it is to be.
        steps: how many steps it is from the one to the other; None where none is left.
        remark: what stands in place of the steps: that it is reached.
    """

    question: str
    level: PosterRung | None
    target: PosterRung | None
    steps: int | None
    remark: str = ""


class PosterRow(NamedTuple):
    """One factor.

    Attributes:
        factor: its id.
        name: its name.
        alt: what is drawn in the row, in a sentence with every number.
        standing: where it stands; None on a poster that is marked by hand.
        aims: the chosen questions of this factor.
        depth: how many scored parts stand above it.
        reach: the lowest and the highest level that it can have, where the scale goes further.
    """

    factor: str
    name: Run
    alt: str
    standing: PosterStanding | None = None
    aims: tuple[PosterAim, ...] = ()
    depth: int = 0
    reach: tuple[PosterRung, PosterRung] | None = None


class PosterKeyEntry(NamedTuple):
    """An entry of the key: a mark and what it means."""

    mark: PosterMark
    words: str


class PosterAgreement(NamedTuple):
    """One thing to agree on; what is empty is left as room to write.

    Attributes:
        title: the factor; empty on a poster that is filled in by hand.
        question: what was asked, with its id.
        aim: from where to where, with the text of the target level.
        who: a function.
        by: a date or a word for it.
        first_move: the first move.
        outcome: what became of it, where nothing is left to do; then there is no room to write.
    """

    title: Runs = ()
    question: Runs = ()
    aim: Runs = ()
    who: Run | None = None
    by: Run | None = None
    first_move: Run | None = None
    outcome: Runs = ()


class PosterLabels(NamedTuple):
    """The fixed words on a poster."""

    votes: str
    steps: str
    agreements: str
    we_will: str
    who: str
    by: str
    first_move: str
    how_to: str
    logo: str


class Poster(NamedTuple):
    """A whole poster.

    Attributes:
        language: `da`, `sv` or `en`.
        date: the day of the assessment; it also stamps the file.
        headline: the question or the finding.
        subtitle: the municipality, the day, how many took part, how much was asked.
        scale: the levels of the scale, lowest first.
        pages: the rows of each page.
        votes: whether each row has a box to vote in.
        agreements: three at most.
        how_to: what to do, in order.
        key: what the marks mean.
        own_way: one's own way of working, in a sentence; empty where there is nothing to say.
        footer: questionnaire, file and tool.
        labels: the fixed words.
        look: the municipality's own look.
    """

    language: str
    date: dt.date
    headline: str
    subtitle: str
    scale: tuple[PosterRung, ...]
    pages: tuple[tuple[PosterRow, ...], ...]
    votes: bool
    agreements: tuple[PosterAgreement, ...]
    how_to: tuple[str, ...]
    key: tuple[PosterKeyEntry, ...]
    footer: str
    labels: PosterLabels
    own_way: str = ""
    look: Look = Look()
