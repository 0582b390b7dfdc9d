"""How an answer is chosen: the highest text that is true, the text that fits, or all that fit."""

from __future__ import annotations

from itertools import pairwise

from sdgassess.language import N_
from sdgassess.model.node import Node, RollUpRule
from sdgassess.model.question import Question

HIGHEST = N_("Choose the highest text that is fully true; in doubt, the lower one.")
ELSE_HIGHEST = N_(
    "Where a question says nothing else, choose the highest text that is fully true; in doubt, "
    "the lower one."
)
FITTING = N_("Choose the one text that fits best.")
ALL_THAT_FIT = N_("Choose all that fit, or none of them.")
IN_ORDER = N_(
    "“{part}” is passed in order: the level stops at the first thing that is not reached."
)


def choosing_rule(question: Question) -> str:
    """How a question is answered, as an English source text for a catalogue.

    Only where each answer is worth more than the one before it is there a highest text: of answers
    of equal worth, or in any other order, one is as good a choice as another.
    """
    if question.several:
        return ALL_THAT_FIT
    ascending = all(lower.value < upper.value for lower, upper in pairwise(question.options))
    return HIGHEST if ascending else FITTING


def passed_in_order(part: Node) -> bool:
    """Whether what lies directly below a part is passed in order."""
    return part.roll_up is not None and part.roll_up.rule is RollUpRule.LADDER
