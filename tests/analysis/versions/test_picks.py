"""Last year's picks in a newer version: which come over, and that the others are named."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction

from sdgassess.interview.prompts.opening.new_year import came_over
from sdgassess.interview.state.last_year import PicksNow, last_year, picks_now
from sdgassess.interview.state.new_year import this_year
from sdgassess.interview.state.setting import Setting
from sdgassess.language import Words
from sdgassess.model.profile import Origin, Priority
from sdgassess.model.question import Change, ChangeKind, Comparable
from tests.given.profiles import skovby
from tests.given.questionnaires import level_map, newer, older, with_history

EXACT, TWO, THREE = Comparable.EXACT, Fraction(2), Fraction(3)


def test_a_pick_follows_an_exact_map_of_levels() -> None:
    pairs = level_map((0, 0), (1, 1), (2, 3), (3, 4), (4, 4))
    changed = with_history("POL1", Change("1.1", ChangeKind.RESCALED, EXACT, levels=pairs))
    pick = Priority("POL1", TWO, who="borgmester")
    assert picks_now(changed, older(), (pick,)) == PicksNow((pick._replace(target=THREE),), (), ())


def test_a_pick_follows_its_question_only_where_that_is_exactly_the_same() -> None:
    picks = (Priority("POL4", TWO), Priority("SAM3", TWO), Priority("BUD5", THREE))
    kept = (Priority("POL4", TWO), Priority("SAM3"))
    assert picks_now(newer(), older(), picks) == PicksNow(kept, ("BUD5",), ("SAM3",))
    assert picks_now(older(), older(), picks) == PicksNow(picks, (), ())


def test_what_did_not_come_over_is_said() -> None:
    picks = (Priority("BUD5", THREE), Priority("SAM3", TWO), Priority("EXT6", TWO))
    last = skovby(2025)._replace(priorities=picks)
    setting = Setting(newer(), Words("en"), "en", dt.date(2026, 4, 2), width=300)
    setting = replace(setting, last_year=last_year(newer(), older(), last))
    profile = this_year(setting, last, Origin("p.yaml", last.date), older())
    assert profile.priorities == (Priority("SAM3"),)
    assert came_over(setting, profile)[-2:] == (
        "Picked last year, and not asked alike now, so not taken over: BUD5, EXT6.",
        "Came over without last year's target, as the levels are others: SAM3.",
    )
