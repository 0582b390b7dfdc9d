"""What to work on, and what the profiles were held against, point by point."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.gap_report import GapReport
from sdgassess.analysis.gaps import Verdict
from sdgassess.document.passage import passage_line
from sdgassess.document.sheets import Row, Sheet
from sdgassess.model.profile import Judgement, PickStatus
from sdgassess.phrases.quotes import translation_of
from sdgassess.report.tables.rows import WHOSE, Numbered, line, lines, table

_POINTS = (
    *WHOSE,
    *("reference", "kind", "question", "part", "level", "at_least", "at_most", "verdict"),
    *("steps", "confidence", "source", "dated", "quote", "gloss"),
)
_STEPS = (
    *WHOSE,
    *("list", "question", "rank", "level", "target", "reached", "reasons", "first_needs"),
    *("advice", "stake", "influence", "can_start", "who", "by", "first_move", "known_by"),
    *("status", "on", "dropped_because"),
)


def step_tables(reports: Sequence[GapReport], language: str) -> tuple[Sheet, ...]:
    """The tables of points and steps.

    Args:
        reports: one per profile, in the order of their numbers.
        language: the language of advice and of translations.
    """
    return (
        table("points", _POINTS, lambda: _points(reports, language)),
        table("steps", _STEPS, lambda: _steps(reports, language)),
    )


def _points(reports: Sequence[GapReport], language: str) -> Iterator[Row]:
    """Each point of each reference beside each profile."""
    for number, report in enumerate(reports, 1):
        whose = Numbered(number, report.score).whose
        for against in report.against:
            for gap in against.points:
                point = gap.point
                yield (
                    *whose,
                    gap.reference,
                    against.reference.kind.value,
                    None if gap.of_part else gap.question,
                    gap.question if gap.of_part else None,
                    gap.level,
                    point.at_least,
                    point.at_most,
                    gap.verdict.value,
                    gap.steps if gap.verdict in (Verdict.MET, Verdict.BELOW) else None,
                    point.confidence.value if point.confidence else None,
                    line(point.source),
                    line(point.dated),
                    line(point.quote),
                    translation_of(point.quote, point.gloss, language),
                )


def _steps(reports: Sequence[GapReport], language: str) -> Iterator[Row]:
    """Each question on each list; one that is on two stands in both."""
    for number, report in enumerate(reports, 1):
        whose = Numbered(number, report.score).whose
        priorities = report.priorities
        chosen = {candidate.question for candidate in priorities.chosen}
        first = "picked" if priorities.picked else "suggested"
        for candidate in priorities.chosen:
            yield *whose, first, *_candidate(report, candidate, language)
        for candidate in priorities.candidates:
            if candidate.question not in chosen:
                yield *whose, "candidate", *_candidate(report, candidate, language)
        lists = {
            "not-now": priorities.not_now,
            "keep": priorities.keep,
            "discuss": priorities.discuss,
            "find-evidence": priorities.find_evidence,
        }
        for name, questions in lists.items():
            for question in questions:
                level = report.score.level(question)
                yield *whose, name, question, None, level, *(None,) * 15


def _candidate(report: GapReport, candidate: Candidate, language: str) -> Row:
    """A candidate with its reasons, the room's view of it, and what was agreed."""
    profile = report.score.profile
    judged = profile.judgement.get(candidate.question) or Judgement()
    picks = (pick for pick in profile.priorities if pick.question == candidate.question)
    pick = next(picks, None)
    agreed: Row = (None,) * 7
    if pick is not None:
        texts = (line(pick.who), line(pick.by), lines(pick.first_move), lines(pick.known_by))
        agreed = *texts, (pick.status or PickStatus.OPEN).value, pick.on, lines(pick.because)
    return (
        candidate.question,
        candidate.rank or None,
        candidate.level,
        candidate.target,
        candidate.is_reached,
        " ".join(reason.kind.value for reason in candidate.reasons) or None,
        candidate.first_needs,
        passage_line(candidate.step.text, language) if candidate.step else None,
        judged.stake.value if judged.stake else None,
        judged.influence.value if judged.influence else None,
        judged.can_start,
        *agreed,
    )
