"""Corners that an independent second implementation of the rules found."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from sdgassess.analysis.priorities import prioritise
from sdgassess.language import Words
from sdgassess.model.condition import (
    AtLeastOf,
    Operator,
    Subject,
    SubjectKind,
    Term,
    judge,
)
from sdgassess.model.profile import (
    Answer,
    Participant,
    Priority,
    Profile,
    State,
    StyleAnswer,
    Voice,
)
from sdgassess.report.results.scores import explain_result
from sdgassess.scoring.explain import cheapest_raise, unknown_behind
from sdgassess.scoring.score import score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic
from tests.given.screens import explain_page, score_page

ALWAYS, NEVER = (
    Term(Subject(SubjectKind.QUESTION, "POL1"), Operator.AT_LEAST, Fraction(level))
    for level in (0, 9)
)
CORE = {f"CORE{n}": 4 for n in range(1, 7)}


def screen(given: Profile, about: str | None) -> str:
    """An explanation as text; its JSON must exist too."""
    result = score(nordic(), given)
    assert explain_result(result, "p.yaml", about, "en")
    return explain_page(result, Words("en"), 200, about)


@pytest.mark.parametrize(
    ("answers", "factor"),
    [
        ({**CORE, "BUD1": 1}, "CORE"),
        ({"COORD1": 0, "COORD2": "-", "COORD3": 3, "COORD5": 2}, "COORD"),
        ({"BUD1": 0, "BUD2": 0}, "BUD"),
    ],
)
def test_what_is_held_by_the_unknown_asks_for_answers(
    answers: dict[str, object], factor: str
) -> None:
    result = score(nordic(), profile(answers))
    assert cheapest_raise(result, factor) is None
    assert unknown_behind(result, factor)
    assert "First answer" in screen(profile(answers), factor)
    assert screen(profile(answers), None)


def test_a_gate_through_an_open_factor_says_how_high_that_can_be() -> None:
    given = profile({**CORE, "BUD1": 1})
    gate = score(nordic(), given).factors["CORE"].gate
    assert gate is not None
    assert dict(gate.inputs) == {"BUD": 2}
    said = score_page(score(nordic(), given), Words("en"), 200)
    assert "CORE 4 → 3: it may stand at most 1 above the lowest of BUD 2." in said


def test_a_gate_lists_its_unknown_inputs() -> None:
    coordination = {f"COORD{n}": 4 for n in range(1, 7)}
    gate = score(nordic(), profile({**coordination, "LED2": 1})).factors["COORD"].gate
    assert gate is not None
    assert dict(gate.inputs) == {"LED2": 1}
    assert gate.unknown == ("BUD3",)
    assert "Not known, and read at its best: BUD3." in screen(
        profile({**coordination, "LED2": 1}), "COORD"
    )


def test_a_pick_of_the_room_is_never_dropped() -> None:
    given = profile({"POL1": 4, "POL3": "?", "LED1": 1})
    picks = tuple(Priority(question, who="A") for question in ("POL1", "POL3", "LED1"))
    found = prioritise(score(nordic(), given._replace(priorities=picks)))
    assert [candidate.question for candidate in found.chosen] == ["POL1", "POL3", "LED1"]
    assert [candidate.target for candidate in found.chosen] == [None, None, 2]


@pytest.mark.parametrize(
    ("answers", "signs"),
    [
        ({"FOC3": 1, "CONT6": 1, "LED5": 1}, ["FOC3"]),
        ({"FOC3": 1, "CORE6": 0, "CONT6": 1, "LED5": 1}, []),
        ({"FOC3": 2, "CONT6": 1, "LED5": 1}, []),
    ],
)
def test_nobody_has_too_much_under_way_where_the_pattern_is_not_exposed(
    answers: dict[str, Any], signs: list[str]
) -> None:
    found = prioritise(score(nordic(), profile(answers)))
    assert [term.subject.id for term in found.overloaded] == signs
    assert found.picks == (2 if signs else 3)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ([State.LATER], State.NOT_ASKED),
        ([State.NOT_ASKED, State.LATER], State.NOT_ASKED),
        ([State.NOT_APPLICABLE], State.NOT_APPLICABLE),
        ([State.LATER, State.UNKNOWN], State.UNKNOWN),
    ],
)
def test_voices_without_a_level(states: list[State], expected: State) -> None:
    voices = tuple(Voice("politician", state=state) for state in states)
    given = profile()._replace(answers={"POL1": Answer(voices=voices)})
    assert score(nordic(), given).questions["POL1"].state is expected


def test_somebody_from_an_unknown_unit_is_no_second_source() -> None:
    people = (Participant("a", "line-manager", "A"), Participant("b", "line-manager"))
    voices = tuple(Voice("line-manager", Fraction(3), by=by) for by in ("a", "b", None))
    given = profile()._replace(answers={"CORE6": Answer(voices=voices)}, participants=people)
    assert score(nordic(), given).questions["CORE6"].backed == 2


def test_where_few_roles_are_asked_it_is_those_that_must_stand_there() -> None:
    voices = (Voice("line-manager", Fraction(4)), Voice("coordinator", Fraction(4)))
    given = profile()._replace(answers={"LED3": Answer(voices=voices)})
    assert score(nordic(), given).questions["LED3"].backed == 3


@pytest.mark.parametrize(
    ("answer", "position"),
    [
        ({"start": -2}, ()),
        ({"start": -2, "dialogue": -1}, ("strategy-led",)),
        ({"start": 2, "dialogue": 1}, ("pilot-led",)),
        ({"start": 2, "dialogue": -1}, ("mixed",)),
        ({"start": "neither-yet", "dialogue": "neither-yet"}, ("neither-yet",)),
        ({"start": "neither-yet", "dialogue": 1}, ("mixed",)),
    ],
)
def test_half_an_answer_is_not_a_mixed_style(
    answer: dict[str, Any], position: tuple[str, ...]
) -> None:
    style: dict[str, StyleAnswer] = {"coordination": answer}
    found = score(nordic(), profile()._replace(style=style)).style
    assert next(one.position for one in found if one.axis == "coordination") == position


def test_a_recorded_unknown_beside_voices_that_differ_is_a_disagreement() -> None:
    voices = (Voice("coordinator", Fraction(0)), Voice("politician", Fraction(4)))
    answers = {"POL3": Answer(state=State.UNKNOWN, voices=voices)}
    result = score(nordic(), profile()._replace(answers=answers))
    assert result.questions["POL3"].disagreement
    assert prioritise(result).discuss == ("POL3",)


def test_the_widest_disagreement_is_talked_about_first() -> None:
    """Wherever it stands in the questionnaire; what is as wide stays in its order."""
    apart = {"POL1": (1, 3), "POL2": (0, 4), "BUD1": (1, 4), "BUD2": (0, 4)}
    answers = {
        question: Answer(
            voices=(Voice("coordinator", Fraction(low)), Voice("politician", Fraction(high)))
        )
        for question, (low, high) in apart.items()
    }
    result = score(nordic(), profile()._replace(answers=answers))
    assert prioritise(result).discuss == ("POL2", "BUD2", "BUD1")


def test_what_nobody_knew_comes_after_core_questions_first() -> None:
    questions = nordic().questions
    core = [key for key, question in questions.items() if question.core][-1]
    other = next(key for key, question in questions.items() if not question.core)
    assert list(questions).index(other) < list(questions).index(core)
    voices = (Voice("coordinator", Fraction(0)), Voice("politician", Fraction(4)))
    asked = {key: Answer(state=State.UNKNOWN) for key in (other, core)}
    result = score(nordic(), profile()._replace(answers={**asked, "LRN1": Answer(voices=voices)}))
    assert prioritise(result).discuss == ("LRN1", core, other)


@pytest.mark.parametrize("nearer_first", [True, False])
def test_of_two_gates_that_hold_back_the_lower_one_is_told(nearer_first: bool) -> None:
    (gate,) = (one for one in nordic().gates if one.id == "mandate")
    gates = [gate._replace(id="nearer", plus=0), gate]
    rules = nordic()._replace(gates=tuple(gates if nearer_first else reversed(gates)))
    answers = {**{f"COORD{n}": 3 for n in range(1, 6)}, "LED2": 1, "BUD3": 1}
    found = score(rules, profile(answers)).factors["COORD"]
    assert found.gate is not None
    assert (found.gate.id, found.level) == ("nearer", 1)


@pytest.mark.parametrize(
    ("share", "parts", "needed"),
    [(Fraction(2, 3), 3, 2), (Fraction(1, 2), 3, 2), (Fraction(1, 2), 4, 2), (None, 3, 3)],
)
def test_a_share_of_conditions_is_rounded_up(
    share: Fraction | None, parts: int, needed: int
) -> None:
    for true, judged in ((needed, True), (needed - 1, False)):
        terms = (*[ALWAYS] * true, *[NEVER] * (parts - true))
        assert judge(AtLeastOf(terms, share=share), lambda _: Fraction(1)) is judged


def test_a_role_of_which_somebody_knows_has_not_said_unknown() -> None:
    voices = (
        Voice("coordinator", state=State.UNKNOWN),
        Voice("coordinator", Fraction(2)),
        Voice("line-manager", state=State.UNKNOWN),
    )
    given = profile()._replace(answers={"LED1": Answer(voices=voices)})
    assert score(nordic(), given).questions["LED1"].unknown_roles == ("line-manager",)
