"""A page that one person answers in, before it is a file: questions, and what can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sdgassess.document.runs import Runs
from sdgassess.language import N_

WHY_NOT = N_("Why it does not apply")
COMMENT_IF_ANY = N_("Comment, if you have one")
EVIDENCE_TITLE = N_("What shows it: a title")
EVIDENCE_DATE = N_("When: 2025, 2025-03 or 2025-03-12")
"""What one person is asked for, on a page as in a workbook."""


HOW_ALONE = N_("How you fill it in yourself")
"""The heading of how one person fills in, on a page as on a sheet."""


class AnswerChoice(NamedTuple):
    """What can be chosen as an answer.

    Attributes:
        content: what an answer file then holds, as JSON: `{"level":3}`, `{"state":"unknown"}`.
        mark: what stands before it.
        runs: its words, in full.
        alone: whether nothing else can be chosen with it.
    """

    content: str
    mark: str
    runs: Runs
    alone: bool = True


class PageQuestion(NamedTuple):
    """A question.

    Attributes:
        id: its id.
        label: what stands before its words.
        runs: its words.
        notes: when it is asked, and how it is answered where not as most are.
        choices: its answers, lowest first.
        instead: what can be said instead: none of these, not known, does not apply.
        several: whether several answers may be chosen.
    """

    id: str
    label: str
    runs: Runs
    notes: tuple[Runs, ...]
    choices: tuple[AnswerChoice, ...]
    instead: tuple[AnswerChoice, ...]
    several: bool = False


class PageHead(NamedTuple):
    """A heading: its level, and its words."""

    level: int
    runs: Runs


class PageSection(NamedTuple):
    """Questions that stand together.

    Attributes:
        heads: the heads above them, the outermost first; only those that no section had before.
        notes: what holds for all of them.
        questions: at least one.
        below: the level of a heading below the innermost head.
    """

    heads: tuple[PageHead, ...]
    notes: tuple[Runs, ...]
    questions: tuple[PageQuestion, ...]
    below: int


class Showing(NamedTuple):
    """What somebody may say yes to: the head and a note above it, and the two sentences."""

    head: str
    note: str
    by_role: str
    comments: str


class AnswerPage(NamedTuple):
    """A page that one person answers in.

    Attributes:
        title: what a window's tab says.
        language: `da`, `sv` or `en`.
        heading: the heading of the page.
        whose: who is assessed, when, by which role, by which invitation.
        purpose: why somebody is asked, and who reads what they answer.
        advice: how answers are chosen.
        sections: the questions.
        showing: what somebody may say yes to.
        limits: what the assessment is and is not.
        kinds: the kinds of evidence, each as files call it and as people do.
        head: the head of the answer file: all that is settled before anything is answered.
        file: what the answer file is called.
        footer: what it is.
    """

    title: str
    language: str
    heading: Runs
    whose: str
    purpose: tuple[Runs, ...]
    advice: tuple[Runs, ...]
    sections: tuple[PageSection, ...]
    showing: Showing
    limits: tuple[Runs, ...]
    kinds: tuple[tuple[str, str], ...]
    head: Mapping[str, Any]
    file: str
    footer: str
