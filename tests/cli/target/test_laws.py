"""Laws of recording picks, over files that somebody wrote by hand in any layout."""

from __future__ import annotations

import datetime as dt
import tempfile
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdgassess.analysis.picks import (
    with_judgement,
    with_pick,
    without_judgement,
    without_picks,
)
from sdgassess.files.build.profile import build_profile
from sdgassess.files.read.reader import parse, read_source
from sdgassess.files.splice.layout import profile_tree
from sdgassess.files.write.profile_file import ProfileFile
from sdgassess.model.profile import (
    Answer,
    Judgement,
    PickStatus,
    Priority,
    Profile,
    Status,
    Weight,
)
from sdgassess.problem import has_errors
from tests.given.handwriting import Hand
from tests.given.saving import assessment
from tests.given.targets import fine, profile_in

many = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
QUESTIONS = ("POL1", "LED2", "BUD2", "CONT2", "EXT1")
ids = st.sampled_from(QUESTIONS)
notes = st.none() | st.sampled_from(["rådet", "a: b # c", "{", "to\nlinjer\n", "2026-10-01", "-"])
ENDINGS: tuple[dict[str, Any], ...] = (
    {},
    {"status": PickStatus.OPEN},
    {"status": PickStatus.DONE, "on": dt.date(2026, 9, 1)},
    {"status": PickStatus.DROPPED, "because": "a: b # c"},
)
picks = st.builds(
    lambda question, target, who, by, first_move, known_by, ending: Priority(
        question, target, who, by, first_move, known_by, **ending
    ),
    ids,
    st.sampled_from([2, 3, 4]).map(Fraction),
    *(notes,) * 4,
    st.sampled_from(ENDINGS),
)
weights = st.none() | st.sampled_from(Weight)
judgements = st.builds(Judgement, weights, weights, st.none() | st.booleans())
profiles = st.builds(
    lambda levels, judged, chosen, status: Profile(
        municipality=assessment().municipality,
        date=assessment().date,
        questionnaire=assessment().questionnaire,
        answers={q: Answer(level=Fraction(level)) for q, level in levels.items()},
        judgement=judged,
        priorities=tuple(chosen),
        status=status,
    ),
    st.dictionaries(ids, st.integers(0, 4), max_size=5),
    st.dictionaries(ids, judgements, max_size=3),
    st.lists(picks, max_size=3, unique_by=lambda one: one.question),
    st.none() | st.sampled_from(Status),
)


def written(profile: Profile, seed: int, folder: Path) -> tuple[Path, Hand]:
    """The profile in somebody's own layout, with remarks; what reads as another is tried again."""
    random, path = Random(seed), folder / "p.yaml"
    while True:
        hand = Hand(random)
        raw = hand.document(profile_tree(profile)).encode()
        document, problems = parse(raw, "p.yaml")
        if document is None or has_errors(problems):
            continue
        if build_profile(document.data) == profile:
            path.write_bytes(raw)
            return path, hand


def saved(path: Path, *profiles: Profile) -> None:
    """Save one profile after another into the file, as the verb does."""
    for profile in profiles:
        document, _ = read_source(path)
        assert document is not None
        ProfileFile.opened(path, document, build_profile(document.data)).save(profile)


def held(path: Path) -> Profile:
    """What the file holds."""
    document, problems = read_source(path)
    assert document is not None, problems
    return build_profile(document.data)


@settings(many, max_examples=100)
@given(profiles, picks, st.integers(0, 2**32))
def test_a_pick_is_added_without_losing_a_remark(
    before: Profile, pick: Priority, seed: int
) -> None:
    before = without_picks(before, pick.question)
    with tempfile.TemporaryDirectory() as folder:
        path, hand = written(before, seed, Path(folder))
        there = path.read_text("utf-8")
        after = with_pick(before, pick)
        saved(path, after)
        once = path.read_bytes()
        assert held(path) == after
        assert [r for r in hand.remarks if r in there and r not in once.decode()] == []
        saved(path, after)
        assert path.read_bytes() == once


@settings(many, max_examples=60)
@given(profiles, picks, judgements, st.integers(0, 2**32))
def test_set_then_cleared_is_what_it_was(
    before: Profile, pick: Priority, said: Judgement, seed: int
) -> None:
    before = without_judgement(without_picks(before, pick.question), pick.question)
    with tempfile.TemporaryDirectory() as folder:
        path, hand = written(before, seed, Path(folder))
        there = path.read_text("utf-8")
        set_ = with_pick(with_judgement(before, pick.question, said), pick)
        saved(path, set_, without_picks(without_judgement(set_, pick.question), pick.question))
        assert held(path) == before
        now = path.read_text("utf-8")
        assert [r for r in hand.remarks if r in there and r not in now] == []


@given(profiles, picks)
def test_the_order_of_the_others_stays(before: Profile, pick: Priority) -> None:
    def others(profile: Profile) -> list[Priority]:
        return [one for one in profile.priorities if one.question != pick.question]

    after = with_pick(before, pick)
    assert others(after) == others(before)
    assert with_pick(after, pick) == after
    was = [one.question for one in before.priorities]
    place = was.index(pick.question) if pick.question in was else len(was)
    assert after.priorities[place] == pick
    assert others(without_picks(after, pick.question)) == others(before)
    assert (after.answers, after.judgement, after.status) == (
        before.answers,
        before.judgement,
        before.status,
    )


@given(profiles, ids, judgements, judgements)
def test_a_judgement_keeps_what_is_not_said(
    before: Profile, question: str, first: Judgement, then: Judgement
) -> None:
    once = with_judgement(before, question, first)
    twice = with_judgement(once, question, then)
    for field in ("stake", "influence", "can_start"):
        said = getattr(then, field)
        wanted = getattr(once.judgement[question], field) if said is None else said
        assert getattr(twice.judgement[question], field) == wanted
    assert (twice.priorities, twice.answers) == (before.priorities, before.answers)
    assert question not in without_judgement(twice, question).judgement
    assert without_judgement(twice).judgement == {}


@settings(many, max_examples=25)
@given(profiles, ids, st.integers(0, 2**32))
def test_the_command_line_picks_what_it_says_or_changes_nothing(
    before: Profile, question: str, seed: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, _ = written(before, seed, Path(folder))
        raw, level = path.read_bytes(), before.answers.get(question, Answer()).level
        fine(path, question, "--clear")
        if len(before.priorities) > 2 and question not in {p.question for p in before.priorities}:
            assert path.read_bytes() == raw
            return
        ahead = 4 if level is None or level < 4 else None
        if ahead is not None:
            fine(path, question, "--to", str(ahead))
            assert profile_in(path).priorities[-1] == Priority(question, Fraction(ahead))
        assert profile_in(path).answers == before.answers
