"""Not now, keep, find the evidence: what is left, what stands, what is not carried yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.report.document import Block, Bullets, Heading, Run, Runs, plain_runs
from sdgassess.report.gap_report.assessed import Assessed
from sdgassess.report.written import written_level
from sdgassess.scoring.backing import QuestionResult


def lists_part(told: Assessed) -> Iterator[Block]:
    """The lists beside the priorities (domain model §3.13, 6 and 7)."""
    words, priorities = told.words, told.report.priorities
    later = words("Not now (leaving them is a decision)")
    if not priorities.picked:
        later = words("Not now, if the suggestions are followed (leaving them is a decision)")
    yield from _listed(told, later, priorities.not_now)
    yield from _listed(told, words("Keep: this stands strong"), priorities.keep)
    weak = [told.score.questions[question] for question in priorities.find_evidence]
    if weak:
        title = words("Find the evidence: answered higher than it is backed")
        yield Heading(2, plain_runs(title))
        yield Bullets(tuple(_unbacked(told, found) for found in weak))


def _listed(told: Assessed, title: str, questions: Sequence[str]) -> Iterator[Block]:
    """A list of questions under a head; nothing where there are none."""
    if not questions:
        return
    yield Heading(2, plain_runs(title))
    yield Bullets(tuple(_stands(told, question) for question in questions))


def _stands(told: Assessed, question: str) -> Runs:
    """A question with where it stands."""
    return Run(f"{question}, {told.mark_of(question)}: ", strong=True), told.question(question)


def _unbacked(told: Assessed, found: QuestionResult) -> Runs:
    """How far an answer is carried, and which documents would show it."""
    words = told.words
    levels = words(
        "answered {answered}, backed {backed}",
        answered=written_level(found.answered, words),
        backed=written_level(found.backed, words),
    )
    hint = told.score.questionnaire.questions[found.id].evidence_hint
    head = Run(f"{found.id}, {levels}: ", strong=True)
    return (head, told.say(hint)) if hint is not None else (head, told.question(found.id))
