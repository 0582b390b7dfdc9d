"""The columns that several sheets have: whose row it is, and which part of the tree it is about.

They are told from profiles and questionnaires, of which a sheet itself knows nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.document.sheets import Column, Rows, Sheet, Value
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases import labels
from sdgassess.phrases.levels import assessed_name

VOICES = (labels.VOICES, labels.LOWEST_VOICE, labels.HIGHEST_VOICE, labels.STEPS_BETWEEN_ROLES)
"""The columns about voices, where a questionnaire hears roles."""


def profile_columns(words: Words) -> tuple[Column, ...]:
    """The first columns of every sheet about a profile: which municipality, which day."""
    return Column(words(labels.SUBJECT), 16), Column(words(labels.DATE), 11)


def profile_cells(profile: Profile) -> tuple[Value, ...]:
    """The cells below those."""
    return assessed_name(profile), profile.date


def declared_only(sheet: Sheet, questionnaires: Sequence[Questionnaire], words: Words) -> Sheet:
    """A sheet without the columns of what none of the questionnaires declares.

    Args:
        sheet: with every column.
        questionnaires: those that its rows answer.
        words: the language of its heads.
    """
    absent: set[str] = set()
    if not any(rules.backing for rules in questionnaires):
        absent |= {words(labels.BACKED_LEVEL), words(labels.ONLY_BETTER_BACKED)}
    if all(rules.strong_from is None for rules in questionnaires):
        absent.add(words(labels.STRONG_QUESTIONS))
    if not any(rules.roles for rules in questionnaires):
        absent |= {words(head) for head in VOICES}
    places = [i for i, column in enumerate(sheet.columns) if column.head not in absent]
    return sheet._replace(
        columns=tuple(sheet.columns[i] for i in places),
        rows=Rows(lambda: (tuple(row[i] for i in places) for row in sheet.rows)),
    )


def read_first(sheet: Sheet, heads: Sequence[str]) -> Sheet:
    """A sheet that begins with what people read, its question beside its id in sight.

    Args:
        sheet: with its columns in any order.
        heads: the heads to begin with, the first two of which stay in sight; one that the sheet
            has not is passed over.
    """
    places = {column.head: place for place, column in enumerate(sheet.columns)}
    first = [places[head] for head in heads if head in places]
    order = [*first, *(place for place in places.values() if place not in first)]
    return sheet._replace(
        columns=tuple(sheet.columns[place] for place in order),
        rows=Rows(lambda: (tuple(row[place] for place in order) for row in sheet.rows)),
        fixed=2,
    )


def part_above(questionnaire: Questionnaire, node: Node) -> Node | None:
    """The part at the top of the tree that a node hangs below; None for such a part itself."""
    for part in questionnaire.parts:
        if part is not node and any(below is node for below in part.all_nodes()):
            return part
    return None
