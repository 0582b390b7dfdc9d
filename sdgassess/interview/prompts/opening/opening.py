"""What the prompts of the opening share: the welcome, and the keys that work in all of them.

Nothing is stored before it begins, because a file may be named after the day; whoever leaves
before that has what was typed saved on leaving.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sdgassess.interview.moves.language import OWN_NAMES, language_typed, switched
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.moves.navigation import AT_THE_FIRST
from sdgassess.interview.state.phases import Phase
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.interview.view.overview import size_words
from sdgassess.language import LANGUAGES
from sdgassess.typed.keys import Key, in_free_words


def welcome(setting: Setting) -> tuple[str, ...]:
    """What is about to be assessed, how long it is, and how to stop."""
    words, questionnaire = setting.words, setting.questionnaire
    asked = questionnaire.question_ids(setting.quick)
    n = len([question for question in asked if setting.only is None or question in setting.only])
    size = size_words(n, quick=setting.quick, words=words)
    how = words("Every answer is saved at once. Here :q stops and :b goes back.")
    return (
        *setting.wrapped(setting.spoken(questionnaire.title)),
        *setting.wrapped(f"{size} {how}"),
    )


def other_languages(setting: Setting) -> tuple[str, ...]:
    """How to get the other languages, each in itself: those who need the line read no other."""
    languages = [language for language in LANGUAGES if language != setting.words.language]
    return setting.keys(" · ".join(f"{OWN_NAMES[code]}: :l {code}" for code in languages))


def press(
    sitting: Sitting,
    line: str,
    before: Phase | None,
    explained: Callable[[Sitting], Sitting] | None = None,
) -> Sitting | None:
    """What `:l`, `q`, `b` and `?` do in the opening; None where the line is an answer.

    Args:
        sitting: at a prompt of the opening.
        line: what was typed.
        before: the prompt before it; None at the first one.
        explained: says what is asked; None where `?` has nothing to say.
    """
    language, words = language_typed(line), sitting.setting.words
    if language is not None:
        return _in_language(switched(sitting, language))
    command = in_free_words(line)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP and explained is not None:
        return explained(sitting.staying()).allowing(words(":b back · :q save and stop"))
    if command is Key.BACK:
        if before is not None:
            return sitting.at(before)
        return sitting.staying().saying(words(AT_THE_FIRST))
    return None


def _in_language(sitting: Sitting) -> Sitting:
    """The sitting whose new file is in the language that is spoken: nothing is written yet."""
    if sitting.profile is None:
        return sitting
    profile = sitting.profile._replace(language=sitting.setting.language)
    return replace(sitting, profile=profile)
