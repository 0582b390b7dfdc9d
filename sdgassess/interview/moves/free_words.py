"""What is typed where free words are due: keys, slips, and lines that come one prompt too late.

In a room hands are faster than prompts. Voices must not end up as the title of a document, nor
`g LED1` as a reason; a single character is never words.
"""

from __future__ import annotations

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.attendance import who
from sdgassess.interview.moves.language import switched
from sdgassess.interview.state.setting import Setting
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import LANGUAGES
from sdgassess.model.question import Question
from sdgassess.text import echoed
from sdgassess.typed.keys import Key, parse
from sdgassess.typed.voices import voices_typed


def help_in_words(sitting: Sitting) -> Sitting:
    """The sitting with what can be typed in free text said."""
    words = sitting.setting.words
    return sitting.staying().allowing(
        words("What you type is kept as text. Enter alone skips. :b back · :q save and stop")
    )


def help_in_comment(sitting: Sitting) -> Sitting:
    """The same in a comment, which may have several lines."""
    words = sitting.setting.words
    several = words("A pasted comment keeps its lines.")
    if not sitting.setting.aloud:
        several = words(
            "A pasted comment keeps its lines; Alt+Enter begins one; :e alone opens your editor; "
            "Ctrl-C drops the comment."
        )
    return help_in_words(sitting).saying(several)


def too_short(setting: Setting, typed: str) -> str:
    """Why a single character is not taken as words: it was meant for the next question."""
    return setting.words(
        "“{typed}” is too short to be kept here. Enter alone skips; q saves and stops, b goes "
        "back, ? helps (also :q, :b and :?).",
        typed=echoed(typed),
    )


def misplaced(sitting: Sitting, question: Question, line: str) -> Sitting | None:
    """What a line does that was meant for a question; None where it is words.

    Args:
        sitting: at a prompt for words.
        question: what the prompt is about.
        line: what was typed.
    """
    typed = parse(line)
    spoken = voices_typed(typed.line, question, sitting.setting.questionnaire.roles)
    if spoken is not None and not spoken.strange:
        words = sitting.setting.words
        said = words(
            "“{typed}” reads as voices, and was not kept. Voices are typed at a question.",
            typed=echoed(typed.line),
        )
        return sitting.staying().saying(said)
    if typed.key is Key.GO and navigation.leads_somewhere(sitting, typed.words):
        return navigation.go(sitting, typed.words)
    if typed.key is Key.LANGUAGE and typed.words.lower() in LANGUAGES:
        return switched(sitting, typed.words)
    if typed.key is Key.WHO and typed.words[:1] in ("*", "+", "!"):
        return who(sitting, typed.words)
    return None
