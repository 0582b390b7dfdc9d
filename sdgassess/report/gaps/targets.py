"""What the room picked, on a terminal: picks with who and by when, judgements, candidates."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.analysis.picks import (
    Doubt,
    DoubtKind,
    doubts,
    pick_of,
)
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.line import Line
from sdgassess.document.page import Page
from sdgassess.language import N_, Words
from sdgassess.model.profile import Profile
from sdgassess.numbers import written_number
from sdgassess.phrases.candidates import judgement_words, why_none
from sdgassess.phrases.levels import caption, who_and_when
from sdgassess.report.gaps.candidates import (
    from_to,
    write_agreed,
    write_late_start,
    write_level,
    write_overloaded,
    write_standing,
)
from sdgassess.scoring.score import Score
from sdgassess.text import one_line

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


def targets_screen(report: TargetReport, words: Words, columns: int) -> list[Line]:
    """The picks, what speaks against them, and the candidates to pick from.

    Args:
        report: what to show.
        words: the language.
        columns: how wide the terminal is.
    """
    page = Page(words, columns)
    page.title(who_and_when(report.score.profile, words))
    page.text(caption(report.score, words))
    _picks(page, report)
    _candidates(page, report)
    _judged_too(page, report)
    return page.lines


def changes_screen(
    report: TargetReport, before: Profile, words: Words, columns: int
) -> list[Line]:
    """What was changed, and the picks as they stand now.

    Args:
        report: the profile as it stands now.
        before: the profile as it was.
        words: the language.
        columns: how wide the terminal is.
    """
    page = Page(words, columns)
    _changed(page, report, before)
    if report.score.profile.priorities != before.priorities:
        _picks(page, report)
    else:
        _against(page, report)
    return page.lines


def _changed(page: Page, report: TargetReport, before: Profile) -> None:
    """Each change in a line."""
    words, profile = page.words, report.score.profile
    for candidate in report.priorities.chosen if report.priorities.picked else ():
        pick = pick_of(profile, candidate.question)
        if pick != pick_of(before, candidate.question):
            pick_line = f"{candidate.question} {from_to(report.score, candidate, words)}"
            page.text(words("Picked: {picks}.", picks=pick_line), strong=True)
    unpicked = [p.question for p in before.priorities if pick_of(profile, p.question) is None]
    if unpicked:
        page.text(words("No longer picked: {id}", id=", ".join(unpicked)), strong=True)
    for question, judgement in profile.judgement.items():
        if judgement != before.judgement.get(question):
            lead = words("Judged: {id}", id=question)
            page.text(f"{lead}. {judgement_words(judgement, words)}", strong=True)
    unjudged = [question for question in before.judgement if question not in profile.judgement]
    if unjudged:
        page.text(words("No longer judged: {ids}", ids=", ".join(unjudged)), strong=True)


def _picks(page: Page, report: TargetReport) -> None:
    """The picks in the room's order, and what speaks against them."""
    words, priorities = page.words, report.priorities
    page.heading(words("What the room picked"))
    if not priorities.picked:
        page.text(words("Nothing yet."), "  ")
        return
    for place, candidate in enumerate(priorities.chosen, 1):
        write_standing(page, report.score, candidate, f"{place}. ")
        write_level(page, report.score, candidate.question, candidate.target)
        write_agreed(page, report.score, candidate.question)
        _judgement(page, report, candidate.question)
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


def _judgement(page: Page, report: TargetReport, question: str) -> None:
    """How the room judged a question; nothing where it has not."""
    judgement = report.score.profile.judgement.get(question)
    sentence = judgement_words(judgement, page.words) if judgement else ""
    if sentence:
        page.text(sentence, "     ")


def _doubt(report: TargetReport, doubt: Doubt, words: Words) -> str:
    """One doubt as a sentence."""
    pick = pick_of(report.score.profile, doubt.question)
    target = written_number(pick.target, words) if pick and pick.target is not None else ""
    by = one_line(pick.by or "") if pick else ""
    return words(DOUBTS[doubt.kind], id=doubt.question, target=target, by=by)


def _candidates(page: Page, report: TargetReport) -> None:
    """The candidates in their order, with how the room judged them."""
    words, priorities = page.words, report.priorities
    if not priorities.candidates:
        page.heading(words("Candidates"))
        none = words("None: no question with a level stands where a next step is due.")
        page.item(why_none(report.score, words, none))
        return
    page.heading(words("Candidates, in order: pick up to {n}", n=priorities.picks))
    if not _too_many(report):
        write_overloaded(page, priorities)
    chosen = [pick.question for pick in priorities.chosen if not pick.is_reached]
    mark = words("picked") if priorities.picked else words("suggested")
    for place, candidate in enumerate(priorities.candidates, 1):
        marked = mark if candidate.question in chosen else ""
        write_standing(page, report.score, candidate, f"{place}. ", marked)
        if not (marked and priorities.picked):
            _judgement(page, report, candidate.question)


def _judged_too(page: Page, report: TargetReport) -> None:
    """What the room judged that is neither picked nor among the candidates."""
    listed = (*report.priorities.candidates, *report.priorities.chosen)
    listed_ids = {candidate.question for candidate in listed}
    judgements = report.score.profile.judgement
    unlisted = [question for question in judgements if question not in listed_ids]
    if unlisted:
        page.heading(page.words("Judged as well"))
    for question in unlisted:
        page.item(f"{question}  {judgement_words(judgements[question], page.words)}".rstrip())
