"""Anchor sheets: the questions of one factor with every level in full, to be read from a table."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from sdgassess.document.blocks import Look
from sdgassess.document.runs import Run


class Anchor(NamedTuple):
    """One level of a question: its mark, and what it means."""

    mark: str
    text: Run


class AnchoredQuestion(NamedTuple):
    """A question with all its levels, lowest first."""

    id: str
    text: Run
    anchors: tuple[Anchor, ...]


class AnchorSheet(NamedTuple):
    """One sheet.

    Attributes:
        title: the factor.
        place: which of the sheets of this factor it is, where there are several.
        questions: what stands beside each other.
    """

    title: Run
    place: str
    questions: tuple[AnchoredQuestion, ...]


class AnchorSheets(NamedTuple):
    """All sheets of an assessment.

    Attributes:
        title: what they are, for the properties of the file.
        rule: how a level is chosen; it stands on each sheet.
        language: `da`, `sv` or `en`.
        date: the day that stamps the file.
        footer: what stands at the foot of each.
        sheets: at least one.
        look: the municipality's own look.
    """

    title: str
    rule: str
    language: str
    date: dt.date
    footer: str
    sheets: tuple[AnchorSheet, ...]
    look: Look = Look()
