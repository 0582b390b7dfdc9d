"""Several lines that came at once: pasted, hence words, and never answers to what follows.

At a question they are offered as its comment. Where words are due they are these words; where
neither is so, nothing is taken and that is said.
"""

from __future__ import annotations

from sdgassess.interview.state.phases import (
    AtQuestion,
    Commenting,
    KeepingWords,
    Phase,
    ReadingQuestion,
    SayingDissent,
    SayingWhoKnows,
    SayingWhyAgreed,
    SayingWhyAmended,
    SayingWhyChanged,
    SayingWhyNot,
    ShowingEvidence,
)
from sdgassess.interview.state.sitting import Sitting
from sdgassess.typed.keys import Key, parse

_OFFERED_AT = (AtQuestion, ReadingQuestion, ShowingEvidence)
"""Where lines are offered as a comment; as evidence they would lift what is backed."""
WORDS_AT = (
    *(Commenting, SayingWhoKnows, SayingWhyNot, SayingWhyChanged, SayingWhyAgreed),
    *(SayingDissent, SayingWhyAmended),
)
"""Where several lines are the words that are asked for."""


def take_lines(sitting: Sitting, phase: Phase, line: str) -> Sitting | None:
    """What several lines do; None for a single one, and where they are the words asked for.

    Args:
        sitting: at a prompt.
        phase: the prompt.
        line: what was typed; lines in it are divided by line feeds.
    """
    if "\n" not in line or isinstance(phase, WORDS_AT):
        return None
    words = line.strip()
    if not words:
        return sitting.staying()
    if isinstance(phase, KeepingWords):
        return sitting.at(KeepingWords(phase.id, f"{phase.text}\n{words}"))
    if isinstance(phase, _OFFERED_AT):
        if parse(line).key is Key.COMMENT:
            return None
        return sitting.at(KeepingWords(phase.id, words))
    return sitting.staying().saying(
        sitting.setting.words("Several lines came at once; none of them was taken as an answer.")
    )
