"""A gated pathway scores every one of its paths as the walk along it says."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from random import Random

from sdgassess.model.node import Node
from sdgassess.model.profile import QuestionnaireRef
from sdgassess.model.question import Level
from sdgassess.scoring.explain import cheapest_raise
from sdgassess.scoring.rollup import LevelStatus
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import foreign_model

REF = QuestionnaireRef("pathway", "1.0")

Path = dict[str, Level]


def paths(part: Node) -> Iterator[tuple[Path, Level]]:
    """Every path through a part, with where it ends: the first answer that is not the best."""
    so_far: Path = {}
    for question in part.questions:
        for option in question.options:
            if option.value < question.highest:
                yield {**so_far, question.id: option.value}, option.value
        so_far[question.id] = question.highest
    yield so_far, part.questions[-1].highest


def scored(answers: Path) -> Score:
    return score(foreign_model("pathway"), profile({**answers}, ref=REF))


def test_all_paths_end_where_the_walk_ends() -> None:
    care, share = (foreign_model("pathway").nodes[part] for part in ("care", "share"))
    number = 0
    for (first, care_level), (second, share_level) in product(paths(care), paths(share)):
        result = scored(first | second)
        levels = {key: node.level for key, node in result.scored.items()}
        assert levels == {
            "ALL": care_level + share_level,
            "care": care_level,
            "share": share_level,
        }
        assert all(node.rolled.interval[0] == node.level for node in result.scored.values())
        number += 1
    assert number == 7 * 3


def test_what_stands_behind_a_stop_changes_nothing() -> None:
    part, random = foreign_model("pathway").nodes["care"], Random(1)
    for path, level in paths(part):
        rest = [question for question in part.questions if question.id not in path]
        for _ in range(5):
            more = {question.id: random.choice(question.options).value for question in rest}
            assert scored(path | more).scored["care"].level == level


def test_a_path_that_is_not_walked_to_its_end_lies_between_its_ends() -> None:
    part = foreign_model("pathway").nodes["care"]
    for path, _ in paths(part):
        walked = dict(list(path.items())[:-1])
        standing = scored(walked).scored["care"].rolled
        ends = [level for full, level in paths(part) if walked.items() <= full.items()]
        if len(set(ends)) > 1:
            assert standing.status is LevelStatus.INSUFFICIENT
            assert standing.interval[0] == min(ends)
            assert standing.interval[1] == max(ends)


def test_passing_more_never_lowers_the_level() -> None:
    part = foreign_model("pathway").nodes["care"]
    for values in product(*[[option.value for option in q.options] for q in part.questions]):
        answers = dict(zip([q.id for q in part.questions], values, strict=True))
        before = scored(answers).scored["care"].level
        for question in part.questions:
            for higher in (o.value for o in question.options if o.value > answers[question.id]):
                after = scored({**answers, question.id: higher}).scored["care"].level
                if None not in (before, after):
                    assert before <= after  # type: ignore[operator]  # neither is None here


def test_the_way_up_is_passing_what_stops() -> None:
    way = cheapest_raise(scored({"c1": Fraction(5), "c2": Fraction(2)}), "care")
    assert way is None or list(way.moves["c2"]) == [2, 5]
    way = cheapest_raise(scored({"s1": Fraction(5), "s2": Fraction(5, 2)}), "share")
    assert way is not None
    assert way.target == 5
    assert {key: list(move) for key, move in way.moves.items()} == {"s2": [Fraction(5, 2), 5]}
