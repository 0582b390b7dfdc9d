"""A message with its hints, as they stand in the tables."""

from __future__ import annotations

from typing import NamedTuple

from sdgassess.language import N_

NEAR = N_('Did you mean "{near}"?')
ALLOWED = N_("Allowed are: {allowed}.")
LOOKALIKE = N_("It holds {lookalike}, which looks like a usual sign but is none: type it anew.")
KEEP_ONE = N_("Keep one of the two.")
NO_QUESTION = N_('"{id}" is not a question of {questionnaire} {version}')
NO_AXIS = N_('"{id}" is not a style axis of this questionnaire')
NOT_ON_THE_AXIS = N_('"{id}" does not belong to the axis {axis}')
WRITE_SCOPE = N_("Write scope: full, or mark some questions as core in the questionnaire.")
NO_FILE = N_("there is no such file")
FILE_EXISTS = N_("there is a file with this name already; it was not touched")
"""What several problems say."""


class Saying(NamedTuple):
    """What a problem says.

    Attributes:
        message: what is wrong, with facts as placeholders.
        hints: what to do about it; the first whose facts are all there is said.
    """

    message: str
    hints: tuple[str, ...] = ()
