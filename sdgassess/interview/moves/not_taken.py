"""A line that did nothing: it stays on the line to be corrected, and is said back where none is.

No text that people typed is ever dropped: it is in the file, on the line, or said back in full.
What is typed unseen is the one thing that is not repeated, for that would tell a vote.
"""

from __future__ import annotations

from dataclasses import replace

from sdgassess.interview.state.phases import InTurn
from sdgassess.interview.state.sitting import Sitting
from sdgassess.language import N_
from sdgassess.text import one_line
from sdgassess.typed.keys import in_free_words, parse

NOT_KEPT = N_("Not kept: “{typed}”.")
NO_SUCH_NUMBER = N_("There is no number {typed} on the list.")
NOTHING_TO_CLEAR = N_("There is nothing to clear.")
NEITHER_YES_NOR_NO = N_("“{typed}” is neither yes nor no.")
NEITHER_YES_NOR_NO_WITH_KEYS = N_("“{typed}” is neither yes nor no. y = yes, Enter = no.")
"""Why a line did nothing."""


SHORTEST = 2
"""A single character is named where it is refused; typing it anew is quicker than correcting."""
LONGEST_ANSWER = 10_000
"""How much is said back where lines are not edited: no more than one line may hold."""


def left_on_the_line(before: Sitting, after: Sitting, line: str) -> Sitting:
    """The sitting after a line, with the line left to be corrected where it did nothing.

    Args:
        before: when the line was typed.
        after: what it made of it.
        line: what was typed.
    """
    is_understood = after.changes_nothing
    after = replace(after, to_correct="", changes_nothing=False)
    typed = line.strip()
    if is_understood or len(typed) < SHORTEST or isinstance(before.phase, InTurn):
        return after
    if not _did_nothing(before, after):
        return after
    read = parse(typed)
    if in_free_words(typed) or (read.key is not None and not read.words):
        return after
    if after.setting.aloud:
        return _said_back(after, typed[:LONGEST_ANSWER])
    return replace(after, to_correct=typed)


def _did_nothing(before: Sitting, after: Sitting) -> bool:
    """Whether a line left everything as it was, and its prompt is put again."""
    undone = replace(
        after,
        fresh=before.fresh,
        reply=before.reply,
        to_correct=before.to_correct,
        in_full=before.in_full,
        read_alone=before.read_alone,
    )
    return not after.fresh and undone == before


def _said_back(sitting: Sitting, typed: str) -> Sitting:
    """The sitting with a line said back in full, where no sentence has done so already."""
    line = one_line(typed)
    if line in " ".join(" ".join(sitting.reply).split()):
        return sitting
    return sitting.saying(sitting.setting.words(NOT_KEPT, typed=line))
