"""How many sources stand behind a level: of roles, of units, and beside a recorded level."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdgassess.model.profile import Agreement, Answer, Participant, Profile, Voice
from sdgassess.scoring.backing import QuestionResult, question_result
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

LINE_MANAGERS_ONLY = "CORE6"
FOUR_ROLES = "SAM1"


def result(question: str, answer: Answer, *people: Participant) -> QuestionResult:
    """What a question comes to by an answer of some people; nothing documents it."""
    given: Profile = profile()._replace(answers={question: answer}, participants=people)
    return question_result(nordic(), nordic().questions[question], given)


def line_managers(units: str) -> tuple[Participant, ...]:
    """A line manager from each of these units."""
    return tuple(Participant(f"l{n}", "line-manager", unit) for n, unit in enumerate(units))


def voices(*levels: int, of: tuple[Participant, ...] = ()) -> tuple[Voice, ...]:
    """Voices of line managers, nobody's where none are named."""
    names = [person.id for person in of] if of else [None for _ in levels]
    return tuple(
        Voice("line-manager", level, by=name) for name, level in zip(names, levels, strict=True)
    )


@pytest.mark.parametrize("levels", [(1, 1, 3, 3), (0, 1, 3, 4), (1, 1, 1, 3), (1, 1, 4, 4)])
def test_beside_a_recorded_level_voices_back_no_more_than_by_themselves(
    levels: tuple[int, ...],
) -> None:
    roles = nordic().questions[FOUR_ROLES].roles
    spoken = Answer(
        voices=tuple(Voice(role, level) for role, level in zip(roles, levels, strict=True))
    )
    alone, recorded = result(FOUR_ROLES, spoken), result(FOUR_ROLES, replace(spoken, level=3))
    assert alone.backed == 1
    assert recorded.backed == 2, "what a recorded level is without any voice"
    assert recorded.backed == result(FOUR_ROLES, Answer(3)).backed


@pytest.mark.parametrize(("units", "backed"), [("AB", 3), ("AA", 2), ("A", 2), ("AAB", 3)])
def test_of_an_agreement_of_the_only_role_the_units_that_were_heard_are_sources(
    units: str, backed: int
) -> None:
    people = line_managers(units)
    for level in (1, 4):  # whoever was heard agreed, whatever they had said
        answer = Answer(
            3,
            voices=voices(*[level] * len(people), of=people),
            agreed=Agreement(("line-manager",)),
        )
        agreed = result(LINE_MANAGERS_ONLY, answer, *people)
        assert (agreed.answered, agreed.backed) == (3, backed)


def test_a_role_that_agreed_and_was_not_heard_is_one_source() -> None:
    agreed = result(LINE_MANAGERS_ONLY, Answer(3, agreed=Agreement(("line-manager",))))
    assert (agreed.sources, agreed.backed) == (1, 2)


@pytest.mark.parametrize(("count", "backed"), [(2, 2), (3, 3)])
def test_nameless_voices_are_sources_of_as_few_units_as_can_be(count: int, backed: int) -> None:
    spoken = result(
        LINE_MANAGERS_ONLY, Answer(voices=voices(*[3] * count)), *line_managers("AABB")
    )
    assert (spoken.sources, spoken.backed) == (backed - 1, backed)
