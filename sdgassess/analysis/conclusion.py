"""Whether an assessment allows a conclusion: enough is known, and most of it is agreed on."""

from __future__ import annotations

from sdgassess.model.profile import Status
from sdgassess.scoring.score import Score, answered_of


def too_little(score: Score) -> bool:
    """Whether less than half of what applies is known, or no part has a level."""
    with_level, applying = answered_of(score)
    if with_level * 2 < applying:
        return True
    return bool(score.scored) and all(part.level is None for part in score.scored.values())


def disputed_of(score: Score) -> tuple[int, int]:
    """How many answers are not agreed on, and how many there are."""
    answers = [result for result in score.questions.values() if result.answered is not None]
    return sum(result.disagreement for result in answers), len(answers)


def talk_is_the_finding(score: Score) -> bool:
    """Whether most answers are not agreed on: then the levels are no finding, the talk is."""
    disputed, answers = disputed_of(score)
    return disputed * 2 > answers


def is_inconclusive(score: Score) -> bool:
    """Whether nothing can be suggested yet: too little is known, or most is to be talked about."""
    return too_little(score) or talk_is_the_finding(score)


def is_preliminary(score: Score) -> bool:
    """Whether it may still change: it is not finished, or somebody is still to be heard."""
    return score.profile.status is Status.IN_PROGRESS or bool(score.not_heard)
