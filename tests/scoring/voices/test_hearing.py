"""Who took part and who was heard: present, invited only, and from how many units beyond doubt."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from sdgassess.model.profile import (
    Agreement,
    Answer,
    ParkedAnswer,
    Participant,
    PersonConsent,
    Profile,
    Returned,
    Voice,
)
from sdgassess.scoring.hearing import (
    fewest_units,
    inside_view,
    people_present,
    roles_heard,
    units_heard,
)
from tests.given.profiles import profile
from tests.given.questionnaires import nordic

RETURNED = Returned("r-" + "0" * 32, 1, "2026-03-01T10:22:05Z", "0" * 64)
SPOKEN = Answer(voices=(Voice("line-manager", 2, by="l1"),))


def assessed(*people: Participant, **answers: Answer) -> Profile:
    """A profile of some people with some answers."""
    return profile()._replace(participants=people, answers=answers)


@pytest.mark.parametrize(
    ("person", "present"),
    [
        (Participant("l1", "line-manager"), True),
        (Participant("l1", "line-manager", invited=True), False),
        (Participant("l1", "line-manager", invited=True, returned=RETURNED), True),
    ],
)
def test_who_was_only_invited_did_not_take_part(person: Participant, present: bool) -> None:
    other = Participant("c1", "coordinator", invited=True)
    assert people_present(assessed(person, other)) == ((person,) if present else ())


@pytest.mark.parametrize("section", ["answers", "parked"])
def test_who_was_invited_and_has_a_voice_took_part_also_where_it_is_switched_off(
    section: str,
) -> None:
    person = Participant("l1", "line-manager", invited=True)
    silent = Participant("l2", "line-manager", invited=True)
    given = assessed(person, silent)
    if section == "answers":
        given = given._replace(answers={"POL1": SPOKEN})
    else:
        given = given._replace(parked={"POL1": ParkedAnswer(SPOKEN, "not now")})
    assert people_present(given) == (person,)


def test_roles_are_heard_in_the_order_of_the_list_of_people_then_by_name() -> None:
    people = (Participant("x1", "executive"), Participant("c1", "coordinator"))
    for order in (
        ("politician", "line-manager", "coordinator", "executive"),
        ("executive", "coordinator", "line-manager", "politician"),
    ):
        voices = tuple(Voice(role, 2) for role in order)
        heard = roles_heard(assessed(*people, POL1=Answer(voices=voices)))
        assert heard == ("executive", "coordinator", "line-manager", "politician")


def test_roles_of_nobody_on_the_list_are_heard_by_name() -> None:
    roles = [f"role-{number:02}" for number in range(20)]
    answer = Answer(voices=tuple(Voice(role, 2) for role in reversed(roles)))
    assert roles_heard(assessed(POL1=answer)) == tuple(roles)


def test_so_many_of_some_people_are_from_no_fewer_units_whichever_they_are() -> None:
    """Held against every choice of people from every small room."""
    for size in range(6):
        for units in product(("A", "B", "C", None), repeat=size):
            for people in range(size + 1):
                fewest = min(len({*some} - {None}) for some in combinations(units, people))
                assert fewest_units(units, people) == fewest, (units, people)


@pytest.mark.parametrize(
    ("nameless", "units"),
    [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2)],
)
def test_voices_without_a_name_are_from_as_few_units_as_can_be(nameless: int, units: int) -> None:
    people = [Participant(f"l{n}", "line-manager", unit) for n, unit in enumerate("AABB")]
    voices = (Voice("coordinator", 2), *[Voice("line-manager", 2)] * nameless)
    assert units_heard(assessed(*people, POL1=Answer(voices=voices)), "line-manager") == units


def test_the_most_voices_on_one_question_count_not_all_of_them_together() -> None:
    people = [Participant(f"l{n}", "line-manager", unit) for n, unit in enumerate("AABB")]
    answer = Answer(voices=(Voice("line-manager", 2),) * 2)
    assert units_heard(assessed(*people, POL1=answer, POL2=answer), "line-manager") == 1


@pytest.mark.parametrize(
    ("consent", "own", "inside"),
    [(True, None, True), (True, False, False), (False, None, False), (None, None, False)],
)
def test_who_was_heard_on_a_part_is_told_only_where_everybody_said_yes(
    consent: bool | None, own: bool | None, inside: bool
) -> None:
    node = next(node for node in nordic().nodes.values() if node.outside_voice is not None)
    assert node.outside_voice is not None
    role, question = node.outside_voice, node.questions[0].id
    elsewhere = next(key for key in nordic().questions if nordic().factor_of[key] is not node)
    person = Participant("e1", role, consent=None if own is None else PersonConsent(own, False))
    answers = {
        question: Answer(voices=(Voice("coordinator", 2),)),
        elsewhere: Answer(voices=(Voice(role, 2, by="e1"),)),
    }
    given = assessed(person, **answers)._replace(consent=consent)
    assert inside_view(node, given) is inside


def test_a_role_that_agreed_was_heard_on_a_part() -> None:
    node = next(node for node in nordic().nodes.values() if node.outside_voice is not None)
    assert node.outside_voice is not None
    voices = (Voice("coordinator", 2),)
    for by, inside in (("coordinator", True), (node.outside_voice, False)):
        answer = Answer(2, voices=voices, agreed=Agreement((by,)))
        given = assessed(**{node.questions[0].id: answer})._replace(consent=True)
        assert inside_view(node, given) is inside
