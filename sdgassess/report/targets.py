"""What the room picked, on a terminal: picks with who and by when, judgements, candidates."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sdgassess.analysis.picks import (
    Doubt,
    DoubtKind,
    doubts,
    pick_of,
)
from sdgassess.analysis.priorities import Candidate, Priorities
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import N_, Words
from sdgassess.model.profile import Judgement, Profile
from sdgassess.phrases.levels import caption, who_and_when
from sdgassess.report.gaps.candidates import (
    from_to,
    write_agreed,
    write_late_start,
    write_overloaded,
)
from sdgassess.scoring.score import Score
from sdgassess.text import number, one_line

Judged = Callable[[Judgement, Words], str]
"""How a judgement is said; handed in, so that it is said as in the interview."""

DOUBTS = {
    DoubtKind.REACHED: N_("{id}: the target {target} is reached. Set a new one, or clear it."),
    DoubtKind.NO_LEVEL: N_("{id} has no level yet: nobody can say how far away the target is."),
    DoubtKind.OUTSIDE_SCOPE: N_("{id} is not asked in a quick scan, so it has no level here."),
    DoubtKind.DATE_PAST: N_("{id}: {by} was over before the assessment."),
}


class TargetReport(NamedTuple):
    """A score with the priorities that follow from it, picks included."""

    score: Score
    priorities: Priorities


def targets_screen(report: TargetReport, words: Words, columns: int, judged: Judged) -> list[Line]:
    """The picks, what speaks against them, and the candidates to pick from.

    Args:
        report: what to show.
        words: the language.
        columns: how wide the terminal is.
        judged: says a judgement.
    """
    page = Page(words, columns)
    page.title(who_and_when(report.score.profile, words))
    page.text(caption(report.score, words))
    _picks(page, report, judged)
    _candidates(page, report, judged)
    _judged_too(page, report, judged)
    return page.lines


def changes_screen(
    report: TargetReport, before: Profile, words: Words, columns: int, judged: Judged
) -> list[Line]:
    """What was changed, and the picks as they stand now.

    Args:
        report: the profile as it stands now.
        before: the profile as it was.
        words: the language.
        columns: how wide the terminal is.
        judged: says a judgement.
    """
    page = Page(words, columns)
    _changed(page, report, before, judged)
    if report.score.profile.priorities != before.priorities:
        _picks(page, report, judged)
    else:
        _against(page, report)
    return page.lines


def _changed(page: Page, report: TargetReport, before: Profile, judged: Judged) -> None:
    """Each change in a line."""
    words, profile = page.words, report.score.profile
    for candidate in report.priorities.chosen if report.priorities.picked else ():
        pick = pick_of(profile, candidate.question)
        if pick != pick_of(before, candidate.question):
            pick_line = f"{candidate.question} {from_to(report.score, candidate)}"
            page.text(words("Picked: {picks}.", picks=pick_line), strong=True)
    unpicked = [p.question for p in before.priorities if pick_of(profile, p.question) is None]
    if unpicked:
        page.text(words("No longer picked: {id}", id=", ".join(unpicked)), strong=True)
    for question, judgement in profile.judgement.items():
        if judgement != before.judgement.get(question):
            lead = words("Judged: {id}", id=question)
            page.text(f"{lead}. {judged(judgement, words)}", strong=True)
    unjudged = [question for question in before.judgement if question not in profile.judgement]
    if unjudged:
        page.text(words("No longer judged: {ids}", ids=", ".join(unjudged)), strong=True)


def _picks(page: Page, report: TargetReport, judged: Judged) -> None:
    """The picks in the room's order, and what speaks against them."""
    words, priorities = page.words, report.priorities
    page.heading(words("What the room picked"))
    if not priorities.picked:
        page.text(words("Nothing yet."), "  ")
        return
    for place, candidate in enumerate(priorities.chosen, 1):
        _head(page, report, candidate, f"{place}. ")
        _aim(page, report, candidate)
        write_agreed(page, report.score, candidate.question)
        _judgement(page, report, candidate.question, judged)
    _against(page, report)


def _against(page: Page, report: TargetReport) -> None:
    """What speaks against the picks as they are, all together and one by one."""
    words, priorities = page.words, report.priorities
    if _too_many(report):
        write_overloaded(page, priorities)
    write_late_start(page, report.score, priorities)
    for doubt in doubts(report.score):
        page.text(_doubt(report, doubt, words), "  ")


def _too_many(report: TargetReport) -> bool:
    """Whether more is picked than can be carried at once."""
    return len(report.score.profile.priorities) > report.priorities.picks


def _head(
    page: Page, report: TargetReport, candidate: Candidate, marker: str, mark: str = ""
) -> None:
    """Where a question stands and where it is to go, and what it asks."""
    head = f"{candidate.question}  {from_to(report.score, candidate)}"
    page.text(head + (f"  [{mark}]" if mark else ""), "  " + marker, strong=True)
    question = report.score.questionnaire.questions[candidate.question]
    page.text(page.say(question.text), "     ")


def _aim(page: Page, report: TargetReport, candidate: Candidate) -> None:
    """The text of the level that is aimed at."""
    question, target = report.score.questionnaire.questions[candidate.question], candidate.target
    option = question.option(target) if target is not None else None
    if option is not None:
        text = page.say(option.text)
        level_line = page.words("Level {level}: {text}", level=number(option.value), text=text)
        page.text(level_line, "     ")


def _judgement(page: Page, report: TargetReport, question: str, judged: Judged) -> None:
    """How the room judged a question; nothing where it has not."""
    judgement = report.score.profile.judgement.get(question)
    sentence = judged(judgement, page.words) if judgement else ""
    if sentence:
        page.text(sentence, "     ")


def _doubt(report: TargetReport, doubt: Doubt, words: Words) -> str:
    """One doubt as a sentence."""
    pick = pick_of(report.score.profile, doubt.question)
    target = number(pick.target) if pick and pick.target is not None else ""
    by = one_line(pick.by or "") if pick else ""
    return words(DOUBTS[doubt.kind], id=doubt.question, target=target, by=by)


def _candidates(page: Page, report: TargetReport, judged: Judged) -> None:
    """The candidates in their order, with how the room judged them."""
    words, priorities = page.words, report.priorities
    if not priorities.candidates:
        page.heading(words("Candidates"))
        page.item(words("None: no question with a level stands where a next step is due."))
        return
    page.heading(words("Candidates, in order: pick up to {n}", n=priorities.picks))
    if not _too_many(report):
        write_overloaded(page, priorities)
    chosen = [candidate.question for candidate in priorities.chosen]
    mark = words("picked") if priorities.picked else words("suggested")
    for place, candidate in enumerate(priorities.candidates, 1):
        marked = mark if candidate.question in chosen else ""
        _head(page, report, candidate, f"{place}. ", marked)
        if not (marked and priorities.picked):
            _judgement(page, report, candidate.question, judged)


def _judged_too(page: Page, report: TargetReport, judged: Judged) -> None:
    """What the room judged that is neither picked nor among the candidates."""
    listed = (*report.priorities.candidates, *report.priorities.chosen)
    listed_ids = {candidate.question for candidate in listed}
    judgements = report.score.profile.judgement
    unlisted = [question for question in judgements if question not in listed_ids]
    if unlisted:
        page.heading(page.words("Judged as well"))
    for question in unlisted:
        page.item(f"{question}  {judged(judgements[question], page.words)}".rstrip())
