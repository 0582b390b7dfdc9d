"""Answers that a profile took along from an older version and keeps unscored."""

from __future__ import annotations

from sdgassess.analysis.years_words import Because
from sdgassess.model.profile import State
from sdgassess.model.question import ChangeKind
from sdgassess.model.version import version_order
from sdgassess.scoring.score import Score


def kept_apart(score: Score, question: str) -> Because | None:
    """Why a question that stands unanswered is kept under `unmapped`; None where it is not.

    Args:
        score: the year's result.
        question: the id, which the older version asked under the same name.

    Returns:
        Removed where the version answered now has no such question, rescaled where its history
        says so since then, and else reworded.
    """
    kept = score.profile.unmapped.get(question)
    rules = score.questionnaire
    if (
        kept is None
        or kept.questionnaire.id != rules.id
        or kept.questionnaire == score.profile.questionnaire
    ):
        return None
    if kept.answer.state is State.NOT_ASKED:
        return None
    now = rules.questions.get(question)
    if now is None:
        return Because.REMOVED
    then = version_order(kept.questionnaire.version)
    since = [one for one in now.history if version_order(one.version) > then]
    rescaled = any(one.kind is ChangeKind.RESCALED for one in since)
    return Because.RESCALED if rescaled else Because.REWORDED
