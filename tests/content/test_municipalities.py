"""The invented municipalities read without errors and tell the stories they are there to tell."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from sdgassess.files.load import load_profile
from sdgassess.model.profile import EvidenceKind, Profile, State
from sdgassess.problem import has_errors
from sdgassess.scoring.score import Score, score
from tests.given.places import ROOT

EXAMPLE = ROOT / "profiles" / "examples" / "eksempelby-2026.yaml"
YEARS = (2024, 2025, 2026)
INVENTED = sorted((ROOT / "tests" / "municipalities").glob("*.yaml"))
STRONG = 3


@pytest.mark.parametrize("path", [EXAMPLE, *INVENTED], ids=lambda path: path.stem)
def test_they_read_and_cover_all_questions(path: Path) -> None:
    loaded = load_profile(path)
    assert loaded.value is not None
    assert loaded.questionnaire is not None
    assert not has_errors(loaded.problems)
    assert sorted(loaded.value.answers) == sorted(loaded.questionnaire.questions)


def test_the_example_reads_without_a_word() -> None:
    assert not load_profile(EXAMPLE).problems


def test_the_example_is_pilot_led_and_climbs_partly_out_of_the_project_trap() -> None:
    first, quick, scored = (scored_at(EXAMPLE.with_name(f"eksempelby-{y}.yaml")) for y in YEARS)
    trap = [one.patterns[0] for one in (first, quick, scored)]
    assert {pattern.id for pattern in trap} == {"project-trap"}
    assert [pattern.result.value for pattern in trap] == ["high", "high", "medium"]
    assert scored.style[0].position == ("pilot-led",)
    levels = [(first.factors[key].level or 0, scored.factors[key].level) for key in first.factors]
    assert [
        key for key, (was, now) in zip(first.factors, levels, strict=True) if was > (now or 0)
    ] == ["PAR"]


def test_the_example_shows_what_holds_a_level_back() -> None:
    scored = scored_at(EXAMPLE)
    coord = scored.factors["COORD"]
    assert coord.answered_level == 3
    assert coord.level == 2
    assert coord.gate is not None
    assert coord.gate.id == "mandate"
    assert scored.factors["PAR"].rolled.capped_by == ("PAR1",)
    assert scored.factors["BUD"].rolled.interval == (Fraction(1), Fraction(2))


def test_the_example_shows_each_kind_of_answer() -> None:
    scored = scored_at(EXAMPLE)
    answers = scored.profile.answers
    kinds = {item.kind for answer in answers.values() for item in answer.evidence}
    assert kinds == set(EvidenceKind)
    unknown = [key for key, answer in answers.items() if answer.state is State.UNKNOWN]
    assert unknown == ["BUD5", "CONT4", "LRN2"]
    assert answers["BUD5"].who_knows
    assert [k for k, a in answers.items() if a.state is State.NOT_APPLICABLE and a.reason] == [
        "BUD4"
    ]
    assert [key for key, result in scored.questions.items() if result.disagreement] == ["CORE2"]
    agreed = answers["SAM4"].agreed
    assert agreed is not None
    assert agreed.dissent
    assert find_evidence(scored) == ["EXT2"]
    assert {p.role for p in scored.profile.participants} == {
        r.id for r in scored.questionnaire.roles
    }


def test_the_example_asks_in_the_words_of_the_questionnaire() -> None:
    scored = scored_at(EXAMPLE)
    for key, answer in scored.profile.answers.items():
        if answer.asked is not None:
            assert answer.asked == scored.questionnaire.questions[key].text.words["da"]


def test_a_beginner_stands_low_and_is_not_in_the_project_trap() -> None:
    scored = scored_at(named("beginner"))
    assert {factor.level for factor in scored.factors.values()} <= {0, 1}
    assert scored.patterns[0].result.value == "not-exposed"


def test_the_coordinator_alone_has_levels_and_no_backing() -> None:
    scored = scored_at(named("typical-coordinator-alone"))
    assert all(len(answer.voices) == 1 for answer in scored.profile.answers.values())
    assert len(find_evidence(scored)) == 10
    assert all(factor.level is not None for factor in scored.factors.values())


def test_a_solid_one_and_a_frontrunner() -> None:
    solid, front = scored_at(named("solid")), scored_at(named("frontrunner"))
    assert {factor.level for factor in solid.factors.values()} == {2, 3}
    assert {factor.level for factor in front.factors.values()} == {3, 4}
    assert not find_evidence(front)
    low = [key for key in front.questions if (front.level(key) or 0) < STRONG]
    assert low == ["BUD5"]
    assert not any(result.disagreement for result in front.questions.values())


def test_the_twins_share_every_factor_level_and_few_answers() -> None:
    one, other = scored_at(named("twins-a")), scored_at(named("twins-b"))
    assert [f.level for f in one.factors.values()] == [f.level for f in other.factors.values()]
    assert [f.answered_level for f in one.factors.values()] == [
        f.answered_level for f in other.factors.values()
    ]
    assert sum(one.level(key) != other.level(key) for key in one.questions) >= 10


def test_nobody_is_named() -> None:
    for path in [EXAMPLE, *INVENTED]:
        profile: Profile = scored_at(path).profile
        assert all(participant.unit for participant in profile.participants)
        assert "@" not in path.read_text("utf-8")


def named(stem: str) -> Path:
    """One of the invented municipalities."""
    return next(path for path in INVENTED if path.stem == stem)


@cache
def scored_at(path: Path) -> Score:
    """A municipality's score."""
    loaded = load_profile(path)
    assert loaded.value is not None
    assert loaded.questionnaire is not None
    return score(loaded.questionnaire, loaded.value)


def find_evidence(scored: Score) -> list[str]:
    """The questions that are answered at 3 or 4 and not backed."""
    return [
        key
        for key, result in scored.questions.items()
        if result.answered is not None
        and result.answered >= STRONG
        and result.backed is not None
        and result.backed < result.answered
    ]
