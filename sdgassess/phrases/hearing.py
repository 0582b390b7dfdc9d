"""Who is still to be heard, in words."""

from __future__ import annotations

from collections.abc import Sequence

from sdgassess.language import N_, Words
from sdgassess.model.rules import Hearing
from sdgassess.phrases.questions import role_name
from sdgassess.phrases.rows import in_a_row
from sdgassess.scoring.hearing import roles_heard
from sdgassess.scoring.score import Score

NOT_HEARD_YET = N_("Not heard yet, for a valid assessment: {who}")
STILL_IN_PROGRESS = N_("The assessment is still in progress.")
EVERY_ROLE_HEARD = N_("every role heard")
"""Whether everybody was heard."""


def missing_roles(score: Score, words: Words) -> list[str]:
    """Each role that is not heard enough for a valid assessment, with how many units more."""
    return list(missing_role_by_id(score, words).values())


def missing_role_by_id(score: Score, words: Words) -> dict[str, str]:
    """The same by the role's id."""
    heard = roles_heard(score.profile)
    return {
        hearing.role: missing_words(
            role_name(score, hearing.role, words), hearing, hearing.role in heard, words
        )
        for hearing in score.not_heard
    }


def missing_words(role: str, missing: Hearing, heard_already: bool, words: Words) -> str:
    """A role, by its name, that was not heard, or from too few units."""
    if heard_already:
        few, more = "{role}, from one more unit", "{role}, from {n} more units"
        return words.plural(few, more, missing.units, role=role)
    singular, plural = "{role}", "{role}, {n} from different units"
    return words.plural(singular, plural, missing.units, role=role)


def inside_view_words(parts: Sequence[str], words: Words) -> str:
    """The parts on which nobody from outside was heard, as they are named."""
    singular = "{factors} is {the_subject}'s own view only: nobody from outside was heard."
    plural = "{factors} are {the_subject}'s own view only: nobody from outside was heard."
    return words.plural(singular, plural, len(parts), factors=in_a_row(parts))


def sealed_words(people: int, words: Words) -> str:
    """How many people's answers are still sealed."""
    singular = "Answers of one person are still sealed, and count for nothing yet."
    plural = "Answers of {n} people are still sealed, and count for nothing yet."
    return words.plural(singular, plural, people)
