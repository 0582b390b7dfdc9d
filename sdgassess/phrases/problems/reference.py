"""P3xx: references whose points cannot be held against a profile."""

from __future__ import annotations

from sdgassess.language import N_
from sdgassess.phrases.problems.saying import (
    ALLOWED,
    NEAR,
    NO_AXIS,
    NO_QUESTION,
    NOT_ON_THE_AXIS,
    Saying,
)

_NEAR = NEAR
_ALLOWED = ALLOWED
_BOTH = (_NEAR, _ALLOWED)

REFERENCE = {
    "P301": Saying(NO_QUESTION, (_NEAR,)),
    "P302": Saying(N_("{id}: the bound {level} is not on the scale {scale}")),
    "P303": Saying(N_("{id}: the lower bound is above the upper one")),
    "P305": Saying(
        N_("{id}: a documented point needs more: {missing}"),
        (N_("A point from the documents has its words, their source and how firm it is."),),
    ),
    "P306": Saying(
        N_("{id}: a constructed point needs a reason"),
        (N_("Say in reason why this level belongs to the archetype."),),
    ),
    "P307": Saying(
        N_('the source "{source}" is none of the documents of the questionnaire'), (_ALLOWED,)
    ),
    "P308": Saying(NO_AXIS, _BOTH),
    "P309": Saying(NOT_ON_THE_AXIS, _BOTH),
    "P310": Saying(N_("a quote needs its source")),
    "P311": Saying(
        N_("{id} has no level of its own, so no point can be about it"),
        (N_("Name one of its questions, or give the part a roll_up."),),
    ),
    "P320": Saying(
        N_('there is no reference "{id}"'),
        (
            N_('Did you mean "{near}"? There are: {allowed}.'),
            N_("There are: {allowed}. Any saved profile can be named by its path."),
        ),
    ),
}
