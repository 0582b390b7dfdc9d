"""The result while a sitting is at its end, and what follows from it for the room to weigh."""

from __future__ import annotations

from sdgassess.analysis.priorities import Priorities, prioritise
from sdgassess.interview.state.setting import ResultWords
from sdgassess.interview.state.sitting import Sitting
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.score import Score, score


def has_result(sitting: Sitting) -> bool:
    """Whether a result can be shown: its words were handed in, and some question has a level."""
    setting, profile = sitting.setting, sitting.assessed
    if setting.result_words is None:
        return False
    ids = setting.questionnaire.question_ids(profile.quick)
    questions = (setting.questionnaire.questions[identity] for identity in ids)
    results = (question_result(setting.questionnaire, identity, profile) for identity in questions)
    return any(result.answered is not None for result in results)


def result_words(sitting: Sitting) -> ResultWords:
    """The words of the result, in the phases that are entered only where there are any."""
    assert sitting.setting.result_words is not None, (
        "without words the sitting is over before this"
    )
    return sitting.setting.result_words


def scored(sitting: Sitting) -> Score:
    """The result as it stands, on the answered levels."""
    return score(sitting.setting.questionnaire, sitting.assessed)


def priorities(sitting: Sitting) -> Priorities:
    """The candidates and lists as they stand."""
    return prioritise(scored(sitting), sitting.setting.ways)
