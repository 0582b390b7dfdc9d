"""Why two answers are not held against each other, in words."""

from __future__ import annotations

from sdgassess.analysis.years_questions import Because, When
from sdgassess.language import N_, Words

BECAUSE = {
    Because.REWORDED: N_("asked in other words"),
    Because.RESCALED: N_("asked on another scale"),
    Because.ADDED: N_("not in the questionnaire yet"),
    Because.REMOVED: N_("not in the questionnaire any more"),
    Because.REPLACES: N_("replaces an older question"),
    Because.MOVED: N_("moved to another factor"),
    Because.REPLACED: N_("replaced by another question"),
    Because.NOT_ASKED: N_("not asked"),
    Because.UNKNOWN: N_("unknown"),
    Because.NOT_APPLICABLE: N_("not applicable"),
}
"""The reason alone; the years or municipalities stand behind it."""


def reason_between(
    because: Because, when: When | None, first: str, last: str, words: Words
) -> str:
    """A reason between two profiles.

    Args:
        because: what is the matter.
        when: in which of the two a level is lacking, where that is it.
        first: how the one profile is called.
        last: how the other is called.
        words: the language to say it in.
    """
    said = words(BECAUSE[because])
    if when is None:
        return said
    if when is When.BOTH:
        return words("{reason} in {first} and {last}", reason=said, first=first, last=last)
    place = first if when is When.THEN else last
    return words("{reason} in {place}", reason=said, place=place)
