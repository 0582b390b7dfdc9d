"""The picks and judgements of a profile as one JSON document (`docs/json.md`)."""

from __future__ import annotations

from sdgassess.analysis.candidates import Candidate
from sdgassess.analysis.picks import doubts, none_can_start, open_picks, pick_of
from sdgassess.model.profile import PickStatus, Priority
from sdgassess.report.gaps.targets import TargetReport
from sdgassess.report.results.scores import Json, json_number, result_head


def target_result(report: TargetReport, file: str, *, written: bool) -> Json:
    """`sdgassess/target/1`.

    Args:
        report: the profile as it stands now.
        file: the file as it was named.
        written: whether anything was changed in it.
    """
    score, priorities = report.score, report.priorities
    return {
        "format": "sdgassess/target/1",
        **result_head(score, file),
        "written": written,
        "at_most": score.questionnaire.priorities.picks if score.questionnaire.priorities else 0,
        "advised": priorities.picks,
        "picks": [_pick(report, candidate) for candidate in priorities.chosen]
        if priorities.picked
        else [],
        "judgement": {
            question: {
                "stake": judgement.stake.value if judgement.stake else None,
                "influence": judgement.influence.value if judgement.influence else None,
                "can_start": judgement.can_start,
            }
            for question, judgement in score.profile.judgement.items()
        },
        "candidates": [
            {"question": candidate.question, **_from_to(candidate)}
            for candidate in priorities.candidates
        ],
        "warnings": _warnings(report),
    }


def _pick(report: TargetReport, candidate: Candidate) -> Json:
    """One pick, with what the room agreed on."""
    pick = pick_of(report.score.profile, candidate.question)
    assert pick is not None, "what was chosen here was picked"
    agreed = {"who": pick.who, "by": pick.by, "first_move": pick.first_move}
    reached = {"reached": candidate.is_reached}
    return {
        "question": pick.question,
        **_from_to(candidate),
        **reached,
        **agreed,
        **follow_up(pick),
    }


def follow_up(pick: Priority) -> Json:
    """How one will know that a pick is done, and what became of it."""
    return {
        "known_by": pick.known_by,
        "status": (pick.status or PickStatus.OPEN).value,
        "on": pick.on.isoformat() if pick.on else None,
        "dropped_because": pick.because,
    }


def _from_to(candidate: Candidate) -> Json:
    """Where a question stands and where it is to go."""
    return {"from": json_number(candidate.level), "to": json_number(candidate.target)}


def _warnings(report: TargetReport) -> list[Json]:
    """What speaks against the picks, as a kind and, where it is about one, its question."""
    score = report.score
    warnings: list[Json] = [
        {"kind": doubt.kind.value, "question": doubt.question} for doubt in doubts(score)
    ]
    if none_can_start(score):
        warnings.append({"kind": "none-can-start", "question": None})
    if len(open_picks(score)) > report.priorities.picks:
        warnings.append({"kind": "too-many-at-once", "question": None})
    return warnings
