"""The shipped questionnaire holds what the model says: its ids, counts, rules and languages."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest
import yaml

from sdgassess.model.condition import Operator, SubjectKind, subjects
from sdgassess.model.node import RollUpRule
from sdgassess.model.question import BackedBy
from sdgassess.model.questionnaire import Questionnaire
from tests.content.conftest import SHIPPED

LANGUAGES = {"da", "sv", "en"}
LONG = 40  # two languages do not say anything this long in the same words
NUMBERS = {  # per factor: how many questions, and which of them are core
    "POL": (6, {1, 3, 5}),
    "LED": (5, {1, 2}),
    "SAM": (5, {1, 4}),
    "CORE": (6, {1, 2}),
    "BUD": (5, {1, 2}),
    "COORD": (6, {1, 2}),
    "CONT": (6, {1, 2}),
    "FOC": (5, {1, 2}),
    "LRN": (5, {1, 3}),
    "PAR": (5, {1, 2}),
    "EXT": (6, {1, 2, 4}),
}
LAST_WORDS = {  # who has the matter in daily work
    "coordinator": "LED2 BUD3 CONT3",
    "politician": "CORE3",
    "partner": "BUD4 PAR3 EXT2 EXT4 EXT3 EXT5",
    "line-manager": "LED1 LED3 LED4 LED5 SAM4 SAM3 CORE1 CORE2 CORE4 CORE6 COORD2 COORD3 COORD4 "
    "CONT2 FOC2 FOC3 FOC5 LRN4 PAR1",
}


def test_blocks_factors_and_questions_are_those_of_the_model(questionnaire: Questionnaire) -> None:
    assert [part.id for part in questionnaire.parts] == ["A", "B", "C", "D"]
    assert list(questionnaire.factors) == list(NUMBERS)
    # Core questions come first in each factor: the order of the sitting is the order everywhere.
    wanted = [
        f"{code}{n}"
        for code, (count, core) in NUMBERS.items()
        for n in sorted(range(1, count + 1), key=lambda n: (n not in core, n))
    ]
    assert list(questionnaire.questions) == wanted
    assert len(wanted) == 60
    assert [part.id for part in questionnaire.parts[1].parts] == ["CORE", "BUD", "COORD"]


def test_the_quick_scan_has_24_core_questions(questionnaire: Questionnaire) -> None:
    wanted = [f"{code}{n}" for code, (_, core) in NUMBERS.items() for n in sorted(core)]
    assert list(questionnaire.question_ids(quick=True)) == wanted
    assert len(wanted) == 24


def test_every_question_has_five_levels(questionnaire: Questionnaire) -> None:
    for question in questionnaire.questions.values():
        assert [option.value for option in question.options] == [0, 1, 2, 3, 4], question.id
        anchors = [option.text.words["en"] for option in question.options]
        assert len(set(anchors)) == 5, question.id


def test_the_last_word_is_with_one_of_the_roles_asked(questionnaire: Questionnaire) -> None:
    found: dict[str, list[str]] = {}
    for question in questionnaire.questions.values():
        if question.last_word:
            assert question.last_word in question.roles
            found.setdefault(question.last_word, []).append(question.id)
    assert {role: " ".join(ids) for role, ids in found.items()} == LAST_WORDS


def test_what_can_back_an_answer(questionnaire: Questionnaire) -> None:
    kinds = [question.backed_by for question in questionnaire.questions.values()]
    assert kinds.count(BackedBy.EITHER) == 3
    assert kinds.count(BackedBy.PERCEPTION) == 21
    either = [q.id for q in questionnaire.questions.values() if q.backed_by is BackedBy.EITHER]
    assert either == ["POL4", "SAM5", "COORD5"]


def test_next_steps_say_whose_advice_they_are(questionnaire: Questionnaire) -> None:
    """The documents' own steps quote them; the tool's are marked as its advice."""
    origins = set()
    for question in questionnaire.questions.values():
        for step in question.next_steps:
            origins.add(step.origin.value)
            assert bool(step.quotes) == (step.origin.value == "documents"), question.id
    assert origins == {"documents", "tool"}


def test_the_level_rule_is_the_capped_lower_median(questionnaire: Questionnaire) -> None:
    for factor in questionnaire.factors.values():
        rule = factor.roll_up
        assert rule is not None
        assert rule.rule is RollUpRule.CAPPED_LOWER_MEDIAN
        assert rule.above_lowest_core == 1
        assert rule.coverage == Fraction(2, 3)
        assert rule.applicable == Fraction(1, 2)
        assert factor.rests_on


def test_the_three_gates(questionnaire: Questionnaire) -> None:
    found = {
        gate.id: (gate.caps, [subject.id for subject in gate.lowest_of], gate.plus)
        for gate in questionnaire.gates
    }
    assert found == {
        "mandate": ("COORD", ["LED2", "BUD3"], Fraction(1)),
        "budget": ("CORE", ["BUD"], Fraction(1)),
        "permanence": ("CONT", ["BUD2"], Fraction(1)),
    }


def test_the_patterns_in_order_of_gravity(questionnaire: Questionnaire) -> None:
    found = {p.id: " ".join(t.question for t in p.triggers) for p in questionnaire.patterns}
    assert list(found.items()) == [
        ("project-trap", "BUD2 CONT3 CONT1 CONT2 CONT6 CORE1 CORE2 EXT4"),
        ("pin-on-the-jacket", "CORE1 BUD1 LRN3"),
        ("paper-without-practice", "CORE6 CORE2 LED3 SAM4 PAR1 FOC5"),
        ("practice-without-receiver", "CORE1 BUD2 COORD6 CONT1"),
        ("side-track", "CORE5 CORE2"),
        ("bitten-off-too-much", "FOC3 CONT6 LED5"),
        ("waiting-for-the-answer-key", "FOC2 LRN4"),
        ("silo", "COORD2 COORD4 COORD5"),
        ("person-dependence", "CONT3 EXT5 LED3"),
        ("one-legged-collaboration", "EXT2 EXT3 BUD4"),
    ]
    assert [p.id for p in questionnaire.patterns if p.in_quick] == list(found)[:2]
    trap = questionnaire.patterns[0]
    assert (trap.known, trap.known_quick) == (5, 4)


def test_triggers_point_at_one_or_below_and_two_at_one_only(
    questionnaire: Questionnaire,
) -> None:
    only_at = {("side-track", "CORE5"), ("person-dependence", "CONT3")}
    for pattern in questionnaire.patterns:
        for trigger in pattern.triggers:
            only = (pattern.id, trigger.question) in only_at
            wanted = Operator.IS if only else Operator.AT_MOST
            assert trigger.operator is wanted, (pattern.id, trigger)
            assert trigger.level == 1, (pattern.id, trigger)


def test_style_never_enters_a_risk(questionnaire: Questionnaire) -> None:
    for pattern in questionnaire.patterns:
        spoken_of = [*subjects(pattern.high), *subjects(pattern.medium)]
        assert all(subject.kind is not SubjectKind.STYLE for subject in spoken_of), pattern.id


def test_the_style_axes(questionnaire: Questionnaire) -> None:
    axes = {axis.id: axis for axis in questionnaire.style}
    assert list(axes) == [
        "coordination",
        "committee",
        "funding",
        "goal-scope",
        "way-of-starting",
        "partnerships",
    ]
    coordination = axes["coordination"]
    assert [(i.id, i.optional) for i in coordination.items] == [
        ("start", False),
        ("dialogue", False),
        ("growth", True),
    ]
    places = [position.id for position in coordination.positions]
    assert places == ["strategy-led", "pilot-led", "neither-yet", "mixed"]
    watched = {q for position in coordination.positions for q in position.watch}
    assert watched <= set(questionnaire.questions)
    assert len(axes["partnerships"].options) == 8


def test_the_context_questions(questionnaire: Questionnaire) -> None:
    found = [(c.id, c.kind.value, c.before, c.in_quick) for c in questionnaire.context]
    assert found == [
        ("project-share", "choice", "CONT", True),
        ("initiatives", "number", "FOC", False),
        ("initiatives-known", "number", "FOC", False),
        ("months-since-decision", "number", "FOC", False),
        ("started-since", "yes-no", "FOC", False),
        ("committees", "number", None, False),
        ("administrations", "number", None, False),
        ("goals", "number", None, False),
        ("partnerships", "number", None, False),
    ]


def test_the_frame_and_what_is_counted_of_it(questionnaire: Questionnaire) -> None:
    frame = [asked.id for asked in questionnaire.context if asked.frame]
    assert {key: " ".join(questionnaire.counted_of(key)) for key in frame} == {
        "committees": "POL3 POL2",
        "administrations": "CORE1 BUD3 COORD1 COORD2 COORD3",
        "goals": "CONT5 LRN1",
        "partnerships": "EXT2 EXT3 EXT5",
    }


def test_roles_letters_and_sources(questionnaire: Questionnaire) -> None:
    assert "".join(role.letter for role in questionnaire.roles) == "pxcle"
    assert [source.id for source in questionnaire.sources] == ["000", "001", "002", "003", "004"]
    for factor in questionnaire.factors.values():
        assert all(questionnaire.source(reference) for reference in factor.rests_on)


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_text_is_there_in_every_language(tree: Any, language: str) -> None:
    """Anchors and next steps of the sixty questions are English for now; all else is not."""
    missing = [
        where
        for where, words in texts(tree)
        if language not in words and not {"levels", "next_steps", "gloss"} & set(where.split("."))
    ]
    missing += [w for w, words in texts(tree["practice"]) if language not in words]
    assert not missing


def test_no_text_is_empty_or_left_untranslated(tree: Any) -> None:
    for where, words in texts(tree):
        assert all(isinstance(text, str) and text.strip() for text in words.values()), where
        long = [text for text in words.values() if len(text) > LONG]
        assert len(set(long)) == len(long), where


def texts(node: Any, where: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every map from language to words, with its path."""
    if isinstance(node, dict):
        if node and set(node) <= LANGUAGES:
            yield where, node
            return
        for key, value in node.items():
            yield from texts(value, f"{where}.{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts(value, f"{where}.{index}")


def test_any_yaml_reader_reads_it() -> None:
    """The C parser is more forgiving; where it is missing the pure one must read the same."""
    text = SHIPPED.read_text("utf-8")
    pure = yaml.load(text, Loader=yaml.BaseLoader)
    quick = yaml.load(text, Loader=yaml.CBaseLoader)
    assert pure == quick
