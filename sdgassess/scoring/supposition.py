"""What would follow if some questions stood elsewhere: a score on levels that nobody answered.

Nothing is recorded, and a supposition is no answer: it hears nobody, it has no voices and no
evidence. So it is backed no further than an answer without evidence is, or than what is backed of
the question today.
"""

from __future__ import annotations

from collections.abc import Mapping

from sdgassess.model.profile import Answer
from sdgassess.model.question import Level, Option
from sdgassess.scoring.backing import QuestionResult
from sdgassess.scoring.score import Score, question_results, score_of


def score_if(today: Score, answers: Mapping[str, Option]) -> Score:
    """The score as it would be if some questions were answered otherwise.

    Args:
        today: the score as it is.
        answers: question to the answer that is supposed; what stands so already is left as it is.

    Returns:
        A score whose `supposed` names the questions that stand elsewhere than today. Who was heard
        stays as it is. A question that is not asked with these answers stays without a level.
    """
    rules = today.questionnaire
    others = {q: option for q, option in answers.items() if not _stands_at(today, q, option)}
    if not others:
        return today
    supposed = {
        question: Answer(level=option.value, options=rules.questions[question].named(option))
        for question, option in others.items()
    }
    profile = today.profile._replace(answers={**today.profile.answers, **supposed})
    results = question_results(rules, profile)
    for question in others.keys() & results.keys():
        results[question] = _carried(today, results[question])
    return score_of(rules, profile, results, today.basis)._replace(
        not_heard=today.not_heard,
        inside_view=today.inside_view,
        sealed=today.sealed,
        supposed=frozenset(q for q in others if q in results and results[q].answered is not None),
    )


def answer_at(today: Score, question: str, level: Level) -> Option | None:
    """The answer that would bring a question to a level.

    Args:
        today: the score as it is.
        question: its id.
        level: the level that is wanted.

    Returns:
        The answer of that value; of several that are added up what is chosen today with the
        fewest more. None where no answer is worth so much.
    """
    asked = today.questionnaire.questions[question]
    if not asked.several:
        return next((option for option in asked.options if option.value == level), None)
    chosen = list(today.chosen(question))
    rest = [option for option in asked.options if option.id is not None]
    for option in sorted(rest, key=lambda option: option.value, reverse=True):
        if option.id in chosen or option.id is None or asked.worth(chosen) >= level:
            continue
        if asked.worth([*chosen, option.id]) <= level:
            chosen.append(option.id)
    return asked.choice(chosen) if asked.worth(chosen) == level else None


def _stands_at(today: Score, question: str, option: Option) -> bool:
    """Whether a question is answered so already."""
    result = today.questions.get(question)
    if result is None or result.answered != option.value:
        return False
    chosen = today.profile.answers[question].options
    named = today.questionnaire.questions[question].named(option)
    return chosen is None or named is None or set(chosen) == set(named)


def _carried(today: Score, result: QuestionResult) -> QuestionResult:
    """A supposed level with as much backing as there is today, and none of its own."""
    before = today.questions[result.id].backed if result.id in today.questions else None
    if today.questionnaire.backing is None or result.answered is None or result.backed is None:
        return result
    if before is None:
        return result
    return result._replace(backed=max(result.backed, min(before, result.answered)))
