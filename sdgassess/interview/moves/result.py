"""The result while a sitting is at its end, and what follows from it for the room to weigh."""

from __future__ import annotations

from sdgassess.analysis.priorities import Priorities, prioritise
from sdgassess.interview.state.setting import Outlook
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_, Words
from sdgassess.model.profile import Judgement, Weight
from sdgassess.scoring.backing import question_result
from sdgassess.scoring.score import Score, score

_WEIGHTS = {
    Weight.HIGH: N_("high"),
    Weight.MEDIUM: N_("medium"),
    Weight.LOW: N_("low"),
    None: N_("not judged"),
}


def has_result(sitting: Sitting) -> bool:
    """Whether a result can be shown: its words were handed in, and some question has a level."""
    setting, profile = sitting.setting, sitting.assessed
    if setting.outlook is None:
        return False
    asked = setting.questionnaire.question_ids(profile.quick)
    questions = (setting.questionnaire.questions[one] for one in asked)
    results = (question_result(setting.questionnaire, one, profile) for one in questions)
    return any(result.answered is not None for result in results)


def outlook(sitting: Sitting) -> Outlook:
    """The words of the result, in the phases that are entered only where there are any."""
    assert sitting.setting.outlook is not None, "without words the sitting is over before this"
    return sitting.setting.outlook


def scored(sitting: Sitting) -> Score:
    """The result as it stands, on the answered levels."""
    return score(sitting.setting.questionnaire, sitting.assessed)


def priorities(sitting: Sitting) -> Priorities:
    """The candidates and lists as they stand."""
    return prioritise(scored(sitting))


def judgement_in_words(judgement: Judgement, words: Words) -> str:
    """A judgement as people say it; what was not judged is left out where nothing follows it."""
    stake, influence = judgement.stake, judgement.influence
    said = []
    if stake or influence:
        names = {"stake": words(_WEIGHTS[stake]), "influence": words(_WEIGHTS[influence])}
        said.append(words("Stake {stake}, influence {influence}.", **names))
    if judgement.can_start is not None:
        yes = words("It can start within three months.")
        said.append(yes if judgement.can_start else words("It cannot start within three months."))
    return " ".join(said)
