"""What is asked for and shown: three languages, every width, terminals, programs, help."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdgassess.analysis.picks import (
    Doubt,
    DoubtKind,
    NoTarget,
    doubts,
    none_can_start,
    pick_with_target,
)
from sdgassess.cli.opening import open_profile
from sdgassess.cli.verbs.target.changes import profile_after
from sdgassess.cli.verbs.target.request import Request, View, judgement_of
from sdgassess.model.profile import (
    Judgement,
    Priority,
    Profile,
    Weight,
)
from sdgassess.phrases.candidates import judgement_words
from sdgassess.phrases.terms import words_about
from sdgassess.problem import UsageRefused
from sdgassess.scoring.score import Score, score
from sdgassess.text import width
from tests.given.command_line import environment, run
from tests.given.patience import PATIENCE
from tests.given.profiles import profile
from tests.given.questionnaires import nordic
from tests.given.targets import HERE, fine, placed, profile_in, refused
from tests.given.window import Window

TODAY = dt.date(2026, 11, 30)
LANGUAGES = ("da", "sv", "en")
BY_HAND = HERE / "profiles" / "by-hand.yaml"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("columns", [30, 40, 80, 200])
@pytest.mark.parametrize("name", ["by-hand", "three-picked", "too-much", "nothing-picked"])
def test_no_line_is_wider_than_the_terminal(
    name: str, columns: int, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    path = placed(name, tmp_path)
    listed = fine(path, "--lang", language)
    assert max(width(line) for line in listed.out.splitlines()) <= columns
    assert max(width(line) for line in listed.out.splitlines()) > columns // 2 or columns > 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_judgement_is_said_as_in_the_interview(language: str, tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    said = judgement_words(profile_in(path).judgement["BUD2"], words_about(nordic(), language))
    assert said in " ".join(fine(path, "--lang", language).out.split())


def scored(level: object, *picks: Priority, judged: dict[str, Judgement] | None = None) -> Score:
    """A score in which POL1 stands at a level."""
    one: Profile = profile({"POL1": level})._replace(priorities=picks, judgement=judged or {})
    return score(nordic(), one)


@pytest.mark.parametrize(
    ("level", "target"),
    [(0, 2), (1, 2), (2, 3), (3, 4), (4, NoTarget.AT_THE_TOP), ("?", NoTarget.NO_LEVEL)],
)
def test_the_next_target_is_one_step_up_and_never_1(level: object, target: object) -> None:
    found = pick_with_target(scored(level), "POL1", None)
    assert (found.target if isinstance(found, Priority) else found) == target


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 4), st.integers(2, 4))
def test_a_target_still_ahead_stays_and_one_behind_moves_on(level: int, target: int) -> None:
    before = Priority("POL1", Fraction(target), "rådet", "i år", "ringe")
    found = pick_with_target(scored(level, before), "POL1", before)
    assert isinstance(found, Priority)
    assert found._replace(target=before.target) == before
    wanted = target if target > level else max(level + 1, 2) if level < 4 else target
    assert found.target == wanted


def test_none_can_start_only_where_the_room_said_so_of_each() -> None:
    picks = Priority("POL1"), Priority("LED2")
    cannot, can = Judgement(can_start=False), Judgement(can_start=True)
    for one, other, wanted in (
        (cannot, cannot, True),
        (cannot, can, False),
        (cannot, Judgement(), False),
    ):
        found = scored(1, *picks, judged={"POL1": one, "LED2": other})
        assert none_can_start(found) is wanted
    assert not none_can_start(scored(1, judged={"POL1": cannot}))


@pytest.mark.parametrize(
    ("by", "odd"),
    [("2026-03-11", True), ("2026-03-12", False), ("2026-3-1", False), ("forår", False)],
)
def test_a_day_before_the_assessment_is_odd(by: str, odd: bool) -> None:
    found = scored(1, Priority("POL1", Fraction(2), by=by))
    found = score(nordic(), found.profile._replace(date=dt.date(2026, 3, 12)))
    assert list(doubts(found)) == ([Doubt("POL1", DoubtKind.DATE_PAST)] if odd else [])


@pytest.mark.parametrize("word", ["h", "H", "high", "høj", "hög"])
def test_weights_are_taken_as_the_interview_takes_them(word: str) -> None:
    assert judgement_of(View(stake=word)).stake is Weight.HIGH


@pytest.mark.parametrize("word", ["", "hm", "h m", "yes", "3", "h m y", "x" * 5000])
def test_what_is_no_weight_is_refused(word: str) -> None:
    with pytest.raises(UsageRefused) as said:
        judgement_of(View(influence=word))
    assert said.value.args == ("P512",)


def test_a_questionnaire_without_rules_for_priorities_lets_nothing_be_picked() -> None:
    opened = open_profile(BY_HAND, None, "en")
    bare = opened._replace(questionnaire=opened.questionnaire._replace(priorities=None))
    with pytest.raises(UsageRefused) as said:
        profile_after(bare, Request("POL1"), TODAY)
    assert said.value.args == ("P535",)
    judged = profile_after(bare, Request("POL1", view=View("high")), TODAY)
    assert judged.judgement["POL1"].stake is Weight.HIGH


@pytest.mark.parametrize(
    "word", ["02", "+3", " 3", "٣", "3.0", "3,0", "", "three", "9" * 400, "-1"]
)
def test_a_target_is_a_level_as_files_write_it(word: str) -> None:
    refused(2, "P534", [BY_HAND, "POL1", f"--to={word}"])


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("2026-10-01", "2026-10-01"),
        ("1.10.2026", "2026-10-01"),
        ("01/10/2026", "2026-10-01"),
        (" Q3 2026 ", "Q3 2026"),
        ("inden sommerferien", "inden sommerferien"),
        ("uge 40", "uge 40"),
    ],
)
def test_by_when_is_a_day_or_any_words(typed: str, kept: str, tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    fine(path, "LED2", "--by", typed)
    assert profile_in(path).priorities[0].by == kept


@pytest.mark.parametrize("typed", ["2026-13-01", "2026-02-29", "31.11.2026", "2026-10-00"])
def test_a_day_that_no_calendar_has_is_refused(typed: str) -> None:
    refused(2, "P110", [BY_HAND, "LED2", "--by", typed])


def test_the_candidates_that_follow_are_those_of_gaps(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    ours = json.loads(fine(path, "--json").out)
    theirs = json.loads(run(["gaps", path, "--json"]).out)
    for one, other in zip(ours["candidates"], theirs["candidates"], strict=True):
        assert one == {key: other[key] for key in one}
    assert [one["question"] for one in ours["picks"]] == theirs["priorities"]
    assert theirs["picked"] is True


def test_programs_are_told_what_speaks_against_the_picks(tmp_path: Path) -> None:
    path = placed("too-much", tmp_path)
    found = json.loads(fine(path, "CONT2", "--to", "2", "--cannot-start", "--json").out)
    assert (found["at_most"], found["advised"], found["written"]) == (3, 2, True)
    kinds = {"none-can-start", "too-many-at-once"}
    assert {one["kind"] for one in found["warnings"]} == kinds
    found = json.loads(fine(placed("three-picked", tmp_path), "--json").out)
    assert found["warnings"] == [
        {"kind": "date-past", "question": "BUD2"},
        {"kind": "reached", "question": "CONT2"},
        {"kind": "no-level", "question": "EXT1"},
    ]


def test_it_starts_without_what_it_does_not_need(tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    code = (
        "import sys; from sdgassess.cli.boundary import run; run(sys.argv[1:]);print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "target", str(path), "POL1", "--stake", "high"],
        env=environment(),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    found = set(done.stdout.decode().splitlines()[-1].split())
    assert not found & {"rich", "jsonschema", "prompt_toolkit", "jinja2", "typst"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_every_option(language: str) -> None:
    ran = run(["target", "--help", "--lang", language])
    options = re.findall(r"^  (?:-h, )?(--[a-z-]+)(?: |/)", ran.out, re.MULTILINE)
    wanted = ["--to", "--who", "--by", "--first-move"]
    wanted += ["--known-by", "--done", "--dropped", "--stake", "--influence", "--can-start"]
    assert options[: len(wanted)] == wanted
    assert {"--clear", "--clear-judgement", "--json", "--questionnaire"} <= set(options)
    assert max(width(line) for line in ran.out.splitlines()) <= 80


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo terminals there")
@pytest.mark.parametrize(
    "env", [{}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "xterm"}], ids=str
)
def test_in_a_terminal(env: dict[str, str], tmp_path: Path) -> None:
    path = placed("by-hand", tmp_path)
    words = ["-m", "sdgassess", "target", path.name, "POL1", "--who", "rådet", "--lang", "da"]
    child = Window(words, tmp_path, size=(50, 40), env=env)
    child.end()
    told = " ".join(str(child.before).split())
    assert child.exitstatus == 0
    assert "Valgt: POL1 2 → 3." in told
    assert "Hvem: rådet" in told
    plain = bool(env.get("NO_COLOR")) or env.get("TERM") == "dumb"
    assert bool(re.search(r"\x1b\[[0-9;]*m", child.raw)) is not plain
    assert profile_in(path).priorities[-1].who == "rådet"
