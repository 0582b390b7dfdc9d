"""Who is still to be heard, in words."""

from __future__ import annotations

from sdgassess.language import Words
from sdgassess.model.rules import Hearing
from sdgassess.phrases.questions import role_name
from sdgassess.scoring.hearing import roles_heard
from sdgassess.scoring.score import Score


def missing_roles(score: Score, words: Words) -> list[str]:
    """Each role that is not heard enough for a valid assessment, with how many units more."""
    heard = roles_heard(score.profile)
    return [_missing(score, hearing, hearing.role in heard, words) for hearing in score.not_heard]


def _missing(score: Score, missing: Hearing, heard_already: bool, words: Words) -> str:
    """A role that was not heard, or from too few units."""
    role = role_name(score, missing.role, words)
    if heard_already:
        few, more = "{role}, from one more unit", "{role}, from {n} more units"
        return words.plural(few, more, missing.units, role=role)
    singular, plural = "{role}", "{role}, from {n} different units"
    return words.plural(singular, plural, missing.units, role=role)
