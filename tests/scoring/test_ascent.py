"""The fewest steps up for a part of any rule: they lift it, and no way of fewer steps does."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.language import Words
from sdgassess.model.node import Node, RollUp, RollUpRule
from sdgassess.model.question import Level
from sdgassess.report.results.scores import explain_result
from sdgassess.scoring.ascent import FARTHEST, Move, fewest_steps
from sdgassess.scoring.explain import cheapest_raise, levels_if
from sdgassess.scoring.score import Score, score
from tests.given.profiles import profile
from tests.given.questionnaires import nordic
from tests.given.screens import explain_page
from tests.given.trees import MEAN, SUM, Tree, gate, part, tree

RULES = (
    MEAN,
    SUM,
    RollUp("low", RollUpRule.MINIMUM),
    RollUp("high", RollUpRule.MAXIMUM),
    RollUp("middle", RollUpRule.LOWER_MEDIAN),
    RollUp("capped", RollUpRule.CAPPED_LOWER_MEDIAN, above_lowest_core=1),
    RollUp("rungs", RollUpRule.LADDER, passed_at=2),
    RollUp("stops", RollUpRule.LADDER),
    SUM._replace(id="few", cap=3),
)


def levels_after(given_tree: Tree, levels: dict[str, int], part_id: str) -> Level | None:
    """The level of a part where the questions stand at some levels."""
    return score(given_tree.rules, given_tree.answered(0, **levels)).scored[part_id].level


def higher_in(given_tree: Tree, levels: dict[str, int], part_id: str, steps: int) -> bool:
    """Whether any way of exactly so many steps lifts a part."""
    start = levels_after(given_tree, levels, part_id)
    assert start is not None
    for steps_up in itertools.product(range(3), repeat=len(levels)):
        after = {q: level + up for (q, level), up in zip(levels.items(), steps_up, strict=True)}
        if sum(steps_up) == steps and max(after.values()) <= 2:
            reached = levels_after(given_tree, after, part_id)
            if reached is not None and reached > start:
                return True
    return False


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_way_lifts_the_part_and_none_of_fewer_steps_does(data: st.DataObject) -> None:
    rules = st.sampled_from(RULES)
    below = [part(name, 2, data.draw(rules)) for name in "AB"]
    gates = (gate("A", "B"),) if data.draw(st.booleans()) else ()
    given_tree = tree(part("TOP", below, data.draw(rules)), gates=gates)
    levels = {q: data.draw(st.integers(0, 2)) for q in given_tree.rules.questions}
    result = score(given_tree.rules, given_tree.answered(0, **levels))
    way = fewest_steps(result, "TOP")
    start = result.scored["TOP"].level
    if way is None:
        assert not any(higher_in(given_tree, levels, "TOP", n) for n in range(1, 4))
        return
    after = {**levels, **{question: int(move.level) for question, move in way.moves.items()}}
    assert sum(after[q] - levels[q] for q in levels) == way.steps <= FARTHEST
    assert levels_after(given_tree, after, "TOP") == way.level
    assert start is not None
    assert way.level > start
    fewer = range(1, 1 if way.gates else way.steps)  # through gates a way is good, not the best
    assert not any(higher_in(given_tree, levels, "TOP", n) for n in fewer)


def upper(*below: Node, rule: RollUp = RULES[2]) -> Tree:
    """A part above others, the lowest of which counts where nothing else is said."""
    return tree(part("TOP", list(below), rule))


def words_of(result: Score, about: str) -> str:
    return " ".join(explain_page(result, Words("en"), 80, about).split())


def test_an_upper_part_names_the_parts_and_answers_that_lift_it() -> None:
    given_tree = upper(part("A", 2), part("B", 2), part("C", 1, SUM))
    result = score(given_tree.rules, given_tree.answered(1, Ca=2))
    assert "These 2 steps lift it to 1.5: A: Aa 1→2; B: Ba 1→2." in words_of(result, "TOP")
    (top,) = explain_result(result, "p.yaml", "TOP", "en")["tiers"]
    assert top["cheapest_raise"] == {
        "to": 1.5,
        "steps": 2,
        "moves": {"Aa": [1, 2], "Ba": [1, 2]},
    }
    assert top["open"] == []


def test_a_mean_and_a_sum_name_the_step_that_lifts_them_most() -> None:
    given_tree = upper(part("A", 4), part("B", 1), rule=MEAN)
    result = score(given_tree.rules, given_tree.answered(1))
    assert "One step lifts it to 1.5: B: Ba 1→2." in words_of(result, "TOP")
    assert "One step lifts it to 1.25: Aa 1→2." in words_of(result, "A")


def test_steps_to_what_is_worth_having_are_not_called_the_fewest() -> None:
    """No answer is raised to less than is worth having, though one step less might do."""
    levels = dict.fromkeys(nordic().questions, 2) | {"SAM4": 0}
    result = score(nordic(), profile(levels))
    assert (result.factors["SAM"].level, levels_if(result, {"SAM4": 1})["SAM"]) == (1, 2)
    page = words_of(result, "SAM")
    assert "These 2 steps lift it to 2: SAM4 0→2." in page
    assert "At least" not in page


def test_at_the_top_there_is_no_way_up() -> None:
    given_tree = upper(part("A", 2), part("B", 1))
    result = score(given_tree.rules, given_tree.answered(2))
    assert cheapest_raise(result, "TOP") is None
    assert "No way up can be named" in words_of(result, "TOP")


def test_what_is_open_is_named_where_an_upper_part_has_no_level() -> None:
    given_tree = upper(part("A", 2), part("B", 1))
    result = score(given_tree.rules, given_tree.answered(1, Ba="?"))
    assert "First answer Ba." in words_of(result, "TOP")


def test_no_step_leads_to_less_than_is_worth_having() -> None:
    from tests.given.questionnaires import nordic

    given_tree = upper(part("A", 2), part("B", 1), rule=MEAN)
    rules = nordic().priorities
    assert rules is not None
    model = given_tree.rules._replace(priorities=rules._replace(lowest_target=2))
    way = fewest_steps(score(model, given_tree.answered(0)), "TOP")
    assert way is not None
    assert way.moves == {"Ba": Move(2, 2)}
