"""What is typed where free words are due: keys, slips, and lines that come one prompt too late.

In a room hands are faster than prompts. Voices must not end up as the title of a document, nor
`g LED1` as a reason; a single character is never words.
"""

from __future__ import annotations

from sdgassess.interview.moves import navigation
from sdgassess.interview.moves.attendance import who
from sdgassess.interview.moves.language import switched
from sdgassess.interview.moves.leaving import leave
from sdgassess.interview.state.phases import Phase
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import LANGUAGES
from sdgassess.model.question import Question
from sdgassess.text import echoed
from sdgassess.typed.keys import Key, in_free_words, parse
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
    lines = words("A pasted comment keeps its lines.")
    if not sitting.setting.aloud:
        lines = words(
            "A pasted comment keeps its lines; Alt+Enter begins one; :e alone opens your editor; "
            "Ctrl-C drops the comment."
        )
    return help_in_words(sitting).saying(lines)


def no_words(
    sitting: Sitting,
    question: Question | None,
    line: str,
    return_to: Phase,
    *,
    shortest: int = 2,
) -> Sitting | None:
    """What a line does at a prompt for words where it is none; None for words, and for nothing.

    Args:
        sitting: at the prompt.
        question: what the prompt is about; None where it is about no question.
        line: what was typed.
        return_to: where `b` goes.
        shortest: from how many characters on a line is words; below that it was meant for the
            next question.
    """
    command = in_free_words(line)
    if command is Key.QUIT:
        return leave(sitting)
    if command is Key.HELP:
        return help_in_words(sitting)
    if command is Key.BACK:
        return sitting.at(return_to)
    moved = late_line(sitting, question, line) if question else None
    if moved is not None:
        return moved
    return too_short(sitting, line) if 0 < len(line.strip()) < shortest else None


def too_short(sitting: Sitting, line: str) -> Sitting:
    """The sitting, with why a single character is not taken as words said."""
    return sitting.staying().saying(
        sitting.setting.words(
            "“{typed}” is too short to be kept here. Enter alone skips; q saves and stops, b goes "
            "back, ? helps (also :q, :b and :?).",
            typed=echoed(line.strip()),
        )
    )


def late_line(sitting: Sitting, question: Question, line: str) -> Sitting | None:
    """What a line does that was meant for a question; None where it is words.

    Args:
        sitting: at a prompt for words.
        question: what the prompt is about.
        line: what was typed.
    """
    typed = parse(line)
    voices = voices_typed(typed.line, question, sitting.setting.questionnaire.roles)
    if voices is not None and not voices.strange:
        refusal = sitting.setting.words(
            "“{typed}” reads as voices, and was not kept. Voices are typed at a question.",
            typed=echoed(typed.line),
        )
        return sitting.staying().saying(refusal)
    if typed.key is Key.GO and navigation.leads_somewhere(sitting, typed.words):
        return navigation.go(sitting, typed.words)
    if typed.key is Key.LANGUAGE and typed.words.lower() in LANGUAGES:
        return switched(sitting, typed.words)
    if typed.key is Key.WHO and typed.words[:1] in ("*", "+", "!"):
        return who(sitting, typed.words)
    return None
