"""The columns that several sheets have: whose row it is, and which part of the tree it is about.

They are told from profiles and questionnaires, of which a sheet itself knows nothing.
"""

from __future__ import annotations

from sdgassess.document.sheets import Column, Value
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.text import one_line


def profile_columns(words: Words) -> tuple[Column, ...]:
    """The first columns of every sheet about a profile: which municipality, which day."""
    return Column(words("{One_subject}"), 16), Column(words("Date"), 11)


def profile_cells(profile: Profile) -> tuple[Value, ...]:
    """The cells below those."""
    return one_line(profile.municipality.name), profile.date


def part_above(questionnaire: Questionnaire, node: Node) -> Node | None:
    """The part at the top of the tree that a node hangs below; None for such a part itself."""
    for part in questionnaire.parts:
        if part is not node and any(below is node for below in part.all_nodes()):
            return part
    return None
