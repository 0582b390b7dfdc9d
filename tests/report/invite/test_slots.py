"""Who is invited: people by numbers, units by letters, nobody twice."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sdgassess.model.profile import Answer, Participant, Profile, Returned, Voice
from sdgassess.model.questionnaire import Role
from sdgassess.report.invite.slots import invited
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

ROLES = {role.letter: role for role in nordic().roles}
RETURNED = Returned("r-" + "0" * 32, 1, "2026-03-01T10:22:05Z", "0" * 64)


def slots(assessed: Profile, letters: str, each: int = 1) -> tuple[Participant, ...]:
    roles: list[Role] = [ROLES[letter] for letter in letters]
    return invited(nordic(), assessed, roles, each).slots


def test_each_role_gets_its_numbers() -> None:
    assert [slot.id for slot in slots(profile(), "pl", 2)] == ["p1", "p2", "l1", "l2"]


def test_units_are_letters_where_a_role_is_heard_from_several() -> None:
    assert [slot.unit for slot in slots(profile(), "l", 3)] == ["A", "B", "C"]
    assert [slot.unit for slot in slots(profile(), "p", 3)] == [None] * 3


def test_letters_that_are_taken_are_passed_over() -> None:
    before = profile()._replace(participants=(Participant("l1", "line-manager", "B"),))
    assert [slot.unit for slot in slots(before, "l", 3)] == ["B", "A", "C"]


def test_who_has_answered_is_not_invited_again() -> None:
    people = (
        Participant("l1", "line-manager", "A", returned=RETURNED),
        Participant("l2", "line-manager", "B"),
        Participant("l3", "line-manager", "C"),
    )
    voice = Voice("line-manager", level=Fraction(2), by="l3")
    before = profile()._replace(participants=people, answers={"LED1": Answer(voices=(voice,))})
    assert [slot.id for slot in slots(before, "l", 4)] == ["l2", "l4"]
    assert slots(before, "l", 1) == (people[1]._replace(invited=True),)


@given(st.integers(1, 30), st.integers(1, 30))
def test_inviting_twice_adds_only_what_is_missing(first: int, second: int) -> None:
    roles = list(ROLES.values())
    once = invited(nordic(), profile(), roles, first).profile
    twice = invited(nordic(), once, roles, second).profile
    assert len(twice.participants) == len(roles) * max(first, second)
    assert twice.participants[: len(once.participants)] == once.participants
    assert len({person.id for person in twice.participants}) == len(twice.participants)
