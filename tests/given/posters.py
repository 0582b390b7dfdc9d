"""Posters to test with: any number of factors, any names, any scale, picks or none."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from fractions import Fraction

from sdgassess.analysis.priorities import prioritise
from sdgassess.document.poster import Headline, Poster
from sdgassess.language import Words
from sdgassess.model.node import Node
from sdgassess.model.profile import Participant, Priority, Profile
from sdgassess.model.question import Option, Text
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.report.poster.edition import PosterEdition
from sdgassess.report.poster.poster import poster
from sdgassess.scoring.score import score
from tests.given.scores import nordic, profile

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


def assessed(level: int = 1, picks: Sequence[Priority] = (), **answers: object) -> Profile:
    """A profile with one level everywhere but where another is given, by eight people."""
    everywhere: dict[str, object] = dict.fromkeys(nordic().questions, level)
    given = profile({**everywhere, **answers})
    people = tuple(Participant(f"p{n}", "coordinator") for n in range(8))
    return dataclasses.replace(given, participants=people, priorities=tuple(picks), language="da")


def with_factors(count: int) -> Questionnaire:
    """The questionnaire with as many factors as wanted; a second round of them has other ids."""
    blocks: list[Node] = []
    left = count
    for turn in range(-(-count // len(nordic().factors))):
        for block in nordic().parts:
            factors = tuple(_renamed(factor, turn) for factor in block.parts[: max(left, 0)])
            left -= len(factors)
            if factors:
                blocks.append(block._replace(id=f"{block.id}{turn}", parts=factors))
    bare = dataclasses.replace(nordic(), parts=tuple(blocks), gates=(), patterns=(), style=())
    return dataclasses.replace(bare, context=(), priorities=None)


def named(names: Callable[[int], str], language: str = "da") -> Questionnaire:
    """The questionnaire with other names for its factors."""
    place = iter(range(100))
    blocks = (
        block._replace(
            parts=tuple(
                factor._replace(title=Text({language: names(next(place))}))
                for factor in block.parts
            )
        )
        for block in nordic().parts
    )
    return dataclasses.replace(nordic(), parts=tuple(blocks))


def with_scale(*levels: str) -> Questionnaire:
    """The questionnaire with the values of its scale and questions replaced, lowest first."""
    values = [Fraction(level) for level in levels]
    scale = tuple(Option(value, Text({"en": f"Step named {n}"})) for n, value in enumerate(values))
    blocks = (
        block._replace(
            parts=tuple(
                factor._replace(
                    questions=tuple(asked._replace(options=scale) for asked in factor.questions)
                )
                for factor in block.parts
            )
        )
        for block in nordic().parts
    )
    return dataclasses.replace(
        nordic(), parts=tuple(blocks), scale=scale, gates=(), patterns=(), priorities=None
    )


def made(
    given: Profile | None = None,
    headline: Headline = Headline.QUESTION,
    rules: Questionnaire | None = None,
    language: str = "en",
) -> Poster:
    """A poster of a profile."""
    result = score(rules or nordic(), assessed() if given is None else given)
    edition = PosterEdition(Words(language), result, prioritise(result), headline)
    return poster(edition, file="prøveby-2026.yaml", version="1.2.3")


def _renamed(factor: Node, turn: int) -> Node:
    """A factor with ids of its own in every round but the first."""
    if not turn:
        return factor
    questions = tuple(asked._replace(id=f"{asked.id}R{turn}") for asked in factor.questions)
    return factor._replace(id=f"{factor.id}R{turn}", questions=questions)
