"""The ways of working that ship with a questionnaire, and one's own among them."""

from __future__ import annotations

from collections.abc import Iterator

from sdgassess.analysis.own_way import OwnWay, own_way
from sdgassess.cli.opening import value_of
from sdgassess.files.catalogue import is_shipped, shipped_archetypes
from sdgassess.files.load import load_reference
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Reference
from sdgassess.scoring.score import Score


def ways_of_working(questionnaire: Questionnaire) -> tuple[Reference, ...]:
    """The shipped archetypes of a questionnaire that say of which style they are."""
    return tuple(_ways(questionnaire))


def _ways(questionnaire: Questionnaire) -> Iterator[Reference]:
    """The same one by one, each read once it is looked at."""
    ref = QuestionnaireRef(questionnaire.id, questionnaire.version)
    if not is_shipped(ref):
        return
    shipped = (value_of(load_reference(name)) for name in shipped_archetypes())
    yield from (way for way in shipped if way.questionnaire == ref and way.style)


def answered_way(score: Score) -> OwnWay | None:
    """One's own way of working; no archetype is read beyond the one that the style names."""
    if not any(result.position for result in score.style):
        return None
    return own_way(score, _ways(score.questionnaire))
