"""An answer to a question, typed at a prompt that is about something else: `POL3 2`."""

from __future__ import annotations

from sdgassess.interview.moves.remarks import named_first
from sdgassess.interview.prompts.question import question as at_question
from sdgassess.interview.prompts.question.answer import is_line_for
from sdgassess.interview.state.phases import (
    Agreeing,
    AtAxis,
    AtContext,
    AtQuestion,
    Finishing,
    Judging,
    OfferingRest,
    OfferingResult,
    OfferingStyle,
    Pausing,
    Phase,
    SayingChange,
    SeeingResult,
    ShowingEvidence,
    SkippingRest,
)
from sdgassess.interview.state.sitting import Sitting

_TAKEN_AT = (
    *(
        Agreeing,
        AtAxis,
        AtContext,
        Finishing,
        Judging,
        OfferingRest,
        OfferingResult,
        OfferingStyle,
        Pausing,
    ),
    *(SayingChange, SeeingResult, ShowingEvidence, SkippingRest),
)
"""Where a line that names a question and answers it is taken; elsewhere it may be words."""


def answer_elsewhere(sitting: Sitting, phase: Phase, line: str) -> Sitting | None:
    """The sitting after an answer to a question that the line names; None for other lines."""
    if not isinstance(phase, _TAKEN_AT):
        return None
    named, rest = named_first(sitting, line.strip())
    stop = AtQuestion(named.id) if named else None
    if named is None or stop is None or not rest or stop not in sitting.stops:
        return None
    if not is_line_for(sitting, named, rest):
        return None
    return at_question.take(sitting.at(stop), stop, rest)
