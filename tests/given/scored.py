"""Profiles that are checked and scored once, in tests of what is done with the result."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from sdgassess.cli import gathering, opening, references
from sdgassess.files import load
from sdgassess.files.catalogue import Shelf
from sdgassess.files.load import LoadedProfile
from sdgassess.files.read.source import SourceFile
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.problem import Problem
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score

_MOST = 64
_PROFILES: dict[tuple[object, ...], tuple[Any, LoadedProfile]] = {}
_SCORES: dict[tuple[object, ...], tuple[Any, Score]] = {}
"""By the trees, questionnaires and profiles that they are of, each with them, so that nothing else
gets their ids."""


@contextmanager
def profiles_scored_once() -> Iterator[None]:
    """Check, build and score a profile once for each questionnaire that it is held against.

    The file and its questionnaire are looked for, opened and read every time; it is the same
    profile where they read as the same trees (`questionnaires_read_once`) under the same names.
    A run that changes in place what it was handed is noticed by the runs that come after it.
    """
    profile_of = load._profile_of

    def known_profile(
        source: SourceFile | None, problems: list[Problem], shelf: Shelf, explicit: Path | None
    ) -> LoadedProfile:
        ref = None if source is None or problems else load._named_questionnaire(source)
        if source is None or ref is None:
            return profile_of(source, problems, shelf, explicit)
        rules = load.questionnaire_for(ref, shelf, explicit)
        file = None if rules.source is None else rules.source.name
        key = id(source.data), id(rules.value), source.name, file
        if key not in _PROFILES:
            loaded = profile_of(source, problems, shelf, explicit)
            if loaded.value is None or loaded.questionnaire is not rules.value:
                return loaded
            _make_room(_PROFILES)
            _PROFILES[key] = (source.data, rules.value), loaded
        return _PROFILES[key][1]._replace(source=source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "_profile_of", known_profile)
        for module in (opening, gathering, references):
            patch.setattr(module, "score", _known_score)
        yield


def _known_score(
    questionnaire: Questionnaire, profile: Profile, basis: Basis = Basis.ANSWERED
) -> Score:
    """The score of a profile, computed once."""
    key = id(questionnaire), id(profile), basis
    if key not in _SCORES:
        _make_room(_SCORES)
        _SCORES[key] = (questionnaire, profile), score(questionnaire, profile, basis)
    return _SCORES[key][1]


def _make_room(known: dict[Any, Any]) -> None:
    """Forget everything where that is too much."""
    if len(known) >= _MOST:
        known.clear()
