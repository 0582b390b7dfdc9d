"""What may be shown of a question's voices, so that nobody learns whose voice is whose.

Without a yes to showing answers by role no voice has a role, nor is a role singled out by what the
rules make of it: a questionnaire says in public which role has the last word, so "one role sees it
lower" beside a dot would name that role. Voices are then shown as levels alone, where at least two
roles stand behind them (model.md: Consent).

With a yes a role is named on a question unless somebody who speaks for it there said no. The
voices of the roles that are not named can be found by taking away those that are; so they must be
nobody's or those of at least three, else no role is named on that question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sdgassess.model.profile import Agreement, Answer, Profile, Voice
from sdgassess.model.question import Level
from sdgassess.scoring.backing import QuestionResult, spoken_values, without_sealed
from sdgassess.scoring.hearing import people_who_refused

FEWEST_UNNAMED = 3
"""So many voices, at least, stay behind where some are shown by role."""


class Disclosure(NamedTuple):
    """What may be shown of the voices on one question.

    Attributes:
        named: voices that may stand under their role.
        unnamed: voices that may be shown as levels alone.
        values: the value of each role that may be named.
        by_role: whether roles may be named at all on this question.
        withheld: roles that may not be named here, though others may.
    """

    named: tuple[Voice, ...] = ()
    unnamed: tuple[Voice, ...] = ()
    values: Mapping[str, Level] | None = None
    by_role: bool = False
    withheld: frozenset[str] = frozenset()

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Every voice that may be shown in some way."""
        return (*self.named, *self.unnamed)

    @property
    def tells_spread(self) -> bool:
        """Whether it may be told how far roles are apart.

        Beside dots it would tell whose they are where a role has one person: with 0, 0 and 4 of
        one coordinator and two line managers, *roles 0 apart* says that the coordinator sees 0.
        """
        return self.by_role and not self.withheld

    def without_roles(self) -> Disclosure:
        """The same voices as levels alone."""
        return Disclosure(unnamed=self.voices)

    def may_name(self, role: str) -> bool:
        """Whether something may be told of a role on this question."""
        return self.by_role and role not in self.withheld

    def may_name_all(self, agreed: Agreement) -> bool:
        """Whether all who agreed may be named; a part of them would tell who the others are."""
        return all(self.may_name(role) for role in agreed.by)


NOTHING_SHOWN = Disclosure()


def disclosure(profile: Profile, result: QuestionResult) -> Disclosure:
    """What may be shown of the voices on a question.

    Args:
        profile: whose consent counts, and whose answer it is.
        result: what the question stands at.
    """
    answer = without_sealed(profile.answers.get(result.id) or Answer())
    refused = refusing_roles(profile, answer)
    unnamed = tuple(voice for voice in answer.voices if voice.role in refused)
    values = spoken_values(answer)
    if profile.consent is True and not 0 < len(unnamed) < FEWEST_UNNAMED:
        values = {role: level for role, level in values.items() if role not in refused}
        named = tuple(voice for voice in answer.voices if voice.role not in refused)
        return Disclosure(named, unnamed, values, by_role=True, withheld=refused)
    # Of those who spoke, not of those who agreed: the dots of one role alone would be that role's.
    if len(values) < 2:
        return Disclosure()
    return Disclosure(unnamed=answer.voices)


def distance_to_order_by(profile: Profile, result: QuestionResult) -> tuple[Level, Level]:
    """What disagreements are ordered by: how far voices are apart, then roles.

    Each only where that may be told: the order of a list tells it as well as a number does.
    """
    shown, ends = disclosure(profile, result), result.voice_range
    steps = ends.steps if ends is not None and shown.voices else 0
    return steps, (result.spread or 0) if shown.tells_spread else 0


def sources_to_tell(profile: Profile, result: QuestionResult) -> int | None:
    """How many sources stand at a level or above; None where that would tell whose voices are.

    With 1, 3, 3, 3 and 3 of a coordinator, an executive and three line managers, three sources
    say that the coordinator sees 3. Where nobody has a voice of their own nothing is told by it.
    """
    answer = without_sealed(profile.answers.get(result.id) or Answer())
    if answer.voices and not disclosure(profile, result).tells_spread:
        return None
    return result.sources


def comments_to_show(profile: Profile, answer: Answer) -> tuple[str, ...]:
    """The comments of voices that may be shown: of whoever ticked that, and of nobody else.

    In the order of the alphabet, each once: the order in which people answered would tell whose
    comment is whose.
    """
    agreed = {
        person.id
        for person in profile.participants
        if person.consent is not None and person.consent.comments
    }
    comments = (voice.comment for voice in answer.open_voices if voice.by in agreed)
    return tuple(sorted({comment.strip() for comment in comments if comment}, key=str.casefold))


def speaks_for_itself(profile: Profile, voice: Voice) -> bool:
    """Whether something may be told of one voice alone, such as that it contradicts itself.

    Not of somebody's who answered alone and sent it in, without a yes to showing: two answers that
    are told to be of one voice tell more than each of them.
    """
    person = next((each for each in profile.participants if each.id == voice.by), None)
    if person is None or person.returned is None:
        return True
    refused = person.consent is not None and person.consent.by_role is False
    return profile.consent is True and not refused


def refusing_roles(profile: Profile, answer: Answer) -> frozenset[str]:
    """The roles for which somebody speaks on a question who said no to being shown by role.

    A voice whose name is forgotten may be theirs.
    """
    silent = people_who_refused(profile)
    roles = {person.role for person in profile.participants if person.id in silent}
    return frozenset(
        voice.role
        for voice in answer.voices
        if voice.by in silent or (voice.by is None and voice.role in roles)
    )
