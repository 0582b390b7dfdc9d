"""How a sitting speaks, changed in the middle of it: another language, the keys silenced.

What is stored from then on (the question as it was put, the chosen text) is in the new language;
the language that the file names stays, for it is the file's own.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import LANGUAGES
from sdgassess.phrases.terms import words_about
from sdgassess.text import echoed

OWN_NAMES = {"da": "Dansk", "sv": "Svenska", "en": "English"}
"""Every language as those who speak it call it."""


def switched(sitting: Sitting, wish: str) -> Sitting:
    """The sitting in another language, its screen shown again; a slip names what there is."""
    setting, language = sitting.setting, wish.lower()
    if language not in LANGUAGES:
        listed = ", ".join(f"{code} {name}" for code, name in OWN_NAMES.items())
        sentence = setting.words("l takes a language: {languages}.", languages=listed)
        if wish:
            sentence = setting.words(
                "“{typed}” is not a language here: {languages}.",
                typed=echoed(wish),
                languages=listed,
            )
        return sitting.staying().saying(sentence)
    spoken = replace(
        setting, words=words_about(setting.questionnaire, language), language=language
    )
    sitting = replace(sitting, setting=spoken)
    sentence = spoken.words("The language is English now.")
    return sitting.at(sitting.phase).saying(sentence)


def silenced(sitting: Sitting) -> Sitting:
    """The line of keys below each screen switched off, or on again (`h`); `?` always says them."""
    setting = replace(sitting.setting, quiet=not sitting.setting.quiet)
    sitting = replace(sitting, setting=setting).staying()
    if setting.quiet:
        sentence = setting.words("The line of keys is off; ? says the keys, h brings it back.")
        return sitting.saying(sentence)
    return sitting.saying(setting.words("The line of keys is back."))


def language_typed(line: str) -> str | None:
    """What stands behind `:l` in a line of free text, or None where it is no such line."""
    first, _, rest = line.strip().partition(" ")
    return rest.strip() if first.lower() == ":l" else None
