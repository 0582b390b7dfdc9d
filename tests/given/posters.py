"""Posters of made-up assessments: any number of factors, any names, any scale, picks or none."""

from __future__ import annotations

from fractions import Fraction

from sdgassess.analysis.own_way import OwnWay
from sdgassess.analysis.priorities import prioritise
from sdgassess.document.poster import Headline, Poster
from sdgassess.model.profile import Priority, Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.phrases.terms import words_about
from sdgassess.report.poster.edition import PosterEdition
from sdgassess.report.poster.poster import poster
from sdgassess.scoring.score import score
from tests.given.profiles import assessed
from tests.given.questionnaires import nordic

LONG_NAMES = (
    "Bæredygtighedskoordineringsarbejdsgruppeforankring og ressourcer",
    "Arbejdsmarkedspolitiskintegrationsforvaltningssamarbejde",
    "Lokal oversættelse, konkretisering og fokus på det vigtigste for borgerne i hele kommunen",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
)
PICKS = (
    Priority("BUD2", Fraction(3), "økonomichef", "2026-10-01", "Et notat til budgetseminaret"),
    Priority("CONT1", Fraction(2)),
    Priority("COORD2", Fraction(4), "direktionen"),
)


def poster_of(
    given: Profile | None = None,
    headline: Headline = Headline.QUESTION,
    rules: Questionnaire | None = None,
    language: str = "en",
    *,
    most_rows: int = 12,
    own_way: OwnWay | None = None,
) -> Poster:
    """A poster of a profile, with so many rows on a sheet at most."""
    result = score(rules or nordic(), assessed() if given is None else given)
    words = words_about(result.questionnaire, language)
    edition = PosterEdition(words, result, prioritise(result), headline, most_rows, own_way)
    return poster(edition, file="prøveby-2026.yaml", version="1.2.3")
