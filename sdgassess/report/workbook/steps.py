"""The sheet of steps: what was picked or suggested, the other candidates, and the lists beside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.gap_report import GapReport
from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Column, Rows, Sheet, Value, distinct_columns
from sdgassess.language import N_, Words
from sdgassess.model.profile import Judgement, PickStatus, Priority
from sdgassess.phrases import labels
from sdgassess.phrases.agreements import STATUS
from sdgassess.phrases.anchors import standalone_text
from sdgassess.phrases.candidates import WEIGHTS, reason_words
from sdgassess.phrases.levels import NO, YES
from sdgassess.phrases.quotes import quote_line
from sdgassess.report.workbook.columns import profile_cells, profile_columns
from sdgassess.text import one_line, visible


class _Listed(NamedTuple):
    """A question on one of the lists: which list, and what is known of it as a candidate."""

    place: str
    question: str
    candidate: Candidate | None = None


def steps_sheet(reports: Sequence[GapReport], words: Words) -> Sheet:
    """What to work on, in the order of the lists.

    Args:
        reports: one per profile.
        words: the fixed words.
    """
    return Sheet(
        id="steps",
        name=words("Next steps"),
        columns=distinct_columns(_columns(words)),
        rows=Rows(
            lambda: (
                _row(report, listed, words) for report in reports for listed in _listed(report)
            )
        ),
        fixed=3,
    )


def _columns(words: Words) -> tuple[Column, ...]:
    """The columns of a step."""
    return (
        *profile_columns(words),
        Column(words(labels.ID), 9),
        Column(words(labels.LIST), 18),
        Column(words(labels.TEXT), 44),
        Column(words(labels.LEVEL), 8),
        Column(words(labels.TARGET), 8),
        Column(words(labels.WHAT_THE_TARGET_SAYS), 44),
        Column(words("Reasons"), 40),
        Column(words("Advice"), 40),
        Column(words(labels.QUOTE), 44),
        Column(words("At stake"), 10),
        Column(words("Influence"), 10),
        Column(words("Can start {soon}"), 12),
        Column(words(labels.WHO), 18),
        Column(words(labels.BY_WHEN), 12),
        Column(words(labels.FIRST_MOVE), 36),
        Column(words(labels.HOW_WE_WILL_KNOW), 30),
        Column(words(labels.STATUS), 10, tuple(words(word) for word in STATUS.values())),
        Column(words("Done on"), 11),
        Column(words("Why dropped"), 30),
    )


def _listed(report: GapReport) -> Iterator[_Listed]:
    """Every question on every list; one that is on two stands in both."""
    priorities = report.priorities
    chosen = {candidate.question for candidate in priorities.chosen}
    first = N_("Picked") if priorities.picked else N_("Suggested")
    for candidate in priorities.chosen:
        place = N_("Picked, reached") if candidate.is_reached else first
        yield _Listed(place, candidate.question, candidate)
    for candidate in priorities.candidates:
        if candidate.question not in chosen:
            yield _Listed(N_("Candidate"), candidate.question, candidate)
    lists = (
        (N_("Not now"), priorities.not_now),
        (N_("Keep"), priorities.keep),
        (labels.TALK_OR_FIND_OUT, priorities.discuss),
        (N_("Find the evidence"), priorities.find_evidence),
    )
    for name, questions in lists:
        for question in questions:
            yield _Listed(name, question)


def _row(report: GapReport, listed: _Listed, words: Words) -> tuple[Value, ...]:
    """One question on one list."""
    score, candidate = report.score, listed.candidate
    question = score.questionnaire.questions[listed.question]
    target = candidate.target if candidate else None
    option = question.option(target) if target is not None else None
    return (
        *profile_cells(score.profile),
        listed.question,
        words(listed.place),
        passage_line(question.text, words.language),
        score.level(listed.question),
        target,
        passage_line(standalone_text(question, option), words.language) if option else None,
        *_why(report, candidate, words),
        *_judged(score.profile.judgement.get(listed.question), words),
        *_agreed(score.profile.priorities, listed, words),
    )


def _why(report: GapReport, candidate: Candidate | None, words: Words) -> tuple[Value, ...]:
    """A candidate's reasons, the advice, and the documents' words for it."""
    if candidate is None:
        return None, None, None
    reasons = (reason_words(report.score, reason, words) for reason in candidate.reasons)
    step = candidate.step
    quoted = step.quotes if step else ()
    return (
        "\n".join(reasons) or None,
        passage_line(step.text, words.language) if step else None,
        "\n".join(quote_line(quote, words) for quote in quoted) or None,
    )


def _judged(judgement: Judgement | None, words: Words) -> tuple[Value, ...]:
    """The room's view of a question."""
    if judgement is None:
        return None, None, None
    can = judgement.can_start
    return (
        words(WEIGHTS[judgement.stake]) if judgement.stake else None,
        words(WEIGHTS[judgement.influence]) if judgement.influence else None,
        None if can is None else words(YES) if can else words(NO),
    )


def _agreed(priorities: Sequence[Priority], listed: _Listed, words: Words) -> tuple[Value, ...]:
    """Who does it, by when, how it begins, and what became of it: where it was picked."""
    picks = (pick for pick in priorities if pick.question == listed.question)
    pick = next(picks, None) if listed.candidate is not None else None
    if pick is None:
        return (None,) * 7
    return (
        *(one_line(text) if text else None for text in (pick.who, pick.by)),
        *(visible(text).strip() if text else None for text in (pick.first_move, pick.known_by)),
        words(STATUS[pick.status or PickStatus.OPEN]),
        pick.on,
        visible(pick.because).strip() if pick.because else None,
    )
