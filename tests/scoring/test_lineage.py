"""Whether answers to two versions of a question may be held against each other."""

from __future__ import annotations

import pytest

from sdgassess.analysis.versions.lineage import (
    Kinship,
    comparable,
    kin,
    newest,
)
from sdgassess.model.question import (
    Change,
    ChangeKind,
    Comparable,
    Question,
    Text,
)
from sdgassess.model.questionnaire import Questionnaire
from tests.given.questionnaires import level_map, nordic

ONE = nordic()


def later(
    version: str, question: Question | None = None, *, identity: str = ONE.id
) -> Questionnaire:
    """Another version, in which POL1 may be another."""
    part = ONE.parts[0]
    factor = part.parts[0]
    assert factor.questions[0].id == "POL1"
    others = factor.questions[1:]
    pol = factor._replace(questions=(question, *others) if question else others)
    parts = (part._replace(parts=(pol, *part.parts[1:])), *ONE.parts[1:])
    return ONE._replace(id=identity, version=version, parts=parts)


POL1 = ONE.questions["POL1"]


def reworded(*history: tuple[str, Comparable]) -> Question:
    """POL1 in other words, with what its history says."""
    told = tuple(Change(version, ChangeKind.REWORDED, kin) for version, kin in history)
    return POL1._replace(text=Text({"da": "?", "sv": "?", "en": "?"}), history=told)


def test_the_same_version_is_exact() -> None:
    assert comparable(ONE, ONE, "POL1") is Comparable.EXACT


def test_the_same_words_in_another_version_are_exact() -> None:
    assert comparable(ONE, later("1.1", POL1), "POL1") is Comparable.EXACT


def test_one_shared_language_is_enough() -> None:
    words = {"da": POL1.text.words["da"], "en": "Reworded in English alone"}
    assert comparable(ONE, later("1.1", POL1._replace(text=Text(words))), "POL1") is (
        Comparable.EXACT
    )


def test_half_the_anchors_in_a_language_are_not_the_same_words() -> None:
    first, *rest = POL1.options
    options = (first._replace(text=Text({"da": "?", "sv": "?", "en": "?"})), *rest)
    newer = later("1.1", POL1._replace(options=options))
    assert comparable(ONE, newer, "POL1") is Comparable.NONE


def test_another_scale_is_not_the_same() -> None:
    newer = later("1.1", POL1._replace(options=POL1.options[:-1]))
    assert comparable(ONE, newer, "POL1") is Comparable.NONE


@pytest.mark.parametrize(
    ("history", "kin"),
    [
        ((), Comparable.NONE),
        ((("1.1", Comparable.EXACT),), Comparable.EXACT),
        ((("1.1", Comparable.APPROXIMATE), ("1.2", Comparable.EXACT)), Comparable.APPROXIMATE),
        ((("1.1", Comparable.APPROXIMATE), ("1.10", Comparable.NONE)), Comparable.NONE),
        ((("1.0", Comparable.NONE), ("1.1", Comparable.EXACT)), Comparable.EXACT),
        ((("0.9", Comparable.EXACT),), Comparable.NONE),
    ],
)
def test_other_words_are_what_their_history_says(
    history: tuple[tuple[str, Comparable], ...], kin: Comparable
) -> None:
    assert comparable(ONE, later("1.10", reworded(*history)), "POL1") is kin


def test_a_question_that_is_not_in_both_is_not_comparable() -> None:
    assert comparable(ONE, later("1.1"), "POL1") is Comparable.NONE
    assert comparable(later("0.9"), ONE, "POL1") is Comparable.NONE
    assert comparable(ONE, ONE, "NONE1") is Comparable.NONE


def test_another_questionnaire_is_never_comparable() -> None:
    assert comparable(ONE, later("1.0", POL1, identity="other"), "POL1") is Comparable.NONE


def on_scale(*history: tuple[str, dict[int, int]]) -> Question:
    """POL1 with other anchors, and with the maps that lead there."""
    told = tuple(
        Change(
            version,
            ChangeKind.RESCALED,
            Comparable.EXACT,
            levels=level_map(*levels.items()),
        )
        for version, levels in history
    )
    options = tuple(o._replace(text=Text({"da": "?", "sv": "?", "en": "?"})) for o in POL1.options)
    return POL1._replace(options=options, history=told)


def test_maps_of_several_versions_are_followed_one_after_the_other() -> None:
    newer = later("1.2", on_scale(("1.1", {0: 0, 1: 2, 2: 3}), ("1.2", {0: 0, 2: 1})))
    assert kin(ONE, newer, "POL1").levels == {0: 0, 1: 1}
    assert kin(newer, newer, "POL1").levels is None


def test_kin_says_why_not() -> None:
    assert kin(ONE, later("1.1", reworded()), "POL1").reason is Kinship.REWORDED
    shorter = POL1._replace(options=POL1.options[:-1])
    assert kin(ONE, later("1.1", shorter), "POL1").reason is Kinship.RESCALED
    assert kin(ONE, later("1.1", POL1._replace(id="POL9")), "POL9").reason is Kinship.ADDED
    assert kin(ONE, ONE, "POL1").reason is Kinship.SAME


def test_the_newest_version_is_found_by_number() -> None:
    assert newest([later("1.10"), ONE, later("1.9")]).version == "1.10"
