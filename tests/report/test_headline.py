"""The title of page one: what it names as highest, lowest, and as most, is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdgassess.document.passage import passage_line
from sdgassess.files.load import load_profile, questionnaire_for
from sdgassess.language import LANGUAGES, Words
from sdgassess.model.node import RollUp
from sdgassess.model.profile import Status
from sdgassess.model.question import Option
from sdgassess.model.rules import PriorityRules
from sdgassess.report.headline import headline
from sdgassess.scoring.score import Score, score
from tests.given.places import EXAMPLE, MUNICIPALITIES
from tests.given.profiles import heard, profile
from tests.given.questionnaires import nordic, spoken
from tests.given.trees import MEAN, SUM, Tree, in_english, part, tree

EN = spoken("en")
PLAIN = Words("en")
FACTORS = tuple(nordic().factors)
TITLES = {name: passage_line(nordic().nodes[name].title, "en") for name in FACTORS}


def assessed(default: int, **levels: int) -> Score:
    """Everybody was heard; some factors stand elsewhere than all the others."""
    answers = {
        question: levels.get(factor.id, default) for question, factor in nordic().factor_of.items()
    }
    return score(nordic(), heard(profile(answers)))


def at(model: Tree, *levels: object) -> Score:
    """Parts of one question each, at these levels."""
    answers = {f"P{place:02}a": level for place, level in enumerate(levels)}
    return score(model.rules, model.answered(**answers))


def parts(count: int, names: str = "Part {}") -> Tree:
    """A questionnaire of so many parts, each of 0, 1 and 2."""
    every = (part(f"P{place:02}", 1) for place in range(count))
    named = (node._replace(title=in_english(names.format(node.id))) for node in every)
    return tree(*named)


@pytest.mark.parametrize(
    ("default", "levels", "first", "second"),
    [
        (2, {}, "All 11 factors stand at 2 of 4 (Decided or partial)", ""),
        (
            0,
            {"SAM": 1, "PAR": 1},
            "9 of 11 factors stand at 0 of 4 (Not present)",
            f"highest, at 1: {TITLES['SAM']}; {TITLES['PAR']}",
        ),
        (
            3,
            {"FOC": 4},
            "All 11 factors stand at 3 of 4 (Established) or higher",
            f"highest, at 4: {TITLES['FOC']}",
        ),
        (
            3,
            {"FOC": 1},
            "10 of 11 factors stand at 3 of 4 (Established)",
            f"lowest, at 1: {TITLES['FOC']}",
        ),
        (
            4,
            dict.fromkeys(FACTORS[:4], 3),
            "All 11 factors stand at 3 of 4 (Established) or higher",
            "7 highest, at 4",
        ),
        # Most stand between: what stands out names itself.
        (
            2,
            {"EXT": 3, "FOC": 1},
            f"{TITLES['EXT']} stands strong, at 3 of 4",
            f"lowest, at 1: {TITLES['FOC']}",
        ),
        (
            2,
            {"EXT": 3, "PAR": 3, "FOC": 1},
            f"{TITLES['PAR']}; {TITLES['EXT']} stand strong, at 3 of 4",
            f"lowest, at 1: {TITLES['FOC']}",
        ),
        # Highest of all, and still nothing to keep.
        (
            1,
            {"EXT": 2, "FOC": 0},
            f"Highest, at 2 of 4: {TITLES['EXT']}",
            f"lowest, at 0: {TITLES['FOC']}",
        ),
    ],
)
def test_a_title_says_where_most_stand_and_what_does_not(
    default: int, levels: dict[str, int], first: str, second: str
) -> None:
    result = assessed(default, **levels)
    assert {name: factor.level for name, factor in result.factors.items()} == {
        name: levels.get(name, default) for name in FACTORS
    }
    assert headline(result, EN) == " – ".join(filter(None, (first, second)))


@pytest.mark.parametrize(
    ("levels", "title"),
    [
        ((2, 2, 1, 1, 0), "Highest, at 2 of 2: Part P00; Part P01 – lowest, at 0: Part P04"),
        (
            (2, 2, 2, 2, 1, 0, 0, 0, 0, 0),
            "Of 10 parts 4 stand highest, at 2 of 2, and 5 lowest, at 0",
        ),
        ((2, 2, 2, 2, 0, 0, 0, 0, 0), "5 of 9 parts stand at 0 of 2 – the other 4 at 2"),
        ((2, 2, 2, 2, 2, 0, 0, 0, 0), "5 of 9 parts stand at 2 of 2 – the other 4 at 0"),
        ((2, 2, 2, 2, 2, 0), "5 of 6 parts stand at 2 of 2 – lowest, at 0: Part P05"),
        ((0, 0, 0, 0, 0, 2), "5 of 6 parts stand at 0 of 2 – highest, at 2: Part P05"),
        (
            (2, 2, 2, 1, 1, 0),
            "3 of 6 parts stand highest, at 2 of 2 – lowest, at 0: Part P05",
        ),
        (
            (0, 0, 0, 0, 0, 0, 1, 2, 2, 2),
            "6 of 10 parts stand at 0 of 2 – 3 highest, at 2",
        ),
        # What has no level is one of all parts, and none of those at an end.
        (("?", 1, 1, 0), "Highest, at 1 of 2: Part P01; Part P02 – lowest, at 0: Part P03"),
        ((1, 1, 1, "?"), "3 of 4 parts have a level, and it is 1"),
        (
            ("?", "?", "?", 1),
            "Too little is known for a conclusion: 1 of 4 questions have a level",
        ),
        ((1,), "Part P00 stands at 1"),
    ],
)
def test_parts_are_named_where_they_are_few_else_counted(
    levels: tuple[object, ...], title: str
) -> None:
    assert headline(at(parts(len(levels)), *levels), PLAIN) == title


@pytest.mark.parametrize(
    ("names", "title"),
    [
        ("Water: {}", "“Water: P00”; “Water: P01” – lowest, at 0: Water: P03"),
        ("Water, {}", "Water, P00; Water, P01 – lowest, at 0: Water, P03"),
        ("{} – for drinking", "P00; P01 – lowest, at 0: P03"),
        ("Water: {} – for all", "“Water: P00”; “Water: P01” – lowest, at 0: Water: P03"),
        # Without what follows the dash all would have one name.
        ("Water – {}", "“Water – P00”; “Water – P01” – lowest, at 0: Water – P03"),
    ],
)
def test_names_that_hold_marks_of_their_own_do_not_run_into_each_other(
    names: str, title: str
) -> None:
    result = at(parts(4, names), 2, 2, 1, 0)
    assert headline(result, PLAIN) == f"Highest, at 2 of 2: {title}"


def test_where_ranges_differ_nothing_is_called_strong_or_lowest() -> None:
    model = tree(part("A", 1), part("B", 3, SUM), part("C", 1))
    result = score(model.rules, model.answered(2, Ba=0))
    assert headline(result, PLAIN) == "3 of 3 parts have a level"


def test_without_rules_on_what_to_keep_nothing_stands_strong() -> None:
    model = parts(4)
    assert model.rules.priorities is None
    assert headline(at(model, 2, 1, 1, 0), PLAIN).startswith("Highest, at 2 of 2: Part P00 – ")
    keeping = model.rules._replace(priorities=rules_that_keep_from(2))
    assert headline(at(Tree(keeping), 2, 1, 1, 0), PLAIN).startswith(
        "Part P00 stands strong, at 2 of 2"
    )


def rules_that_keep_from(level: int) -> PriorityRules:
    rules = nordic().priorities
    assert rules is not None
    return rules._replace(keep_from=level)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_preliminary_says_so_first_and_still_tells_its_finding(language: str) -> None:
    words = Words(language)
    result = assessed(2, EXT=3, FOC=1)
    finding = headline(result, words)
    unfinished = result._replace(profile=result.profile._replace(status=Status.IN_PROGRESS))
    alone = score(nordic(), result.profile._replace(participants=()))
    assert alone.not_heard
    for preliminary in (unfinished, alone):
        assert headline(preliminary, words) == words("Preliminary: {finding}", finding=finding)


@given(st.lists(st.integers(0, 2), min_size=2, max_size=12))
def test_every_part_that_a_title_names_stands_where_it_says(levels: list[int]) -> None:
    title = headline(at(parts(len(levels)), *levels), PLAIN)
    for clause in title.split(" – "):
        figures = re.search(r"at (\d)", clause)
        assert figures, clause
        level = int(figures[1])
        named = [int(place) for place in re.findall(r"P(\d\d)", clause)]
        assert all(levels[place] == level for place in named)
        if named:
            assert len(named) == levels.count(level)
        elif count := re.search(r"(\d+)(?: of \d+ parts)? (?:stand|highest|lowest|at)", clause):
            assert int(count[1]) == levels.count(level)
    ends = {f"at {max(levels)}", f"at {min(levels)}"}
    assert all(end in title for end in ends)


@pytest.mark.parametrize(
    "path",
    [*sorted(EXAMPLE.parent.glob("*.yaml")), *sorted(MUNICIPALITIES.glob("*.yaml"))],
    ids=lambda path: path.stem,
)
def test_a_title_is_short_enough_to_be_read_at_once(path: Path) -> None:
    assessed_here = load_profile(path).value
    assert assessed_here is not None
    rules = questionnaire_for(assessed_here.questionnaire).value
    assert rules is not None
    for language in LANGUAGES:
        assert len(headline(score(rules, assessed_here), Words(language))) <= 165


def scaled(values: tuple[int, ...], answers: tuple[int, ...], rule: RollUp = MEAN) -> Score:
    """Three parts of as many questions as there are answers, on a scale of these values."""
    options = tuple(Option(value, in_english(f"Step {value}")) for value in values)
    nodes = []
    for name in ("A", "B", "C"):
        node = part(name, len(answers), rule)
        questions = tuple(question._replace(options=options) for question in node.questions)
        nodes.append(node._replace(questions=questions))
    model = Tree(tree(*nodes).rules._replace(scale=options))
    levels = {key: answers["abc".index(key[1])] for key in model.rules.questions}
    return score(model.rules, model.answered(**levels))


@pytest.mark.parametrize(
    ("values", "answers", "rule", "level"),
    [
        ((0, 1, 2), (1,), MEAN, "1 of 2 (Step 1)"),
        ((0, 1, 2), (1, 2), MEAN, "1.5 of 2"),
        ((0, 1, 2), (1, 0), SUM, "1 of 4"),  # further than the scale reaches, and its names
        ((1, 2, 3), (2,), MEAN, "2 (Step 2)"),
        ((0, 2, 4), (2,), MEAN, "2 (Step 2)"),
    ],
)
def test_a_level_has_a_name_and_a_highest_where_they_are_those_of_the_scale(
    values: tuple[int, ...], answers: tuple[int, ...], rule: RollUp, level: str
) -> None:
    assert headline(scaled(values, answers, rule), PLAIN) == f"All 3 parts stand at {level}"


def keeping(model: Tree, least: int) -> Tree:
    """A questionnaire in which an answer is worth keeping from a level on."""
    return Tree(model.rules._replace(priorities=rules_that_keep_from(least)))


@pytest.mark.parametrize(
    ("sums", "title"),
    [
        ((2, 1, 1), "2 of 3 parts stand at 1 of 6 – highest, at 2: Part A"),
        ((4, 3, 2), "Highest, at 4 of 6: Part A – lowest, at 2: Part C"),
    ],
)
def test_where_parts_reach_further_than_answers_none_stands_strong(
    sums: tuple[int, ...], title: str
) -> None:
    """What is worth keeping is a level of answers: 2 of 6 points is none."""
    model = keeping(tree(*(part(name, 3, SUM) for name in "ABC")), 2)
    answers = {
        f"{name}{letter}": min(max(points - 2 * place, 0), 2)
        for name, points in zip("ABC", sums, strict=True)
        for place, letter in enumerate("abc")
    }
    assert headline(score(model.rules, model.answered(**answers)), PLAIN) == title


@given(st.lists(st.sampled_from([0, 1, 2, "?", "-"]), min_size=2, max_size=9), st.integers(1, 2))
def test_all_is_said_of_all_and_strong_of_what_is_worth_keeping(
    levels: list[object], least: int
) -> None:
    title = headline(at(keeping(parts(len(levels)), least), *levels), PLAIN)
    known = [level for level in levels if isinstance(level, int)]
    if title.startswith("All "):
        assert len(known) == len(levels)
        assert f"at {min(known)} of 2" in title
        assert len({*known}) == 1 or (min(known) >= least and "or higher" in title)
    if "strong" in title:
        assert max(known) >= least
