"""What answers by option ids are worth: the level of an answer or voice that names its options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sdgassess.model.profile import Answer, Profile
from sdgassess.model.question import Question
from sdgassess.model.questionnaire import Questionnaire


def with_worth(profile: Profile, questionnaire: Questionnaire) -> Profile:
    """The profile with the level of every answer and voice that names options.

    Args:
        profile: as it stands in a file, where such answers have ids and no level.
        questionnaire: what the options are worth; answers to other questions stay as they are.
    """
    answers = _each(profile.answers, questionnaire.questions)
    parked = {key: entry.answer for key, entry in profile.parked.items()}
    worth = _each(parked, questionnaire.questions)
    if answers is profile.answers and worth is parked:
        return profile
    return profile._replace(
        answers=answers,
        parked={key: entry._replace(answer=worth[key]) for key, entry in profile.parked.items()},
    )


def _each(
    answers: Mapping[str, Answer], questions: Mapping[str, Question]
) -> Mapping[str, Answer]:
    """The answers with their levels; the very same where none names an option."""
    named = {
        key: answer_with_worth(answer, questions[key])
        for key, answer in answers.items()
        if key in questions and _names_options(answer)
    }
    return {**answers, **named} if named else answers


def _names_options(answer: Answer) -> bool:
    """Whether an answer, or one of its voices, names options."""
    return answer.options is not None or any(v.options is not None for v in answer.voices)


def answer_with_worth(answer: Answer, question: Question) -> Answer:
    """One answer with the level of what it and its voices chose."""
    voices = tuple(
        voice if voice.options is None else voice._replace(level=question.worth(voice.options))
        for voice in answer.voices
    )
    level = answer.level if answer.options is None else question.worth(answer.options)
    return replace(answer, level=level, voices=voices)
