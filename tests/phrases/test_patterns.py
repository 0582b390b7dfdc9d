"""Risk patterns in words: the gravest, each of those that are alike, and none that is less."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdgassess.document.passage import passage_line
from sdgassess.language import LANGUAGES, Words
from sdgassess.phrases.patterns import (
    gravest_words,
    pattern_of,
    risk_words,
    unknown_in_rule_words,
)
from sdgassess.scoring.patterns import PatternResult, Risk
from sdgassess.scoring.score import Score, score
from tests.given.profiles import EVERY_PROFILE, opened, profile
from tests.given.questionnaires import nordic


def title(assessed: Score, result: PatternResult, language: str) -> str:
    """What a pattern is called."""
    return passage_line(pattern_of(assessed, result).title, language)


@pytest.mark.parametrize("path", EVERY_PROFILE, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_pattern_at_the_gravest_risk_is_named_and_no_other(path: Path, language: str) -> None:
    assessed = score(*opened(path))
    standing = {risk: [r for r in assessed.patterns if r.result is risk] for risk in Risk}
    alike = [
        result
        for result in standing[Risk.HIGH] or standing[Risk.MEDIUM]
        if assessed.graver(result) is None
    ]
    sentence = gravest_words(assessed, Words(language))
    if not alike:
        assert sentence is None
        return
    assert sentence is not None
    names = {result.id: title(assessed, result, language) for result in assessed.patterns}
    assert {key for key, name in names.items() if name in sentence} == {r.id for r in alike}


def risks(*patterns: tuple[Risk, Risk | None]) -> Score:
    """An assessment whose first patterns are at these risks, with what they could be."""
    assessed = score(nordic(), profile())
    results = tuple(
        PatternResult(rules.id, risk, could_be=could_be)
        for rules, (risk, could_be) in zip(nordic().patterns, patterns, strict=False)
    )
    return assessed._replace(patterns=results)


def test_one_alone_is_said_with_what_it_could_be() -> None:
    assessed = risks((Risk.LOW, None), (Risk.MEDIUM, Risk.HIGH))
    name, words = title(assessed, assessed.patterns[1], "en"), Words("en")
    risk = risk_words(assessed.patterns[1], words)
    assert "could be" in risk
    assert gravest_words(assessed, words) == f"Gravest risk pattern: {name}, {risk}."


def test_of_several_alike_the_risk_is_said_once() -> None:
    assessed = risks((Risk.HIGH, None), (Risk.MEDIUM, Risk.HIGH), (Risk.HIGH, None))
    first, _, third = (title(assessed, result, "en") for result in assessed.patterns)
    assert gravest_words(assessed, Words("en")) == (
        f"Gravest risk patterns, each high: {first}, {third}."
    )


def test_without_a_risk_nothing_is_grave() -> None:
    assert gravest_words(risks((Risk.LOW, None), (Risk.NOT_EXPOSED, None)), Words("en")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_unknown_and_has_no_id_that_people_see_is_named_in_words(language: str) -> None:
    assessed, words = score(nordic(), profile()), Words(language)
    asked = {question.id: question for question in nordic().context}
    unknown = ("FOC3", "initiatives-known", "initiatives")
    result = assessed.patterns[0]._replace(unknown=unknown)
    sentence = unknown_in_rule_words(assessed, result, words)
    assert "FOC3" in sentence
    assert "initiatives" not in sentence.replace("How many initiatives", "")
    for key in unknown[1:]:
        assert words.quoted(passage_line(asked[key].text, language)) in sentence
