"""What to do about a problem, where a screen wraps its sentences: a command is never broken."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.document.screen import Block, Command, Commands, Prose
from sdgassess.language import Words
from sdgassess.phrases.problems.messages import hint
from sdgassess.problem import Problem

_LEAD = "    "


def advice_blocks(problem: Problem, words: Words) -> Iterator[Block]:
    """What to do about a problem, below it; half a command would run when it is pasted.

    Args:
        problem: what is wrong; its command, where it has one, as it is typed.
        words: the language to say it in.
    """
    advice, command = hint(problem, words), problem.facts.get("command")
    if advice and isinstance(command, str) and advice.endswith(command):
        purpose = advice.removesuffix(command).rstrip(" :")
        yield Commands((Command(f"{_LEAD}{purpose}", command),))
    elif advice:
        yield Prose(advice, lead=_LEAD)
