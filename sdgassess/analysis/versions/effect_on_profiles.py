"""What a new version does to the profiles that there are: touched or not, what to ask again."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from sdgassess.analysis.versions.migration import Fate, Migration, migrate
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire


class EffectKind(StrEnum):
    """Whether a version says anything about a profile."""

    TAKEN_OVER = "taken-over"
    ALREADY = "already"
    OTHER_VERSION = "other"


class Effect(NamedTuple):
    """What a version does to one profile.

    Attributes:
        kind: whether it could be taken over, answers the newer version already, or answers
            another version or questionnaire.
        migration: what taking it over would come to, where it could be.
    """

    kind: EffectKind
    migration: Migration | None = None

    @property
    def untouched(self) -> bool:
        """Whether every answer would stay as it stands, with nothing to ask."""
        migration = self.migration
        if migration is None:
            return True
        return migration.count(Fate.CARRIED) == len(migration.answers) and not migration.ask


def effect_on(profile: Profile, older: Questionnaire, newer: Questionnaire) -> Effect:
    """What the step from one version to another does to a profile."""
    ref = profile.questionnaire
    if (ref.id, ref.version) == (newer.id, newer.version):
        return Effect(EffectKind.ALREADY)
    if (ref.id, ref.version) != (older.id, older.version):
        return Effect(EffectKind.OTHER_VERSION)
    return Effect(EffectKind.TAKEN_OVER, migrate(profile, older, newer))
