"""How questions of two real versions are related."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.analysis.versions.lineage import (
    Kin,
    Kinship,
    comparable,
    kin,
    successors,
)
from sdgassess.model.question import (
    Change,
    ChangeKind,
    Comparable,
    Question,
)
from sdgassess.model.questionnaire import Questionnaire
from tests.given.questionnaires import level_map, newer, older, with_history

EXACT, ROUGH, NONE = Comparable.EXACT, Comparable.APPROXIMATE, Comparable.NONE


@pytest.mark.parametrize(
    ("question", "related"),
    [
        ("POL1", Kin(EXACT, Kinship.SAME, "POL1")),
        ("POL2", Kin(EXACT, Kinship.SAME, "POL2")),
        ("POL4", Kin(EXACT, Kinship.REWORDED, "POL4")),
        ("SAM3", Kin(ROUGH, Kinship.REWORDED, "SAM3")),
        ("CORE4", Kin(NONE, Kinship.REWORDED, "CORE4")),
        (
            "LRN5",
            Kin(
                ROUGH, Kinship.RESCALED, "LRN5", level_map((0, 0), (1, 1), (2, 3), (3, 4), (4, 4))
            ),
        ),
        (
            "BUD7",
            Kin(
                ROUGH, Kinship.REPLACES, "BUD5", level_map((0, 0), (1, 1), (2, 1), (3, 3), (4, 3))
            ),
        ),
        ("PAR6", Kin(NONE, Kinship.REPLACES, None)),
        ("LRN6", Kin(NONE, Kinship.ADDED, None)),
        ("EXT6", Kin(NONE, Kinship.REMOVED, "EXT6")),
        ("XXX9", Kin(NONE, Kinship.NOWHERE, None)),
    ],
)
def test_each_kind_of_change(question: str, related: Kin) -> None:
    assert kin(older(), newer(), question) == related


def test_another_questionnaire_is_said_to_be_one() -> None:
    other = newer()._replace(id="other")
    assert kin(older(), other, "POL1") == Kin(NONE, Kinship.OTHER_QUESTIONNAIRE, "POL1")


def test_a_version_is_kin_to_itself() -> None:
    for version in (older(), newer()):
        assert {kin(version, version, q).reason for q in version.questions} == {Kinship.SAME}


def test_what_must_be_read_as_another_level_is_not_compared_as_it_stands() -> None:
    told = Change("1.1", ChangeKind.RESCALED, EXACT, levels=level_map((0, 0), (1, 2), (2, 3)))
    with_changed = with_history("POL1", told)
    assert kin(older(), with_changed, "POL1").comparable is EXACT
    assert comparable(older(), with_changed, "POL1") is ROUGH
    assert comparable(older(), newer(), "BUD6") is NONE


def test_maps_of_several_versions_follow_each_other() -> None:
    first = Change("1.1", ChangeKind.RESCALED, EXACT, levels=level_map((0, 0), (1, 2), (2, 4)))
    second = Change("1.2", ChangeKind.RESCALED, ROUGH, levels=level_map((0, 1), (2, 3)))
    with_changed = with_history("POL1", second, first)._replace(version="1.2")
    assert kin(older(), with_changed, "POL1") == Kin(
        ROUGH, Kinship.RESCALED, "POL1", level_map((0, 1), (1, 3))
    )


def test_a_level_that_is_nowhere_now_compares_with_nothing() -> None:
    told = Change("1.1", ChangeKind.RESCALED, EXACT, levels=level_map((0, 7)))
    assert kin(older(), with_history("POL1", told), "POL1").comparable is NONE


def test_every_older_question_knows_where_its_answers_go() -> None:
    found = successors(older(), newer())
    assert list(found) == list(older().questions)
    assert found["BUD5"] == ("BUD6", "BUD7")
    assert found["EXT6"] == found["PAR3"] == found["CORE4"] == ()
    assert found["SAM3"] == ("SAM3",)


@given(st.lists(st.sampled_from(sorted(newer().questions)), min_size=1, max_size=3, unique=True))
def test_adding_questions_changes_nothing_about_the_others(models: list[str]) -> None:
    """A law: what is new beside a question says nothing about it."""
    before = {q: kin(older(), newer(), q) for q in newer().questions}
    grown = newer()
    for at, model in enumerate(models):
        change = Change("1.1", ChangeKind.ADDED, NONE)
        new = newer().questions[model]._replace(id=f"NEW{at}", history=(change,))
        grown = added(grown, new)
    assert {q: kin(older(), grown, q) for q in before} == before
    assert kin(older(), grown, "NEW0").reason is Kinship.ADDED


def added(questionnaire: Questionnaire, question: Question) -> Questionnaire:
    """A questionnaire with one more question in its last part."""
    *parts, part = questionnaire.parts
    *nodes, node = part.parts
    node = node._replace(questions=(*node.questions, question))
    return questionnaire._replace(parts=(*parts, part._replace(parts=(*nodes, node))))
