"""What the room picked, on a terminal: picks with who and by when, judgements, candidates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sdgassess.analysis.conclusion import is_inconclusive
from sdgassess.analysis.picks import (
    Doubt,
    DoubtKind,
    doubts,
    open_picks,
    pick_of,
)
from sdgassess.analysis.priorities import Priorities
from sdgassess.document.screen import Block, Head, Prose, Title, item
from sdgassess.language import N_
from sdgassess.model.profile import Profile
from sdgassess.numbers import written_number
from sdgassess.phrases import labels
from sdgassess.phrases.candidates import (
    against_picks,
    judgement_words,
    overloaded_words,
    room_left,
    why_none,
)
from sdgassess.phrases.levels import caption, who_and_when
from sdgassess.report.edition import Edition
from sdgassess.report.gaps.candidates import (
    BELOW,
    agreement,
    from_to,
    level_text,
    standing,
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


def targets_blocks(edition: Edition[TargetReport]) -> Iterator[Block]:
    """The picks, what speaks against them, and the candidates to pick from."""
    score, words = edition.subject.score, edition.words
    yield Title((who_and_when(score.profile, words),))
    yield Prose(caption(score, words))
    yield from _picks(edition)
    yield from _candidates(edition)
    yield from _judged_too(edition)


def changes_blocks(edition: Edition[TargetReport], before: Profile) -> Iterator[Block]:
    """What was changed, and the picks as they stand now.

    Args:
        edition: the profile as it stands now, and the language it is told in.
        before: the profile as it was.
    """
    yield from _changed(edition, before)
    if edition.subject.score.profile.priorities != before.priorities:
        yield from _picks(edition)
    else:
        yield from _against(edition)


def _of_score(edition: Edition[TargetReport]) -> Edition[Score]:
    """The score alone, in the same language."""
    return Edition(edition.words, edition.subject.score, linear=edition.linear)


def _changed(edition: Edition[TargetReport], before: Profile) -> Iterator[Prose]:
    """Each change in a line."""
    words, report = edition.words, edition.subject
    profile = report.score.profile
    for candidate in report.priorities.chosen if report.priorities.picked else ():
        pick = pick_of(profile, candidate.question)
        if pick != pick_of(before, candidate.question):
            pick_line = f"{candidate.question} {from_to(_of_score(edition), candidate)}"
            yield Prose(words(labels.PICKED_LINE, picks=pick_line), strong=True)
    unpicked = [p.question for p in before.priorities if pick_of(profile, p.question) is None]
    if unpicked:
        yield Prose(words(labels.NO_LONGER_PICKED_LINE, id=", ".join(unpicked)), strong=True)
    for question, judgement in profile.judgement.items():
        if judgement != before.judgement.get(question):
            lead = words(labels.JUDGED_LINE, id=question)
            yield Prose(f"{lead}. {judgement_words(judgement, words)}", strong=True)
    unjudged = [question for question in before.judgement if question not in profile.judgement]
    if unjudged:
        yield Prose(words("No longer judged: {ids}", ids=", ".join(unjudged)), strong=True)


def _picks(edition: Edition[TargetReport]) -> Iterator[Block]:
    """The picks in the room's order, and what speaks against them."""
    words, priorities = edition.words, edition.subject.priorities
    yield Head(words(labels.CANDIDATES_PICKED))
    if not priorities.picked:
        yield Prose(words("Nothing yet."), lead="  ")
        return
    score = _of_score(edition)
    for place, candidate in enumerate(priorities.chosen, 1):
        yield from standing(score, candidate, f"{place}. ")
        yield from level_text(score, candidate.question, candidate.target)
        yield from agreement(score, candidate.question)
        yield from _judgement(edition, candidate.question)
    yield from _against(edition)


def _against(edition: Edition[TargetReport]) -> Iterator[Prose]:
    """What speaks against the picks as they are, all together and one by one."""
    report, words = edition.subject, edition.words
    if _too_many(report):
        yield from _overloaded(edition)
    for sentence in against_picks(report.score, report.priorities, words):
        yield Prose(sentence, lead="  ")
    for doubt in doubts(report.score):
        yield Prose(_doubt(edition, doubt), lead="  ")


def _overloaded(edition: Edition[TargetReport]) -> Iterator[Prose]:
    """That fewer than usual may be picked, and why; nothing where that is not so."""
    report = edition.subject
    if sentence := overloaded_words(report.score, report.priorities, edition.words):
        yield Prose(sentence, lead="  ")


def _too_many(report: TargetReport) -> bool:
    """Whether more is picked than can be carried at once."""
    return len(open_picks(report.score)) > report.priorities.picks


def _judgement(edition: Edition[TargetReport], question: str) -> Iterator[Prose]:
    """How the room judged a question; nothing where it has not."""
    judgement = edition.subject.score.profile.judgement.get(question)
    sentence = judgement_words(judgement, edition.words) if judgement else ""
    if sentence:
        yield Prose(sentence, lead=BELOW)


def _doubt(edition: Edition[TargetReport], doubt: Doubt) -> str:
    """One doubt as a sentence."""
    words, pick = edition.words, pick_of(edition.subject.score.profile, doubt.question)
    target = written_number(pick.target, words) if pick and pick.target is not None else ""
    by = one_line(pick.by or "") if pick else ""
    return words(DOUBTS[doubt.kind], id=doubt.question, target=target, by=by)


def _candidates(edition: Edition[TargetReport]) -> Iterator[Block]:
    """The candidates in their order, with how the room judged them."""
    report, words = edition.subject, edition.words
    priorities, score = report.priorities, _of_score(edition)
    picked = [pick.question for pick in report.score.profile.priorities]
    candidates = [each for each in priorities.candidates if each.question not in picked]
    if not candidates and priorities.picked:
        return
    if not candidates:
        yield Head(words(labels.CANDIDATES))
        yield item(why_none(report.score, words))
        return
    if priorities.picked:
        room = room_left(report.score, priorities, words)
        yield Head(words(labels.CANDIDATES_BESIDE_PICKS), room)
    else:
        yield Head(words(labels.CANDIDATES_IN_ORDER, n=priorities.picks))
    if not _too_many(report):
        yield from _overloaded(edition)
    is_suggested = not priorities.picked and not is_inconclusive(report.score)
    suggested = [each.question for each in priorities.chosen] if is_suggested else []
    for place, candidate in enumerate(candidates, 1):
        mark = words(labels.SUGGESTED) if candidate.question in suggested else ""
        yield from standing(score, candidate, f"{place}. ", mark)
        yield from _judgement(edition, candidate.question)


def _judged_too(edition: Edition[TargetReport]) -> Iterator[Block]:
    """What the room judged that is neither picked nor among the candidates."""
    report, words = edition.subject, edition.words
    listed = (*report.priorities.candidates, *report.priorities.chosen)
    listed_ids = {candidate.question for candidate in listed}
    judgements = report.score.profile.judgement
    unlisted = [question for question in judgements if question not in listed_ids]
    if unlisted:
        yield Head(words("Judged as well"))
    for question in unlisted:
        yield item(f"{question}  {judgement_words(judgements[question], words)}".rstrip())
