"""Patterns say only what the answers bear, and no higher answer makes one worse for nothing."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import pytest

from sdgassess.analysis.candidates import ReasonKind
from sdgassess.analysis.priorities import prioritise
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.condition import (
    AllOf,
    Condition,
    Operator,
    Subject,
    SubjectKind,
    Term,
    terms,
)
from sdgassess.model.profile import Profile
from sdgassess.model.questionnaire import Questionnaire
from sdgassess.model.rules import Pattern
from sdgassess.phrases.patterns import pattern_texts, present_patterns, printed_patterns
from sdgassess.scoring.patterns import PatternResult, Risk, judge_pattern
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic
from tests.given.screens import explain_page

Values = dict[str, Any]
"""What every question and context question stands at, by id."""

TRIES = 1500
GRAVITY = {Risk.NOT_EXPOSED: 0, Risk.LOW: 0, Risk.MEDIUM: 1, Risk.HIGH: 2}
EXPOSED_BY = {
    "pin-on-the-jacket": {"POL1", "PAR5", "SAM5"},
    "paper-without-practice": {"POL1", "BUD1", "CORE3", "CORE5"},
    "practice-without-receiver": {"FOC2", "CORE6", "PAR5"},
    "side-track": {"CORE5"},
    "bitten-off-too-much": {"CORE6"},
    "waiting-for-the-answer-key": {"POL1"},
    "person-dependence": {"CONT3"},
    "one-legged-collaboration": {"EXT1"},
}
"""What makes a pattern possible at all: words, a document, a post, a partnership, a decision."""


def low(values: Values, questions: str) -> int:
    """How many of some questions stand at 1 or below."""
    return sum(values[question] <= 1 for question in questions.split())


def words(values: Values) -> bool:
    """Whether there are words: a decision, logos outwards, logos on what is done."""
    return bool(values["POL1"] >= 2 or values["PAR5"] == 1 or values["SAM5"] == 1)


def waiting(values: Values) -> bool:
    """Whether there is a decision of more than a year and nothing started."""
    return bool(
        values["POL1"] >= 2
        and values["months-since-decision"] > 12
        and not values["started-since"]
    )


CLAIMS: dict[tuple[str, Risk], Callable[[Values], bool]] = {
    ("project-trap", Risk.HIGH): lambda v: (
        v["project-share"] >= 2
        and low(v, "BUD2 CONT3 CONT1 CONT2 CONT6 CORE1 CORE2 EXT4") >= 2
        and low(v, "CONT1 CONT2 CONT6 CORE1") >= 1
    ),
    ("project-trap", Risk.MEDIUM): lambda v: (
        v["project-share"] >= 1 and low(v, "CONT1 CONT2 CONT6 CORE1") >= 1
    ),
    ("pin-on-the-jacket", Risk.HIGH): lambda v: words(v) and low(v, "FOC2 CORE1 BUD1 LRN3") == 4,
    ("pin-on-the-jacket", Risk.MEDIUM): lambda v: (
        words(v) and low(v, "FOC2") == 1 and low(v, "CORE1 BUD1 LRN3") == 2
    ),
    ("paper-without-practice", Risk.HIGH): lambda v: (
        v["months-since-decision"] > 12 and v["POL1"] >= 3 and v["CORE6"] <= 1
    ),
    ("paper-without-practice", Risk.MEDIUM): lambda v: (
        v["months-since-decision"] > 12
        and v["POL1"] >= 2
        and max(v["BUD1"], v["CORE3"], v["CORE5"]) >= 2
        and v["CORE6"] <= 1
    ),
    ("practice-without-receiver", Risk.HIGH): lambda v: (
        v["FOC2"] >= 2 and low(v, "CORE1 BUD2 COORD6 CONT1") == 4
    ),
    ("practice-without-receiver", Risk.MEDIUM): lambda v: (
        v["FOC2"] >= 2 and v["CORE1"] <= 1 and low(v, "BUD2 COORD6 CONT1") >= 2
    ),
    ("side-track", Risk.HIGH): lambda v: v["CORE5"] == 1 and v["CORE2"] <= 1,
    ("side-track", Risk.MEDIUM): lambda v: v["CORE5"] == 1,
    ("bitten-off-too-much", Risk.HIGH): lambda v: low(v, "FOC3 CONT6 LED5") == 3,
    ("bitten-off-too-much", Risk.MEDIUM): lambda v: v["FOC3"] <= 1,
    ("waiting-for-the-answer-key", Risk.HIGH): lambda v: (
        waiting(v) and v["FOC2"] <= 1 and v["LRN4"] <= 1
    ),
    ("waiting-for-the-answer-key", Risk.MEDIUM): waiting,
    ("silo", Risk.HIGH): lambda v: low(v, "COORD2 COORD4 COORD5") == 3,
    ("silo", Risk.MEDIUM): lambda v: low(v, "COORD2 COORD4 COORD5") == 2,
    ("person-dependence", Risk.HIGH): lambda v: v["CONT3"] == 1 and low(v, "EXT5 LED3") >= 1,
    ("person-dependence", Risk.MEDIUM): lambda v: v["CONT3"] == 1,
    ("one-legged-collaboration", Risk.HIGH): lambda v: (
        v["EXT1"] >= 2 and low(v, "EXT2 EXT3 BUD4") >= 2
    ),
    ("one-legged-collaboration", Risk.MEDIUM): lambda v: (
        v["EXT1"] >= 2 and low(v, "EXT2 EXT3 BUD4") == 1
    ),
}
"""What each sentence claims of the answers, read off its words and not off its rule."""


def random_values(seed: int) -> Values:
    """Every question and context question answered, mostly low."""
    rng = random.Random(seed)
    levels = rng.choice([(0, 1, 2, 3, 4), (0, 1, 1, 2), (1, 1, 2, 3)])
    values: Values = {question: rng.choice(levels) for question in nordic().questions}
    initiatives = rng.randint(0, 30)
    return values | {
        "project-share": rng.randint(0, 4),
        "initiatives": initiatives,
        "initiatives-known": rng.choice([initiatives, rng.randint(0, initiatives)]),
        "months-since-decision": rng.choice([3, 12, 13, 50]),
        "started-since": rng.random() < 0.5,
    }


def judged(pattern: Pattern, values: Values) -> PatternResult:
    """A pattern over values."""

    def look(subject: Subject) -> Fraction | bool:
        value = values[subject.id]
        return value if isinstance(value, bool) else Fraction(value)

    return judge_pattern(pattern, look, None)


def scored(values: Values) -> Score:
    """The whole score of values."""
    answers = {key: value for key, value in values.items() if key in nordic().questions}
    context = {key: value for key, value in values.items() if key not in answers}
    given: Profile = profile(answers, context=context)
    return score(nordic(), given)


@pytest.mark.slow
def test_no_higher_answer_worsens_a_pattern_unless_it_exposes_it() -> None:
    exposing = defaultdict(set)
    for seed in range(TRIES):
        values = random_values(seed)
        for pattern in nordic().patterns:
            before = GRAVITY[judged(pattern, values).result]
            for question in questions_of(pattern):
                if values[question] == 4:
                    continue
                higher = values | {question: values[question] + 1}
                if GRAVITY[judged(pattern, higher).result] > before:
                    exposing[pattern.id].add(question)
                    assert names_as_exposing(pattern, question), (pattern.id, question)
    assert exposing == EXPOSED_BY


def questions_of(pattern: Pattern) -> tuple[str, ...]:
    """Every question that a pattern looks at."""
    named = [trigger.question for trigger in pattern.triggers]
    for condition in (pattern.high, pattern.medium, pattern.not_exposed):
        if condition is not None:
            named += [t.subject.id for t in terms(condition) if t.subject.kind is QUESTION]
    return tuple(dict.fromkeys(named))


QUESTION = SubjectKind.QUESTION


def names_as_exposing(pattern: Pattern, question: str) -> bool:
    """Whether the rule itself says so: it asks for at least, or exactly, some level of it."""
    at_all = (Operator.AT_LEAST, Operator.IS)
    asked = [*terms(pattern.high), *terms(pattern.medium)]
    named = any(t.subject.id == question and t.operator in at_all for t in asked)
    pointing = any(t.question == question and t.operator in at_all for t in pattern.triggers)
    apart = [] if pattern.not_exposed is None else list(terms(pattern.not_exposed))
    spared = any(
        t.subject.id == question and t.operator in (Operator.AT_MOST, Operator.IS) for t in apart
    )
    return named or pointing or spared


@pytest.mark.slow
def test_what_a_risk_says_is_true_of_the_answers() -> None:
    met: set[tuple[str, Risk]] = set()
    for seed in range(TRIES * 4):
        values = random_values(seed)
        for pattern in nordic().patterns:
            key = (pattern.id, judged(pattern, values).result)
            if key in CLAIMS:
                met.add(key)
                assert CLAIMS[key](values), (key, values)
    assert met == set(CLAIMS)
    assert {pattern for pattern, _ in CLAIMS} == {p.id for p in nordic().patterns}


def test_a_printed_clause_holds_and_one_that_holds_is_printed() -> None:
    printed: set[str] = set()
    for seed in range(200):
        values = random_values(seed)
        whole = scored(values)
        for result in whole.patterns:
            texts = [text.words["en"] for text in pattern_texts(whole, result)]
            if not texts:
                continue
            pattern = pattern_named(result.id)
            wanted = [c.text.words["en"] for c in pattern.clauses if holds(c.when, values)]
            assert texts[1:] == wanted, (result.id, values)
            printed |= set(wanted)
    assert printed == {c.text.words["en"] for p in nordic().patterns for c in p.clauses}


def holds(condition: Condition, values: Values) -> bool:
    """A condition read anew, by a second hand: every clause is one comparison."""
    assert isinstance(condition, Term)
    operand = condition.value
    value = values[condition.subject.id]
    other = values[operand.id] if isinstance(operand, Subject) else operand
    compared: Mapping[Operator, bool] = {
        Operator.IS: value == other,
        Operator.AT_LEAST: value >= other,
        Operator.AT_MOST: value <= other,
        Operator.BELOW: value < other,
        Operator.ABOVE: value > other,
    }
    return compared[condition.operator]


@cache
def pattern_named(key: str) -> Pattern:
    """One of the patterns that ship."""
    return next(pattern for pattern in nordic().patterns if pattern.id == key)


def denying() -> Iterator[tuple[str, str, Values]]:
    """Each clause with answers that deny it."""
    for pattern in nordic().patterns:
        for clause in pattern.clauses:
            term = clause.when
            assert isinstance(term, Term)
            levels = range(5)
            if isinstance(term.value, Subject):
                yield pattern.id, clause.text.words["en"], {term.subject.id: 9, term.value.id: 9}
                continue
            for level in levels:
                if not holds(term, {term.subject.id: level}):
                    yield pattern.id, clause.text.words["en"], {term.subject.id: level}


@pytest.mark.parametrize("seed", range(3))
def test_answers_that_deny_a_clause_keep_it_off_the_page(seed: int) -> None:
    for pattern, sentence, values in denying():
        whole = scored(random_values(seed) | values)
        result = next(r for r in whole.patterns if r.id == pattern)
        texts = [text.words["en"] for text in pattern_texts(whole, result)]
        assert sentence not in texts, (pattern, sentence, values)
        screen = explain_page(whole, Words("en"), 2000, pattern)
        assert not any(line.strip() == sentence for line in screen.splitlines())


def test_nothing_unknown_makes_a_clause_true() -> None:
    known = {k: v for k, v in random_values(0).items() if k.startswith(("POL", "project"))}
    answers = {key: value for key, value in known.items() if key in nordic().questions}
    whole = score(nordic(), profile(answers, context={"project-share": 3}))
    named = {r.id: r.clauses for r in whole.patterns if r.result is not Risk.NOT_EXPOSED}
    assert named
    assert not any(named.values())


def test_every_risk_has_its_own_sentence(questionnaire: Questionnaire) -> None:
    for pattern in questionnaire.patterns:
        assert pattern.says.low is not None, pattern.id
        texts = (pattern.says.high, pattern.says.medium, pattern.says.low)
        for language in LANGUAGES:
            assert len({text.words[language] for text in texts}) == 3, (pattern.id, language)


def test_of_two_that_say_the_same_the_graver_is_printed() -> None:
    values = dict.fromkeys(nordic().questions, 1)
    values |= {"project-share": 3, "FOC2": 2, "PAR5": 3, "initiatives": 5, "initiatives-known": 5}
    values |= {"months-since-decision": 3, "started-since": True}
    both = scored(values)
    risks = {result.id: result.result for result in both.patterns}
    assert risks["project-trap"] is risks["practice-without-receiver"] is Risk.HIGH
    assert "practice-without-receiver" not in {r.id for r in printed_patterns(both)}
    alone = scored(values | {"CONT2": 2, "CONT6": 2, "CONT3": 2, "CORE2": 2, "BUD2": 2})
    assert "practice-without-receiver" in {r.id for r in present_patterns(alone)}


def test_no_step_is_advised_because_of_a_risk_that_is_not_printed() -> None:
    silent = 0
    for seed in range(60):
        result = scored(random_values(seed))
        printed = {each.id for each in printed_patterns(result)}
        silent += len(printed) < len(result.patterns)
        named = {
            reason.about
            for candidate in prioritise(result).candidates
            for reason in candidate.reasons
            if reason.kind is ReasonKind.RISK
        }
        assert named <= printed, seed
    assert silent > 10


def test_every_condition_of_a_clause_is_one_comparison(questionnaire: Questionnaire) -> None:
    """So that one sentence says one thing."""
    for pattern in questionnaire.patterns:
        for clause in pattern.clauses:
            assert not isinstance(clause.when, AllOf), pattern.id
