"""The finding is carried by the results: what it names as highest, lowest and held is so."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from sdgassess.analysis.conclusion import too_little
from sdgassess.files.load import load_profile, load_questionnaire, questionnaire_for
from sdgassess.language import Words
from sdgassess.model.condition import Subject, SubjectKind
from sdgassess.model.profile import Answer, Participant, State, Voice
from sdgassess.model.rules import Gate
from sdgassess.report.finding import extremes, finding, gated_words
from sdgassess.report.headline import headline
from sdgassess.scoring.score import Score, score
from tests.given.places import EXAMPLE, MUNICIPALITIES, ROOT
from tests.given.profiles import heard, profile
from tests.given.questionnaires import nordic, with_factors
from tests.given.sealed import ROLES
from tests.given.trees import gate, in_english, part, tree

PROFILES = (*sorted(EXAMPLE.parent.glob("*.yaml")), *sorted(MUNICIPALITIES.glob("*.yaml")))
EN = Words("en")


def scored(path: Path) -> Score:
    """A profile of the checkout, scored."""
    profile = load_profile(path).value
    assert profile is not None
    questionnaire = questionnaire_for(profile.questionnaire).value
    assert questionnaire is not None
    return score(questionnaire, profile)


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_what_is_named_as_highest_and_lowest_is_so(path: Path) -> None:
    result = scored(path)
    levels = {
        result.questionnaire.nodes[name].title.words["en"]: factor.level
        for name, factor in result.factors.items()
        if factor.level is not None
    }
    sentences = tuple(extremes(result, EN))
    assert sentences
    for sentence in sentences:
        named = {title for title in levels if title in sentence}
        if sentence.startswith("All the others"):
            first = {title for title in levels if title in sentences[0]}
            (others,) = {levels[title] for title in levels.keys() - first}
            assert others == (min if sentences[0].startswith("Highest") else max)(levels.values())
            assert f"at level {others}." in sentence
            continue
        end = max if sentence.startswith("Highest") else min
        if len(sentences) == 2:
            assert f"at level {end(levels.values())}:" in sentence
        left_out = "all but" in sentence
        for title in named:
            assert (levels[title] == end(levels.values())) is not left_out, title


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_it_is_preliminary_exactly_where_somebody_was_not_heard(path: Path) -> None:
    result = scored(path)
    sentences = finding(result, EN)
    assert not too_little(result)
    assert sentences[0].startswith("Preliminary") is bool(result.not_heard)
    held = [factor for factor in result.scored.values() if factor.gate is not None]
    assert sum(": own answers give" in sentence for sentence in sentences) == min(len(held), 2)


def test_less_than_half_is_too_little_whatever_the_levels_are() -> None:
    result = scored(EXAMPLE)
    few = dict(list(result.questions.items())[:10])
    rest = {
        key: answer._replace(state=State.UNKNOWN, answered=None, backed=None)
        for key, answer in result.questions.items()
        if key not in few
    }
    (sentence, *_) = finding(result._replace(questions={**few, **rest}), EN)
    assert sentence == "Too little is known for a conclusion: 10 of 60 questions have a level."


def test_parts_without_a_level_are_not_said_to_stand_where_the_others_do() -> None:
    ladder = load_questionnaire(ROOT / "sdgassess" / "templates" / "ladder.yaml").value
    profile = load_profile(EXAMPLE).value
    assert ladder is not None
    assert profile is not None
    answers = {"BEGIN1": Answer(Fraction(1)), "BEGIN2": Answer(Fraction(2))}
    (sentence,) = extremes(score(ladder, profile._replace(answers=answers)), EN)
    assert "1 of 4" in sentence
    assert not sentence.startswith("All")


def test_a_part_alone_is_named_instead_of_all() -> None:
    alone = with_factors(1)
    (name, factor), *others = alone.factors.items()
    assert not others
    levels = {question.id: 2 for question in factor.all_questions()}
    assert name == "POL"
    (sentence,) = extremes(score(alone, profile(levels)), EN)
    assert sentence == "Political anchoring and courage stands at 2."


@pytest.mark.parametrize("language", ["da", "sv", "en"])
@pytest.mark.parametrize(("disagreements", "is_finding"), [(60, True), (31, True), (30, False)])
def test_where_most_answers_are_not_agreed_on_that_is_the_finding(
    disagreements: int, is_finding: bool, language: str
) -> None:
    rules = nordic()
    people = ("politician", "executive", "coordinator", "line-manager", "line-manager")
    agreed, contested = (
        tuple(Voice(role, max(2, low), by=f"p{place}") for place, role in enumerate(people))
        for low in (0, 3)
    )
    contested = (contested[0]._replace(level=0), *contested[1:])
    answers = {
        question: Answer(voices=contested if place < disagreements else agreed)
        for place, question in enumerate(rules.questions)
    }
    result = score(rules, heard(profile({})._replace(answers=answers)))
    number = sum(question.disagreement for question in result.questions.values())
    assert number == disagreements
    words = Words(language)
    assert (f"{disagreements} " in headline(result, words)) is is_finding
    assert (f"{disagreements} " in finding(result, words)[0]) is is_finding


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ("", "Preliminary until these are heard: "),
        ("x", "Preliminary until these are heard: "),
        ("l", "Preliminary until these are heard enough: "),  # one of two units
        ("pxcl", "Preliminary until these are heard enough: "),
        ("pcll", "Preliminary until these are heard: "),
    ],
)
def test_heard_enough_is_said_once_anybody_of_those_was_heard_at_all(
    people: str, sentence: str
) -> None:
    participants = tuple(
        Participant(f"{letter}{number}", ROLES[letter], unit=f"Unit {number}")
        for number, letter in enumerate(people)
    )
    everywhere = profile(dict.fromkeys(nordic().questions, 2))
    result = score(nordic(), everywhere._replace(participants=participants))
    assert not too_little(result)
    assert finding(result, EN)[0].startswith(sentence)
    assert headline(result, EN).startswith("Preliminary: All 11 parts stand at 2 of 4")


@pytest.mark.parametrize(("answers", "is_too_little"), [(29, True), (30, False), (31, False)])
def test_half_of_all_answers_is_enough(answers: int, is_too_little: bool) -> None:
    """By the number of answers alone: they are the first ones, so that parts have a level."""
    known = dict.fromkeys(list(nordic().questions)[:answers], 2)
    unknown = dict.fromkeys(list(nordic().questions)[answers:], "?")
    assert len(nordic().questions) == 60
    assert too_little(score(nordic(), profile({**known, **unknown}))) is is_too_little


@pytest.mark.parametrize(
    ("air", "sentence"),
    [
        (0, "Part C: own answers give 2, but Air, clean; Bread, fresh allow only 0."),
        (1, "Part C: own answers give 2, but Bread, fresh allows only 0."),
    ],
)
def test_what_holds_a_part_is_told_apart_and_is_the_lowest_alone(air: int, sentence: str) -> None:
    named = {"A": "Air, clean", "B": "Bread, fresh"}
    lowest = tuple(Subject(SubjectKind.FACTOR, key) for key in named)
    rule = Gate("g", "C", lowest, 0, in_english("One carries the other."))
    model = tree(*(part(name, 1) for name in "ABC"), gates=(rule,))
    result = score(model.rules, model.answered(Aa=air, Ba=0, Ca=2))
    assert [*gated_words(result, EN, named.__getitem__)] == [sentence]


def test_of_many_that_are_held_the_first_two_are_told() -> None:
    gates = tuple(gate(name, "A") for name in "BCD")
    model = tree(*(part(name, 1) for name in "ABCD"), gates=gates)
    sentences = [*gated_words(score(model.rules, model.answered(2, Aa=0)), EN)]
    assert [sentence.split(":")[0] for sentence in sentences] == ["Part B", "Part C"]
