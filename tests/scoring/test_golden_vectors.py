"""The worked examples of the model, as cases in files."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
import yaml

from sdgassess.analysis.gaps import Verdict, hold_against
from sdgassess.model.profile import (
    Agreement,
    Answer,
    Evidence,
    EvidenceKind,
    Participant,
    Period,
    Profile,
    Voice,
)
from sdgassess.model.question import Text
from sdgassess.model.reference import (
    Confidence,
    Point,
    Reference,
    ReferenceKind,
)
from sdgassess.scoring.backing import QuestionResult, question_result
from sdgassess.scoring.score import score
from tests.given.places import TESTS
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

CASES = TESTS / "scoring" / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file."""
    found: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8"))
    return found


ROLES = {
    "p": "politician",
    "x": "executive",
    "c": "coordinator",
    "l": "line-manager",
    "e": "partner",
}
LETTERS = {role: letter for letter, role in ROLES.items()}


def named(name: str) -> list[Any]:
    """A file's cases as parameters."""
    return [pytest.param(case, id=case["id"]) for case in cases(name)]


@pytest.mark.parametrize("case", named("factors"))
def test_factor_level(case: dict[str, Any]) -> None:
    given = profile(case["answers"], scope=case.get("scope", "full"))
    result = score(nordic(), given).factors[case["factor"]]
    rolled = result.rolled
    found = {
        "status": rolled.status.value,
        "level": rolled.level,
        "middle": rolled.middle,
        "cap": rolled.cap,
        "answered": rolled.answered,
        "applicable": rolled.applicable,
        "interval": list(rolled.interval),
        "core_only": rolled.core_only,
        "settled": rolled.settled,
    }
    expect = case["expect"]
    assert {key: found[key] for key in expect} == expect
    assert list(rolled.capped_by) == case.get("held_back_by", [])


@pytest.mark.parametrize("case", named("voices"))
def test_question_value(case: dict[str, Any]) -> None:
    result = question_result(nordic(), nordic().questions[case["question"]], _asked(case))
    found = _readable(result)
    expect = {key: found[key] for key in found if key in case}
    assert expect == {key: case[key] for key in expect}
    assert result.capped_by is None or "capped_by" in case
    assert result.sees_lower is None or "sees_lower" in case


def _asked(case: Mapping[str, Any]) -> Profile:
    """A profile with one answer: voices, agreement and evidence as the case says."""
    voices, people = [], []
    units = iter(case.get("units", []))
    for letter, levels in case.get("voices", {}).items():
        for place, level in enumerate(levels):
            person = f"{letter}{place}"
            people.append(Participant(person, ROLES[letter], next(units, None)))
            voices.append(Voice(ROLES[letter], Fraction(level), by=person))
    evidence = []
    if "evidence" in case:
        day = Period.of(dt.date.fromisoformat(str(case["date"]))) if "date" in case else None
        evidence.append(Evidence(EvidenceKind(case["evidence"]), "Referat", date=day))
    agreed = Agreement(tuple(ROLES[c] for c in case["agreed"])) if "agreed" in case else None
    level = Fraction(case["level"]) if "level" in case else None
    answer = Answer(level, evidence=tuple(evidence), voices=tuple(voices), agreed=agreed)
    base = profile()
    return Profile(
        base.municipality,
        base.date,
        base.questionnaire,
        {case["question"]: answer},
        participants=tuple(people),
    )


def _readable(result: QuestionResult) -> dict[str, Any]:
    """A result in the words of the cases."""
    return {
        "answered": result.answered,
        "backed": result.backed,
        "by_role": {LETTERS[role]: v for role, v in (result.role_values or {}).items()},
        "spread": result.spread,
        "disagreement": result.disagreement,
        "capped_by": LETTERS[result.capped_by] if result.capped_by else None,
        "sees_lower": LETTERS[result.sees_lower] if result.sees_lower else None,
    }


@pytest.mark.parametrize("case", named("gates"))
def test_gates(case: dict[str, Any]) -> None:
    answers: dict[str, object] = {}
    for factor, level in case.get("factors", {}).items():
        answers |= {q.id: level for q in nordic().nodes[factor].questions}
    answers |= case.get("questions", {})
    result = score(nordic(), profile(answers))
    for factor, (raw, capped, gate) in case["expect"].items():
        found = result.factors[factor]
        biting = found.gate.id if found.gate else None
        assert (found.rolled.level, found.level, biting) == (raw, capped, gate)


@pytest.mark.parametrize("case", named("patterns"))
def test_patterns(case: dict[str, Any]) -> None:
    given = profile(case["answers"], scope=case.get("scope", "full"), context=case.get("context"))
    results = {result.id: result for result in score(nordic(), given).patterns}
    for pattern, expected in case["expect"].items():
        risk, could_be = expected if isinstance(expected, list) else (expected, None)
        found = results[pattern]
        assert (found.result, found.could_be) == (risk, could_be)


def test_held_against_the_documented_points_of_herning() -> None:
    """C1, against the first coding of the documents, kept as a fixture."""
    cells = json.loads((CASES / "reference_coding.json").read_text("utf-8"))
    cells = cells["cells"] if isinstance(cells, dict) else cells
    assert len(cells) == 75
    points = {
        cell["question"]: Point(
            at_least=Fraction(cell["lo"]) if cell["lo"] or cell["hi"] == 4 else None,
            at_most=Fraction(cell["hi"]) if cell["hi"] < 4 else None,
            confidence=Confidence(cell["confidence"]),
        )
        for cell in cells
        if cell["profile"] == "herning"
    }
    name = Text({"en": "Herning"})
    herning = Reference(
        "herning", ReferenceKind.DOCUMENTED, name, profile().questionnaire, name, points=points
    )
    levels = "POL3 2 CORE1 3 BUD1 2 BUD2 1 COORD1 2 FOC1 3 PAR3 ? EXT1 2 EXT2 2 EXT4 1 LRN4 2"
    words = levels.split()
    answers = {
        q: int(v) if v.isdigit() else v for q, v in zip(words[::2], words[1::2], strict=True)
    }
    against = hold_against(score(nordic(), profile(answers)), herning)
    assert len(against.points) == 11
    assert against.comparable == 10
    met = sorted(gap.question for gap in against.having(Verdict.MET))
    assert met == ["BUD1", "COORD1", "CORE1", "EXT2", "FOC1", "LRN4"]
    below = sorted((gap.question, gap.steps) for gap in against.having(Verdict.BELOW))
    assert below == [("BUD2", 2), ("EXT1", 1), ("EXT4", 1), ("POL3", 1)]
    assert [g.question for g in against.having(Verdict.NOT_COMPARABLE)] == ["PAR3"]


def _heard(*people: tuple[str, str | None]) -> Profile:
    """A profile in which some people, by role and unit, answered one question."""
    named = [Participant(f"p{n}", role, unit) for n, (role, unit) in enumerate(people)]
    voices = tuple(Voice(person.role, Fraction(2), by=person.id) for person in named)
    answers = {"EXT1": Answer(voices=voices)}
    base = profile()
    return Profile(
        base.municipality, base.date, base.questionnaire, answers, participants=tuple(named)
    )


def test_who_is_missing_for_a_valid_assessment() -> None:
    """model.md, Who answers: coordinator, executive, two line managers' units, a politician."""
    nobody = score(nordic(), profile({"EXT1": 2}))
    missing = [(one.role, one.units) for one in nobody.not_heard]
    assert missing == [
        ("coordinator", 1),
        ("executive", 1),
        ("line-manager", 2),
        ("politician", 1),
    ]
    some = _heard(("coordinator", "a"), ("line-manager", "b"), ("line-manager", "b"))
    left = [(one.role, one.units) for one in score(nordic(), some).not_heard]
    assert left == [("executive", 1), ("line-manager", 1), ("politician", 1)]
    everybody = _heard(
        ("coordinator", "a"),
        ("executive", "a"),
        ("line-manager", "b"),
        ("line-manager", "c"),
        ("politician", None),
    )
    assert score(nordic(), everybody).not_heard == ()


def test_partnerships_without_a_partner_are_the_municipality_s_own_view() -> None:
    assert score(nordic(), _heard(("coordinator", "a"))).inside_view == {"EXT"}
    assert score(nordic(), _heard(("partner", None))).inside_view == set()
    assert score(nordic(), profile()).inside_view == set()
