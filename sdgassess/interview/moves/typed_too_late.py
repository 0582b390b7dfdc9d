"""What was typed one prompt too late: a voice line or a key where words are due is no words.

In a room hands are faster than prompts. Voices must not end up as the title of a document, nor
`g LED1` as a reason.
"""

from __future__ import annotations

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.language import switched
from sdgassess.interview.moves.voices import voices_typed
from sdgassess.interview.moves.who import who
from sdgassess.interview.state.setting import echoed
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import LANGUAGES
from sdgassess.model.question import Question
from sdgassess.typed.keys import Key, parse


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
