"""From checked tree to model: everything arrives, exactly."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.files.build.values import period_of
from sdgassess.files.load import load_profile, load_questionnaire, load_reference
from sdgassess.model.condition import (
    AllOf,
    AnyOf,
    AtLeastOf,
    Operator,
    Subject,
    SubjectKind,
    Term,
)
from sdgassess.model.node import RollUpRule
from sdgassess.model.profile import (
    EvidenceKind,
    Period,
    Profile,
    Scope,
    State,
    Status,
    WasChange,
    Weight,
)
from sdgassess.model.question import StepOrigin
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.reference import Confidence

HERE = Path(__file__).parent
VILLAGE = HERE / "questionnaires" / "village-1.1.yaml"


@pytest.fixture(scope="module")
def village() -> Questionnaire:
    loaded = load_questionnaire(VILLAGE)
    assert loaded.problems == ()
    assert loaded.value is not None
    return loaded.value


@pytest.fixture(scope="module")
def profile() -> Profile:
    loaded = load_profile(HERE / "cases" / "fine-everything.yaml", VILLAGE)
    assert loaded.value is not None
    return loaded.value


def test_levels_are_exact(village: Questionnaire, profile: Profile) -> None:
    assert [option.value for option in village.questions["TOLL1"].options] == [
        0,
        Fraction(1, 2),
        1,
    ]
    assert profile.answers["TOLL1"].level == Fraction(1, 2)
    assert isinstance(profile.answers["WAY1"].level, int)
    assert village.nodes["WAY"].roll_up is not None
    assert village.nodes["WAY"].roll_up.coverage == Fraction(2, 3)
    assert village.nodes["TOLL"].roll_up is not None
    assert village.nodes["TOLL"].roll_up.coverage == Fraction(1, 2)
    assert village.nodes["TOLL"].roll_up.rule is RollUpRule.LADDER


def test_the_tree_is_built(village: Questionnaire) -> None:
    assert list(village.questions) == ["WAY1", "WAY2", "TOLL1"]
    assert list(village.factors) == ["WAY", "TOLL"]
    assert village.question_ids(quick=True) == ("WAY1",)
    way = village.questions["WAY1"]
    assert (way.roles, way.last_word) == (("politician", "coordinator"), "politician")
    step = way.next_step(Fraction(3))
    assert step is not None
    assert (step.origin, step.quotes[0].source) == (StepOrigin.DOCUMENTS, "001:3")
    assert village.questions["WAY2"].history[0].replaces == ("WAY9",)
    assert village.retired[0].replaced_by == ("WAY2",)
    assert village.sources[0].dated == "2019"
    assert village.scale_rules is not None
    assert list(village.scale_rules) == [0]
    assert village.complete_languages == ("en", "da")


def test_conditions_are_built(village: Questionnaire) -> None:
    mud = village.patterns[0]
    triggered = Subject(SubjectKind.TRIGGERED, "WAY1")
    assert isinstance(mud.high, AllOf)
    assert mud.high.parts[0] == Term(triggered, Operator.IS, True)
    assert mud.high.parts[2] == Term(Subject(SubjectKind.CONTEXT, "started"), Operator.IS, False)
    assert isinstance(mud.medium, AtLeastOf)
    assert mud.medium.needed == 1
    either = mud.medium.parts[1]
    assert isinstance(either, AnyOf)
    toll, way = Subject(SubjectKind.FACTOR, "TOLL"), Subject(SubjectKind.FACTOR, "WAY")
    surface = Subject(SubjectKind.STYLE, "surface")
    assert either.parts == (
        Term(toll, Operator.ABOVE, way),
        Term(surface, Operator.IS, "gravel"),
    )
    assert (mud.known, mud.known_quick, mud.in_quick) == (1, 1, True)
    slow = village.style[0].positions[0]
    start = Subject(SubjectKind.STYLE, "pace", "start")
    assert slow.when == Term(start, Operator.AT_MOST, Fraction(-1))
    assert village.questions["WAY2"].ask_if == Term(
        Subject(SubjectKind.QUESTION, "WAY1"), Operator.AT_LEAST, Fraction(1)
    )
    assert village.gates[0].lowest_of[1] == Subject(SubjectKind.QUESTION, "TOLL1")


def test_a_language_with_gaps_is_not_complete() -> None:
    loaded = load_questionnaire(HERE / "cases" / "questionnaire-translations.yaml")
    assert loaded.value is not None
    assert loaded.value.languages == ("en", "da")
    assert loaded.value.complete_languages == ("en",)


def test_everything_a_profile_says_arrives(profile: Profile) -> None:
    answer = profile.answers["WAY1"]
    assert answer.means == "En asfalteret vej"
    assert answer.evidence[0].kind is EvidenceKind.DOCUMENT
    assert (answer.evidence[0].ref, answer.evidence[0].date) == ("4711", Period(2026, 1, 15))
    assert [(voice.role, voice.level, voice.state, voice.by) for voice in answer.voices] == [
        ("politician", Fraction(4), None, "p1"),
        ("coordinator", None, State.UNKNOWN, "k1"),
    ]
    assert answer.agreed is not None
    assert (answer.agreed.by, answer.agreed.dissent) == (("politician",), "nej")
    assert (answer.comment, answer.unsure) == (None, True)
    assert answer.was is not None
    assert (answer.was.level, answer.was.change) == (Fraction(9), WasChange.KNOWN_BETTER)
    assert profile.answers["WAY2"].state is State.NOT_APPLICABLE
    assert profile.answers["WAY2"].reason == "ingen vej"
    assert (profile.scope, profile.status, profile.language) == (
        Scope.FULL,
        Status.COMPLETE,
        "da",
    )
    assert profile.consent is True
    assert profile.units_covered == ("Teknik", "12")
    assert profile.participants[1].unit == "7"
    assert profile.origin is not None
    assert (profile.origin.file, profile.origin.date) == ("2025.yaml", dt.date(2025, 3, 10))
    assert profile.context == {"seasons": 1, "carts": State.UNKNOWN, "started": True}
    assert profile.style == {
        "pace": {"start": "neither-yet"},
        "surface": "gravel",
        "users": ("walkers", "riders"),
    }
    assert profile.judgement["WAY1"].stake is Weight.HIGH
    assert profile.judgement["WAY1"].can_start is False
    assert (profile.priorities[0].target, profile.priorities[0].by) == (Fraction(4), "efteråret")
    assert profile.unmapped["OLD1"].questionnaire.version == "0.9"
    assert profile.amended_because[0].date == dt.date(2026, 4, 1)
    assert profile.date == dt.date(2026, 3, 12)


def test_parked_answers_are_kept_apart() -> None:
    loaded = load_profile(HERE / "cases" / "fine-parked.yaml", VILLAGE)
    assert loaded.value is not None
    assert loaded.value.answers == {}
    assert loaded.value.parked["WAY2"].because == "WAY1"
    assert loaded.value.parked["WAY2"].answer.level == 1
    assert loaded.value.consent is None


def test_a_reference_is_built() -> None:
    loaded = load_reference(HERE / "cases" / "reference-fine.yaml", VILLAGE)
    assert loaded.problems == ()
    reference = loaded.value
    assert reference is not None
    point = reference.points["WAY1"]
    assert (point.at_least, point.at_most) == (Fraction(1), Fraction(3))
    assert point.confidence is Confidence.A
    assert point.dated == reference.dated == "2019"
    assert [one.position for one in reference.style["pace"]] == [("slow",), ("fast",)]
    assert reference.style["users"][0].position == ("walkers", "riders")
    assert reference.style["pace"][1].item == "start"


@pytest.mark.parametrize(
    "word", ["2026-00", "2026-13", "2026-10-00", "2026-02-30", "26", "2026-1", True, None, "0000"]
)
def test_no_calendar_has_such_a_period(word: object) -> None:
    assert period_of(word) is None


@pytest.mark.parametrize(
    ("word", "first_day"), [(2025, "2025-01-01"), ("2025-03", "2025-03-01"), ("2025-03-12",) * 2]
)
def test_a_period_counts_as_its_first_day(word: object, first_day: str) -> None:
    period = period_of(word)
    assert period is not None
    assert period.first_day.isoformat() == first_day
    assert str(period) == str(word)
