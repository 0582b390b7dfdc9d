"""Years of answers: made up, random, and those of the municipality that ships."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from functools import cache

from sdgassess.analysis.years.comparison import Column, Years
from sdgassess.files.catalogue import shipped_folder
from sdgassess.files.load import load_profile
from sdgassess.language import LANGUAGES
from sdgassess.model.profile import Profile, QuestionnaireRef
from sdgassess.model.question import (
    Text,
)
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.scoring.evaluation import Basis
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import FIRST


def year(
    answers: Mapping[str, object],
    date: str = "2026-03-12",
    *,
    scope: str = "full",
    rules: Questionnaire = FIRST,
    basis: Basis = Basis.ANSWERED,
    **more: object,
) -> Score:
    """One year's score."""
    ref = QuestionnaireRef(rules.id, rules.version)
    one: Profile = profile(answers, scope=scope, ref=ref)._replace(
        date=dt.date.fromisoformat(date),
        **more,  # type: ignore[arg-type]  # fields of a profile, as a test names them
    )
    return score(rules, one, basis)


def years(*scores: Score) -> Years:
    """Several years side by side."""
    return Years([Column(f"{one.profile.date}.yaml", one) for one in scores])


@cache
def examples(consent: bool | None = None, *, roles: bool = False) -> Years:
    """The three years of the municipality that ships.

    With another answer on consent, if given; with names of roles that stand nowhere else.
    """
    found = []
    for path in sorted((shipped_folder("profiles") / "examples").glob("*.yaml")):
        loaded = load_profile(path)
        assert loaded.value is not None
        assert loaded.questionnaire is not None
        one = loaded.value
        one = one if consent is None else one._replace(consent=consent)
        rules = loaded.questionnaire
        found.append(Column(str(path), score(_strange(rules) if roles else rules, one)))
    return Years(found)


def _strange(rules: Questionnaire) -> Questionnaire:
    """The questionnaire with names of roles that no other text of it holds."""
    titles = (Text(dict.fromkeys(LANGUAGES, f"Zebra {place}")) for place in range(99))
    named = (role._replace(title=title) for role, title in zip(rules.roles, titles, strict=False))
    return rules._replace(roles=tuple(named))


def random_years(count: int, seed: int = 1) -> list[Score]:
    """Years of sixty answers that go up and down."""
    chance = random.Random(seed)
    return [
        year(
            {q: chance.choice([0, 1, 2, 3, 4, "?"]) for q in FIRST.questions}, f"{2017 + n}-03-12"
        )
        for n in range(count)
    ]
